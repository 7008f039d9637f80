"""Keys are a promise: unique, documented, and every operand that names one leads to a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping

import generator.figures as package
from generator.figures import Figure

Found = Mapping[str, Figure]
Years = Mapping[int, Found]

WORDS = {
    "U": r"[a-z][a-z0-9-]*",
    "P": r"P\d+",
    "G": r"[^.]+",
    "K": r"[A-Z]",
    "D": r"(political|duty|performance|conduct|integrity|overall)",
    "A": r"[A-F]",
    "C": r"[A-F]\d+(\.\d+)?",
    "N": r"\d+",
    "T": r"[a-z_]+",
    "W": r"(ballot|superior|party|kpi)",
    "B": r"(excellent_rate|competent_rate)",
}


def documented() -> list[re.Pattern[str]]:
    """The patterns of the table in the package's docstring."""
    lines = re.findall(r"^    (\S+)", package.__doc__ or "", re.MULTILINE)
    own = (line.removeprefix("ledger.") for line in lines if line.startswith("ledger."))
    ledger = "|".join(line for line in own if not line.startswith("trend."))
    words = {**WORDS, "R": f"({ledger})".replace(".", r"\.")}
    return [
        re.compile(re.sub(r"\b[A-Z]\b", lambda match: words[match[0]], line.replace(".", r"\.")))
        for line in lines
    ]


def test_every_key_is_documented_and_every_pattern_used(years: Years) -> None:
    """The table says all there is, and nothing else."""
    patterns = documented()
    keys = {key for found in years.values() for key in found}
    used = {pattern for key in keys for pattern in patterns if pattern.fullmatch(key)}
    assert [key for key in keys if not any(pattern.fullmatch(key) for pattern in patterns)] == []
    assert [pattern.pattern for pattern in patterns if pattern not in used] == []


def followed(years: Years, year: int, key: str) -> Figure:
    """The figure an operand of a year leads to; one of an earlier year has that year in front."""
    number, _, own = key.rpartition(":")
    return years[int(number or year)][own]


def test_operands_lead_to_figures(years: Years) -> None:
    """In every year, a reader who follows an operand arrives, at last year's figure too."""
    for year, found in years.items():
        keys = {operand.key for one in found.values() for operand in one.basis.operands if operand.key}
        assert keys
        assert all(followed(years, year, key) for key in keys)
        earlier = {key.partition(":")[0] for key in keys if ":" in key}
        assert earlier == ({str(year - 1)} if year - 1 in years else set())


def test_operands_are_worth_what_they_say(years: Years) -> None:
    """The text of an operand is the printed or the unrounded value of its figure."""
    derived = re.compile(r"(leaves\..*\.(median|lost)|composite)$")
    for year, found in years.items():
        for one in found.values():
            if derived.search(one.key):
                continue  # points there, shares or their complement here
            for operand in one.basis.operands:
                if operand.key is not None:
                    figure = followed(years, year, operand.key)
                    assert operand.text in (figure.text, figure.precise().text), (one.key, operand)


def test_every_figure_has_a_rule(found: Found) -> None:
    """Formula without numbers, worked formula, and a clause of domain.md."""
    for one in found.values():
        assert one.basis.formula
        assert not re.search(r"\d", one.basis.formula), one.basis.formula
        assert one.basis.worked
        assert re.fullmatch(r"domain\.md \d+(\.\d+)?", one.basis.clause)


def test_a_result_ends_its_formula(found: Found) -> None:
    """What a worked formula comes to is what is printed."""
    for one in found.values():
        if one.unit in ("分", "%", "个百分点") and one.value is not None and "＝" in one.basis.worked:
            last = re.findall(r"[+−]?[\d.]+%?", one.basis.worked)[-1]
            assert last.rstrip("%") in (one.text.rstrip("%"), one.precise().text, one.text + ".00"), one
