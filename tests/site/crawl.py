"""Reads a built page as a browser does: its tags, its links, its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "iframe": "src"}


@dataclass
class Document(HTMLParser):
    """One parsed page."""

    tags: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Each start tag with its attribute names, in order."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Tag and target of everything that leads or loads."""
    ids: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its id and where it leads."""
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.add(identifier)
        if target := values.get(LINKS.get(tag, "")):
            self.links.append((tag, target))

    def handle_data(self, data: str) -> None:
        """Note the text."""
        if text := data.strip():
            self.texts.append(text)

    @property
    def text(self) -> str:
        """All text, one piece a line."""
        return "\n".join(self.texts)


def parse(file: Path) -> Document:
    """The page in the file."""
    document = Document()
    document.feed(file.read_text(encoding="utf-8"))
    return document


def pages(site: Path) -> Iterator[Path]:
    """Every HTML file of the site, sorted."""
    return iter(sorted(site.rglob("*.html")))


def target_file(site: Path, page: Path, link: str) -> tuple[Path, str]:
    """The file a link of the page leads to, and its anchor; links are followed as on a web server."""
    base = "http://site/" + page.relative_to(site).as_posix()
    parts = urlsplit(urljoin(base, link))
    path = unquote(parts.path).lstrip("/")
    file = site / path
    return (file / "index.html" if not path or path.endswith("/") else file), unquote(parts.fragment)
