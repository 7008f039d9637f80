"""查找: the page of all results, where the search box has too little room; filled by the browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition
from generator.pages.links import Link
from generator.pages.page import Page
from generator.pages.search_records import RecordKind, SearchRecord

PATH = "search/"
FILTERS = ("类型:台账", "年度:2023", "单位:u03")
"""What may be typed beside the words, as examples."""


@dataclass(frozen=True)
class SearchView:
    """The empty page of results, and where to look without script."""

    filters: tuple[str, ...]
    elsewhere: tuple[Link, ...]


def plan_search(edition: Edition) -> Iterator[Page]:
    """One page for whatever is asked."""
    view = SearchView(
        FILTERS, (Link("单位历年", "units/"), Link("往年", "archive/"), Link("名词解释", "glossary/"))
    )
    description = "按名称、编号、拼音查找各年度的单位、指标、问题、表彰和案例。"
    record = SearchRecord(RecordKind.PAGE, "查找", description)
    yield Page(PATH, "查找", "search.html.j2", view, "", (), description, (record,))
