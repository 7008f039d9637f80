"""A cell can only ever be text: every place data reaches a page, with texts that try to be code."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.books.build import Workshop, write_site
from generator.books.source import Order, gather
from generator.editions.edition import Edition
from generator.figures import Figure
from generator.model.scheme import Area, GroupWeights
from generator.pages.plan import plan_book, plan_shelf
from tests.browser.conftest import Served, Watched
from tests.browser.opening import open_page
from tests.browser.payloads import PAYLOADS
from tests.conftest import PROJECT
from tests.site.crawl import pages, parse

pytestmark = pytest.mark.xdist_group("payloads")

NAMES = frozenset(
    {
        "id",
        "unit_id",
        "unit_from",
        "unit_ids",
        "co_units",
        "promoted_to",
        "units",
        "from_ids",
        "to_ids",
        "code",
        "code_from",
        "code_to",
        "leaf_code",
        "case_id",
        "issue_id",
        "shortcoming",
        "key",
        "repeated",
    }
)
"""Fields whose characters intake limits, since they become paths or find other rows."""

LINE = ("tspan", ("x", "dy"))
"""A further line of a label in a chart, with nothing in it but text."""
SETTING = (("span", ()), ("span", ("class",)), ("wbr", ()), ("br", ()))
"""How words are set on paper depends on the words; none of these tags can do anything."""


def poisoned(value: Any, payloads: Iterator[str], name: str = "") -> Any:
    """The value with a payload in every text a person may write; another one each time."""
    if isinstance(value, str):
        if name in {
            "group",
            "l2",
            "doc_no",
        }:  # the same words wherever they stand, so that rows stay together
            return f"{value}{PAYLOADS[0]}"
        return _with_group(value) if name in NAMES else f"{value}{next(payloads)}"
    if isinstance(value, tuple):
        return tuple(poisoned(item, payloads, name) for item in value)
    if isinstance(value, Mapping):
        return {_with_group(key): poisoned(item, payloads, name) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, Enum):
        changed = {
            item.name: poisoned(getattr(value, item.name), payloads, _meaning(value, item.name))
            for item in dataclasses.fields(value)
            if item.name != "origin"
        }
        return dataclasses.replace(value, **changed)  # type: ignore[type-var]
    return value


def _with_group(key: Any) -> Any:
    """The key of a figure as it reads when the group has a payload in its name; others as they are."""
    if not isinstance(key, str):
        return key
    return re.sub(r"^groups\.([^.]+)", lambda found: found[0] + PAYLOADS[0], key)


def _meaning(owner: object, name: str) -> str:
    """What the field holds; names of groups and areas are what others refer to, numbers are made by us."""
    if isinstance(owner, Figure) and name in {"text", "unit", "value"}:
        return "key"
    return "group" if isinstance(owner, GroupWeights | Area) and name == "name" else name


def written(edition: Edition, folder: Path) -> Path:
    """The site of an edition, with no hand-written pages."""
    workshop = Workshop(PROJECT / "mkdocs.yml", PROJECT / "site_templates", folder / "content")
    books = tuple(plan_book(edition, year) for year in edition.years)
    write_site(plan_shelf(edition, books), books, folder / "site", workshop)
    return folder / "site"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """What staff may see of the sample."""
    return gather(Order(PROJECT / "data")).edition


@pytest.fixture(scope="module")
def attacked(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site with all 55 payloads in every kind of text."""
    evil = poisoned(edition, itertools.cycle(PAYLOADS))
    return written(evil, tmp_path_factory.mktemp("attacked"))


@pytest.fixture(scope="module")
def clean(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site without payloads."""
    return written(edition, tmp_path_factory.mktemp("clean"))


def test_no_page_gets_a_tag_or_attribute_more(attacked: Path, clean: Path) -> None:
    """Tags and attribute names of every page are those of the harmless site, one by one.

    But for lines of a label in a chart, of which a longer text has more; and on paper for those of a title,
    for names of two letters, which are set wide, and for places where a line may break.
    """
    compared = 0
    for page in pages(clean):
        twin = attacked / page.relative_to(clean)
        breaks = (LINE, *SETTING) if "print" in page.relative_to(clean).parts else (LINE,)
        found, expected = ([tag for tag in parse(one).tags if tag not in breaks] for one in (twin, page))
        assert found == expected, page.relative_to(clean)
        compared += 1
    assert compared > 300


def test_every_payload_is_shown_as_it_was_written(attacked: Path) -> None:
    """Each payload can be read on some page, character by character; none was evaluated."""
    text = "\n".join(parse(page).text for page in pages(attacked))
    assert [payload for payload in PAYLOADS if payload not in text] == []


@pytest.mark.browser
def test_no_payload_runs_in_a_browser(attacked: Path, browser: Browser) -> None:
    """Chromium loads, hovers and clicks a page of each kind: nothing runs, nothing is fetched elsewhere."""
    served = Served(attacked)
    kinds = (
        "",
        "units/u03/",
        "updates/",
        "archive/",
        "help/checks/",
        "2025/",
        "2025/units/",
        "2025/units/u03/",
    )
    more = (
        "checklist/",
        "checklist/b2-1/",
        "commendations/",
        "rectifications/",
        "scheme/",
        "scheme/indicators/",
    )
    problem = next((attacked / "2025/rectifications").glob("2025-*/")).name
    case = next((attacked / "2025/cases").glob("*/")).name
    paths = (
        *kinds,
        *(f"2025/{path}" for path in more),
        f"2025/rectifications/{problem}/",
        f"2025/cases/{case}/",
    )
    context = browser.new_context()
    seen = Watched(context.new_page())
    seen.watch(served.address)
    for path in paths:
        open_page(seen.page, served.address + path)
        seen.page.locator("body").press("Tab")
        seen.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        seen.page.mouse.move(640, 300)
        assert seen.page.evaluate("window.pwned === undefined"), path
    context.close()
    served.close()
    assert seen.faults == []
