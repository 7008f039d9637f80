"""单位一页纸: what a leader reads of a unit in a minute (domain.md 11.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.editions.commendations import Commendation
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.model.scheme import Area
from generator.model.terms import CommendationStatus, Component
from generator.pages.by_unit import UnitRecords
from generator.pages.charts import Portrait, Trend
from generator.pages.figures import Phrase, Shown, changed, named, rated
from generator.pages.grades import absent_grades, unit_grade
from generator.pages.headlines.ledger import coming
from generator.pages.marks import Mark
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.limits import clipped
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.units.results import area_portrait
from generator.pages.units.scores import ballot_portrait
from generator.pages.units.years import IndexedYear, indexed, rate_trend
from generator.pages.words import NONE, day, listed
from generator.scoring.exact import percent
from generator.store.again import again

SENTENCES = 3
"""成效, 短板 and next due dates."""
HONOURS = 2
ONE_LINE, DUE, HONOUR = 40, 33, 41
"""Characters that have room: measured with `kaohe pdf --check` on the longest texts the data may hold."""
SENTENCE, SENTENCE_UNDER_AREAS = 58, 39
"""The same of a sentence: three lines of its column, two where the table above has six lines and not four."""
LONG_NAME, LONGEST_NAME = 9, 30
"""Characters up to which a name shares the line of the title, and that one line of its own has room for."""


COMPONENT_HEADS = ("四项构成", "得分", "权重", "折算", "组内位次", "上年得分")
AREA_HEADS = ("党建六项", "得分率", "同组中位数", "与中位数之差", "较上年")
LEDGER = (("已销号", "closed"), ("待验收", "pending"), ("逾期", "overdue"), ("长期整改", "long_term"))


@dataclass(frozen=True)
class SummaryTable:
    """四项构成, or 党建六项 where an edition has no components."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Shown, ...], ...]
    """The first cell of a row is its name."""


@dataclass(frozen=True)
class SummaryView:
    """一页纸 of one unit."""

    name: str
    long_name: bool
    year: int
    subtitle: str
    grade: Mark | None
    absent_grade: str
    score: Shown | None
    """综合得分, where the edition holds it."""
    rank: Phrase
    rate: Shown
    """党建得分率, said where 综合得分 is withheld."""
    line: str
    """一句话画像, else the wording of a veto; empty where there is neither."""
    radar: Portrait | None
    """The dimensions of the ballot; 党建六项 where those are withheld."""
    bars: Portrait | None
    """党建六项 beside the ballot."""
    trend: Trend | None
    """In their place where the radar has them."""
    table: SummaryTable
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    ledger: Phrase
    due: tuple[str, ...]
    honours: tuple[str, ...]


