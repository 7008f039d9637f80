"""What the figures were measured on, without names or places of the machine."""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.bench.cost import PROJECT
from tests.bench.generators import GENERATORS

BUSY = 1.5
"""Programs that want a processor at once, from which the figures are those of a busy machine."""


def describe() -> str:
    """A paragraph: when, processor, memory, system, Python, versions, and how busy it is now."""
    load = os.getloadavg()[0]
    busy = " The machine was busy with other work: expect less on an idle one." if load >= BUSY else ""
    others = {one.package: one.version or "not installed" for one in GENERATORS}
    told = ", ".join(f"{name} {number}" for name, number in others.items())
    return (
        f"Measured {dt.date.today().isoformat()} on {os.cpu_count()} cores ({_processor()}), "  # noqa: DTZ011
        f"{_memory():.0f} GiB of memory, {platform.freedesktop_os_release()['PRETTY_NAME']}, "
        f"Python {platform.python_version()}; Kaohe {_commit()}, mkdocs {version('mkdocs')}, {told}. "
        f"Load before the first build: {load:.1f}.{busy}"
    )


def _commit() -> str:
    """What was measured: the commit, with a mark when the files have changed since."""
    asked = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    answer = subprocess.run(asked, cwd=PROJECT, check=False, capture_output=True, text=True)
    return answer.stdout.strip() or "of no commit"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if "model name" in line), "unknown")


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
