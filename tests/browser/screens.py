"""A sheet of pictures of every kind of page, for people who look at the site before it goes out.

    python -m tests.browser.screens [FOLDER]

Builds the sample and writes each page at two widths, in both schemes and as paper into FOLDER
(`build/screens`), with an `index.html` that shows them side by side: what all staff read, then
(`group-…`) what only the assessment group does, then (`sheet-…`, `leaders-sheet-…`) every kind of
printable document, on the screen and as its pages lie on a desk.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from generator.cli import main as kaohe
from tests.announced import write_announced
from tests.browser.conftest import CHROMIUM, FLAGS, Served
from tests.browser.pages import ANNOUNCED, BATCH, INTERNAL, LEADERS_SHEETS, PAGES, SHEETS
from tests.press.pictures import on_a_desk

SITES = (
    ("staff", PAGES, ""),
    ("group", INTERNAL, "group-"),
    ("staff", {**SHEETS, "batch": BATCH}, "sheet-"),
    ("announced/staff", ANNOUNCED, "sheet-"),
    ("leaders", LEADERS_SHEETS, "leaders-sheet-"),
)
"""Site, its pages, and what the names of their pictures begin with."""
TALLEST = 4000
"""Pixels of a page that are shown."""


@dataclass(frozen=True)
class View:
    """How a page is looked at."""

    name: str
    width: int
    scheme: Literal["light", "dark"]
    media: Literal["screen", "print"] = "screen"


VIEWS = (
    View("1280-light", 1280, "light"),
    View("1280-dark", 1280, "dark"),
    View("390-light", 390, "light"),
    View("390-dark", 390, "dark"),
    View("print", 794, "light", "print"),
)


def write_screens(folder: Path, names: list[str]) -> None:
    """Write the pictures of these pages, of all when none is named, and the sheet that shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as built, sync_playwright() as playwright:
        _build(Path(built))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        chosen = {}
        for site, pages, start in SITES:
            named = {f"{start}{name}": path for name, path in pages.items()}
            shown = {name: path for name, path in named.items() if not names or name in names}
            served = Served(Path(built) / site)
            for view in VIEWS if shown else ():
                _shoot(browser, served.address, view, shown, folder)
                print(f"{site} {view.name}: {len(shown)} 页")
            served.close()
            chosen |= shown
        browser.close()
    (folder / "index.html").write_text("\n".join(_sheet(chosen)), encoding="utf-8")
    print(f"{folder / 'index.html'}")


def _build(out: Path) -> None:
    announced = ["--data", str(write_announced(out)), "--out", str(out / "announced")]
    for order in (["--audience", "all", "--out", str(out)], announced):
        if kaohe(["build", *order]) != 0:
            sys.exit(1)


def _shoot(browser: Browser, address: str, view: View, pages: dict[str, str], folder: Path) -> None:
    context = browser.new_context(
        viewport={"width": view.width, "height": 900}, color_scheme=view.scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.emulate_media(media=view.media)
    for name, path in pages.items():
        page.goto(address + path, wait_until="networkidle")
        picture = folder / f"{name}-{view.name}.png"
        if view.media == "print" and page.locator("body > main > .kp-sheet").count():
            page.pdf(path=picture.with_suffix(".pdf"), prefer_css_page_size=True)
            on_a_desk(picture.with_suffix(".pdf")).save(picture)
            continue
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        clip = {"x": 0, "y": 0, "width": view.width, "height": height}
        page.screenshot(path=picture, full_page=True, clip=clip)  # type: ignore[arg-type]
    context.close()


def _sheet(pages: dict[str, str]) -> Iterator[str]:
    yield '<!doctype html><meta charset="utf-8"><title>Kaohe: every kind of page</title>'
    yield "<style>body { font: 14px sans-serif } img { border: 1px solid #ccc; width: 19% }</style>"
    for name, path in pages.items():
        yield f"<h2>{escape(name)} <small>/{escape(path)}</small></h2>"
        yield "".join(f'<img src="{name}-{view.name}.png" alt="{view.name}">' for view in VIEWS)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    write_screens(Path(arguments[0] if arguments else "build/screens"), arguments[1:])
