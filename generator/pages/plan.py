"""WHAT GOES OUT: every kind of page, and the books they make."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.pages import (
    cases,
    checklist,
    commendations,
    guide,
    indicators,
    leaf,
    overview,
    problem,
    rectifications,
    scheme,
    shelf,
    unit_history,
    unit_profile,
    units,
)
from generator.pages.page import Book, Page, Section
from generator.pages.words import moment


@dataclass(frozen=True)
class PageType:
    """A kind of page in the book of a year."""

    name: str
    """The term used in code and tests."""
    plan: Callable[[Edition, EditionYear], Iterator[Page]]


@dataclass(frozen=True)
class ShelfPageType:
    """A kind of page on the shelf."""

    name: str
    plan: Callable[[Edition], Iterator[Page]]


PAGE_TYPES: tuple[PageType, ...] = (
    PageType("overview", overview.plan_overview),
    PageType("units", units.plan_units),
    PageType("unit", unit_profile.plan_unit_profiles),
    PageType("checklist", checklist.plan_checklist),
    PageType("leaf", leaf.plan_leaves),
    PageType("commendations", commendations.plan_commendations),
    PageType("cases", cases.plan_cases),
    PageType("ledger", rectifications.plan_ledger),
    PageType("problem", problem.plan_problems),
    PageType("scheme", scheme.plan_scheme),
    PageType("indicators", indicators.plan_indicators),
)

SHELF_PAGE_TYPES: tuple[ShelfPageType, ...] = (
    ShelfPageType("home", shelf.plan_home),
    ShelfPageType("units", unit_history.plan_histories),
    ShelfPageType("unit_history", unit_history.plan_unit_histories),
    ShelfPageType("archive", shelf.plan_archive),
    ShelfPageType("updates", shelf.plan_updates),
    ShelfPageType("help", guide.plan_guide),
)

SECTIONS: tuple[Section, ...] = (
    Section("总览", ""),
    Section("单位", "units/"),
    Section("检查结果", "checklist/"),
    Section("通报表彰", "commendations/"),
    Section("整改台账", "rectifications/"),
    Section("方案", "scheme/"),
)

SHELF_SECTIONS: tuple[Section, ...] = (
    Section("首页", ""),
    Section("单位历年", "units/"),
    Section("往年", "archive/"),
    Section("更正与更新", "updates/"),
    Section("填报帮助", "help/"),
)


def plan_book(edition: Edition, year: EditionYear) -> Book:
    """The book of one year: its pages in the order of the catalogue."""
    pages = tuple(page for page_type in PAGE_TYPES for page in page_type.plan(edition, year))
    return Book(
        name=str(year.year),
        title=f"{year.year}年度考核",
        sections=SECTIONS,
        pages=pages,
        as_of=moment(year.as_of),
        edition=f"{edition.audience.label}版",
        fingerprint=_fingerprint(pages),
    )


def plan_shelf(edition: Edition) -> Book:
    """The shelf: what holds for all years."""
    pages = tuple(page for page_type in SHELF_PAGE_TYPES for page in page_type.plan(edition))
    return Book(
        name="",
        title="考核信息",
        sections=SHELF_SECTIONS,
        pages=pages,
        as_of=moment(edition.years[-1].as_of) if edition.years else "",
        edition=f"{edition.audience.label}版",
        fingerprint=_fingerprint(pages),
    )


def _fingerprint(pages: tuple[Page, ...]) -> str:
    """A digest of what the pages say: it changes with what is shown, never with what is withheld."""
    digest = hashlib.sha256()
    for page in pages:
        digest.update(repr(page).encode())
    return digest.hexdigest()[:16]
