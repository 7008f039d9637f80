"""All PDFs of the books of an edition: documents first, then the booklets that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.books.build import Workshop
from generator.books.manuscript import manuscript
from generator.pages.page import Book
from generator.pages.sheets.booklets import Booklet
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.press.job import Made, Press, Task
from generator.press.tasks import Setting
from generator.problems import ConfigError, Level, Place, Problem

Progress = Callable[[str, int, int], None]
"""Told what is being made, how many are done, of how many."""


@dataclass(frozen=True)
class Choice:
    """Which documents are wanted; nothing chosen is everything."""

    units: tuple[str, ...] = ()
    kinds: tuple[SheetKind, ...] = ()
    years: tuple[int, ...] = ()
    """Those the books given are of; none for all there are."""

    @property
    def everything(self) -> bool:
        """Whether nothing of these years was left out."""
        return not self.units and not self.kinds

    def wants(self, sheet: Sheet) -> bool:
        """Whether the document is one of those chosen."""
        of_unit = not self.units or sheet.unit_id in self.units
        return of_unit and (not self.kinds or sheet.kind in self.kinds)

    def binds(self, booklet: Booklet) -> bool:
        """Whether the booklet can be made of those chosen: all it holds are."""
        return all(map(self.wants, booklet.sheets))


def print_books(
    books: Sequence[Book],
    workshop: Workshop,
    press: Press,
    choice: Choice = Choice(),
    progress: Progress = lambda *_: None,
) -> tuple[Made, ...]:
    """Make the PDFs chosen of these books; whole years leave no other PDF behind.

    ConfigError when a unit chosen has no document, or WeasyPrint cannot work here.
    """
    _check_units(books, choice)
    settings = tuple(_setting(book, workshop, choice) for book in books)
    tasks = [task for one in settings for task in one.tasks(one.book.sheets)]
    made = press.run(tasks, lambda done, due: progress("打印文件", done, due))
    pages = {one.file: one.pages for one in made}
    bound = [task for one in settings for task in _booklets(one, choice, pages)]
    made += press.run(bound, lambda done, due: progress("合订本", done, due))
    if choice.everything and press.writes:
        press.remove_all_but(planned_files(books), tuple(map(str, choice.years)))
    return made


def planned_files(books: Iterable[Book]) -> Iterator[str]:
    """Every PDF of these books, below the folder of all."""
    for book in books:
        yield from (f"{book.name}/{sheet.pdf}" for sheet in book.sheets)
        yield from (f"{book.name}/{booklet.path}" for booklet in book.booklets)


def misfits(made: Iterable[Made]) -> tuple[Problem, ...]:
    """W207 for everything that leaves the text area: where, by how many millimetres, which words."""
    return tuple(
        Problem(
            code="W207",
            place=Place(one.file, None, one.title),
            message=str(beyond),
            hint="请缩短这处文字，或反馈给维护人员",
            level=Level.WARNING,
        )
        for one in made
        for beyond in one.overflows
    )


def _setting(book: Book, workshop: Workshop, choice: Choice) -> Setting:
    """The documents chosen of a book; links lead where they lead in the whole book."""
    given = manuscript(replace(book, pdf=True), content=workshop.content, templates=workshop.templates)
    chosen = replace(book, sheets=tuple(filter(choice.wants, book.sheets)))
    return Setting.of(chosen, given.renderer)


def _booklets(setting: Setting, choice: Choice, pages: dict[str, int]) -> Iterator[Task]:
    counts = {sheet.path: pages[f"{setting.book.name}/{sheet.pdf}"] for sheet in setting.book.sheets}
    for booklet in setting.book.booklets:
        if choice.binds(booklet):
            yield setting.booklet(booklet, counts)


def _check_units(books: Sequence[Book], choice: Choice) -> None:
    known = dict.fromkeys(sheet.unit_id for book in books for sheet in book.sheets if sheet.unit_id)
    if unknown := [unit for unit in choice.units if unit not in known]:
        raise ConfigError(f"没有单位 {unknown[0]} 的打印文件，现有单位：{'、'.join(known)}")
