"""Two ways to every figure agree: the generator's, and one written from domain.md alone."""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from .made_up import make_up
from .recount import recount
from .reported import reported

Figures = dict[str, Any]
HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
YEARS = (2023, 2024, 2025)
SUBJECTS = ("ballots", "checklist", "grades", "ledger", "problems", "figures")
SEEDS = (0, 1, 2, 8, 23)
"""Chosen so that each rule spoilt on purpose is noticed: 调休 by 0, the day of last year's ledger by 1, void
meetings by 2, closed lower ends of grades by 8, the last of a group by 23."""


@cache
def ways(folder: Path, year: int) -> tuple[Figures, Figures]:
    """The recount and what the generator computed."""
    return recount(folder, year), computed(folder)[year]


@cache
def computed(folder: Path) -> dict[int, Figures]:
    """The generator's figures of every year."""
    return reported(folder)


def subject(key: str) -> str:
    """The subject a figure belongs to."""
    first = key.split(".", maxsplit=1)[0]
    if first != "figures" and (".checklist." in key or first == "medians"):
        return "checklist"
    return {"units": "grades", "groups": "grades", "ledgers": "ledger"}.get(first, first)


def equal(one: Any, other: Any) -> bool:
    """Exact but for the 28 digits a quotient is kept to."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, int | Fraction) and isinstance(other, int | Fraction):
        return abs(one - other) < Fraction(1, 10**15)
    return bool(one == other)


def differences(one: Figures, other: Figures) -> dict[str, tuple[Any, Any]]:
    """What the two ways do not agree on, a figure only one of them has included."""
    keys = {**one, **other}
    absent = "absent"
    return {
        key: (one.get(key, absent), other.get(key, absent))
        for key in keys
        if key not in one or key not in other or not equal(one[key], other[key])
    }


def of_subject(figures: Figures, name: str) -> Figures:
    """The figures of one subject."""
    return {key: figure for key, figure in figures.items() if subject(key) == name}


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The three years made up from a seed."""
    return make_up(DATA, tmp_path_factory.mktemp("made-up") / "data", request.param)


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("year", YEARS)
def test_the_sample_recounts(year: int, name: str) -> None:
    """Every figure of the subject, nothing missing on either side."""
    mine, theirs = (of_subject(figures, name) for figures in ways(DATA, year))
    assert mine
    assert differences(mine, theirs) == {}


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("made_up", SEEDS, indirect=True)
def test_made_up_years_recount(made_up: Path, year: int) -> None:
    """Random checks, ballots, settings and ledger events: the two ways still agree on everything."""
    assert differences(*ways(made_up, year)) == {}


def test_rounded_figures_are_the_same_to_the_last_digit() -> None:
    """What is printed leaves no room at all."""
    for year in YEARS:
        mine, theirs = ways(DATA, year)
        rounded = [key for key in mine if key.endswith(".rounded")]
        assert [mine[key] for key in rounded] == [theirs[key] for key in rounded]


def test_the_recount_gives_the_worked_numbers() -> None:
    """It is right by itself: numbers of domain.md 3.5, 6.3, 7.1 and 9.5 in the sample of 2025."""
    mine = ways(DATA, 2025)[0]
    assert mine["units.u03.rounded"] == Fraction("92.94")
    assert mine["units.u03.checklist.score"] == Fraction("97.5")
    assert mine["ballots.u03.board.rounded"] == Fraction("90.21")
    assert mine["ballots.u03.board.excellent.part"] == 149
    assert mine["ledger.closed_on_time"] == (26, 40)
    assert mine["ledger.relapse"] == (2, 33)
    assert mine["figures.groups.生产单位.composite.range"] == Fraction("25.7")
    trend = "figures.units.u11.trend"
    assert mine[f"{trend}.areas.B.change.text"] == "+5.27"
    assert mine[f"{trend}.comparable.change.text"] == "+3.42"
    assert mine[f"{trend}.comparable.coverage"] == (84, 100)


@pytest.mark.parametrize("made_up", SEEDS[:1], indirect=True)
def test_different_data_are_told_apart(made_up: Path) -> None:
    """The comparison sees a difference in every subject when there is one."""
    for name in SUBJECTS:
        assert differences(of_subject(ways(DATA, 2025)[0], name), of_subject(ways(made_up, 2025)[1], name))


@pytest.mark.parametrize("made_up", SEEDS, indirect=True)
def test_made_up_years_reach_the_rare_cases(made_up: Path) -> None:
    """Ties, void meetings, unfinished checklists or every grade: without them the agreement says little."""
    figures = {(year, key): figure for year in YEARS for key, figure in ways(made_up, year)[0].items()}
    states = {figure[0] for (_, key), figure in figures.items() if key.startswith("problems.")}
    assert {"待认领", "整改中", "待验收", "已销号", "作废"} <= states
    ranks = [figure for (_, key), figure in figures.items() if re.fullmatch(r"units\.[^.]+\.rank", key)]
    assert any(tied for _, tied in ranks)
    assert any(key.endswith(".stands") and figure == "False" for (_, key), figure in figures.items())
    grades = {figure for (_, key), figure in figures.items() if key.endswith(".grade")}
    assert {"优秀", "良好", "一般", None} <= grades


def test_the_recount_uses_nothing_of_the_generator() -> None:
    """Its modules import pandas, yaml, the standard library and each other."""
    own = {"pandas", "yaml", "__future__", "collections", "csv", "dataclasses", "datetime", "fractions"}
    own |= {"io", "math", "pathlib", "typing"}
    for file in (HERE / "raw.py", *HERE.glob("recount*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        names = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        names |= {node.module or "" for node in froms if not node.level}
        assert {name.split(".")[0] for name in names} <= own, file.name
        assert all(node.level <= 1 for node in froms), file.name


def test_the_same_seed_makes_the_same_years(tmp_path: Path) -> None:
    """Nothing depends on the clock or on the order of a set."""
    one, other = (make_up(DATA, tmp_path / name / "data", 7) for name in ("one", "other"))
    for file in sorted(one.rglob("*.csv")):
        assert file.read_bytes() == (other / file.relative_to(one)).read_bytes(), file.name
