"""四、存在问题: where points were lost, what the ledger holds, what came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import RectificationKind
from generator.pages.figures import named, rated
from generator.pages.headlines.headline import printed
from generator.pages.headlines.year import most_lost, overdue, repeated, widespread
from generator.pages.sheets.bulletin.attached import Attached, see
from generator.pages.sheets.bulletin.situation import sentences
from generator.pages.sheets.prose import Part, Section, listed_parts, numbered, on_paper
from generator.pages.words import long_day

AREAS = 3
"""Areas named as those most problems are of."""


def shortcomings(edition: Edition, year: EditionYear) -> Section:
    """What asks for work, most general first; a paragraph only where its rules have something to say."""
    said = (
        ("指标失分较为集中", on_paper(*sentences(most_lost(year), widespread(year)))),
        ("整改任务尚未完成" if _open(year) else "问题整改情况", on_paper(*_ledger(year, edition))),
        ("个别问题出现反复", on_paper(*sentences(repeated(edition, year)), *_reopened(year))),
    )
    return Section("存在问题", numbered(said))


def _open(year: EditionYear) -> bool:
    return bool(printed(year, "ledger.open"))


def _ledger(year: EditionYear, edition: Edition) -> Iterator[Part]:
    """How many problems, of which kinds and areas, how many closed, how many late."""
    if not printed(year, "ledger.total"):
        return
    yield f"截至{long_day(year.as_of.date())}，列入整改台账的问题"
    yield from (named(year, "ledger.total"), "项，其中")
    yield from listed_parts(_kinds(year))
    yield f"，主要涉及{'、'.join(_areas(year))}；已销号"
    yield from (named(year, "ledger.closed"), "项，销号率", rated(year, "ledger.closed_rate"), "。")
    yield from sentences(overdue(edition, year))
    yield see(year, "未销号的问题", Attached.PROBLEMS)


def _kinds(year: EditionYear) -> Iterator[tuple[Part, ...]]:
    """`立行立改12项`."""
    for kind in RectificationKind:
        key = f"ledger.kinds.{kind.value}"
        if printed(year, key):
            yield kind.label, named(year, key), "项"


def _reopened(year: EditionYear) -> Iterator[Part]:
    if printed(year, "ledger.relapse"):
        yield from ("有问题销号后又重新启动整改，反弹率", rated(year, "ledger.relapse"), "。")


def _areas(year: EditionYear) -> list[str]:
    """Where most problems are, most first; equal ones in the order of the ledger."""
    found = Counter(problem.area.label for problem in year.ledger.problems)
    return [area for area, _ in found.most_common(AREAS)]
