"""WHAT COMES IN: every table and document, each column declared once.

Reading, checks, JSON Schemas, the data dictionary, downloads and tests follow from these two catalogues;
a new table is one more entry.
"""

from generator.contract.ballots import BALLOT_ROUNDS, BALLOTS
from generator.contract.checklist import (
    CHECKS,
    CROSSWALK,
    DEDUCTIONS,
    INDICATOR_RULES,
    INDICATORS,
    VERIFICATIONS,
)
from generator.contract.commendations import CASES, COMMENDATIONS
from generator.contract.cycle import CYCLE
from generator.contract.errata import ERRATA
from generator.contract.fields import Document, Table
from generator.contract.people import LEADERS, PROFILES, REPORTS
from generator.contract.portraits import PORTRAITS
from generator.contract.rectifications import RECTIFICATION_EVENTS, RECTIFICATIONS
from generator.contract.restricted import INTERVIEWS, OBJECTIONS, RECOMMENDATIONS
from generator.contract.results import ADJUSTMENTS, COMPONENTS, DECISIONS
from generator.contract.scheme import SCHEME
from generator.contract.units import UNIT_ALIASES, UNIT_EVENTS, UNIT_NAMES, UNITS, WORKDAYS

TABLES: tuple[Table, ...] = (
    UNITS,
    UNIT_NAMES,
    UNIT_EVENTS,
    UNIT_ALIASES,
    PROFILES,
    LEADERS,
    INDICATORS,
    INDICATOR_RULES,
    CROSSWALK,
    CHECKS,
    DEDUCTIONS,
    VERIFICATIONS,
    BALLOT_ROUNDS,
    BALLOTS,
    COMPONENTS,
    ADJUSTMENTS,
    DECISIONS,
    COMMENDATIONS,
    RECTIFICATIONS,
    RECTIFICATION_EVENTS,
    RECOMMENDATIONS,
    INTERVIEWS,
    OBJECTIONS,
)

DOCUMENTS: tuple[Document, ...] = (WORKDAYS, CYCLE, SCHEME, REPORTS, PORTRAITS, CASES, ERRATA)

__all__ = ["DOCUMENTS", "TABLES"]
