"""民主测评 from the counts, by domain.md 3.2 to 3.4."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pandas as pd

from .raw import Raw, half_up, number

Figures = dict[str, Any]
TARGET = ["单位编号", "对象类别", "人员编号"]
GRADES = {"优秀票": "excellent", "良好票": "good", "一般票": "fair", "较差票": "poor"}
VOTES = [*GRADES, "弃权票"]
TIERS = ((Fraction(9, 10), 100), (Fraction(8, 10), 95), (Fraction(7, 10), 90), (Fraction(6, 10), 85))


def recount_ballots(raw: Raw) -> Figures:
    """Scores and shares of every board and person, by `ballots.u03.board.…`."""
    counts = raw["ballots"].copy()
    counts[VOTES] = counts[VOTES].map(int)
    cells = counts.groupby([*TARGET, "维度", "票种"], as_index=False)[VOTES].sum()
    cells["折分"] = [cell_points(row, raw.scheme["ballot"]) for row in cells.to_dict("records")]
    found: Figures = {}
    for (unit, kind, person), own in cells.groupby(TARGET):
        key = f"ballots.{unit}.{'board' if kind == '班子' else person}"
        figures = target_figures(own, raw.scheme["ballot"], stands=meeting_stands(raw, unit, kind))
        found |= {f"{key}.{name}": figure for name, figure in figures.items()}
    return found


def cell_points(row: dict[str, Any], rules: dict[str, Any]) -> Fraction | None:
    """`S(k,d)`; None without a ballot that counts."""
    if rules["points_table"] == "得票率分档":
        return tier_points(row)
    worth = {column: number(rules["points"][name]) for column, name in GRADES.items()}
    total = sum(row[column] * worth[column] for column in GRADES)
    ballots = sum(row[column] for column in GRADES)
    if rules["abstain"] != "不计入":
        ballots += row["弃权票"]
    if rules["abstain"] == "计最低档":
        total += row["弃权票"] * worth["较差票"]
    return Fraction(total) / ballots if ballots else None


def tier_points(row: dict[str, Any]) -> Fraction | None:
    """`TIER`: by the share of 优秀, else by whether the two lower grades reach a third."""
    ballots = sum(row[column] for column in GRADES)
    if not ballots:
        return None
    for least, points in TIERS:
        if Fraction(row["优秀票"], ballots) >= least:
            return Fraction(points)
    return Fraction(65 if Fraction(row["一般票"] + row["较差票"], ballots) >= Fraction(1, 3) else 80)


def over_classes(parts: dict[str, Fraction | None], rules: dict[str, Any]) -> Fraction | None:
    """`Σ w_k·x_k`, the weight of a missing class shared out in proportion, or nothing (`不予计算`)."""
    weights = {one["code"]: number(one["weight"]) for one in rules["classes"]}
    present = {code: part for code in weights if (part := parts.get(code)) is not None}
    if rules["missing_class"] == "不予计算" and len(present) < sum(1 for one in weights.values() if one):
        return None
    whole = sum((weights[code] for code in present), Fraction())
    total = sum((weights[code] * part for code, part in present.items()), Fraction())
    return total / whole if whole else None


def target_figures(cells: pd.DataFrame, rules: dict[str, Any], *, stands: bool) -> Figures:
    """One board or person."""
    weights = {one["dimension"]: number(one["weight"]) for one in rules["dimensions"]}
    if set(cells["维度"]) == {"总体评价"}:
        weights = {"总体评价": Fraction(1)}
    cells = cells[cells["维度"].isin(weights) & cells["票种"].isin([one["code"] for one in rules["classes"]])]
    by_class = {name: dict(zip(own["票种"], own["折分"], strict=True)) for name, own in cells.groupby("维度")}
    scores = {name: over_classes(by_class.get(name, {}), rules) for name in weights}
    known = [weights[name] * score for name, score in scores.items() if score is not None]
    score = sum(known, Fraction()) if stands and len(known) == len(weights) else None
    figures: Figures = {f"dimensions.{name}": value for name, value in scores.items()}
    for name, parts in by_class.items():
        figures |= {f"classes.{name}.{code}": part for code, part in parts.items() if part is not None}
    figures |= {"stands": str(stands), "score": score, "rounded": None if score is None else half_up(score)}
    return figures | shares(cells, rules)


def shares(cells: pd.DataFrame, rules: dict[str, Any]) -> Figures:
    """优秀率 and 优良率/称职以上率, pooled and by class weight, with the two numbers of the pooled one."""
    votes = cells.groupby("票种")[VOTES].sum()
    valid = votes[list(GRADES)].sum(axis=1)
    figures: Figures = {}
    for name, columns in (("excellent", ["优秀票"]), ("competent", ["优秀票", "良好票"])):
        part = votes[columns].sum(axis=1)
        by_class = {
            code: Fraction(int(part[code]), int(valid[code])) if valid[code] else None for code in votes.index
        }
        figures[f"{name}.part"], figures[f"{name}.whole"] = int(part.sum()), int(valid.sum())
        figures[f"{name}.weighted"] = over_classes(by_class, rules)
    return figures


def meeting_stands(raw: Raw, unit: str, kind: str) -> bool:
    """Enough of the expected came, and no class returned more ballots than were issued (domain.md 3.3)."""
    rounds = raw["ballot_rounds"]
    rounds = rounds[(rounds["单位编号"] == unit) & (rounds["测评表"] == kind)]
    numbers = rounds[["应到", "实到", "发出", "收回"]].map(int)
    rules = raw.scheme["ballot"]
    quorum = Fraction(int(rules["quorum_present"]), int(rules["quorum_expected"]))
    enough = numbers["实到"].sum() >= quorum * int(numbers["应到"].sum())
    return bool(enough and (numbers["收回"] <= numbers["发出"]).all())
