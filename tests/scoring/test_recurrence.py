"""屡改屡犯 over years."""

from generator.model.terms import LinkRelation
from generator.model.terms import RectificationEventType as E
from generator.model.year import Year
from generator.scoring.recurrence import Recurrence, recurrences

from .builders import day, event, leaf, link, rectification, year

AS_OF = day("2026-06-30")


def of(number: int, code: str, *, links: tuple[object, ...] = (), void: bool = False) -> Year:
    """A year with one problem of u01 on a leaf."""
    events = (event(f"{number + 1}-03-01", E.VOID),) if void else ()
    problem = rectification(
        *events,
        id=f"{number}-u01-001",
        source_ref=code,
        opened_on=day(f"{number + 1}-02-10"),
        due_on=day(f"{number + 1}-04-10"),
    )
    return year(year=number, leaves=[leaf(code)], links=links, rectifications=(problem,))


def test_the_same_code_two_years_running_comes_back() -> None:
    """No crosswalk: the code itself."""
    found = recurrences([of(2024, "B2.1"), of(2025, "B2.1")], AS_OF)
    assert found == (Recurrence("u01", "B2.1", (2024, 2025), ("2024-u01-001", "2025-u01-001")),)


def test_the_crosswalk_leads_to_the_old_code_over_three_years() -> None:
    """A renamed leaf is still the same leaf."""
    years = [of(2023, "B2.9"), of(2024, "B2.9"), of(2025, "B2.1", links=(link("B2.9", "B2.1"),))]
    assert recurrences(years, AS_OF)[0].years == (2023, 2024, 2025)


def test_a_reused_code_of_a_new_leaf_is_no_recurrence() -> None:
    """A leaf marked new has no past."""
    new = (link(None, "B2.1", LinkRelation.NEW),)
    assert recurrences([of(2024, "B2.1"), of(2025, "B2.1", links=new)], AS_OF) == ()


def test_a_year_between_breaks_the_chain() -> None:
    """Consecutive years only, and void problems do not count."""
    assert recurrences([of(2023, "B2.1"), of(2025, "B2.1")], AS_OF) == ()
    assert recurrences([of(2024, "B2.1", void=True), of(2025, "B2.1")], AS_OF) == ()
    assert recurrences([], AS_OF) == ()
