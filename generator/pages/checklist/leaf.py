"""One leaf of the indicator tree: what it asks, what it costs, how every unit stood, how it was before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.checklist import DeductionRow
from generator.editions.edition import Edition, EditionYear
from generator.model.checklist import Leaf, LeafRule
from generator.model.terms import CheckStatus, Scoring
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.checklist.by_leaf import LeafResults, UnitResult, results_by_leaf, row_rate
from generator.pages.checklist.crosswalk import EarlierRow, EarlierYears, same_leaves
from generator.pages.facts import Fact
from generator.pages.figures import Phrase, Shown, counted, fraction, named, rated, shown
from generator.pages.headlines.headline import Headlines, with_basis
from generator.pages.headlines.leaf import leaf_headlines
from generator.pages.links import Link, leaf_path, problem_link, unit_path
from generator.pages.marks import Mark
from generator.pages.page import Heading, Page
from generator.pages.search_records import RecordKind, SearchRecord, said
from generator.pages.words import NONE, day, listed, points, share, text
from generator.store.again import again
from generator.store.traced import followed
from generator.store.values import value

SECTION = "checklist/"

_STATUSES = {
    CheckStatus.MET: Mark("●", CheckStatus.MET.label, "ok", 1),
    CheckStatus.PARTLY: Mark("▲", CheckStatus.PARTLY.label, "near", 2),
    CheckStatus.UNMET: Mark("■", CheckStatus.UNMET.label, "late", 3),
    CheckStatus.NOT_APPLICABLE: Mark("○", CheckStatus.NOT_APPLICABLE.label, "none", 4),
}

HEADINGS = (
    Heading("requirement", "考核要求"),
    Heading("rules", "计分规则"),
    Heading("units", "各单位结果"),
    Heading("earlier", "历年"),
)


@dataclass(frozen=True)
class RuleRow:
    """扣分规则."""

    number: int
    when: str
    minus: str
    per: str
    cap: str


@dataclass(frozen=True)
class DeductionLine:
    """One reason why points were lost."""

    minus: str
    reason: str
    basis: str
    """The rule, how often, and the evidence."""


@value(frozen=True, slots=True)
class UnitLine:
    """One unit on this leaf."""

    anchor: str
    unit: Link
    status: Mark
    score: Shown
    """`1.5/2`, 「—」 when not applicable."""
    share: Shown
    ratio: str
    """完成率."""
    deductions: tuple[DeductionLine, ...]
    note: str
    problem: Link | None


@dataclass(frozen=True)
class LeafView:
    """One leaf in one year."""

    title: str
    sentence: Phrase
    headlines: Headlines
    facts: tuple[Fact, ...]
    requirement: str
    rules: tuple[RuleRow, ...]
    units: tuple[UnitLine, ...]
    basis: tuple[BasisRow, ...]
    """Of the company's rates, then of each unit's points."""
    is_ratio: bool
    """Whether 完成率 has a column."""
    earlier: tuple[EarlierRow, ...]
    no_earlier: str
    """What to say when there is none."""
    as_of: str


def plan_leaves(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page for each leaf."""
    results = results_by_leaf(year)
    before = edition.year(year.year - 1)
    desk = _Desk(edition, year, EarlierYears.of(edition, year), same_leaves(before, year) if before else {})
    for leaf in year.leaves:
        yield again(("leaf page", year.year, leaf.code), _page, desk, leaf, results[leaf.code])


@followed("edition", "year", "earlier", "same")
@dataclass(frozen=True)
class _Desk:
    """What the pages of all leaves are written from."""

    edition: Edition
    year: EditionYear
    earlier: EarlierYears
    same: Mapping[str, str]
    """Last year's codes of leaves that stayed the same."""


def _page(desk: _Desk, leaf: Leaf, found: LeafResults) -> Page:
    edition, year, earlier, same = desk.edition, desk.year, desk.earlier, desk.same
    rows = tuple(earlier.rows(leaf.code))
    headlines = leaf_headlines(edition, year, leaf, found, same)
    view = LeafView(
        title=f"{leaf.code} {leaf.name}",
        sentence=_sentence(year, leaf, found),
        headlines=with_basis(edition, year, headlines),
        facts=tuple(_facts(year, leaf)),
        requirement=leaf.requirement,
        rules=tuple(_rule(rule, leaf.scoring) for rule in year.rules.get(leaf.code, ())),
        units=tuple(_unit(year, result) for result in found.results),
        basis=_basis(year, leaf.code, found),
        is_ratio=leaf.scoring is Scoring.RATIO,
        earlier=rows,
        no_earlier="" if rows else _no_earlier(earlier, leaf.code),
        as_of=day(year.as_of),
    )
    path, records = leaf_path(leaf.code), (_record(year, leaf),)
    return Page(path, view.title, "leaf.html.j2", view, SECTION, HEADINGS, view.sentence, records)


