"""What is looked for in one folder, and what may be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.gate.keys import Keys, keys, without
from generator.gate.needles import Needles, needles
from generator.gate.normal import normal, without_tags
from generator.gate.reference import Reference, files_of
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
    bare: Mapping[str, Path]
    """The same without hand-written pages: what excuses a name."""
    handwritten: frozenset[str]
    lines: frozenset[bytes]
    """Every line of the bare reference: nothing withheld is in one, in whatever form."""
    reader: Reader

    def expected(self, path: str) -> Expected:
        """The names the planned page at a path has by rights; none for other files."""
        if path not in self.bare:
            return {}
        views = self.reader.plain(self.bare[path].read_bytes())
        return {view.how: self.needles.counted(view.text) for view in views}

    def fresh(self, content: bytes) -> bytes:
        """What the reference does not have: of text the lines, of anything else all of it."""
        if not is_utf8(content):
            return content
        return b"\n".join(line for line in content.splitlines() if line not in self.lines)

    @cached_property
    def public_names(self) -> Mapping[str, int]:
        """Names some page has by rights: a person may write them on a page of their own."""
        found: set[str] = set()
        for text in publics(self.bare):
            found.update(self.needles.counted(text))
        return self.needles.excused(found)


def known(made: Reference, reader: Reader) -> Known:
    """What the reference makes known."""
    bare, planned = files_of(made.bare), files_of(made.site)
    public = tuple(publics(bare))
    return Known(
        needles=needles(made.withheld.guarded, made.withheld.unprinted, public, made.names),
        keys=without(keys(made.keys), public),
        planned=planned,
        bare=bare,
        handwritten=made.handwritten,
        lines=frozenset(line for file in bare.values() for line in file.read_bytes().splitlines()),
        reader=reader,
    )


def publics(files: Mapping[str, Path]) -> Iterator[str]:
    """What the files say, normal; lines that many pages share only once."""
    seen: set[str] = set()
    for path, file in files.items():
        if path.endswith((".html", ".json")):
            new = dict.fromkeys(file.read_text(encoding="utf-8", errors="replace").splitlines())
            fresh = "\n".join(line for line in new if line not in seen)
            seen.update(new)
            yield normal(fresh)
            yield normal(without_tags(fresh))
