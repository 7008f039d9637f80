"""The raw files as frames of text, in the Chinese words of their headers, without the generator."""

from __future__ import annotations

import io
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

HEADERS = {
    "unit_id": "单位编号",
    "sheet": "测评表",
    "target_kind": "对象类别",
    "person_id": "人员编号",
    "ballot_class": "票种",
    "dimension": "维度",
    "expected": "应到",
    "present": "实到",
    "issued": "发出",
    "returned": "收回",
    "n_excellent": "优秀票",
    "n_good": "良好票",
    "n_fair": "一般票",
    "n_poor": "较差票",
    "n_abstain": "弃权票",
    "责任单位": "单位编号",
}
"""Ballots carry English headers, as the survey importer writes them; a ledger names its unit 责任单位."""
WORDS = {
    "board": "班子",
    "person": "个人",
    "political": "政治素质",
    "duty": "履职能力",
    "performance": "工作实绩",
    "conduct": "作风形象",
    "integrity": "党风廉政建设",
    "overall": "总体评价",
}
UNIT_COLUMNS = ("单位编号", "原责任单位")


@dataclass(frozen=True)
class Raw:
    """The files of one year."""

    year: int
    cycle: dict[str, Any]
    scheme: dict[str, Any]
    tables: dict[str, pd.DataFrame]
    units: pd.DataFrame
    """All units of the company with their group."""
    events: pd.DataFrame
    """Renames, mergers and other changes of units."""
    workdays: dict[str, dict[str, list[str]]]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.tables[name]


def read_raw(folder: Path, year: int) -> Raw | None:
    """One year; None when the folder has none."""
    own = folder / str(year)
    if not own.is_dir():
        return None
    names = unit_names(folder)
    tables = {file.stem: read_table(file) for file in sorted(own.glob("*.csv"))}
    for table in tables.values():
        for column in UNIT_COLUMNS:
            if column in table:
                table[column] = [names.get(text, text) for text in table[column]]
    return Raw(
        year=year,
        cycle=read_document(own / "cycle.yml"),
        scheme=read_document(own / "scheme.yml"),
        tables=tables,
        units=read_table(folder / "units.csv"),
        events=read_table(folder / "unit_events.csv"),
        workdays=read_document(folder / "workdays.yml")["years"],
    )


def read_table(file: Path) -> pd.DataFrame:
    """A table of text, empty cells as the empty text; UTF-8, else the GBK of an old Excel."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    frame = pd.read_csv(io.StringIO(text), dtype=object, keep_default_na=False).rename(columns=HEADERS)
    for column in ("测评表", "对象类别", "维度"):
        if column in frame:
            frame[column] = [WORDS.get(word, word) for word in frame[column]]
    return frame


def read_document(file: Path) -> dict[str, Any]:
    """A YAML document with every scalar as text."""
    found: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 text only
    return found


def unit_names(folder: Path) -> dict[str, str]:
    """Unit ids by every name and alias a file may use."""
    names: dict[str, str] = {}
    for row in read_table(folder / "unit_names.csv").to_dict("records"):
        names |= {row["全称"]: row["单位编号"], row["简称"]: row["单位编号"]}
    for row in read_table(folder / "unit_aliases.csv").to_dict("records"):
        names[row["别名"]] = row["单位编号"]
    return names


def number(text: str) -> Fraction:
    """`0.5`, `62%` as an exact fraction."""
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def half_up(value: Fraction, places: int = 2) -> Fraction:
    """四舍五入 once at the end (domain.md 3.4)."""
    scale = 10**places
    sign = -1 if value < 0 else 1
    return Fraction(sign * int(abs(value) * scale + Fraction(1, 2)), scale)


def middle(values: list[Fraction]) -> Fraction | None:
    """The median."""
    ordered = sorted(values)
    if not ordered:
        return None
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
