"""A meeting that does not stand says nothing about anybody (domain.md 3.3, 7.4)."""

from dataclasses import replace

from generator.model.terms import BoardGrade, Component, Dimension
from generator.scoring.assess import assess

from .builders import SCHEME, ballot_round, check, component, count, d, day, leaf, unit, year


def test_votes_of_a_void_meeting_bar_nobody_from_excellent() -> None:
    """Too few came, so the poor votes do not count; the typed 民主测评 stands in and 优秀 is suggested."""
    poor = tuple(count("A", dimension, "0/0/0/9/0") for dimension in Dimension)
    typed = {Component.BALLOT: "95", Component.SUPERIOR: "95", Component.KPI: "95"}
    one = year(
        [unit("u01"), unit("u02")],
        [leaf("B2.1", "100")],
        [check("u01"), check("u02")],
        ballots=poor,
        ballot_rounds=(ballot_round("A", "30/9/9/9/9"),),
        components=tuple(component("u01", which, score) for which, score in typed.items()),
        scheme=replace(SCHEME, quota=replace(SCHEME.quota, ratio=d("1"))),
    )
    suggestion = assess(one, None, day("2026-06-30")).units["u01"].suggestion
    assert suggestion is not None
    assert suggestion.grade is BoardGrade.EXCELLENT
