"""Planned pages in the shape MkDocs knows, without Markdown in between.

MkDocs reads a file, converts its Markdown and looks for headings; here all of that is known
already, so a page costs what its template costs. Titles arrive escaped, because the theme's
Jinja environment has no autoescape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.page import Heading, Page
from generator.rendering import Renderer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

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

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Nothing to read; only the description goes to the head of the page."""
        self.markdown = ""
        self.meta = self._meta()

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Set content, table of contents and the anchors others may link to."""
        self.content = self._renderer.render(self.planned)
        self.toc = TableOfContents(_anchors(self.planned.headings, level=2))
        self.present_anchor_ids = set(_ID.findall(self.content))
        self.links_to_anchors = None

    def _meta(self) -> dict[str, Any]:
        """What the theme asks for: which side columns would be empty, and a description."""
        alone = self.parent is None or not self.parent.children
        hidden = [name for name, hide in (("navigation", alone), ("toc", not self.planned.headings)) if hide]
        description = escape(self.planned.description)
        return {"hide": hidden, "description": description, "search": NOT_BY_THE_THEME}


def _anchors(headings: Iterable[Heading], level: int) -> list[AnchorLink]:
    links = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, level)
        link.children = _anchors(heading.children, level + 1)
        links.append(link)
    return links
