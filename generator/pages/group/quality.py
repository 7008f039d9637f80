"""数据质量: what the check warns of, and what each unit's data still lacks (domain.md 13, 14)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.figures.ballots.targets import target_key
from generator.pages.facts import Fact
from generator.pages.links import Link, unit_path
from generator.pages.marks import Mark
from generator.pages.page import Heading, Page
from generator.pages.words import day
from generator.problems import Level, Problem

SECTION = "group/"
LEVELS = {
    Level.WARNING: Mark("▲", Level.WARNING.label, "near", 1),
    Level.INFO: Mark("●", Level.INFO.label, "ok", 2),
}
HEADINGS = (
    Heading("warnings", "提醒和提示"),
    Heading("completeness", "各单位数据"),
    Heading("objections", "表彰异议"),
)


@dataclass(frozen=True)
class WarningRow:
    """One warning of the check."""

    level: Mark
    code: str
    place: str
    message: str
    hint: str


@dataclass(frozen=True)
class CompletenessRow:
    """How much there is of one unit."""

    unit: Link
    reports: str
    checks: str
    """`44/45`: leaves with a result of those that apply."""
    ballot: str
    members: str
    verifications: str
    interviews: str


@dataclass(frozen=True)
class ObjectionRow:
    """An objection and what came of it."""

    commendation: str
    received: str
    channel: str
    summary: str
    result: str
    handling: str


@dataclass(frozen=True)
class QualityView:
    """考核组 of a year."""

    sentence: str
    pages: tuple[Fact, ...]
    warnings: tuple[WarningRow, ...]
    units: tuple[CompletenessRow, ...]
    objections: tuple[ObjectionRow, ...]
    as_of: str


def plan_quality(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The front page of the group's section; none for others."""
    if edition.audience is not Audience.GROUP:
        return
    warnings = [one for one in edition.warnings if _is_of(one, year.year)]
    view = QualityView(
        sentence=_sentence(warnings),
        pages=tuple(_pages(year)),
        warnings=tuple(map(_warning, warnings)),
        units=tuple(_completeness(year, unit) for unit in year.units),
        objections=tuple(_objections(year)),
        as_of=day(year.as_of),
    )
    yield Page(SECTION, "考核组", "quality.html.j2", view, SECTION, HEADINGS, view.sentence)


def _is_of(problem: Problem, year: int) -> bool:
    """Those of the year's folder, and those of the folder all years share."""
    parts = problem.place.file.split("/")
    return len(parts) < 3 or parts[1] == str(year)


def _sentence(warnings: list[Problem]) -> str:
    counts = Counter(one.level for one in warnings)
    listed = "、".join(f"{level.label} {counts[level]} 个" for level in LEVELS if counts[level])
    return f"本年度数据没有错误，有{listed}。" if listed else "本年度数据没有错误，也没有提醒。"


def _pages(year: EditionYear) -> Iterator[Fact]:
    yield Fact("自评与认定", "", Link("各单位自评与考核组认定的差别", "group/self-scores/"))
    if year.recommendations:
        yield Fact("干部推荐", "", Link("干部推荐情况（只供打印）", "group/recommendations/"))


def _warning(one: Problem) -> WarningRow:
    return WarningRow(LEVELS[one.level], one.code, str(one.place), one.message, one.hint)


def _completeness(year: EditionYear, unit: EditionUnit) -> CompletenessRow:
    leaves = unit.checklist.leaves if unit.checklist else ()
    checked = sum(row.earned is not None for row in leaves)
    apply = len(year.leaves) - (len(leaves) - checked)
    inquiry = unit.inquiry
    return CompletenessRow(
        unit=Link(unit.short_name, unit_path(unit.id)),
        reports=f"{len(unit.reports)} 份",
        checks=f"{checked}/{apply} 项",
        ballot="有" if f"units.{unit.id}.ballot.board.score" in year.figures else "无",
        members=f"{_voted(year, unit)}/{len(unit.members)} 人",
        verifications=f"{len(inquiry.verifications) if inquiry else 0} 次",
        interviews=f"{len(inquiry.interviews) if inquiry else 0} 次",
    )


def _voted(year: EditionYear, unit: EditionUnit) -> int:
    """Members with a result of the ballot."""
    keys = (f"{target_key(unit.id, one.person_id)}.score" for one in unit.members)
    return sum(key in year.figures for key in keys)


def _objections(year: EditionYear) -> Iterator[ObjectionRow]:
    for one in year.objections:
        yield ObjectionRow(
            commendation=one.commendation_id,
            received=day(one.received_on),
            channel=one.channel,
            summary=one.summary,
            result=one.result.label,
            handling=one.handling or "",
        )
