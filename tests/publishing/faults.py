"""Every call of a publication that changes the disk, failing in every way (`make faults`).

strace counts the calls of one run, then stops or kills another run at one of them. Afterwards readers must
have the whole old site or the whole new one, and the next run must put everything right.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.root import Root
from tests.publishing.small import SMALL, Pages, assert_whole, pages_in, write_pages

PROJECT = Path(__file__).parent.parent.parent
CHANGING = (
    "openat,open,creat,write,pwrite64,writev,pwritev,sendfile,copy_file_range,splice,truncate,ftruncate,fallocate,"
    "rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,mknod,mknodat,"
    "chmod,fchmod,fchmodat,chown,fchown,fchownat,utimensat,setxattr,fsetxattr,fsync,fdatasync,syncfs,sync,"
    "sync_file_range,msync,flock"
)
"""System calls that change a disk or make a change last, and the lock."""
WAYS = ("error=ENOSPC", "error=EIO", "error=EROFS", "error=EDQUOT", "signal=SIGKILL")
KILLED = -9
"""What strace ends with when its process was."""
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")
_WRITES = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|DIRECTORY)")
OLD: Pages = SMALL
NEW: Pages = {
    **SMALL,
    "index.html": "<h1>新</h1>",
    "2025/units/u02/index.html": "<h1>二处</h1>",
    "updates/index.html": "<h1>更新</h1>",
}


@dataclass(frozen=True)
class Scene:
    """A folder that was published to, and what is done to it."""

    name: str
    arguments: tuple[str, ...]
    """Of the driver, after the root."""
    seen: tuple[Pages | None, ...]
    """What readers may have afterwards, the last of it when all went well; None for no site yet."""


@dataclass(frozen=True)
class Point:
    """The n-th call of a kind, and what becomes of it."""

    call: str
    number: int
    way: str
    what: str
    """The call's arguments in the run that was counted."""

    def __str__(self) -> str:
        return f"{self.call} {self.number} {self.way} ({self.what[:90]})"


