"""The shelf with all its books, from plans to one folder: what changed is made, the rest stays."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.books.book import Place, print_book
from generator.books.changes import bring, files_below, staged
from generator.books.manuscript import manuscript
from generator.books.printing import Output, data_files
from generator.books.state import BookState, SiteState, read_state
from generator.books.version import code_digest
from generator.pages.page import Book


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


def write_site(
    shelf: Book,
    books: Sequence[Book],
    out_dir: Path,
    workshop: Workshop,
    progress: Callable[[str], None] = lambda _: None,
) -> BuiltSite:
    """Write the shelf and its books into `out_dir`; if anything fails the old site stays as it was."""
    books = [replace(book, pdf=workshop.pdf is not None) for book in books]
    before = read_state(out_dir, code_digest(workshop.templates, workshop.config_file))
    present = frozenset(files_below(out_dir)) if before.books else frozenset[str]()
    made: dict[str, BookState] = {}
    built = []
    with staged(out_dir) as stage:
        desk = _Desk(workshop, {book.name: book.paths for book in (shelf, *books)}, before, present, stage)
        for book in (*books, shelf):
            progress(f"生成 {book.title}（{len(book.pages)} 页）…")
            start = time.perf_counter()
            beside = _pdfs(book, workshop) if book.name else _years(books, made, workshop)
            made[book.name] = one = desk.print(book, tuple(beside))
            built.append(BuiltBook(book.name, len(book.pages), time.perf_counter() - start, one.records))
        changed = bring(stage, out_dir, present, replace(before, books=made))
    return BuiltSite(tuple(built), changed)


@dataclass(frozen=True)
class _Desk:
    """Where the books of one build are printed."""

    workshop: Workshop
    paths: Mapping[str, Collection[str]]
    """What can be linked to, by book."""
    before: SiteState
    present: Collection[str]
    """Files of the site before."""
    stage: Path

    def print(self, book: Book, beside: Sequence[Output]) -> BookState:
        """One of them."""
        given = manuscript(
            book,
            content=self.workshop.content,
            templates=self.workshop.templates,
            reserved=() if book.name else tuple(f"{name}/" for name in self.paths if name),
            elsewhere=self.paths,
        )
        given = replace(given, offline=self.workshop.offline)
        root = f"{book.name}/" if book.name else ""
        present = {path.removeprefix(root) for path in self.present if path.startswith(root)}
        before = self.before.books.get(book.name)
        place = Place(self.stage / book.name, self.workshop.config_file, before, present)
        return print_book(given, place, beside)


def _pdfs(book: Book, workshop: Workshop) -> Iterator[Output]:
    """The PDFs of the book's documents and booklets, which were made before."""
    if workshop.pdf is None:
        return
    for path in (*(sheet.pdf for sheet in book.sheets), *(booklet.path for booklet in book.booklets)):
        file = workshop.pdf / book.name / path
        status = file.stat()
        yield Output(path, (status.st_size, status.st_mtime_ns), file.read_bytes)


def _years(books: Sequence[Book], made: Mapping[str, BookState], workshop: Workshop) -> Iterator[Output]:
    records = {name: one.records for name, one in made.items()}
    return years_json(books, records, offline=workshop.offline)


def years_json(
    books: Sequence[Book],
    records: Mapping[str, int],
    sealed: Collection[str] = (),
    *,
    offline: bool = False,
) -> Iterator[Output]:
    """What books know of each other: the years, newest first, each one's unit pages and search records.

    `records` are the numbers of things that can be found, by book. The year switcher and the search read it.
    """
    years = [
        {
            "year": int(book.name),
            "path": f"{book.name}/",
            "sealed": book.name in sealed,
            "records": records[book.name],
            "pages": [page.path for page in book.pages if page.path.startswith("units/")],
        }
        for book in sorted(books, key=lambda book: book.name, reverse=True)
    ]
    text = json.dumps({"years": years}, ensure_ascii=False, separators=(",", ":"))
    return data_files("years.json", text, offline=offline)
