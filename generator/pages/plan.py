"""WHAT GOES OUT: every kind of page, and the books they make."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.contract.fields import Audience
from generator.editions.edition import Edition, EditionYear
from generator.model.terms import CycleStatus, Light
from generator.pages.checklist.checklist import plan_checklist
from generator.pages.checklist.leaf import plan_leaves
from generator.pages.commendations.cases import plan_cases
from generator.pages.commendations.commendations import plan_commendations
from generator.pages.group.quality import plan_quality
from generator.pages.group.recommendations import plan_recommendations
from generator.pages.group.self_scores import plan_self_scores
from generator.pages.method.method import plan_method
from generator.pages.overview.overview import plan_overview
from generator.pages.page import Book, LightRule, Page, Section
from generator.pages.ranking.ranking import plan_ranking
from generator.pages.rectifications.ledger import plan_ledger
from generator.pages.rectifications.problem import plan_problems
from generator.pages.scheme.indicators import plan_indicators
from generator.pages.scheme.rectification_rules import light_word
from generator.pages.scheme.scheme import plan_scheme
from generator.pages.sheets.booklets import plan_booklets
from generator.pages.sheets.catalogue import plan_sheets
from generator.pages.sheets.index import plan_print
from generator.pages.sheets.register import plan_codes, plan_shelf_codes, register_file
from generator.pages.shelf.compare import comparison_files, plan_compare
from generator.pages.shelf.glossary import plan_glossary
from generator.pages.shelf.guide import plan_guide
from generator.pages.shelf.search import plan_search
from generator.pages.shelf.shelf import plan_archive, plan_home, plan_updates
from generator.pages.shelf.unit_history import plan_histories, plan_unit_histories
from generator.pages.units.profile import plan_unit_profiles
from generator.pages.units.units import plan_units
from generator.pages.words import day, moment
from generator.store.again import again


@dataclass(frozen=True)
class PageType:
    """A kind of page in the book of a year."""

    name: str
    """The term used in code and tests."""
    plan: Callable[[Edition, EditionYear], Iterator[Page]]
    together: bool = True
    """Whether its pages are planned all again when one must be; else they are kept one by one."""


@dataclass(frozen=True)
class ShelfPageType:
    """A kind of page on the shelf."""

    name: str
    plan: Callable[[Edition], Iterator[Page]]


PAGE_TYPES: tuple[PageType, ...] = (
    PageType("overview", plan_overview),
    PageType("ranking", plan_ranking),
    PageType("units", plan_units),
    PageType("unit", plan_unit_profiles, together=False),
    PageType("checklist", plan_checklist, together=False),
    PageType("leaf", plan_leaves, together=False),
    PageType("commendations", plan_commendations),
    PageType("cases", plan_cases),
    PageType("ledger", plan_ledger),
    PageType("problem", plan_problems, together=False),
    PageType("scheme", plan_scheme),
    PageType("indicators", plan_indicators),
    PageType("method", plan_method),
    PageType("quality", plan_quality),
    PageType("self_scores", plan_self_scores),
    PageType("recommendations", plan_recommendations),
)

SHELF_PAGE_TYPES: tuple[ShelfPageType, ...] = (
    ShelfPageType("home", plan_home),
    ShelfPageType("units", plan_histories),
    ShelfPageType("unit_history", plan_unit_histories),
    ShelfPageType("compare", plan_compare),
    ShelfPageType("archive", plan_archive),
    ShelfPageType("updates", plan_updates),
    ShelfPageType("help", plan_guide),
    ShelfPageType("glossary", plan_glossary),
    ShelfPageType("search", plan_search),
)

SECTIONS: tuple[Section, ...] = (
    Section("总览", ""),
    Section("结果一览", "ranking/"),
    Section("单位", "units/"),
    Section("检查结果", "checklist/"),
    Section("通报表彰", "commendations/"),
    Section("整改台账", "rectifications/"),
    Section("打印", "print/"),
    Section("方案", "scheme/"),
    Section("考核组", "group/"),
)

SHELF_SECTIONS: tuple[Section, ...] = (
    Section("首页", ""),
    Section("单位历年", "units/"),
    Section("单位对比", "compare/"),
    Section("往年", "archive/"),
    Section("更正与更新", "updates/"),
    Section("填报帮助", "help/"),
)


def plan_book(edition: Edition, year: EditionYear) -> Book:
    """The book of one year: its pages in the order of the catalogue."""
    planned = tuple(page for page_type in PAGE_TYPES for page in _pages(page_type, edition, year))
    sheets = plan_sheets(edition, year)
    booklets = tuple(plan_booklets(year.year, sheets))
    pages = (*planned, *plan_print(year, sheets, booklets), *plan_codes(year, sheets))
    return Book(
        name=str(year.year),
        title=f"{year.year}年度考核",
        sections=tuple(one for one in SECTIONS if one.path in {page.path for page in pages}),
        pages=pages,
        as_of=moment(year.as_of),
        edition=f"{edition.audience.label}版",
        caution=_caution(edition, moment(year.as_of)),
        banner=_banner(year),
        lights=_lights(year),
        sheets=sheets,
        files=(register_file(year, f"{edition.audience.label}版", sheets),),
        booklets=booklets,
    )


def _pages(one: PageType, edition: Edition, year: EditionYear) -> Iterable[Page]:
    if not one.together:
        return one.plan(edition, year)
    return again(("pages", year.year, one.name), _all, one.plan, edition, year)


def _all(
    plan: Callable[[Edition, EditionYear], Iterator[Page]], edition: Edition, year: EditionYear
) -> tuple[Page, ...]:
    return tuple(plan(edition, year))


def _caution(edition: Edition, as_of: str) -> str:
    """A paper left on a desk says whose it is and of when (domain.md 4.3)."""
    if edition.audience is Audience.STAFF:
        return ""
    return f"内部资料 注意保存 · {edition.audience.label}版 · 数据截至 {as_of}"


def _banner(year: EditionYear) -> str:
    """A reader who comes from a search must not take an archived year for the present."""
    if year.status is not CycleStatus.ARCHIVED:
        return ""
    return f"您正在浏览 {year.year} 年度存档，数据截至 {day(year.as_of)}。"


def _lights(year: EditionYear) -> LightRule | None:
    """Only while the year is put right: an archived one stands as it was."""
    if year.status is CycleStatus.ARCHIVED:
        return None
    rules = year.scheme.rectification
    green, amber, red = (light_word(rules, light) for light in (Light.GREEN, Light.AMBER, Light.RED))
    return LightRule(day(year.as_of), rules.amber_days, (green, amber, red))


def plan_shelf(edition: Edition, books: Sequence[Book] = (), printed: Collection[str] = ()) -> Book:
    """The shelf: what holds for all years. `books` stand on it, the newest among them.

    `printed` names books beside them that have printable documents.
    """
    planned = tuple(page for page_type in SHELF_PAGE_TYPES for page in page_type.plan(edition))
    pages = (*planned, *plan_shelf_codes(edition, books, printed))
    as_of = moment(edition.years[-1].as_of) if edition.years else ""
    return Book(
        name="",
        title="考核信息",
        sections=SHELF_SECTIONS,
        pages=pages,
        as_of=as_of,
        caution=_caution(edition, as_of),
        edition=f"{edition.audience.label}版",
        files=tuple(comparison_files(edition)),
    )
