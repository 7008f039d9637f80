"""Somebody watches a small data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.watching.scene import Scene


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """The first state is published already."""
    made = Scene(tmp_path)
    made.run(10)
    assert len(made.published) == 1
    return made
