"""Opening a page until it has all it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request

DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
QUIET = 3
"""So many times two frames without a request: a script asks as it starts, or when an answer has come.
Playwright's own "networkidle" waits half a second more for each page."""
ROUNDS = 1000
"""Some thirty seconds."""


def open_page(page: Page, address: str) -> None:
    """Open it, and wait until its scripts ran and all they asked for has come."""
    with _asking(page) as asked:
        page.goto(address, wait_until="load")
        quiet = 0
        for _ in range(ROUNDS):
            page.evaluate(DRAWN)
            quiet = 0 if asked else quiet + 1
            if quiet == QUIET:
                return
        raise AssertionError(f"still asking for {[one.url for one in asked]}")


@contextmanager
def _asking(page: Page) -> Iterator[set[Request]]:
    """What it asked for and has not got."""
    asked: set[Request] = set()

    def ask(request: Request) -> None:
        asked.add(request)

    def answered(request: Request) -> None:
        asked.discard(request)

    page.on("request", ask)
    page.on("requestfinished", answered)
    page.on("requestfailed", answered)
    yield asked
    page.remove_listener("request", ask)
    page.remove_listener("requestfinished", answered)
    page.remove_listener("requestfailed", answered)
