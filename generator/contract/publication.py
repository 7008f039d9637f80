"""公开口径: who sees which data item by default, and what no scheme may widen (domain.md 4.3).

A setting beyond its floor is a problem of the data (`generator.review.publication`); no edition follows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.terms import ItemAudience, PublicationItem

DEFAULT: Mapping[PublicationItem, ItemAudience] = MappingProxyType(
    {
        PublicationItem.SCHEME: ItemAudience.STAFF,
        PublicationItem.UNITS: ItemAudience.STAFF,
        PublicationItem.REPORT_SUMMARY: ItemAudience.STAFF,
        PublicationItem.REPORT_FULL: ItemAudience.LEADERS,
        PublicationItem.BALLOT_TOTAL: ItemAudience.LEADERS,
        PublicationItem.BALLOT_DIMENSIONS: ItemAudience.LEADERS,
        PublicationItem.BALLOT_CLASSES: ItemAudience.GROUP,
        PublicationItem.PERSON_SCORES: ItemAudience.LEADERS,
        PublicationItem.PERSON_EXCELLENT: ItemAudience.LEADERS,
        PublicationItem.PERSON_COMPETENT: ItemAudience.LEADERS,
        PublicationItem.PERSON_LOWER: ItemAudience.LEADERS,
        PublicationItem.RECOMMENDATIONS: ItemAudience.GROUP,
        PublicationItem.INTERVIEWS: ItemAudience.GROUP,
        PublicationItem.PORTRAIT: ItemAudience.LEADERS,
        PublicationItem.CHECKLIST: ItemAudience.STAFF,
        PublicationItem.DEDUCTIONS: ItemAudience.STAFF,
        PublicationItem.PRELIMINARY: ItemAudience.LEADERS,
        PublicationItem.GRADES: ItemAudience.STAFF,
        PublicationItem.COMPOSITE: ItemAudience.LEADERS,
        PublicationItem.VETO: ItemAudience.STAFF,
        PublicationItem.COMMENDATIONS: ItemAudience.STAFF,
        PublicationItem.RECTIFICATIONS: ItemAudience.STAFF,
        PublicationItem.SENSITIVE: ItemAudience.LEADERS,
    }
)
"""The default of `scheme.yml: publication`; a veto reaches staff only in its approved wording, and who was
优秀 as 通报表彰. 票种分项 is narrower than domain.md 4.3: the exact score of a class of six gives votes away.
A scheme may open it to leaders, where every class has five and no 较差 points at a voter."""

SECRET: Mapping[PublicationItem, ItemAudience] = MappingProxyType(
    {
        PublicationItem.BALLOT_CLASSES: ItemAudience.LEADERS,
        PublicationItem.PERSON_SCORES: ItemAudience.LEADERS,
        PublicationItem.PERSON_LOWER: ItemAudience.LEADERS,
        PublicationItem.RECOMMENDATIONS: ItemAudience.GROUP,
        PublicationItem.INTERVIEWS: ItemAudience.GROUP,
        PublicationItem.PRELIMINARY: ItemAudience.LEADERS,
        PublicationItem.SENSITIVE: ItemAudience.LEADERS,
    }
)
"""Floors of the law: the widest audience each item may ever reach."""

_INVERTED = "最多公开到公司领导，由精确得分可以反推选票"
_NAMED = "最多公开到公司领导，对职工以通报表彰公布"
UNSAFE: Mapping[PublicationItem, str] = MappingProxyType(
    {
        PublicationItem.BALLOT_TOTAL: _INVERTED,
        PublicationItem.BALLOT_DIMENSIONS: _INVERTED,
        PublicationItem.COMPOSITE: _INVERTED,
        PublicationItem.PERSON_EXCELLENT: _NAMED,
        PublicationItem.PERSON_COMPETENT: _NAMED,
    }
)
"""Floors of this version, with the reason: what staff may only be told in a form we do not make.

Exact scores can be turned back into votes, also out of 综合得分 when its other parts are known
(promises.md B1); grades by name would need the names of everybody on a board.
"""

FLOOR: Mapping[PublicationItem, ItemAudience] = MappingProxyType(
    {**SECRET, **dict.fromkeys(UNSAFE, ItemAudience.LEADERS)}
)
"""What no setting may lower, whatever the reason."""

ALWAYS = frozenset({PublicationItem.SCHEME, PublicationItem.UNITS})
"""What every page rests on: no setting may narrow it."""

WIDTH = (ItemAudience.STAFF, ItemAudience.LEADERS, ItemAudience.GROUP, ItemAudience.NONE)
"""From the widest audience to none."""
