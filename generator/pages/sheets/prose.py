"""Official Chinese on paper: no blanks beside numbers, long dates, titles that break between words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.pages.figures import Phrase, Shown
from generator.pages.links import Link
from generator.pages.scheme.schedule import numeral
from generator.pages.sheets.limits import widths
from generator.pages.words import long_day

TITLE_WIDTH = 20
"""Characters of 2号 on a line of 156 mm."""
_SEAMS = re.compile(r"(?<=年度)|(?<=关于)|(?=暨)|(?=述职)|(?=考核)|(?=情况)|(?=表彰)|(?=拟)|(?=对象)|(?=的)")
"""Where a title may break: before and after its words, never inside one."""
_BLANKS = re.compile(r"(?<=[^!-~]) | (?=[^!-~])")
"""Blanks with Chinese on one side: the site sets them around numbers, an official document does not."""

_RATE = re.compile(r"(.+%)（(.+)）")

Part = str | Shown | Link


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; its head, `（一）述职述廉。`, is set in 楷体."""

    head: str
    text: Phrase


@dataclass(frozen=True)
class Section:
    """`一、总体情况` and its paragraphs."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Title:
    """标题 in the lines it is set in."""

    lines: tuple[str, ...]

    def __str__(self) -> str:
        """The title as one text."""
        return "".join(self.lines)


def title(text: str) -> Title:
    """One line, or two that break between words, as even as can be with the longer one above."""
    if widths(text) <= TITLE_WIDTH:
        return Title((text,))
    pairs = [(text[: seam.start()], text[seam.start() :]) for seam in _SEAMS.finditer(text) if seam.start()]
    fitting = [pair for pair in pairs if all(widths(line) <= TITLE_WIDTH for line in pair)]
    return Title(min(fitting, key=_unevenness, default=(text,)))


def on_paper(*parts: Part) -> Phrase:
    """The sentence without links and without blanks beside Chinese: `共50项，已销号31项`."""
    return Phrase(*_tight(_unlinked(parts)))


def numbered(paragraphs: Iterable[tuple[str, Phrase]]) -> tuple[Paragraph, ...]:
    """Those that say something, numbered `（一）`; a single one has no number."""
    found = [(head, text) for head, text in paragraphs if text]
    return tuple(
        Paragraph(f"（{numeral(number)}）{head}。" if len(found) > 1 else "", text)
        for number, (head, text) in enumerate(found, 1)
    )


def listed_parts(clauses: Iterable[Iterable[Part]], mark: str = "、") -> Iterator[Part]:
    """All clauses with the mark between them."""
    for number, clause in enumerate(clauses):
        if number:
            yield mark
        yield from clause


def long_period(start: dt.date, end: dt.date) -> str:
    """`2026年1月12日至16日`, `2026年1月12日至2月6日`: what both share is said once."""
    if start == end:
        return long_day(start)
    if start.year != end.year:
        return f"{long_day(start)}至{long_day(end)}"
    month = "" if start.month == end.month else f"{end.month}月"
    return f"{long_day(start)}至{month}{end.day}日"


def _unevenness(lines: tuple[str, ...]) -> tuple[float, bool]:
    above, below = (widths(line) for line in lines)
    return abs(above - below), above < below


def _unlinked(parts: Iterable[Part]) -> Iterator[str | Shown]:
    """Texts and figures."""
    for part in parts:
        text = part.text if isinstance(part, Link) else part
        if not isinstance(text, Shown):
            yield text
            continue
        yield from _in_two(text)


def _in_two(figure: Shown) -> Iterator[str | Shown]:
    """A number and its unit; a share and the two numbers it is of, between which a line may end."""
    if rate := _RATE.fullmatch(figure):
        yield from (Shown(rate[1], figure.key), "（", Shown(rate[2], figure.key), "）")
        return
    number, _, unit = figure.partition(" ")
    counted = bool(unit) and any(letter.isdigit() for letter in number)
    yield Shown(number, figure.key) if counted else figure
    if counted:
        yield unit


def _tight(parts: Iterable[str | Shown]) -> Iterator[str | Shown]:
    """Nothing but figures and words; every text here stands between Chinese."""
    for part in parts:
        yield part if isinstance(part, Shown) else _BLANKS.sub("", part).strip(" ")
