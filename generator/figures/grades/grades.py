"""等次: by threshold, as suggested, as decided, and the quota of 优秀 (domain.md 7.2–7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.cells import cell, setting
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.grades.reasons import reason_cells, reason_needs, reason_operands
from generator.figures.heads import Head
from generator.figures.numerals import two
from generator.figures.rule import Rule, Subject
from generator.model.scheme import Grade, Quota
from generator.model.terms import PublicationItem
from generator.model.year import Year
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.exact import percent, plain
from generator.scoring.grades import GroupGrading, Suggestion

GRADED = Rule(
    Subject.GRADES,
    "定等次单位数",
    "本组有综合得分且定等次的单位，含一票否决的单位",
    "domain.md 7.3",
)
THRESHOLD = Rule(
    Subject.GRADES,
    "得分等次",
    "综合得分（两位小数）所在的等次区间，含下限、不含上限",
    "domain.md 7.2",
)
SUGGESTED = Rule(
    Subject.GRADES,
    "建议等次",
    "依次看得分等次、不定等次、一票否决、评优限制、组内位次和优秀名额",
    "domain.md 7.4",
)
DECIDED = Rule(Subject.GRADES, "审定等次", "党委会审定", "domain.md 7.4")
COMPARED = Rule(
    Subject.GRADES,
    "审定与建议",
    "审定等次与建议等次相比，不一致的应说明理由",
    "domain.md 7.4",
)


def grade_rules(quota: Quota) -> Iterator[Rule]:
    """From the grade of a score to the decision, and the quota."""
    yield from (THRESHOLD, GRADED, quota_rule(quota), SUGGESTED, DECIDED, COMPARED)


def quota_rule(quota: Quota) -> Rule:
    """优秀名额, rounded as set."""
    formula = f"定等次单位数×优秀比例，{_whole(quota)}"
    return Rule(Subject.GRADES, "优秀名额", formula, "domain.md 7.3")


def _whole(quota: Quota) -> str:
    """How the number of places becomes a whole one."""
    least = "，不足一名的给一名" if quota.min_one else ""
    return f"小数{quota.rounding.label}{least}"


def quota_figures(year: Year, assessment: Assessment) -> Iterator[Figure]:
    """n and 优秀名额 of each group."""
    for name, grading in assessment.gradings.items():
        units = [one for one in assessment.units.values() if one.unit.group == name]
        graded = _graded(name, grading, units)
        yield from (graded, _quota(year, name, grading, graded))


def grade_figures(year: Year, assessment: Assessment, unit: UnitAssessment) -> Iterator[Figure]:
    """Threshold, suggestion, decision, and whether the last two agree."""
    known: dict[str, Figure] = {}
    if unit.suggestion is not None:
        known["threshold"] = _threshold(year, unit, unit.suggestion)
        known["suggested"] = _suggested(year, assessment, unit, unit.suggestion)
    if unit.decision is not None and unit.decision.grade is not None:
        known["decided"] = _decided(year, unit)
        if "suggested" in known:
            known["compared"] = _compared(unit, known["suggested"], known["decided"])
    yield from known.values()


def _graded(name: str, grading: GroupGrading, units: list[UnitAssessment]) -> Figure:
    """Vetoed units count, 不定等次 does not (domain.md 7.3)."""
    members = [one for one in units if one.suggestion is not None and one.suggestion.rank is not None]
    basis = Basis(
        GRADED,
        f"符合条件的单位{grading.graded}个",
        tuple(
            Operand(one.unit.short_name, two(one.composite.score), f"units.{one.unit.id}.composite")
            for one in members
            if one.composite is not None
        ),
    )
    head = Head(f"groups.{name}.grades.graded", GRADED.label, PublicationItem.GRADES)
    return head.count(grading.graded, basis)


def _quota(year: Year, name: str, grading: GroupGrading, graded: Figure) -> Figure:
    rules = year.scheme.quota
    exact, rule = grading.graded * rules.ratio, quota_rule(rules)
    basis = Basis(
        rule,
        f"{grading.graded}×{percent(rules.ratio)}＝{plain(exact)}，{_whole(rules)}，名额{grading.quota}个",
        (graded.operand(), Operand("优秀比例", percent(rules.ratio))),
        (setting(rules.origin, "优秀比例"), setting(rules.origin, "取整")),
    )
    head = Head(f"groups.{name}.grades.quota", rule.label, PublicationItem.GRADES)
    return head.count(grading.quota, basis)


def _head(unit: UnitAssessment, key: str, label: str, item: PublicationItem) -> Head:
    return Head(f"units.{unit.unit.id}.grade.{key}", label, item, unit.unit.id)


def _threshold(year: Year, unit: UnitAssessment, suggestion: Suggestion) -> Figure:
    line = next((one for one in year.scheme.grades if one.grade is suggestion.threshold), None)
    score = unit.composite.rounded if unit.composite else None
    head = _head(unit, "threshold", THRESHOLD.label, PublicationItem.PRELIMINARY)
    if line is None or score is None:
        return head.word(None, Basis(THRESHOLD, "还没有综合得分，不计算"))
    basis = Basis(
        THRESHOLD,
        f"{_between(two(score), line)}，{line.grade.label}",
        (Operand("综合得分", two(score), f"units.{unit.unit.id}.composite"), *_lines(line)),
        (setting(line.origin, "下限"), *((setting(line.origin, "上限"),) if line.below is not None else ())),
    )
    return head.word(line.grade.label, basis)


def _between(score: str, line: Grade) -> str:
    """`80≤84.30＜90`."""
    return f"{plain(line.least)}≤{score}" + ("" if line.below is None else f"＜{plain(line.below)}")


def _lines(line: Grade) -> Iterator[Operand]:
    yield Operand(f"{line.grade.label}下限", plain(line.least))
    if line.below is not None:
        yield Operand(f"{line.grade.label}上限", plain(line.below))


def _suggested(year: Year, assessment: Assessment, unit: UnitAssessment, suggestion: Suggestion) -> Figure:
    threshold = suggestion.threshold.label if suggestion.threshold else None
    parts = (f"得分等次{threshold}" if threshold else "还没有得分等次", suggestion.text)
    basis = Basis(
        SUGGESTED,
        "；".join((*filter(None, parts), f"建议{suggestion.grade.label}")),
        reason_operands(year, assessment, unit, suggestion),
        reason_cells(year, unit, suggestion),
        reason_needs(suggestion),
    )
    head = _head(unit, "suggested", SUGGESTED.label, PublicationItem.PRELIMINARY)
    return head.word(suggestion.grade.label, basis)


def _decided(year: Year, unit: UnitAssessment) -> Figure:
    """Only once decided; never computed."""
    grade = unit.decision.grade if unit.decision else None
    label = grade.label if grade else None
    on, document = year.cycle.decided_on, year.cycle.decision_doc
    said = f"{on.isoformat() if on else ''}审定为{label}" + (f"（{document}）" if document else "")
    sources = (cell(unit.decision, "grade"),) if unit.decision else ()
    operands = tuple(Operand("审定文号", document) for _ in (1,) if document)
    basis = Basis(DECIDED, said, operands, sources)
    return _head(unit, "decided", DECIDED.label, PublicationItem.GRADES).word(label, basis)


def _compared(unit: UnitAssessment, suggested: Figure, decided: Figure) -> Figure:
    """Whether the decision follows the suggestion; a change is explained (step 9)."""
    same = suggested.value == decided.value
    reason = unit.decision.override_reason if unit.decision else None
    worked = f"建议{suggested.text}，审定{decided.text}"
    fields = ("grade", "override_reason") if reason else ("grade",)
    basis = Basis(
        COMPARED,
        worked if not reason else f"{worked}，理由：{reason}",
        (suggested.operand(), decided.operand()),
        tuple(cell(unit.decision, field) for field in fields) if unit.decision else (),
        frozenset({PublicationItem.COMPOSITE}) if reason else frozenset(),
    )
    head = _head(unit, "compared", COMPARED.label, PublicationItem.PRELIMINARY)
    return head.word("一致" if same else "调整", basis)
