"""The rows as a paper: what was measured on what, the table, growth, and the bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from tests.bench.bars import Rows, bars, by_name
from tests.bench.rows import AGAIN, NOTED, OURS, SIZES, WATCHING, L, M, Row, S

_HEAD = (
    *("units × years", "build", "runs", "pages", "wall s", "CPU s", "ms CPU/page", "peak MB"),
    *("pages written", "MB written"),
)
_GROWTH = ("build", "from", "pages ×", "CPU ×", "wall ×", "memory ×")
_TITLE = "# What a build costs"
_HOW = """\
`make bench` measures this again, in about half an hour on two cores, and
`python -m tests.bench.speed --only M --quick` a part of it. The table is one run of it.

- Workloads are made up: units × years, each year with the 45 leaves of the sample, and 8 problems a unit
  and year.
- *pages*: every HTML file of the site, printable documents too. *CPU*: user and system time of all
  processes. *peak*: the largest process. *written*: new files and those written again, what is kept between
  builds too.
- Figures are medians; *runs* says of how many. A build that takes a minute or more is run once, others
  five times, of L three.
- *cold*: `kaohe build` into an empty folder, by as many processes as there are cores; *one process*:
  `--jobs 1`, since two threads of one core slow each other down. *command again*: the same after the
  完成率 of one unit on one leaf of the open year fell by a point, which changes its score and what follows
  from it. *watching*: the same in a process that has built before and keeps what it did, as `kaohe watch`
  does, from the moment the change is noticed to written pages; gate and publication come after. *a note*:
  说明 of that row instead.
- *books planned and written*: the ten books of M without reading and scoring, in processor time; the second
  time without unit pages. The difference, for each of the 2,000, is what a unit page costs.
- Others build the unit pages of the same workload, and nothing else, from Markdown: the same headings, lists
  and tables, without charts. A page of theirs is the whole less what a front page alone costs.
- Plain Material has every page in its navigation, as it does by itself. Hugo has no theme of its own and
  gets the least: head, navigation, text, table of contents; once with the years in the navigation, as our
  books, once with every page; both printed once and copied. It makes no index for a search, the others do.
  A `title:` stands before each text. It is held against us with the shorter navigation.
- L is left to ours: plain Material would take over half an hour for it, since its pages grow with their
  number, and writing the Markdown minutes more.
"""


def report(machine: str, rows: Sequence[Row]) -> str:
    """All of it as Markdown."""
    found = by_name(rows)
    parts = [_TITLE, fill(machine, 105), _HOW.strip(), _table(_HEAD, [_cells(row) for row in rows])]
    if absent := [size.label for size in SIZES if all(row.size is not size for row in rows)]:
        parts.append(f"Not measured this time: {'; '.join(absent)}.")
    grown = list(_growth(found))
    if grown:
        parts += ["## Growth", _table(_GROWTH, grown)]
    judged = list(bars(found))
    if judged:
        parts += ["## Bars", "\n".join(f"- {bar}" for bar in judged)]
    return "\n\n".join(parts) + "\n"


def _cells(row: Row) -> Sequence[str]:
    cost, count = row.cost, f"{row.site.pages:,}"
    return (
        row.size.label,
        row.build,
        str(len(row.costs)),
        count,
        f"{cost.wall:.2f}",
        f"{cost.cpu:.2f}",
        f"{cost.cpu * 1000 / row.site.pages:.2f}",
        f"{cost.memory:.0f}",
        f"{row.written.pages:,}",
        f"{row.written.bytes / 1e6:.1f}",
    )


def _growth(rows: Rows) -> Iterator[Sequence[str]]:
    """Each build by how many times as much it takes as with S."""
    for build in (OURS, AGAIN, WATCHING, NOTED):
        first = rows.get((S.name, build))
        for size in (M, L):
            if first and (row := rows.get((size.name, build))):
                yield (
                    build,
                    f"S to {size.name}",
                    f"{row.site.pages / first.site.pages:.1f}",
                    f"{row.cost.cpu / first.cost.cpu:.1f}",
                    f"{row.cost.wall / first.cost.wall:.1f}",
                    f"{row.cost.memory / first.cost.memory:.1f}",
                )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; the first two are words, the others numbers."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    rule = ["-" * width if at < 2 else "-" * (width - 1) + ":" for at, width in enumerate(widths)]
    return "\n".join(
        "| "
        + " | ".join(
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in (head, rule, *rows)
    )
