"""Pack the program for a machine without internet: `make wheels`, with the Python of that machine's kind.

Leaves `kaohe-VERSION.tar.gz` in the folder given, `build/offline` by default. In it are the committed
project and, in `wheels/`, every package it runs with, verified by requirements.lock as it came, with a lock
of just these files. deploy/install takes it from there.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
EXTRA = "pdf"
"""Of the extras, what a server needs."""


def main() -> int:
    """Pack, and print what the other side compares."""
    out = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build/offline"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folder = out / f"kaohe-{project['project']['version']}"
    shutil.rmtree(folder, ignore_errors=True)
    _export(folder)
    collect(wanted(project), folder / "wheels")
    packed = folder.with_name(f"{folder.name}.tar.gz")
    with tarfile.open(packed, "w:gz") as archive:
        archive.add(folder, folder.name)
    print(f"{hashlib.sha256(packed.read_bytes()).hexdigest()}  {packed}")
    return 0


def wanted(project: dict[str, dict]) -> list[str]:
    """The packages the program runs with, theirs, and what installs it; by canonical name."""
    given = project["project"]
    first = [
        *given["dependencies"],
        *given["optional-dependencies"][EXTRA],
        *project["build-system"]["requires"],
    ]
    todo, found = [Requirement(one) for one in first], set()
    while todo:
        one = todo.pop()
        name = canonicalize_name(one.name)
        if name not in found:
            found.add(name)
            needs = map(Requirement, metadata.requires(name) or ())
            todo += [need for need in needs if _applies(need, one.extras or {""})]
    return sorted(found)


def _applies(need: Requirement, extras: set[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras)


def collect(names: list[str], folder: Path) -> None:
    """The wheels of these packages, as the lock has them, with their own lock and digests beside them."""
    pins = {
        found[1]: found[0] for found in re.finditer(r"^([a-z0-9-]+)==(?:.*\\\n)*.*\n", _lock(), re.MULTILINE)
    }
    folder.mkdir()
    chosen = folder.with_name("chosen.lock")
    chosen.write_text("".join(pins[name] for name in names), encoding="utf-8")
    options = ["-qq", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--require-hashes"]
    pip = [sys.executable, "-m", "pip", "wheel", *options]
    subprocess.run([*pip, "--requirement", str(chosen), "--wheel-dir", str(folder)], check=True)  # noqa: S603 - pip
    chosen.unlink()
    wheels = sorted(folder.glob("*.whl"))
    if len(wheels) != len(names):
        raise SystemExit(f"{len(wheels)} wheels for {len(names)} packages")
    digests = {wheel.name: hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels}
    lock = (f"{_pin(name)} --hash=sha256:{digest}\n" for name, digest in digests.items())
    (folder / "requirements.lock").write_text("".join(lock), encoding="utf-8")
    (folder / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in digests.items()))


def _lock() -> str:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)


def _pin(wheel: str) -> str:
    name, version, *_ = parse_wheel_filename(wheel)
    return f"{name}=={version}"


def _export(folder: Path) -> None:
    """What is committed, and nothing that lies about."""
    folder.mkdir(parents=True)
    git = ["git", "-C", str(ROOT), "archive", "--format=tar", "HEAD"]
    packed = subprocess.run(git, check=True, capture_output=True).stdout  # noqa: S603 - our own arguments
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed, check=True)  # noqa: S603, S607 - as above


if __name__ == "__main__":
    sys.exit(main())
