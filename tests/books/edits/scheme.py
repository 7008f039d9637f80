"""Edits of the scheme and of 数据截至."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st

from generator.contract.publication import DEFAULT
from tests.books.edits.tables import text_of
from tests.books.edits.world import Draw, Edit, World

_THRESHOLDS = ("amber_days", "behind_amber", "behind_red", "notice_days", "party_total_cap")
_WEIGHTS = re.compile(r"^      (superior|party): (\d+)%$", re.MULTILINE)
_AS_OF = re.compile(r"^as_of: \S+", re.MULTILINE)


def change_weights(world: World, draw: Draw) -> None:
    """One percent from 上级评价 to 党建考核, in every group of a year."""
    file = _year(world, draw) / "scheme.yml"
    shift = {"superior": -1, "party": 1}
    text = _WEIGHTS.sub(lambda one: f"      {one[1]}: {int(one[2]) + shift[one[1]]}%", text_of(file))
    file.write_text(text, encoding="utf-8")


def change_threshold(world: World, draw: Draw) -> None:
    """From when on a light is amber, how long a notice lasts, how much counts."""
    file, name = _year(world, draw) / "scheme.yml", draw(st.sampled_from(_THRESHOLDS))
    pattern = re.compile(rf"^( *{name}): (\d+)$", re.MULTILINE)
    file.write_text(
        pattern.sub(lambda one: f"{one[1]}: {int(one[2]) + 1}", text_of(file), 1), encoding="utf-8"
    )


def change_publication(world: World, draw: Draw) -> None:
    """An item reaches more people or fewer than by default."""
    file = _year(world, draw) / "scheme.yml"
    text = re.sub(r"^publication:\n(?:  .*\n)+", "", text_of(file), flags=re.MULTILINE)
    item = draw(st.sampled_from(list(DEFAULT)))
    audience = draw(st.sampled_from(list(type(DEFAULT[item]))))
    file.write_text(f"{text.rstrip()}\npublication:\n  {item.label}: {audience.label}\n", encoding="utf-8")


def change_as_of(world: World, draw: Draw) -> None:
    """数据截至 of a year, in its cycle."""
    file = _year(world, draw) / "cycle.yml"
    year = int(file.parent.name) + 1
    days = [f"{year}-{rest}" for rest in ("04-30", "06-29", "12-30")]
    file.write_text(_AS_OF.sub(f"as_of: {draw(st.sampled_from(days))}", text_of(file)), encoding="utf-8")


def _year(world: World, draw: Draw) -> Path:
    return world.data / str(draw(st.sampled_from(world.years)))


EDITS: tuple[Edit, ...] = (change_weights, change_threshold, change_publication, change_as_of)
