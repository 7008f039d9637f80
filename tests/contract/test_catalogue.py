"""The contract holds together, and the model has a home for every field of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Document,
    Field,
    Flag,
    Integer,
    Keyed,
    Kind,
    Moment,
    Number,
    Percent,
    Several,
    Table,
    Year,
)
from generator.model.tables import Tables, YearTables
from generator.model.terms import Term

ENTRIES = (*TABLES, *DOCUMENTS)


def model_class(entry: Table | Document) -> Any:
    """The dataclass a row or document becomes."""
    owner = YearTables if entry.yearly else Tables
    return get_args(get_type_hints(owner)[entry.name])[0]


def fields_of(fields: tuple[Field, ...]) -> Iterator[Field]:
    """All fields, those inside blocks too."""
    for field in fields:
        yield field
        kind = field.kind
        while isinstance(kind, Several | Keyed):
            kind = kind.of if isinstance(kind, Several) else kind.values
        if isinstance(kind, Block):
            yield from fields_of(kind.fields)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_names_and_labels_name_one_field_each(entry: Table | Document) -> None:
    """A header must mean one column, whichever of the two ways it is written."""
    words = [word for field in entry.fields for word in {field.name, field.label}]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_field_is_described_in_chinese(entry: Table | Document) -> None:
    """The clerk reads a label and a whole sentence for each field."""
    for field in fields_of(entry.fields):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", field.name)
        assert re.search(r"[\u4e00-\u9fff]", field.label + field.description), field.name
        assert field.description.endswith("。"), field.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_is_made_of_fields(table: Table) -> None:
    """A row is named by columns that exist."""
    assert table.key
    assert set(table.key) <= {field.name for field in table.fields}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_model_has_the_same_fields(entry: Table | Document) -> None:
    """Each column has the attribute of its name and type, so that no value is lost on the way."""
    agree(model_class(entry), entry.fields)


def agree(cls: Any, fields: tuple[Field, ...]) -> None:
    """The dataclass has exactly these fields, with the types of their kinds."""
    hints = get_type_hints(cls)
    names = [item.name for item in dataclasses.fields(cls)]
    assert names == [*(field.name for field in fields), "origin"], cls
    for field in fields:
        hint = hints[field.name]
        if not field.required and not isinstance(field.kind, Several | Keyed):
            assert type(None) in get_args(hint), (cls, field.name)
            hint = next(one for one in get_args(hint) if one is not type(None))
        agree_kind(hint, field.kind)


def agree_kind(hint: Any, kind: Kind) -> None:
    """The type hint is what the kind becomes."""
    match kind:
        case Several(of):
            agree_kind(get_args(hint)[0], of)
        case Keyed(keys, values):
            agree_kind(get_args(hint)[0], keys)
            agree_kind(get_args(hint)[1], values)
        case Block(fields):
            agree(hint, fields)
        case Choice(terms):
            assert hint is terms
        case Year() | Integer():
            assert hint is int
        case Number() | Percent():
            assert hint is Decimal
        case Date():
            assert hint is dt.date
        case Moment():
            assert hint is dt.datetime
        case Flag():
            assert hint is bool
        case _:
            assert hint is str


@pytest.mark.parametrize("terms", Term.__subclasses__(), ids=lambda terms: terms.__name__)
def test_terms_are_told_apart(terms: type[Term]) -> None:
    """No word of a closed list stands for two members."""
    words = [word for term in terms for word in {term.value, term.label, *term.synonyms}]
    assert len(words) == len(set(words))
