"""The Content-Security-Policy of a site: what its pages may load and run.

The theme writes a few scripts into its pages. The policy names them by their hashes, taken from pages without
any data: a script that came in through the data is on none of those, so it never allows itself.
"""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from generator.books.build import Workshop
from generator.books.manuscript import manuscript
from generator.books.theme.framing import make_frame
from generator.pages.page import Book

DEPTH = 4
"""Folders a page may lie below its book's root; at each depth a script names the way to the root."""
_DATA = "application/json"
_BLANK = Book("", "", (), (), "")


def content_security_policy(workshop: Workshop) -> str:
    """The policy for all pages of a site made in that workshop, as the value of its header.

    `form-action` is none: pages hand their forms to scripts, and without script there is no form to see.
    """
    hashes = " ".join(f"'sha256-{one}'" for one in sorted(map(script_hash, _theme_scripts(workshop))))
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    )


def _theme_scripts(workshop: Workshop) -> set[str]:
    """The scripts in pages of every depth that hold nothing but what the theme prints around them."""
    with tempfile.TemporaryDirectory(prefix="kaohe-") as root:
        content, site = Path(root, "content"), Path(root, "site")
        for depth in range(DEPTH + 1):
            folder = content.joinpath("shelf", *"abcdefgh"[:depth])
            folder.mkdir(parents=True)
            (folder / "index.md").write_text("# -\n", encoding="utf-8")
        blank = manuscript(_BLANK, content=content, templates=workshop.templates)
        make_frame(blank, site, workshop.config_file)
        return {script for page in site.rglob("*.html") for script in inline_scripts(page)}


def inline_scripts(page: Path) -> Iterator[str]:
    """The scripts a page holds in itself, as they are written."""
    scripts = _Scripts()
    scripts.feed(page.read_text(encoding="utf-8"))
    scripts.close()
    yield from scripts.found


def script_hash(script: str) -> str:
    """SHA-256 in base64, as a policy names a script."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")


class _Scripts(HTMLParser):
    """Collects scripts that are neither loaded nor data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A script begins."""
        given = dict(attrs)
        if tag == "script" and "src" not in given and given.get("type") != _DATA:
            self.found.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        """Its text, maybe in several pieces."""
        if self._inside:
            self.found[-1] += data
