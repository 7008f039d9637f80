"""A process that watches: it builds whenever a line comes in, and answers with what that cost.

python -m tests.bench.watching DATA FOLDER
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path

from tests.bench.cost import timed
from tests.bench.ours import watcher


def main(data: Path, folder: Path) -> None:
    """Go on until there are no more lines."""
    build = watcher(data, folder)
    for _ in sys.stdin:
        with contextlib.redirect_stderr(io.StringIO()):
            cost = timed(build)
        print(json.dumps({"wall": cost.wall, "cpu": cost.cpu}), flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
