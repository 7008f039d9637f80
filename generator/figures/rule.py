"""公式: what figures are computed by, in words, whether or not a year has any.

Each rule is written once: the basis of a figure points to it, and `generator.figures.rules` lists it for the
method page, which so cannot explain anything but what is computed.
"""

from __future__ import annotations

from generator.model.terms.term import Term
from generator.store.values import value


class Subject(Term):
    """The parts of the arithmetic in their order; a chapter of the method page each."""

    BALLOT = "ballot", "民主测评"
    CHECKLIST = "checklist", "党建考核"
    COMPOSITE = "composite", "综合得分"
    GRADES = "grades", "等次"
    LEDGER = "ledger", "整改台账"
    COMMENDATIONS = "commendations", "通报表彰"
    HISTORY = "history", "历年比较"


@value(frozen=True, slots=True)
class Rule:
    """公式 of one kind of figure under the settings of a year."""

    subject: Subject
    label: str
    """What it gives, without naming a unit: `维度得分`."""
    formula: str
    """In Chinese words, without numbers."""
    clause: str
    """`domain.md 3.4`."""
