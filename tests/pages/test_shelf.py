"""The shelf: home, units over the years, archive, updates, help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import Audience, Document, Table
from generator.model.terms import UnitEventType, UnitKind
from generator.pages.shelf.guide import plan_guide
from generator.pages.shelf.kinds import allowed_words, kind_words
from tests.pages.builders import edition, edition_year, erratum
from tests.pages.sight import paths, seen_on_shelf

ENTRIES: tuple[Table | Document, ...] = (*TABLES, *DOCUMENTS)
EMPTY = replace(edition(), years=(), units=())


def test_home_introduces_the_latest_year() -> None:
    """Title, sentence, tiles, and the way into the book."""
    sight = seen_on_shelf(edition(), "")
    assert "3 个单位参加考核，1 个单位评为优秀；整改台账 3 项，已销号 1，逾期 1。" in sight.words
    assert "党建平均得分率 89.17%" in sight.words
    assert sight.address("进入2025年度考核") == "./2025/"
    assert sight.address("单位历年") == "./units/"


def test_home_lists_years_newest_first() -> None:
    """With status and date of the data."""
    rows = seen_on_shelf(edition(), "").rows
    assert [row[0] for row in rows[1:]] == ["2025年度", "2024年度"]
    assert rows[1][2:] == ["整改中", "2026-06-30 18:00"]


def test_home_says_nothing_of_grades_before_the_decision() -> None:
    """No count of 优秀 in the sentence."""
    base = replace(edition(), years=(replace(edition_year(), decided_on=None),))
    assert "评为优秀" not in seen_on_shelf(base, "").words


@pytest.mark.parametrize("path", ["", "units/", "archive/", "updates/", "help/"])
def test_an_empty_shelf_still_stands(path: str) -> None:
    """Before the first year there are pages, not errors."""
    assert seen_on_shelf(EMPTY, path).words


def test_all_units_closed_ones_too() -> None:
    """With the years they were assessed in, each leading to that year's book."""
    sight = seen_on_shelf(edition(), "units/")
    assert [row[0] for row in sight.rows[1:]] == ["一号队", "二号队", "联合队", "三号队", "四号队"]
    assert sight.row("三号队")[2:] == ["基层单位", "辅助单位", "已撤并（2025-02-28）", "2024年度"]
    assert sight.address("三号队") == "../units/u08/"
    assert ("2024年度", "../2024/units/u08/") in sight.links


def test_history_through_a_renaming() -> None:
    """Names with their time, and both names at the event."""
    sight = seen_on_shelf(edition(), "units/u01/")
    assert sight.row("第一掘进队") == ["第一掘进队", "党支部", "2015-01-01 至 2025-04-30"]
    assert ["2025-05-01", "更名", "第一掘进队", "一号掘进队", "×发〔2025〕3号", "—"] in sight.rows
    assert sight.row("2024年度")[1:4] == ["第一掘进队", "生产单位", "● 良好"]
    assert sight.address("2025年度") == "../../2025/units/u01/"


def test_history_draws_the_rate_over_the_years() -> None:
    """The same trend as in the books, up to the newest year."""
    sight = seen_on_shelf(edition(), "units/u01/")
    assert "党建得分率历年变化" in sight.words
    assert "2024年 86.00%；2025年 94.00%（方案调整，口径不完全可比）。" in sight.words


def test_successor_of_a_merger_shows_predecessors_side_by_side() -> None:
    """A column each and no average."""
    sight = seen_on_shelf(edition(), "units/u03/")
    assert ["年度", "三号队", "四号队"] in sight.rows
    cells = next(row for row in sight.rows if row[0] == "2024年度")
    assert cells[1:] == ["★ 优秀 92.00%（92/100）", "■ 较差 78.00%（78/100）"]
    assert "85.00%" not in sight.words
    assert ("78.00%（78/100）", "../../2024/units/u09/") in sight.links


def test_predecessor_says_what_became_of_it() -> None:
    """Its page stays and names the successor."""
    sight = seen_on_shelf(edition(), "units/u08/")
    assert "已撤并（2025-02-28），现为联合队" in sight.words
    assert sight.address("联合队") == "../../units/u03/"


