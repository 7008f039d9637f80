"""主送: whom a document of the company goes to."""

from __future__ import annotations

from generator.editions.edition import EditionYear
from generator.pages.grades import groups_in_order


def addressees(year: EditionYear) -> str:
    """All units, by the groups of the scheme: `各生产单位、辅助单位、机关部门：`."""
    return f"各{'、'.join(name for name, _ in groups_in_order(year))}："
