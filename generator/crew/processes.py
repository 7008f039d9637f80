"""A pool of processes of this machine.

Each starts from nothing: a fork would copy locks that threads of this process may hold, those of a web server
or of the client of a cluster.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from generator.problems import ConfigError


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """A pool of so many processes; when the block fails they end at once, whatever they are doing.

    ConfigError when one of them was killed.
    """
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin)
    try:
        yield pool
    except BaseException as error:
        for child in set(multiprocessing.active_children()) - others:
            child.kill()
        if isinstance(error, BrokenProcessPool):
            raise ConfigError(
                "一个工作进程被中止（多半是内存不足），没有生成。请用 --jobs 减少进程数，--jobs 1 不另开进程"
            ) from error
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """In each process: Ctrl+C is the first one's to handle, and without that one there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
