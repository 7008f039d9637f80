"""The sample's reference for staff, made once, and folders with one planted page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.books.build import Workshop
from generator.books.source import Order
from generator.contract.fields import Audience
from generator.gate.files import listed
from generator.gate.finding import Finding
from generator.gate.known import Known, known
from generator.gate.readers import READER
from generator.gate.reference import Reference, reference
from generator.gate.search import search
from tests.conftest import PROJECT

WORKSHOP = Workshop(PROJECT / "mkdocs.yml", PROJECT / "site_templates", PROJECT / "content")
PAGE = "2025/units/u03/index.html"


def make(audience: Audience, folder: Path, workshop: Workshop = WORKSHOP) -> Reference:
    """The reference of the sample for an audience."""
    return reference(Order(PROJECT / "data", audience), workshop, folder, lambda _: None)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """What the staff site of the sample may say."""
    return make(Audience.STAFF, tmp_path_factory.mktemp("gate"))


@pytest.fixture(scope="session")
def what(made: Reference) -> Known:
    """What is looked for in it."""
    return known(made, READER)


Searched = Callable[[str, bytes], list[Finding]]


@pytest.fixture
def searched(what: Known, tmp_path: Path) -> Searched:
    """What the gate says of one file, put into an otherwise empty staff site."""

    def look(path: str, content: bytes) -> list[Finding]:
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return [one for one in search(tuple(listed(tmp_path / "site")), what) if one.file == path]

    return look
