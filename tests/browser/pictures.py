"""The pictures of the README: parts of the sample's pages, as on the day its data was entered.

    python -m tests.browser.pictures

Builds the sample and writes `docs/pictures/*.png`.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from generator.cli import main as kaohe
from tests.browser.conftest import CHROMIUM, FLAGS, Served
from tests.conftest import PROJECT

DAY = dt.datetime(2026, 6, 30, 12, tzinfo=dt.UTC)
"""数据截至 of the newest year: no light has moved yet."""


@dataclass(frozen=True)
class Picture:
    """A part of a page."""

    name: str
    path: str
    top: str = ""
    """Selector of what stands at the upper edge; the page itself when empty."""
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture("overview", "2025/", height=1180),
    Picture("unit", "2025/units/u03/", height=1180),
    Picture("heat", "2025/checklist/", "#heat", height=860),
    Picture("compare", "compare/?year=2025&units=u03,u05,u09", height=800),
    Picture("ledger", "2025/rectifications/", width=390, height=1050, scheme="dark"),
)


def write_pictures(folder: Path) -> None:
    """Write all of them into the folder."""
    with tempfile.TemporaryDirectory() as built, sync_playwright() as playwright:
        if kaohe(["build", "--out", built]) != 0:
            sys.exit(1)
        served = Served(Path(built) / "staff")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for picture in PICTURES:
            _shoot(browser, served.address, picture, folder)
        browser.close()
        served.close()


def _shoot(browser: Browser, address: str, picture: Picture, folder: Path) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme
    )
    page.clock.set_fixed_time(DAY)
    page.goto(address + picture.path, wait_until="networkidle")
    if picture.top:
        page.locator(picture.top).evaluate("(one) => scrollTo(0, one.getBoundingClientRect().top - 110)")
        page.wait_for_timeout(500)
    page.screenshot(path=folder / f"{picture.name}.png")
    page.close()


if __name__ == "__main__":
    write_pictures(PROJECT / "docs/pictures")
