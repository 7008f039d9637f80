"""What can be found: something on every kind of page, and nothing that does not stand there."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

import pytest

from generator.books.byhand.articles import page_records
from generator.books.source import Order, gather
from generator.contract.fields import Audience
from generator.editions.edition import Edition
from generator.pages.page import Book, Page
from generator.pages.plan import PAGE_TYPES, SHELF_PAGE_TYPES, plan_book, plan_shelf
from generator.pages.search_records import RecordKind, SearchRecord
from generator.rendering import Renderer
from generator.search.records import Found, book_records, read_records, records_json
from tests.conftest import PROJECT

_BETWEEN = re.compile(r" · |[：、；]")


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The sample for staff."""
    return gather(Order(PROJECT / "data")).edition


@pytest.fixture(scope="module", params=Audience, ids=lambda one: one.value)
def any_edition(request: pytest.FixtureRequest) -> Edition:
    """The sample for each audience."""
    return gather(Order(PROJECT / "data", request.param)).edition


def books(edition: Edition) -> Iterator[Book]:
    """The shelf and every year."""
    yield plan_shelf(edition)
    for year in edition.years:
        yield plan_book(edition, year)


def words(page: Page, renderer: Renderer) -> str:
    """What the page says, without blanks, its description and its headings among it."""
    text = html.unescape(re.sub(r"<[^>]+>", "", renderer.render(page)))
    return _solid(f"{text}{page.title}{page.description}")


def _solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_what_a_page_is_found_by_stands_on_it(any_edition: Edition) -> None:
    """So the search cannot know more than a reader of the page; other names of units are the exception."""
    checked = 0
    for book in books(any_edition):
        renderer = Renderer(book, PROJECT / "site_templates", ["brief/"])
        for page in book.pages:
            said = words(page, renderer)
            for record in page.records:
                title = () if record.kind is RecordKind.HISTORY else _BETWEEN.split(record.title)
                parts = (*title, *_BETWEEN.split(record.text))
                checked += len(parts)
                if record.kind is not RecordKind.HELP:  # its text joins the labels of columns, key by key
                    assert [part for part in parts if _solid(part) not in said] == [], page.path
    assert checked > 3000


def test_records_lead_to_places_that_are_there(any_edition: Edition) -> None:
    """Each anchor is one of its page."""
    for book in books(any_edition):
        renderer = Renderer(book, PROJECT / "site_templates", ["brief/"])
        for page in book.pages:
            anchors = {record.anchor for record in page.records if record.anchor}
            if anchors:
                assert anchors <= set(re.findall(r'\sid="([^"]+)"', renderer.render(page))), page.path


@pytest.mark.parametrize("name", [one.name for one in (*PAGE_TYPES, *SHELF_PAGE_TYPES)])
def test_every_kind_of_page_is_found(edition: Edition, name: str) -> None:
    """A new entry of the catalogue is found by its title without further ado."""
    planned: list[Page] = []
    for kind in PAGE_TYPES:
        if kind.name == name:
            planned += kind.plan(edition, edition.years[-1])
    for shelf_kind in SHELF_PAGE_TYPES:
        if shelf_kind.name == name:
            planned += shelf_kind.plan(edition)
    book = Book("2025", "", (), tuple(planned), "")
    found = {one.path.partition("#")[0] for one in book_records(book)}
    assert found == {page.path for page in planned}


def test_every_kind_of_record_is_there(edition: Edition) -> None:
    """All kinds but hand-written pages, which are no part of the plan; leaders' names are not for staff."""
    staff = {one.record.kind for book in books(edition) for one in book_records(book)}
    assert staff == set(RecordKind) - {RecordKind.ARTICLE, RecordKind.MEMBER}
    leaders = gather(Order(PROJECT / "data", Audience.LEADERS)).edition
    found = {one.record.kind for book in books(leaders) for one in book_records(book)}
    assert found == set(RecordKind) - {RecordKind.ARTICLE}


def test_a_unit_is_found_by_all_it_was_called_until_then(edition: Edition) -> None:
    """Former names in later books, later names not in earlier ones."""
    aliases = {}
    for year in edition.years:
        for one in book_records(plan_book(edition, year)):
            if one.record.kind is RecordKind.UNIT and one.record.unit_id == "u06":
                aliases[year.year] = (one.record.title, *one.record.aliases)
    assert "通风队" in aliases[2025]
    assert "青岚能源工程有限公司通风队" in aliases[2025]
    assert "通防工区" not in aliases[2023]


def test_the_file_is_compact(edition: Edition) -> None:
    """Chinese as it is, no blanks between, seven columns of a line a record."""
    text = records_json("2025", book_records(plan_book(edition, edition.years[-1])))
    columns = {name: column.split("\n") for name, column in json.loads(text)["columns"].items()}
    (size,) = {len(column) for column in columns.values()}
    assert "\\u4e" not in text
    assert len(text.encode()) / size < 400
    at = columns["unit"].index("u03")
    assert (columns["kind"][at], columns["path"][at], columns["title"][at]) == ("0", "units/u03/", "综掘一队")
    assert "综掘1队" in columns["aliases"][at].split("\t")
    assert columns["pinyin"][at] == "zong jue yi dui"
    assert columns["text"][at].startswith("生产单位 · ")


def test_what_is_written_is_read_back(edition: Edition) -> None:
    """All that can be found, without where on the page beside the path; blanks of a text become one."""
    for book in books(edition):
        written = list(book_records(book))
        back = list(read_records(records_json(book.name, written)))
        assert [(one.path, one.record.title, one.record.aliases) for one in back] == [
            (one.path, one.record.title, one.record.aliases) for one in written
        ]
    assert list(
        read_records(records_json("", [Found("a/", SearchRecord(RecordKind.PAGE, "甲", "一\n二"))]))
    ) == [Found("a/", SearchRecord(RecordKind.PAGE, "甲", "一 二"))]


class _Written:
    """A hand-written page as MkDocs holds it after conversion."""

    url = "scheme/lecture/"
    title = "形势 &amp; 任务"
    content = (
        '<h1 id="a">形势</h1><p>开头<em>的</em>话</p><h2 id="b">一、目标&lt;年&gt;</h2><p>正文</p><p>两段</p>'
    )


def test_hand_written_pages_by_title_and_chapter() -> None:
    """Text only: tags and entities are resolved."""
    first, second = page_records(_Written())  # type: ignore[arg-type]
    assert (first.path, first.record.title, first.record.text) == (
        "scheme/lecture/",
        "形势 & 任务",
        "开头的话",
    )
    assert second.path == "scheme/lecture/#b"
    assert (second.record.title, second.record.text) == ("一、目标<年>（形势 & 任务）", "正文 两段")
