"""Where hand-written pages lead to, for a build that does not ask MkDocs whether it is there."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from mkdocs.structure.pages import Page as MkDocsPage


def targets(page: MkDocsPage) -> Iterator[str]:
    """What the rendered page links to on this site, from the book's root: `units/u03/#results`."""
    hrefs = _Hrefs()
    hrefs.feed(page.content or "")
    hrefs.close()
    for scheme, host, path, _, anchor in map(urlsplit, hrefs.found):
        if not scheme and not host:
            below = normpath(f"{page.url}{unquote(path)}")
            folder = "" if below == "." else f"{below}/"
            yield f"{folder}#{unquote(anchor)}" if anchor else folder


class _Hrefs(HTMLParser):
    """The addresses a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link leads somewhere; an anchor without address does not."""
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)
