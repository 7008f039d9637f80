"""一、总体情况 and 二、主要做法: who was assessed, how, and what came out for the company."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.edition import Edition, EditionYear
from generator.pages.figures import Phrase, named, rated
from generator.pages.grades import groups_in_order
from generator.pages.headlines.headline import Headline, printed
from generator.pages.headlines.year import extreme_areas, risen_and_fallen
from generator.pages.overview.stages import STAGES
from generator.pages.sheets.prose import (
    Paragraph,
    Part,
    Section,
    listed_parts,
    long_period,
    numbered,
    on_paper,
)
from generator.pages.tiles import is_comparable
from generator.pages.words import counting
from generator.scoring.trends import BREAK_TEXT

RATE = "company.checklist.rate"


def situation(edition: Edition, year: EditionYear) -> Section:
    """How many units were assessed, the rate of all together, the best area and the weakest."""
    text = on_paper(*_objects(year), *_rate(year, edition.year(year.year - 1)), *_areas(year))
    return Section("总体情况", (Paragraph("", text),))


def practice(year: EditionYear) -> Section:
    """Who assessed, then the methods of the scheme, each stage with the days it took."""
    methods = (_method(year, method) for method in year.scheme.methods)
    return Section("主要做法", (Paragraph("", on_paper(_group(year))), *numbered(methods)))


def sentences(*rules: Iterator[Headline]) -> Iterator[Part]:
    """What the rules of the site say, as parts of a paragraph."""
    for rule in rules:
        for one in rule:
            yield from one.text.parts


def _objects(year: EditionYear) -> Iterator[Part]:
    groups = ((name, named(year, f"groups.{name}.units"), "个") for name, _ in groups_in_order(year))
    yield "本次考核涵盖"
    yield from listed_parts(groups)
    yield from ("，共", named(year, "company.units"), "个单位。")
    areas, leaves, points = (named(year, f"indicators.{end}") for end in ("areas", "leaves", "points"))
    yield from ("党建工作考核设", areas, "个方面、", leaves, "项指标，满分", points, "分。")


def _rate(year: EditionYear, before: EditionYear | None) -> Iterator[Part]:
    """The rate of all units, and last year's; nothing where nobody was checked."""
    if printed(year, RATE) is None:
        return
    yield from ("全公司党建工作考核得分率为", rated(year, RATE))
    if before and printed(before, RATE) is not None:
        yield from ("，上年为", rated(before, RATE))
        if not is_comparable(year, before):
            yield f"（{BREAK_TEXT}）"
    yield "。"


def _areas(year: EditionYear) -> Iterator[Part]:
    """The best area and the weakest, how many units rose and fell."""
    extremes = tuple(sentences(extreme_areas(year)))
    yield from (("从各方面看，", *extremes) if extremes else ())
    yield from sentences(risen_and_fallen(year))


def _group(year: EditionYear) -> str:
    """`考核组由党委书记韩砚舟任组长，下设三个小组。`"""
    teams = f"，下设{counting(len(year.group.teams))}个小组" if len(year.group.teams) > 1 else ""
    return f"考核组由{year.group.lead}任组长{teams}，按照考核实施方案开展以下工作。"


def _method(year: EditionYear, method: str) -> tuple[str, Phrase]:
    """`述`: `2026年1月12日至16日，班子述职述廉。`; a method without a word in front has no head."""
    word, found, rest = method.partition("：")
    if not found:
        return "", on_paper(f"{method.rstrip('。')}。")
    return word, on_paper(f"{_when(year, word)}{rest.rstrip('。')}。")


def _when(year: EditionYear, word: str) -> str:
    """The days of the stage called by that word, once it is over."""
    kinds = [kind for stage, kind in STAGES if stage == word]
    steps = [step for step in year.steps if step.step_type in kinds]
    begun = [step.actual_from for step in steps if step.actual_from]
    ended = [step.actual_to for step in steps if step.actual_to]
    if not steps or len(ended) < len(steps) or not begun:
        return ""
    return f"{long_period(min(begun), max(ended))}，"
