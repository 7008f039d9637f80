"""The sample site, built once a test process."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from generator.cli import main
from tests.announced import PROJECT, write_announced

SOURCE = ["--data", str(PROJECT / "data"), "--content", str(PROJECT / "content")]
"""What the sample is made from, as the command line is told."""
NO_PAGES = PROJECT / "docs"
"""A folder in which there are no hand-written pages of any year."""

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


@pytest.fixture(scope="session")
def announced_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2025 for all staff while some of its commendations are still announced."""
    folder = tmp_path_factory.mktemp("announced")
    data, out = write_announced(folder), folder / "site"
    order = ["--data", str(data), "--content", SOURCE[-1], "--year", "2025", "--out", str(out)]
    assert main(["build", *order]) == 0
    return out / "staff"


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the PDFs of 2025 as leaders get them: 通报, 表彰 and 一页纸; their tests are a group."""
    folder = tmp_path_factory.mktemp("papers")
    kinds = ["--only", "bulletin", "--only", "commendations", "--only", "summary"]
    arguments = ["pdf", *SOURCE, "--year", "2025", "--audience", "leaders", "--out", str(folder)]
    assert main([*arguments, *kinds]) == 0
    return folder / "leaders/2025/print"


@pytest.fixture
def own_sample(sample_site: Path, tmp_path: Path) -> Path:
    """The folder `data` of the sample and the `site` made of it, to be changed.

    Hand-written pages are those of the project: a book notices when they lie elsewhere.
    """
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    shutil.copytree(sample_site.parent, tmp_path / "site")
    return tmp_path


def _built(factory: pytest.TempPathFactory, audience: str) -> Path:
    out = factory.mktemp(audience) / "site"
    assert main(["build", *SOURCE, "--out", str(out), "--audience", audience]) == 0
    return out / audience
