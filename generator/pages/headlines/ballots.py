"""What the ballots on a board say, in editions that hold them: leaders and group (domain.md 3.4, 4.3).

Every sentence passes `secrecy` before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.edition import EditionUnit, EditionYear
from generator.pages.figures import named, rated
from generator.pages.headlines.headline import Headline, Part, has_peers, headline, joined, of_year, printed
from generator.pages.words import counting


def weak_dimensions(year: EditionYear, unit: EditionUnit) -> Iterator[Headline]:
    """Dimensions below the group's median with both scores, else that none is.

    Nothing of a unit alone in its group, nor in an edition without ballots.
    """
    below: list[tuple[Part, ...]] = []
    compared: list[str] = []
    for weight in year.scheme.ballot.dimensions if has_peers(year, unit.group) else ():
        end = f"ballot.dimensions.{weight.dimension.value}"
        own, median = f"units.{unit.id}.{end}.score", f"groups.{unit.group}.{end}.median"
        score, middle = printed(year, own), printed(year, median)
        if score is None or middle is None:
            continue
        compared += of_year(year, own, median)
        if score < middle:
            scores = (named(year, own), " 分（中位数 ", named(year, median), "）")
            below.append((f"{weight.dimension.label} ", *scores))
    if below:
        start = f"{counting(len(below))}个测评维度低于同组中位数："
        yield headline((start, *joined(below), "。"), compared)
    elif compared:
        yield headline(("测评各维度得分均不低于同组中位数。",), compared)


def excellent_rate(year: EditionYear, unit: EditionUnit) -> Iterator[Headline]:
    """优秀率 with its votes and how it was counted; nothing without ballots."""
    key = f"units.{unit.id}.ballot.excellent_rate.pooled"
    if printed(year, key) is not None:
        yield headline(("班子民主测评优秀率（各票种、各维度合并计算）为 ", rated(year, key), "。"))
