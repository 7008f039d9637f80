"""A site that says a tenth less is asked about: a share that is not mounted is no deletion (P50)."""

from __future__ import annotations

import pytest

from generator.publishing.faults import RefusedError
from generator.publishing.shrinkage import Counts, losses
from tests.publishing.small import SMALL, Pages, Press, assert_whole, pages_in


def rows(number: int) -> Pages:
    """The small site with so many rows in the year's table."""
    return {**SMALL, "2025/index.html": "<table>" + "<tr><td>2025" * number + "</table>"}


def units(number: int) -> Pages:
    """The small site with so many units on the shelf."""
    return {**SMALL, **{f"units/u{one:02}/index.html": "<h1>一处</h1>" for one in range(2, number + 1)}}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (rows(20), rows(18), "2025 年度的表格行数由 20 减到 18"),
        (units(20), units(18), "首页部分的单位数由 20 减到 18"),
        (
            {**SMALL, **{f"2025/p{one}/index.html": "" for one in range(8)}},
            {**SMALL, **{f"2025/p{one}/index.html": "" for one in range(7)}},
            "2025 年度的页数由 10 减到 9",
        ),
        ({**SMALL, "2024/index.html": ""}, SMALL, "2024 年度整个不见了（原有 1 页）"),
    ],
)
def test_a_tenth_less_is_refused_and_can_be_allowed(
    press: Press, before: Pages, after: Pages, told: str
) -> None:
    """The sentence says of what, from how many to how many; `--allow-shrink` is the answer."""
    press.publish(before)
    with pytest.raises(RefusedError) as refused:
        press.publish(after)
    assert told in str(refused.value)
    assert "--allow-shrink" in str(refused.value)
    assert pages_in(press.root.current) == before
    press.publish(after, allow_shrink=True)
    assert pages_in(press.root.current) == after
    assert_whole(press.root)


@pytest.mark.parametrize(
    ("before", "after"),
    [(rows(20), rows(19)), (units(20), units(19)), (rows(18), rows(20)), (SMALL, units(9))],
)
def test_less_than_a_tenth_less_is_published(press: Press, before: Pages, after: Pages) -> None:
    """Nineteen of twenty, and whatever grows."""
    press.publish(before)
    press.publish(after)
    assert pages_in(press.root.current) == after


def test_what_never_was_cannot_be_lost() -> None:
    """A count of nothing stays nothing."""
    assert list(losses({"2025": Counts(1, 0, 0)}, {"2025": Counts(1, 0, 0)})) == []


def test_a_rollback_is_the_measure_of_the_next(press: Press) -> None:
    """What is compared with is what readers see now."""
    press.publish(rows(10))
    press.publish(rows(30))
    with pytest.raises(RefusedError):
        press.publish(rows(12))
    press.roll_back()
    press.publish(rows(12))
    assert pages_in(press.root.current) == rows(12)
