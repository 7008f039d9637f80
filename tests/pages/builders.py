"""A small complete edition for tests of pages: two years, three units in two groups, all invented.

2025 is decided: 一号队 优秀, 二号队 良好, 联合队 (merged from 三号队 and 四号队) 一般. 一号队 was renamed
in 2025, and the indicator system changed between the years. Replace what a test is about:
`replace(edition_year(), decided_on=None)`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from generator.contract.fields import Audience
from generator.editions.checklist import AreaRow, Checklist, DeductionRow, LeafRow
from generator.editions.edition import (
    Change,
    Edition,
    EditionHistory,
    EditionUnit,
    EditionYear,
    LostLeaf,
    NamePeriod,
    Post,
)
from generator.editions.reports import Claim, FocusSummary, Highlight, ReportSummary
from generator.model.checklist import LeafLink
from generator.model.people import Cause, Measure, Shortcoming
from generator.model.terms import (
    BoardGrade,
    CheckStatus,
    CycleStatus,
    FocusArea,
    LinkRelation,
    PartyOrganisation,
    UnitEventType,
    UnitKind,
)
from generator.scoring.exact import Rate
from tests.pages.figures import with_figures
from tests.pages.records import AS_OF, case, commendation, commendations, erratum, ledger, problem
from tests.pages.rules import ORIGIN, PRODUCTION, SUPPORT, group, leaf, leaf_rule, leaves, scheme, step, steps

__all__ = [
    "AS_OF",
    "ORIGIN",
    "PRODUCTION",
    "SUPPORT",
    "case",
    "checklist",
    "commendation",
    "commendations",
    "edition",
    "edition_year",
    "erratum",
    "group",
    "histories",
    "history",
    "leaf",
    "leaf_not_applicable",
    "leaf_row",
    "leaf_rule",
    "leaves",
    "ledger",
    "problem",
    "report",
    "scheme",
    "step",
    "steps",
    "unit",
    "with_figures",
]

_SHORT = {
    "一号掘进队": "一号队",
    "第一掘进队": "一队",
    "二号掘进队": "二号队",
    "机电联合队": "联合队",
    "三号机电队": "三号队",
    "四号机电队": "四号队",
}


def edition(audience: Audience = Audience.STAFF) -> Edition:
    """2024 with 一号队 under its old name, 二号队, 三号队 and 四号队; 2025 as in `edition_year`."""
    return Edition(audience, (edition_year(2024), edition_year(2025)), histories())


def edition_year(year: int = 2025) -> EditionYear:
    """The year 2024 or 2025, with its figures."""
    return with_figures(_edition_year(2025), _edition_year(2024)) if year == 2025 else _edition_year(2024)


def _edition_year(year: int) -> EditionYear:
    units = _units_2025() if year == 2025 else _units_2024()
    made = EditionYear(
        year=year,
        title=f"{year}年度基层领导班子述职暨党建工作考核",
        status=CycleStatus.RECTIFYING if year == 2025 else CycleStatus.ARCHIVED,
        as_of=AS_OF[year],
        held_from=dt.date(year + 1, 1, 12),
        held_to=dt.date(year + 1, 2, 6),
        decided_on=dt.date(year + 1, 2, 10),
        decision_doc=f"×党发〔{year + 1}〕6号",
        group=group(),
        steps=steps(year),
        scheme=scheme(year),
        units=units,
        leaves=leaves(),
        rules={
            "A1.1": (leaf_rule("A1.1", "缺 1 次", "0.5"),),
            "B2.1": (leaf_rule("B2.1", "缺 1 次", "0.5"),),
        },
        links=(LeafLink("B2.1", "B2.1", LinkRelation.SAME, None, ORIGIN),),
        lost=(
            LostLeaf("B2.1", Rate.of(Decimal("22.5"), 90)),
            LostLeaf("A1.2", Rate.of(10, 60)),
            LostLeaf("A1.1", Rate.of(0, 90)),
        ),
        ledger=ledger(year),
        commendations=commendations(year),
        cases=(case(year),) if year == 2025 else (),
        errata=(erratum(),) if year == 2025 else (),
        figures={},
    )
    return with_figures(made)


def _units_2025() -> tuple[EditionUnit, ...]:
    return (
        unit("u01", "一号掘进队", PRODUCTION, BoardGrade.EXCELLENT, ("46", "48"), reports=(report(),)),
        unit("u02", "二号掘进队", PRODUCTION, BoardGrade.GOOD, ("45", "40")),
        unit("u03", "机电联合队", SUPPORT, BoardGrade.FAIR, ("45", "43.5")),
    )


def _units_2024() -> tuple[EditionUnit, ...]:
    return (
        unit("u01", "第一掘进队", PRODUCTION, BoardGrade.GOOD, ("44", "42")),
        unit("u02", "二号掘进队", PRODUCTION, BoardGrade.GOOD, ("43", "41")),
        unit("u08", "三号机电队", SUPPORT, BoardGrade.EXCELLENT, ("47", "45")),
        unit("u09", "四号机电队", SUPPORT, BoardGrade.POOR, ("40", "38")),
    )


def unit(
    unit_id: str,
    name: str,
    group_name: str,
    grade: BoardGrade | None,
    earned: tuple[str, str],
    *,
    reports: tuple[ReportSummary, ...] = (),
) -> EditionUnit:
    """A unit whose areas A and B of 50 points each brought `earned`."""
    return EditionUnit(
        id=unit_id,
        name=name,
        short_name=_SHORT.get(name, name),
        party_org_name=f"{name}党支部",
        kind=UnitKind.GRASSROOTS,
        group=group_name,
        party_members=34,
        employees=120,
        board_posts=5,
        board_filled=4,
        posts=(Post("党支部书记", "党建、群团"), Post("队长", None)),
        grade=grade,
        veto_wording=None,
        checklist=checklist(Decimal(earned[0]), Decimal(earned[1])),
        reports=reports,
    )


def checklist(a: Decimal, b: Decimal) -> Checklist:
    """Points earned in A and B of 50 each: full marks on A1.1 and B3.1, the rest lost on A1.2 and B2.1."""
    median = Decimal("0.9")
    return Checklist(
        total=Rate.of(a + b, 100),
        areas=(AreaRow("A", Rate.of(a, 50), median), AreaRow("B", Rate.of(b, 50), median)),
        leaves=(
            leaf_row("A1.1", "30", "30"),
            leaf_row("A1.2", "20", str(a - 30)),
            leaf_row("B2.1", "30", str(b - 20)),
            leaf_row("B3.1", "20", "20"),
        ),
        group_median=median,
    )


def leaf_row(code: str, points: str, earned: str) -> LeafRow:
    """A leaf's result with one deduction for what is missing."""
    missing = Decimal(points) - Decimal(earned)
    deduction = DeductionRow("缺 1 次", 1, missing, "三季度会议记录缺失", "会议记录本")
    return LeafRow(
        code=code,
        status=CheckStatus.PARTLY if missing else CheckStatus.MET,
        points=Decimal(points),
        earned=Decimal(earned),
        ratio=None,
        deductions=(deduction,) if missing else (),
        note=None,
        issue_id=None,
    )


