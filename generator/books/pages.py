"""Planned pages in the shape MkDocs knows, without Markdown in between.

MkDocs reads a file, converts its Markdown and looks for headings; here all of that is known
already, so a page costs what its template costs. Titles arrive escaped, because the theme's
Jinja environment has no autoescape.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.page import Heading, Page
from generator.rendering import Renderer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SHELL = "shell.html"
"""Template of the theme that prints a page put together already."""
NOT_BY_THE_THEME = {"exclude": True}
"""The theme's own search takes each page apart to index it; ours has the records of the plan."""

_ID = re.compile(r'\sid="([^"]+)"')


def generated_file(page: Page, renderer: Renderer, config: MkDocsConfig) -> File:
    """The file MkDocs believes in: `units/u03/index.md`, so Markdown can link to it as to any other.

    It is out of the navigation, which holds tabs only; `navigation` puts the front pages in.
    """
    file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    GeneratedPage(page, renderer, file, config)
    return file


class GeneratedPage(MkDocsPage):
    """A planned page; its content comes from our own templates."""

    def __init__(self, planned: Page, renderer: Renderer, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(planned.title)), file, config)
        self.planned = planned
        self._renderer = renderer

    @property
    def in_shell(self) -> bool:
        """Whether it can share what the theme prints around it: no link there leads to it or below it."""
        tab = self.parent
        if tab is None or self.planned.section is None:
            return False
        listed = (child.url for child in tab.children or () if isinstance(child, MkDocsPage))
        return not any(path.startswith(self.url) for path in (self.planned.section, *listed))

    @property
    def kind(self) -> Hashable:
        """All that decides what the theme prints around the page, but for its own words."""
        planned = self.planned
        folder = planned.path.rstrip("/").rpartition("/")[0]
        return self.parent, folder, planned.headings, bool(planned.description)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Nothing to read; only the description goes to the head of the page."""
        self.markdown = ""
        self.meta = self._meta()

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Set content and table of contents."""
        self.content = self._renderer.render(self.planned)
        self.toc = TableOfContents(_anchors(self.planned.headings, level=2))
        self.links_to_anchors = None

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override] # looked up, seldom asked for
        """The anchors hand-written pages may link to."""
        return set(_ID.findall(self.content or ""))

    def _meta(self) -> dict[str, Any]:
        """What MkDocs and the theme ask for: empty side columns, a description, the template."""
        alone = self.parent is None or not self.parent.children
        hidden = [name for name, hide in (("navigation", alone), ("toc", not self.planned.headings)) if hide]
        template = SHELL if self.in_shell else "main.html"
        description = escape(self.planned.description)
        found = {"hide": hidden, "description": description, "template": template}
        return found | {"search": NOT_BY_THE_THEME}


def _anchors(headings: Iterable[Heading], level: int) -> list[AnchorLink]:
    links = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, level)
        link.children = _anchors(heading.children, level + 1)
        links.append(link)
    return links
