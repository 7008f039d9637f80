"""Somebody watches a small data folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publishing import staging
from tests.watching.scene import Scene


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk here: what lasts through a loss of power is tested with `publishing`."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(staging, "sync_file_system", lambda _: None)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """The first state is published already."""
    made = Scene(tmp_path)
    made.run(10)
    assert len(made.published) == 1
    return made
