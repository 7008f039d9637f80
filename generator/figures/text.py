"""What `kaohe figures --format text` prints: one block a figure, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.figures.figure import Figure, Operand
from generator.problems import Place


def block(one: Figure) -> str:
    """Key, name and value; formula, worked formula, clause, operands and sources below."""
    return "\n".join(_lines(one))


def _lines(one: Figure) -> Iterator[str]:
    unit = "" if one.value is None or one.unit == "%" else one.unit
    yield one.key
    yield f"  {one.label}：{one.text}{unit}"
    yield f"  公式：{one.basis.formula}（{one.basis.clause}）"
    yield f"  计算：{one.basis.worked}"
    if one.basis.operands:
        yield f"  数据：{'；'.join(_operand(each) for each in one.basis.operands)}"
    yield from (f"  来源：{cells}" for cells in cells(one.basis.sources))


def _operand(one: Operand) -> str:
    return f"{one.label} {one.text}" + (f" [{one.key}]" if one.key else "")


def cells(places: Iterable[Place]) -> Iterator[str]:
    """`data/2025/ballots.csv 「优秀票」 第2、3、7—12行`: the cells of one column together, each line once."""
    lines: dict[tuple[str, str | None], set[int]] = {}
    for place in places:
        lines.setdefault((place.file, place.column), set()).add(place.line or 1)
    for (file, column), numbers in lines.items():
        label = f" 「{column}」" if column else ""
        listed = str(*numbers) if len(numbers) == 1 else "、".join(runs(sorted(numbers)))
        yield f"{file}{label} 第{listed}行"


def runs(numbers: Sequence[int]) -> Iterator[str]:
    """Three or more lines in a row as `7—12`."""
    start = 0
    for end, number in enumerate(numbers, 1):
        if end < len(numbers) and numbers[end] == number + 1:
            continue
        run = numbers[start:end]
        yield from (f"{run[0]}—{run[-1]}",) if len(run) > 2 else map(str, run)
        start = end
