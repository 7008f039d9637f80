"""The JSON Schemas complete and check what a person types into the YAML files."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from generator.contract import DOCUMENTS
from generator.contract.errata import ERRATA
from generator.contract.fields import Document
from generator.contract.schemas import document_schema
from generator.contract.scheme import SCHEME

ERRATUM = {
    "date": "2026-03-05",
    "what": "综采一队得分",
    "old": "92.1",
    "new": "92.3",
    "why": "漏计一项",
    "doc_no": "青岚党发〔2026〕9号",
    "audience": "全体职工",
}


def complaints(document: Document, value: object) -> list[str]:
    """What an editor would underline."""
    validator = jsonschema.Draft202012Validator(document_schema(document))
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_document_has_a_valid_schema(document: Document) -> None:
    """Editors refuse schemas that are not schemas."""
    jsonschema.Draft202012Validator.check_schema(document_schema(document))


def test_a_complete_document_passes() -> None:
    """What the reader accepts the editor accepts too."""
    assert complaints(ERRATA, {"errata": [ERRATUM]}) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"dates": "2026-03-05"}, "dates"),
        ({"date": "3月5日"}, "3月5日"),
        ({"date": None}, "None"),
    ],
)
def test_typical_slips_are_underlined(change: dict[str, Any], word: str) -> None:
    """An unknown key, a date without year and an empty value are seen while typing."""
    found = complaints(ERRATA, {"errata": [{**ERRATUM, **change}]})
    assert found
    assert any(word in message for message in found)


def test_a_missing_key_is_named() -> None:
    """Required keys are asked for."""
    rest = {key: value for key, value in ERRATUM.items() if key != "doc_no"}
    assert complaints(ERRATA, {"errata": [rest]}) == ["'doc_no' is a required property"]


def test_words_are_offered_in_both_languages() -> None:
    """An enum takes the identifier and the Chinese word."""
    publication = document_schema(SCHEME)["properties"]["publication"]["anyOf"][0]
    assert {"staff", "全体职工"} <= set(publication["additionalProperties"]["enum"])


def test_labels_and_sentences_reach_the_editor() -> None:
    """Hovering a key shows what to fill in."""
    title = document_schema(SCHEME)["properties"]["bonus_cap"]
    assert title["title"] == "加分封顶"
    assert "加分合计的上限" in title["description"]
