"""提示: what is due or overdue, and characters some fonts lack (domain.md 11.5, 14 W204, W205)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter

from generator.model.tables import Tables, YearTables
from generator.model.terms import Light
from generator.problems import Level, Place, Problem
from generator.review.findings import at
from generator.review.lookup import as_of, ledger, scheme_of, unit_word
from generator.review.sources import SOURCES, TABLES
from generator.review.wording import listing
from generator.scoring.ledger import due_soon
from generator.scoring.rectification import lives
from generator.store.again import again_each

SOON = 7
"""Days ahead that are announced."""

UNREAD = frozenset(
    {"root", "years", "broken", "files", *(name for name, table in TABLES.items() if table.restricted)}
)
"""What holds no text of its own, or text nobody but the group may read."""
_PARTS = {kind: attrgetter(*(one.name for one in fields(kind))) for kind in SOURCES}
"""What takes a row or document apart."""


def due(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Problems due within a week or with a red light; not where events are faulty (domain.md 9.4)."""
    today = as_of(year)
    open_ones = lives(ledger(year), today, scheme_of(year).rectification)
    soon = {one.id for one in due_soon(open_ones, today, SOON)}
    for one in open_ones:
        if one.missteps:
            continue
        unit = unit_word(tables, one.entry.unit_id)
        if one.light is Light.RED:
            message = f"{unit}的问题亮红灯：{one.light_words()}"
            yield at(one.entry, "id").problem("W204", message, "请督促整改", Level.INFO)
        elif one.id in soon:
            left = (one.due_current - today).days
            message = f"{unit}的问题{_when(left)}到期，时限 {one.due_current.isoformat()}"
            yield at(one.entry, "id").problem("W204", message, "请提醒责任单位", Level.INFO)


def rare_characters(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Characters outside GBK, once for each file; tables in `restricted/` are left out (domain.md 4.2)."""
    return _rare(year)


def rare_characters_at_top(tables: Tables) -> Iterator[Problem]:
    """The same of the files at the top of the data folder."""
    return _rare(tables)


def _rare(record: Tables | YearTables) -> Iterator[Problem]:
    found: dict[str, set[str]] = {}
    for name in (one.name for one in fields(record) if one.name not in UNREAD):
        slot = ("rare characters", getattr(record, "year", None), name)
        value = getattr(record, name)
        items = value if isinstance(value, tuple) else (value,)
        for one in again_each(slot, _rare_in, items):
            for file, rare in one:
                found.setdefault(file, set()).update(rare)
    for file, characters in found.items():
        message = f"有{len(characters)}个字符不在 GBK 字库内：{listing(sorted(characters))}"
        hint = "网页会用后备字体显示，请核对字形；打印前请确认字体"
        yield Problem("W205", Place(file), message, hint, None, Level.INFO)


def _rare_in(value: object) -> tuple[tuple[str, str], ...]:
    """The rare characters of a row or document, by file."""
    found: dict[str, set[str]] = {}
    _gather(value, "", found)
    return tuple((file, "".join(sorted(characters))) for file, characters in found.items())


def _gather(value: object, file: str, found: dict[str, set[str]]) -> None:
    """Collect the rare characters of a value and of all it holds, by file."""
    if isinstance(value, str):
        if _is_rare(value):
            found.setdefault(file, set()).update(char for char in value if _is_rare(char))
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, file, found)
    elif type(value) in SOURCES:
        parts = _PARTS[type(value)](value)
        file = value.origin.file  # type: ignore[attr-defined] # they all have one
        _gather("".join(part for part in parts if type(part) is str), file, found)
        for part in parts:
            if type(part) is not str:
                _gather(part, file, found)


def _is_rare(text: str) -> bool:
    """Whether GBK lacks a character of the text."""
    if text.isascii():
        return False
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return True
    return False


def _when(left: int) -> str:
    """How far off a day is."""
    return "今天" if left == 0 else f"还有 {left} 天"
