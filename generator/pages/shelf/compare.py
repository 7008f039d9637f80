"""单位对比: up to four units side by side, chosen in the browser (look.md 8).

What may be compared lies beside the page, one small file a unit, so that the page stays small however many
units there are. Without script the page lists the units.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionHistory, EditionUnit, EditionYear
from generator.pages.figures import Shown, named, rated
from generator.pages.grades import unit_grade
from generator.pages.links import Link, unit_path
from generator.pages.page import BookFile, Page
from generator.pages.words import NONE, day
from generator.store.again import again

PATH = "compare/"
MOST_UNITS = 4


@dataclass(frozen=True)
class Choice:
    """A unit that may be chosen."""

    id: str
    link: Link
    group: str
    """Of its latest year."""


@dataclass(frozen=True)
class CompareView:
    """What can be chosen; the script does the rest."""

    units: tuple[Choice, ...]
    years: tuple[tuple[int, str], ...]
    """Each with its 数据截至, newest first."""
    most: int


def plan_compare(edition: Edition) -> Iterator[Page]:
    """The page on which units are chosen."""
    units = tuple(_choices(edition))
    years = tuple((year.year, day(year.as_of)) for year in reversed(edition.years))
    view = CompareView(units, years, MOST_UNITS)
    description = f"任选不超过 {MOST_UNITS} 个单位，并排比较各年度的考核结果。"
    yield Page(PATH, "单位对比", "compare.html.j2", view, PATH, (), description)


def comparison_files(edition: Edition) -> Iterator[BookFile]:
    """`compare/u03.json`: name, and the rows of each year as label, text and key of the figure."""
    for unit in edition.units:
        if unit.years:
            yield again(("comparison", unit.id), _file, edition, unit)


def _choices(edition: Edition) -> Iterator[Choice]:
    for unit in edition.units:
        if unit.years:
            latest = edition.year(unit.years[-1])
            found = latest.unit(unit.id) if latest else None
            yield Choice(unit.id, Link(unit.short_name, unit_path(unit.id)), found.group if found else "")


def _file(edition: Edition, unit: EditionHistory) -> BookFile:
    return BookFile(f"{PATH}{unit.id}.json", _json(edition, unit))


def _json(edition: Edition, history: EditionHistory) -> str:
    years = {
        str(year.year): [list(row) for row in _rows(year, unit)]
        for year in edition.years
        if (unit := year.unit(history.id)) is not None
    }
    found = {"name": history.short_name, "years": years}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rows(year: EditionYear, unit: EditionUnit) -> Iterator[tuple[str, str, str]]:
    """Label, text and key, the same labels in the same order for every unit of a year."""
    grade = unit_grade(year, unit)
    yield "当年名称", unit.name, ""
    yield "组别", unit.group, ""
    yield "等次", f"{grade.shape} {grade.word}" if grade else NONE, ""
    checklist, ledger = f"units.{unit.id}.checklist", f"units.{unit.id}.ledger"
    yield _row("党建得分率", rated(year, f"{checklist}.rate"))
    for area in year.scheme.areas:
        yield _row(area.name, rated(year, f"{checklist}.areas.{area.code}.rate"))
    yield _row("整改问题", named(year, f"{ledger}.total"))
    yield _row("未销号", named(year, f"{ledger}.open"))
    yield _row("逾期", named(year, f"{ledger}.overdue"))
    yield _row("销号率", rated(year, f"{ledger}.closed_rate"))


def _row(label: str, figure: Shown) -> tuple[str, str, str]:
    return label, figure, figure.key
