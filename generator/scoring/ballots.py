"""民主测评: scores and shares of boards and persons, with their denominators (domain.md 3.3–3.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import scheme
from generator.model.ballots import BallotCount, BallotRound
from generator.model.terms import Dimension, MissingClass, TargetKind
from generator.model.year import Year, by_unit
from generator.scoring.exact import ZERO, Rate, median, rounded
from generator.scoring.rounds import Turnout, turnout
from generator.scoring.votes import Votes, points, votes
from generator.store.again import again
from generator.store.traced import followed


@dataclass(frozen=True)
class ClassScore:
    """One class of voters on one dimension."""

    ballot_class: scheme.BallotClass
    votes: Votes
    score: Decimal | None
    """`S(k,d)`, unrounded; None when nobody's vote counts."""


@dataclass(frozen=True)
class DimensionScore:
    """One dimension over all classes."""

    dimension: Dimension
    weight: Decimal
    classes: tuple[ClassScore, ...]
    """In the order of the scheme."""
    votes: Votes
    """Pooled over the classes."""
    score: Decimal | None
    """`S(d)`, unrounded; None when no class counts, or one is missing and the scheme does not allow it."""

    @property
    def rounded(self) -> Decimal | None:
        """The score, 2 decimals."""
        return None if self.score is None else rounded(self.score)


@dataclass(frozen=True)
class Share:
    """优秀率 or 优良率/称职以上率 in both ways of counting; a page must name the one it shows."""

    pooled: Rate
    """Votes of all classes and dimensions together (合并计算)."""
    weighted: Decimal | None
    """Mean of the classes' shares by class weight (票种加权), 0–1, unrounded."""


@dataclass(frozen=True)
class BallotResult:
    """民主测评 of one board or person."""

    unit_id: str
    person_id: str | None
    """None for the board."""
    turnout: Turnout | None
    dimensions: tuple[DimensionScore, ...]
    """In the order of the scheme; 总体评价 alone when only that was asked."""
    excellent: Share
    """优秀率."""
    competent: Share
    """优良率 of a board, 称职以上率 of a person: the two best grades."""
    score: Decimal | None
    """`S(t)`, unrounded; None when a dimension has no score or the round does not stand."""

    @property
    def rounded(self) -> Decimal | None:
        """The score, 2 decimals."""
        return None if self.score is None else rounded(self.score)


@dataclass(frozen=True)
class BallotMedians:
    """中位得分 of boards, by dimension; a dimension without any score is absent."""

    dimensions: Mapping[Dimension, Decimal]
    score: Decimal | None


@followed("boards", "persons", "groups")
@dataclass(frozen=True)
class BallotAssessment:
    """民主测评 of a year; units and persons nobody voted on are absent."""

    boards: Mapping[str, BallotResult]
    """By unit id in official order."""
    persons: Mapping[str, Mapping[str, BallotResult]]
    """By unit id, then person id in the order of their numbers."""
    groups: Mapping[str, BallotMedians]
    """Of boards, by group name in the order of the scheme."""
    overall: BallotMedians


def assess_ballots(year: Year) -> BallotAssessment:
    """Every board and person of the year's units."""
    name = year.year
    counts, rounds = by_unit(year.ballots), by_unit(year.ballot_rounds)
    results = {
        unit.id: again(
            ("ballots", name, unit.id),
            _unit_results,
            counts.get(unit.id, ()),
            rounds.get(unit.id, ()),
            year.scheme.ballot,
        )
        for unit in year.units
    }
    boards = {
        unit_id: result for unit_id, rows in results.items() for result in rows if result.person_id is None
    }
    persons = {
        unit_id: {result.person_id: result for result in rows if result.person_id is not None}
        for unit_id, rows in results.items()
    }
    groups = {
        group.name: tuple(
            boards[unit.id] for unit in year.units if unit.group == group.name and unit.id in boards
        )
        for group in year.scheme.groups
    }
    return BallotAssessment(
        boards=boards,
        persons={unit_id: rows for unit_id, rows in persons.items() if rows},
        groups={
            group: again(("ballot medians", name, group), _medians, rows) for group, rows in groups.items()
        },
        overall=again(("ballot medians", name), _medians, tuple(boards.values())),
    )


def ballot_result(
    counts: Iterable[BallotCount], rounds: Iterable[BallotRound], rules: scheme.Ballot
) -> BallotResult:
    """The result of one target from its counts (at least one) and the accounting of its sheet."""
    rows, accounts = tuple(counts), tuple(rounds)
    held = turnout(accounts, rules)
    dimensions = tuple(
        _dimension_score(weight, rows, accounts, rules) for weight in _dimensions(rows, rules.dimensions)
    )
    stands = held is None or held.stands
    return BallotResult(
        unit_id=rows[0].unit_id,
        person_id=rows[0].person_id,
        turnout=held,
        dimensions=dimensions,
        excellent=_share(dimensions, rules, lambda cell: cell.excellent_rate),
        competent=_share(dimensions, rules, lambda cell: cell.competent_rate),
        score=_weighted((one.weight, one.score) for one in dimensions) if stands else None,
    )


