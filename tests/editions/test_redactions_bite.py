"""Whatever keeps something from somebody bites: a condition of an edition decided otherwise is noticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from types import CodeType, FunctionType

import pytest

import generator.editions as package
from generator.contract.fields import Audience
from generator.intake.read import read_records
from tests.conftest import PROJECT
from tests.editions.conditions import Condition, conditions
from tests.editions.leaks import Find, searches

_ROW = "which rows belong together"
_THERE = "whether there is anything"
_GONE = "problems that are none any more, and what has not happened yet: no secret"
_SMALL = "keeps a closed year small; what is left out stands in its own book"
HARMLESS = {
    "adjustments.adjustments: one.unit_id == unit.id": _ROW,
    "adjustments.adjustments: one.year_applied == year.year": _ROW,
    "edition.Edition.year: one.year == year": _ROW,
    "inquiry.inquiry: one.unit_id == unit.id": _ROW,
    "ledger._problem: entry.source_ref in codes": _ROW,
    "portraits.portrait: one.unit_id == unit.id": _ROW,
    "project._veto_wording: one.kind is AdjustmentKind.VETO": "only a veto has a wording",
    "project._veto_wording: one.unit_id == unit.id": _ROW,
    "project._veto_wording: one.year_applied == year.year": _ROW,
    "checklist.checklist: medians": _THERE,
    "checklist.checklist: leaf.earned is not None": _THERE,
    "checklist.checklist: leaf.applicable": _THERE,
    "checklist._leaf: check": _THERE,
    "checklist._status: result.earned is None": _THERE,
    "checklist._status: result.earned == result.leaf.points": "met or partly met",
    "checklist._ratio: result.check": _THERE,
    "few_voters.few_voters: votes": "a row with typed points has no votes",
    "members._grade: decision.person_grade is None": _THERE,
    "portraits.portrait: written is None": _THERE,
    "portraits.portrait: unit.profile.one_line is None": _THERE,
    "ledger.ledger: life.counted": _GONE,
    "ledger._until: event.date <= as_of": _GONE,
    "project._year: life.counted": _GONE,
    "seen._unit: lives == unit.lives": "saves counting again",
    "told.ToldFigures.__getitem__: is_told(key)": _SMALL,
    "told._told: is_told(key)": _SMALL,
    "told.is_told: TOLD.fullmatch(key) is not None": _SMALL,
    "told.until: one.year < year.year": "later years are in the edition of the shelf",
    "told.until: one.year == year.year - 1": _SMALL,
    "told._outline: unit.checklist": _THERE,
}
"""Conditions that keep nothing from anybody, and what they are for."""
MODULES = [import_module(f"generator.editions.{one.name}") for one in iter_modules(package.__path__)]
FOUND = [one for module in MODULES for one in conditions(module)]
CONDITIONS = [one for one in FOUND if str(one) not in HARMLESS]


@pytest.fixture(scope="module")
def watch() -> tuple[Find, ...]:
    """The searches over their editions."""
    return searches(read_records(PROJECT / "data", audience=Audience.GROUP)[0])


def test_nothing_is_found_as_it_is(watch: tuple[Find, ...]) -> None:
    """Every search is quiet on the program as it stands."""
    assert [leak for find in watch for leak in find()] == []


def test_what_is_harmless_is_there() -> None:
    """A line for a condition that is no more goes; a new condition is taken for one that keeps a secret."""
    assert HARMLESS.keys() <= {str(one) for one in FOUND}


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_a_condition_decided_otherwise_is_noticed(
    condition: Condition, watch: tuple[Find, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Always true or always false, one of them lets something through, or the edition cannot be made."""
    decided = [condition.always(value) for value in (True, False)]
    for find in _likely_first(watch, condition):
        if any(noticed(condition.function, code, find, monkeypatch) for code in decided):
            FOUND_BY[condition.module.__name__].insert(0, find)
            return
    raise AssertionError("nobody noticed")


FOUND_BY: dict[str, list[Find]] = defaultdict(list)
"""What noticed conditions of a module, the last one first: it is likely to notice the next."""


def _likely_first(watch: tuple[Find, ...], condition: Condition) -> Iterable[Find]:
    """Every search, each once."""
    return dict.fromkeys((*(find for find in FOUND_BY[condition.module.__name__] if find in watch), *watch))


def noticed(function: FunctionType, code: CodeType, find: Find, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the search finds something while a condition of the function is decided so."""
    with monkeypatch.context() as patched:
        patched.setattr(function, "__code__", code)
        try:
            return any(True for _ in find())
        except Exception:
            return True
