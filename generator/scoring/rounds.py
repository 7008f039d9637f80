"""测评场次: turnout and validity of a meeting (domain.md 3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import scheme
from generator.model.ballots import BallotRound
from generator.scoring.exact import Rate


@dataclass(frozen=True)
class Turnout:
    """应到、实到、发出、收回、有效 of all classes of one sheet of a unit."""

    rounds: tuple[BallotRound, ...]
    """By class code."""
    attended: Rate
    """实到 of 应到."""
    returned: Rate
    """收回 of 发出."""
    valid: Rate
    """有效 of 收回."""
    quorate: bool
    """到会人数 reaches the scheme's share."""
    lawful: bool
    """No class returned more ballots than were issued, else the whole round is void."""

    @property
    def stands(self) -> bool:
        """Whether the result of the meeting counts."""
        return self.quorate and self.lawful


def turnout(rounds: Iterable[BallotRound], rules: scheme.Ballot) -> Turnout | None:
    """The accounting of one sheet of a unit; None when none was recorded."""
    rows = tuple(sorted(rounds, key=lambda row: row.ballot_class))
    if not rows:
        return None
    expected, present = sum(row.expected for row in rows), sum(row.present for row in rows)
    returned = sum(row.returned for row in rows)
    return Turnout(
        rounds=rows,
        attended=Rate.of(present, expected),
        returned=Rate.of(returned, sum(row.issued for row in rows)),
        valid=Rate.of(sum(row.valid for row in rows), returned),
        quorate=present * rules.quorum_expected >= expected * rules.quorum_present,
        lawful=all(row.returned <= row.issued for row in rows),
    )
