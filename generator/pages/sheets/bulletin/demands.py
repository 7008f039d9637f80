"""五、工作要求: what follows from the ledger by the rules of the scheme, and nothing else (domain.md 9.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.edition import EditionYear
from generator.editions.ledger import Problem
from generator.model.terms import Light
from generator.pages.figures import named
from generator.pages.headlines.headline import printed
from generator.pages.headlines.ledger import coming
from generator.pages.sheets.prose import Part, Section, numbered, on_paper
from generator.pages.words import listed, long_day

ABOUT_LEDGER = "整改"
"""How a rule of 结果运用 begins that says what follows from the ledger."""


def demands(year: EditionYear) -> Section:
    """What late, open, submitted and repeated problems ask for; then the use of results."""
    said = (
        ("限期办结逾期问题", on_paper(*_late(year))),
        ("按期完成整改任务", on_paper(*_ahead(year))),
        ("严格验收销号", on_paper(*_accepted(year))),
        ("健全长效机制", on_paper(*_again(year))),
        ("用好考核结果", on_paper(_usage(year))),
    )
    return Section("工作要求", numbered(said))


def _late(year: EditionYear) -> Iterator[Part]:
    """Nothing while nothing is late; else who answers for it, who sees to it, and what else follows."""
    late = [problem for problem in year.ledger.problems if problem.overdue]
    if not late or not printed(year, "ledger.overdue"):
        return
    yield from ("对逾期的", named(year, "ledger.overdue"), "项问题，责任单位要逐项说明原因，")
    yield f"明确措施和完成时间；{_departments(late)}要逐项督办。"
    for one in year.scheme.result_usage:
        if one.when.startswith(ABOUT_LEDGER):
            yield f"按照结果运用的规定，{one.when}的，{one.then}。"


def _ahead(year: EditionYear) -> Iterator[Part]:
    """What falls due next, and how to ask for more time."""
    ahead = coming(year.ledger.problems, year.as_of.date())
    if not ahead:
        return
    rules = year.scheme.rectification
    if printed(year, "ledger.due_soon"):
        yield from ("三十天内到期的问题", named(year, "ledger.due_soon"), "项，最早的")
        yield f"于{long_day(ahead[0].due_current)}到期，责任单位要按期完成。"
    else:
        yield from ("未销号的问题", named(year, "ledger.open"), "项，责任单位要按期完成整改。")
    yield f"确需延期的，应提前{rules.extension_ahead}个工作日申请，"
    yield f"同一问题最多延期{rules.extensions_most}次，批准前原时限不变。"


def _accepted(year: EditionYear) -> Iterator[Part]:
    waiting = [problem for problem in year.ledger.problems if problem.light is Light.BLUE]
    if not waiting or not printed(year, "ledger.pending"):
        return
    yield from (
        "待验收的",
        named(year, "ledger.pending"),
        "项问题，",
        f"{_departments(waiting)}要对照验收标准及时核实，",
    )
    yield "验收不通过的退回继续整改。"
    if printed(year, "ledger.backlog"):
        yield f"超过{year.scheme.rectification.backlog_days}个工作日未验收的"
        yield from (named(year, "ledger.backlog"), "项要尽快办结。")


def _again(year: EditionYear) -> Iterator[Part]:
    if printed(year, "ledger.repeated"):
        yield from (
            "对屡改屡犯的",
            named(year, "ledger.repeated"),
            "项问题，有关单位要查找制度和管理上的原因，",
        )
        yield "完善制度，防止再次发生。"


def _usage(year: EditionYear) -> str:
    """That results are used as the scheme says; nothing where it says nothing."""
    return (
        "考核结果按照考核实施方案的规定运用，各单位要对照考核反馈改进工作。"
        if year.scheme.result_usage
        else ""
    )


def _departments(problems: list[Problem]) -> str:
    """`党建工作部、安全监察部`, each once, in the order of the ledger."""
    return listed(tuple(dict.fromkeys(problem.supervisor_dept for problem in problems)))
