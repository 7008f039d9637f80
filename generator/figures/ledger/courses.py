"""What the events of a ledger add up to: reopenings, extensions, days, backlog (domain.md 9.5)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.cells import cell
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.ledger.problems import Scope, entry_cells, event_cells, happened, named
from generator.figures.numerals import NONE, quotient
from generator.figures.rule import Rule, Subject
from generator.model.terms import RectificationEventType as Event
from generator.model.terms import RectificationStatus as Status
from generator.problems import Place
from generator.scoring.course import Cycle
from generator.scoring.exact import plain, rounded
from generator.scoring.ledger import backlog, standing
from generator.scoring.rectification import Life


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.LEDGER, label, formula, "domain.md 9.5")


RELAPSE = _rule("反弹率", "重启次数÷（已销号＋重启次数）")
EXTENSIONS = _rule("延期次数", "批准的延期次数之和")
FIRST_DAYS = _rule("首轮平均整改天数", "各轮从登记日期到销号日期的天数之和÷轮数")
REOPENED_DAYS = _rule("重启轮平均整改天数", "各轮从重启日期到销号日期的天数之和÷轮数")
BACKLOG = _rule("验收积压", "待验收超过方案规定的工作日数的问题")
LONG_TERM = _rule("长期整改清单", "整改类型为长期坚持、尚未销号的问题")
REPEATED = _rule("屡改屡犯", "同一单位同一指标连续两年及以上出现问题的项数")
COURSE_RULES = (RELAPSE, EXTENSIONS, FIRST_DAYS, REOPENED_DAYS, BACKLOG, LONG_TERM, REPEATED)


def course_figures(scope: Scope) -> Iterator[Figure]:
    """The figures that look at more than the state of each problem."""
    yield _relapse(scope)
    yield _extensions(scope)
    yield _days(scope, reopened=False)
    yield _days(scope, reopened=True)
    yield _backlog(scope)
    yield _standing(scope)
    yield _repeated(scope)


def _relapse(scope: Scope) -> Figure:
    value = scope.statistics.relapse
    reopened = [life for life in scope.lives if life.counted and life.reopened]
    closed = [life for life in scope.lives if life.status is Status.CLOSED]
    number = scope.statistics.by_status[Status.CLOSED]
    worked = f"{value.part}÷（{number}＋{value.part}）＝{value.percent}%"
    basis = Basis(
        RELAPSE,
        worked if value.whole else quotient(value, "没有销号也没有重启"),
        (
            Operand("重启次数", plain(value.part)),
            Operand("已销号", str(number), f"{scope.prefix}.closed"),
            named("重启过的问题", reopened),
            named("已销号的问题", closed),
        ),
        (*event_cells(reopened, Event.REOPEN), *entry_cells(closed)),
    )
    return scope.head("relapse", RELAPSE.label, (*reopened, *closed)).rate(value, basis)


def _extensions(scope: Scope) -> Figure:
    extended = [life for life in scope.lives if life.counted and life.approved_extensions]
    number = scope.statistics.extensions
    basis = Basis(
        EXTENSIONS,
        f"{len(extended)}个问题批准延期{number}次",
        (named("批准过延期的问题", extended),),
        event_cells(extended, Event.EXTEND_APPROVE),
    )
    return scope.head("extensions", EXTENSIONS.label, extended).count(number, basis, "次")


def _days(scope: Scope, *, reopened: bool) -> Figure:
    value = scope.statistics.reopened_days if reopened else scope.statistics.first_days
    key, rule = ("reopened_days", REOPENED_DAYS) if reopened else ("first_days", FIRST_DAYS)
    closed = [life for life in scope.lives if life.counted and _closed(life, reopened=reopened)]
    mean = None if value.value is None else rounded(value.value, 1)
    basis = Basis(
        rule,
        "没有销号的轮次，不计算" if mean is None else f"{value.part}÷{value.whole}＝{mean}",
        (
            Operand("天数之和", plain(value.part)),
            Operand("轮数", plain(value.whole)),
            named("计入的问题", closed),
        ),
        tuple(place for life in closed for place in _day_cells(life, reopened=reopened)),
    )
    return scope.head(key, rule.label, closed).mean(value, basis)


def _closed(life: Life, *, reopened: bool) -> list[Cycle]:
    """Its closed cycles: the first, or the reopened ones."""
    return [one for one in life.cycles if one.closed_on is not None and (one.seq > 1) is reopened]


def _day_cells(life: Life, *, reopened: bool) -> Iterator[Place]:
    """Where the days stand on which these cycles began and were closed."""
    cycles = _closed(life, reopened=reopened)
    if reopened:
        begun = {one.started_on for one in cycles}
        yield from (cell(one, "date") for one in happened(life, Event.REOPEN) if one.date in begun)
    else:
        yield cell(life.entry, "opened_on")
    ended = {one.closed_on for one in cycles}
    yield from (cell(one, "date") for one in happened(life, Event.CLOSE) if one.date in ended)


def _backlog(scope: Scope) -> Figure:
    counted = [life for life in scope.lives if life.counted]
    waiting = backlog(counted, scope.as_of, scope.rules, scope.calendar)
    number = scope.statistics.backlog
    basis = Basis(
        BACKLOG,
        "工作日历缺少年份，不计算"
        if number is None
        else f"待验收超过{scope.rules.backlog_days}个工作日的{number}个",
        (
            Operand("规定的工作日数", str(scope.rules.backlog_days)),
            named("计入的问题", waiting) if waiting is not None else Operand("计入的问题", NONE),
        ),
        event_cells(waiting or (), Event.SUBMIT),
    )
    return scope.head("backlog", BACKLOG.label, waiting or ()).count(number, basis)


def _standing(scope: Scope) -> Figure:
    behind = standing(scope.lives)
    basis = Basis(
        LONG_TERM,
        f"符合条件的问题{len(behind)}个",
        (named("计入的问题", behind),),
        entry_cells(behind),
    )
    return scope.head("long_term", LONG_TERM.label, behind).count(len(behind), basis)


def _repeated(scope: Scope) -> Figure:
    found = scope.recurrences
    ids = {problem for one in found for problem in one.problems}
    behind = [life for life in scope.lives if life.id in ids]
    basis = Basis(
        REPEATED,
        f"符合条件的单位与指标{len(found)}项",
        tuple(Operand(f"{one.unit_id} {one.code}", "、".join(one.problems)) for one in found),
        entry_cells(behind),
    )
    return scope.head("repeated", REPEATED.label, behind).count(len(found), basis, "项")
