"""The weighted components of a unit."""

from decimal import Decimal

from generator.model.terms import Component
from generator.scoring.composite import composite, unit_composite
from generator.scoring.exact import rounded

from .builders import WEIGHTS, component, d, unit, year
from .test_ballots import board

SCORES: dict[Component, Decimal | None] = {
    Component.BALLOT: board().score,
    Component.SUPERIOR: d("91.00"),
    Component.PARTY: d("97.50"),
    Component.KPI: d("93.20"),
}


def test_the_worked_composite() -> None:
    """27.0621 + 18.2000 + 24.3750 + 23.3000 = 92.9371 → 92.94."""
    it = composite(WEIGHTS, SCORES)
    points = [rounded(part.points, 4) for part in it.components if part.points is not None]
    assert points == [d("27.0621"), d("18.2000"), d("24.3750"), d("23.3000")]
    assert it.score is not None
    assert (rounded(it.score, 4), it.rounded) == (d("92.9371"), d("92.94"))


def test_components_keep_full_precision() -> None:
    """Already rounded components would give 92.9380."""
    it = composite(WEIGHTS, {**SCORES, Component.BALLOT: d("90.21")})
    assert it.score == d("92.9380")


def test_a_missing_component_leaves_no_composite() -> None:
    """The others stay visible."""
    it = composite(WEIGHTS, {**SCORES, Component.KPI: None})
    assert (it.score, it.rounded, it.part(Component.PARTY), it.part(Component.KPI)) == (
        None,
        None,
        d("97.50"),
        None,
    )


def test_a_component_without_weight_is_not_needed() -> None:
    """A department without production figures."""
    weights = {Component.PARTY: d("0.6"), Component.SUPERIOR: d("0.4"), Component.KPI: d("0")}
    it = composite(weights, SCORES)
    assert (it.score, len(it.components)) == (d("94.9"), 2)


def test_computed_components_come_before_typed_ones() -> None:
    """Typed 民主测评 and 党建考核 stand in only where nothing was computed."""
    rows = tuple(component("u01", which, "80") for which in Component)
    assessed = year([unit()], components=rows)
    typed = unit_composite(assessed, unit(), None, None)
    computed = unit_composite(assessed, unit(), None, board())
    assert typed is not None
    assert typed.score == 80
    assert computed is not None
    assert computed.part(Component.BALLOT) == board().score


def test_nothing_known_or_no_such_group_is_none() -> None:
    """Never an exception."""
    rows = (component("u01", Component.KPI, "80"),)
    assert unit_composite(year([unit()]), unit(), None, None) is None
    assert unit_composite(year([unit()], components=rows), unit(group="没有的组"), None, None) is None
