"""The workers of a Dask cluster: the same bytes as without, or a sentence that says why not."""

from __future__ import annotations

import os
import platform
import secrets
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.crew import cluster as clusters
from generator.crew.cluster import Cluster
from generator.problems import ConfigError
from tests.books.test_yearly import files
from tests.conftest import PROJECT, SOURCE

pytestmark = pytest.mark.xdist_group("cluster")


EQUAL = platform.python_version
"""A version that every process says, and below one that none says twice."""
OTHER = secrets.token_hex


def test_the_site_is_the_same(address: str, sample_site: Path, tmp_path: Path) -> None:
    """Books of closed years are made by workers that started in another folder."""
    assert main(["build", *SOURCE, "--out", str(tmp_path), "--cluster", address]) == 0
    assert files(tmp_path / "staff") == files(sample_site)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".staff.state", ".staff.years", "staff"]


def test_folders_may_be_relative(
    address: str, sample_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the folder of whoever builds, wherever workers were started."""
    monkeypatch.chdir(PROJECT)
    out = os.path.relpath(tmp_path, PROJECT)
    assert main(["build", "--out", out, "--cluster", address]) == 0
    assert files(tmp_path / "staff") == files(sample_site)


def test_pdfs_are_the_same(address: str, tmp_path: Path) -> None:
    """Two documents and the booklet of both."""
    chosen = ["--year", "2024", "--unit", "u01", "--unit", "u02", "--only", "summary"]
    for name, more in (("here", ["--jobs", "1"]), ("there", ["--cluster", address])):
        assert main(["pdf", *SOURCE, *chosen, "--out", str(tmp_path / name), *more]) == 0
    assert files(tmp_path / "here") == files(tmp_path / "there")
    assert len(list((tmp_path / "there").rglob("*.pdf"))) >= 2


def test_nobody_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No scheduler at that address."""
    monkeypatch.setattr(clusters, "PATIENCE", 1)
    assert main(["build", *SOURCE, "--out", str(tmp_path / "site"), "--cluster", "tcp://127.0.0.1:9"]) == 2
    assert "集群 tcp://127.0.0.1:9 在 1 秒内没有应答" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["10.1.2.3", "http://10.1.2.3:8786", "tcp://10.1.2.3"])
def test_no_address(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told how one is written."""
    with pytest.raises(SystemExit) as caught:
        main(["build", "--cluster", text])
    assert caught.value.code == 2
    assert "tcp://10.1.2.3:8786" in capsys.readouterr().err


def test_without_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["build", *SOURCE, "--out", str(tmp_path / "site"), "--cluster", "tcp://127.0.0.1:9"]) == 2
    assert "kaohe[cluster]" in capsys.readouterr().err


def test_workers_with_another_program(address: str, tmp_path: Path) -> None:
    """They would make other bytes."""
    with (
        pytest.raises(ConfigError, match="程序或软件包与本机不同"),
        Cluster(address, OTHER).at_work(tmp_path),
    ):
        raise AssertionError
    assert list(tmp_path.iterdir()) == []


def test_workers_that_do_not_see_the_folder(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`/proc/self/cwd` is another folder for each process."""
    monkeypatch.chdir(tmp_path)
    here = Path("/proc/self/cwd/site")
    with pytest.raises(ConfigError, match="看不到"), Cluster(address, EQUAL).at_work(here):
        raise AssertionError


def test_a_lost_worker_is_told(address: str, tmp_path: Path) -> None:
    """It was killed, or its machine was switched off."""
    with (
        pytest.raises(ConfigError, match="工作进程中断"),
        Cluster(address, EQUAL).at_work(tmp_path) as executor,
    ):
        executor.submit(os._exit, 1).result()
