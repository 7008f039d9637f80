"""Charts as a person sees them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.opening import open_page

CHARTS = {"2025/units/u03/": 2, "2025/": 1}
"""How many pictures a page shows."""

WRITTEN = """() => [...document.querySelectorAll("figure.kh-chart > svg")].map(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].map(text => {
    const box = text.getBoundingClientRect();
    const scale = text.getScreenCTM().a;
    return {
      text: text.textContent,
      size: scale * parseFloat(getComputedStyle(text).fontSize),
      outside: Math.max(frame.left - box.left, box.right - frame.right, box.bottom - frame.bottom),
      left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 3,
    };
  });
})"""
"""All texts of all charts: what they say, how large, how far outside their picture, and where."""


def _meet(one: dict[str, float], other: dict[str, float]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 0.5 and down > 0.5


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", CHARTS)
def test_every_word_of_a_chart_can_be_read(browser: Browser, address: str, path: str, width: int) -> None:
    """On a desk as on a phone: at least 11 pixels high, inside the picture, none over another."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    open_page(page, address + path)
    charts = page.evaluate(WRITTEN)
    context.close()
    assert len(charts) == CHARTS[path]
    for texts in charts:
        assert len(texts) > 3
        assert [one["text"] for one in texts if one["size"] < 11 or one["outside"] > 1] == []
        assert [
            (one["text"], other["text"])
            for place, one in enumerate(texts)
            for other in texts[:place]
            if _meet(one, other)
        ] == []


@pytest.mark.browser
def test_charts_follow_the_reader_into_the_dark_and_onto_paper(browser: Browser, address: str) -> None:
    """The unit's line is pale on the dark screen and deep red on paper, also when printed from the dark."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    open_page(page, f"{address}2025/units/u03/")
    colour = "getComputedStyle(document.querySelector('.kh-chart__own')).stroke"
    assert page.evaluate(colour) == "rgb(240, 163, 160)"
    page.emulate_media(media="print")
    assert page.evaluate(colour) == "rgb(155, 28, 28)"
    context.close()