def plan_summaries(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for each unit, in official order."""
    years = indexed((one for one in edition.years if one.year <= year.year), str(year.year))
    for unit in year.units:
        yield again(("summary sheet", year.year, unit.id), _sheet, edition, year, unit, years)


def _sheet(edition: Edition, year: EditionYear, unit: EditionUnit, years: tuple[IndexedYear, ...]) -> Sheet:
    view = _summary(edition, year, unit, years[0].records[unit.id], rate_trend(years, unit.id))
    desk = Desk(edition, year, SheetKind.SUMMARY)
    return desk.about(unit, f"{unit.short_name}{year.year}年度考核画像", view)


def _summary(
    edition: Edition, year: EditionYear, unit: EditionUnit, found: UnitRecords, trend: Trend | None
) -> SummaryView:
    prefix = f"units.{unit.id}"
    ballots, components = ballot_portrait(year, unit), _components(edition, year, unit)
    room = SENTENCE if components else SENTENCE_UNDER_AREAS
    return SummaryView(
        name=clipped(unit.name, LONGEST_NAME),
        long_name=len(unit.name) > LONG_NAME,
        year=year.year,
        subtitle=_subtitle(year, unit),
        grade=unit_grade(year, unit),
        absent_grade=absent_grades(year),
        score=named(year, f"{prefix}.composite") if f"{prefix}.composite" in year.figures else None,
        rank=_rank(year, unit),
        rate=rated(year, f"{prefix}.checklist.rate"),
        line=clipped(_line(unit), ONE_LINE),
        radar=ballots or area_portrait(year, unit),
        bars=area_portrait(year, unit) if ballots else None,
        trend=None if ballots else trend,
        table=components or _areas(year, unit),
        strengths=tuple(clipped(one, room) for one in islice(_strengths(unit), SENTENCES)),
        weaknesses=tuple(clipped(one, room) for one in islice(_weaknesses(unit), SENTENCES)),
        ledger=_ledger(year, unit),
        due=tuple(_due(one) for one in coming(found.problems, year.as_of.date())[:SENTENCES]),
        honours=tuple(clipped(one, HONOUR) for one in islice(_honours(found), HONOURS)),
    )


def _subtitle(year: EditionYear, unit: EditionUnit) -> str:
    """`生产单位 · 党员 34 人 · 班子 5 人 · 数据截至 2026-02-10`."""
    people = (f"党员 {unit.party_members} 人", f"班子 {unit.board_filled} 人")
    return " · ".join((unit.group, *people, f"数据截至 {day(year.as_of)}"))


def _rank(year: EditionYear, unit: EditionUnit) -> Phrase:
    """`并列第2（本组 9 个单位）`."""
    rank = named(year, f"units.{unit.id}.composite.rank")
    units = named(year, f"groups.{unit.group}.units")
    return Phrase(rank, "（本组 ", units, " 个单位）") if rank.key else Phrase()


def _line(unit: EditionUnit) -> str:
    return (unit.portrait.one_line if unit.portrait else None) or unit.veto_wording or ""


def _components(edition: Edition, year: EditionYear, unit: EditionUnit) -> SummaryTable | None:
    """四项构成 beside last year's; None in an edition that holds none."""
    if f"units.{unit.id}.composite" not in year.figures:
        return None
    weights = next((group.weights for group in year.scheme.groups if group.name == unit.group), {})
    before = edition.year(year.year - 1)
    keys = {one: f"units.{unit.id}.composite.components.{one.value}" for one in Component}
    rows = tuple(
        (
            Shown(one.label),
            named(year, key),
            Shown(percent(weights[one]) if one in weights else NONE),
            named(year, f"{key}.points"),
            named(year, f"{key}.rank"),
            named(before, key) if before else Shown(NONE),
        )
        for one, key in keys.items()
        if key in year.figures
    )
    return SummaryTable("综合得分构成", COMPONENT_HEADS, rows)


def _areas(year: EditionYear, unit: EditionUnit) -> SummaryTable:
    """党建六项 beside the group and last year."""
    prefix = f"units.{unit.id}"
    rows = tuple(
        _area(year, unit, area)
        for area in year.scheme.areas
        if f"{prefix}.checklist.areas.{area.code}.rate" in year.figures
    )
    return SummaryTable("党建工作考核", AREA_HEADS, rows)


def _area(year: EditionYear, unit: EditionUnit, area: Area) -> tuple[Shown, ...]:
    key = f"units.{unit.id}.checklist.areas.{area.code}"
    return (
        Shown(area.short_name),
        rated(year, f"{key}.rate"),
        named(year, f"groups.{unit.group}.checklist.areas.{area.code}.median"),
        changed(year, f"{key}.difference"),
        changed(year, f"units.{unit.id}.trend.areas.{area.code}.change"),
    )


def _strengths(unit: EditionUnit) -> Iterator[str]:
    """What the group found; where that is withheld, or not written, what the unit reported with data."""
    found = unit.portrait.strengths if unit.portrait else ()
    if found:
        yield from (one.text for one in found)
        return
    areas = [area for report in unit.reports for area in report.areas]
    yield from (one.text for area in areas for one in area.highlights[:1] if one.claims)


def _weaknesses(unit: EditionUnit) -> Iterator[str]:
    """What the group found, with its sources; else the shortcomings a unit named and may be shown."""
    found = [one for one in unit.portrait.weaknesses if one.confirmed] if unit.portrait else []
    if found:
        for one in found:
            yield f"{one.text}（{listed(tuple(source.label for source in one.sources))}）"
        return
    areas = [area for report in unit.reports for area in report.areas]
    yield from (one.text for area in areas for one in area.shortcomings[:1])


def _ledger(year: EditionYear, unit: EditionUnit) -> Phrase:
    """`问题 5 项：已销号 3，待验收 0，逾期 0，长期整改 1。`"""
    prefix = f"units.{unit.id}.ledger"
    if not year.figure(f"{prefix}.total"):
        return Phrase("没有列入台账的问题。")
    parts: list[str] = ["问题 ", named(year, f"{prefix}.total"), " 项："]
    for number, (word, end) in enumerate(LEDGER):
        parts += ["，" if number else "", f"{word} ", named(year, f"{prefix}.{end}")]
    return Phrase(*parts, "。")


def _due(one: Problem) -> str:
    """`2026-07-05 2025-U03-004`."""
    return f"{day(one.due_current)}　{clipped(one.problem, DUE)}"


def _honours(found: UnitRecords) -> Iterator[str]:
    """`先进集体：综掘一队（青岚党发〔2026〕8号）`, then cases."""
    kept = (one for one in found.commendations if one.status is CommendationStatus.COMMENDED)
    yield from (_honour(one) for one in kept)
    yield from (f"案例：{case.title}" for case in found.cases)


def _honour(one: Commendation) -> str:
    document = f"（{one.doc_no}）" if one.doc_no else ""
    return f"{one.type.label}：{one.recipient}{document}"