def _unit_results(
    counts: Sequence[BallotCount], rounds: Sequence[BallotRound], rules: scheme.Ballot
) -> tuple[BallotResult, ...]:
    """The board first, then persons by number."""
    targets: dict[tuple[TargetKind, str], list[BallotCount]] = {}
    for row in counts:
        targets.setdefault((row.target_kind, row.person_id or ""), []).append(row)
    ordered = sorted(targets.items(), key=lambda item: (item[0][0] is TargetKind.PERSON, item[0][1]))
    return tuple(
        ballot_result(rows, (row for row in rounds if row.sheet is kind), rules)
        for (kind, _), rows in ordered
    )


def _dimensions(
    rows: Iterable[BallotCount], weights: tuple[scheme.DimensionWeight, ...]
) -> tuple[scheme.DimensionWeight, ...]:
    """The scheme's dimensions; 总体评价 with the whole weight when nothing else was asked."""
    asked = {row.dimension for row in rows}
    if asked == {Dimension.OVERALL} and all(one.dimension is not Dimension.OVERALL for one in weights):
        return (scheme.DimensionWeight(Dimension.OVERALL, Decimal(1), weights[0].origin),)
    return weights


def _dimension_score(
    weight: scheme.DimensionWeight,
    rows: Iterable[BallotCount],
    rounds: tuple[BallotRound, ...],
    rules: scheme.Ballot,
) -> DimensionScore:
    own = tuple(row for row in rows if row.dimension is weight.dimension)
    classes = tuple(_class_score(one, own, rounds, rules) for one in rules.classes)
    known = {one.code for one in rules.classes}
    return DimensionScore(
        dimension=weight.dimension,
        weight=weight.weight,
        classes=classes,
        votes=votes(row for row in own if row.ballot_class in known),
        score=_over_classes([(one.ballot_class.weight, one.score) for one in classes], rules),
    )


def _class_score(
    ballot_class: scheme.BallotClass,
    rows: Iterable[BallotCount],
    rounds: Iterable[BallotRound],
    rules: scheme.Ballot,
) -> ClassScore:
    ballots = sum(row.valid for row in rounds if row.ballot_class == ballot_class.code)
    cell = votes((row for row in rows if row.ballot_class == ballot_class.code), ballots)
    return ClassScore(ballot_class, cell, points(cell, rules))


def _over_classes(rows: Iterable[tuple[Decimal, Decimal | None]], rules: scheme.Ballot) -> Decimal | None:
    """Mean by class weight; the weight of a class without votes goes to the others, or nothing counts."""
    parts = tuple(rows)
    present = [(weight, score) for weight, score in parts if score is not None]
    missing = any(score is None and weight for weight, score in parts)
    whole = sum((weight for weight, _ in present), ZERO)
    if not whole or (missing and rules.missing_class is MissingClass.FAIL):
        return None
    return sum((weight * score for weight, score in present), ZERO) / whole


def _weighted(rows: Iterable[tuple[Decimal, Decimal | None]]) -> Decimal | None:
    """`Σ weight × score`; None as soon as one with weight has no score."""
    parts = [(weight, score) for weight, score in rows if weight]
    if not parts or any(score is None for _, score in parts):
        return None
    return sum((weight * score for weight, score in parts if score is not None), ZERO)


def _share(
    dimensions: Iterable[DimensionScore], rules: scheme.Ballot, rate: Callable[[Votes], Rate]
) -> Share:
    """Both ways of counting; each class pools its dimensions first."""
    rows = tuple(dimensions)
    pooled = _pool(rate(one.votes) for one in rows)
    by_class = (
        (one.weight, _pool(rate(row.classes[n].votes) for row in rows).value)
        for n, one in enumerate(rules.classes)
    )
    return Share(pooled, _over_classes(by_class, rules))


def _pool(rates: Iterable[Rate]) -> Rate:
    rows = tuple(rates)
    return Rate(sum((one.part for one in rows), ZERO), sum((one.whole for one in rows), ZERO))


def _medians(results: Iterable[BallotResult]) -> BallotMedians:
    scores: dict[Dimension, list[Decimal]] = {dimension: [] for dimension in Dimension}
    totals: list[Decimal] = []
    for result in results:
        if result.score is None:
            continue
        totals.append(result.score)
        for one in result.dimensions:
            if one.score is not None:
                scores[one.dimension].append(one.score)
    middles = {dimension: median(values) for dimension, values in scores.items()}
    return BallotMedians(
        dimensions={dimension: value for dimension, value in middles.items() if value is not None},
        score=median(totals),
    )
