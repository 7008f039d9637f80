"""A rendered page → the Markdown somebody would have written for it: headings, lists, tables, paragraphs.

Charts are left out: nobody writes them in Markdown, so the plain page has less to do.

No HTML is left in it. What folds becomes a heading, a fact a list entry, the paragraphs of a cell one line.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SPECIAL = re.compile(r"[\\`*_\[\]]")
_HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "summary": "###"}
_PARAGRAPHS = {"p": "", "li": "- ", "caption": "", "figcaption": ""} | {
    tag: f"{marks} " for tag, marks in _HEADINGS.items()
}
_PASSED = frozenset({"div", "ul", "dl", "details", "thead", "tbody", "span", "small", "abbr", "figure"})
"""What only holds other things together."""


def as_markdown(html: str, link: str) -> str:
    """The page as Markdown, every link leading to `link`; ValueError for an element it does not know."""
    writer = _Writer(link)
    writer.feed(html)
    writer.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(writer.parts)).strip() + "\n"


class _Writer(HTMLParser):
    """Collects text and puts it down when its paragraph, entry or row ends."""

    def __init__(self, link: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._link = link
        self._text = ""
        self._row: list[str] = []
        self._numbers: list[bool] = []
        self._first_row = False
        self._in_cell = False
        self._in_chart = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what has to begin."""
        match tag:
            case "svg":
                self._in_chart = True
            case _ if self._in_chart:
                pass
            case "br":
                self._text += " "
            case "table":
                self._first_row = True
            case "tr":
                self._row, self._numbers = [], []
            case "th" | "td":
                self._text, self._in_cell = "", True
                self._numbers.append("kh-number" in (dict(attrs).get("class") or ""))
            case "dt":
                self._text = ""
            case "dd":
                self._text = self._text.rstrip()
            case "strong":
                self._text += "**"
            case "a":
                self._text += "["
            case _ if tag in _PARAGRAPHS:
                self._text = self._text if self._in_cell else ""
            case _ if tag not in _PASSED:
                raise ValueError(f"no Markdown for <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """Put down what is complete."""
        match tag:
            case "svg":
                self._in_chart = False
            case _ if self._in_chart:
                pass
            case "table" | "ul" | "dl":
                self.parts.append("\n")
            case "tr":
                self._put_row()
            case "th" | "td":
                self._row.append(self._taken().replace("|", "\\|"))
                self._in_cell = False
            case "dt":
                self._text = f"**{self._taken()}**："
            case "dd":
                self.parts.append(f"- {self._taken()}\n")
            case "strong":
                self._text += "**"
            case "a":
                self._text += f"]({self._link})"
            case _ if tag in _PARAGRAPHS and not self._in_cell:
                end = "\n" if tag == "li" else "\n\n"
                self.parts.append(f"{_PARAGRAPHS[tag]}{self._taken()}{end}")
            case "p":
                self._text += " "

    def handle_data(self, data: str) -> None:
        """Text, with what Markdown would take for marks escaped."""
        if self._in_chart:
            return
        self._text += _SPECIAL.sub(r"\\\g<0>", data).replace("&", "&amp;").replace("<", "&lt;")

    def _taken(self) -> str:
        text, self._text = " ".join(self._text.split()), ""
        return text

    def _put_row(self) -> None:
        self.parts.append(f"| {' | '.join(self._row)} |\n")
        if self._first_row:
            marks = ("---:" if number else "---" for number in self._numbers)
            self.parts.append(f"| {' | '.join(marks)} |\n")
            self._first_row = False
