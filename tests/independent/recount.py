"""党建考核, 综合得分 and 建议等次 from the raw files, by domain.md 6 and 7; and all figures of a year."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd

from .raw import Raw, middle, number, read_raw
from .recount_ballots import recount_ballots
from .recount_grades import recount_grades
from .recount_headlines import recount_headlines
from .recount_ledger import ledger_shares, recount_ledger
from .recount_spread import recount_spread
from .recount_trends import Counted, recount_trends

Figures = dict[str, Any]
DATE = dt.date.fromisoformat
CONDITIONS = {"设支委会": "设支委会", "设党小组": "设党小组"}
LEVELS = ["公司", "集团", "省部", "国家"]


def recount(folder: Path, year: int) -> Figures:
    """Every figure of a year as of its 数据截至."""
    now, then = counted(folder, year), counted(folder, year - 1)
    if now is None:
        raise FileNotFoundError(year)
    besides = recount_trends(now, then) | recount_headlines(now, then) | recount_spread(now)
    return now.figures | besides


def counted(folder: Path, year: int) -> Counted | None:
    """What a year's own files and last year's ledger say; None when there is no such year."""
    raw, last = read_raw(folder, year), read_raw(folder, year - 1)
    if raw is None:
        return None
    as_of = DATE(raw.cycle["as_of"][:10])
    figures = recount_ballots(raw) | recount_checklist(raw, last, as_of) | recount_ledger(raw, as_of)
    return Counted(raw, figures | recount_grades(raw, figures))


def recount_checklist(raw: Raw, last: Raw | None, as_of: dt.date) -> Figures:
    """Points of leaves, areas and units, adjustments and 党建得分, by `units.u03.checklist.…`."""
    grid = checked_grid(raw)
    day = ledger_day(raw, last, as_of)
    ledger = None if last is None or day is None else ledger_shares(last, day)
    grid["得"] = [earned(row, ledger) for row in grid.to_dict("records")]
    figures: Figures = {}
    for unit, own in grid.groupby("单位编号"):
        known = own[own["得"].map(lambda one: one is not None).astype(bool)]
        if known.empty:
            continue
        missing = bool((own["适用"] & own["得"].map(lambda one: one is None)).any())
        key = f"units.{unit}.checklist"
        figures |= {f"{key}.{name}": one for name, one in unit_points(raw, known, unit, missing).items()}
        figures |= {f"{key}.leaves.{row['指标代码']}": row["得"] for row in own.to_dict("records")}
    return figures | area_medians(raw, figures)


def checked_grid(raw: Raw) -> pd.DataFrame:
    """A row for each unit and leaf, with the check, the sum of deductions and whether the leaf applies."""
    units = raw["profiles"][["单位编号", "设支委会", "设党小组"]]
    grid = units.merge(raw["indicators"], how="cross")
    checks = raw["checks"][["单位编号", "指标代码", "结论", "完成率", "得分"]]
    grid = grid.merge(checks, how="left", on=["单位编号", "指标代码"])
    deductions = raw["deductions"].assign(扣=raw["deductions"]["扣分"].map(number))
    lost = deductions.groupby(["单位编号", "指标代码"], as_index=False)["扣"].sum()
    grid = grid.merge(lost, how="left", on=["单位编号", "指标代码"]).astype(object)
    grid = grid.where(grid.notna(), None)
    grid["分值"] = grid["分值"].map(number)
    grid["适用"] = [applies(row) for row in grid.to_dict("records")]
    return grid


def applies(row: dict[str, Any]) -> bool:
    """As checked, else by the condition of the leaf."""
    if row["结论"] is not None:
        return bool(row["结论"] != "不适用")
    return row["适用条件"] not in CONDITIONS or row[CONDITIONS[row["适用条件"]]] == "是"


def earned(row: dict[str, Any], ledger: dict[tuple[str, str], Fraction] | None) -> Fraction | None:
    """Points of one unit on one leaf (domain.md 6.1), 扣完为止 and never above the leaf's."""
    points: Fraction = row["分值"]
    if not row["适用"]:
        return None
    if row["取自台账"] and ledger is not None:
        return points * ledger.get((row["单位编号"], row["取自台账"]), 1)
    if row["结论"] is None:
        return None
    left = points - (row["扣"] or 0)
    typed = number(row["得分"]) if row["得分"] else None
    found = {
        "扣分制": left,
        "达标制": Fraction(0) if row["结论"] == "不符合" else left,
        "比例制": points * number(row["完成率"]) if row["完成率"] else typed,
        "分档制": typed,
    }[row["计分方式"]]
    return None if found is None else min(points, max(Fraction(0), found))


def ledger_day(raw: Raw, last: Raw | None, as_of: dt.date) -> dt.date | None:
    """Last year's ledger counts as of its own 数据截至, and no later than the end of this assessment."""
    if last is None:
        return None
    return min(DATE(last.cycle["as_of"][:10]), DATE(raw.cycle["held_to"]), as_of)


def unit_points(raw: Raw, known: pd.DataFrame, unit: str, missing: bool) -> Figures:
    """Areas, total, base and 党建得分 of one unit; base and score wait for every leaf (domain.md 6.3)."""
    known = known.assign(领域=known["指标代码"].str[0])
    sums = known.groupby("领域")[["得", "分值"]].sum()
    total, whole = known["得"].sum(), known["分值"].sum()
    base = None if missing or not whole else total / whole * 100
    bonus, penalty = adjustments(raw, unit)
    capped = min(bonus, number(raw.scheme["bonus_cap"]))
    score = None if base is None else base + capped - penalty
    cap = raw.scheme.get("party_total_cap")
    if score is not None:
        score = max(Fraction(0), min(score, number(cap)) if cap else score)
    figures = {f"areas.{code}": (row["得"], row["分值"]) for code, row in sums.iterrows()}
    figures |= {"earned": total, "applicable": whole, "base": base, "score": score}
    figures |= {"bonus_uncapped": bonus, "bonus": capped, "penalty": penalty}
    return figures


def adjustments(raw: Raw, unit: str) -> tuple[Fraction, Fraction]:
    """Sum of bonuses, each achievement at its highest level, and of penalties, each event once."""
    rows = raw["adjustments"]
    rows = rows[(rows["单位编号"] == unit) & (rows["适用年度"] == str(raw.year))]
    bonuses = {one["id"]: one for one in raw.scheme["bonuses"]}
    penalties = {one["id"]: one for one in raw.scheme["penalties"]}
    best: dict[tuple[str, str], tuple[int, Fraction]] = {}
    for row in rows.to_dict("records"):
        if row["类别"] == "加分":
            item = bonuses[row["方案项目"]]
            found = (LEVELS.index(item["level"]), number(row["分值"] or item["points"]))
        elif row["类别"] == "扣分":
            found = (0, number(row["分值"] or penalties[row["方案项目"]]["least"]))
        else:
            continue
        key = (row["类别"], row["事件编号"])
        best[key] = max(best.get(key, found), found)
    return tuple(  # type: ignore[return-value]
        sum((points for (kind, _), (_, points) in best.items() if kind == which), Fraction())
        for which in ("加分", "扣分")
    )


def area_medians(raw: Raw, figures: Figures) -> Figures:
    """Median 得分率 of the company by area."""
    found: Figures = {}
    for area in raw.scheme["areas"]:
        suffix = f".areas.{area['code']}"
        rates = [one[0] / one[1] for key, one in figures.items() if key.endswith(suffix) and one[1]]
        if (value := middle(rates)) is not None:
            found[f"medians.areas.{area['code']}"] = value
    return found
