"""Every call that changes the disk failing or being the last one (P39, P40); `make faults` plays all."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.publishing.faults import Stage, spread

PARTS = 4
"""So that several processes of the test run share the work."""
SAMPLE = 20
"""Points a scene; there are three scenes."""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_fault_at_any_call_does_harm(part: int, tmp_path: Path) -> None:
    """Readers have the whole old site or the whole new one, the message is true, the next run repairs."""
    stage = Stage(tmp_path)
    for scene in stage.scenes:
        points = stage.points(scene)
        assert {point.call for point in points} >= {"rename", "symlink", "fsync", "openat", "write"}
        chosen = points if os.environ.get("KAOHE_ALL_FAULTS") else spread(points, SAMPLE)
        for point in chosen[part::PARTS]:
            stage.play(scene, point)


def test_bytes_last_before_names_and_names_before_the_link(tmp_path: Path) -> None:
    """A loss of power at any moment finds a name only on what is whole, by the order of calls (P41)."""
    stage = Stage(tmp_path)
    for scene in stage.scenes[:2]:
        calls = [f"{call}({arguments}" for call, _, arguments in stage.calls(scene)]
        named = last(calls, r'rename\(".*/releases/\.tmp-(?!del)[^"]*", ".*/releases/[0-9a-f]{16}"')
        synced = last(calls, r"syncfs\(\d+<.*/releases/\.tmp-")
        assert last(calls[:named], r"(mkdir|chmod|openat|linkat|fchmod|write)\(.*/releases/\.tmp-.*") < synced
        assert synced < named
        linked = last(calls, r'rename\(".*/\.cur-\d+", ".*/current"')
        assert named < last(calls[:linked], r"fsync\(\d+<.*/staff/releases>") < linked
        told = last(calls, r"write\(\d+<.*/history\.jsonl>")
        assert linked < last(calls[:told], r"fsync\(\d+<.*/staff>") < told
        assert told < last(calls, r"fsync\(\d+<.*/history\.jsonl>")


def test_a_removal_lasts_before_it_empties_anything(tmp_path: Path) -> None:
    """After a loss of power no half of a release has the name of a whole one."""
    stage = Stage(tmp_path)
    calls = [f"{call}({arguments}" for call, _, arguments in stage.calls(stage.scenes[1])]
    moved = last(calls, r'rename\(".*/releases/[0-9a-f]{16}", ".*/releases/\.tmp-del-')
    emptied = last(calls, r"unlinkat\(.*/releases/\.tmp-del-")
    assert moved < last(calls[:emptied], r"fsync\(\d+<.*/staff/releases>") < emptied


def last(calls: Sequence[str], pattern: str) -> int:
    """Where the last call of that form stands."""
    found = [number for number, call in enumerate(calls) if re.match(pattern, call)]
    assert found, f"no call like {pattern}"
    return found[-1]
