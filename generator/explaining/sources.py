"""What a file is made from, told line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.books.yearly import Planned
from generator.contract.fields import Audience
from generator.editions.edition import EditionYear
from generator.explaining.kinds import Kind
from generator.explaining.listing import by_file
from generator.explaining.numbers import Numbers, cells_of, numbers
from generator.explaining.rows import rows_of
from generator.explaining.words import Said, words
from generator.intake.records import Records
from generator.rendering import templates_behind


@dataclass(frozen=True)
class Input:
    """All a planned file could be made from."""

    planned: Planned
    records: Records
    """Of the book's year, or of all years for the shelf, as the audience has them opened."""
    audience: Audience
    templates: Path


def kind_lines(kind: Kind, templates: Path) -> Iterator[str]:
    """What the file is, and the templates it is printed with."""
    yield f"种类：{kind.name}" + (f"「{kind.title}」" if kind.title else "")
    if kind.template:
        first, *others = templates_behind(templates, kind.template)
        yield f"模板：{templates.name}/{first}" + (f"，其中用到 {'、'.join(others)}" if others else "")


def data_lines(path: str, text: str, given: Input) -> Iterator[str]:
    """Which cells its numbers and words come from; `text` is the file as it was built."""
    rows = rows_of(given.records)
    found = _numbers(text, given.planned.edition)
    said = words(path, Said(text), given.records, rows, given.audience)
    if not (found.shown or found.elsewhere or said.sure or said.doubtful):
        yield "数据：文件里没有认得出的数据项，也没有数据表中的文字"
        return
    if found.shown or found.elsewhere:
        yield f"数字：文件里有 {len(found.shown)} 个本年度的数据项"
        yield from _below("读自 ", by_file(cells_of(found.shown), rows))
        yield from _below("算这些还读了 ", by_file(cells_of(found.behind), rows))
        yield from _notes(found)
    if said.sure:
        yield "文字：文件里的文字见于"
        yield from _below("", by_file(said.sure, rows))
    if said.doubtful:
        yield "文字：以下各行的文字相同，分不清用的是哪一行"
        yield from _below("", by_file(said.doubtful, rows))


def _numbers(text: str, edition: EditionYear | None) -> Numbers:
    return numbers(text, edition.year, edition.figures) if edition else Numbers((), (), {})


def _notes(found: Numbers) -> Iterator[str]:
    if found.withheld:
        yield f"  {found.withheld} 个的依据不在本版公开范围，来源不列"
    for year, count in found.elsewhere.items():
        yield f"  用到 {year} 年度的数据项 {count} 个，来源见 kaohe figures --year {year}"


def book_lines(
    given: Input, files: Sequence[tuple[int | None, str]], handwritten: Sequence[str]
) -> Iterator[str]:
    """What the whole book is planned from; `files` are those of the data folder, each with its year."""
    book, edition = given.planned.book, given.planned.edition
    year = int(book.name) if book.name else None
    top = sum(at is None for at, _ in files)
    own = sum(at is not None and at == year for at, _ in files)
    years = sorted({at for at, _ in files if at is not None and (year is None or at < year)})
    of_year = f"和 {year} 年度的 {own} 个" if year else "和各年度的"
    yield f"全书：{book.title}由最上层的 {top} 个{of_year}数据文件规划"
    if edition is not None:
        yield f"方案：{edition.scheme.origin.file}（{edition.scheme.id}，第 {edition.scheme.version} 版）"
    if years:
        yield f"{'以前年度' if year else '年度'}：{'、'.join(map(str, years))}"
    if handwritten:
        yield f"手写：同一本书里有 {'、'.join(handwritten)}"


def _below(what: str, lines: Iterator[str]) -> Iterator[str]:
    """Lines one step in, each after what it is."""
    return (f"  {what}{line}" for line in lines)
