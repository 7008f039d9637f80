"""公开口径: what secrecy withholds no scheme may give, and what all pages rest on none may take (E107)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.publication import ALWAYS, FLOOR, UNSAFE, WIDTH
from generator.model.tables import Tables, YearTables
from generator.model.terms import ItemAudience, PublicationItem
from generator.problems import Problem
from generator.review.findings import entry_at
from generator.review.lookup import scheme_of


def floors(year: YearTables, _: Tables) -> Iterator[Problem]:
    """No item reaches more people than it ever may, nor fewer than it must."""
    scheme = scheme_of(year)
    for item, setting in scheme.publication.items():
        allowed = allowed_settings(item)
        if setting not in allowed:
            spot = entry_at(scheme, "publication", item.label, setting.label)
            choices = "、".join(one.label for one in allowed)
            yield spot.problem("E107", f"{item.label}{_reason(item)}", f"可填：{choices}")


def allowed_settings(item: PublicationItem) -> tuple[ItemAudience, ...]:
    """The settings of an item, widest first."""
    if item in ALWAYS:
        return (ItemAudience.STAFF,)
    return WIDTH[WIDTH.index(FLOOR.get(item, ItemAudience.STAFF)) :]


def _reason(item: PublicationItem) -> str:
    if item in ALWAYS:
        return "各版页面都要用到，不能收窄"
    return UNSAFE.get(item) or f"按保密规定最多公开到{FLOOR[item].label}"
