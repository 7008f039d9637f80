"""What a page wants of the browser that a policy may refuse; pages that want the same are alike to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.site.crawl import pages

LOADED = frozenset(
    {"src", "srcset", "data", "poster", "action", "formaction", "background", "manifest", "xlink:href"}
)
"""Attributes whose address is asked for, or sent to, without a click on a link."""
LED = frozenset({"a", "area"})
"""Tags whose address only leads."""
DATA = "application/json"
"""A script that runs nowhere."""


@dataclass
class Wants(HTMLParser):
    """The tags of a page, what it loads, and the scripts and styles it holds in itself."""

    found: set[str] = field(default_factory=set)
    _inside: str = ""
    _text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its style, its handlers, and what it loads, by the way from the page."""
        self.found.add(tag)
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.found.add(f"{tag} {name}={value}")
            if name in LOADED or (name == "href" and tag not in LED):
                self.found.add(f"{tag} {name}={value}")
        if tag in {"script", "style"} and ("type", DATA) not in attrs:
            self._inside, self._text = tag, ""

    def handle_data(self, data: str) -> None:
        """A piece of a script or style."""
        self._text += data if self._inside else ""

    def handle_endtag(self, tag: str) -> None:
        """Note the script or style."""
        if self._inside == tag:
            self.found.add(f"{tag}: {self._text}")
            self._inside = ""


def wants(page: Path) -> frozenset[str]:
    """All that the page wants."""
    reader = Wants()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return frozenset(reader.found)


def alike(site: Path) -> dict[frozenset[str], list[Path]]:
    """The pages of a site by what they want."""
    found: dict[frozenset[str], list[Path]] = defaultdict(list)
    for page in pages(site):
        found[wants(page)].append(page)
    return found
