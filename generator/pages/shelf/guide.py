"""填报帮助: how to fill in each table and document, said by the contract itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import Audience, Document, Field, Table
from generator.editions.edition import Edition
from generator.pages.facts import Fact
from generator.pages.links import Link
from generator.pages.page import Page
from generator.pages.search_records import RecordKind, SearchRecord, said
from generator.pages.shelf.kinds import allowed_words, block_of, kind_words
from generator.pages.words import listed, text

SECTION = "help/"

Entry = Table | Document

_CSV = "CSV 表格，第一行是列名，用中文列名或标识均可；一格填多项时用“；”隔开"
_YAML = "YAML 文档，用中文名称或标识均可；多项写成列表"


@dataclass(frozen=True)
class EntryRow:
    """A table or document of the index."""

    link: Link
    file: str
    description: str


@dataclass(frozen=True)
class GuideView:
    """The index of the help."""

    yearly: tuple[EntryRow, ...]
    """Filled in each year."""
    lasting: tuple[EntryRow, ...]
    """Kept through the years."""
    complete: bool
    """Whether everything there is to fill in is described."""


@dataclass(frozen=True)
class FieldRow:
    """A column of a table, or a key of a document."""

    label: str
    """`民主测评 › 票种 › 权重` for a key inside keys."""
    name: str
    description: str
    kind: str
    required: str
    allowed: str
    rule: str


@dataclass(frozen=True)
class EntryView:
    """How to fill in one table or document."""

    label: str
    description: str
    facts: tuple[Fact, ...]
    fields: tuple[FieldRow, ...]
    complete: bool


def plan_guide(edition: Edition) -> Iterator[Page]:
    """The index and one page for each table and document this audience may know of."""
    entries: tuple[Entry, ...] = (*TABLES, *DOCUMENTS)
    shown = tuple(entry for entry in entries if _describes(edition, entry.audience))
    view = GuideView(
        yearly=tuple(_entry_row(entry) for entry in shown if entry.yearly),
        lasting=tuple(_entry_row(entry) for entry in shown if not entry.yearly),
        complete=shown == entries,
    )
    yield Page(SECTION, "填报帮助", "guide.html.j2", view, SECTION, (), "每张表、每份文档怎么填。")
    for entry in shown:
        described = _entry(edition, entry)
        record = _record(entry, described)
        yield Page(_path(entry), entry.label, "guide_entry.html.j2", described, SECTION, records=(record,))


def _record(entry: Entry, described: EntryView) -> SearchRecord:
    """The table or document by its names and those of its fields."""
    text = said(_file(entry), entry.description, "、".join(row.label for row in described.fields))
    return SearchRecord(RecordKind.HELP, entry.label, text, (entry.name,))


def _describes(edition: Edition, audience: Audience) -> bool:
    """What only the assessment group fills in is described to nobody else."""
    return audience is not Audience.GROUP or edition.audience is Audience.GROUP


def _path(entry: Entry) -> str:
    return f"{SECTION}{entry.name}/"


def _entry_row(entry: Entry) -> EntryRow:
    return EntryRow(Link(entry.label, _path(entry)), _file(entry), entry.description)


def _entry(edition: Edition, entry: Entry) -> EntryView:
    described = tuple(_fields(edition, entry.fields))
    return EntryView(
        label=entry.label,
        description=entry.description,
        facts=tuple(_facts(entry)),
        fields=described,
        complete=len(described) == _size(entry.fields),
    )


def _facts(entry: Entry) -> Iterator[Fact]:
    yield Fact("文件", _file(entry))
    yield Fact("格式", _CSV if isinstance(entry, Table) else _YAML)
    yield Fact("是否必需", "必需" if entry.required else "没有内容时可以不建")
    if isinstance(entry, Table):
        labels = {field.name: field.label for field in entry.fields}
        yield Fact("不可重复", listed(tuple(labels[name] for name in entry.key), " + "))


def _file(entry: Entry) -> str:
    """`data/年度/checks.csv`."""
    folder = "data/年度/" if entry.yearly else "data/"
    if isinstance(entry, Table):
        return f"{folder}{'restricted/' if entry.restricted else ''}{entry.name}.csv"
    return f"{folder}{entry.name}/编号.yml" if entry.many else f"{folder}{entry.name}.yml"


def _fields(
    edition: Edition, fields: tuple[Field, ...], label: str = "", name: str = ""
) -> Iterator[FieldRow]:
    """The fields in order, those inside a field right after it."""
    for field in fields:
        if not _describes(edition, field.audience):
            continue
        row = _field(field, label + field.label, name + field.name)
        yield row
        block = block_of(field.kind)
        if block is not None:
            yield from _fields(edition, block.fields, f"{row.label} › ", f"{row.name}.")


def _field(field: Field, label: str, name: str) -> FieldRow:
    return FieldRow(
        label=label,
        name=name,
        description=field.description,
        kind=kind_words(field.kind),
        required=_required(field),
        allowed=listed(allowed_words(field.kind)),
        rule=text(field.rule),
    )


def _required(field: Field) -> str:
    if field.column_optional:
        return "可不设此列"
    return "必填" if field.required else "可空"


def _size(fields: tuple[Field, ...]) -> int:
    """How many fields there are, those inside fields too."""
    blocks = [block for field in fields if (block := block_of(field.kind))]
    return len(fields) + sum(_size(block.fields) for block in blocks)
