"""公开口径: what the law of secrecy withholds no scheme may give (domain.md 4.2, 4.3; code E107)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.publication import FLOOR, WIDTH
from generator.model.tables import Tables, YearTables
from generator.problems import Problem
from generator.review.findings import entry_at
from generator.review.lookup import scheme_of


def floors(year: YearTables, _: Tables) -> Iterator[Problem]:
    """No item reaches more people than it ever may."""
    scheme = scheme_of(year)
    for item, setting in scheme.publication.items():
        floor = FLOOR.get(item)
        if floor is not None and WIDTH.index(setting) < WIDTH.index(floor):
            spot = entry_at(scheme, "publication", item.label, setting.label)
            message = f"{item.label}按保密规定最多公开到{floor.label}"
            narrower = "、".join(one.label for one in WIDTH[WIDTH.index(floor) :])
            yield spot.problem("E107", message, f"可填：{narrower}")
