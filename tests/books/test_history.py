"""The state remembers of each file when and why it was made last, in few words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.books.build import Workshop, write_site
from generator.books.history import Making, Reason, Run, continued, grouped, last_making
from generator.books.state import SiteState, read_kept, state_file
from generator.pages.page import Book, Page
from tests.books.conftest import sample_book
from tests.books.test_incremental import changed, shelf

UNIT, FRONT, STYLE = "units/u03/index.html", "index.html", "assets/kaohe.css"


class Site:
    """A site that is built again and again."""

    def __init__(self, folder: Path, workshop: Workshop) -> None:
        self.folder = folder
        self.workshop = workshop

    def write(self, book: Book) -> None:
        """Build the book and the shelf."""
        write_site(shelf(), [sample_book(name="2024"), book], self.folder, self.workshop)

    @property
    def state(self) -> SiteState:
        """What was kept."""
        found = read_kept(self.folder)
        assert isinstance(found, SiteState)
        return found

    def last(self, path: str, book: str = "2025") -> tuple[int, Reason, bool]:
        """At which build a file was made last, why, and whether its bytes changed."""
        kept = self.state.books[book]
        found = last_making(kept.history, path) if path in kept.files else kept.framing
        assert found is not None
        return found.run.number, found.reason, found.changed(path)


@pytest.fixture
def built(workshop: Workshop, site: Path) -> Site:
    """Built once."""
    made = Site(site, workshop)
    made.write(sample_book())
    return made


def test_the_first_build(built: Site) -> None:
    """Everything, MkDocs' part too."""
    for path in (UNIT, FRONT, STYLE):
        assert built.last(path) == (1, Reason.FIRST, True)


def test_a_changed_page_and_one_that_stayed(built: Site) -> None:
    """Each has a build of its own."""
    built.write(changed(sample_book(), "units/u03/", view="乙"))
    assert built.last(UNIT) == (2, Reason.SOURCE, True)
    assert built.last(FRONT) == (1, Reason.FIRST, True)
    assert built.last(STYLE) == (1, Reason.FIRST, True)


def test_a_page_made_again_as_it_was(built: Site) -> None:
    """Its source is another, its bytes are not."""
    unit = next(one for one in sample_book().pages if one.path == "units/u03/")
    built.write(changed(sample_book(), "units/u03/", headings=(*unit.headings,), records=()))
    assert built.last(UNIT)[0] == 1
    built.write(changed(sample_book(), "units/", view=b""))
    number, reason, _ = built.last("units/index.html")
    assert (number, reason) == (3, Reason.SOURCE)


def test_a_new_page(built: Site) -> None:
    """Of a kind the book has already."""
    built.write(sample_book(Page("units/u05/", "五队", "links.html.j2", "units/u03/", "units/")))
    assert built.last("units/u05/index.html") == (2, Reason.NEW, True)
    assert built.last(UNIT)[:2] == (1, Reason.FIRST)


def test_a_page_of_a_new_kind(built: Site) -> None:
    """The frame is made again, and with it the book; what comes out as before is told."""
    built.write(sample_book(Page("x/", "题", "plain.html.j2", "丁")))
    assert built.last(UNIT) == (2, Reason.KIND, False)
    assert built.last(STYLE) == (2, Reason.KIND, False)
    assert built.last("x/index.html") == (2, Reason.KIND, True)
    assert built.last(UNIT, "2024")[:2] == (1, Reason.FIRST)


def test_a_changed_frame(built: Site) -> None:
    """What stands on every page."""
    built.write(replace(sample_book(), banner="新"))
    assert built.last(UNIT) == (2, Reason.FRAME, True)
    assert built.last(STYLE) == (2, Reason.FRAME, False)


def test_files_that_went_missing(built: Site) -> None:
    """A page alone is made again; for one of the theme the whole book."""
    (built.folder / "2025" / UNIT).unlink()
    built.write(sample_book())
    assert built.last(UNIT) == (2, Reason.MISSING, True)
    assert built.last(FRONT)[0] == 1
    (built.folder / "2025" / STYLE).unlink()
    built.write(sample_book())
    assert built.last(UNIT) == (3, Reason.THEME, False)
    assert built.last(STYLE) == (3, Reason.THEME, True)


def test_a_link_whose_page_is_gone(built: Site) -> None:
    """All pages are made, so that each link is looked at."""
    linked = Page("units/u10/", "十队", "links.html.j2", "units/u05/", "units/")
    target = Page("units/u05/", "五队", "links.html.j2", "units/u03/", "units/")
    built.write(sample_book(linked, target))
    built.write(sample_book(replace(linked, view="units/u03/")))
    assert built.last(UNIT) == (3, Reason.LINK, False)
    assert built.last("units/u10/index.html") == (3, Reason.LINK, True)


def test_changed_templates(built: Site) -> None:
    """The number of the build goes on."""
    file = built.workshop.templates / "pages/links.html.j2"
    file.write_text(file.read_text(encoding="utf-8").replace("去", "往"), encoding="utf-8")
    built.write(sample_book())
    assert built.last("units/u04/index.html") == (2, Reason.CODE, True)
    assert built.last(UNIT)[:2] == (2, Reason.CODE)


@pytest.mark.parametrize(
    ("text", "reason"), [(None, Reason.FIRST), ("{", Reason.DAMAGED), ('{"version":1}', Reason.VERSION)]
)
def test_a_lost_state(built: Site, text: str | None, reason: Reason) -> None:
    """Why everything was made is told, the builds before are forgotten."""
    if text is None:
        state_file(built.folder).unlink()
    else:
        state_file(built.folder).write_text(text, encoding="utf-8")
    built.write(sample_book())
    assert built.last(UNIT)[:2] == (1, reason)


def test_a_new_book(built: Site) -> None:
    """The others stay."""
    books = [sample_book(name="2024"), sample_book(), sample_book(name="2026")]
    write_site(shelf(), books, built.folder, built.workshop)
    assert built.last(UNIT, "2026") == (2, Reason.BOOK, True)
    assert built.last(UNIT)[:2] == (1, Reason.FIRST)


def test_many_builds_leave_few_words(built: Site) -> None:
    """What was made again later is not told of earlier builds."""
    for number in range(5):
        built.write(changed(sample_book(), "units/u03/", view=str(number)))
    assert len(built.state.books["2025"].history) == 2
    assert built.last(UNIT)[0] == 6


def test_history_is_kept_short() -> None:
    """Lines without a file are dropped, as are files that are gone, and all once a book is made whole."""
    first, second, third = (Run(number, "") for number in (1, 2, 3))
    whole = Making(first, Reason.FIRST)
    files = {"a": "", "b": "", "c": ""}
    before = (whole, Making(second, Reason.SOURCE, frozenset({"a", "b", "gone"})))
    now = grouped(third, {"b": Reason.SOURCE}, files)
    found = continued(before, now, files)
    assert [one.paths for one in found] == [None, {"a"}, {"b"}]
    assert continued(found, grouped(third, dict.fromkeys(files, Reason.FRAME), files), files) == (
        Making(third, Reason.FRAME),
    )


@pytest.mark.parametrize("changed_files", [{"a"}, {"a", "b"}, {"a", "b", "c"}, set[str]()])
def test_the_shorter_of_two_lists_is_kept(changed_files: set[str]) -> None:
    """Those that changed or those that did not: at most half of them are named."""
    files = {"a": "", "b": "", "c": ""}
    found = Making(Run(1, ""), Reason.CODE).settled(files, changed_files)
    assert {path for path in files if found.changed(path)} == changed_files
    assert len(found.others) <= 1
