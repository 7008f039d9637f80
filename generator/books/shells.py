"""What the theme prints around a page: once for all pages of a kind, with gaps where they differ.

Material's templates cost 0.7 ms a page, more than most bodies do. Generated pages in one folder, under one
tab and with the same headings differ in title, description, address and body only. So the theme prints the
first with marks in these places, and each page of the kind is the pieces between them with its own words.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.books.pages import GeneratedPage

if TYPE_CHECKING:
    from mkdocs.utils.templates import TemplateContext

_MARK = re.compile(r"<h1 gap=(\w+)>")
"""A heading, since the theme gives a body without one a heading of its own. Nothing else on a page looks so:
escaped words hold no tag, and the body is not there yet."""


class Shell:
    """A page of the theme, cut at the marks."""

    def __init__(self, printed: str) -> None:
        self._pieces = _MARK.split(printed)

    def filled(self, words: Mapping[str, str]) -> str:
        """The page with these words, escaped or markup already, in its gaps."""
        pieces = self._pieces.copy()
        pieces[1::2] = [words[gap] for gap in pieces[1::2]]
        return "".join(pieces)


class Shells:
    """The shells of one book, made when the first page of a kind asks."""

    def __init__(self, print_theme: Callable[[TemplateContext], str]) -> None:
        self._print = print_theme
        self._made: dict[Hashable, Shell] = {}

    def fill(self, page: GeneratedPage, context: TemplateContext) -> str:
        """The whole page as the theme would have printed it in that context."""
        shell = self._made.get(page.kind)
        if shell is None:
            shell = self._made[page.kind] = Shell(self._print(_marked(page, context)))
        words = {"description": page.meta["description"], "path": page.url}
        return shell.filled(words | {"title": page.title or "", "content": page.content or ""})


def _marked(page: GeneratedPage, context: TemplateContext) -> TemplateContext:
    """The context with marks for what pages of a kind do not share."""
    marked = copy.copy(page)
    marked.title, marked.content = _mark("title"), _mark("content")
    if page.meta["description"]:
        marked.meta = {**page.meta, "description": _mark("description")}
    ours = {"page": marked, "path": _mark("path")}
    return {**context, **ours}  # type: ignore[typeddict-item] # MkDocs lists its own names only


def _mark(gap: str) -> Markup:
    return Markup("<h1 gap={}>").format(gap)
