"""What a program costs: seconds on the clock, seconds of all processors, and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).parents[2]
_LAUNCHER = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True)
class Cost:
    """Of one run, or the median of several."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of processors, user and system, of the process and all it started and saw end."""
    memory: float = 0.0
    """Megabytes of the largest process at its largest."""


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each of the three."""
    return Cost(*(median(getattr(one, field.name) for one in costs) for field in fields(Cost)))


def timed(what: Callable[[], object]) -> Cost:
    """What a call in this process costs, memory left out."""
    wall, cpu = time.perf_counter(), _processor_seconds()
    what()
    return Cost(time.perf_counter() - wall, _processor_seconds() - cpu)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


Command = Sequence[str | Path]


class Started:
    """A running command; what it cost is known when it has ended."""

    def __init__(self, command: Command, cost_file: Path, environment: Mapping[str, str]) -> None:
        self._command, self._cost_file = command, cost_file
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", _LAUNCHER, cost_file, *command],
            cwd=PROJECT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def ask(self, line: str) -> str:
        """The line it says to a line."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        self.said = self.process.stdout.readline()
        return self.said

    def end(self) -> Cost:
        """Its cost, once it has ended by itself; ends this program too when it failed."""
        self.said += self.process.communicate()[0]
        if self.process.returncode:
            sys.exit(f"{' '.join(map(str, self._command))}\n{self.said[-4000:]}")
        wall, cpu, kilobytes = map(float, self._cost_file.read_text("ascii").split())
        return Cost(wall, cpu, kilobytes * 1024 / 1e6)


@contextmanager
def started(command: Command, environment: Mapping[str, str] | None = None) -> Iterator[Started]:
    """Start a command in the project's folder, its errors among its output; killed when the block fails."""
    with tempfile.NamedTemporaryFile(prefix="kaohe-cost-") as file:
        one = Started(command, Path(file.name), environment or {})
        try:
            yield one
        finally:
            if one.process.poll() is None:
                one.process.kill()


def run(command: Command, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end."""
    with started(command, environment) as one:
        return one.end()
