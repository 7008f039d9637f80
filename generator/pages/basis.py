"""依据: the fold-out under a table that says of each figure how it came about (look.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.editions.edition import EditionYear
from generator.figures import Basis, Figure
from generator.figures.text import cells
from generator.pages.links import Link, method_link
from generator.problems import Place
from generator.store.values import value

MOST_OPERANDS = 30
"""So many numbers are listed: the units of a group; `kaohe figures` has them all."""


@value(frozen=True, slots=True)
class BasisRow:
    """One figure and how it came about."""

    label: str
    """`销号率：62.00%`; in a short row the code of a leaf."""
    told: str
    """Formula in words, with the numbers put in, and the figures of others it was worked from, a line each; a
    short row has no formula. One text, for a page has dozens of them."""
    sources: str
    """`data/2025/deductions.csv 「扣分」 第20、21行`, one column after the other."""
    method: Link | None
    """Where the rules of the list are told: one chapter, or all of them; None for a short list."""


def basis_rows(
    year: EditionYear, keys: Iterable[str] | Mapping[str, str], *, sources: bool = True
) -> tuple[BasisRow, ...]:
    """The basis of each of these figures the edition has, in the order given, with or without its cells.

    A mapping gives short labels, for a long list of leaves: formula and 分值 stand on the page of each leaf.
    """
    found = [(key, figure) for key in keys if (figure := year.figures.get(key)) is not None]
    if isinstance(keys, Mapping):
        return tuple(_short_row(year, keys[key], one.basis) for key, one in found)
    subjects = {one.basis.rule.subject for _, one in found}
    method = method_link(subjects.pop() if len(subjects) == 1 else None)
    return tuple(_row(one, method, one.basis.sources if sources else ()) for _, one in found)


def _row(one: Figure, method: Link, sources: Iterable[Place]) -> BasisRow:
    basis = one.basis
    operands = "；".join(_operands(one))
    told = (basis.formula, basis.worked, f"数据：{operands}" if operands else "")
    return BasisRow(
        f"{one.label}：{one.text}", "\n".join(filter(None, told)), "；".join(cells(sources)), method
    )


def _short_row(year: EditionYear, code: str, basis: Basis) -> BasisRow:
    sources = (_in_year(year, cell) for cell in cells(basis.sources[1:]))
    return BasisRow(code, basis.worked, "；".join(sources), None)


def _in_year(year: EditionYear, cell: str) -> str:
    """The cell without its folder when that is the year's own: `checks.csv 「完成率」 第7行`."""
    folder, _, name = cell.rpartition(f"/{year.year}/")
    return name if folder else cell


def _operands(one: Figure) -> Iterator[str]:
    """Those of a unit's own figures are left out: they stand on the page, and in the worked formula."""
    others = [each for each in one.basis.operands if one.unit_id is None]
    yield from (f"{each.label} {each.text}" for each in others[:MOST_OPERANDS])
    if len(others) > MOST_OPERANDS:
        yield f"…共 {len(others)} 项"
