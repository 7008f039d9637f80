"""The charts as they stand in a page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.model.terms import Light
from generator.pages.charts import Portrait, Stack, Trend
from generator.pages.marks import light_mark
from generator.pages.page import Book, Page
from generator.rendering import Renderer
from generator.rendering.charts.lettering import SIZE
from tests.rendering.charts.builders import LONG_AREAS, portrait, stack, trend

TEMPLATES = Path(__file__).parents[2] / "site_templates"
PARTIAL = TEMPLATES / "partials/charts.html.j2"
STYLE = TEMPLATES / "theme/assets/kaohe.css"
GOLDEN = Path(__file__).parent / "charts/golden"

Chart = Portrait | Trend | Stack
Draw = Callable[..., str]

SAMPLES: dict[str, Chart] = {
    "radar": portrait(),
    "bars": portrait((92.5, None, 97.33), (90, 89, None), LONG_AREAS[3:]),
    "trend": trend(91.66, None, 92.14, 93.5, breaks=[3]),
    "stack": stack(31, 5, 5, 2, 7),
}
SLATE = "#1e2129"
"""Material's dark background."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Renders charts, given as kind and data, on one page."""
    folder = tmp_path_factory.mktemp("templates")
    shutil.copytree(TEMPLATES / "partials", folder / "partials")
    (folder / "pages").mkdir()
    (folder / "pages/page.html.j2").write_text(
        '{% import "partials/charts.html.j2" as charts %}'
        "{% for kind, chart in view %}{{ charts[kind](chart) }}{% endfor %}",
        encoding="utf-8",
    )

    def render(*charts: tuple[str, Chart]) -> str:
        page = Page("", "图", "page.html.j2", charts)
        return Renderer(Book("2025", "2025", (), (page,), ""), folder).render(page)

    return render


def _picture(html: str) -> ET.Element:
    """The first chart of the page, read as strictly as XML is."""
    return ET.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])  # noqa: S314 - our own markup


def _lines(html: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", html).strip() + "\n"


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_markup_is_what_was_looked_at(drawn: Draw, kind: str) -> None:
    """Byte for byte, on every machine; whoever changes the picture looks at it and stores the new one."""
    assert _lines(drawn((kind, SAMPLES[kind]))) == (GOLDEN / f"{kind}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_chart_says_in_words_what_it_shows(drawn: Draw, kind: str) -> None:
    """A screen reader gets a title and every value; the ids that name them are there."""
    picture = _picture(drawn((kind, SAMPLES[kind])))
    title, desc = picture[0], picture[1]
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (title.text, desc.text) == (SAMPLES[kind].title, SAMPLES[kind].description)


def test_no_two_charts_of_a_page_share_an_id(drawn: Draw) -> None:
    """Not even two of the same data; and a second rendering gives the same ids again."""
    twice = [(kind, chart) for kind, chart in SAMPLES.items() for _ in range(2)]
    html = drawn(*twice)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) > 2 * len(twice)
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)
    assert drawn(*twice) == html


@pytest.mark.parametrize("kind", ["radar", "bars"])
def test_a_label_is_text(drawn: Draw, kind: str) -> None:
    """Markup in a name is read as it was typed, in the picture as in its description."""
    attack = '"><script>alert(1)</script>'
    html = drawn((kind, portrait((90, 91, 92), (90, 91, 92), (attack, "<b>乙", "丙&"))))
    assert "<script" not in html
    assert "<b>" not in html
    assert f"{attack} 90.00%" in (_picture(html)[1].text or "")


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_strict_content_policy_lets_it_be(drawn: Draw, kind: str) -> None:
    """No style attribute, no handler, no address of anything outside the page."""
    html = drawn((kind, SAMPLES[kind]))
    assert not re.search(r"\sstyle=|\son\w+=|https?:|<script", html)


def test_charts_are_small(drawn: Draw) -> None:
    """Six areas with their full names take less than 3 KB, whatever the kind."""
    six: dict[str, Chart] = SAMPLES | {
        "radar": portrait(labels=LONG_AREAS),
        "bars": portrait(labels=LONG_AREAS),
        "trend": trend(81, 82.5, 84, 83, 88, 90.5, 89, 92, 94, 93.5, breaks=[3, 8]),
    }
    for kind, chart in six.items():
        html = drawn((kind, chart))
        svg = html[html.index("<svg") : html.index("</svg>") + 6]
        assert len(svg.encode()) <= 3000, kind


def test_every_light_has_its_own_texture(drawn: Draw) -> None:
    """On grey paper the five parts differ: pale, dotted, barred, hatched, solid."""
    html = drawn(("stack", stack(1, 1, 1, 1, 1)))
    tiles = re.findall(r'<path d="([^"]+)" stroke-width="([\d.]+)"', html[: html.index("</svg>")])
    assert len(set(tiles)) == len(tiles) == 3
    assert html[: html.index("</svg>")].count("fill-opacity") == 1
    for light in Light:
        assert f"kh-tone--{light_mark(light, '').tone}" in html


def _variables(scheme: str) -> dict[str, str]:
    """The colours of kaohe.css by name: of paper and the light scheme, or of the dark one."""
    css = STYLE.read_text(encoding="utf-8")
    start = css.index('[data-md-color-scheme="slate"] {' if scheme == "slate" else ":root, [data-md-color")
    return dict(re.findall(r"--kh-([\w-]+): (#[0-9a-f]{6});", css[start : css.index("}", start)]))


def test_paper_and_screen_have_one_set_of_colours() -> None:
    """What the attributes say for a PDF is what the page's style says for the screen."""
    partial = PARTIAL.read_text(encoding="utf-8")
    light = _variables("default")
    for name in ("ink", "muted", "red", "rule"):
        assert f'{{% set {name} = "{light[name]}" %}}' in partial
    for name in ("closed", "pending", "ok", "near", "late"):
        assert f'"{name}": "{light[name]}"' in partial
    assert f'font-size="{SIZE}"' in partial


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("scheme", "paper"), [("default", "#ffffff"), ("slate", SLATE)])
def test_colours_stand_out_in_both_schemes(scheme: str, paper: str) -> None:
    """4.5:1 against the page for everything written or drawn with a meaning (look.md)."""
    colours = _variables(scheme)
    for name in ("ink", "muted", "red", "closed", "pending", "ok", "near", "late"):
        dark, bright = sorted((_luminance(colours[name]), _luminance(paper)))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, name
