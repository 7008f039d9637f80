"""Which ballots an edition may tell apart by class of voters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.figures import WITHHELD
from generator.figures import Figure
from generator.model.ballots import BallotCount
from generator.model.tables import Tables
from generator.model.terms import Dimension, ItemAudience, PublicationItem
from generator.scoring.assess import assess_years

BOARD = "units.u03.ballot"
PERSON = f"{BOARD}.persons.P0014"
Change = Callable[[BallotCount], BallotCount]


def large(row: BallotCount) -> BallotCount:
    """Six voters and nobody against: nothing to hide."""
    return replace(row, n_excellent=6, n_good=0, n_fair=0, n_poor=0)


def seen(
    tables: Tables, audience: Audience, change: Change = large, **publication: ItemAudience
) -> Mapping[str, Figure]:
    """What an audience has of 2025 with these ballots and other settings of 公开口径."""
    *older, newest = tables.years
    assert newest.scheme is not None
    settings = {**newest.scheme.publication, **{PublicationItem(key): to for key, to in publication.items()}}
    scheme = replace(newest.scheme, publication=settings)
    year = replace(newest, scheme=scheme, ballots=tuple(map(change, newest.ballots)))
    archive = assemble(replace(tables, years=(*older, year)))
    return for_audience(archive, assess_years(archive), audience).years[-1].figures


def by_class(figures: Mapping[str, Figure], target: str) -> list[str]:
    """Keys of one board or person by class of voters."""
    return [key for key in figures if key.startswith(f"{target}.classes.")]


def of_board(row: BallotCount) -> bool:
    """Class A on one dimension of the board of u03."""
    return (row.unit_id, row.person_id, row.ballot_class, row.dimension) == (
        "u03",
        None,
        "A",
        Dimension.DUTY,
    )


def test_classes_are_for_the_group_unless_the_scheme_gives_them_to_leaders(tables: Tables) -> None:
    """The default keeps them from leaders, of a board and of a person; a setting moves them."""
    assert not by_class(seen(tables, Audience.LEADERS), BOARD)
    assert by_class(seen(tables, Audience.GROUP), BOARD)
    opened = seen(tables, Audience.LEADERS, ballot_classes=ItemAudience.LEADERS)
    assert by_class(opened, BOARD)
    assert by_class(opened, PERSON)
    assert not by_class(seen(tables, Audience.STAFF, ballot_classes=ItemAudience.STAFF), BOARD)


@pytest.mark.parametrize(
    ("excellent", "poor", "leaders", "group"),
    [(6, 0, True, True), (4, 0, False, False), (5, 1, False, True), (3, 3, True, True)],
)
def test_one_small_class_closes_them_all(
    tables: Tables, excellent: int, poor: int, leaders: bool, group: bool
) -> None:
    """Four ballots are too few for anybody; one 较差 among six is not told to leaders. Scores stay."""

    def change(row: BallotCount) -> BallotCount:
        counts = {"n_excellent": excellent, "n_good": 0, "n_fair": 0, "n_poor": poor}
        return replace(row, **counts) if of_board(row) else large(row)

    opened = {"ballot_classes": ItemAudience.LEADERS}
    for audience, told in ((Audience.LEADERS, leaders), (Audience.GROUP, group)):
        figures = seen(tables, audience, change, **opened)
        assert bool(by_class(figures, BOARD)) is told
        assert bool(figures[f"{BOARD}.dimensions.duty.score"].basis.worked != WITHHELD) is told
        assert f"{BOARD}.board.score" in figures
        assert by_class(figures, "units.u01.ballot")


def test_where_persons_are_withheld_so_are_their_classes(tables: Tables) -> None:
    """A class of voters on one person is about that person too."""
    figures = seen(
        tables,
        Audience.LEADERS,
        ballot_classes=ItemAudience.LEADERS,
        person_scores=ItemAudience.GROUP,
    )
    assert by_class(figures, BOARD)
    assert not [key for key in figures if ".persons." in key]