def leaf_not_applicable(code: str, points: str) -> LeafRow:
    """A leaf that does not apply to the unit."""
    return LeafRow(code, CheckStatus.NOT_APPLICABLE, Decimal(points), None, None, (), "未设支委会", None)


def report() -> ReportSummary:
    """A report of one focus area with data and approved shortcomings, and one with highlights only."""
    claim = Claim("掘进进尺完成率", Decimal("106.2"), "%", Decimal(100), Decimal("98.4"))
    advances = Claim("掘进进尺", Decimal("1250"), "米", None, Decimal(1000))
    production = FocusSummary(
        area=FocusArea.PRODUCTION,
        highlights=(Highlight("全年掘进进尺超额完成计划", (claim, advances)),),
        shortcomings=(Shortcoming("s1", "设备检修计划执行不严", "2025-U01-002", ORIGIN),),
        causes=(Cause("s1", "检修责任没有落实到人", ORIGIN),),
        measures=(Measure("s1", "逐台明确检修责任人", "队长", dt.date(2026, 3, 31), ORIGIN),),
    )
    political = FocusSummary(
        area=FocusArea.POLITICAL,
        highlights=(Highlight("第一议题全部落实", (Claim("第一议题", Decimal(12), "次", None, None),)),),
        shortcomings=(),
        causes=(),
        measures=(),
    )
    return ReportSummary("班子述职", "党支部书记", dt.date(2026, 1, 14), (political, production))


def histories() -> tuple[EditionHistory, ...]:
    """一号队 renamed, 三号队 and 四号队 merged into 联合队."""
    renamed = Change(dt.date(2025, 5, 1), UnitEventType.RENAME, ("u01",), ("u01",), "×发〔2025〕3号", None)
    merged = Change(
        dt.date(2025, 3, 1), UnitEventType.MERGE, ("u08", "u09"), ("u03",), "×发〔2025〕2号", "机电业务整合"
    )
    first = history("u01", "一号掘进队", "一号队", (2024, 2025), (renamed,))
    old = NamePeriod(
        "第一掘进队", "一队", PartyOrganisation.BRANCH, dt.date(2015, 1, 1), dt.date(2025, 4, 30)
    )
    now = replace(first.names[0], valid_from=dt.date(2025, 5, 1))
    closed = dt.date(2025, 2, 28)
    return (
        replace(first, names=(old, now)),
        history("u02", "二号掘进队", "二号队", (2024, 2025)),
        history("u03", "机电联合队", "联合队", (2025,), (merged,)),
        replace(history("u08", "三号机电队", "三号队", (2024,), (merged,)), closed_on=closed),
        replace(history("u09", "四号机电队", "四号队", (2024,), (merged,)), closed_on=closed),
    )


def history(
    unit_id: str, name: str, short_name: str, years: tuple[int, ...], changes: tuple[Change, ...] = ()
) -> EditionHistory:
    """A unit with one name since 2015."""
    period = NamePeriod(name, short_name, PartyOrganisation.BRANCH, dt.date(2015, 1, 1), None)
    return EditionHistory(unit_id, name, short_name, UnitKind.GRASSROOTS, (period,), changes, None, years)
