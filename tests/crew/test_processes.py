"""Processes of this machine: gone when the work is, and when it fails."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.crew.crew import Crew
from generator.crew.processes import processes
from generator.problems import ConfigError
from generator.watching.stopping import StoppedError
from tests.conftest import PROJECT

PARENT = """
import sys, time
from pathlib import Path
from generator.crew.processes import processes
if __name__ == "__main__":
    with processes(1) as executor:
        executor.submit(exec, f"import os; open({sys.argv[1]!r}, 'w').write(str(os.getpid()))").result()
        executor.submit(time.sleep, 600).result()
"""


def test_other_processes_work(tmp_path: Path) -> None:
    """And are gone afterwards."""
    with Crew(jobs=2).at_work(2, tmp_path) as executor:
        assert executor.submit(os.getpid).result() != os.getpid()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("error", [KeyboardInterrupt, StoppedError, ConfigError])
def test_a_failure_ends_them_at_once(error: type[BaseException]) -> None:
    """Ctrl+C, SIGTERM to a watcher, a fault in the data: nobody waits for what is under way."""
    with pytest.raises(error), processes(1) as executor:
        asleep = executor.submit(time.sleep, 600)
        while not asleep.running():
            time.sleep(0.01)
        raise error
    assert not multiprocessing.active_children()


def test_a_killed_one_is_told() -> None:
    """The machine ran out of memory, say."""
    with pytest.raises(ConfigError, match="一个工作进程被中止"), processes(1) as executor:
        executor.submit(os.kill, executor.submit(os.getpid).result(), signal.SIGKILL).result()


def test_ctrl_c_is_for_the_first_process() -> None:
    """A terminal sends it to all; the others say nothing and end when they are told."""
    with processes(1) as executor:
        executor.submit(signal.raise_signal, signal.SIGINT).result()


def test_they_end_with_the_first_process(tmp_path: Path) -> None:
    """Even when that one is killed and cannot tell them."""
    script, told = tmp_path / "parent.py", tmp_path / "pid"
    script.write_text(PARENT, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen([sys.executable, script, told], env=env) as parent:
        while not (told.exists() and told.read_text()):
            time.sleep(0.05)
        parent.kill()
    worker = Path(f"/proc/{told.read_text()}/cmdline")
    while worker.exists() and worker.read_bytes():
        time.sleep(0.05)
