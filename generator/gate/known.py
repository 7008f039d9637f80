"""What is looked for in one folder, and what may be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.gate.keys import Keys
from generator.gate.needles import Needles, needles
from generator.gate.public import Public, Witness, siblings
from generator.gate.reference import Reference
from generator.gate.views import Reader, is_utf8

Expected = Mapping[str, Mapping[str, int]]
"""How often a page may hold each name, by the view's `how`."""


@dataclass(frozen=True)
class Known:
    """What the search goes by."""

    needles: Needles
    keys: Keys
    planned: Mapping[str, Path]
    """Files of the reference by path: what a folder must hold, byte for byte."""
    public: Public
    """The same without hand-written pages: what excuses a text."""
    handwritten: frozenset[str]
    reader: Reader

    def expected(self, path: str) -> Expected:
        """The names the planned page at a path has by rights; none for other files."""
        if path not in self.public.files:
            return {}
        views = self.reader.plain(self.public.files[path].read_bytes())
        return {view.how: self.needles.counted(view.text) for view in views}

    def fresh(self, path: str, content: bytes) -> bytes:
        """What pages beside it do not have: of text the lines, of anything else all of it."""
        if not is_utf8(content):
            return content
        beside = siblings(path, self.public.files)
        lines = {line for file in beside for line in file.read_bytes().splitlines()}
        return b"\n".join(line for line in content.splitlines() if line not in lines)


def known(made: Reference, reader: Reader, witnesses: dict[str, Witness] | None = None) -> Known:
    """What the reference makes known; the `witnesses` are kept from one time to the next."""
    return Known(
        needles=needles(made.withheld.guarded, made.withheld.unprinted, made.names),
        keys=Keys(made.keys),
        planned=made.planned,
        public=Public(made.public, {} if witnesses is None else witnesses),
        handwritten=made.handwritten,
        reader=reader,
    )
