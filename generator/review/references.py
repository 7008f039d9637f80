"""引用: what a row names must exist where it is declared (domain.md 14 E101)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.model.ballots import BallotCount
from generator.model.checklist import Check, Leaf, Verification
from generator.model.grouping import grouped
from generator.model.people import Shortcoming
from generator.model.rectifications import RectificationEntry
from generator.model.results import Decision
from generator.model.tables import Tables, YearTables
from generator.model.terms import AdjustmentKind, RectificationSource, TargetKind
from generator.problems import Problem
from generator.review.findings import at
from generator.review.lookup import leaders, previous, profiles, reports, scheme_of
from generator.review.sources import TABLES, OfUnit, Sourced, declaration
from generator.review.wording import nearest

OF_UNITS = (
    "leaders",
    "checks",
    "deductions",
    "verifications",
    "ballot_rounds",
    "ballots",
    "components",
    "adjustments",
    "decisions",
    "commendations",
    "reports",
    "cases",
    "rectifications",
)
"""Tables of a year with rows of single units."""

PROBLEM_NUMBER = re.compile(r"\d{4}-.+-\d{3}")
"""`2025-U03-012`."""


def leaf_codes(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Checks, deductions, rules and links name leaves of this year."""
    codes = {leaf.code for leaf in year.indicators}
    rows: list[Sourced] = [*year.checks, *year.deductions, *year.indicator_rules]
    for row in rows:
        yield from _dangling(row, "code", codes, _table(year.year, "indicators"))
    for link in year.crosswalk:
        yield from _dangling(link, "code_to", codes, _table(year.year, "indicators"))


