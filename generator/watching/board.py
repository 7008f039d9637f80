"""Where it is told how things stand: a status folder an audience, and a page beside the data folder."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from generator.contract.fields import Audience
from generator.intake.files import explain_os
from generator.publishing.disk import FILE, make_folder
from generator.watching.fault import Fault, Remark
from generator.watching.orders import Orders
from generator.watching.page import report_page, status_page
from generator.watching.status import Status

REPORT = "数据问题.html"
"""Beside the data folder and not in it, where it would be an unknown file."""


@dataclass
class Board:
    """What was told last, and the folders it is laid in."""

    orders: Orders
    folders: Mapping[Audience, Path]
    """Where the status of each is."""
    report: Path
    """The page for the person who mends the data."""
    now: Callable[[], datetime]
    tell: Callable[[str], None] = lambda _: None
    _posted: tuple[Status, ...] = ()
    _reported: str = ""
    _failed: set[Path] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def post(self, statuses: Iterable[Status]) -> None:
        """Lay out the status of every audience."""
        with self._lock:
            self._posted = tuple(statuses)
            self._lay_all()

    def post_report(self, faults: Mapping[str, Fault], held: Iterable[Remark]) -> None:
        """Lay the page beside the data, if it says something else than before."""
        page = report_page(faults, held, self.orders)
        if page != self._reported or not self.report.exists():
            self._lay(self.report, page)
            self._reported = page

    @contextmanager
    def beating(self) -> Iterator[None]:
        """While the block works, the heartbeat goes on: only its time changes."""
        done = threading.Event()
        thread = threading.Thread(target=self._beat, args=(done,), name="heartbeat", daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _beat(self, done: threading.Event) -> None:
        period = min((one.period for one in self._posted), default=1.0)
        while not done.wait(period):
            with self._lock:
                self._posted = tuple(replace(one, heartbeat=self.now()) for one in self._posted)
                self._lay_all()

    def _lay_all(self) -> None:
        for one in self._posted:
            folder = self.folders[one.audience]
            told = json.dumps(one.as_json(), ensure_ascii=False, indent=1)
            self._lay(folder / "status.json", f"{told}\n")
            self._lay(folder / "index.html", status_page(one, self.orders))

    def _lay(self, file: Path, text: str) -> None:
        """The file, whole or not at all; it need not last. That a disk is full is said once."""
        part = file.with_name(f".{file.name}.{os.getpid()}.tmp")
        try:
            make_folder(file.parent)
            part.write_text(text, encoding="utf-8")
            part.chmod(FILE)
            part.replace(file)
            self._failed.discard(file)
        except OSError as error:
            if file not in self._failed:
                self.tell(f"{file} 写不了（{explain_os(error)}）")
            self._failed.add(file)
