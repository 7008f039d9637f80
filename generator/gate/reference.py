"""The site made a second time, from data in which every withheld text is a random token.

What it says cannot come from a withheld text. It is written twice: with the hand-written pages, to be
compared byte for byte, and without them, since what somebody typed by hand excuses nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive import assemble
from generator.books.build import Workshop, write_site
from generator.books.byhand.content import read_content
from generator.books.source import Examined, Harvest, Order, edited
from generator.gate.desk import Desk, Found
from generator.gate.keys import YearKeys
from generator.gate.masked import Masked, MaskedSite, MaskedStock
from generator.gate.texts import digest
from generator.gate.withheld import Withheld, together
from generator.intake.typed import hand_over
from generator.pages.page import Book
from generator.press.job import Press
from generator.press.volumes import print_books
from generator.scoring.assess import assess_years

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Reference:
    """What the site may say."""

    names: tuple[str, ...]
    """All names units have or had."""
    keys: tuple[YearKeys, ...]
    """The figures of all years, oldest first."""
    withheld: Withheld
    site: Path
    """The site without withheld texts."""
    bare: Path
    """The same without hand-written pages."""
    planned: Mapping[str, Path]
    """The files of `site`, by path."""
    public: Mapping[str, Path]
    """Those of `bare`."""
    handwritten: frozenset[str]
    """Files of `site` that were written by hand, or from what was: `2025/notice/index.html`."""


def reference(order: Order, workshop: Workshop, folder: Path, progress: Progress) -> Reference:
    """The reference for an order, written into `folder`; errors as `reference_on`."""
    return reference_on(Desk(folder), order, workshop, progress)


def reference_on(desk: Desk, order: Order, workshop: Workshop, progress: Progress) -> Reference:
    """The reference for an order; what is on the desk from one before is only brought up to date.

    DataError when the data has errors. That of the assessment group is read too: only those who may see
    everything can run the gate.
    """
    found = desk.find(replace(order, years=()), workshop)  # a year left out is no secret
    withheld = together(found.withheld.values())
    progress(f"用随机标记代替 {len(withheld.tokens)} 段保密内容，重新生成一遍…")
    nothing = desk.folder / "nothing"
    write = _by_year if workshop.pdf is None and not order.years else _at_once
    with desk.remembering("masked"):
        write(desk, found, order, {"site": workshop, "bare": replace(workshop, content=nothing)})
    site, bare = desk.folder / "site", desk.folder / "bare"
    planned, public = desk.files("site"), desk.files("bare")
    handwritten = frozenset(_handwritten(planned, public, workshop.content))
    looked = found.looked
    return Reference(looked.names, looked.keys, withheld, site, bare, planned, public, handwritten)


def _by_year(desk: Desk, found: Found, order: Order, shops: Mapping[str, Workshop]) -> None:
    """Write the sites a year after the other, as a build does."""
    newest = found.texts.masked(found.looked.years[-1], found.masks)
    truth = found.looked.truth
    marks = {folder: digest(masks, *map(str, truth.of(folder))) for folder, masks in found.masks.items()}
    masked = Masked(
        order,
        MaskedStock.of(found.texts.stock, marks),
        lambda year: newest if year == found.looked.years[-1] else found.texts.masked(year, found.masks),
        truth,
    )
    copies = (MaskedSite(desk.folder / name, shop, desk.site(name)) for name, shop in shops.items())
    masked.write(copies, desk.cabinet("masked"))


def _at_once(desk: Desk, found: Found, order: Order, shops: Mapping[str, Workshop]) -> None:
    """Write the sites of some years, or with PDFs."""
    records = found.texts.masked_records(found.looked.years, found.masks)
    archive = assemble(hand_over(records, found.texts.stock.root))
    examined = Examined(archive, assess_years(archive), found.looked.truth.all)
    harvest = Harvest(edited(examined, order), ())
    for name, shop in shops.items():
        with_pdfs = _with_pdfs(harvest.books, shop, desk.folder / "pdf")
        write_site(harvest.shelf, harvest.books, desk.folder / name, with_pdfs)


def _with_pdfs(books: Sequence[Book], workshop: Workshop, folder: Path) -> Workshop:
    """With the PDFs these books should have; those made before are taken where nothing changed."""
    if workshop.pdf is None:
        return workshop
    if workshop.pdf.is_dir():
        shutil.copytree(workshop.pdf, folder, dirs_exist_ok=True)
    print_books(books, workshop, Press(workshop.templates / "theme", folder))
    return replace(workshop, pdf=folder)


def _handwritten(planned: Collection[str], public: Collection[str], content: Path) -> Iterator[str]:
    """Files that are there only with the hand-written pages, and pictures and papers among them."""
    yield from (path for path in planned if path not in public)
    for folder in sorted(content.iterdir()) if content.is_dir() else ():
        prefix = "" if folder.name == "shelf" else f"{folder.name}/"
        yield from (f"{prefix}{file.as_posix()}" for file in read_content(folder) if file.suffix != ".md")
