"""Which leaves of two years are one and the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.terms import LinkRelation as Relation
from generator.model.year import Year
from generator.scoring.crosswalk import Family, Reason, chains, families

from .builders import SCHEME, leaf, link, year
from .sample import sample


def pair(old: str, new: str, *links: tuple[str | None, str | None, Relation], major: int = 2) -> list[Family]:
    """The families of leaves `A1.1 A1.2` of last year and of this, whose scheme has another major."""
    before = year(leaves=[leaf(code) for code in old.split()], year=2024)
    after = year(
        leaves=[leaf(code) for code in new.split()],
        links=tuple(link(*one) for one in links),
        scheme=replace(SCHEME, major=major),
    )
    return list(families(before, after))


@pytest.mark.parametrize(
    ("old", "new", "relation", "reason"),
    [
        ("A1.1", "A1.1", Relation.SAME, None),
        ("A1.1", "A1.2", Relation.RENAMED, None),
        ("A1.1", "A1.1", Relation.REWORDED, Reason.REWORDED),
        ("A1.1", "B1.1", Relation.MOVED, Reason.MOVED),
        ("", "A1.1", Relation.NEW, Reason.NEW),
        ("A1.1", "", Relation.REMOVED, Reason.REMOVED),
        ("A1.1", "A1.1", Relation.SPLIT, Reason.UNCLEAR),
        ("A1.1", "A1.1", Relation.MERGED, Reason.UNCLEAR),
        ("A1.1", "A1.1", Relation.NEW, Reason.UNCLEAR),
    ],
)
def test_one_row_says_what_becomes_of_a_leaf(
    old: str, new: str, relation: Relation, reason: Reason | None
) -> None:
    """Only 相同 and 更名 carry on; a row that cannot mean what it says is unclear."""
    (family,) = pair(old, new, (old or None, new or None, relation))
    assert family == Family(tuple(old.split()), tuple(new.split()), reason)


def test_split_and_merged_leaves_stay_together() -> None:
    """One leaf split into two, two merged into one: one family each, in the order of the file."""
    found = pair(
        "A1.1 B1.1 B1.2",
        "B1.1 A1.1 A1.2",
        ("A1.1", "A1.1", Relation.SPLIT),
        ("A1.1", "A1.2", Relation.SPLIT),
        ("B1.2", "B1.1", Relation.MERGED),
        ("B1.1", "B1.1", Relation.MERGED),
    )
    assert found == [
        Family(("B1.1", "B1.2"), ("B1.1",), Reason.MERGED),
        Family(("A1.1",), ("A1.1", "A1.2"), Reason.SPLIT),
    ]


def test_a_leaf_split_and_merged_at_once_is_unclear() -> None:
    """Rows of different relations that meet in a leaf tie everything together and settle nothing."""
    found = pair(
        "A1.1 A1.2",
        "A1.1 A1.2",
        ("A1.1", "A1.1", Relation.SPLIT),
        ("A1.1", "A1.2", Relation.SPLIT),
        ("A1.2", "A1.2", Relation.SAME),
    )
    assert found == [Family(("A1.1", "A1.2"), ("A1.1", "A1.2"), Reason.UNCLEAR)]


def test_a_row_that_names_an_unknown_leaf_settles_nothing() -> None:
    """The leaf it does know is unclear, and nothing breaks."""
    assert pair("A1.1", "A1.1", ("A9.9", "A1.1", Relation.SAME)) == [
        Family((), ("A1.1",), Reason.UNCLEAR),
        Family(("A1.1",), (), Reason.UNLINKED),
    ]


def test_half_of_a_leaf_is_not_the_leaf() -> None:
    """相同 with a leaf that is there and 更名 to one that is not: too much for one to one."""
    rows = (("A1.1", "A1.1", Relation.SAME), ("A1.1", "A9.9", Relation.RENAMED))
    assert pair("A1.1", "A1.1", *rows) == [Family(("A1.1",), ("A1.1",), Reason.UNCLEAR)]


def test_without_a_row_the_same_code_carries_on_within_one_indicator_system() -> None:
    """The same `major`: one family; another `major`: the code alone proves nothing."""
    assert pair("A1.1", "A1.1", major=1) == [Family(("A1.1",), ("A1.1",), None)]
    assert [one.reason for one in pair("A1.1", "A1.1", major=2)] == [Reason.UNLINKED, Reason.UNLINKED]


def test_chains_follow_a_leaf_through_renames() -> None:
    """A leaf is followed by its codes; one that was reworded on the way is not."""
    first = year(leaves=[leaf("A1.1"), leaf("A1.2")], year=2023)
    second = year(
        leaves=[leaf("A2.1"), leaf("A1.2")],
        links=(link("A1.1", "A2.1"), link("A1.2", "A1.2")),
        year=2024,
    )
    third = year(
        leaves=[leaf("A2.1"), leaf("A1.2")],
        links=(link("A2.1", "A2.1"), link("A1.2", "A1.2", Relation.REWORDED)),
    )
    assert chains([first, second, third]) == (("A1.1", "A2.1", "A2.1"),)
    assert (chains([first]), chains([])) == ((("A1.1",), ("A1.2",)), ())


def test_every_leaf_of_the_sample_is_in_one_family() -> None:
    """Nothing is lost and nothing counted twice between any two years."""
    years = sample().years
    for before, after in pairwise(years):
        found = families(before, after)
        assert sorted(code for one in found for code in one.before) == sorted(codes(before))
        assert [one.after[0] for one in found if one.after] == sorted(
            (one.after[0] for one in found if one.after), key=codes(after).index
        )
        assert sorted(code for one in found for code in one.after) == sorted(codes(after))


def codes(one: Year) -> list[str]:
    """Leaf codes in the order of the file."""
    return [row.code for row in one.leaves]


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(48)), st.permutations(range(45)), st.permutations(range(42)))
def test_the_order_of_rows_never_matters(links: list[int], new: list[int], old: list[int]) -> None:
    """Shuffled links and leaves give the same families."""
    before, after = sample().years[1:]
    assert (len(after.links), len(after.leaves), len(before.leaves)) == (48, 45, 42)
    shuffled = families(
        replace(before, leaves=tuple(before.leaves[n] for n in old)),
        replace(
            after,
            leaves=tuple(after.leaves[n] for n in new),
            links=tuple(after.links[n] for n in links),
        ),
    )
    assert {(frozenset(one.before), frozenset(one.after), one.reason) for one in shuffled} == {
        (frozenset(one.before), frozenset(one.after), one.reason) for one in families(before, after)
    }
