"""How much less a site says than the one before: a folder that is not mounted is no deletion."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass

_YEAR = re.compile(r"(\d{4})/")
_UNIT = re.compile(r"(?:\d{4}/)?units/[^/]+/index\.html")
_LABELS = ("页数", "单位数", "表格行数")
TENTH = 10
"""A loss of one in so many is asked about."""


@dataclass(frozen=True)
class Counts:
    """How much there is in one part of a site."""

    pages: int = 0
    units: int = 0
    rows: int = 0
    """Rows of tables."""


Extent = Mapping[str, Counts]
"""By part: `2025` for a year's book, an empty name for the shelf."""


class Tally:
    """Counts page by page."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, path: str, rows: int) -> None:
        """Count one file with so many rows."""
        if path.endswith(".html"):
            year = _YEAR.match(path)
            counts = self._counts[year[1] if year else ""]
            counts[0] += 1
            counts[1] += bool(_UNIT.fullmatch(path))
            counts[2] += rows

    @property
    def extent(self) -> Extent:
        """What was counted so far."""
        return {part: Counts(*counts) for part, counts in sorted(self._counts.items())}


def rows_in(path: str, content: bytes) -> int:
    """Rows of tables in a file; none where it is no page."""
    return content.count(b"<tr") if path.endswith(".html") else 0


def losses(before: Extent, after: Extent) -> Iterator[str]:
    """A Chinese sentence for each part that is gone, and for each count that fell by a tenth or more."""
    for part, old in before.items():
        name = f"{part} 年度" if part else "首页部分"
        new = after.get(part)
        if new is None:
            yield f"{name}整个不见了（原有 {old.pages} 页）"
            continue
        for label, was, now in zip(_LABELS, astuple(old), astuple(new), strict=True):
            if now < was and (was - now) * TENTH >= was:
                yield f"{name}的{label}由 {was} 减到 {now}"
