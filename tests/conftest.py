"""The sample site, built once a test process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from generator.cli import main

PROJECT = Path(__file__).parent.parent

# Machines are shared and noisy: what takes how long is measured by `make bench`, never by a test.
# Under CI the laws try the same examples each time, so that a red run can be repeated.
settings.register_profile("kaohe", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kaohe")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`site/staff` as `kaohe build` leaves it from the sample data."""
    return _built(tmp_path_factory, "staff")


@pytest.fixture(scope="session")
def leaders_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for leaders."""
    return _built(tmp_path_factory, "leaders")


@pytest.fixture(scope="session")
def group_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for the assessment group."""
    return _built(tmp_path_factory, "group")


def _built(factory: pytest.TempPathFactory, audience: str) -> Path:
    out = factory.mktemp(audience) / "site"
    arguments = ["build", "--data", str(PROJECT / "data"), "--content", str(PROJECT / "content")]
    assert main([*arguments, "--out", str(out), "--audience", audience]) == 0
    return out / audience
