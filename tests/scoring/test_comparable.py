"""The comparable rate: worked numbers of the sample, what is left out and why, and laws."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.checklist import LeafLink
from generator.model.terms import CheckStatus
from generator.model.terms import LinkRelation as Relation
from generator.model.year import Year
from generator.scoring.checklist import assess_checklist
from generator.scoring.comparable import Change, Comparison, compare, compare_years
from generator.scoring.crosswalk import Reason, families
from generator.scoring.exact import Rate

from .builders import SCHEME, check, d, deduction, leaf, link, unit, year
from .sample import sample_years

CODES = [f"{area}{n}.1" for area in "ABC" for n in range(1, 5)]


def of_sample(unit_id: str) -> Comparison:
    """2024 against 2025 of a unit of the sample."""
    before, after = sample_years()[1:]
    old, new = (one.assessment.checklist.units[unit_id] for one in (before, after))
    return compare(families(before.year, after.year), old, new)


def one_year(number: int, minus: dict[str, str], links: tuple[LeafLink, ...] = (), major: int = 1) -> Year:
    """A year of u01 with a leaf of 2 points for each code, so much deducted, `-` for not applicable."""
    rows = [deduction("u01", code, points) for code, points in minus.items() if points not in ("0", "-")]
    statuses = {
        code: CheckStatus.NOT_APPLICABLE if m == "-" else CheckStatus.MET for code, m in minus.items()
    }
    checks = [check("u01", code, status=status) for code, status in statuses.items()]
    scheme = replace(SCHEME, major=major)
    leaves = [leaf(code) for code in minus]
    return year([unit()], leaves, checks, rows, year=number, links=links, scheme=scheme)


def compared(before: Year, after: Year) -> Comparison:
    """The comparison of u01."""
    old, new = (assess_checklist(one, None).units["u01"] for one in (before, after))
    return compare(families(before, after), old, new)


def test_worked_number_of_the_comparable_rate() -> None:
    """70.9/81 = 87.53 % → 76.4/84 = 90.95 % = +3.42, covering 84 % of this year (domain.md 10.2)."""
    it = of_sample("u11")
    assert it.change.before == Rate(d("70.9"), d("81"))
    assert it.change.after == Rate(d("76.4"), d("84"))
    assert (it.change.before.percent, it.change.after.percent) == (d("87.53"), d("90.95"))
    assert (it.change.rounded, it.coverage.percent) == (d("3.42"), d("84.00"))


def test_split_and_merged_leaves_are_compared_as_sums_beside_the_rate() -> None:
    """B2.7 against the sum of its four parts, A3.1 and A4.1 together against A3.1."""
    sums = {part.reason: part for part in of_sample("u11").sums}
    assert sums[Reason.SPLIT].family.after == ("B2.1", "B2.2", "B2.3", "B2.4")
    assert (sums[Reason.SPLIT].change.before.whole, sums[Reason.SPLIT].change.after.whole) == (8, 7)
    assert sums[Reason.MERGED].family.before == ("A3.1", "A4.1")


def test_a_sum_needs_all_its_parts() -> None:
    """u17 has no 支委会, so B2.2 does not apply and the four parts of B2.7 are no sum."""
    it = of_sample("u17")
    assert [part.reason for part in it.sums] == [Reason.MERGED]
    assert [part.family.before for part in it.left_out if part.reason is Reason.UNPAIRED] == [("B2.7",)]


def test_what_is_left_out_says_why() -> None:
    """New, reworded and removed leaves of the sample, in the order of the file."""
    assert [
        ((*part.family.after, *part.family.before)[0], part.reason) for part in of_sample("u11").left_out
    ] == [
        ("A3.3", Reason.NEW),
        ("C3.3", Reason.NEW),
        ("F2.3", Reason.NEW),
        ("F3.2", Reason.REWORDED),
        ("B3.4", Reason.REMOVED),
        ("D4.1", Reason.REMOVED),
    ]


def test_a_leaf_not_applicable_in_one_year_is_left_out() -> None:
    """It would pull one side only; not applicable in both it is not worth a word."""
    before = one_year(2024, {"A1.1": "0", "A2.1": "-", "A3.1": "-"})
    after = one_year(2025, {"A1.1": "1", "A2.1": "0", "A3.1": "-"})
    it = compared(before, after)
    assert (it.change.before, it.change.after) == (Rate.of(2, 2), Rate.of(1, 2))
    assert [(part.family.after, part.reason) for part in it.left_out] == [(("A2.1",), Reason.UNPAIRED)]
    assert (it.coverage, it.change.rounded) == (Rate.of(2, 4), d("-50.00"))


def test_nothing_in_common_has_no_rate() -> None:
    """Another indicator system without a crosswalk: coverage 0, no change to speak of."""
    it = compared(one_year(2024, {"A1.1": "0"}), one_year(2025, {"A1.1": "0"}, major=2))
    assert (it.change, it.change.points, it.coverage) == (
        Change(Rate.of(0, 0), Rate.of(0, 0)),
        None,
        Rate.of(0, 2),
    )


def test_the_company_pools_the_units_of_both_years() -> None:
    """A unit that is new has nothing to compare with and lowers the coverage."""
    first, second = sample_years()[:2]
    it = compare_years(first.year, second.year, first.assessment.checklist, second.assessment.checklist)
    assert (it.left_out, len(it.units)) == (("u14",), 17)
    assert it.coverage == Rate.of(1700, 1800)
    assert it.change.after.part == sum(one.change.after.part for one in it.units.values())


def test_a_year_compared_with_itself_changes_nothing() -> None:
    """Every unit of every sample year: no change, and everything is covered."""
    for one in sample_years():
        again = replace(one.year, year=one.year.year + 1, links=())
        checked = one.assessment.checklist
        it = compare_years(one.year, again, checked, checked)
        assert (it.change.points, it.coverage.value, it.left_out) == (0, 1, ())
        assert all(unit.change.points == 0 and not unit.left_out for unit in it.units.values())


minuses = st.dictionaries(st.sampled_from(CODES), st.sampled_from(["0", "0.5", "1.3", "2", "-"]), min_size=1)
links = st.lists(
    st.builds(
        link,
        st.sampled_from([*CODES, None]),
        st.sampled_from([*CODES, None]),
        st.sampled_from(list(Relation)),
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(minuses, minuses, links, st.sampled_from([1, 2]))
def test_coverage_and_parts_make_the_whole(
    before: dict[str, str], after: dict[str, str], rows: list[LeafLink], major: int
) -> None:
    """Whatever the crosswalk says: coverage is a share, and all points of both years are in one part."""
    old, new = one_year(2024, before), one_year(2025, after, tuple(rows), major)
    it = compared(old, new)
    totals = [assess_checklist(one, None).units["u01"].total for one in (old, new)]
    parts = (*it.pairs, *it.sums, *it.left_out)
    assert 0 <= it.coverage.part <= it.coverage.whole == totals[1].whole
    assert pooled([part.change.before for part in parts]) == totals[0]
    assert pooled([part.change.after for part in parts]) == totals[1]
    assert pooled([part.change.after for part in it.pairs]) == it.change.after


@settings(deadline=None, max_examples=60)
@given(minuses, minuses, links, st.randoms(use_true_random=False))
def test_the_order_of_links_and_leaves_never_matters(
    before: dict[str, str], after: dict[str, str], rows: list[LeafLink], random: object
) -> None:
    """Shuffled files give the same rates and coverage."""
    shuffle = random.sample  # type: ignore[attr-defined]
    old, new = one_year(2024, before), one_year(2025, after, tuple(rows), 2)
    mixed_old = one_year(2024, dict(shuffle(sorted(before.items()), len(before))))
    mixed_new = one_year(
        2025, dict(shuffle(sorted(after.items()), len(after))), tuple(shuffle(rows, len(rows))), 2
    )
    one, other = compared(old, new), compared(mixed_old, mixed_new)
    assert (one.change, one.coverage) == (other.change, other.coverage)
    assert {part.reason for part in one.left_out} == {part.reason for part in other.left_out}


@settings(deadline=None, max_examples=60)
@given(minuses, minuses, st.permutations(CODES))
def test_new_codes_for_all_leaves_keep_the_rate(
    before: dict[str, str], after: dict[str, str], codes: list[str]
) -> None:
    """更名 of every leaf under another indicator system says what the same codes said under the same one."""
    new = dict(zip(CODES, codes, strict=True))
    rows = tuple(link(code, new[code]) for code in after if code in before)
    kept = compared(one_year(2024, before), one_year(2025, after))
    renamed = {new[code]: minus for code, minus in after.items()}
    it = compared(one_year(2024, before), one_year(2025, renamed, rows, 2))
    assert (it.change, it.coverage) == (kept.change, kept.coverage)


@given(st.tuples(*[st.decimals(0, 100, places=1)] * 2), st.tuples(*[st.decimals(0, 100, places=1)] * 2))
def test_there_and_back_is_no_change(before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]) -> None:
    """What one year gained on the other the other lost; a rate of nothing gains nothing."""
    there, back = Change(Rate(*before), Rate(*after)), Change(Rate(*after), Rate(*before))
    if there.points is None:
        assert back.points is None
        assert not (before[1] and after[1])
    else:
        assert there.points == -(back.points or 0)


def pooled(rates: list[Rate]) -> Rate:
    """The rates as one."""
    return Rate(sum((one.part for one in rates), Decimal(0)), sum((one.whole for one in rates), Decimal(0)))
