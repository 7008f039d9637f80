"""通报表彰 counted: by state, by kind of recipient, by type and by unit (domain.md 8.2).

Only what is announced counts, and nothing before the decision: until then a commendation is internal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.cells import cells
from generator.figures.figure import Basis, Figure
from generator.figures.heads import Head
from generator.figures.rule import Rule, Subject
from generator.model.commendations import Commendation
from generator.model.terms import CommendationStatus, CommendationType, PublicationItem, RecipientKind
from generator.model.year import Year

COUNTED = {RecipientKind.COLLECTIVE: "个", RecipientKind.PERSON: "名", RecipientKind.CASE: "项"}
"""Measure words of those commended."""
ANNOUNCED = (CommendationStatus.COMMENDED, CommendationStatus.IN_NOTICE, CommendationStatus.NOTICE_ENDED)
"""Those that stand."""
PUBLIC = (*ANNOUNCED, CommendationStatus.REVOKED)
"""A revoked commendation keeps its place, marked; recommended, reviewed and disputed ones are internal."""


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.COMMENDATIONS, label, formula, "domain.md 8.2")


BY_STATE = _rule("各状态表彰数", "表彰名单中为该状态的，每个对象计一项")
BY_KIND = _rule("已表彰的集体、个人和案例", "已表彰的对象，按对象类别分别计数")
BY_TYPE = _rule("各类别表彰数", "该类别公示中、公示结束和已表彰的对象，不含已撤销的")
OF_UNIT = _rule("单位表彰数", "已表彰的集体为本单位，或者个人、案例属于本单位的")
COMMENDATION_RULES = (BY_STATE, BY_KIND, BY_TYPE, OF_UNIT)


def commendation_figures(year: Year) -> Iterator[Figure]:
    """By state, kind and type, those there are; then of every unit assessed."""
    if year.cycle.decided_on is None:
        return
    rows = [one for one in year.commendations if one.status in PUBLIC]
    for state in PUBLIC:
        own = [one for one in rows if one.status is state]
        yield _count(_head(state.value, f"{state.label}的表彰"), BY_STATE, own)
    commended = [one for one in rows if one.status is CommendationStatus.COMMENDED]
    for kind, unit in COUNTED.items():
        own = [one for one in commended if one.recipient_kind is kind]
        if own:
            yield _count(_head(f"kinds.{kind.value}", f"已表彰的{kind.label}"), BY_KIND, own, unit)
    yield from _types(rows)
    for one in year.units:
        own = [row for row in commended if row.unit_id == one.id]
        head = Head(f"units.{one.id}.commendations", OF_UNIT.label, PublicationItem.COMMENDATIONS, one.id)
        yield _count(head, OF_UNIT, own)


def _types(rows: Sequence[Commendation]) -> Iterator[Figure]:
    """A type whose commendations were all revoked counts none."""
    for kind in CommendationType:
        own = [one for one in rows if one.type is kind]
        if own:
            standing = [one for one in own if one.status in ANNOUNCED]
            yield _count(
                _head(f"types.{kind.value}", kind.label), BY_TYPE, standing, COUNTED[own[0].recipient_kind]
            )


def _count(head: Head, rule: Rule, rows: Sequence[Commendation], unit: str = "项") -> Figure:
    basis = Basis(rule, f"符合条件的{len(rows)}{unit}", sources=cells(rows, "status"))
    return head.count(len(rows), basis, unit)


def _head(key: str, label: str) -> Head:
    return Head(f"company.commendations.{key}", label, PublicationItem.COMMENDATIONS)
