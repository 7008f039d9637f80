"""Results of fewer than ten ballots: nothing of them, nor of what follows from them, reaches leaders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition, EditionYear
from generator.editions.few_voters import LEAST_VOTERS
from generator.model.ballots import BallotCount
from generator.model.tables import Tables
from generator.model.terms import Dimension
from generator.pages.plan import plan_book
from generator.rendering import Renderer
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT

UNIT, GROUP, OTHER = "u03", "生产单位", "u01"
PERSON = "P0014"
WORDS = "参评人数较少，按规定不公布"
Change = Callable[[BallotCount], BallotCount]


def cast(*counts: int, person: str | None = None) -> Change:
    """These votes of class A, none of B, on the board of u03 or on one of its members."""

    def change(row: BallotCount) -> BallotCount:
        if (row.unit_id, row.person_id) != (UNIT, person):
            return row
        excellent, good, fair, poor = counts if row.ballot_class == "A" else (0, 0, 0, 0)
        return replace(row, n_excellent=excellent, n_good=good, n_fair=fair, n_poor=poor, n_abstain=0)

    return change


def edition(tables: Tables, change: Change, audience: Audience = Audience.LEADERS) -> Edition:
    """What the audience sees of all years with these ballots in 2025."""
    *older, newest = tables.years
    year = replace(newest, ballots=tuple(map(change, newest.ballots)))
    archive = assemble(replace(tables, years=(*older, year)))
    return for_audience(archive, assess_years(archive), audience)


def last(tables: Tables, change: Change, audience: Audience = Audience.LEADERS) -> EditionYear:
    """2025 of it."""
    return edition(tables, change, audience).years[-1]


def rests_on_ballots(keys: Iterable[str]) -> set[str]:
    """Keys of scores, and of what is worked out from them."""
    return {key for key in keys if ".ballot." in key or ".composite" in key or ".grade.suggested" in key}


@pytest.mark.parametrize("counts", [(9, 0, 0, 0), (0, 0, 0, 9), (5, 2, 1, 1), (1, 0, 0, 0)])
def test_no_such_votes_change_what_leaders_see(tables: Tables, counts: tuple[int, ...]) -> None:
    """Whatever fewer than ten voted, the whole edition is the same: nobody can tell it from another."""
    assert edition(tables, cast(*counts)) == edition(tables, cast(4, 3, 1, 1))


def test_what_is_withheld_and_what_stays(tables: Tables) -> None:
    """Of the unit all, of its group ranks, medians and suggestions; scores of others stay, and grades."""
    year, full = last(tables, cast(4, 3, 1, 1)), last(tables, lambda row: row)
    own = rests_on_ballots(year.figures)
    assert not {key for key in own if key.startswith(f"units.{UNIT}.ballot.") and ".person" not in key}
    gone = rests_on_ballots(full.figures) - own
    for key in (
        f"units.{UNIT}.composite",
        f"units.{UNIT}.composite.components.ballot.points",
        f"units.{UNIT}.ballot.turnout.board.valid",
        f"units.{OTHER}.composite.rank",
        f"units.{OTHER}.composite.percentile",
        f"units.{OTHER}.grade.suggested",
        f"groups.{GROUP}.composite.median",
        f"groups.{GROUP}.ballot.board.median",
        "company.composite.median",
        f"groups.{GROUP}.composite.range",
        f"groups.{GROUP}.composite.deviation",
        "company.composite.range",
        "company.composite.deviation",
    ):
        assert key in gone, key
    kept = (
        f"units.{OTHER}.composite",
        f"units.{OTHER}.ballot.board.score",
        "units.u10.composite.rank",
        "groups.辅助单位.composite.median",
        "groups.辅助单位.composite.deviation",
        f"units.{UNIT}.composite.components.superior",
        f"units.{UNIT}.grade.decided",
        f"groups.{GROUP}.grades.excellent",
        f"units.{UNIT}.ballot.persons.{PERSON}.score",
    )
    assert [key for key in kept if key not in year.figures] == []


def test_the_group_keeps_everything(tables: Tables) -> None:
    """It counted the ballots."""
    year = last(tables, cast(4, 3, 1, 1), Audience.GROUP)
    assert {f"units.{UNIT}.composite.rank", f"units.{UNIT}.ballot.board.score"} <= year.figures.keys()
    assert not any(unit.few_voters for unit in year.units)


def test_ten_are_enough(tables: Tables) -> None:
    """The floor is ten valid ballots."""
    assert LEAST_VOTERS == 10
    assert f"units.{UNIT}.composite.rank" in last(tables, cast(10, 0, 0, 0)).figures
    assert f"units.{UNIT}.composite.rank" not in last(tables, cast(9, 0, 0, 0)).figures


def test_abstentions_are_no_voters(tables: Tables) -> None:
    """Twelve ballots of which three say nothing on one dimension leave nine to be told apart."""

    def change(row: BallotCount) -> BallotCount:
        row = cast(12, 0, 0, 0)(row)
        silent = row.unit_id == UNIT and row.person_id is None and row.dimension is Dimension.DUTY
        return replace(row, n_excellent=9, n_abstain=3) if silent and row.n_excellent else row

    assert f"units.{UNIT}.ballot.board.score" not in last(tables, change).figures


def test_a_person_has_the_same_floor(tables: Tables) -> None:
    """Nothing on the person and no turnout of the sheet; the board and the others on it stay."""
    year = last(tables, cast(4, 3, 1, 1, person=PERSON))
    assert not [key for key in year.figures if f".persons.{PERSON}." in key]
    assert not [key for key in year.figures if key.startswith(f"units.{UNIT}.ballot.turnout.person.")]
    assert f"units.{UNIT}.ballot.board.score" in year.figures
    assert f"units.{UNIT}.ballot.persons.P0015.score" in year.figures
    assert edition(tables, cast(9, 0, 0, 0, person=PERSON)) == edition(
        tables, cast(0, 0, 0, 3, person=PERSON)
    )


def test_the_reason_for_deciding_otherwise_goes_too(tables: Tables) -> None:
    """It compares with a suggestion nobody is told."""

    def few(row: BallotCount) -> BallotCount:
        mine = row.unit_id == "u12" and row.person_id is None
        return replace(row, n_excellent=2, n_good=1, n_fair=0, n_poor=0) if mine else row

    before, after = (last(tables, change).unit("u12") for change in (lambda row: row, few))
    assert before is not None
    assert after is not None
    assert before.override_reason
    assert after.override_reason is None


def pages(tables: Tables, change: Change) -> dict[str, str]:
    """The pages of 2025 for leaders, by path."""
    found = edition(tables, change)
    book = plan_book(found, found.years[-1])
    renderer = Renderer(book, PROJECT / "site_templates")
    papers = {sheet.path: renderer.render_sheet(sheet) for sheet in book.sheets}
    return papers | {page.path: renderer.render(page) for page in book.pages}


def test_pages_say_why(tables: Tables) -> None:
    """The page of the unit, its 反馈单 and the ranking say so in words."""
    few = pages(tables, cast(0, 0, 0, 9))
    for path in (f"units/{UNIT}/", f"print/feedback/{UNIT}/", "ranking/"):
        assert WORDS in few[path], path
    assert "综掘一队参评人数较少" in few["ranking/"]
    assert WORDS not in few[f"units/{OTHER}/"]
    full = pages(tables, lambda row: row)
    assert not [path for path, page in full.items() if WORDS in page]
    person = pages(tables, cast(4, 3, 1, 1, person=PERSON))
    assert WORDS in person[f"units/{UNIT}/"]
    assert WORDS not in person["ranking/"]
