"""公开口径 in `scheme.yml` moves every item of the matrix between editions, without a line of code."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.cli import main
from generator.contract.fields import Audience
from generator.contract.publication import ALWAYS, FLOOR, WIDTH
from generator.editions import for_audience
from generator.editions.edition import EditionYear
from generator.model.tables import Tables
from generator.model.terms import ItemAudience, PersonGrade, PublicationItem
from generator.review.publication import allowed_settings
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT

Probe = Callable[[EditionYear], Collection[object]]

MOVABLE = [item for item in PublicationItem if item not in ALWAYS]
HIGH = (PersonGrade.EXCELLENT, PersonGrade.COMPETENT)


def keys(start: str, part: str) -> Probe:
    """Figures whose key begins so and has that part."""
    return lambda year: [key for key in year.figures if key.startswith(start) and part in key]


def graded(*grades: PersonGrade) -> Probe:
    """People of whom the edition says such a grade."""
    return lambda year: [one for unit in year.units for one in unit.members if one.grade in grades]


def withheld_shortcomings(year: EditionYear) -> list[str]:
    """短板 in the report of u01, which are not approved for all."""
    unit = year.unit("u01")
    assert unit is not None
    return [one.text for report in unit.reports for area in report.areas for one in area.shortcomings]


PROBES: Mapping[PublicationItem, Probe] = {
    PublicationItem.REPORT_SUMMARY: lambda year: [one for unit in year.units for one in unit.reports],
    PublicationItem.REPORT_FULL: withheld_shortcomings,
    PublicationItem.BALLOT_TOTAL: keys("units.", ".ballot.board.score"),
    PublicationItem.BALLOT_DIMENSIONS: keys("units.", ".ballot.dimensions."),
    PublicationItem.BALLOT_CLASSES: keys("units.", ".ballot.classes."),
    PublicationItem.PERSON_SCORES: keys("units.", ".persons."),
    PublicationItem.PERSON_EXCELLENT: graded(PersonGrade.EXCELLENT),
    PublicationItem.PERSON_COMPETENT: graded(PersonGrade.COMPETENT),
    PublicationItem.PERSON_LOWER: graded(*(one for one in PersonGrade if one not in HIGH)),
    PublicationItem.RECOMMENDATIONS: lambda year: year.recommendations,
    PublicationItem.INTERVIEWS: lambda year: [
        talk for unit in year.units if unit.inquiry for talk in unit.inquiry.interviews
    ],
    PublicationItem.PORTRAIT: lambda year: [unit for unit in year.units if unit.portrait],
    PublicationItem.CHECKLIST: lambda year: [unit for unit in year.units if unit.checklist],
    PublicationItem.DEDUCTIONS: lambda year: [
        one
        for unit in year.units
        if unit.checklist
        for leaf in unit.checklist.leaves
        for one in leaf.deductions
    ],
    PublicationItem.PRELIMINARY: keys("units.", ".grade.suggested"),
    PublicationItem.GRADES: lambda year: [unit for unit in year.units if unit.grade],
    PublicationItem.COMPOSITE: keys("units.", ".composite.rank"),
    PublicationItem.VETO: lambda year: [unit for unit in year.units if unit.veto_wording],
    PublicationItem.COMMENDATIONS: lambda year: (*year.commendations, *year.cases),
    PublicationItem.RECTIFICATIONS: lambda year: year.ledger.problems,
    PublicationItem.SENSITIVE: lambda year: [one for one in year.ledger.problems if one.id == SENSITIVE],
}
"""What an edition holds of an item; a new item brings its own."""
SENSITIVE = "2025-U01-001"
"""A problem that becomes 敏感 here."""


def edition(
    tables: Tables, audience: Audience, settings: Mapping[PublicationItem, ItemAudience]
) -> EditionYear:
    """2025 after 2024, whose ledger it counts, as the audience sees it under these settings."""
    newest = tables.years[-1]
    assert newest.scheme is not None
    problems = tuple(replace(row, sensitive=row.id == SENSITIVE) for row in newest.rectifications)
    scheme = replace(newest.scheme, publication=settings)
    year = replace(newest, scheme=scheme, rectifications=problems)
    archive = assemble(replace(tables, years=(tables.years[-2], year)))
    return for_audience(archive, assess_years(archive), audience).years[-1]


OPEN = {item: allowed_settings(item)[0] for item in PublicationItem}
"""Every item as wide as it may be."""


@pytest.fixture(scope="module")
def opened(tables: Tables) -> Mapping[Audience, EditionYear]:
    """The editions with every item open."""
    return {audience: edition(tables, audience, OPEN) for audience in Audience}


CASES = [
    (item, audience)
    for item in MOVABLE
    for audience in Audience
    if ItemAudience(audience.value) in allowed_settings(item)
]


@pytest.mark.parametrize(("item", "audience"), CASES, ids=lambda one: str(one.value))
def test_a_setting_moves_its_item(
    tables: Tables, opened: Mapping[Audience, EditionYear], item: PublicationItem, audience: Audience
) -> None:
    """An item that reaches this audience is in its edition; one step narrower it is not."""
    narrower = WIDTH[WIDTH.index(ItemAudience(audience.value)) + 1]
    assert PROBES[item](opened[audience])
    assert not PROBES[item](edition(tables, audience, {**OPEN, item: narrower}))


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.LEADERS], ids=lambda one: str(one.value))
def test_no_setting_opens_what_lies_beyond_its_floor(tables: Tables, audience: Audience) -> None:
    """The check refuses it (E107); made all the same, with everything for staff, it is no wider."""
    found = edition(tables, audience, dict.fromkeys(PublicationItem, ItemAudience.STAFF))
    beyond = [item for item, floor in FLOOR.items() if not audience.sees(Audience(floor.value))]
    assert beyond
    assert [item for item in beyond if PROBES[item](found)] == []


SETTINGS = "publication:\n  逐项扣分: 公司领导\n  通报表彰与案例: 考核组\n  问题台账: 不公开\n"
SAID = ("4月、7月集体学习未按计划开展", "全年生产原煤186.4万吨", "2025-u01-001")


def test_the_bytes_follow_the_settings(sample_site: Path, tmp_path: Path) -> None:
    """Three lines in the scheme take deductions, commendations and problems out of every byte."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    scheme = data / "2025/scheme.yml"
    scheme.write_text(scheme.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    arguments = ["build", "--data", str(data), "--content", str(PROJECT / "content"), "--year", "2025"]
    assert main([*arguments, "--out", str(tmp_path / "site")]) == 0
    before, after = (whole(site / "2025") for site in (sample_site, tmp_path / "site/staff"))
    assert [text for text in SAID if text not in before] == []
    assert [text for text in SAID if text in after] == []


def whole(site: Path) -> str:
    """Names and bytes of a site."""
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    return "\n".join(f"{file} {file.read_bytes().decode('utf-8', 'replace').lower()}" for file in files)


def test_a_scheme_below_a_floor_is_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`kaohe build` names line, reason and remedy, and writes nothing."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    scheme = data / "2025/scheme.yml"
    lines = scheme.read_text(encoding="utf-8").splitlines()
    scheme.write_text("\n".join([*lines, "publication:", "  班子测评总分: 全体职工", ""]), encoding="utf-8")
    assert main(["build", "--data", str(data), "--out", str(tmp_path / "site")]) == 1
    assert (
        f"[E107] data/2025/scheme.yml 第{len(lines) + 2}行 「公开口径 › 班子测评总分」: "
        '"全体职工" 班子测评总分最多公开到公司领导，由精确得分可以反推选票 → 可填：公司领导、考核组、不公开'
    ) in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
