"""Edits of YAML documents, and of which documents and tables there are."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st

from tests.books.edits.tables import text_of
from tests.books.edits.world import Draw, Edit, World, remove

_WORDS = re.compile(
    r"^( *(?:- )?(?:[a-z_]+: |- )|[a-z_]+: )([^\"\n:]*[\u4e00-\u9fff][^\"\n:]*)$", re.MULTILINE
)
"""A line whose value is Chinese words."""


def change_words(world: World, draw: Draw) -> None:
    """Other words in a report, a case, a portrait, a scheme, a cycle."""
    file = draw(st.sampled_from(world.documents()))
    text = text_of(file)
    if places := list(_WORDS.finditer(text)):
        end = draw(st.sampled_from(places)).end()
        file.write_text(f"{text[:end]}（{draw(st.sampled_from('一二三'))}）{text[end:]}", encoding="utf-8")


def come_and_go(world: World, draw: Draw) -> None:
    """A report, a case, a portrait or a whole table goes, or one of the beginning comes back."""
    there = set(world.state().files)
    gone = sorted(path for path in world.first.files if path.startswith("data/") and path not in there)
    if not gone or draw(st.booleans()):
        remove(draw(st.sampled_from([*_members(world), *world.tables()])))
    else:
        file = world.root / draw(st.sampled_from(gone))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(world.first.files[file.relative_to(world.root).as_posix()])


def number_case(world: World, draw: Draw) -> None:
    """A case gets another number, wherever it is named in its year; or one like it has that number."""
    if cases := sorted(world.data.glob("*/cases/*.yml")):
        case = draw(st.sampled_from(cases))
        other = case.with_stem(f"{case.stem[:-2]}{draw(st.integers(10, 99))}")
        if draw(st.booleans()):
            other.write_text(text_of(case).replace(case.stem, other.stem), encoding="utf-8")
            return
        for file in (one for one in case.parents[1].rglob("*.*") if case.stem in text_of(one)):
            file.write_text(text_of(file).replace(case.stem, other.stem), encoding="utf-8")
        case.rename(other)


def _members(world: World) -> list[Path]:
    return [one for one in world.documents() if one.parent.name in ("reports", "cases", "portraits")]


EDITS: tuple[Edit, ...] = (change_words, come_and_go, number_case)
