"""A publisher in a process of its own: `python -m tests.publishing.driver ROOT SOURCE`.

It publishes the files of SOURCE with the messages and exit codes of `kaohe publish`, without data and MkDocs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time
from pathlib import Path

from generator.commands.published import publish_and_tell, roll_back_and_tell
from generator.commands.telling import tell
from generator.publishing.publish import Publication
from generator.publishing.root import Root
from tests.publishing.small import Verdict, pages_in, write_pages


def main() -> int:
    """Publish or roll back; the exit code is that of `kaohe`."""
    options = _options()
    root = Root(options.root.absolute())

    def now() -> dt.datetime:
        return dt.datetime.now(tz=dt.UTC) - dt.timedelta(days=options.days_ago)

    def build(folder: Path) -> None:
        _note(options.log, "begin")
        write_pages(folder, pages_in(options.source.resolve()))
        time.sleep(options.seconds)

    def judge(_: Path) -> Verdict:
        _note(options.log, "end")
        return Verdict()

    if options.source is None:
        return roll_back_and_tell(root, now())
    return publish_and_tell(
        Publication(root, build, judge, now, keep=options.keep, order=options.order, tell=tell)
    )


def _options() -> argparse.Namespace:
    one = argparse.ArgumentParser()
    one.add_argument("root", type=Path)
    one.add_argument("source", type=Path, nargs="?", help="without it: roll back")
    one.add_argument("--keep", type=int, default=5)
    one.add_argument("--days-ago", type=int, default=0)
    one.add_argument("--order", default="")
    one.add_argument("--seconds", type=float, default=0, help="how long a build takes")
    one.add_argument("--log", type=Path, help="where beginnings and ends of builds are noted")
    return one.parse_args()


def _note(log: Path | None, what: str) -> None:
    if log is not None:
        with log.open("a", encoding="ascii") as file:
            file.write(f"{os.getpid()} {what}\n")


if __name__ == "__main__":
    sys.exit(main())
