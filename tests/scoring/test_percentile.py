"""Where a score stands among any number of others."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.scoring.exact import rounded
from generator.scoring.percentile import Standing, percentile, standings

from .builders import d
from .sample import sample_years


def among_all(n: int) -> dict[str, Standing]:
    """Every unit of a sample year among all of the company, by 综合得分."""
    found = sample_years()[n].assessment.units
    scores = {unit_id: one.composite.score for unit_id, one in found.items() if one.composite}
    return dict(standings({unit_id: score for unit_id, score in scores.items() if score is not None}))


@pytest.mark.parametrize(("n", "rank", "of", "expected"), [(0, 5, 19, "77.8"), (1, 3, 18, "88.2")])
def test_worked_percentiles(n: int, rank: int, of: int, expected: str) -> None:
    """Rank 5 of 19 is 77.8, rank 3 of 18 is 88.2 (domain.md 10.2): 2023 and 2024 of the sample."""
    (it,) = (one for one in among_all(n).values() if one.rank == rank)
    value = it.percentile.value
    assert it.of == of
    assert value is not None
    assert rounded(value * 100, 1) == d(expected)


def test_equal_scores_share_the_better_rank() -> None:
    """Equal on 2 decimals is equal, as in the ranking of the group."""
    it = standings({"a": d("92.941"), "b": d("92.939"), "c": d("90")})
    assert [(one.rank, one.percentile.percent) for one in it.values()] == [(1, 100), (1, 100), (3, 0)]
    assert [one.difference for one in it.values()] == [d("0.002"), 0, d("-2.939")]


def test_one_alone_has_no_percentile() -> None:
    """Nobody to be ahead of."""
    assert percentile(1, 1).value is None
    assert standings({}) == {}


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.decimals(0, 100, places=2), min_size=2))
def test_percentiles_run_from_the_first_to_the_last(scores: dict[str, Decimal]) -> None:
    """Within 0 and 1, 1 for the best, higher never below lower."""
    it = standings(scores)
    values = {key: one.percentile.value for key, one in it.items()}
    assert all(value is not None and 0 <= value <= 1 for value in values.values())
    best = max(scores, key=lambda key: scores[key])
    assert values[best] == 1
    ordered = sorted(scores, key=lambda key: scores[key])
    assert [it[key].rank for key in ordered] == sorted((one.rank for one in it.values()), reverse=True)
