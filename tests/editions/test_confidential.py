"""No value meant for others reaches an audience: a marker in every such field, then a look at every page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.archive import assemble
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
from generator.editions import for_audience
from generator.model.tables import Tables
from generator.pages.plan import plan_book, plan_shelf
from generator.rendering import Renderer
from generator.scoring.assess import assess_years
from generator.search.records import book_records, records_json
from tests.conftest import PROJECT

Place = tuple[str, ...]
"""Entry and field names down to the marked one."""

FINDERS = frozenset({"person_id", "code", "id", "commendation_id", "ballot_class", "group"})
"""Fields other rows are found by; a marker there would only break the link."""


def withheld(fields: tuple[Field, ...], seen_by: Audience, here: Place, reader: Audience) -> Iterator[Place]:
    """Text fields the reader may not see, those inside blocks too; `seen_by` is who sees the table."""
    for field in fields:
        above = seen_by if seen_by is not Audience.STAFF else field.audience
        inner = _inner(field.kind)
        if isinstance(inner, Block):
            yield from withheld(inner.fields, above, (*here, field.name), reader)
        elif isinstance(inner, Text | Identifier) and not reader.sees(above) and field.name not in FINDERS:
            yield (*here, field.name)


def _inner(kind: Kind) -> Kind:
    while isinstance(kind, Several | Keyed):
        kind = kind.of if isinstance(kind, Several) else kind.values
    return kind


def places(reader: Audience) -> list[Place]:
    """Every text of the contract withheld from the reader."""
    entries: tuple[Table | Document, ...] = (*TABLES, *DOCUMENTS)
    return [
        place for entry in entries for place in withheld(entry.fields, entry.audience, (entry.name,), reader)
    ]


OTHERS = (Audience.STAFF, Audience.LEADERS)
"""From whom something is withheld."""
ALL = [(reader, place) for reader in OTHERS for place in places(reader)]


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


def published(tables: Tables, reader: Audience) -> str:
    """Everything a site says, page by page, what its plan holds and its search looks through."""
    archive = assemble(tables)
    edition = for_audience(archive, assess_years(archive), reader)
    books = [plan_shelf(edition), *(plan_book(edition, year) for year in edition.years)]
    pieces = []
    for book in books:
        renderer = Renderer(book, PROJECT / "site_templates")
        pieces += [f"{page!r}\n{renderer.render(page)}" for page in book.pages]
        pieces.append(records_json(book.name, book_records(book)))
    return "\n".join(pieces)


@pytest.fixture(scope="module")
def sites(tables: Tables) -> Mapping[Audience, str]:
    """The sites of staff and leaders, each made from data marked for it."""
    return {reader: published(with_markers(tables, places(reader)), reader) for reader in OTHERS}


def test_the_contract_withholds_something() -> None:
    """The search below has something to look for: names, notes, what leaders and the group alone see."""
    staff, leaders = set(places(Audience.STAFF)), set(places(Audience.LEADERS))
    assert {("leaders", "name"), ("verifications", "notes"), ("checks", "appeal")} <= staff
    assert {("verifications", "notes"), ("interviews", "notes"), ("recommendations", "name")} <= leaders
    assert ("leaders", "name") not in leaders
    assert len(staff) > 30


@pytest.mark.parametrize(
    ("reader", "place"), ALL, ids=lambda one: one.value if isinstance(one, Audience) else ".".join(one)
)
def test_no_withheld_value_is_published(
    sites: Mapping[Audience, str], reader: Audience, place: Place
) -> None:
    """The marker of the field is on no page, in no plan of a page and in no record of the search."""
    assert marker(place) not in sites[reader]


@pytest.mark.parametrize(
    ("reader", "place"),
    [
        (Audience.STAFF, ("rectifications", "problem")),
        (Audience.LEADERS, ("leaders", "name")),
        (Audience.LEADERS, ("decisions", "override_reason")),
        (Audience.GROUP, ("verifications", "notes")),
        (Audience.GROUP, ("interviews", "notes")),
        (Audience.GROUP, ("recommendations", "opinion")),
        (Audience.GROUP, ("objections", "summary")),
    ],
    ids=lambda one: one.value if isinstance(one, Audience) else ".".join(one),
)
def test_the_search_finds_what_is_published(tables: Tables, reader: Audience, place: Place) -> None:
    """A marker in a field the reader sees is found, so the search above is awake."""
    assert marker(place) in published(with_markers(tables, [place]), reader)
