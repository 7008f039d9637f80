"""A book planned and printed by another process, here or on a machine that sees the same folders."""

from __future__ import annotations

import errno
import os
import pickle
import secrets
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.books.book import Place
from generator.books.build import Printed, Site, Workshop, printed
from generator.books.memory import without_collection
from generator.books.version import content_digest
from generator.crew.crew import ALONE
from generator.crew.turn import turn
from generator.editions.edition import Edition, EditionYear
from generator.editions.told import compared
from generator.pages.page import Book
from generator.pages.plan import plan_book
from generator.problems import ConfigError
from generator.store.kept import field_values, kept
from generator.store.pack import read_pack, write_pack

PARTS = ".parts"
"""Below the stage: years to be planned from, and books as they come back."""
WORTH = 4_000_000
"""Bytes of data whose books take longer to print than another process to start and load MkDocs."""


@dataclass(frozen=True)
class Copy:
    """A book as one site wants it."""

    workshop: Workshop
    place: Place
    written: str
    """Digest of the hand-written pages."""

    def printed(self, book: Book) -> Printed:
        """Print it; what is written lies in a folder nobody else writes to."""
        if content_digest(self.workshop.content / book.name) != self.written:
            raise ConfigError(f"工作进程看到的手写页面与本机不同，请使用共享文件夹：{self.workshop.content}")
        # One that was thought lost may still be at it while another begins anew.
        stage = self.place.stage.with_name(f"{book.name}-{secrets.token_hex(8)}")
        stage.mkdir()
        return printed(book, self.workshop, replace(self.place, stage=stage))


@dataclass(frozen=True)
class Errand:
    """A book to be made elsewhere."""

    edition: bytes
    """Pickled: as the book of its last year sees it, whose years lie in packs of their own."""
    copies: tuple[Copy, ...]
    """One for each site."""
    folder: Path
    """Where paths begin."""

    def __call__(self) -> Path:
        """Plan it, and print it for each site; in which file it says what was printed.

        That is too much for the pipe between two processes (`Crew.at_work`).
        """
        with turn(self.folder), without_collection():
            edition: Edition = pickle.loads(self.edition)  # noqa: S301 - written by `Errands`
            book = plan_book(edition, edition.years[-1])
            made = tuple(copy.printed(book) for copy in self.copies)
            file = made[0].stage.with_suffix(".printed")
            file.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
            return file


@dataclass
class Errands:
    """The books that others are making, oldest first."""

    sites: Sequence[Site]
    """That get each of them."""
    executor: Executor
    away: list[tuple[str, Future[Path]]] = field(default_factory=list)
    """With the digest of what each was planned from; in a file what came of it."""
    compared: EditionYear | None = None
    """The year sent last, as the book of the next one sees it."""

    def send(self, edition: Edition, source: str) -> None:
        """Have the book of its last year made."""
        name = str(edition.years[-1].year)
        lain = pickle.dumps(self._put_down(edition), pickle.HIGHEST_PROTOCOL)
        errand = Errand(lain, tuple(_copy(site, name) for site in self.sites), Path.cwd())
        self.away.append((source, self.executor.submit(_run, errand)))

    def _put_down(self, edition: Edition) -> Edition:
        """The same with its last year in a pack, where the next one finds it to compare with."""
        *earlier, year = edition.years
        if self.compared is not None and earlier and earlier[-1].year == self.compared.year:
            earlier[-1] = self.compared
        file = self.sites[0].stage / PARTS / f"{year.year}.pack"
        write_pack(file, {**field_values(year, "year"), "compared": compared(year).figures})
        if (pack := read_pack(file)) is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file))
        self.compared = kept(EditionYear, pack, "year", figures="compared")
        return replace(edition, years=(*earlier, kept(EditionYear, pack, "year")))

    def collect(self, *, wait: bool) -> None:
        """Take what came back, in the order it was sent; the first error is raised."""
        while self.away and (wait or self.away[0][1].done()):
            source, future = self.away.pop(0)
            made: tuple[Printed, ...] = pickle.loads(future.result().read_bytes())  # noqa: S301 - written by `Errand`
            for site, one in zip(self.sites, made, strict=True):
                site.take(one, source)


@contextmanager
def errands(sites: Sequence[Site], books: int, size: int) -> Iterator[Errands | None]:
    """Others to make so many books of data of that size in bytes; None when it is not worth the while."""
    crew = sites[0].workshop.crew if sites else ALONE
    if crew.alone or not books or (crew.cluster is None and size < WORTH):
        yield None
        return
    parts = [site.stage / PARTS for site in sites]
    for folder in parts:
        folder.mkdir()
    with crew.at_work(books, parts[0], busy=1) as executor:
        sent = Errands(sites, executor)
        yield sent
        sent.collect(wait=True)
    for folder in parts:
        shutil.rmtree(folder)


def _copy(site: Site, name: str) -> Copy:
    """The book of that name as the site wants it."""
    shop = replace(site.workshop, crew=ALONE)
    place = replace(site.place(name), stage=site.stage / PARTS / name, by_page=False)
    return Copy(shop, place, content_digest(shop.content / name))


def _run(errand: Errand) -> Path:
    return errand()
