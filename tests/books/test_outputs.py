"""No two pages to one place."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.books.outputs import check_outputs
from generator.pages.page import Page
from generator.problems import ConfigError
from tests.books.conftest import sample_book


def _page(path: str) -> Page:
    return Page(path, "新页面", "plain.html.j2", None)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("units/u03/", "scheme/lecture.md"),
        ("x/", "units/u03.md"),
        ("x/", "units/U03.md"),
        ("x/", "units/u03/index.md"),
        ("x/", "units/ｕ０３.md"),
    ],
)
def test_two_sources_for_one_address_are_refused(path: str, file: str) -> None:
    """Generated twice, or by hand and generated, also when only case or width differ."""
    with pytest.raises(ConfigError, match=r"units/u03/index\.html 有多个来源：页面「机电队党支部」、"):
        check_outputs(sample_book(_page(path)), [PurePosixPath(file)])


@pytest.mark.parametrize("path", ["../x/", "/x/", "x", "单位/", "U09/", ".x/", "a//b/"])
def test_improper_addresses_are_refused(path: str) -> None:
    """A path cannot leave the site or differ from what a file share keeps."""
    with pytest.raises(ConfigError, match="不合规"):
        check_outputs(sample_book(_page(path)), [])


@pytest.mark.parametrize("file", ["assets/x.png", "assets/kaohe.md"])
def test_folders_of_the_theme_are_taken(file: str) -> None:
    """Nobody replaces the theme's files by accident."""
    with pytest.raises(ConfigError, match="已另有用途"):
        check_outputs(sample_book(), [PurePosixPath(file)])


def test_a_book_without_clashes_passes() -> None:
    """Hand-written pages beside generated ones are welcome."""
    check_outputs(sample_book(), [PurePosixPath("scheme/lecture.md"), PurePosixPath("scheme/图.png")])
