"""Every text of the data reaches exactly those the matrix allows: none more, none missing (domain.md 4.3).

The sample gets other flags, states and settings of 公开口径 by chance, a mark in every text, and is built for
all three audiences. Units, codes of indicators, words of closed lists, days and numbers can hold no mark;
the tests of figures and of the gate's reference look after them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.books.build import write_site
from generator.books.source import Harvest
from generator.contract.fields import Audience
from generator.contract.publication import DEFAULT
from generator.editions import for_audience
from generator.intake.read import read_records
from generator.intake.records import Records
from generator.intake.typed import hand_over
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT
from tests.editions.allowed import WIDTH, Oracle
from tests.editions.chances import varied
from tests.editions.markers import LINKING, UNMARKED, Spot, Way, found_in, marked
from tests.editions.printed import CONTRACT, ITEMS, NOWHERE
from tests.gate.conftest import WORKSHOP

SEEDS = (0, 6, 9)
"""0 leaves flags and settings as the sample has them; a red run can be repeated."""
UNFILLED: frozenset[Way] = frozenset(
    {("rectification_events", "merged_into"), ("scheme", "rectification", "light_words")}
)
"""Texts the sample has nowhere."""
BARE = replace(WORKSHOP, content=PROJECT / "nothing")


def written(records: Records, audience: Audience, folder: Path) -> Path:
    """The site of the records for an audience."""
    archive = assemble(hand_over(records, "data"))
    harvest = Harvest(for_audience(archive, assess_years(archive), audience), ())
    write_site(harvest.shelf, harvest.books, folder, BARE)
    return folder


@pytest.fixture(scope="module")
def sample() -> Records:
    """The sample's records, restricted ones too."""
    return read_records(PROJECT / "data", audience=Audience.GROUP)[0]


def oracles(records: Records) -> Mapping[int | None, Oracle]:
    """Of each year, and of the files that belong to none."""
    found: dict[int | None, Oracle] = {None: Oracle(DEFAULT, records.top)}
    for year, folder in records.by_year.items():
        scheme = folder.document("scheme")
        own = scheme["publication"] if scheme else {}
        assert isinstance(own, Mapping)
        found[year] = Oracle({**DEFAULT, **own}, folder)
    return found


def expected(spots: Mapping[str, tuple[Spot, ...]], records: Records, audience: Audience) -> set[str]:
    """The marks this audience reads in one of their places at least."""
    of_year = oracles(records)
    readable = WIDTH[list(Audience).index(audience) :: -1]
    return {
        mark
        for mark, places in spots.items()
        if any(of_year[spot.year].reach(spot) in readable for spot in places)
    }


def told(marks: set[str], spots: Mapping[str, tuple[Spot, ...]]) -> list[str]:
    """The fields of the marks: what went wrong, without random digits."""
    return sorted({".".join(spot.way) for mark in marks for spot in spots[mark]})


@pytest.mark.parametrize("seed", SEEDS)
def test_every_mark_is_where_the_matrix_puts_it(sample: Records, seed: int, tmp_path: Path) -> None:
    """In no file or name of an edition is a mark it may not hold, and none is missing that it should."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    records = varied(sample, chance) if seed else sample
    data = marked(records, chance)
    assert len(data.spots) > 10_000
    for audience in Audience:
        found = found_in(written(data.records, audience, tmp_path / audience.value))
        allowed = expected(data.spots, records, audience)
        assert told(found - allowed, data.spots) == [], f"{audience.value}: more than the matrix allows"
        assert told(allowed - found, data.spots) == [], f"{audience.value}: missing"


def test_every_text_of_the_contract_is_marked_in_the_sample(sample: Records) -> None:
    """A field the sample has no text in would be looked for in vain; those few are named."""
    data = marked(sample, random.Random(0))  # noqa: S311
    filled = {spot.way for places in data.spots.values() for spot in places}
    assert CONTRACT.keys() - filled - UNMARKED == UNFILLED


def test_what_is_said_of_fields_is_said_of_fields_there_are() -> None:
    """A line of the tables that names no field any more goes."""
    ways = {way[:length] for way in CONTRACT for length in range(1, len(way) + 1)}
    assert not ({*ITEMS, *NOWHERE, *LINKING, *UNMARKED} - ways)
