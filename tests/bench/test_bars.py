"""A bar says what was found and whether it is enough, by the right figure."""

from __future__ import annotations

import pytest

from tests.bench.bars import bars, by_name
from tests.bench.cost import Cost
from tests.bench.folders import Written
from tests.bench.generators import HUGO, MATERIAL
from tests.bench.rows import AGAIN, ALONE, BOOKS, ONE_YEAR, OTHER_PAGES, OURS, WATCHING, M, Row, Size

NOTHING = Written(0, 0, 0)


def row(build: str, cost: Cost, pages: int = 0, size: Size = M, **more: object) -> Row:
    """A row of one run."""
    return Row(size, build, [cost], Written(pages, pages, pages), NOTHING, **more)


def told(*rows: Row) -> list[tuple[str, bool]]:
    """What the bars say, each up to its first figure in words."""
    return [(bar.text, bar.met) for bar in bars(by_name(rows))]


def test_nothing_is_said_of_what_was_not_measured() -> None:
    """A part of the bench has its part of the bars."""
    assert told() == []
    assert told(row(AGAIN, Cost(1, 1), size=ONE_YEAR)) == []


@pytest.mark.parametrize(("seconds", "met"), [(15.0, True), (15.1, False)])
def test_cold_build_is_judged_by_all_pages(seconds: float, met: bool) -> None:
    """10,000 with the papers, and it says what 8,000 without them come to."""
    found, _ = told(row(OURS, Cost(0, seconds, 1), 10_000, papers=2_000))
    assert found[1] is met
    assert f"{seconds / 10:.2f} ms of processor time a page" in found[0]
    assert f"({seconds / 8:.2f} ms a page of the site without them)" in found[0]


def test_one_process_is_judged_beside_several() -> None:
    """Each by its own time."""
    found = told(row(OURS, Cost(0, 16.0, 1), 10_000), row(ALONE, Cost(0, 14.0, 1), 10_000))
    judged = [(text[:30], met) for text, met in found if "ms of processor time" in text]
    assert judged == [("M cold: 1.60 ms of processor t", False), ("M cold, one process: 1.40 ms o", True)]


def test_largest_of_all_processes_is_judged() -> None:
    """A small cold build does not excuse a large watcher."""
    rows = (row(OURS, Cost(1, 1, 500), 10_000), row(WATCHING, Cost(0.1, 0.1, 601), 10_000))
    (memory,) = (one for one in told(*rows) if "largest process" in one[0])
    assert memory == (
        "M, largest process: 500 MB cold, 601 MB a score changed, watching; at most 600 MB",
        False,
    )


def test_unit_page_is_what_books_cost_more_with_them() -> None:
    """Two seconds for 2,000 of ours; of others the whole less a front page alone."""
    ours = (row(BOOKS, Cost(12, 12), 5_000), row(OTHER_PAGES, Cost(10, 10), 3_000))
    material = row(MATERIAL.name, Cost(61, 61), 2_002, blank=Cost(1, 1))
    hugo = row(HUGO.name, Cost(1.9, 3.9), 2_012, blank=Cost(0.1, 0.1))
    assert told(*ours, material, hugo) == [
        (
            "A unit page of M in processor time: 1.00 ms, plain Material 30.00 ms, 30.00 times as fast; "
            "at least 30",
            True,
        ),
        (
            "A unit page of M in processor time: 1.00 ms, Hugo, years in the navigation 1.90 ms, "
            "1.90 times as fast; at least 1",
            True,
        ),
        (
            "A unit page of M on the clock: 1.00 ms, Hugo, years in the navigation 0.90 ms, "
            "0.90 times as fast; at least 1",
            False,
        ),
    ]


def test_change_is_judged_on_the_clock_and_by_its_pages() -> None:
    """A page written for nothing is one too many."""
    found = told(
        row(WATCHING, Cost(0.301, 0.1, 1), 10),
        row(AGAIN, Cost(2.0, 5.0, 1), 10, needless=1),
    )
    assert [met for text, met in found if "on the clock" in text] == [False, True]
    assert [met for text, met in found if "rewritten" in text] == [False, True]


def test_ten_years_are_held_against_one() -> None:
    """In processor time, each way by itself."""
    rows = [
        row(build, Cost(1, seconds, 1), 1, size)
        for size, build, seconds in (
            (ONE_YEAR, AGAIN, 1.0),
            (M, AGAIN, 1.3),
            (ONE_YEAR, WATCHING, 1.0),
            (M, WATCHING, 1.31),
        )
    ]
    assert [met for text, met in told(*rows) if "ten years" in text] == [True, False]


def test_site_that_is_not_the_cold_one_is_told() -> None:
    """Speed that gives other bytes is none."""
    found = told(row(OURS, Cost(1, 1, 1), 1, size=ONE_YEAR, differing=2))
    assert found == [
        ("1 year after all changes: 2 files differ from those of a cold build; at most 0", False)
    ]
