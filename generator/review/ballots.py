"""民主测评: tickets and counts add up, every target is counted in full (domain.md 3.3, 14 E121)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.model.ballots import BallotCount, BallotRound
from generator.model.grouping import grouped
from generator.model.people import Leader
from generator.model.tables import Tables, YearTables
from generator.model.terms import Dimension, PointsTable, TargetKind
from generator.problems import Problem
from generator.review.findings import at
from generator.review.lookup import leaders, scheme_of
from generator.review.sources import declaration
from generator.review.wording import listing

RoundKey = tuple[str, TargetKind, str]
"""Unit, sheet, class."""

TallyKey = tuple[str, TargetKind, str | None, str]
"""Unit, kind of target, person, class."""

COUNTS = ("n_excellent", "n_good", "n_fair", "n_poor", "n_abstain")
TICKETS = ("returned", "issued", "present", "expected")
"""Each at most the next: who was not there got no ticket, who got none returned none."""


def tickets(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Valid + invalid = returned ≤ issued ≤ present ≤ expected; two people count."""
    for row in year.ballot_rounds:
        if row.valid + row.invalid != row.returned:
            total = f"有效 {row.valid} 加无效 {row.invalid} 等于 {row.valid + row.invalid}"
            message = f"{total}，与收回 {row.returned} 不符"
            yield at(row, "valid").problem("E121", message, "请核对有效、无效和收回的票数")
        for name, limit in pairwise(TICKETS):
            most = getattr(row, limit)
            if getattr(row, name) > most:
                message = f"超过{declaration(row, limit).label} {most}"
                yield at(row, name).problem("E121", message, "请核对票数和人数")
        if row.counted_by == row.supervised_by:
            yield at(row, "supervised_by").problem("E121", "监票人与计票人是同一人", "请由两人分别计票和监票")


