"""A real browser on a site served from this machine; without Chromium these tests fail, they never skip."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.tables import ASSETS, lines, made_up

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, *_: Any) -> None:
        """Keep the test output clean."""


class Served:
    """A folder on a port of its own."""

    def __init__(self, folder: Path, handler_class: type[SimpleHTTPRequestHandler] = _Quiet) -> None:
        handler = functools.partial(handler_class, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def address(sample_site: Path) -> Iterator[str]:
    """Where the sample site is served."""
    served = Served(sample_site)
    yield served.address
    served.close()


@pytest.fixture(scope="session")
def group_address(group_site: Path) -> Iterator[str]:
    """Where the edition of the assessment group is served."""
    served = Served(group_site)
    yield served.address
    served.close()


@pytest.fixture(scope="session")
def leaders_address(leaders_site: Path) -> Iterator[str]:
    """Where the leaders' edition is served."""
    served = Served(leaders_site)
    yield served.address
    served.close()


@pytest.fixture(scope="session")
def announced_address(announced_site: Path) -> Iterator[str]:
    """Where the site is served whose commendations are still announced."""
    served = Served(announced_site)
    yield served.address
    served.close()


@dataclass
class Watched:
    """A browser page that remembers what a reader must never see."""

    page: Page
    faults: list[str] = field(default_factory=list)
    """Console errors, dialogs, failed requests and requests to other hosts."""

    def watch(self, address: str) -> None:
        """Listen to everything that may go wrong."""
        self.page.on(
            "dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss())
        )
        self.page.on("pageerror", lambda error: self.faults.append(f"error {error}"))
        self.page.on(
            "console",
            lambda message: (
                self.faults.append(f"console {message.text}") if message.type == "error" else None
            ),
        )
        self.page.on(
            "requestfailed",
            lambda request: (
                None
                if request.failure == "net::ERR_ABORTED"  # the reader went on before it was there
                else self.faults.append(f"failed {request.url} {request.failure}")
            ),
        )
        self.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:", "about:"))
                else self.faults.append(f"foreign {request.url}")
            ),
        )


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A fresh profile on the sample site; the test fails if the browser complained."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    seen = Watched(context.new_page())
    seen.watch(address)
    yield seen
    context.close()
    assert seen.faults == []


Show = Callable[..., Page]
"""Groups of rows → the open page; `tools` and `foot` as in `made_up`."""


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens a made-up table from a folder; the test fails if the browser complained."""
    context = browser.new_context()
    seen = Watched(context.new_page())
    seen.watch(tmp_path.as_uri())
    for name in ("tables.js", "tables.css"):
        shutil.copyfile(ASSETS / name, tmp_path / name)

    def opened(*groups: Iterable[str] | str, tools: str = "sort", foot: str = "") -> Page:
        rows = [group if isinstance(group, str) else lines(group) for group in groups]
        (tmp_path / "index.html").write_text(made_up(tools, rows, foot), encoding="utf-8")
        seen.page.goto((tmp_path / "index.html").as_uri())
        return seen.page

    yield opened
    context.close()
    assert seen.faults == []
