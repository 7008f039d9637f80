"""The sample cut down to a company of four units, small enough to be built again after every edit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path

from tests.books.edits.tables import Rows, read_rows, text_of, write_rows

PROJECT = Path(__file__).parents[3]
UNITS = frozenset({"u03", "u05", "u12", "u16"})
"""One at least of every group, in every team of the assessment group, and with every kind of record."""
_ABOUT = ("单位编号", "unit_id", "责任单位", "原责任单位")
_PROBLEM = re.compile(r"\d{4}-(U\d\d)-\d+")
_RECUSAL = re.compile(r"^    - person: .*\n      unit_id: (u\d\d)\n      reason: .*\n", re.MULTILINE)
_LISTED = re.compile(r"^ *- (u\d\d)\n", re.MULTILINE)
_TEAM = re.compile(
    r"^    - team_no: .*\n      leader: .*\n      units:\n      date_from: .*\n      date_to: .*\n",
    re.MULTILINE,
)
_OWNER = re.compile(r"^unit_id: (\S+)", re.MULTILINE)
_CONTENT = {
    "2023/review.md": "# 回顾\n\n## 做法\n\n见[单位](units/index.md)。\n",
    "2025/notice.md": "# 通知\n\n[综掘一队](units/u03/index.md)按期报送。\n",
    "2025/scheme/lecture.md": "# 宣讲\n\n## 要点\n\n考核怎么打分。\n",
    "shelf/about.md": "# 关于\n\n考核信息网。\n",
}


def write_sample(folder: Path) -> None:
    """Lay `data`, `content`, `site_templates` and `mkdocs.yml` into the folder."""
    _write_data(folder / "data")
    for path, text in _CONTENT.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copytree(PROJECT / "site_templates", folder / "site_templates")
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")


def _write_data(data: Path) -> None:
    keep_units(PROJECT / "data", data, UNITS)
    _explain_grade(data / "2024/decisions.csv", "u16")


def keep_units(source: Path, target: Path, units: Collection[str]) -> None:
    """Write the files below the source to the target, perhaps the same, without what is about other units."""
    known = _names()
    for one in sorted(source.rglob("*.*")):
        file = target / one.relative_to(source)
        file.parent.mkdir(parents=True, exist_ok=True)
        if one.suffix == ".csv":
            _write_table(one, file, known, units)
        elif (owner := _OWNER.search(text_of(one))) is None or owner[1] in units:
            file.write_text(_without_others(text_of(one), units), encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
    for objections in target.rglob("objections.csv"):
        _without_lost(objections)


def _names() -> dict[str, str]:
    """What the sample calls its units → their ids."""
    rows = [read_rows(PROJECT / "data" / name) for name in ("unit_names.csv", "unit_aliases.csv")]
    return {
        name: row["单位编号"]
        for table in rows
        for row in table.rows
        for column in ("单位编号", "全称", "简称", "别名")
        if (name := row.get(column, ""))
    }


def _write_table(source: Path, file: Path, known: dict[str, str], units: Collection[str]) -> None:
    table = read_rows(source)
    rows = [row for row in table.rows if _is_kept(row, known, units)]
    for row in rows:
        if others := row.get("配合单位"):
            row["配合单位"] = "；".join(one for one in others.split("；") if known.get(one) in units)
    if rows:
        write_rows(file, Rows(table.columns, rows))
    else:
        file.unlink(missing_ok=True)


def _is_kept(row: dict[str, str], known: dict[str, str], units: Collection[str]) -> bool:
    named = {known.get(row[column], row[column]) for column in _ABOUT if row.get(column)}
    moved = {one for column in ("原单位", "现单位") for one in row.get(column, "").split("；") if one}
    problem = _PROBLEM.fullmatch(row.get("问题编号", ""))
    return named | moved | ({problem[1].lower()} if problem else set()) <= set(units)


def _without_others(text: str, units: Collection[str]) -> str:
    """The document without other units in its lists, and without a team that has none left."""
    text = _RECUSAL.sub(lambda found: found[0] if found[1] in units else "", text)
    return _TEAM.sub("", _LISTED.sub(lambda found: found[0] if found[1] in units else "", text))


def _without_lost(objections: Path) -> None:
    """Objections to commendations of other units go with them."""
    ids = {row["编号"] for row in read_rows(objections.parents[1] / "commendations.csv").rows}
    table = read_rows(objections)
    rows = [row for row in table.rows if row["表彰编号"] in ids]
    if rows:
        write_rows(objections, Rows(table.columns, rows))
    else:
        objections.unlink()


def _explain_grade(file: Path, unit: str) -> None:
    """Among so few a board would be 优秀 that was not; then the decision needs its reason."""
    table = read_rows(file)
    for row in table.rows:
        if row["单位编号"] == unit and not row["人员编号"]:
            row["调整理由"] = "公司党委会综合研判"
    write_rows(file, table)
