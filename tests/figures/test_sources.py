"""A source leads to the cell: the file is opened at the line and the value compared."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

import pytest

from generator.contract import TABLES
from generator.figures import Figure
from generator.problems import Place
from tests.conftest import PROJECT

Found = Mapping[str, Figure]

BY_LABEL = {(table.name, field.label): field.name for table in TABLES for field in table.fields}


@cache
def rows(file: str) -> dict[int, list[str]]:
    """The records of a CSV file by the line they begin on; the header is line 1."""
    found: dict[int, list[str]] = {}
    with (PROJECT / file).open(encoding="gb18030" if is_gbk(file) else "utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        line = 1
        for row in reader:
            found[line] = row
            line = reader.line_num + 1
    return found


def is_gbk(file: str) -> bool:
    """Whether Excel saved the file in the encoding of Chinese Windows."""
    try:
        (PROJECT / file).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def value(place: Place) -> str:
    """The text of a cell, its column named by either label or identifier."""
    assert place.line is not None
    assert place.column is not None
    table = place.file.rsplit("/", 1)[-1].removesuffix(".csv")
    header = rows(place.file)[1]
    names = (place.column, BY_LABEL[table, place.column])
    return rows(place.file)[place.line][next(header.index(name) for name in names if name in header)]


def cells(one: Figure, column: str) -> list[str]:
    """The texts of the sources in one column."""
    return [value(place) for place in one.basis.sources if place.column == column]


def added(texts: Iterable[str]) -> Decimal:
    """The sum of the cells."""
    return sum((Decimal(text) for text in texts), Decimal(0))


def test_every_source_exists(found: Found) -> None:
    """Each file is there, has the line, and a CSV has the column."""
    places = {place for one in found.values() for place in one.basis.sources}
    assert len(places) > 2000
    for place in places:
        if place.file.endswith(".csv"):
            value(place)
        else:
            text = (PROJECT / place.file).read_text(encoding="utf-8").splitlines()
            assert place.line is not None
            assert 0 < place.line <= len(text)


@pytest.mark.parametrize("sheet", ["ballot.board.score", "ballot.persons.P0016.score"])
def test_votes_of_a_score(found: Found, sheet: str) -> None:
    """The cells of a score hold its votes: of all classes and dimensions the pooled numbers."""
    score = found[f"units.u03.{sheet}"]
    pooled = found[f"units.u03.{sheet.rsplit('.', 1)[0].removesuffix('.board')}.excellent_rate.pooled"]
    assert added(cells(score, "优秀票")) == pooled.part
    columns = ("优秀票", "良好票", "一般票", "较差票")
    assert sum(added(cells(score, column)) for column in columns) == pooled.whole


def test_a_class_cites_its_own_rows_only(found: Found) -> None:
    """Four cells of one line; the votes are those of domain.md 3.5."""
    one = found["units.u03.ballot.classes.B.duty.score"]
    own = [place for place in one.basis.sources if place.file.endswith(".csv")]
    assert [value(place) for place in own] == ["9", "6", "1", "0"]
    assert len({place.line for place in own}) == 1


def test_deductions_of_a_leaf(found: Found) -> None:
    """分值 less the cited deductions is what was earned; every deducted leaf of every unit."""
    seen = 0
    for key, one in found.items():
        if key.endswith(".earned") and one.basis.formula.startswith("分值－扣分") and one.value is not None:
            (points,) = cells(one, "分值")
            assert max(Decimal(0), Decimal(points) - added(cells(one, "扣分"))) == one.value
            seen += 1
    assert seen > 400


def test_ratio_of_a_leaf(found: Found) -> None:
    """分值 × 完成率 as the cells hold them, not above 分值."""
    one = found["units.u03.checklist.leaves.D2.2.earned"]
    (points,), (ratio,) = cells(one, "分值"), cells(one, "完成率")
    assert ratio == "106.2%"
    assert one.value == Decimal(points) == 5


def test_a_leaf_of_last_years_ledger_cites_last_year(found: Found) -> None:
    """F3.2 leads to the problems of the year before (domain.md 6.2)."""
    one = found["units.u03.checklist.leaves.F3.2.earned"]
    problems = cells(one, "问题编号")
    assert problems
    assert all(problem.startswith("2024-U03-") for problem in problems)


def test_typed_components(found: Found) -> None:
    """上级评价 is read from its cell."""
    one = found["units.u03.composite.components.superior"]
    assert added(cells(one, "得分")) == one.value == 91


@pytest.mark.parametrize(
    "key",
    [
        "total",
        "completed",
        "closed_rate",
        "closed_on_time",
        "overdue_share",
        "on_time_share",
        "kinds.standing",
    ],
)
def test_problems_of_a_ledger_figure(found: Found, key: str) -> None:
    """As many entry lines as the denominator, each another problem, named among the operands."""
    one = found[f"ledger.{key}"]
    numbers = cells(one, "问题编号")
    assert len(set(numbers)) == len(numbers) == (one.value if one.whole is None else one.whole)
    assert one.basis.operands[-1].text == "、".join(sorted(numbers))


def test_days_lie_between_the_cited_dates(found: Found) -> None:
    """Registration and closing dates of a unit's first cycles add up to the days."""
    one = found["units.u03.ledger.first_days"]
    begun, ended = cells(one, "登记日期"), cells(one, "日期")
    assert len(begun) == len(ended) == one.whole


def test_a_decision_is_read_from_its_row(found: Found) -> None:
    """审定等次 is never computed."""
    for unit in ("u01", "u09", "u12"):
        one = found[f"units.{unit}.grade.decided"]
        assert cells(one, "班子等次") == [one.value]


def test_settings_name_the_way_to_them(found: Found) -> None:
    """A weight of the scheme: the line of its block and the labels that lead there."""
    labels = [place.column or "" for place in found["units.u03.composite"].basis.sources]
    assert labels == [
        f"组别 › 第1项 › 权重 › {name}" for name in ("民主测评", "上级评价", "党建考核", "经营业绩")
    ]
