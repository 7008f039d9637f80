"""The closed word lists of the assessment: each term has an English identifier and its Chinese word.

Data files may hold either; code compares members, pages print `label`. Source: domain.md, the section named
at each list.
"""

from generator.model.terms.ballots import Abstain, Dimension, MissingClass, PointsTable
from generator.model.terms.checklist import (
    ActionKind,
    CheckMethod,
    CheckStatus,
    Condition,
    EvidenceType,
    Frequency,
    LedgerRate,
    LinkRelation,
    Scoring,
)
from generator.model.terms.commendations import (
    CaseStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    RecipientKind,
)
from generator.model.terms.cycle import CycleStatus, GroupDuty, StepType
from generator.model.terms.grades import (
    AdjustmentKind,
    BoardGrade,
    Component,
    PersonGrade,
    Rounding,
    TargetKind,
)
from generator.model.terms.portraits import OperationGrade, OperationItem, PortraitSource
from generator.model.terms.publication import ItemAudience, PublicationItem
from generator.model.terms.rectifications import (
    Light,
    ProblemArea,
    RectificationEventType,
    RectificationKind,
    RectificationSource,
    RectificationStatus,
    Severity,
)
from generator.model.terms.reports import (
    Finding,
    FocusArea,
    ReportKind,
    ReportMode,
    ReportVisibility,
    Verified,
    VerifyMethod,
    WhoClass,
)
from generator.model.terms.restricted import ObjectionResult, RecommendationKind, RecommendationLevel
from generator.model.terms.term import Term
from generator.model.terms.units import PartyOrganisation, UnitEventType, UnitKind

__all__ = [
    "Abstain",
    "ActionKind",
    "AdjustmentKind",
    "BoardGrade",
    "CaseStatus",
    "CheckMethod",
    "CheckStatus",
    "CommendationLevel",
    "CommendationStatus",
    "CommendationType",
    "Component",
    "Condition",
    "CycleStatus",
    "Dimension",
    "EvidenceType",
    "Finding",
    "FocusArea",
    "Frequency",
    "GroupDuty",
    "ItemAudience",
    "LedgerRate",
    "Light",
    "LinkRelation",
    "MissingClass",
    "ObjectionResult",
    "OperationGrade",
    "OperationItem",
    "PartyOrganisation",
    "PersonGrade",
    "PointsTable",
    "PortraitSource",
    "ProblemArea",
    "PublicationItem",
    "RecipientKind",
    "RecommendationKind",
    "RecommendationLevel",
    "RectificationEventType",
    "RectificationKind",
    "RectificationSource",
    "RectificationStatus",
    "ReportKind",
    "ReportMode",
    "ReportVisibility",
    "Rounding",
    "Scoring",
    "Severity",
    "StepType",
    "TargetKind",
    "Term",
    "UnitEventType",
    "UnitKind",
    "Verified",
    "VerifyMethod",
    "WhoClass",
]
