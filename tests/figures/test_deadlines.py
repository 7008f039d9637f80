"""What is late, and what comes next, as of a day."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.figures import Figure
from generator.figures.ledger.deadlines import deadline_figures
from generator.figures.ledger.problems import Scope
from generator.model.terms import PublicationItem
from generator.scoring.ledger import ledger_statistics
from generator.scoring.rectification import life
from tests.scoring.builders import CALENDAR, RECTIFICATION_RULES, day, rectification

Found = Mapping[str, Figure]
AS_OF = "2026-06-30"


def deadlines(*dues: tuple[str, str], **entry: object) -> dict[str, Figure]:
    """The figures of a company's ledger with a problem a unit and due date."""
    rows = [
        rectification(id=f"2025-{unit_id.upper()}-{n:03}", unit_id=unit_id, due_on=day(due), **entry)
        for n, (unit_id, due) in enumerate(dues, 1)
    ]
    lives = tuple(life(one, day(AS_OF), RECTIFICATION_RULES) for one in rows)
    statistics = ledger_statistics(lives, day(AS_OF), RECTIFICATION_RULES, CALENDAR)
    scope = Scope("ledger", None, lives, statistics, (), RECTIFICATION_RULES, CALENDAR)
    return {one.key.removeprefix("ledger."): one for one in deadline_figures(scope)}


@pytest.mark.parametrize(
    ("due", "number"), [("2026-06-29", 0), ("2026-06-30", 1), ("2026-07-30", 1), ("2026-07-31", 0)]
)
def test_thirty_days_begin_with_the_day_of_the_data(due: str, number: int) -> None:
    """Yesterday is overdue, today and the thirtieth day are soon, the day after is not."""
    assert deadlines(("u01", due))["due_soon"].value == number


def test_days_since_the_earliest_due_date() -> None:
    """The longest overdue one counts, with the problems that share it."""
    one = deadlines(("u01", "2026-06-20"), ("u02", "2026-05-31"))["longest_overdue"]
    assert (one.text, one.unit, one.basis.worked) == ("30", "天", "2026-06-30－2026-05-31＝30天")
    assert [operand.text for operand in one.basis.operands] == ["2025-U02-002"]


def test_nothing_overdue_has_no_longest() -> None:
    """「—」, never 0 days."""
    one = deadlines(("u01", AS_OF))["longest_overdue"]
    assert (one.value, one.text) == (None, "—")


def test_late_units_count_once() -> None:
    """Two overdue problems of one unit and one of another are two units."""
    late = deadlines(("u01", "2026-06-20"), ("u01", "2026-06-21"), ("u02", "2026-05-31"))["overdue_units"]
    assert late.value == 2
    assert [operand.text for operand in late.basis.operands] == ["2", "1"]


def test_units_have_no_count_of_units(found: Found) -> None:
    """Only the whole ledger says how many units are late."""
    assert [key for key in found if key.endswith("overdue_units")] == ["ledger.overdue_units"]


def test_a_sensitive_problem_makes_the_figure_so() -> None:
    """What counts a 敏感 problem is for those who may see it."""
    assert deadlines(("u01", AS_OF), sensitive=True)["due_soon"].item is PublicationItem.SENSITIVE
    assert deadlines(("u01", AS_OF))["due_soon"].item is PublicationItem.RECTIFICATIONS


def test_the_sample_agrees_with_its_own_ledger(found: Found) -> None:
    """7 overdue in 4 units, longest 32 days, 2 due within 30 days."""
    keys = ("overdue", "overdue_units", "longest_overdue", "due_soon")
    assert [found[f"ledger.{key}"].value for key in keys] == [7, 4, 32, 2]
