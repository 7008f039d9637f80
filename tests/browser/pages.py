"""One page of the sample for every kind of page, for tests and pictures that go through all of them."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "home": "",
    "archive": "archive/",
    "histories": "units/",
    "history": "units/u03/",
    "merged": "units/u14/",
    "compare": "compare/?year=2025&units=u03,u05,u09",
    "updates": "updates/",
    "search": "search/?q=整改",
    "guide": "help/",
    "glossary": "glossary/",
    "guide-entry": "help/checks/",
    "overview": "2025/",
    "units": "2025/units/",
    "unit": "2025/units/u03/",
    "unit-vetoed": "2025/units/u09/",
    "unit-largest": "2025/units/u04/",
    "unit-merged": "2025/units/u14/",
    "checklist": "2025/checklist/",
    "leaf": "2025/checklist/b2-1/",
    "commendations": "2025/commendations/",
    "case": "2025/cases/case-2025-01/",
    "ledger": "2025/rectifications/",
    "problem": "2025/rectifications/2025-u03-001/",
    "scheme": "2025/scheme/",
    "indicators": "2025/scheme/indicators/",
    "method": "2025/scheme/method/",
    "written": "2025/brief/",
    "overdue": "2025/rectifications/2025-u04-004/",
    "past-year": "2023/",
    "past-unit": "2023/units/u03/",
    "corrected": "2024/",
    "print": "2025/print/",
    "codes": "2025/print/codes/",
    "codes-shelf": "codes/",
}
"""Name and address below the staff site."""

INTERNAL: dict[str, str] = {
    "ranking": "2025/ranking/",
    "unit": "2025/units/u03/",
    "unit-talked-about": "2025/units/u04/",
    "quality": "2025/group/",
    "self-scores": "2025/group/self-scores/",
    "recommendations": "2025/group/recommendations/",
}
"""What the edition of the assessment group has besides, or shows more of."""

SHEETS: dict[str, str] = {
    "bulletin": "2025/print/bulletin/",
    "commendations": "2025/print/commendations/1/",
    "summary": "2025/print/summary/u03/",
    "ledger": "2025/print/ledger/",
    "ledger-of-a-unit": "2025/print/ledger/u04/",
    "deductions": "2025/print/deductions/u04/",
    "closing": "2025/print/closing/u03/",
    "ballot": "2025/print/ballot/u03/",
}
"""Printable documents of the staff site, one of every kind."""

ANNOUNCED: dict[str, str] = {"notice": "2025/print/notice/1/"}
"""Those of the staff site of `tests.announced`."""

LEADERS_SHEETS: dict[str, str] = {
    "summary": "2025/print/summary/u03/",
    "ranking": "2025/print/ranking/",
    "feedback": "2025/print/feedback/u04/",
}
"""Those leaders have alone, or that tell them more."""

BATCH = "2025/print/batch/?kind=summary&group=机关部门"
"""Many documents one behind the other."""
