"""Numbers in a worked formula: `（4×95＋2×85）÷6＝91.6667，四舍五入为91.67`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.scoring.exact import HUNDRED, Rate, plain, rounded

NONE = "—"
"""The text of a figure without a value."""

LONGEST = 8
"""So many terms of a sum are written out; of a longer one the first five and the last."""


def fine(value: Decimal | None) -> str:
    """`97.5`, and `91.6667` when two decimals do not hold it."""
    if value is None:
        return NONE
    if value == (short := rounded(value)):
        return plain(short)
    text = str(rounded(value, 4))
    return plain(short) if text.endswith("00") else text


def fine_percent(value: Decimal | None) -> str:
    """`88%`, and `82.7273%` when two decimals do not hold it; the value is in percent."""
    return NONE if value is None else f"{fine(value)}%"


def two(value: Decimal | None) -> str:
    """`92.94`: as a score is printed."""
    return NONE if value is None else str(rounded(value))


def share(value: Decimal | None) -> str:
    """`0.54` → `54.00%`, as it is printed."""
    return NONE if value is None else f"{rounded(value * HUNDRED)}%"


def rate(value: Rate) -> str:
    """`54.00%`, exact at the half; 「—」 when the whole is 0."""
    return NONE if value.percent is None else f"{value.percent}%"


def out_of_hundred(value: Rate) -> str:
    """`77.8`: a 位次百分位 as it is printed; 「—」 when the whole is 0."""
    number = hundredths(value)
    return NONE if number is None else str(rounded(number, 1))


def hundredths(value: Rate) -> Decimal | None:
    """The rate in percent, unrounded."""
    return value.part * HUNDRED / value.whole if value.whole else None


def total(terms: Sequence[str]) -> str:
    """The terms of a sum joined, a long one shortened."""
    if len(terms) > LONGEST:
        terms = (*terms[:5], "…", terms[-1])
    return "＋".join(terms)


def divided(terms: Sequence[str], whole: str) -> str:
    """A sum over a number: `（4＋2）÷6`."""
    part = total(terms)
    return f"（{part}）÷{whole}" if len(terms) > 1 or "×" in part else f"{part}÷{whole}"


def quotient(value: Rate, nothing: str) -> str:
    """`36÷50＝72.00%`, or `nothing` and that it is not computed."""
    return f"{plain(value.part)}÷{plain(value.whole)}＝{rate(value)}" if value.whole else f"{nothing}，不计算"


def signed(value: Decimal | None) -> str:
    """`+5.27`, `−1.20`, `0.00`: a difference as it is printed, with the true minus sign."""
    return _signed(value, two(value))


def signed_count(value: int) -> str:
    """`+2`, `−1`, `0`: the same of a number of things."""
    return _signed(Decimal(value), str(value))


def signed_result(value: Decimal, unit: str) -> str:
    """`＝+2.50个百分点`, or `＝+5.2727，四舍五入为+5.27个百分点`."""
    exact, printed = _signed(value, fine(value)), signed(value)
    return f"＝{exact}，四舍五入为{printed}{unit}" if len(exact) > len(printed) else f"＝{printed}{unit}"


def subtracted(minuend: str, subtrahend: str, value: Decimal, unit: str = "个百分点") -> str:
    """`88%－82.7273%＝+5.2727，四舍五入为+5.27个百分点`."""
    return f"{minuend}－{subtrahend}{signed_result(value, unit)}"


def _signed(value: Decimal | None, text: str) -> str:
    """The text with its sign; what is printed as nothing has none."""
    if value is None or not text.strip("-0."):
        return text.lstrip("-")
    return f"−{text.lstrip('-')}" if value < 0 else f"+{text}"


def result(value: Decimal) -> str:
    """`＝97.50`, or `＝92.9371，四舍五入为92.94`."""
    exact, printed = fine(value), two(value)
    return f"＝{exact}，四舍五入为{printed}" if len(exact) > len(printed) else f"＝{printed}"
