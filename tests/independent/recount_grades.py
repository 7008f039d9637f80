"""综合得分, 位次, 名额 and 建议等次, in the decision order of domain.md 7.4."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pandas as pd

from .raw import Raw, half_up, middle, number

Figures = dict[str, Any]
ORDER = ["优秀", "良好", "一般", "较差"]
"""Best first."""
COMPONENTS = {"ballot": "民主测评", "superior": "上级评价", "party": "党建考核", "kpi": "经营业绩"}


def recount_grades(raw: Raw, figures: Figures) -> Figures:
    """By `units.u03.composite`, `units.u03.grade` and `groups.生产单位.quota`."""
    units = raw["profiles"].merge(raw.units[["单位编号", "组别"]], how="left", on="单位编号")
    units["组"] = units["本年组别"].where(units["本年组别"] != "", units["组别"])
    found: Figures = {}
    for group in raw.scheme["groups"]:
        own = units[units["组"] == group["name"]]
        weights = {COMPONENTS[name]: number(weight) for name, weight in group["weights"].items()}
        members = [unit_row(raw, row, figures, weights) for row in own.to_dict("records")]
        rows = pd.DataFrame(members, dtype=object)
        found |= group_figures(raw, group["name"], rows) if len(rows) else {}
    return found


def unit_row(raw: Raw, profile: dict[str, Any], figures: Figures, weights: dict[str, Fraction]) -> Figures:
    """What the grading looks at: component scores, composite, veto and shares of one unit."""
    unit = profile["单位编号"]
    typed = raw["components"]
    typed = typed[typed["单位编号"] == unit]
    scores = dict(zip(typed["构成"], typed["得分"].map(number), strict=True))
    board, party = f"ballots.{unit}.board", f"units.{unit}.checklist.score"
    computed = {"民主测评": figures.get(f"{board}.score"), "党建考核": figures.get(party)}
    scores |= {name: score for name, score in computed.items() if score is not None}
    weighted = {name: weight for name, weight in weights.items() if weight}
    composite = None
    if all(name in scores for name in weighted):
        composite = sum((weight * scores[name] for name, weight in weighted.items()), Fraction())
    return {
        "单位": unit,
        "构成": {name: scores[name] for name in weighted if name in scores},
        "综合": composite,
        "得分": None if composite is None else half_up(composite),
        "不定": bool(profile["不定等次原因"]),
        "上限": ceiling(raw, unit),
        "票": shares(figures, board),
    }


def shares(figures: Figures, board: str) -> Figures:
    """优秀率 and 优良率 as two numbers each; a void meeting says nothing."""
    return {
        name: (figures[f"{board}.{name}.part"], figures[f"{board}.{name}.whole"])
        for name in ("excellent", "competent")
        if figures.get(f"{board}.stands") == "True"
    }


def ceiling(raw: Raw, unit: str) -> str | None:
    """The lowest ceiling of the unit's vetoes of this year."""
    rows = raw["adjustments"]
    rows = rows[(rows["单位编号"] == unit) & (rows["类别"] == "否决") & (rows["适用年度"] == str(raw.year))]
    items = {one["id"]: one["ceiling"] for one in raw.scheme["vetoes"]}
    ceilings = [row["等次上限"] or items[row["方案项目"]] for row in rows.to_dict("records")]
    return max(ceilings, key=ORDER.index) if ceilings else None


def group_figures(raw: Raw, name: str, rows: pd.DataFrame) -> Figures:
    """Ranks, quota and suggestions of one group."""
    graded = rows[rows["得分"].map(lambda one: one is not None).astype(bool) & ~rows["不定"].astype(bool)]
    places = graded["得分"].map(lambda one: 1 + sum(other > one for other in graded["得分"]))
    quota = quota_size(len(graded), raw.scheme["quota"])
    grades = {row["单位"]: before_quota(raw, row, graded) for row in graded.to_dict("records")}
    grades |= fill(raw, graded[graded["单位"].map(grades.get) == "优秀"], quota)
    scores = [one for one in rows["综合"] if one is not None]
    figures: Figures = {f"groups.{name}.n": len(graded), f"groups.{name}.quota": quota}
    figures[f"groups.{name}.median"] = middle(scores)
    for row in rows.to_dict("records"):
        key = f"units.{row['单位']}"
        figures[f"{key}.composite"], figures[f"{key}.rounded"] = row["综合"], row["得分"]
        figures[f"{key}.grade"] = "不定等次" if row["不定"] else grades.get(row["单位"])
    for unit, place in zip(graded["单位"], places, strict=True):
        figures[f"units.{unit}.rank"] = (place, int((places == place).sum()) > 1)
    return figures | component_ranks(rows)


def component_ranks(rows: pd.DataFrame) -> Figures:
    """Competition rank of every component inside the group, on 2 decimals."""
    found: Figures = {}
    for component in COMPONENTS.values():
        scores = {
            row["单位"]: half_up(row["构成"][component])
            for row in rows.to_dict("records")
            if component in row["构成"]
        }
        for unit, score in scores.items():
            found[f"units.{unit}.ranks.{component}"] = 1 + sum(other > score for other in scores.values())
    return found


def threshold(raw: Raw, score: Fraction) -> str:
    """The grade by score, lower ends closed."""
    lines = sorted(((number(one["least"]), one["grade"]) for one in raw.scheme["grades"]), reverse=True)
    return next((grade for least, grade in lines if score >= least), lines[-1][1])


def before_quota(raw: Raw, row: Figures, graded: pd.DataFrame) -> str:
    """Steps 2, 4 and 5: thresholds, ceilings, and bars from 优秀."""
    grade = threshold(raw, row["得分"])
    if row["上限"] is not None and ORDER.index(row["上限"]) > ORDER.index(grade):
        return str(row["上限"])
    return "良好" if grade == "优秀" and barred(raw, row, graded) else grade


def barred(raw: Raw, row: Figures, graded: pd.DataFrame) -> bool:
    """党建考核 too low, last of several in the group, or too few good votes."""
    bars = raw.scheme["bars"]
    party = row["构成"].get("党建考核")
    low = party is not None and ORDER.index(threshold(raw, half_up(party))) > ORDER.index(bars["party_least"])
    last = bars["last_in_group"] == "是" and row["得分"] == min(graded["得分"]) < max(graded["得分"])
    few = any(
        part < number(bars[f"{name}_rate"]) * whole for name, (part, whole) in row["票"].items() if whole
    )
    return low or last or few


def quota_size(graded: int, rules: dict[str, str]) -> int:
    """名额 by the rounding of the scheme."""
    exact = graded * number(rules["ratio"])
    less_than_one = Fraction(exact.denominator - 1, exact.denominator)
    up = {"舍去": Fraction(0), "四舍五入": Fraction(1, 2), "进位": less_than_one}
    size = int(exact + up[rules["rounding"]])
    return 1 if not size and graded and rules["min_one"] == "是" else size


def fill(raw: Raw, contenders: pd.DataFrame, quota: int) -> dict[str, str]:
    """Steps 7 and 8: from the top, equal ones by the tie order; still equal at the edge gets nothing."""
    order = raw.scheme["tie_order"]
    standing = {
        row["单位"]: (row["得分"], *(half_up(row["构成"].get(one, Fraction(-1))) for one in order))
        for row in contenders.to_dict("records")
    }
    return {
        unit: "优秀" if sum(other >= own for other in standing.values()) <= quota else "良好"
        for unit, own in standing.items()
    }
