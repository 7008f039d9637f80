"""What was written is let go of, though garbage is not looked for during a build."""

from __future__ import annotations

import gc
import pickle
import weakref

from mkdocs.structure.pages import Page as MkDocsPage

from generator.books.memory import leaving_nothing, without_collection
from generator.pages.sheets.sheet import Sheet
from tests.books.conftest import Press, sample_book
from tests.pages.builders import edition
from tests.pages.reader import book, page_at


class _Knot:
    """Points to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_mkdocs_leaves_no_pages_behind(press: Press) -> None:
    """Ten books would hold ten themes, compiled, with all their pages."""
    gc.collect()
    before = _of_mkdocs()
    with without_collection():
        press(sample_book())
        assert _of_mkdocs() == before


def test_only_circles_made_inside_are_looked_for() -> None:
    """And what is still in use stays, as do the older ones until somebody asks."""
    with without_collection():
        old = weakref.ref(_Knot())
        with leaving_nothing():
            new, used = weakref.ref(_Knot()), _Knot()
        assert new() is None
        assert used.itself is used
        assert old() is not None
        gc.collect()
        assert old() is None


def test_the_page_of_all_documents_holds_none_of_them() -> None:
    """It would be as large as all other pages together, for their titles and addresses."""
    planned = book(edition())
    assert planned.sheets
    listed = pickle.dumps(page_at(planned, "print/").view)
    assert [one.path for one in planned.sheets if one.path.encode() not in listed] == []
    assert Sheet.__name__.encode() + b"\x94" not in listed


def _of_mkdocs() -> int:
    return sum(isinstance(one, MkDocsPage) for one in gc.get_objects())
