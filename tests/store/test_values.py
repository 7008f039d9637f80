"""What is made by the hundred thousand is not held by force, and nobody changes it all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from copy import copy
from dataclasses import FrozenInstanceError, dataclass, replace
from pathlib import Path

import pytest

from generator.store import values
from generator.store.values import value
from tests.conftest import PROJECT

SEEN = """
import sys
from generator.store import values
values.ENFORCED = True
from generator.cli import main
from generator.problems import Place
try:
    Place("a").line = 1
except AttributeError:
    sys.exit(main())
"""


@value(frozen=True, slots=True)
class Quick:
    """Made quickly."""

    name: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """The same, held by force."""

    name: str
    parts: tuple[int, ...] = ()


def test_a_value_is_like_a_frozen_one() -> None:
    """In all but that: equal, found in sets, copied, with a change too, and printed."""
    one, same, other = Quick("a", (1,)), Quick("a", (1,)), Quick("b")
    assert one == same != other
    assert len({one, same, other}) == 2
    assert hash(one) == hash(Held("a", (1,)))
    assert replace(one, name="b", parts=()) == other
    assert copy(one) == one
    assert one.__reduce__() == (Quick, ("a", (1,)))
    assert value(frozen=True)(type("Single", (), {"__annotations__": {"name": str}}))("a").__reduce__()[
        1
    ] == ("a",)
    assert repr(one) == repr(Held("a", (1,))).replace("Held", "Quick")


def test_it_can_be_held_by_force(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the next test does with all of them."""
    monkeypatch.setattr(values, "ENFORCED", True)
    held = value(frozen=True)(type("Held", (), {"__annotations__": {"name": str}}))("a")
    with pytest.raises(FrozenInstanceError):
        held.name = "b"


def test_nothing_changes_one(tmp_path: Path) -> None:
    """The sample is built and judged with all values held by force."""
    site = tmp_path / "site"
    for command in (["build", "--out", site, "--jobs", "1"], ["gate", "--audience", "staff", site / "staff"]):
        done = subprocess.run(
            [sys.executable, "-c", SEEN, *command],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (site / "staff/index.html").is_file()
