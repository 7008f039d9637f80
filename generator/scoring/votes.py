"""得票折分: what the votes of one class on one dimension are worth (domain.md 3.2, 3.4)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.model import scheme
from generator.model.ballots import BallotCount
from generator.model.terms import Abstain, BoardGrade, PointsTable
from generator.scoring.exact import ZERO, Rate
from generator.store.values import value

TIERS = (
    (Decimal("0.9"), Decimal(100)),
    (Decimal("0.8"), Decimal(95)),
    (Decimal("0.7"), Decimal(90)),
    (Decimal("0.6"), Decimal(85)),
)
"""Points of 100 by the least share of 优秀 votes (200/190/180/170 of 200), closed at the lower end."""
LOW_TIER, LOWEST_TIER = Decimal(80), Decimal(65)
"""Below all tiers: with less than a third in the two lower grades, and with a third or more."""


@value(frozen=True, slots=True)
class Votes:
    """Votes added up; abstentions beside them."""

    excellent: int = 0
    good: int = 0
    """良好 of a board, 称职 of a person."""
    fair: int = 0
    poor: int = 0
    abstain: int = 0
    points_sum: Decimal | None = None
    """Sum of the typed points, when voters typed points (`direct`)."""
    voters: int = 0
    """Ballots with typed points; 0 with the other tables."""

    @property
    def valid(self) -> int:
        """有效票 of the cell: abstentions left out."""
        return self.excellent + self.good + self.fair + self.poor

    @property
    def excellent_rate(self) -> Rate:
        """优秀率."""
        return Rate.of(self.excellent, self.valid)

    @property
    def competent_rate(self) -> Rate:
        """优良率 of a board, 称职以上率 of a person: the two best grades."""
        return Rate.of(self.excellent + self.good, self.valid)


def votes(counts: Iterable[BallotCount], ballots: int = 0) -> Votes:
    """The sum of the counts; `ballots` are the class's valid ones, for typed points without grade counts."""
    rows = tuple(counts)
    typed = [row.points_sum for row in rows if row.points_sum is not None]
    abstain = sum(row.n_abstain for row in rows)
    graded = sum(row.n_excellent + row.n_good + row.n_fair + row.n_poor for row in rows)
    return Votes(
        excellent=sum(row.n_excellent for row in rows),
        good=sum(row.n_good for row in rows),
        fair=sum(row.n_fair for row in rows),
        poor=sum(row.n_poor for row in rows),
        abstain=abstain,
        points_sum=sum(typed, ZERO) if typed else None,
        voters=(graded or max(0, ballots - abstain)) if typed else 0,
    )


def points(cell: Votes, rules: scheme.Ballot) -> Decimal | None:
    """`S(k,d)`, unrounded; None when nobody's vote counts in the cell."""
    match rules.points_table:
        case PointsTable.GRADES:
            return _by_grade(cell, rules)
        case PointsTable.TIER:
            return _by_tier(cell, rules)
        case PointsTable.DIRECT:
            return _direct(cell, rules)


def _by_grade(cell: Votes, rules: scheme.Ballot) -> Decimal | None:
    worth = rules.points
    total = (
        cell.excellent * worth[BoardGrade.EXCELLENT]
        + cell.good * worth[BoardGrade.GOOD]
        + cell.fair * worth[BoardGrade.FAIR]
        + cell.poor * worth[BoardGrade.POOR]
    )
    return _mean(total, cell.valid, cell.abstain, rules)


def _direct(cell: Votes, rules: scheme.Ballot) -> Decimal | None:
    return None if cell.points_sum is None else _mean(cell.points_sum, cell.voters, cell.abstain, rules)


def _mean(total: Decimal, voters: int, abstain: int, rules: scheme.Ballot) -> Decimal | None:
    """Points a voter; an abstention is left out, counts as 0, or counts as the lowest grade."""
    if rules.abstain is Abstain.MIN_GRADE:
        total += abstain * rules.points.get(BoardGrade.POOR, ZERO)
    if rules.abstain is not Abstain.EXCLUDE:
        voters += abstain
    return total / voters if voters else None


def _by_tier(cell: Votes, rules: scheme.Ballot) -> Decimal | None:
    """By the share of 优秀; abstentions beside the votes, in the lower grades with `min_grade`."""
    abstain = 0 if rules.abstain is Abstain.EXCLUDE else cell.abstain
    voters = cell.valid + abstain
    if not voters:
        return None
    low = cell.fair + cell.poor + (abstain if rules.abstain is Abstain.MIN_GRADE else 0)
    excellent = Rate.of(cell.excellent, voters)
    lowest = LOWEST_TIER if 3 * low >= voters else LOW_TIER
    return next((worth for least, worth in TIERS if excellent.at_least(least)), lowest)
