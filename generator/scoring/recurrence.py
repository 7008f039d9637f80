"""屡改屡犯: the same unit, the same indicator, two or more years running (domain.md 9.5, 10.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.terms import LinkRelation
from generator.model.year import Year
from generator.scoring.rectification import lives

BROKEN = frozenset({LinkRelation.NEW, LinkRelation.REMOVED})


@dataclass(frozen=True)
class Recurrence:
    """屡改屡犯 of one unit and one leaf of the latest year."""

    unit_id: str
    code: str
    """Leaf code of the latest year."""
    years: tuple[int, ...]
    """Consecutive, oldest first, at least two."""
    problems: tuple[str, ...]
    """问题编号 of all those years, oldest first."""


def recurrences(years: Sequence[Year], as_of: dt.date) -> tuple[Recurrence, ...]:
    """What came back in the last of the years, given oldest first; sorted by unit and code."""
    if not years:
        return ()
    found = [_problems(year, as_of) for year in years]
    latest = sorted(found[-1])
    chains = ((unit_id, code, _chain(years, found, unit_id, code)) for unit_id, code in latest)
    return tuple(
        Recurrence(unit_id, code, tuple(year for year, _ in chain), tuple(i for _, ids in chain for i in ids))
        for unit_id, code, chain in chains
        if len(chain) > 1
    )


def previous_codes(year: Year, code: str) -> frozenset[str]:
    """Last year's codes of a leaf: those the crosswalk links, else the same code."""
    links = [link for link in year.links if link.code_to == code]
    if not links:
        return frozenset({code})
    return frozenset(
        link.code_from for link in links if link.code_from is not None and link.relation not in BROKEN
    )


def _problems(year: Year, as_of: dt.date) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Problem numbers by unit and leaf code; only problems that count and name a leaf."""
    codes = {leaf.code for leaf in year.leaves}
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    for life in lives(year.rectifications, as_of, year.scheme.rectification):
        code = life.entry.source_ref
        if life.counted and code in codes and code is not None:
            key = (life.entry.unit_id, code)
            rows[key] = tuple(sorted((*rows.get(key, ()), life.id)))
    return rows


def _chain(
    years: Sequence[Year],
    found: Sequence[Mapping[tuple[str, str], tuple[str, ...]]],
    unit_id: str,
    code: str,
) -> list[tuple[int, tuple[str, ...]]]:
    """The years the problem goes back without a gap, oldest first, with their problem numbers."""
    codes = frozenset({code})
    chain: list[tuple[int, tuple[str, ...]]] = []
    expected = years[-1].year
    for year, problems in zip(reversed(years), reversed(found), strict=True):
        ids = tuple(i for one in sorted(codes) for i in problems.get((unit_id, one), ()))
        if not ids or year.year != expected:
            break
        chain.insert(0, (year.year, ids))
        codes = frozenset(old for one in codes for old in previous_codes(year, one))
        expected -= 1
    return chain
