"""What pages refer to: nothing on other hosts that a browser would fetch, nothing that is not there."""

from __future__ import annotations

import html
import re
from bisect import bisect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from generator.gate.finding import Kind

KNOWN = frozenset({"www.w3.org", "clipboardjs.com", "fontawesome.com"})
"""Names of namespaces, and two licences named in comments; nothing is fetched from them."""
FETCHING = frozenset({".html", ".htm", ".css", ".js", ".svg", ".xml", ".webmanifest"})

_ADDRESS = re.compile(
    r"""\s(href|src|srcset|action|formaction|poster|data|background|xlink:href)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""",
    re.IGNORECASE,
)
_ID = re.compile(r"""\s(?:id|name)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
# A pattern that begins with a choice is forty times as slow as one that begins with a character.
_HOST = re.compile(r"""/(?=\\?/)(?:(?<=[:"'`(=\s]/)|(?<=[:"'`(=\s]\\/))\\?/([\w.\-\[\]:]+)""")
"""Two slashes, each perhaps with a backslash before it, behind which a host may stand."""
_FETCHED = re.compile(r"\b(?:https?|wss?|ftp):\\?\Z", re.IGNORECASE)
"""What stands before them, when it is fetched from there by that name."""
_DOTTED = re.compile(r"[\w.-]+\.[a-z]{2,}", re.IGNORECASE)
"""A host, where nothing else says so."""
_BLOCK = re.compile(r"<(script|style|svg)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_FAR = 10_000
"""Characters of the longest tag."""
_NAME = len("https:\\")
"""Characters of the longest name before the slashes."""
_READER = ("a", "area")
"""What a person has to click leads elsewhere, but fetches nothing."""


Anchors = Callable[[str], Collection[str] | None]
"""Those of the page at a path; None for what is no page."""


@dataclass(frozen=True)
class Flaw:
    """Something a page refers to in vain, or on another host."""

    kind: Kind
    line: int
    target: str


@dataclass(frozen=True)
class Page:
    """What one page offers and refers to."""

    anchors: frozenset[str]
    links: Mapping[str, int]
    """Target → line where it stands first."""


def read_page(text: str) -> Page:
    """The anchors and local links of a page."""
    anchors = frozenset(html.unescape(_bare(found[1])) for found in _ID.finditer(text))
    links: dict[str, int] = {}
    for line, found in _in_lines(text, _ADDRESS):
        link = html.unescape(_bare(found[2])).strip()
        if found[1].lower() != "srcset" and _is_local(link):
            links.setdefault(link, line)
    return Page(anchors, links)


def foreign(text: str, suffix: str) -> Iterator[Flaw]:
    """Addresses of other hosts that the file would fetch from."""
    page = suffix in (".html", ".htm")
    blocks = [(found.start(), found.end()) for found in _BLOCK.finditer(text)] if page else []
    for line, found in _in_lines(text, _HOST):
        begin = _begin(text, found)
        host = found[1].lower().strip(".")
        if begin is None or host in KNOWN or (page and _only_read(text, begin, blocks)):
            continue
        yield Flaw(Kind.HOST, line, host)


def _begin(text: str, slashes: re.Match[str]) -> int | None:
    """Where the address begins to which these slashes belong; None when it is none."""
    at = slashes.start()
    if scheme := _FETCHED.search(text, max(0, at - _NAME), at):
        return scheme.start()
    first = at - (text[at - 1] == "\\")
    return first if text[first - 1] != ":" and _DOTTED.match(text, slashes.start(1)) else None


def dead(path: str, page: Page, anchors: Anchors, files: Collection[str]) -> Iterator[Flaw]:
    """Links of the page at `path` that lead to no file, or to no place in it; `anchors` of pages by path."""
    for link, line in page.links.items():
        file, anchor = target(path, link)
        if file not in files:
            yield Flaw(Kind.LINK, line, link)
        elif anchor and anchor != "top" and (known := anchors(file)) is not None and anchor not in known:
            yield Flaw(Kind.ANCHOR, line, link)


def target(path: str, link: str) -> tuple[str, str]:
    """The file a link leads to as a web server takes it, and the place in it."""
    parts = urlsplit(link)
    way = unquote(parts.path)
    if not way:
        return path, unquote(parts.fragment)
    base = "" if way.startswith("/") else str(PurePosixPath(path).parent)
    whole = normpath(f"/{base}/{way}").lstrip("/")
    if way.endswith(("/", "/.", "/..")) or way in (".", ".."):
        whole = f"{whole}/index.html".lstrip("/")
    return whole, unquote(parts.fragment)


def _only_read(text: str, at: int, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether the address at this place is text, or a link for a person to click."""
    opened = text.rfind("<", max(0, at - _FAR), at)
    if opened > text.rfind(">", max(0, at - _FAR), at):
        name = re.match(r"</?([\w-]*)", text[opened : opened + 40])
        return text.startswith("<!--", opened) or (name is not None and name[1].lower() in _READER)
    before = bisect(blocks, (at, len(text))) - 1
    return before < 0 or blocks[before][1] <= at


def _is_local(link: str) -> bool:
    return not (_SCHEME.match(link) or link.startswith("//"))


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in "\"'" else value


def _in_lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """What is found, with the number of its line."""
    line, last = 1, 0
    for found in pattern.finditer(text):
        line += text.count("\n", last, found.start())
        last = found.start()
        yield line, found
