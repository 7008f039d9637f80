"""Runs one command and notes what it and all it started cost.

    python -I -S launcher.py COST_FILE COMMAND …

A program of its own and a small one: until a child has its own memory it counts as large as who started it.
"""

from __future__ import annotations

import os
import sys
import time


def main(cost_file: str, command: list[str]) -> int:
    """Run the command; its exit code. The file then holds seconds, processor seconds and kilobytes."""
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    with open(cost_file, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib alone would double its size
        file.write(f"{wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss}")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
