"""Which rows the words of a page stand in: every text of the data is looked for on it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.contract.fields import Audience
from generator.explaining.rows import Rows
from generator.gate.cells import Cell, cells
from generator.gate.rows import Limits
from generator.intake.records import Records
from generator.model.terms import ItemAudience, PublicationItem
from generator.problems import Place

WHOLE = 6
"""Characters of a text that is looked for between two tags; shorter ones stand there by chance."""
INSIDE = 12
"""Characters of one that is looked for inside longer ones too."""
_TAG = re.compile(r"<[^<>]*>")
_LIMITS = Limits(dict.fromkeys(PublicationItem, ItemAudience.GROUP))


@dataclass(frozen=True)
class Words:
    """Where the words of one file come from."""

    sure: tuple[Place, ...]
    doubtful: tuple[Place, ...]
    """Cells of which several hold the same text: one of them is it, or all."""


class Said:
    """The words of one file."""

    def __init__(self, text: str) -> None:
        pieces = [_plain(html.unescape(piece)) for piece in _TAG.split(text)]
        self._whole = frozenset(pieces)
        self._joined = "\n".join(pieces)
        self._asked: dict[str, bool] = {}

    def has(self, text: str) -> bool:
        """Whether the text stands there."""
        if text not in self._asked:
            inside = len(text) >= INSIDE and text in self._joined
            self._asked[text] = len(text) >= WHOLE and (text in self._whole or inside)
        return self._asked[text]


def words(path: str, said: Said, records: Records, rows: Rows, audience: Audience) -> Words:
    """The cells of the data this audience may see whose text is in the file.

    Of rows with the same text those are taken that are about what the address names: `2025-u03-012`, `u03`.
    """
    named = PurePosixPath(path).with_suffix("").parts[::-1]
    sure: list[Place] = []
    doubtful: list[Place] = []
    for places in _groups(said, records, audience).values():
        own = _about(places, named, rows)
        if len(places) == 1 or own:
            sure += own or places
        else:
            doubtful += places
    return Words(tuple(sure), tuple(doubtful))


def _about(places: Sequence[Place], named: Sequence[str], rows: Rows) -> Sequence[Place]:
    """Those about the last thing an address names, or else about the one before, and so on."""
    found = ([place for place in places if rows.is_about(place, one)] for one in named)
    return next(filter(None, found), [])


def _groups(said: Said, records: Records, audience: Audience) -> Mapping[tuple[str, str], list[Place]]:
    """Cells whose text is said, by text and table; a folder of documents is one table."""
    entries = [one for folder in records.folders() for one in folder.collections.values()]
    documents = {record.place.file for one in entries for record in one.values()}
    groups: dict[tuple[str, str], list[Place]] = {}
    for cell in cells(records, _LIMITS):
        text = _plain(cell.text)
        if _sees(audience, cell) and said.has(text):
            file = cell.place.file
            table = file.rpartition("/")[0] if file in documents else file
            groups.setdefault((table, text), []).append(cell.place)
    return groups


def _sees(audience: Audience, cell: Cell) -> bool:
    return cell.reach is not ItemAudience.NONE and audience.sees(Audience(cell.reach.value))


def _plain(text: str) -> str:
    return "".join(text.split())
