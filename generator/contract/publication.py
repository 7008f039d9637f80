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
        PublicationItem.PERSON_EXCELLENT: ItemAudience.STAFF,
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
"""The default of `scheme.yml: publication`; a veto reaches staff only in its approved wording."""

FLOOR: Mapping[PublicationItem, ItemAudience] = MappingProxyType(
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
"""What no setting may lower: the widest audience each item may ever reach."""

WIDTH = (ItemAudience.STAFF, ItemAudience.LEADERS, ItemAudience.GROUP, ItemAudience.NONE)
"""From the widest audience to none."""
