"""Made-up ledgers: courses cut short at random and led on in ways their status allows."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from .tables import Row, Rows, read_document, read_rows, rewrite

LATE = "2027-06-30"
"""Later than any due date of the sample."""
REJECTED = (("退回",), ("退回", "提交验收"))
AFTER: dict[str, tuple[tuple[str, ...], ...]] = {
    "提交验收": ((), *REJECTED, ("退回", "提交验收", "退回")),
    "销号": ((), (), ("重启",), ("重启", "提交验收"), ("重启", "提交验收", "销号")),
    "整改中": (
        (),
        ("作废",),
        ("暂缓",),
        ("暂缓", "恢复", "进展"),
        ("并案",),
        ("申请延期",),
        ("申请延期", "督办", "批准延期"),
    ),
    "长期坚持": ((), ("转持续整改",), ("转持续整改", "进展", "提交验收"), ("作废",)),
}
"""What may follow a submission, a closing, and while 整改中."""
NEEDS: dict[str, Row] = {
    "销号": {"验收人": "党建部；纪委办", "审批": "党建工作部"},
    "重启": {"新时限": LATE},
    "作废": {"审批": "党委会"},
    "暂缓": {"审批": "党委会", "预计恢复": LATE},
    "并案": {"并入问题": "2025-U01-999"},
    "申请延期": {"新时限": LATE},
    "批准延期": {"审批": "党建工作部", "新时限": "2027-06-29"},
    "转持续整改": {"下次复核": LATE},
    "提交验收": {"佐证材料": "记录"},
}
"""What each event must bring (domain.md 9.2)."""


def change_ledger(own: Path, dice: random.Random) -> None:
    """The ledger of one year."""
    entries = {row["问题编号"]: row for row in read_rows(own / "rectifications.csv")[1]}
    rewrite(own / "rectification_events.csv", lambda rows: events(rows, entries, dice))
    changed = read_rows(own / "rectification_events.csv")[1]
    extended = {row["问题编号"] for row in changed if "延期" in row["事件"]}
    day = read_document(own / "cycle.yml")["as_of"][:10]
    rewrite(own / "rectifications.csv", lambda rows: [entry(row, extended, day, dice) for row in rows])


def entry(row: Row, extended: set[str], day: str, dice: random.Random) -> Row:
    """Another 时限 if it was never extended: 数据截至 itself, or up to two months away, not before 登记."""
    if row["问题编号"] in extended:
        return row
    if dice.random() < 0.2:
        return row | {"整改时限": max(day, row["登记日期"])}
    due = dt.date.fromisoformat(row["整改时限"]) + dt.timedelta(days=dice.randint(-60, 60))
    return row | {"整改时限": str(max(due, dt.date.fromisoformat(row["登记日期"])))}


def events(rows: Rows, entries: dict[str, Row], dice: random.Random) -> Rows:
    """Every problem's course, two in five cut short, then led on."""
    changed: Rows = []
    for number, problem in entries.items():
        own = (row for row in rows if row["问题编号"] == number)
        course = sorted(own, key=lambda row: int(row["事件序号"]))
        if dice.random() < 0.4:
            course = course[: dice.randint(0, len(course))]
        changed += lead_on(course, problem["整改类型"], dice)
    return changed


def lead_on(course: Rows, kind: str, dice: random.Random) -> Rows:
    """More events after the last one, a day or more apart."""
    if not course:
        return []
    last = course[-1]["事件"]
    doing = "长期坚持" if kind == "长期坚持" else "整改中"
    state = doing if last in ("认领", "进展") else last
    longer = list(course)
    for event in dice.choice(AFTER.get(state, ((),))):
        longer.append(next_event(longer[-1], event, dice.randint(1, 40)))
    return longer


def next_event(last: Row, event: str, days: int) -> Row:
    """An event so many days after the last one."""
    day = str(dt.date.fromisoformat(last["日期"]) + dt.timedelta(days=days))
    done = {"完成日期": day} if event == "提交验收" else {}
    number, seq = last["问题编号"], str(int(last["事件序号"]) + 1)
    first = {"问题编号": number, "事件序号": seq, "日期": day, "事件": event, "内容": "续", "经办": "单位"}
    return first | NEEDS.get(event, {}) | done
