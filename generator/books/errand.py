"""A book planned and printed by another process, here or on a machine that sees the same folders."""

from __future__ import annotations

import errno
import os
import pickle
import secrets
import shutil
from collections.abc import Iterator
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
from generator.pages.plan import plan_book
from generator.problems import ConfigError
from generator.store.kept import field_values, kept
from generator.store.pack import read_pack, write_pack

PARTS = ".parts"
"""Below the stage: years to be planned from, and books as they come back."""
WORTH = 4_000_000
"""Bytes of data whose books take longer to print than another process to start and load MkDocs."""


@dataclass(frozen=True)
class Errand:
    """A book to be made elsewhere."""

    edition: bytes
    """Pickled: as the book of its last year sees it, whose years lie in packs of their own."""
    workshop: Workshop
    place: Place
    folder: Path
    """Where paths begin."""
    written: str
    """Digest of the hand-written pages."""

    def __call__(self) -> Printed:
        """Plan and print it; what is written lies in a folder nobody else writes to."""
        with turn(self.folder), without_collection():
            edition: Edition = pickle.loads(self.edition)  # noqa: S301 - written by `Errands`
            book = plan_book(edition, edition.years[-1])
            if content_digest(self.workshop.content / book.name) != self.written:
                raise ConfigError(
                    f"工作进程看到的手写页面与本机不同，请使用共享文件夹：{self.workshop.content}"
                )
            # One that was thought lost may still be at it while another begins anew.
            stage = self.place.stage.with_name(f"{book.name}-{secrets.token_hex(8)}")
            stage.mkdir()
            return printed(book, self.workshop, replace(self.place, stage=stage))


@dataclass
class Errands:
    """The books that others are making, oldest first."""

    site: Site
    executor: Executor
    away: list[tuple[str, Future[Printed]]] = field(default_factory=list)
    """With the digest of what each was planned from."""
    compared: EditionYear | None = None
    """The year sent last, as the book of the next one sees it."""

    def send(self, edition: Edition, source: str) -> None:
        """Have the book of its last year made."""
        name = str(edition.years[-1].year)
        shop, parts = replace(self.site.workshop, crew=ALONE), self.site.stage / PARTS
        lain = pickle.dumps(self._put_down(edition), pickle.HIGHEST_PROTOCOL)
        place = replace(self.site.place(name), stage=parts / name, by_page=False)
        errand = Errand(lain, shop, place, Path.cwd(), content_digest(shop.content / name))
        self.away.append((source, self.executor.submit(_run, errand)))

    def _put_down(self, edition: Edition) -> Edition:
        """The same with its last year in a pack, where the next one finds it to compare with."""
        *earlier, year = edition.years
        if self.compared is not None and earlier and earlier[-1].year == self.compared.year:
            earlier[-1] = self.compared
        file = self.site.stage / PARTS / f"{year.year}.pack"
        write_pack(file, {**field_values(year, "year"), "compared": compared(year).figures})
        if (pack := read_pack(file)) is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file))
        self.compared = kept(EditionYear, pack, "year", figures="compared")
        return replace(edition, years=(*earlier, kept(EditionYear, pack, "year")))

    def collect(self, *, wait: bool) -> None:
        """Take what came back, in the order it was sent; the first error is raised."""
        while self.away and (wait or self.away[0][1].done()):
            source, future = self.away.pop(0)
            self.site.take(future.result(), source)


@contextmanager
def errands(site: Site, books: int, size: int) -> Iterator[Errands | None]:
    """Others to make so many books of data of that size in bytes; None when it is not worth the while."""
    crew = site.workshop.crew
    if crew.alone or not books or (crew.cluster is None and size < WORTH):
        yield None
        return
    parts = site.stage / PARTS
    parts.mkdir()
    with crew.at_work(books, parts, busy=1) as executor:
        sent = Errands(site, executor)
        yield sent
        sent.collect(wait=True)
    shutil.rmtree(parts)


def _run(errand: Errand) -> Printed:
    return errand()
