"""Boards and persons on whom so few voted that nothing of it is told outside the assessment group.

Of fewer than ten valid ballots a score gives single votes away, before leaders too (promises.md B2, B9).
So do figures worked out from it: 综合得分 less its other parts is the score again, a rank lies between two
known ones, and a median of few units is one of them. Whatever has such a figure behind it is withheld.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.contract.fields import Audience
from generator.editions.matrix import Publication
from generator.figures import Figure
from generator.figures.ballots.targets import target_key
from generator.model.terms import Dimension, PublicationItem, TargetKind
from generator.model.year import Year

LEAST_VOTERS = 10
"""Valid ballots a board or a person needs before anything computed from them is told."""


def hidden_targets(year: Year, publication: Publication) -> frozenset[str]:
    """Those on whom too few voted, for an audience that is told of the others; the group is told all."""
    results = (PublicationItem.BALLOT_TOTAL, PublicationItem.BALLOT_DIMENSIONS, PublicationItem.COMPOSITE)
    told = any(map(publication.allows, results))
    return few_voters(year) if told and publication.audience is not Audience.GROUP else frozenset()


def few_voters(year: Year) -> frozenset[str]:
    """Keys of those on whom fewer voted, on one dimension at least: `units.u03.ballot`."""
    voted: defaultdict[tuple[str, Dimension], int] = defaultdict(int)
    for row in year.ballots:
        votes = row.n_excellent + row.n_good + row.n_fair + row.n_poor
        typed = row.points_sum is not None and not votes
        ballots = _valid(year, row.unit_id, row.target_kind, row.ballot_class) - row.n_abstain
        voted[target_key(row.unit_id, row.person_id), row.dimension] += ballots if typed else votes
    return frozenset(target for (target, _), count in voted.items() if count < LEAST_VOTERS)


def _valid(year: Year, unit_id: str, kind: TargetKind, ballot_class: str) -> int:
    """有效票 of a class: who typed points is counted nowhere else."""
    asked = (unit_id, kind, ballot_class)
    return sum(one.valid for one in year.ballot_rounds if (one.unit_id, one.sheet, one.ballot_class) == asked)


def withheld_keys(figures: Iterable[Figure], few: frozenset[str]) -> frozenset[str]:
    """Keys of the figures of these targets, and of all that rests on them but counts of units by grade."""
    by_key = {one.key: one for one in figures}
    known: dict[str, bool] = {}
    return frozenset(key for key in by_key if few and _rests(key, by_key, few, known))


def _rests(key: str, by_key: Mapping[str, Figure], few: frozenset[str], known: dict[str, bool]) -> bool:
    """Whether the figure is of one of these targets, or an operand of it rests on one."""
    if key not in known:
        one = by_key[key]
        behind = (operand.key for operand in one.basis.operands if operand.key in by_key)
        known[key] = _is_of(key, few) or (
            one.item is not PublicationItem.GRADES
            and any(_rests(inner, by_key, few, known) for inner in behind if inner is not None)
        )
    return known[key]


def _is_of(key: str, few: frozenset[str]) -> bool:
    """Whether the figure is about one of these targets; turnout is about all on the sheet."""
    board, is_ballot, rest = key.partition(".ballot.")
    if not is_ballot:
        return False
    board += ".ballot"
    if rest.startswith("turnout.person."):
        return any(target.startswith(f"{board}.persons.") for target in few)
    if rest.startswith("persons."):
        return any(key.startswith(f"{target}.") for target in few if ".persons." in target)
    return board in few