def test_a_split_hands_no_results_on() -> None:
    """The predecessor is linked from the event, its results are not inherited."""
    base = edition()
    split = replace(
        base.units[2].changes[0], type=UnitEventType.SPLIT, from_ids=("u08",), to_ids=("u03", "u02")
    )
    units = tuple(replace(unit, changes=(split,)) if unit.id == "u03" else unit for unit in base.units)
    sight = seen_on_shelf(replace(base, units=units), "units/u03/")
    assert "合并前各单位" not in sight.words
    assert sight.address("三号机电队") == "../../units/u08/"


def test_a_unit_never_assessed_has_a_page() -> None:
    """A new unit before its first year."""
    base = edition()
    new = replace(base.units[1], id="u20", years=())
    assert "尚未参加考核" in seen_on_shelf(replace(base, units=(*base.units, new)), "units/u20/").words


def test_archive_names_decision_and_size() -> None:
    """Document number, units, problems, commendations; nothing of a decision that is not made."""
    assert seen_on_shelf(edition(), "archive/").row("2025年度")[2:] == [
        "整改中",
        "2026-02-10",
        "×党发〔2026〕6号",
        "3",
        "3",
        "2",
        "2026-06-30 18:00",
    ]
    undecided = replace(edition(), years=(replace(edition_year(), decided_on=None),))
    assert seen_on_shelf(undecided, "archive/").row("2025年度")[3:5] == ["—", "—"]


def test_updates_newest_first() -> None:
    """Corrections of all years with the year they belong to."""
    later = replace(erratum(), date=erratum().date.replace(month=5), what="后更正的事")
    year = edition_year()
    base = replace(edition(), years=(replace(year, errata=(*year.errata, later)),))
    sight = seen_on_shelf(base, "updates/")
    assert [row[1] for row in sight.rows[1:]] == ["后更正的事", "二号队 B2.1 得分"]
    assert sight.address("2025年度") == "../2025/"
    assert "没有更正" in seen_on_shelf(replace(base, years=(edition_year(2024),)), "updates/").words


def test_help_describes_a_column() -> None:
    """Label, identifier, what to fill in, kind, whether required, allowed words, rule."""
    sight = seen_on_shelf(edition(), "help/units/")
    assert "data/units.csv" in sight.words
    row = sight.row("单位类别")
    assert row[1] == "kind"
    assert row[3:6] == ["允许的词之一", "必填", "、".join(kind.label for kind in UnitKind)]


def test_help_goes_into_the_fields_of_a_document() -> None:
    """Keys inside keys come right after the key that holds them."""
    names = [row[1] for row in seen_on_shelf(edition(), "help/scheme/").rows[1:]]
    assert names.index("ballot.classes.weight") > names.index("ballot.classes") > names.index("ballot")


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.LEADERS])
def test_help_keeps_the_groups_own_tables_to_the_group(audience: Audience) -> None:
    """Tables and columns only the group fills in are left out, and that something is left out is said."""
    base = edition(audience)
    planned = paths(plan_guide(base))
    hidden = [entry for entry in ENTRIES if entry.audience is Audience.GROUP]
    assert hidden
    assert not {f"help/{entry.name}/" for entry in hidden} & set(planned)
    checks = seen_on_shelf(base, "help/checks/").words
    assert "self_score" not in checks
    assert "此处不列" in checks
    assert "restricted" not in seen_on_shelf(base, "help/").words


def test_help_of_the_group_is_complete() -> None:
    """Every table and document, and no note of omission."""
    base = edition(Audience.GROUP)
    planned = paths(plan_guide(base))
    assert set(planned) == {"help/"} | {f"help/{entry.name}/" for entry in ENTRIES}
    assert "此处不列" not in seen_on_shelf(base, "help/").words


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_kind_of_the_contract_has_words(entry: Table | Document) -> None:
    """A new kind of value cannot be forgotten in the help."""
    for field in entry.fields:
        assert kind_words(field.kind)
        assert isinstance(allowed_words(field.kind), tuple)