def quorum(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A meeting is valid when enough of those expected were present, all classes together (domain.md 3.3)."""
    ballot = scheme_of(year).ballot
    if ballot.quorum_present > ballot.quorum_expected:
        return
    for rows in grouped(year.ballot_rounds, lambda row: (row.unit_id, row.sheet)).values():
        present, expected = sum(row.present for row in rows), sum(row.expected for row in rows)
        if present * ballot.quorum_expected < expected * ballot.quorum_present:
            message = (
                f"各票种实到合计 {present} 人，应到 {expected} 人，"
                f"不足 {ballot.quorum_present}/{ballot.quorum_expected}，测评无效"
            )
            yield at(rows[0], "present").problem("E121", message, "请核对人数；确实不足的应重新组织测评")


def classes(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Rounds and counts name classes and dimensions of the scheme."""
    ballot = scheme_of(year).ballot
    codes = [one.code for one in ballot.classes]
    dimensions = [*(one.dimension for one in ballot.dimensions), Dimension.OVERALL]
    rows: list[BallotRound | BallotCount] = [*year.ballot_rounds, *year.ballots]
    for row in rows:
        if row.ballot_class not in codes:
            yield at(row, "ballot_class").problem("E121", "方案中没有这个票种", f"可填：{'、'.join(codes)}")
    for row in year.ballots:
        if row.dimension not in dimensions:
            hint = f"可填：{'、'.join(one.label for one in dimensions)}"
            yield at(row, "dimension").problem("E121", "方案中没有这个维度", hint)


def counts(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The five counts of a row sum up to the valid tickets of its class and sheet."""
    rounds = _rounds(year)
    if scheme_of(year).ballot.points_table is PointsTable.DIRECT:
        yield from _points_sums(year, rounds)
        return
    for row in year.ballots:
        held = rounds.get((row.unit_id, row.target_kind, row.ballot_class))
        total = sum(getattr(row, name) for name in COUNTS)
        if held is None:
            message = f"测评场次中没有该单位{row.target_kind.label}测评表的票种{row.ballot_class}"
            yield at(row, "ballot_class").problem("E121", message, "请补上测评场次，或核对票种")
        elif total != held.valid:
            message = f"五项票数合计 {total}，与有效票 {held.valid} 不符，{_difference(total, held.valid)}"
            yield at(row, "n_abstain").problem("E121", message, "请核对各等次票数；未填的格计入弃权票")
        if row.points_sum is not None:
            message = "方案按等次折分，不填打分合计"
            yield at(row, "points_sum").problem("E121", message, "请删除打分合计，或核对方案的折分办法")


def completeness(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Each target has all dimensions or only 总体评价, the same in every class that voted."""
    rounds = _rounds(year)
    wanted = [one.dimension for one in scheme_of(year).ballot.dimensions]
    by_target = grouped(year.ballots, lambda row: (row.unit_id, row.target_kind, row.person_id))
    for (unit_id, kind, _person), rows in by_target.items():
        voted = [
            code
            for (unit, sheet, code), held in rounds.items()
            if (unit, sheet) == (unit_id, kind) and held.valid
        ]
        yield from _absent_classes(rows, voted)
        only_overall = all(row.dimension is Dimension.OVERALL for row in rows)
        for own in grouped(rows, lambda row: row.ballot_class).values():
            yield from _dimensions(own, [Dimension.OVERALL] if only_overall else wanted)


def newcomers(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Who was less than half a year in post on 31 December is not tested (domain.md 1.1)."""
    board = leaders(year)
    for person_id, rows in grouped(year.ballots, lambda row: row.person_id).items():
        leader = board.get(person_id or "")
        if leader is not None and is_newcomer(leader, year.year):
            message = f"该人员任职时间是 {leader.in_post_since.isoformat()}，年末任职不满半年，不参加民主测评"
            hint = f"请删除该人员的{len(rows)}行测评票数，或核对任职时间"
            yield at(rows[0], "person_id").problem("E121", message, hint)


def is_newcomer(leader: Leader, year: int) -> bool:
    """Whether the person was less than half a year in post on 31 December of the year (domain.md 1.1)."""
    return leader.in_post_since > dt.date(year, 7, 1)


def _rounds(year: YearTables) -> dict[RoundKey, BallotRound]:
    """The rounds by unit, sheet and class."""
    return {(row.unit_id, row.sheet, row.ballot_class): row for row in year.ballot_rounds}


def _points_sums(year: YearTables, rounds: dict[RoundKey, BallotRound]) -> Iterator[Problem]:
    """直接打分: the sum of points is given and at most 100 for each ticket that was not an abstention."""
    for row in year.ballots:
        held = rounds.get((row.unit_id, row.target_kind, row.ballot_class))
        if row.points_sum is None:
            yield at(row, "points_sum").problem("E121", "方案直接打分，缺少打分合计", "请填写各票分数之和")
        elif held is not None and row.points_sum > 100 * (held.valid - row.n_abstain):
            message = f"超过 {held.valid - row.n_abstain} 张票的满分 {100 * (held.valid - row.n_abstain)}"
            yield at(row, "points_sum").problem("E121", message, "请核对打分合计、有效票和弃权票")


def _absent_classes(rows: Sequence[BallotCount], voted: Iterable[str]) -> Iterator[Problem]:
    """The problem of classes that voted on this sheet but have no count of the target."""
    counted = {row.ballot_class for row in rows}
    absent = [code for code in voted if code not in counted]
    if absent:
        message = f"该对象缺少票种{'、'.join(absent)}的票数，测评场次中有这些票种的有效票"
        yield at(rows[0], "ballot_class").problem("E121", message, "请补上这些票种的测评票数")


def _dimensions(rows: Sequence[BallotCount], wanted: list[Dimension]) -> Iterator[Problem]:
    """The problem of one target and class without some dimensions, or with 总体评价 beside others."""
    given = [row.dimension for row in rows]
    absent = [one.label for one in wanted if one not in given]
    if absent:
        message = f"该对象票种{rows[0].ballot_class}缺少维度：{listing(absent)}"
        yield at(rows[0], "dimension").problem(
            "E121", message, "请补上各维度的票数；只测总体评价时每个票种只填一行"
        )
    elif Dimension.OVERALL in given and Dimension.OVERALL not in wanted:
        row = next(row for row in rows if row.dimension is Dimension.OVERALL)
        yield at(row, "dimension").problem("E121", "已填各维度，不再填总体评价", "请删除这一行")


def _difference(actual: int, wanted: int) -> str:
    """How many tickets are too few or too many."""
    return f"少 {wanted - actual} 票" if actual < wanted else f"多 {actual - wanted} 票"
