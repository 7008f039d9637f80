"""Files in which nothing was seen the last time: nothing will be while they are as they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.gate.keys import Keys
from generator.gate.web import Web
from generator.store.marks import Mark, mark_of

Marks = tuple[Mark | None, Mark | None]
"""Of a file, and of the planned one it equals."""


def marks(file: Path, planned: Path) -> Marks:
    """Taken before the files are read: whoever changes them meanwhile changes the next ones."""
    return mark_of(file), mark_of(planned)


@dataclass
class Glances:
    """What is remembered of planned files that were not written by hand; with where the pages lead."""

    web: Web = field(default_factory=Web)
    _clean: dict[str, Marks] = field(default_factory=dict)
    _plain: dict[str, Mark] = field(default_factory=dict)
    _keys: Keys | None = None

    def hold_for(self, keys: Keys) -> None:
        """Forget all of them when a figure is withheld that was not."""
        before, self._keys = self._keys, keys
        if before is not None and keys.withholds_more(before):
            self._clean.clear()

    def is_clean(self, path: str, now: Marks) -> bool:
        """Whether nothing was seen in a file that has been as it is."""
        return None not in now and self._clean.get(path) == now

    def note(self, path: str, then: Marks) -> None:
        """That nothing was seen in a file."""
        self._clean[path] = then

    def is_plain(self, path: str, now: Mark | None) -> bool:
        """Whether a planned file, which has been as it is, held nothing that looks like a token."""
        return now is not None and self._plain.get(path) == now

    def note_plain(self, path: str, then: Mark | None) -> None:
        """That it does not."""
        if then is not None:
            self._plain[path] = then
