"""Every call that changes the disk failing or being the last one (P39, P40); `make faults` plays all."""

from __future__ import annotations

import os
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
