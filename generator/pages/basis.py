"""依据: the fold-out under a table that says of each figure how it came about (look.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.editions.edition import EditionYear
from generator.figures import Figure
from generator.figures.text import cells
from generator.pages.links import Link, method_link
from generator.problems import Place

MOST_OPERANDS = 30
"""So many numbers are listed: the units of a group; `kaohe figures` has them all."""


@dataclass(frozen=True, slots=True)
class BasisRow:
    """One figure and how it came about."""

    label: str
    text: str
    formula: str
    """In words: `已销号÷问题总数`; empty in a short row."""
    worked: str
    operands: str
    """`二号队 92.50%；三号队 91.00%`, the figures of others it was worked from; may be empty."""
    sources: str
    """`data/2025/deductions.csv 「扣分」 第20、21行`, one column after the other."""
    method: Link
    """Where the rules of the list are told: one chapter, or all of them."""


def basis_rows(year: EditionYear, keys: Iterable[str] | Mapping[str, str]) -> tuple[BasisRow, ...]:
    """The basis of each of these figures the edition has, in the order given.

    A mapping gives short labels, for a long list of leaves: formula and 分值 stand on the page of each leaf.
    """
    short = keys if isinstance(keys, Mapping) else {}
    found = [(key, figure) for key in keys if (figure := year.figures.get(key)) is not None]
    subjects = {one.basis.rule.subject for _, one in found}
    method = method_link(subjects.pop() if len(subjects) == 1 else None)
    return tuple(_row(year, one, short.get(key, ""), method) for key, one in found)


def _row(year: EditionYear, one: Figure, short: str, method: Link) -> BasisRow:
    basis = one.basis
    sources = (_in_year(year, place) for place in basis.sources[1:]) if short else basis.sources
    return BasisRow(
        label=short or one.label,
        text=one.text,
        formula="" if short else basis.formula,
        worked=basis.worked,
        operands="；".join(_operands(one)),
        sources="；".join(cells(sources)),
        method=method,
    )


def _in_year(year: EditionYear, place: Place) -> Place:
    """The place without its folder when that is the year's own."""
    folder, _, name = place.file.rpartition("/")
    return replace(place, file=name) if folder.endswith(f"/{year.year}") else place


def _operands(one: Figure) -> Iterator[str]:
    """Those of a unit's own figures are left out: they stand on the page, and in the worked formula."""
    others = [each for each in one.basis.operands if one.unit_id is None]
    yield from (f"{each.label} {each.text}" for each in others[:MOST_OPERANDS])
    if len(others) > MOST_OPERANDS:
        yield f"…共 {len(others)} 项"