class Stage:
    """A place to play scenes in; each begins with the same folder."""

    def __init__(self, place: Path) -> None:
        if shutil.which("strace") is None:
            raise AssertionError("strace is missing; make test installs it, or says how")
        self._place = place
        self._root = place / "staff"
        self._beginnings = place / "before"
        for name, pages in (("old", OLD), ("new", NEW)):
            write_pages(place / name, pages)
        self.scenes = (
            Scene("first", (str(place / "new"),), (None, NEW)),
            Scene("publish", (str(place / "new"), "--keep", "1"), (OLD, NEW)),
            Scene("rollback", (), (NEW, OLD)),
        )
        self._set_up()

    def _set_up(self) -> None:
        """Four days of publishing before the scene, so that there is something to remove in it."""
        (self._beginnings / "first").mkdir(parents=True)
        for day in (6, 5):
            write_pages(self._place / "early", {**OLD, "index.html": f"<h1>{day}</h1>"})
            self._drive(str(self._place / "early"), "--days-ago", str(day))
        self._drive(str(self._place / "old"), "--days-ago", "4")
        shutil.copytree(self._root, self._beginnings / "publish", symlinks=True)
        self._drive(str(self._place / "new"), "--days-ago", "3")
        shutil.copytree(self._root, self._beginnings / "rollback", symlinks=True)

    def points(self, scene: Scene) -> list[Point]:
        """Everything that can go wrong in the scene."""
        return [Point(*call[:2], way, call[2]) for call in self.calls(scene) for way in WAYS]

    def calls(self, scene: Scene) -> list[tuple[str, int, str]]:
        """Kind, number among its kind, and arguments of what changes the disk in a run that goes well."""
        self._begin(scene)
        trace = self._place / "trace"
        run = self._run(scene, "-e", f"trace={CHANGING}", "-o", str(trace))
        assert run.returncode == 0, run.stderr
        return list(_changing(trace.read_text(encoding="utf-8", errors="replace"), self._root))

    def play(self, scene: Scene, point: Point) -> None:
        """AssertionError when the point does harm."""
        self._begin(scene)
        inject = f"{point.call}:{point.way}:when={point.number}"
        trace = self._place / "injected"
        run = self._run(scene, "-e", f"trace={point.call}", "-e", f"inject={inject}", "-o", str(trace))
        text = trace.read_text(encoding="utf-8", errors="replace")
        assert "INJECTED" in text or run.returncode == KILLED
        said = run.stdout + run.stderr
        assert "Traceback" not in said, said
        seen = self._seen()
        assert seen in scene.seen
        _assert_told(run, scene, seen)
        self._next_run(scene, seen)

    def _next_run(self, scene: Scene, seen: Pages | None) -> None:
        """Another publication puts everything right; after a rollback it is one of what is shown."""
        source = "old" if scene.name == "rollback" and seen == OLD else "new"
        self._drive(str(self._place / source), "--keep", "1")
        assert self._seen() == (OLD if source == "old" else NEW)
        assert_whole(Root(self._root))

    def _begin(self, scene: Scene) -> None:
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._beginnings / scene.name, self._root, symlinks=True)

    def _seen(self) -> Pages | None:
        root = Root(self._root)
        name = root.shown()
        if name is None:
            assert not root.current.is_symlink()
            return None
        assert root.intact(name) is not None, "what is shown is not what it is named after"
        return pages_in(root.current)

    def _drive(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.publishing.driver", str(self._root), *arguments]
        run = subprocess.run(
            command, cwd=PROJECT, env=_environment(), capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr

    def _run(self, scene: Scene, *strace: str) -> subprocess.CompletedProcess[str]:
        driver = [sys.executable, "-m", "tests.publishing.driver", str(self._root), *scene.arguments]
        # strace 6.1 is fast with --seccomp-bpf, and then sends no signals.
        fast = [] if any("signal=" in one for one in strace) else ["--seccomp-bpf"]
        command = ["strace", "-f", *fast, "-qq", "-y", *strace, *driver]
        return subprocess.run(
            command, cwd=PROJECT, env=_environment(), capture_output=True, text=True, check=False
        )


def _assert_told(run: subprocess.CompletedProcess[str], scene: Scene, seen: Pages | None) -> None:
    """Exit 0 only with the new site; otherwise 2, a place, and the truth about what readers have."""
    if run.returncode == KILLED:
        return
    if run.returncode == 0:
        assert seen == scene.seen[-1]
        return
    assert run.returncode == 2, (run.returncode, run.stderr)
    assert run.stderr.count("错误：") == 1
    assert any(said in run.stderr for said in ("磁盘已满", "读写出错", "只读", "超出磁盘配额")), run.stderr
    assert ("网站没有变" in run.stderr) == (seen == scene.seen[0]), run.stderr
    assert ("网站已换成" in run.stderr) == (seen == scene.seen[-1]), run.stderr


def _changing(trace: str, root: Path) -> Iterator[tuple[str, int, str]]:
    """Kind, number among its kind, and arguments of each call that changes something below the root."""
    seen: Counter[str] = Counter()
    for line in trace.splitlines():
        if match := _CALL.match(line):
            call, arguments = match[1], match[2]
            seen[call] += 1
            if str(root) in arguments and (not call.startswith("open") or _WRITES.search(arguments)):
                yield call, seen[call], arguments


def _environment() -> dict[str, str]:
    """The same calls in every run: no caches of bytecode, one order of sets."""
    return {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


def spread(points: Sequence[Point], most: int) -> Sequence[Point]:
    """So many of them, evenly over the run and over the ways."""
    if len(points) <= most:
        return points
    step = len(points) / most
    return [points[int(number * step)] for number in range(most)]


def main() -> int:
    """Play all scenes at all points; 1 when one does harm."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kaohe-faults-") as place:
        stage = Stage(Path(place))
        for scene in stage.scenes:
            points = stage.points(scene)
            kinds = Counter(point.call for point in points)
            print(f"{scene.name}: {len(points)} points, calls {dict(kinds)}", flush=True)
            for point in points:
                try:
                    stage.play(scene, point)
                except AssertionError as error:
                    failed += 1
                    print(f"  {point}: {str(error)[:600]}", flush=True)
    print(f"{failed} points did harm")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
