"""How many work on tasks that do not depend on each other, and where."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.crew.cluster import Cluster
from generator.crew.processes import processes


@dataclass(frozen=True)
class Crew:
    """The processes a build may use."""

    jobs: int = os.cpu_count() or 1
    """Of this machine, this one among them."""
    cluster: Cluster | None = None
    """Whose workers take the tasks instead."""

    @property
    def alone(self) -> bool:
        """Whether nobody else may work."""
        return self.jobs == 1 and self.cluster is None

    @contextmanager
    def at_work(self, tasks: int, folder: Path, *, busy: int = 0) -> Iterator[Executor]:
        """An executor for so many tasks that read and write below `folder`; after an error nobody works on.

        `busy` processes of the crew have other work meanwhile. ConfigError when the workers cannot be used,
        or one was lost. What a task gives back must be small (`select.PIPE_BUF`): a process killed half-way
        through more would be waited for without end.
        """
        if self.cluster is not None:
            with self.cluster.at_work(folder) as executor:
                yield executor
        else:
            with processes(max(1, min(tasks, self.jobs - busy))) as executor:
                yield executor


ALONE = Crew(jobs=1)
"""This process and no other."""
