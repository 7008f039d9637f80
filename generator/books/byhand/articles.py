"""What can be found on hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from mkdocs.structure.pages import Page as MkDocsPage

from generator.pages.search_records import RecordKind, SearchRecord
from generator.search.records import Found

_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "div", "br", "h3", "h4", "h5", "h6", "pre"})


def page_records(page: MkDocsPage) -> Iterator[Found]:
    """The hand-written page by its title and first words, then each of its chapters."""
    chapters = _Chapters()
    chapters.feed(page.content or "")
    chapters.close()
    first, *others = chapters.found
    yield Found(page.url, SearchRecord(RecordKind.ARTICLE, _plain(page.title), first.text))
    for one in others:
        title = f"{one.title}（{_plain(page.title)}）"
        yield Found(f"{page.url}#{one.anchor}", SearchRecord(RecordKind.ARTICLE, title, one.text))


def _plain(title: object) -> str:
    """The title as it reads: MkDocs keeps it as markup."""
    chapters = _Chapters()
    chapters.feed(str(title or ""))
    chapters.close()
    return chapters.found[0].text


class _Chapter:
    """What stands between two headings."""

    def __init__(self, anchor: str = "") -> None:
        self.anchor = anchor
        self.heading: list[str] = []
        self.words: list[str] = []

    @property
    def title(self) -> str:
        return "".join(self.heading).strip()

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class _Chapters(HTMLParser):
    """The text of a page, a chapter begun by each second-level heading."""

    def __init__(self) -> None:
        super().__init__()
        self.found = [_Chapter()]
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A heading begins a chapter; words of two paragraphs, items or cells are two words."""
        if tag == "h2":
            self.found.append(_Chapter(dict(attrs).get("id") or ""))
        if tag in ("h1", "h2"):
            self._heading = tag
        if tag in _BLOCKS:
            self.found[-1].words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A heading ends."""
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        """Words of the heading, or below it."""
        chapter = self.found[-1]
        if self._heading == "h2":
            chapter.heading.append(data)
        elif not self._heading:
            chapter.words.append(data)
