"""JSON Schemas of the YAML documents, so that editors complete and check them while typing.

The schemas say what the kinds say; what needs other files (references, sums) only `kaohe check` knows.
Scalars may be written as text or, where YAML would read them so, as numbers and booleans.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Document,
    Field,
    Flag,
    Identifier,
    Integer,
    Keyed,
    Kind,
    LeafCode,
    Moment,
    Number,
    Percent,
    ProblemNumber,
    Several,
    Text,
    UnitId,
    Year,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DAY = r"(19|20|21)\d\d(-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.|年\d{1,2}月)\d{1,2}日?"


def document_schema(document: Document) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one document."""
    return {
        "$schema": DIALECT,
        "title": document.label,
        "description": document.description,
        **_block_schema(document.fields),
    }


def _block_schema(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _field_schema(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _field_schema(field: Field) -> dict[str, Any]:
    """The kind's schema with label, sentence and rule; an optional field may also be left empty."""
    description = field.description + (f"规则：{field.rule}" if field.rule else "")
    schema = kind_schema(field.kind)
    if not field.required:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"title": field.label, "description": description, **schema}


def kind_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one kind of value."""
    match kind:
        case Block(fields):
            return _block_schema(fields)
        case Several(of, least, most):
            return {"type": "array", "items": kind_schema(of), "minItems": least, "maxItems": most}
        case Keyed(keys, values, least):
            return _keyed_schema(keys, values, least)
        case Choice():
            return {"enum": _words(kind)}
        case _:
            return _scalar_schema(kind)


def _keyed_schema(keys: Kind, values: Kind, least: int) -> dict[str, Any]:
    names: Mapping[str, Any] = {"enum": _words(keys)} if isinstance(keys, Choice) else {"type": "string"}
    return {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": kind_schema(values),
        "minProperties": least,
    }


def _scalar_schema(kind: Kind) -> dict[str, Any]:
    match kind:
        case Text(most, least):
            return {"type": ["string", "number"], "minLength": least, "maxLength": most}
        case Identifier(most):
            return {"type": ["string", "number"], "maxLength": most}
        case Year():
            return {"type": ["integer", "string"], "minimum": 1990, "maximum": 2100, "pattern": r"^\d{4}$"}
        case Integer(least, most):
            return {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": r"^\d+$"}
        case Number(least, most):
            return {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$", **_bounds(least, most)}
        case _:
            return {"type": "string", "pattern": _PATTERNS[type(kind)]}


def _bounds(least: object, most: object) -> dict[str, float]:
    bounds = {"minimum": least, "maximum": most}
    return {name: float(str(bound)) for name, bound in bounds.items() if bound is not None}


def _words(kind: Choice) -> list[str]:
    """Identifiers first, then the Chinese words and their synonyms."""
    terms = list(kind.terms)
    labels = [word for term in terms for word in (term.label, *term.synonyms)]
    return list(dict.fromkeys([*(str(term.value) for term in terms), *labels]))


_PATTERNS: Mapping[type, str] = {
    Percent: r"^\d+(\.\d+)?[%％]$",
    Date: f"^{_DAY}$",
    Moment: rf"^{_DAY}([ T]\d{{1,2}}:\d{{2}})?$",
    Flag: "^（是|否）$",
    UnitId: ".+",
    LeafCode: r"^[A-Za-z]\d{1,2}(\.\d{1,2})?$",
    ProblemNumber: r"^\d{4}-[A-Za-z][A-Za-z0-9-]*-\d{3}$",
}
