"""A folder to publish to."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.root import Root
from tests.publishing.small import Press


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """A publisher of small sites."""
    return Press(Root(tmp_path / "out/staff"))
