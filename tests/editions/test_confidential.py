"""No value meant for others reaches staff: a marker in every such field, then a look at every page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import (
    Audience,
    Block,
    Document,
    Field,
    Identifier,
    Keyed,
    Kind,
    Several,
    Table,
    Text,
)
from generator.model.tables import Tables
from generator.pages.plan import plan_book, plan_shelf
from generator.rendering import Renderer
from generator.search.records import book_records, records_json
from tests.conftest import PROJECT
from tests.editions.conftest import staff_edition

Place = tuple[str, ...]
"""Entry and field names down to the marked one."""

FINDERS = frozenset({"person_id", "code", "id", "commendation_id", "ballot_class", "group"})
"""Fields other rows are found by; a marker there would only break the link."""


def withheld(fields: tuple[Field, ...], audience: Audience, here: Place) -> Iterator[Place]:
    """Text fields staff may not see, those inside blocks too."""
    for field in fields:
        above = audience if audience is not Audience.STAFF else field.audience
        inner = _inner(field.kind)
        if isinstance(inner, Block):
            yield from withheld(inner.fields, above, (*here, field.name))
        elif (
            isinstance(inner, Text | Identifier) and above is not Audience.STAFF and field.name not in FINDERS
        ):
            yield (*here, field.name)


def _inner(kind: Kind) -> Kind:
    while isinstance(kind, Several | Keyed):
        kind = kind.of if isinstance(kind, Several) else kind.values
    return kind


def places() -> list[Place]:
    """Every withheld text of the contract."""
    entries: tuple[Table | Document, ...] = (*TABLES, *DOCUMENTS)
    return [place for entry in entries for place in withheld(entry.fields, entry.audience, (entry.name,))]


def marker(place: Place) -> str:
    """A text that stands nowhere else."""
    return "※" + "·".join(place) + "※"


def marked(value: Any, rest: Place, mark: str) -> Any:
    """The value with the mark in the named field, in every row."""
    if isinstance(value, tuple):
        return tuple(marked(one, rest, mark) for one in value)
    if not rest:
        return mark if isinstance(value, str | None) else value
    if not dataclasses.is_dataclass(value):
        return value
    now = getattr(value, rest[0])
    if len(rest) == 1 and isinstance(now, tuple):
        changed: Any = (mark,)
    else:
        changed = marked(now, rest[1:], mark)
    return dataclasses.replace(value, **{rest[0]: changed})  # type: ignore[type-var]


def with_markers(tables: Tables, found: list[Place]) -> Tables:
    """All tables of all years with every marker in its place."""
    for place in found:
        name, rest = place[0], place[1:]
        years = tuple(
            dataclasses.replace(year, **{name: marked(getattr(year, name), rest, marker(place))})
            if hasattr(year, name)
            else year
            for year in tables.years
        )
        tables = dataclasses.replace(tables, years=years)
    return tables


def published(tables: Tables) -> str:
    """Everything the staff site says, page by page, what its plan holds and its search looks through."""
    edition = staff_edition(tables)
    books = [plan_shelf(edition), *(plan_book(edition, year) for year in edition.years)]
    pieces = []
    for book in books:
        renderer = Renderer(book, PROJECT / "site_templates")
        pieces += [f"{page!r}\n{renderer.render(page)}" for page in book.pages]
        pieces.append(records_json(book.name, book_records(book)))
    return "\n".join(pieces)


@pytest.fixture(scope="module")
def site(tables: Tables) -> str:
    """The staff site made from marked data."""
    return published(with_markers(tables, places()))


def test_the_contract_withholds_something() -> None:
    """The search below has something to look for: names, notes, what leaders and the group alone see."""
    assert {("leaders", "name"), ("verifications", "notes"), ("checks", "appeal")} <= set(places())
    assert len(places()) > 30


@pytest.mark.parametrize("place", places(), ids=".".join)
def test_no_withheld_value_is_published(site: str, place: Place) -> None:
    """The marker of the field is on no page, in no plan of a page and in no record of the search."""
    assert marker(place) not in site


def test_the_search_finds_what_is_published(tables: Tables) -> None:
    """A marker in a public field is seen, so the search above is awake."""
    place = ("rectifications", "problem")
    assert marker(place) in published(with_markers(tables, [place]))
