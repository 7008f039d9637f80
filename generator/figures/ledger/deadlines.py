"""What is late in a ledger and what comes next: 三十天内到期, longest 逾期 and whose (domain.md 9.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.figures.cells import cells
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.ledger.problems import Scope, entry_cells, named
from generator.figures.rule import Rule, Subject
from generator.scoring.ledger import due_soon, overdue

DUE_SOON = Rule(
    Subject.LEDGER,
    "三十天内到期",
    "未销号、未提交验收，现行时限在数据截至日起三十天之内的问题",
    "domain.md 9.5",
)
LONGEST = Rule(Subject.LEDGER, "逾期最长天数", "数据截至日－逾期问题中最早的现行时限", "domain.md 9.5")
LATE_UNITS = Rule(Subject.LEDGER, "有逾期问题的单位", "有逾期问题的责任单位", "domain.md 9.5")
DEADLINE_RULES = (DUE_SOON, LONGEST, LATE_UNITS)


def deadline_figures(scope: Scope) -> Iterator[Figure]:
    """Of a unit the first two; of the company also how many units are late."""
    yield _due_soon(scope)
    yield _longest(scope)
    if scope.unit_id is None:
        yield _units(scope)


def _due_soon(scope: Scope) -> Figure:
    ahead = due_soon(scope.lives, scope.as_of)
    basis = Basis(
        DUE_SOON,
        f"符合条件的问题{len(ahead)}个",
        (named("计入的问题", ahead),),
        entry_cells(ahead),
    )
    return scope.head("due_soon", DUE_SOON.label, ahead).count(len(ahead), basis)


def _longest(scope: Scope) -> Figure:
    """None while nothing is overdue."""
    late = overdue(scope.lives)
    first = [life for life in late if life.due_current == late[0].due_current]
    days = (scope.as_of - late[0].due_current).days if late else None
    due = late[0].due_current.isoformat() if late else ""
    basis = Basis(
        LONGEST,
        f"{scope.as_of.isoformat()}－{due}＝{days}天" if late else "没有逾期问题，不计算",
        (named("逾期最久的问题", first),),
        cells((life.entry for life in first), "due_on"),
    )
    return scope.head("longest_overdue", LONGEST.label, first).count(days, basis, "天")


def _units(scope: Scope) -> Figure:
    late = overdue(scope.lives)
    counts = Counter(life.entry.unit_id for life in late)
    basis = Basis(
        LATE_UNITS,
        f"有逾期问题的单位{len(counts)}个",
        tuple(
            Operand(unit_id, str(number), f"units.{unit_id}.ledger.overdue")
            for unit_id, number in sorted(counts.items())
        ),
    )
    return scope.head("overdue_units", LATE_UNITS.label, late).count(len(counts), basis)
