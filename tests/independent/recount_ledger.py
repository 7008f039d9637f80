"""整改台账 from its events, by domain.md 9.2, 9.3 and the definitions of 9.5."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pandas as pd

from .raw import Raw

Figures = dict[str, Any]
DATE = dt.date.fromisoformat
STATUSES = ("待认领", "整改中", "待验收", "已销号", "持续整改", "暂缓", "并案", "作废")
DONE = ("已销号", "待验收")
LEADS_TO = dict.fromkeys(("认领", "恢复", "退回", "重启"), "整改中") | {
    "提交验收": "待验收",
    "销号": "已销号",
    "转持续整改": "持续整改",
    "暂缓": "暂缓",
    "并案": "并案",
    "作废": "作废",
}
"""The status after an event (domain.md 9.2); others leave it."""
GONE = ("作废", "并案")


def problems(raw: Raw, day: dt.date) -> pd.DataFrame:
    """Every problem registered by the day, with what its events up to the day made of it."""
    entries = raw["rectifications"]
    events = raw["rectification_events"]
    events = events[events["日期"].map(DATE) <= day].assign(次序=events["事件序号"].map(int))
    own = {number: rows.sort_values(["日期", "次序"]) for number, rows in events.groupby("问题编号")}
    rows = [
        follow(entry, own[entry["问题编号"]].to_dict("records") if entry["问题编号"] in own else [])
        for entry in entries.to_dict("records")
        if DATE(entry["登记日期"]) <= day
    ]
    columns = ["编号", "单位", "类型", "状态", "原时限", "现行时限", "完成", "销号", "提交", "延期", "轮次"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def follow(entry: dict[str, str], events: list[dict[str, str]]) -> dict[str, Any]:
    """One problem through its events in order."""
    due = DATE(entry["整改时限"])
    it: dict[str, Any] = {"状态": "待认领", "原时限": due, "现行时限": due, "延期": 0, "申请": None}
    it |= {"编号": entry["问题编号"], "单位": entry["单位编号"], "类型": entry["整改类型"]}
    it |= {"完成": None, "销号": None, "提交": None, "轮次": [[DATE(entry["登记日期"]), None]]}
    for event in events:
        it |= changes(it, event)
    return it


def changes(it: dict[str, Any], event: dict[str, str]) -> dict[str, Any]:
    """What one event changes; one named like the status it leads to changes that alone."""
    name, day = event["事件"], DATE(event["日期"])
    new_due = DATE(event["新时限"]) if event["新时限"] else None
    done = DATE(event["完成日期"]) if event["完成日期"] else None
    found = {"状态": LEADS_TO[name]} if name in LEADS_TO else {}
    match name:
        case "提交验收":
            found |= {"完成": done, "提交": day}
        case "退回":
            found |= {"完成": None, "提交": None}
        case "销号":
            rounds = [*it["轮次"][:-1], [it["轮次"][-1][0], day]]
            found |= {"销号": day, "完成": it["完成"] or done or day, "提交": None, "轮次": rounds}
        case "重启":
            found |= {"销号": None, "完成": None, "申请": None, "轮次": [*it["轮次"], [day, None]]}
            found |= {"原时限": new_due, "现行时限": new_due}
        case "申请延期":
            found |= {"申请": new_due}
        case "批准延期":
            found |= {"现行时限": new_due or it["申请"], "延期": it["延期"] + 1, "申请": None}
    return found


def recount_ledger(raw: Raw, day: dt.date) -> Figures:
    """The statistics of 9.5 for the company and for each unit, and each problem's own state."""
    ledger = problems(raw, day)
    found = {f"ledger.{name}": figure for name, figure in statistics(ledger, raw, day).items()}
    for unit, own in ledger.groupby("单位"):
        found |= {f"ledgers.{unit}.{name}": figure for name, figure in statistics(own, raw, day).items()}
    for row in ledger.to_dict("records"):
        state = (row["状态"], row["原时限"], row["现行时限"], row["完成"], row["销号"], len(row["轮次"]))
        found[f"problems.{row['编号'].lower()}"] = state
    return found


