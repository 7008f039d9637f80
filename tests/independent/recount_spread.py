"""离散程度 of 综合得分: 极差 and 标准差 of each group and of the company (domain.md 12 names them)."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import Any

from .recount_trends import Counted

Figures = dict[str, Any]


def recount_spread(now: Counted) -> Figures:
    """Of the scores with 2 decimals; nothing of fewer than two."""
    scores = {unit: now.figures.get(f"units.{unit}.rounded") for unit in now.groups}
    known = {unit: score for unit, score in scores.items() if score is not None}
    circles = {"company": list(known.values())}
    for group in [one["name"] for one in now.raw.scheme["groups"]]:
        circles[f"groups.{group}"] = [score for unit, score in known.items() if now.groups[unit] == group]
    found: Figures = {}
    for key, own in circles.items():
        found |= apart(f"figures.{key}.composite", own) if len(own) > 1 else {}
    return found


def apart(key: str, scores: list[Fraction]) -> Figures:
    """How many, highest less lowest, and the root of the mean square of the distances from the mean."""
    mean = sum(scores, Fraction()) / len(scores)
    variance = sum(((one - mean) ** 2 for one in scores), Fraction()) / len(scores)
    hundredths = (isqrt(int(variance * 40_000)) + 1) // 2  # half up, without ever taking a root that ends
    return {
        f"{key}.scored": len(scores),
        f"{key}.range": max(scores) - min(scores),
        f"{key}.deviation": Fraction(isqrt(int(variance * 10**40)), 10**20),
        f"{key}.deviation.text": f"{hundredths // 100}.{hundredths % 100:02}",
    }
