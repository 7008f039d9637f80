"""Grey paper keeps every meaning: what a colour says, a sign, a word, a number or a texture says too."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from tests.conftest import PROJECT
from tests.site.crawl import pages

STYLES = PROJECT / "site_templates/theme/assets/kaohe.css"
MARK = re.compile(r'<span class="kh-mark kh-mark--(\w+)"[^>]*>(.*?)</span>(.*?)</span>')
SIGN = re.compile(r'<span aria-hidden="true">(\S)$')
HEAT = re.compile(r'<td class="kh-heat--(\w+)[^>]*>(.*?)</td>')
LEVELS = {"4": range(100, 101), "3": range(90, 100), "2": range(80, 90), "1": range(60, 80), "0": range(60)}
AREA = re.compile(r'<g class="kh-tone--(\w+)"[^>]*>\s*(.*?)</g>', re.DOTALL)
LEGEND = re.compile(r'<svg class="kh-swatch".*?</svg>', re.DOTALL)


def _texts(site: Path) -> list[str]:
    return [page.read_text(encoding="utf-8") for page in pages(site)]


def test_every_mark_has_a_sign_and_a_word(sample_site: Path) -> None:
    """And the two never mean different things by colour: one sign with one word has one tone."""
    tones: dict[tuple[str, str], set[str]] = defaultdict(set)
    for html in _texts(sample_site):
        assert html.count('class="kh-mark ') == len(MARK.findall(html))
        for tone, before, word in MARK.findall(html):
            sign = SIGN.search(before)
            assert sign, before
            assert word.strip(), html
            tones[sign[1], re.sub(r" \d+ 天$", "", word.strip())].add(tone)
    assert len(tones) > 10
    assert {known: found for known, found in tones.items() if len(found) > 1} == {}


def test_every_cell_of_the_heat_map_holds_its_number(sample_site: Path) -> None:
    """Whole percent in the range of its shade, or a word for what is not there."""
    found = [cell for html in _texts(sample_site) for cell in HEAT.findall(html)]
    assert len(found) > 2000
    wrong = [
        (level, text)
        for level, text in found
        if (text not in ("—", "未查") if level == "none" else int(text) not in LEVELS[level])
    ]
    assert wrong == []


def test_shades_of_the_heat_map_stay_in_order_without_colour() -> None:
    """The lower the rate the darker the paper, by steps an eye can tell apart."""
    light = STYLES.read_text(encoding="utf-8").split("@media screen")[0]
    shades = [_lightness(re.findall(rf"--kh-heat-{level}: #(\w+);", light)[0]) for level in range(5)]
    assert all(bright - dark >= 12 for dark, bright in pairwise(shades)), shades


def _lightness(colour: str) -> float:
    """0…255 as a grey printer mixes it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_the_parts_of_a_bar_differ_by_texture(sample_site: Path) -> None:
    """Each light is drawn its own way, the same in the bar and in its legend."""
    html = (sample_site / "2025/index.html").read_text(encoding="utf-8")
    drawn: dict[str, set[str]] = defaultdict(set)
    for tone, inside in AREA.findall(html):
        drawn[tone].add(_texture(inside))
    assert len(drawn) == len(LEGEND.findall(html)) == 5
    assert all(len(ways) == 1 for ways in drawn.values()), drawn
    assert len(set.union(*drawn.values())) == len(drawn)


def _texture(inside: str) -> str:
    """Lines of the pattern, or how solid it is."""
    lines = re.search(r'<path d="([^"]+)"', inside)
    pale = re.search(r'fill-opacity="([^"]+)"', inside)
    return lines[1] if lines else pale[1] if pale else "solid"


def test_series_of_a_chart_differ_by_stroke(sample_site: Path) -> None:
    """The unit is a line with dots, the median a dashed one, each named in the legend."""
    html = (sample_site / "2025/units/u03/index.html").read_text(encoding="utf-8")
    radar = html.split('class="kh-chart kh-chart--radar"')[1].split("</figure>")[0]
    own, reference = re.findall(r'<(?:g|path) class="kh-chart__(?:own|reference)"[^>]*>', radar)[1::-1]
    assert "stroke-dasharray" not in own
    assert "stroke-dasharray" in reference
    assert "综掘一队</text>" in radar
    assert "同组中位数</text>" in radar
