"""How many leaves the indicator system has, and what they are worth."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures import Figure
from tests.scoring.builders import leaf, unit, year

from .test_settings import of

Found = Mapping[str, Figure]


def test_the_sample_has_its_45_leaves_of_100_points(found: Found) -> None:
    """The areas add up to the whole, and so do 规定动作 and 创新举措."""
    assert (found["indicators.areas"].value, found["indicators.leaves"].value) == (6, 45)
    assert found["indicators.points"].text == "100"
    for part in ("areas", "kinds"):
        rows = [one for key, one in found.items() if key.startswith(f"indicators.{part}.")]
        assert sum(int(one.value or 0) for one in rows if one.key.endswith(".leaves")) == 45
        assert sum(float(one.value or 0) for one in rows if one.key.endswith(".points")) == 100
    assert [place.line for place in found["indicators.points"].basis.sources] == list(range(2, 47))


def test_an_area_without_leaves_is_worth_nothing() -> None:
    """0, which is what it is worth; only B has a leaf."""
    found = of(year([unit()], [leaf("B2.1")]))
    assert found["indicators.areas.A.points"].basis.worked == "0＝0"
    assert [found[f"indicators.areas.{code}.leaves"].text for code in "AB"] == ["0", "1"]
