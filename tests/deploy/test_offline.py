"""Installed without any network, exactly what was pinned, and nothing else (P57)."""

from __future__ import annotations

import filecmp
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.publishing.root import Root
from tests.conftest import PROJECT

ALONE = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--net"]
"""In a network that has nothing in it but a loopback that is down."""
AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"]
CLEAN = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/nonexistent", "LANG": "C.UTF-8"}
OWN = ("deploy", "tools")
"""Taken as they lie here, so that what is tested is what is being written."""

pytestmark = pytest.mark.xdist_group("offline")


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder every user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="kaohe-offline-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def packed(place: Path) -> Path:
    """What `make wheels` packs, unpacked."""
    subprocess.run(
        [sys.executable, "tools/wheels.py", str(place)], cwd=PROJECT, check=True, capture_output=True
    )
    (archive,) = place.glob("kaohe-*.tar.gz")
    folder = place / archive.name.removesuffix(".tar.gz")
    shutil.rmtree(folder)
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(place)], check=True)
    for name in OWN:
        shutil.copytree(PROJECT / name, folder / name, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def installed(packed: Path) -> Path:
    """The program where it was unpacked, installed."""
    done = alone("deploy/install", cwd=packed)
    assert done.returncode == 0, done.stderr
    return packed


@pytest.fixture
def copied(packed: Path, place: Path) -> Iterator[Path]:
    """The package once more, for somebody to change."""
    copy = place / "copied"
    shutil.copytree(packed, copy, ignore=shutil.ignore_patterns(".venv"), copy_function=os.link)
    yield copy
    shutil.rmtree(copy)


def alone(*command: str, cwd: Path, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Run something where no network can be reached."""
    return subprocess.run(
        [*ALONE, *before, *command], cwd=cwd, env=CLEAN, capture_output=True, text=True, check=False
    )


def test_there_is_no_network() -> None:
    """Or the tests below would say nothing."""
    connect = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    done = alone(sys.executable, "-c", connect, cwd=PROJECT)
    assert "Network is unreachable" in done.stderr


def test_what_is_installed_is_what_is_locked(installed: Path) -> None:
    """Each package in its version, all that they need, no tool for developers."""
    listed = alone(".venv/bin/pip", "list", "--format=json", cwd=installed)
    found = {(one["name"].lower().replace("_", "-"), one["version"]) for one in json.loads(listed.stdout)}
    lock = (installed / "wheels/requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = {tuple(line.split(" ")[0].split("==")) for line in lock}
    assert {one for one in found if one[0] not in {"pip", "kaohe"}} == pins
    assert {"mkdocs-material", "weasyprint", "quickjs-ng"} <= {name for name, _ in pins}
    assert "pytest" not in {name for name, _ in pins}
    assert alone(".venv/bin/pip", "check", cwd=installed).returncode == 0
    assert alone(".venv/bin/kaohe", "doctor", cwd=installed).returncode == 0


def test_the_installed_program_publishes(installed: Path, place: Path, sample_site: Path) -> None:
    """As a user who may write nowhere else and without network, the bytes that are built here (P58)."""
    to, data = place / "srv", place / "source"
    to.mkdir()
    for name in ("data", "content"):
        shutil.copytree(PROJECT / name, data / name)
    if os.geteuid() == 0:
        os.chown(to, 65534, 65534)
    before = AS_NOBODY if os.geteuid() == 0 else []
    source = ["--data", str(data / "data"), "--content", str(data / "content")]
    kaohe = str(installed / ".venv/bin/kaohe")
    done = alone(kaohe, "publish", *source, "--to", str(to), cwd=installed, before=before)
    assert done.returncode == 0, done.stderr
    assert _same(Root(to / "staff").current, sample_site)


def test_a_changed_file_of_a_package_is_told(installed: Path) -> None:
    """By the doctor, as long as it is so."""
    (file,) = installed.glob(".venv/lib/python3*/site-packages/mkdocs/__init__.py")
    before = file.read_bytes()
    file.write_bytes(before + b"\n")
    done = alone(".venv/bin/kaohe", "doctor", cwd=installed)
    file.write_bytes(before)
    assert done.returncode == 1
    assert "未经改动的 mkdocs：mkdocs/__init__.py" in done.stdout


def test_one_byte_changed_is_refused(copied: Path) -> None:
    """By the list beside the packages; and by pip, when somebody changed the list as well."""
    (wheel,) = (copied / "wheels").glob("webencodings-*.whl")
    content = bytearray(wheel.read_bytes())
    content[len(content) // 2] ^= 1
    _rewrite(wheel, bytes(content))
    _assert_refused(copied, "与清单不符")
    sums = copied / "wheels/SHA256SUMS"
    _rewrite(
        sums, _without(sums, wheel.name) + f"{hashlib.sha256(content).hexdigest()}  {wheel.name}\n".encode()
    )
    _assert_refused(copied, "THESE PACKAGES DO NOT MATCH THE HASHES", "程序包与锁定的不符")


def test_a_package_more_is_refused(copied: Path) -> None:
    """One that lies there and nobody listed, and one that somebody listed without locking it."""
    (wheel,) = (copied / "wheels").glob("webencodings-*.whl")
    more = wheel.with_name("evil-1.0-py3-none-any.whl")
    shutil.copyfile(wheel, more)
    _assert_refused(copied, "清单以外的文件：evil-1.0-py3-none-any.whl")
    sums, lock = copied / "wheels/SHA256SUMS", copied / "wheels/requirements.lock"
    digest = hashlib.sha256(more.read_bytes()).hexdigest()
    _rewrite(sums, sums.read_bytes() + f"{digest}  {more.name}\n".encode())
    _rewrite(lock, lock.read_bytes() + b"evil==1.0\n")
    _assert_refused(copied, "Hashes are required", "程序包与锁定的不符")


def test_a_package_less_is_refused(copied: Path) -> None:
    """Nothing is fetched from anywhere else instead."""
    (wheel,) = (copied / "wheels").glob("webencodings-*.whl")
    wheel.unlink()
    _rewrite(copied / "wheels/SHA256SUMS", _without(copied / "wheels/SHA256SUMS", wheel.name))
    _assert_refused(copied, "No matching distribution found for webencodings", "程序包与锁定的不符")


def _assert_refused(folder: Path, *said: str) -> None:
    done = alone("deploy/install", cwd=folder)
    assert done.returncode == 1
    assert [one for one in said if one not in done.stderr] == []
    assert "没有安装：" in done.stderr
    assert not (folder / ".venv").exists()


def _rewrite(file: Path, content: bytes) -> None:
    """Another file of that name; it has other names too."""
    file.unlink()
    file.write_bytes(content)


def _without(sums: Path, name: str) -> bytes:
    lines = sums.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if name not in line).encode()


def _same(one: Path, other: Path) -> bool:
    """Whether two folders have the same files with the same bytes."""
    names = [
        {file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file()}
        for top in (one, other)
    ]
    differing = filecmp.cmpfiles(one, other, names[0], shallow=False)[1:]
    return names[0] == names[1] and differing == ([], [])
