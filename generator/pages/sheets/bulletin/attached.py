"""附件: which ones a bulletin has, and how the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.editions.commendations import Commendation
from generator.editions.edition import EditionYear
from generator.editions.ledger import Problem
from generator.model.terms import Light
from generator.pages.sheets.honours import ISSUED


class Attached(Enum):
    """What may be attached, in this order."""

    RESULTS = "results"
    HONOURS = "honours"
    PROBLEMS = "problems"


@dataclass(frozen=True)
class Annex:
    """One attachment with its place: `附件2`, or `附件` where it is the only one."""

    kind: str
    mark: str
    item: str
    """As 附件说明 lists it: `2. 2025年度考核表彰名单`."""
    title: str


def annexes(year: EditionYear) -> tuple[Annex, ...]:
    """The attachments of the year's bulletin."""
    found = tuple(_attached(year))
    return tuple(
        Annex(
            kind=one.value,
            mark=f"附件{number}" if len(found) > 1 else "附件",
            item=f"{number}. {_title(year, one)}" if len(found) > 1 else _title(year, one),
            title=_title(year, one),
        )
        for number, one in enumerate(found, 1)
    )


def see(year: EditionYear, what: str, kind: Attached) -> str:
    """`各单位等次见附件1。`; nothing where there is no such attachment."""
    return next((f"{what}见{one.mark}。" for one in annexes(year) if one.kind == kind.value), "")


def commended(year: EditionYear) -> tuple[Commendation, ...]:
    """Those of 表彰名单: commended, and those revoked since, who keep their place."""
    return tuple(one for one in year.commendations if one.status in ISSUED)


def unsettled(year: EditionYear) -> list[Problem]:
    """Problems not closed, the first due first."""
    left = (one for one in year.ledger.problems if one.light is not Light.GREY)
    return sorted(left, key=lambda one: (one.due_current, one.id))


def _attached(year: EditionYear) -> Iterator[Attached]:
    yield Attached.RESULTS
    if commended(year):
        yield Attached.HONOURS
    if unsettled(year):
        yield Attached.PROBLEMS


def _title(year: EditionYear, kind: Attached) -> str:
    match kind:
        case Attached.RESULTS:
            return f"{year.year}年度考核结果表"
        case Attached.HONOURS:
            return f"{year.year}年度考核表彰名单"
        case Attached.PROBLEMS:
            return f"{year.year}年度考核未销号问题清单"
