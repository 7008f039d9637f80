"""The site made a second time, from data in which every withheld text is a random token.

What it says cannot come from a withheld text. It is written twice: with the hand-written pages, to be
compared byte for byte, and without them, since what somebody typed by hand excuses nothing.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive import assemble
from generator.books.build import Workshop, write_site
from generator.books.content import read_content
from generator.books.source import Examined, Harvest, Order, edited, examine
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition
from generator.gate.withheld import Rule, Withheld, masked, withheld
from generator.intake.read import read_records
from generator.intake.records import Records
from generator.intake.typed import hand_over
from generator.model.terms import ItemAudience, PublicationItem
from generator.pages.page import Book
from generator.press.job import Press
from generator.press.volumes import print_books
from generator.problems import DataError, has_errors
from generator.scoring.assess import assess_years

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Reference:
    """What the site may say."""

    edition: Edition
    """What the audience may see, of the real data."""
    examined: Examined
    withheld: Withheld
    site: Path
    """The site without withheld texts."""
    bare: Path
    """The same without hand-written pages."""
    handwritten: frozenset[str]
    """Files of `site` that were written by hand, or from what was: `2025/notice/index.html`."""


def reference(order: Order, workshop: Workshop, folder: Path, progress: Progress) -> Reference:
    """The reference for an order, written into `folder`; DataError when the data has errors.

    The data of the assessment group is read too: only those who may see everything can run the gate.
    """
    examined = examine(order.data, order.audience)
    edition = edited(examined, replace(order, years=()))  # a year left out is no secret
    records = _everything(order.data)
    schemes = {year.year: year.scheme for year in examined.archive.years}
    rule = Rule(schemes, edition, _widest(examined))
    found = withheld(records, rule, _tokens())
    progress(f"用随机标记代替 {len(found.tokens)} 段保密内容，重新生成一遍…")
    changed = _assessed(masked(records, rule, found.tokens), order.data)
    harvest = Harvest(edited(replace(changed, problems=examined.problems), order), ())
    shelf, books = harvest.shelf, harvest.books
    if workshop.pdf is not None:
        workshop = replace(workshop, pdf=_pdfs(books, workshop, workshop.pdf, folder / "pdf"))
    for name, content in (("site", workshop.content), ("bare", folder / "nothing")):
        write_site(shelf, books, folder / name, replace(workshop, content=content))
    handwritten = frozenset(_handwritten(folder / "site", folder / "bare", workshop.content))
    return Reference(edition, examined, found, folder / "site", folder / "bare", handwritten)


def _pdfs(books: Sequence[Book], workshop: Workshop, kept: Path, folder: Path) -> Path:
    """The PDFs these books should have; those made before are taken where nothing changed."""
    if kept.is_dir():
        shutil.copytree(kept, folder)
    print_books(books, workshop, Press(workshop.templates / "theme", folder))
    return folder


def _widest(examined: Examined) -> Edition:
    """What the group would see if every item of the matrix were open; figures are looked after by key."""
    everything = dict.fromkeys(PublicationItem, ItemAudience.STAFF)
    years = tuple(
        replace(year, scheme=replace(year.scheme, publication=everything)) for year in examined.archive.years
    )
    archive = replace(examined.archive, years=years)
    edition = for_audience(archive, assess_years(archive), Audience.GROUP)
    return replace(edition, years=tuple(replace(year, figures={}) for year in edition.years))


def _everything(data: Path) -> Records:
    records, problems = read_records(data, audience=Audience.GROUP)
    if has_errors(problems):
        raise DataError(problems)
    return records


def _assessed(records: Records, data: Path) -> Examined:
    archive = assemble(hand_over(records, data.absolute().name))
    return Examined(archive, assess_years(archive), ())


def _tokens() -> Iterator[str]:
    """Texts nobody can have written."""
    while True:
        yield f"kh{secrets.token_hex(10)}"


def _handwritten(site: Path, bare: Path, content: Path) -> Iterator[str]:
    """Files that are there only with the hand-written pages, and pictures and papers among them."""
    without = files_of(bare)
    yield from (path for path in files_of(site) if path not in without)
    for folder in sorted(content.iterdir()) if content.is_dir() else ():
        prefix = "" if folder.name == "shelf" else f"{folder.name}/"
        yield from (f"{prefix}{file.as_posix()}" for file in read_content(folder) if file.suffix != ".md")


def files_of(folder: Path) -> Mapping[str, Path]:
    """The plain files below a folder of our own, by path."""
    return {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
