"""The site that stands: what was made of it, and which files are there.

Read from the disk, or remembered by the process that wrote it, where nobody else writes: there are tens of
thousands of files to look for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.books.changes import files_below
from generator.books.state import SiteState, read_state, state_file


@dataclass(frozen=True)
class Standing:
    """A site as it was before a build."""

    state: SiteState
    present: frozenset[str]
    """Its files; those of a site without a state are of no use."""


@dataclass
class Remembered:
    """The site a process wrote, as long as its state on the disk is the one that process wrote."""

    _state: SiteState | None = None
    _mark: tuple[int, int, int] | None = None
    """Of the file of the state."""

    def standing(self, out_dir: Path, code: str) -> Standing:
        """The site in that folder; it counts as none when other code made it."""
        known = self._known(out_dir)
        return Standing(known, known.files) if known and known.code == code else standing(out_dir, code)

    def files(self, out_dir: Path) -> frozenset[str]:
        """Every file of the site in that folder: those that were written, or those that lie there."""
        known = self._known(out_dir)
        return known.files if known else frozenset(files_below(out_dir))

    def wrote(self, out_dir: Path, state: SiteState) -> None:
        """That this is what stands there now."""
        self._state, self._mark = state, _mark(out_dir)

    def _known(self, out_dir: Path) -> SiteState | None:
        return self._state if self._mark == _mark(out_dir) else None


def standing(out_dir: Path, code: str) -> Standing:
    """The site in that folder, file by file."""
    state = read_state(out_dir, code)
    return Standing(state, frozenset(files_below(out_dir)) if state.books else frozenset())


def _mark(out_dir: Path) -> tuple[int, int, int] | None:
    """Changes whenever the state is written; None when there is none."""
    try:
        found = state_file(out_dir).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
