"""How long from a file at rest to readers, and what a watcher holds: `python -m tests.watching.measure`.

A cell of a copy of the sample is changed 30 times, or as often as asked; without the gate, then with it.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from generator.commands import watching
from generator.gate.judge import Verdict
from generator.watching.stopping import Stop
from generator.watching.watcher import Watcher
from tests.conftest import PROJECT

BUILDS = 30


class NoGate:
    """Says yes."""

    def judge(self, *_: object) -> Verdict:
        """Nothing is found."""
        return Verdict()


def main() -> None:
    """Print a line a build, and the medians."""
    builds = int(sys.argv[1]) if len(sys.argv) > 1 else BUILDS
    gate = watching.Gate
    for name, one in (("without the gate", NoGate), ("with the gate", gate)):
        watching.Gate = one  # type: ignore[misc, assignment]
        with tempfile.TemporaryDirectory() as place:
            seconds, held = _measured(Path(place), builds)
        print(
            f"{name}: first {seconds[0]:.2f} s, then median {statistics.median(seconds[1:]):.2f} s; "
            f"memory after builds 1, {builds // 2}, {builds}: "
            f"{held[0]:.0f}, {held[builds // 2 - 1]:.0f}, {held[-1]:.0f} MB, "
            f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6:.0f} MB"
        )


def _measured(place: Path, builds: int) -> tuple[list[float], list[float]]:
    """Seconds and megabytes after each build."""
    for name in ("data", "content"):
        shutil.copytree(PROJECT / name, place / name)
    (place / "srv/.watch").mkdir(parents=True)
    watcher = watching._watcher(_options(place), place / "srv", Stop())
    table = place / "data/2025/profiles.csv"
    text = table.read_text(encoding="utf-8")
    row = next(one for one in text.splitlines() if one.startswith("u03,"))
    cells = row.split(",")
    seconds, held = [], []
    for number in range(builds):
        changed = ",".join((*cells[:2], str(1000 + number), *cells[3:]))
        table.write_text(text.replace(row, changed), encoding="utf-8")
        seconds.append(_published(watcher))
        held.append(_megabytes())
    return seconds, held


def _published(watcher: Watcher) -> float:
    """Seconds of the look that finds the file at rest, and of all that follows."""
    before = watcher.done
    while True:
        started = time.perf_counter()
        watcher.step()
        if watcher.done != before:
            return time.perf_counter() - started


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _options(place: Path) -> argparse.Namespace:
    return argparse.Namespace(
        data=place / "data",
        content=place / "content",
        audience="staff",
        offline=False,
        keep=5,
        every=2,
        stable=1e-9,
    )


if __name__ == "__main__":
    main()
