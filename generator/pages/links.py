"""Where things are: the path of every page, and links that say what they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.editions.edition import Edition, EditionYear
from generator.figures.rule import Subject
from generator.store.values import value

REMEMBERED = 1_000
"""Links kept: each page of a unit leads to all leaves."""
METHOD = "scheme/method/"
"""Path of 算法说明."""


@value(frozen=True, slots=True)
class Link:
    """A text and the page it leads to."""

    text: str
    path: str | None
    """Path below the book's root; None where the edition has no such page and only the text is shown."""


@dataclass(frozen=True)
class BookLink:
    """A page in the book of a year."""

    text: str
    year: int | None
    """None where only the text is shown."""
    path: str


def slug(code: str) -> str:
    """A code as part of a path: `B2.1` → `b2-1`, `2025-U03-012` → `2025-u03-012`."""
    return code.lower().replace(".", "-")


def unit_path(unit_id: str) -> str:
    """Path of a unit's page, in a book as on the shelf."""
    return f"units/{unit_id}/"


def leaf_path(code: str) -> str:
    """Path of a leaf's page."""
    return f"checklist/{slug(code)}/"


def problem_path(problem_id: str) -> str:
    """Path of a problem's page."""
    return f"rectifications/{slug(problem_id)}/"


def case_path(case_id: str) -> str:
    """Path of a case's page."""
    return f"cases/{slug(case_id)}/"


def method_link(subject: Subject | None, text: str = "算法说明") -> Link:
    """The chapter of 算法说明 on that subject; the whole of it for None."""
    return Link(text, f"{METHOD}#{subject.value}" if subject else METHOD)


def feedback_path(unit_id: str) -> str:
    """Path of the 反馈单 of a unit."""
    return f"print/feedback/{unit_id}/"


RANKING_SHEET = Link("考核结果一览", "print/ranking/")
"""一览 on one sheet of paper."""


def ledger_sheet(place: str = "") -> Link:
    """整改台账 on paper: of the company, a part of it (`all/2`), or of a unit (`u03`)."""
    return Link("整改台账", f"print/ledger/{f'{place}/' if place else ''}")


def slip_path(problem_id: str, unit_id: str) -> str:
    """Path of the 销号单 of a problem, on the sheet of its unit."""
    return f"print/closing/{unit_id}/#{slug(problem_id)}"


def unit_link(year: EditionYear, unit_id: str) -> Link:
    """The unit's short name of that year and its page; the id alone for a unit not assessed then."""
    unit = year.unit(unit_id)
    return Link(unit.short_name, unit_path(unit_id)) if unit else Link(unit_id, None)


def known_unit_link(edition: Edition, year: EditionYear, unit_id: str) -> Link:
    """As `unit_link`, but a unit not assessed that year is called by its latest name, without a page."""
    link = unit_link(year, unit_id)
    if link.path is not None:
        return link
    names = (unit.short_name for unit in edition.units if unit.id == unit_id)
    return Link(next(names, unit_id), None)


def leaf_link(year: EditionYear, code: str) -> Link:
    """`B2.1 支部党员大会` and its page; the code alone for a leaf the year does not have."""
    leaf = year.leaf(code)
    return _named_leaf(code, leaf.name) if leaf else Link(code, None)


@lru_cache(maxsize=REMEMBERED)
def _named_leaf(code: str, name: str) -> Link:
    return Link(f"{code} {name}", leaf_path(code))


def problem_link(year: EditionYear, problem_id: str) -> Link | None:
    """The problem's page; None when this edition does not hold it, so that its number stays unsaid."""
    return Link(problem_id, problem_path(problem_id)) if year.problem(problem_id) else None
