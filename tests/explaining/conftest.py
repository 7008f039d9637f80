"""A copy of the sample that may be edited, built, and asked about."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import PROJECT

NOTED = ("u01,A1.1,符合,,2,2,熊远松,2026-01-23,", "u01,A1.1,符合,,2,2,熊远松,2026-01-23,资料齐全可查")
"""A cell of the checks that was empty, and what the clerk writes into it."""


@dataclass
class Place:
    """A project of its own."""

    root: Path
    capture: pytest.CaptureFixture[str]
    content: Path = PROJECT / "content"

    @property
    def out(self) -> Path:
        """Where sites go."""
        return self.root / "site"

    @property
    def source(self) -> Sequence[str]:
        """What commands are told of it."""
        return ("--data", str(self.root / "data"), "--content", str(self.content))

    def build(self, *options: str) -> None:
        """Build as told; it must succeed."""
        assert main(["build", *self.source, "--out", str(self.out), *options]) == 0
        self.capture.readouterr()

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a text of a file."""
        path = self.root / file
        text = path.read_text(encoding="utf-8-sig")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def note(self) -> None:
        """Write into one cell of the open year."""
        self.edit("data/2025/checks.csv", *NOTED)

    def explain(self, path: str, *options: str, code: int = 0) -> str:
        """What the command says of a page, its errors too."""
        self.capture.readouterr()
        assert main(["explain", path, *self.source, "--out", str(self.out), *options]) == code
        said = self.capture.readouterr()
        return said.out + said.err


@pytest.fixture(scope="module")
def built(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built for all staff."""
    root = tmp_path_factory.mktemp("explained")
    shutil.copytree(PROJECT / "data", root / "data")
    shutil.copytree(sample_site.parent, root / "site")
    return root


@pytest.fixture
def place(built: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    """The built sample, to be asked and not to be changed."""
    return Place(built, capsys)


@pytest.fixture
def own(own_sample: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    """A sample that may be changed, built once."""
    return Place(own_sample, capsys)
