"""A book planned and printed by another process, here or on a machine that sees the same folders."""

from __future__ import annotations

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
from generator.editions.edition import Edition
from generator.pages.plan import plan_book
from generator.problems import ConfigError

PARTS = ".parts"
"""Below the stage: editions to be planned from, and books as they come back."""
WORTH = 2_000_000
"""Bytes of data whose books take longer to print than another process to start, about a second."""


@dataclass(frozen=True)
class Errand:
    """A book to be made elsewhere."""

    edition: Path
    """File with the edition as the book of its last year sees it."""
    workshop: Workshop
    place: Place
    folder: Path
    """Where paths begin."""
    written: str
    """Digest of the hand-written pages."""

    def __call__(self) -> Printed:
        """Plan and print it; what is written lies in a folder nobody else writes to."""
        with turn(self.folder), without_collection():
            edition: Edition = pickle.loads(self.edition.read_bytes())  # noqa: S301 - written by `Errands`
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

    def send(self, edition: Edition, source: str) -> None:
        """Have the book of its last year made."""
        name = str(edition.years[-1].year)
        shop, parts = replace(self.site.workshop, crew=ALONE), self.site.stage / PARTS
        file = parts / f"{name}.edition"
        file.write_bytes(pickle.dumps(edition, pickle.HIGHEST_PROTOCOL))
        place = replace(self.site.place(name), stage=parts / name, by_page=False)
        errand = Errand(file, shop, place, Path.cwd(), content_digest(shop.content / name))
        self.away.append((source, self.executor.submit(_run, errand)))

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
