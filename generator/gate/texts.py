"""The texts of the data folder by folder, and which of them are withheld: what did not change stays known."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property

from generator.contract.fields import Audience, Document
from generator.gate.cells import Cell, FolderTexts, Kept, Tokens
from generator.gate.sayings import Sayings
from generator.gate.withheld import Rule, Withheld, reaches, withheld
from generator.intake.read import records_of
from generator.intake.records import Records
from generator.intake.stock import Stock
from generator.intake.typed import hand_over
from generator.model.tables import Tables
from generator.problems import DataError, has_errors
from generator.store.again import forgetting

SMALL = 5_000_000
"""Bytes of data that is held once it was read; ten years of 200 units would be a gigabyte of objects."""


@dataclass(frozen=True)
class Candidates:
    """The cells of one folder that may be withheld."""

    stock: str
    """Digest of what they were read from."""
    said: Sayings | None
    """What the edition says of that year; None of files that belong to none."""
    cells: tuple[Cell, ...]
    """Of those in one column with the same text the first."""
    counts: Mapping[Kept, int]
    """How many there are."""
    open: frozenset[int]
    """Hashes of the texts of all other cells: the audience may see them, and its edition says them."""


@dataclass(frozen=True)
class Judged:
    """What was withheld of one folder."""

    candidates: Candidates
    rule: Rule
    withheld: Withheld
    texts: frozenset[str]
    """All those that were judged."""

    def holds(self, candidates: Candidates, rule: Rule) -> bool:
        """Whether the same is withheld now."""
        return self.candidates is candidates and rule.judges_as(self.rule, self.texts)


@dataclass
class Texts:
    """Every text of all tables and documents, restricted ones too."""

    stock: Stock
    """As the assessment group may open it."""
    rule: Rule
    audience: Audience
    said: Mapping[int, Sayings]
    """What the edition says, by year."""
    known: dict[int | None, Candidates]
    """From one time to the next."""
    judged: dict[int | None, Judged]
    """The same of what came of them."""
    _read: dict[int | None, Records] = field(default_factory=dict)
    """By the year that was read with the top of the data folder."""

    @property
    def folders(self) -> tuple[int | None, ...]:
        """The top of the data folder, and the years."""
        return (None, *self.stock.found.years)

    def withheld(self, folder: int | None, token: Callable[[str], str]) -> Withheld:
        """What is withheld of a folder; DataError when a restricted file has errors.

        The `token` of a text must be the same each time.
        """
        candidates, known = self._candidates(folder), self.judged.get(folder)
        if known is not None and known.holds(candidates, self.rule):
            found, texts = known.withheld, known.texts
        else:
            found = withheld(candidates.cells, self.rule, token)
            texts = frozenset(cell.text for cell in candidates.cells)
        # The next rule is held against this one.
        self.judged[folder] = Judged(candidates, self.rule, found, texts)
        return found

    def counts(self, folder: int | None, masks: Tokens) -> Mapping[Kept, int]:
        """How many cells of a folder each token stands for."""
        found = self._candidates(folder).counts
        return {kept: found[kept] for kept in masks}

    def opened(self, folder: int | None, masks: Tokens) -> Iterator[int]:
        """Hashes of the texts no token stands for."""
        found = self._candidates(folder)
        yield from found.open
        yield from (hash(cell.text) for cell in found.cells if cell.kept not in masks)

    def masked(self, year: int, masks: Mapping[int | None, Tokens]) -> Tables:
        """The tables of one year with tokens in place of what is withheld."""
        return hand_over(self.masked_records([year], masks), self.stock.root)

    def masked_records(self, years: Sequence[int], masks: Mapping[int | None, Tokens]) -> Records:
        """The records of these years with tokens in place of what is withheld."""
        read = {year: self._records(year) for year in years}
        folders = {year: self._texts(year, records).masked(masks[year]) for year, records in read.items()}
        last = read[years[-1]]
        top = self._texts(None, last).masked(masks[None])
        return Records(top, folders, last.files, last.documents)

    def _candidates(self, folder: int | None) -> Candidates:
        stock = self.stock.digest(None) + (self.stock.digest(folder) if folder else "")
        said = self.said[folder] if folder else None
        known = self.known.get(folder)
        if known is None or known.stock != stock or known.said is not said:
            known = self.known[folder] = self._found(folder, stock, said)
        return known

    def _found(self, folder: int | None, stock: str, said: Sayings | None) -> Candidates:
        """Look through all cells of a folder."""
        seen: set[int] = set()
        counts: Counter[Kept] = Counter()
        first: dict[object, Cell] = {}
        with self._remembering(folder):
            for cell in self._texts(folder, self._records(folder)).cells():
                if said is not None and reaches(cell, self.audience) and said.says(cell.text):
                    seen.add(hash(cell.text))
                else:
                    counts[cell.kept] += 1
                    first.setdefault((cell.kept, cell.number, cell.place.file, cell.place.column), cell)
        return Candidates(stock, said, tuple(first.values()), counts, frozenset(seen))

    def _remembering(self, folder: int | None) -> AbstractContextManager[None]:
        """Closed years are not: they will not come again, and ten of them would be a gigabyte."""
        return nullcontext() if folder in (None, self.stock.found.years[-1]) else forgetting()

    def _records(self, folder: int | None) -> Records:
        if folder in self._read:
            return self._read[folder]
        found = self._read_now(folder)
        if folder in (None, self.stock.found.years[-1]) or self._is_small:
            self._read[folder] = found
        return found

    @cached_property
    def _is_small(self) -> bool:
        return sum(map(self.stock.size, self.stock.found.years)) < SMALL

    def _read_now(self, folder: int | None) -> Records:
        records, problems = records_of(self.stock, [] if folder is None else [folder])
        if has_errors(problems):
            raise DataError(problems)
        return records

    def _texts(self, folder: int | None, records: Records) -> FolderTexts:
        found = records.top if folder is None else records.by_year[folder]
        documents: dict[str, Document] = {one.name: one for one in records.documents}
        return FolderTexts(folder, found, self.rule.limits(folder, found), documents)


def digest(masks: Tokens, *more: str) -> str:
    """Of what is masked in a folder, and of more."""
    lines = sorted(f"{text}\0{reach.name}\0{personal}" for text, reach, personal in masks)
    return hashlib.sha256("\n".join((*lines, *more)).encode()).hexdigest()