def past_leaf_codes(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Links start from leaves of last year, when last year is in the data (domain.md 10.2)."""
    before = previous(year, tables)
    if before is None or not before.indicators:
        return
    codes = {leaf.code for leaf in before.indicators}
    for link in year.crosswalk:
        yield from _dangling(link, "code_from", codes, _table(before.year, "indicators"))


def leaf_areas(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The letter of a leaf is an area of the scheme (domain.md 6.1)."""
    areas = [area.code for area in scheme_of(year).areas]
    for leaf in year.indicators:
        if leaf.code[:1] not in areas:
            message = f"方案的一级指标中没有“{leaf.code[:1]}”"
            yield at(leaf, "code").problem("E101", message, f"一级指标的代码是{'、'.join(areas)}，请核对")


def rules_of_deductions(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A deduction names a rule of its leaf (domain.md 6.1)."""
    rules = {(rule.code, rule.rule) for rule in year.indicator_rules}
    leaves = {leaf.code: leaf for leaf in year.indicators}
    for row in year.deductions:
        if row.code in leaves and (row.code, row.rule) not in rules:
            numbers = [str(number) for code, number in sorted(rules) if code == row.code]
            known = f"已有的规则序号是{'、'.join(numbers)}" if numbers else "该指标还没有扣分规则"
            message = f"{_leaf(leaves[row.code])}没有这条扣分规则"
            yield at(row, "rule").problem("E101", message, f"{known}，请核对")


def people(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Ballots and decisions on a person name a board member of that unit (domain.md 3.3)."""
    board = leaders(year)
    rows: list[BallotCount | Decision] = [*year.ballots, *year.decisions]
    for row in rows:
        if row.target_kind is TargetKind.BOARD:
            if row.person_id is not None:
                yield at(row, "person_id").problem(
                    "E101", "对象是班子时不填人员编号", "请删除，或把对象类别改为个人"
                )
        elif row.person_id is None:
            yield at(row, "person_id").problem(
                "E101", "对象是个人，缺少人员编号", "请填写班子成员表中的人员编号"
            )
        elif row.person_id not in board:
            yield from _dangling(row, "person_id", board, _table(year.year, "leaders"))
        elif board[row.person_id].unit_id != row.unit_id:
            message = f"该人员在单位{board[row.person_id].unit_id}，与本行单位{row.unit_id}不一致"
            yield at(row, "person_id").problem("E101", message, "请核对人员编号和单位编号")


def claims(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A verification bears on claims of the unit's own reports (domain.md 5.1)."""
    known: dict[str, list[str]] = {}
    for unit_id, report in reports(year):
        found = (claim.id for area in report.areas for one in area.highlights for claim in one.claims)
        known.setdefault(unit_id, []).extend(found)
    for row in year.verifications:
        for claim_id in row.claim_ids:
            if claim_id not in known.get(row.unit_id, ()):
                message = f"该单位的述职报告中没有事项{claim_id}"
                hint = _remedy(claim_id, known.get(row.unit_id, []), "述职报告的事项编号")
                yield at(row, "claim_ids").problem("E101", message, hint)


def ledger_numbers(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Checks, verifications and shortcomings name ledger problems of their unit (domain.md 6.1, 5.1, 2.2)."""
    ledger = {entry.id: entry for one in tables.years for entry in one.rectifications}
    rows: list[tuple[str, Check | Verification | Shortcoming]] = []
    rows += ((row.unit_id, row) for row in year.checks)
    rows += ((row.unit_id, row) for row in year.verifications)
    for unit_id, report in reports(year):
        rows += ((unit_id, row) for area in report.areas for row in area.shortcomings)
    for unit_id, row in rows:
        entry = ledger.get(row.issue_id or "")
        if entry is None:
            yield from _dangling(row, "issue_id", ledger, TABLES["rectifications"].label)
        elif unit_id not in (entry.unit_id, entry.unit_from, *entry.co_units):
            message = f"该问题的责任单位是{entry.unit_id}，与这里的单位{unit_id}不一致"
            yield at(row, "issue_id").problem("E101", message, "请核对问题编号")


def event_numbers(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Events belong to problems of their year's ledger, merged ones go into existing problems (9.2)."""
    ledger = {entry.id for one in tables.years for entry in one.rectifications}
    own = {entry.id for entry in year.rectifications}
    for event in year.rectification_events:
        yield from _dangling(event, "id", own, _table(year.year, "rectifications"))
        yield from _dangling(event, "merged_into", ledger, TABLES["rectifications"].label)


def sources(year: YearTables, _: Tables) -> Iterator[Problem]:
    """来源编号 of a problem found by checklist or self-report names what it came from (domain.md 9.1)."""
    codes = {leaf.code for leaf in year.indicators}
    told: list[str] = []
    for _unit, report in reports(year):
        told.append(report.id)
        for area in report.areas:
            told += (row.id for row in area.shortcomings)
            told += (claim.id for row in area.highlights for claim in row.claims)
    for entry in year.rectifications:
        if entry.source is RectificationSource.CHECKLIST:
            yield from _dangling(entry, "source_ref", codes, _table(year.year, "indicators"))
        elif entry.source is RectificationSource.SELF_REPORT:
            yield from _dangling(entry, "source_ref", told, f"{year.year}年述职报告")


def cases(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Commendations and bonuses name cases, of this year or an earlier one (domain.md 8.2, 8.3)."""
    known = {case.id for one in tables.years if one.year <= year.year for case in one.cases}
    rows: list[Sourced] = [*year.commendations, *year.adjustments]
    for row in rows:
        yield from _dangling(row, "case_id", known, "典型案例")


def awards(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A decision names commendations of its unit; an objection names a commendation (domain.md 7.5, 8.2)."""
    units = {row.id: row.unit_id for row in year.commendations}
    for decision in year.decisions:
        for award_id in decision.award_ids:
            if award_id not in units:
                hint = _remedy(award_id, units, "表彰编号")
                yield at(decision, "award_ids").problem("E101", f"通报表彰中没有编号{award_id}", hint)
            elif units[award_id] != decision.unit_id:
                message = f"表彰{award_id}属于单位{units[award_id]}，与本行单位{decision.unit_id}不一致"
                yield at(decision, "award_ids").problem("E101", message, "请核对表彰编号")
    for objection in year.objections:
        if objection.commendation_id not in units:
            message = "通报表彰中没有这个编号"
            yield at(objection, "commendation_id").problem("E101", message, "请核对表彰编号")


def scheme_items(year: YearTables, _: Tables) -> Iterator[Problem]:
    """An adjustment names an item of its kind in the scheme (domain.md 6.3)."""
    scheme = scheme_of(year)
    items = {
        AdjustmentKind.BONUS: [item.id for item in scheme.bonuses],
        AdjustmentKind.PENALTY: [item.id for item in scheme.penalties],
        AdjustmentKind.VETO: [item.id for item in scheme.vetoes],
    }
    for row in year.adjustments:
        yield from _dangling(row, "item", items[row.kind], f"方案的{row.kind.label}项")


def assessed_units(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A unit in a table of the year is assessed that year; reported once for each table and unit."""
    assessed = profiles(year)
    listed: list[Sequence[OfUnit]] = [getattr(year, name) for name in OF_UNITS if name != "rectifications"]
    for rows in listed:
        for unit_id, own in grouped(rows, lambda row: row.unit_id).items():
            if unit_id not in assessed:
                yield _unassessed(year, own[0], "unit_id", len(own))
    yield from _ledger_units(year, year.rectifications)


def _ledger_units(year: YearTables, entries: Iterable[RectificationEntry]) -> Iterator[Problem]:
    """A problem belongs to a unit assessed in its year, or came from one by a merger (domain.md 10.3)."""
    assessed = profiles(year)
    for entry in entries:
        name = "unit_from" if entry.unit_from else "unit_id"
        if getattr(entry, name) not in assessed:
            yield _unassessed(year, entry, name, 1)


def _unassessed(year: YearTables, row: Sourced, name: str, count: int) -> Problem:
    """The problem of a unit without 单位概况."""
    rows = f"（本表共{count}行）" if count > 1 else ""
    message = f"该单位不在{_table(year.year, 'profiles')}中，不参加本年度考核{rows}"
    return at(row, name).problem("E101", message, "请核对单位编号，或在单位概况中补上该单位")


def _dangling(row: Sourced, name: str, known: Collection[str], where: str) -> Iterator[Problem]:
    """The problem of a filled-in reference that is not among the known ones."""
    value = getattr(row, name)
    if value is not None and value not in known:
        label = declaration(row, name).label
        noun = "代码" if label.endswith("代码") else "编号"
        yield at(row, name).problem("E101", f"{where}中没有这个{noun}", _remedy(value, known, label))


def _remedy(word: str, known: Collection[str], label: str) -> str:
    """The nearest known word, or the request to look again; another unit's problem is never the nearest."""
    if PROBLEM_NUMBER.fullmatch(word):
        unit = word.rpartition("-")[0]
        meant = nearest(word, [one for one in known if one.rpartition("-")[0] == unit])
        restore = "如果台账中删去了这个问题，请恢复那一行，登记过的问题不能删除"
        return f"是否应为“{meant}”？{restore}" if meant else f"请核对{label}；{restore}"
    meant = nearest(word, known)
    return f"是否应为“{meant}”？" if meant else f"请核对{label}"


def _table(year: int, name: str) -> str:
    """A table as messages name it: `2025年指标体系`."""
    return f"{year}年{TABLES[name].label}"


def _leaf(leaf: Leaf) -> str:
    """A leaf as messages name it: `B2.1 支部党员大会`."""
    return f"{leaf.code} {leaf.name}"
