"""What closed years gave, kept from build to build: what later books and the shelf read of them.

One pack a year, beside the site. It is found again only under the digest it was kept under, which changes
with the files of its year, of the years before, and with the program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.books.standing import Remembered
from generator.editions.edition import EditionYear
from generator.model.tables import YearTables
from generator.model.year import Year
from generator.problems import Problem
from generator.review import READ_LATER
from generator.scoring.assess import Assessment
from generator.scoring.assessed import AssessedYear
from generator.store.again import Memory
from generator.store.kept import field_values, kept
from generator.store.pack import Pack, read_pack, write_pack

_PROBLEMS = "problems.pack"
SEARCH = "search.pack"
"""What came of asking the search for every name; kept by who asks."""


@dataclass(frozen=True)
class Handover:
    """What the year after is worked out from, besides what all later years read."""

    assessed: AssessedYear
    """As the audience sees it."""
    keys: Collection[str]
    """Of the figures published."""
    compared: EditionYear


@dataclass(frozen=True)
class Closed:
    """A year as later ones need it."""

    tables: YearTables
    """Only what checks of later years read (`READ_LATER`)."""
    units: tuple[str, ...]
    """Ids of the units assessed."""
    problems: tuple[Problem, ...]
    """What the check says of it: warnings and less."""
    told: EditionYear
    handover: Handover | None = None


@dataclass
class Cabinet:
    """The packs of one site; what was found once stays at hand."""

    folder: Path
    memory: Memory | None = None
    """Of the work on the open year, for a program that builds again and again."""
    remembered: Remembered | None = None
    """The site itself, where nobody else writes into its folder."""
    _found: dict[int, tuple[str, bool, Closed]] = field(default_factory=dict)
    """By year: the digest, whether the handover is there, and the year."""
    _new: set[Path] = field(default_factory=set)
    """Files put there by this build."""

    def find(self, year: int, key: str, *, handover: bool) -> Closed | None:
        """The year under that digest, with its handover if asked for; None when it is not there."""
        known = self._found.get(year)
        if known is not None and known[0] == key and (known[1] or not handover):
            return known[2]
        pack = read_pack(self._file(year))
        if pack is None or pack["key"] != key or (handover and "keys" not in pack.places):
            return None
        found = _closed(pack)
        self._found[year] = (key, found.handover is not None, found)
        return found

    def keep(self, year: int, key: str, closed: Closed, *, handover: bool) -> Closed:
        """Put the year away, with its handover or without; the year as it will be found."""
        values: dict[str, object] = {"key": key, "units": closed.units, "problems": closed.problems}
        values |= {f"tables.{name}": getattr(closed.tables, name) for name in ("year", "broken", *READ_LATER)}
        values |= field_values(closed.told, "told")
        if handover and closed.handover is not None:
            values |= field_values(closed.handover.assessed.year, "year")
            values |= field_values(closed.handover.assessed.assessment, "assessment")
            values |= {"keys": closed.handover.keys, "compared.figures": closed.handover.compared.figures}
            values |= {"compared.units": closed.handover.compared.units}
        self._new.add(self._file(year))
        write_pack(self._file(year), values)
        self._found.pop(year, None)
        found = self.find(year, key, handover=handover)
        return closed if found is None else found

    def problems(self, key: str) -> tuple[Problem, ...] | None:
        """What the check said of all data under that digest; None when it was not kept."""
        pack = read_pack(self.folder / _PROBLEMS)
        if pack is None or pack["key"] != key:
            return None
        return pack["problems"]  # type: ignore[return-value] # as it was kept

    def keep_problems(self, key: str, problems: tuple[Problem, ...]) -> None:
        """Keep what the check says of all data."""
        write_pack(self.folder / _PROBLEMS, {"key": key, "problems": problems})

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What is put away inside the block goes again when it fails: that leaves nothing behind."""
        self._new.clear()
        try:
            yield
        except BaseException:
            for file in self._new:
                file.unlink(missing_ok=True)
            self._found.clear()
            if self.folder.is_dir() and not any(self.folder.iterdir()):
                self.folder.rmdir()
            raise

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Inside the block work on the open year is not done again for what it was done with before."""
        if self.memory is None:
            yield
            return
        with self.memory.opened():
            yield

    def keep_only(self, years: Collection[int]) -> None:
        """Remove what is kept of years that are gone."""
        names = {_PROBLEMS, SEARCH, *(self._file(year).name for year in years)}
        for file in self.folder.glob("*.pack"):
            if file.name not in names:
                file.unlink()

    def _file(self, year: int) -> Path:
        return self.folder / f"{year}.pack"


def _closed(pack: Pack) -> Closed:
    told = kept(EditionYear, pack, "told")
    return Closed(
        tables=kept(YearTables, pack, "tables"),
        units=pack["units"],  # type: ignore[arg-type] # as `keep` wrote it
        problems=pack["problems"],  # type: ignore[arg-type]
        told=told,
        handover=_handover(pack) if "keys" in pack.places else None,
    )


def _handover(pack: Pack) -> Handover:
    assessed = AssessedYear(kept(Year, pack, "year"), kept(Assessment, pack, "assessment"))
    compared = kept(EditionYear, pack, "told", figures="compared.figures", units="compared.units")
    return Handover(assessed, pack["keys"], compared)  # type: ignore[arg-type] # as `keep` wrote it
