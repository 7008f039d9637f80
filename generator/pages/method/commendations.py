"""通报表彰: what is counted, and when (domain.md 8.2)."""

from __future__ import annotations

from generator.editions.edition import EditionYear
from generator.figures.rule import Subject
from generator.pages.scheme.chapters import Chapter, Grid


def commendations(_year: EditionYear, formulas: Grid) -> Chapter:
    """Nothing is announced before the decision; what was revoked is shown and no longer counted."""
    return Chapter(
        Subject.COMMENDATIONS.value,
        Subject.COMMENDATIONS.label,
        paragraphs=(
            "表彰在党委会审定之后公示，公示结束并印发文件的为已表彰；推荐、审核和有异议待查的不公布、不计数。",
            "同一对象列入几个类别的，每个类别各计一项。已撤销的表彰保留在名单中并注明原因，不再计数。",
        ),
        grids=(formulas,),
    )
