"""The shelf with all its books, from plans to one folder: what changed is made, the rest stays."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.books.book import Place, print_book
from generator.books.changes import bring, staged
from generator.books.history import Reason, Run
from generator.books.manuscript import manuscript
from generator.books.printing import Output, data_files
from generator.books.standing import Remembered, standing
from generator.books.state import BookState, SiteState, root_of
from generator.books.version import code_digest
from generator.crew.crew import ALONE, Crew
from generator.pages.page import Book
from generator.rendering import LinkError

Progress = Callable[[str], None]


def quiet(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class BuiltBook:
    """What a build cost."""

    name: str
    pages: int
    seconds: float
    records: int
    """Things that can be found in it."""


@dataclass(frozen=True)
class BuiltSite:
    """A site as it is now."""

    books: tuple[BuiltBook, ...]
    """Oldest first; the shelf last."""
    changed: tuple[str, ...]
    """Files whose bytes are other than before, those that are new too."""

    @property
    def pages(self) -> int:
        """Of all books."""
        return sum(book.pages for book in self.books)


@dataclass(frozen=True)
class Workshop:
    """The folders of the project that are no data."""

    config_file: Path
    """`mkdocs.yml`."""
    templates: Path
    """`site_templates`."""
    content: Path
    """`content`: hand-written pages, one folder a year, and `shelf`."""
    offline: bool = False
    """Whether the site is to be searched when opened from a folder."""
    pdf: Path | None = None
    """Folder of the PDFs that are laid beside their documents; None for a site without."""
    crew: Crew = ALONE
    """Who works in it."""


@dataclass(frozen=True)
class Printed:
    """A book that was printed into a folder of its own."""

    name: str
    title: str
    state: BookState
    stage: Path
    """What was made anew."""
    seconds: float


def write_site(
    shelf: Book, books: Sequence[Book], out_dir: Path, workshop: Workshop, progress: Progress = quiet
) -> BuiltSite:
    """Write the shelf and its books into `out_dir`; if anything fails the old site stays as it was."""
    with writing(out_dir, workshop, progress) as site:
        for book in books:
            site.print(book)
        site.print(shelf)
        return site.finish()


@contextmanager
def writing(
    out_dir: Path, workshop: Workshop, progress: Progress = quiet, remembered: Remembered | None = None
) -> Iterator[Site]:
    """A site being written; nothing of it is seen before `finish`. `remembered` is what is there."""
    code = code_digest(workshop.templates, workshop.config_file)
    before = remembered.standing(out_dir, code) if remembered else standing(out_dir, code)
    with staged(out_dir) as stage:
        # As a person reads a clock.
        run = Run(before.state.run.number + 1, f"{dt.datetime.now():%Y-%m-%d %H:%M:%S}")  # noqa: DTZ005
        yield Site(out_dir, stage, workshop, before.state, before.present, run, progress, remembered)


@dataclass
class Site:
    """The books written so far; the shelf comes last, since it tells of all."""

    out_dir: Path
    stage: Path
    workshop: Workshop
    before: SiteState
    present: frozenset[str]
    """Files of the site before."""
    run: Run
    """This build."""
    progress: Progress
    remembered: Remembered | None = None
    made: dict[str, BookState] = field(default_factory=dict)
    built: list[BuiltBook] = field(default_factory=list)

    @property
    def sites(self) -> Sequence[Site]:
        """Itself."""
        return (self,)

    def is_written(self, name: str, source: str) -> bool:
        """Whether the book of that name is there, whole, and was planned from the same."""
        known = self.before.books.get(name)
        return known is not None and known.source == source and known.below(root_of(name)) <= self.present

    def keep(self, name: str) -> None:
        """Leave a book as it is."""
        self.made[name] = one = self.before.books[name]
        self.built.append(BuiltBook(name, one.pages, 0.0, one.records))

    def print(self, book: Book, source: str = "", *, by_page: bool = True) -> None:
        """Make of a book what is not there yet; `source` tells another time whether it must be planned.

        A book that changes once a year need not be compared `by_page`.
        """
        self.progress(f"生成 {book.title}（{len(book.pages)} 页）…")
        self._enter(
            printed(book, self.workshop, replace(self.place(book.name), by_page=by_page), self.made), source
        )

    def take(self, one: Printed, source: str) -> None:
        """Bring in a book that was printed elsewhere."""
        one.stage.rename(self.stage / one.name)
        self.progress(f"已生成 {one.title}（{one.state.pages} 页）")
        self._enter(one, source)

    def _enter(self, one: Printed, source: str) -> None:
        """Books may come back late: they are listed by name all the same, the shelf last."""
        made = {**self.made, one.name: replace(one.state, source=source)}
        self.made = dict(sorted(made.items(), key=lambda item: (not item[0], item[0])))
        self.built.append(BuiltBook(one.name, one.state.pages, one.seconds, one.state.records))
        self.built.sort(key=lambda book: (not book.name, book.name))

    def place(self, name: str) -> Place:
        """Where the book of that name goes."""
        root, before = root_of(name), self.before.books.get(name)
        known = before.below(root) & self.present if before else ()
        present = {path.removeprefix(root) for path in known}
        lost = Reason.BOOK if self.before.books else self.before.lost
        return Place(self.stage / name, self.workshop.config_file, before, present, lost, self.run)

    def finish(self) -> BuiltSite:
        """Bring it to its folder; LinkError when a book links to a page another does not have."""
        paths = {name: frozenset(one.paths) for name, one in self.made.items()}
        for one in self.made.values():
            for page, links in one.outer.items():
                for name, _, path in (link.partition("/") for link in links):
                    if path not in paths.get(name, ()):
                        raise LinkError(page, f"{name}/{path}" if name else path)
        state = replace(self.before, books=self.made, run=self.run)
        changed, kept = bring(self.stage, self.out_dir, self.present, state)
        if self.remembered is not None:
            self.remembered.wrote(self.out_dir, kept)
        return BuiltSite(tuple(self.built), changed)


def printed(book: Book, shop: Workshop, place: Place, made: Mapping[str, BookState] | None = None) -> Printed:
    """Print a book; the shelf tells of the books `made` before. Errors as `print_book`."""
    start, books = time.perf_counter(), made or {}
    book = replace(book, pdf=bool(book.name) and shop.pdf is not None)
    reserved = () if book.name else tuple(f"{name}/" for name in books)
    given = manuscript(book, content=shop.content, templates=shop.templates, reserved=reserved)
    beside = _pdfs(book, shop) if book.name else years_json(books, offline=shop.offline)
    state = print_book(replace(given, offline=shop.offline), place, tuple(beside))
    return Printed(book.name, book.title, state, place.stage, time.perf_counter() - start)


def _pdfs(book: Book, workshop: Workshop) -> Iterator[Output]:
    """The PDFs of the book's documents and booklets, which were made before."""
    if workshop.pdf is None:
        return
    for path in (*(sheet.pdf for sheet in book.sheets), *(booklet.path for booklet in book.booklets)):
        file = workshop.pdf / book.name / path
        status = file.stat()
        yield Output(path, (status.st_size, status.st_mtime_ns), file.read_bytes)


def years_json(
    books: Mapping[str, BookState], sealed: Collection[str] = (), *, offline: bool = False
) -> Iterator[Output]:
    """What books know of each other: the years, newest first, each one's unit pages and search records.

    The year switcher and the search read it.
    """
    years = [
        {
            "year": int(name),
            "path": f"{name}/",
            "sealed": name in sealed,
            "records": one.records,
            "pages": [path for path in one.paths if path.startswith("units/")],
        }
        for name, one in sorted(books.items(), reverse=True)
    ]
    text = json.dumps({"years": years}, ensure_ascii=False, separators=(",", ":"))
    return data_files("years.json", text, offline=offline)
