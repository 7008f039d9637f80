"""Records become the dataclasses of the model by field name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from generator.intake.records import Layout, Record, into
from generator.model.terms import Component
from generator.problems import Place

PLACE = Place("data/2025/cycle.yml", 3)


def record(**values: object) -> Record:
    """A record of these values."""
    return Record(values, PLACE, Layout({name: name.upper() for name in values}))


@dataclass(frozen=True)
class Step:
    """A nested model class."""

    title: str
    origin: Place


@dataclass(frozen=True)
class Cycle:
    """A model class with each way of nesting."""

    year: int
    steps: tuple[Step, ...]
    chief: Step | None
    deputy: Step | None
    by_name: Mapping[str, Step]
    units: tuple[str, ...]
    weights: Mapping[str, int]


def test_a_mapping_knows_the_lines_of_its_keys() -> None:
    """A problem of one setting is told on the line of that setting, not on the first of its block."""
    place = Place("data/2025/scheme.yml", 44, "组别 › 第1项")
    layout = Layout(
        {"title": "组别 › 第1项 › 名称"},
        {"title": 45},
        {("title", Component.PARTY): Place(place.file, 48), ("title", 1): Place(place.file, 49)},
    )
    origin = into(Step, Record({"title": "生产单位"}, place, layout)).origin
    assert origin == place
    assert str(origin.key("名称")) == "data/2025/scheme.yml 第45行 「组别 › 第1项 › 名称」"
    assert origin.key("名称 › 党建考核").line == 48
    assert origin.key("名称 › 第2项").line == 49
    assert origin.key("权重").line == 44


def test_into_nests() -> None:
    """Records inside become dataclasses inside: alone, optional, in tuples and in mappings."""
    step = record(title="部署")
    made = Step("部署", PLACE)
    found = into(
        Cycle,
        record(
            year=2025,
            steps=(step,),
            chief=step,
            deputy=None,
            by_name={"a": step},
            units=("u01",),
            weights={"a": 1},
        ),
    )
    assert found == Cycle(2025, (made,), made, None, {"a": made}, ("u01",), {"a": 1})


@pytest.mark.parametrize("values", [{}, {"title": "部署", "extra": 1}])
def test_names_must_fit(values: dict[str, object]) -> None:
    """A model class and a contract that disagree are a mistake of the program."""
    with pytest.raises(TypeError):
        into(Step, record(**values))


def test_only_dataclasses() -> None:
    """Only dataclasses can be filled by name."""
    with pytest.raises(TypeError):
        into(dict, record(title="部署"))
