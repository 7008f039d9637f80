"""整改的设置: usual deadlines and the words of lights (domain.md 9.3, 9.4; code E107)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.tables import Tables, YearTables
from generator.model.terms import Light, RectificationKind
from generator.problems import Problem
from generator.review.findings import at, entry_at
from generator.review.lookup import scheme_of

TIMED = (RectificationKind.IMMEDIATE, RectificationKind.DEADLINE)
"""Kinds with usual days; 分阶段 has those of its stages, 长期坚持 its reviews (domain.md 9.3)."""


def days(year: YearTables, _: Tables) -> Iterator[Problem]:
    """立行立改 and 限期整改 have their days, and what is to be done at once is due first."""
    rules = scheme_of(year).rectification
    missing = [one.label for one in TIMED if one not in rules.days]
    if missing:
        message = f"缺少{'、'.join(missing)}的默认天数"
        yield at(rules, "days").problem("E107", message, "请补上这些整改类型的天数")
        return
    soon, later = (rules.days[one] for one in TIMED)
    if soon > later:
        spot = entry_at(rules, "days", TIMED[0].label, str(soon))
        yield spot.problem("E107", f"长于{TIMED[1].label}的 {later} 天", "请核对两个天数是否填反")


def light_words(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Two lights never go by one word, neither set nor usual (domain.md 9.4: words instead of colours)."""
    rules = scheme_of(year).rectification
    called: dict[str, Light] = {one.label: one for one in Light if one not in rules.light_words}
    for light, word in rules.light_words.items():
        other = called.setdefault(word, light)
        if other is not light:
            spot = entry_at(rules, "light_words", light.label, word)
            yield spot.problem("E107", f"与“{other.label}”灯的叫法相同", "请换一个叫法，使各灯能够区分")
