"""Loss of power on a real file system (P41; `make faults`), as root, with losetup and mkfs.ext4.

A file system in a file is published to, and copies of the file are taken meanwhile: what a copy holds is what
a disk would hold had the power failed then. Each is mounted, which replays its journal, and must show a whole
release. The same without syncing must go wrong, or this would prove nothing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from generator.publishing import disk
from generator.publishing.root import Root
from tests.publishing.small import SMALL, Press

PROJECT = Path(__file__).parent.parent.parent
COPIES = 20
SIZE = 64_000_000
"""Bytes of the file system."""
OPTIONS = ("data=ordered", "data=writeback")
"""How ext4 may be told to write."""


def publish_on(root: Path, *, syncing: bool) -> None:
    """Publish until killed, every page new each time."""
    press = Press(Root(root))
    for number in range(1, sys.maxsize):
        pages = {path: f"{number}: {text * 50}" for path, text in SMALL.items()}
        if syncing:
            press.publish(pages, keep=3)
        else:
            libc = mock.Mock(syncfs=lambda _: 0, renameat2=ctypes.CDLL(None).renameat2)
            with mock.patch.object(disk, "_libc", libc), mock.patch.object(disk.os, "fsync"):
                press.publish(pages, keep=3)
        press.later(30)


def survivors(place: Path, option: str, *, syncing: bool) -> Counter[str]:
    """What so many copies of the disk show: `whole`, `none` for nothing published yet, `broken`."""
    image, copy, mounted = place / "disk", place / "copy", place / "mounted"
    mounted.mkdir(exist_ok=True)
    found: Counter[str] = Counter()
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    with mount(image, mounted, option):
        command = [sys.executable, "-m", "tests.publishing.power", str(mounted / "staff"), str(int(syncing))]
        child = subprocess.Popen(command, cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)})
        for number in range(COPIES):
            time.sleep(0.37 + number % 7 / 10)
            sync_something_else(mounted / "foreign")
            time.sleep(number % 5 / 100)
            child.send_signal(signal.SIGSTOP)
            shutil.copyfile(image, place / f"copy-{number}")
            child.send_signal(signal.SIGCONT)
        child.kill()
        child.wait()
    for number in range(COPIES):
        (place / f"copy-{number}").replace(copy)
        with mount(copy, mounted, option):
            found[shown(Root(mounted / "staff"))] += 1
    return found


def shown(root: Root) -> str:
    """What readers would have."""
    name = root.shown()
    if name is None:
        return "broken" if root.current.is_symlink() else "none"
    return "whole" if root.intact(name) else "broken"


def sync_something_else(path: Path) -> None:
    """What another program does, which takes half of our names to the disk with it."""
    with path.open("w", encoding="ascii") as file:
        file.write(str(time.time()))
        os.fsync(file.fileno())


@contextmanager
def mount(image: Path, folder: Path, option: str) -> Iterator[None]:
    """The file system in a file."""
    subprocess.run(["mount", "-o", f"loop,{option}", str(image), str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def main() -> int:
    """All ways of writing, with and without syncing; 1 when one is broken, or the control is not."""
    failed = 0
    for option in OPTIONS:
        for syncing in (True, False):
            with tempfile.TemporaryDirectory(prefix="kaohe-power-") as place:
                found = survivors(Path(place), option, syncing=syncing)
            failed |= bool(found["broken"]) == syncing
            print(f"ext4 {option}, {'with' if syncing else 'without'} syncing: {dict(found)}", flush=True)
    return failed


if __name__ == "__main__":
    if sys.argv[1:]:
        publish_on(Path(sys.argv[1]), syncing=sys.argv[2] == "1")
    sys.exit(main())