def statistics(ledger: pd.DataFrame, raw: Raw, day: dt.date) -> Figures:
    """Numbers, and each rate as `(numerator, denominator)`."""
    counted = ledger[~ledger["状态"].isin(GONE)]
    reopened = sum(len(rounds) - 1 for rounds in counted["轮次"])
    spans = [list(days(rounds)) for rounds in counted["轮次"]]
    figures: Figures = {f"status.{name}": int((ledger["状态"] == name).sum()) for name in STATUSES}
    figures |= {
        "total": len(counted),
        "backlog": sum(waited(raw, since, day) for since in counted["提交"] if since is not None),
        "relapse": (reopened, int((counted["状态"] == "已销号").sum()) + reopened),
        "extensions": int(counted["延期"].sum()),
        "extended": share(counted["延期"] > 0),
        "first_days": mean([one for row in spans for n, one in row if n == 0]),
        "reopened_days": mean([one for row in spans for n, one in row if n > 0]),
    }
    return figures | shares(counted, day)


def shares(counted: pd.DataFrame, day: dt.date) -> Figures:
    """What is closed, done, due and overdue."""
    closed, done = counted["状态"] == "已销号", counted["状态"].isin(DONE)
    due = counted["现行时限"].map(lambda one: one <= day).astype(bool)
    late = counted["现行时限"].map(lambda one: one < day).astype(bool) & ~done
    original = counted["原时限"].map(lambda one: one < day).astype(bool) & ~done
    in_time = closed & both(counted, "销号")
    return {
        "open": int((~closed).sum()),
        "due": int(due.sum()),
        "completed": share(done),
        "completed_in_time_limit": share(done[counted["类型"] != "长期坚持"]),
        "closed": share(closed),
        "closed_on_time": share(in_time[due]),
        "done_on_time": share((closed & both(counted, "完成"))[due]),
        "on_time_share": share(in_time[closed]),
        "overdue": share(late[~closed]),
        "overdue_original": int(original.sum()),
    }


def both(rows: pd.DataFrame, column: str) -> pd.Series[bool]:
    """Whether a date is there and not after the current due date."""
    dates = zip(rows[column], rows["现行时限"], strict=True)
    return pd.Series([day is not None and day <= due for day, due in dates], index=rows.index, dtype=bool)


def share(holds: pd.Series[bool]) -> tuple[int, int]:
    """How many of how many."""
    return int(holds.sum()), len(holds)


def mean(spans: list[int]) -> tuple[int, int]:
    """Sum and count, so that nobody divides by nothing."""
    return sum(spans), len(spans)


def days(rounds: list[list[dt.date | None]]) -> Iterator[tuple[int, int]]:
    """Number and days of each closed round."""
    for n, (start, end) in enumerate(rounds):
        if start is not None and end is not None:
            yield n, (end - start).days


def waited(raw: Raw, since: dt.date, day: dt.date) -> bool:
    """验收积压: pending for more working days than allowed."""
    passed = 0
    for n in range(1, (day - since).days + 1):
        one = since + dt.timedelta(days=n)
        calendar = raw.workdays[str(one.year)]
        off = one.isoweekday() > 5 or one.isoformat() in calendar["holidays"]
        passed += not off or one.isoformat() in calendar["workdays"]
    return passed > int(raw.scheme["rectification"]["backlog_days"])


def ledger_shares(raw: Raw, day: dt.date) -> dict[tuple[str, str], Fraction]:
    """The rates a leaf may come from, by unit and rate, where anything counts (domain.md 6.2 F3.2)."""
    names = {"按期销号率": "closed_on_time", "销号率": "closed", "整改完成率": "completed"}
    found: dict[tuple[str, str], Fraction] = {}
    for unit, own in problems(raw, day).groupby("单位"):
        figures = statistics(own, raw, day)
        found |= {(unit, name): Fraction(*figures[key]) for name, key in names.items() if figures[key][1]}
    return found
