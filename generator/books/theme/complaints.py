"""What MkDocs only warns about, said as faults of the hand-written page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.books.byhand.content import content_place, line_of
from generator.problems import Problem

_LINK = re.compile(
    r"Doc file '(?P<file>[^']+)' contains (?P<kind>an absolute|an unrecognized relative|a) "
    r"link '(?P<link>[^']*)'.*?(?:Did you mean '(?P<guess>[^']*)'\?)?$",
    re.DOTALL,
)
"""MkDocs hands out text only; its version is pinned, and a test holds each of these sentences."""


_DIRTY = "A 'dirty' build is being performed"
"""Said of every build that leaves pages out, as ours do on purpose."""


class Complaints(logging.Handler):
    """Collects MkDocs' warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record for later."""
        if not record.getMessage().startswith(_DIRTY):
            self._records.append(record)

    def problems(self, docs: Path) -> Sequence[Problem]:
        """The warnings as problems (E131), placed in the hand-written files below `docs`."""
        return [_problem(record.getMessage(), docs) for record in self._records]


@contextmanager
def collected_complaints() -> Iterator[Complaints]:
    """What MkDocs warns about while the block runs."""
    logger, complaints = logging.getLogger("mkdocs"), Complaints()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(complaints)
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate


def _problem(text: str, docs: Path) -> Problem:
    found = _LINK.match(text)
    if not found:
        return Problem("E131", content_place(docs, ""), f"MkDocs 报告：{text}", "请核对手写页面")
    file, link, guess = found["file"], found["link"], found["guess"]
    place = content_place(docs, file, line_of(link, docs / file))
    hint = f"是否应为 {guess}" if guess else "请核对；链接其他页面时写相对路径，如 ../units/u03/index.md"
    return Problem("E131", place, _fault(found["kind"], text), hint, link)


def _fault(kind: str, text: str) -> str:
    if kind == "an absolute":
        return "链接以 / 开头，网站换了目录就会失效"
    if "anchor" in text:
        return "链接的页面里没有这个小标题"
    return "链接的页面或文件不存在"
