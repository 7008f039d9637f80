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