def _record(year: EditionYear, leaf: Leaf) -> SearchRecord:
    """The leaf by its name and code, what it asks, and when points are lost on it."""
    rules = (rule.when for rule in year.rules.get(leaf.code, ()))
    text = said(leaf.code, leaf.l2, leaf.requirement, *rules, leaf.owner_dept)
    return SearchRecord(RecordKind.LEAF, leaf.name, text, (leaf.code, f"{leaf.code}{leaf.name}"))


def _sentence(year: EditionYear, leaf: Leaf, found: LeafResults) -> Phrase:
    if found.rate.value is None:
        return Phrase("没有可以公布的检查结果。" if not found.results else "本年度没有适用的单位。")
    key = f"company.checklist.leaves.{leaf.code}"
    rate, lost = rated(year, f"{key}.rate"), rated(year, f"{key}.lost")
    if not lost.key:
        return Phrase("公司得分率 ", rate, "，没有单位失分。")
    place = (counted(year, "indicators.leaves"), "指标第 ", named(year, f"{key}.lost.rank"), " 位。")
    return Phrase("公司得分率 ", rate, "；失分率 ", lost, "，由高到低居 ", *place)


def _basis(year: EditionYear, code: str, found: LeafResults) -> tuple[BasisRow, ...]:
    company = f"company.checklist.leaves.{code}"
    units = (_earned_key(result.unit.id, code) for result in found.results)
    return basis_rows(
        year, [*(f"{company}.{end}" for end in ("rate", "lost", "lost.rank", "median")), *units]
    )


def _earned_key(unit_id: str, code: str) -> str:
    return f"units.{unit_id}.checklist.leaves.{code}.earned"


def _facts(year: EditionYear, leaf: Leaf) -> Iterator[Fact]:
    area = next((area.name for area in year.scheme.areas if leaf.code.startswith(area.code)), NONE)
    yield Fact("一级指标", area)
    yield Fact("二级指标", leaf.l2)
    yield Fact("分值", f"{points(leaf.points)} 分")
    yield Fact("动作类别", leaf.action_kind.label)
    yield Fact("计分方式", leaf.scoring.label)
    yield Fact("频次", leaf.frequency.label)
    yield Fact("适用条件", leaf.applies_if.label)
    yield Fact("证据类型", listed(tuple(kind.label for kind in leaf.evidence)))
    yield Fact("检查方法", listed(tuple(method.label for method in leaf.method)))
    yield Fact("责任部门", leaf.owner_dept)
    if leaf.ledger_rate is not None:
        yield Fact("得分来源", f"按上年整改台账的{leaf.ledger_rate.label}计算")


def _rule(rule: LeafRule, scoring: Scoring) -> RuleRow:
    per = f"每{rule.per}" if rule.per and scoring is not Scoring.BAND else text(rule.per)
    return RuleRow(rule.rule, rule.when, f"{points(rule.minus)} 分", per, points(rule.cap))


def _unit(year: EditionYear, result: UnitResult) -> UnitLine:
    row, unit = result.row, result.unit
    key, earned = _earned_key(unit.id, row.code), row_rate(row)
    return UnitLine(
        anchor=unit_anchor(unit.id),
        unit=Link(unit.short_name, unit_path(unit.id)),
        status=_STATUSES[row.status],
        score=fraction(year, key),
        share=shown(year, key, share(earned.value)) if earned else Shown(NONE),
        ratio=share(row.ratio),
        deductions=tuple(map(_deduction, row.deductions)),
        note=row.note or "",
        problem=problem_link(year, row.issue_id) if row.issue_id else None,
    )


def unit_anchor(unit_id: str) -> str:
    """Where the unit's row is on a leaf's page: `unit-u03`."""
    return f"unit-{unit_id}"


def _deduction(row: DeductionRow) -> DeductionLine:
    times = f"，{row.times} 次" if row.times > 1 else ""
    return DeductionLine(f"−{points(row.minus)}", row.reason, f"{row.when}{times}；依据：{row.evidence}")


def _no_earlier(earlier: EarlierYears, code: str) -> str:
    if earlier.is_new(code):
        return "本年新增的指标，上年没有对应指标。"
    if len(earlier.years) == 1:
        return "没有上年的数据。"
    return "指标沿革中没有登记上年的对应指标。"
