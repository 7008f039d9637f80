"""Planned pages in the shape MkDocs knows, without Markdown in between.

MkDocs reads a file, converts its Markdown and looks for headings; here all of that is known already. It
prints one page of each kind, as a shell for all of them, and knows of the others only where hand-written
pages may link to them. Titles arrive escaped, because the theme's Jinja environment has no autoescape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from markupsafe import escape
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.books.manuscript import Manuscript
from generator.books.theme.shells import mark
from generator.pages.page import Heading, Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SHELL = "shell.html"
"""Template of the theme that prints nothing but a page put together already."""
NOT_BY_THE_THEME = {"exclude": True}
"""The theme's own search takes each page apart to index it; ours has the records of the plan."""


def generated_page(page: Page, given: Manuscript, config: MkDocsConfig, *, sample: bool) -> GeneratedPage:
    """The page with a file MkDocs believes in: `units/u03/index.md`, so Markdown can link to it.

    It is out of the navigation, which holds tabs only; `navigation` puts the front pages in. Of those that
    are no `sample` of their kind nothing is printed.
    """
    file = cast(
        "_Known",
        _Known.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV),
    )
    file.is_sample = sample
    return GeneratedPage(page, given, file, config)


class _Known(File):
    """A page's file."""

    is_sample = True

    def is_modified(self) -> bool:
        """What MkDocs asks before it prints one."""
        return self.is_sample


class GeneratedPage(MkDocsPage):
    """A planned page; its content comes from our own templates."""

    def __init__(self, planned: Page, given: Manuscript, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(planned.title)), file, config)
        self.planned = planned
        self.given = given

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Inside the block the page has marks for what pages of a kind do not share.

        The page itself and no copy: the theme looks for it in the navigation.
        """
        title, meta = self.title, self.meta
        self.title, self.content = mark("title"), mark("content")
        if self.planned.description:
            self.meta = {**meta, "description": mark("description")}
        try:
            yield
        finally:
            self.title, self.content, self.meta = title, "", meta

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Nothing to read; only the description goes to the head of the page."""
        self.markdown = ""
        self.meta = self._meta()

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Set the table of contents; the content comes into the shell later."""
        self.content = ""
        self.toc = TableOfContents(_anchors(self.planned.headings, level=2))
        self.links_to_anchors = None

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override] # looked up, seldom asked for
        """The anchors hand-written pages may link to."""
        return set(self.given.anchors(self.planned))

    def _meta(self) -> dict[str, Any]:
        """What MkDocs and the theme ask for: empty side columns, a description, the template."""
        alone = self.parent is None or not self.parent.children
        hidden = [name for name, hide in (("navigation", alone), ("toc", not self.planned.headings)) if hide]
        description = escape(self.planned.description)
        found = {"hide": hidden, "description": description, "template": SHELL}
        return found | {"search": NOT_BY_THE_THEME}


def _anchors(headings: Iterable[Heading], level: int) -> list[AnchorLink]:
    links = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, level)
        link.children = _anchors(heading.children, level + 1)
        links.append(link)
    return links
