"""No number on the site has to be believed: each is a figure of `kaohe figures`, or stands in the data."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.conftest import PROJECT
from tests.site.crawl import pages
from tests.site.printed import Piece, forms, printed

YEARS = ("2023", "2024", "2025")


@pytest.fixture(scope="module")
def told() -> Mapping[str, dict[str, Any]]:
    """What `kaohe figures --audience staff` prints of every year, by year and key."""
    found: dict[str, dict[str, Any]] = {}
    for year in YEARS:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            data = str(PROJECT / "data")
            main(["figures", "--data", data, "--year", year, "--format", "json", "--audience", "staff"])
        found |= {f"{year}:{key}": one for key, one in json.loads(said.getvalue())["figures"].items()}
    return found


@pytest.fixture(scope="module")
def pieces(sample_site: Path) -> Mapping[str, list[Piece]]:
    """The numbers of every page of the sample."""
    return {
        page.relative_to(sample_site).as_posix(): printed(page.read_text(encoding="utf-8"))
        for page in pages(sample_site)
    }


def test_every_figure_on_every_page_is_told(
    pieces: Mapping[str, list[Piece]], told: Mapping[str, dict[str, Any]]
) -> None:
    """Each number with a key reads as the figure of that key does."""
    named = [(page, piece) for page, found in pieces.items() for piece in found if piece.key]
    assert len(named) > 14_000
    wrong = [
        (page, piece.key, piece.text)
        for page, piece in named
        if piece.key not in told or piece.text not in set(forms(told[piece.key]))
    ]
    assert wrong == []


def test_what_is_compared_in_the_browser_is_told_too(
    sample_site: Path, told: Mapping[str, dict[str, Any]]
) -> None:
    """The files of the compare page hold the same figures as the pages."""
    rows = [
        (file.name, text, key)
        for file in sorted((sample_site / "compare").glob("*.json"))
        for year in json.loads(file.read_text(encoding="utf-8"))["years"].values()
        for _, text, key in year
        if key
    ]
    assert len(rows) > 500
    assert [row for row in rows if row[1] not in set(forms(told[row[2]]))] == []
