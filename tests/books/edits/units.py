"""Edits of the company: units, what they are called, and which years were assessed."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator

import yaml
from hypothesis import strategies as st

from tests.books.edits.sample import UNITS, keep_units
from tests.books.edits.tables import read_rows, text_of, write_rows
from tests.books.edits.world import Draw, Edit, World

_YEAR = re.compile(r"(?<![0-9a-zA-Z])(20\d\d)(?!\d)")


def open_unit(world: World, draw: Draw) -> None:
    """A unit more, with its names and one alias."""
    number = draw(st.integers(30, 99))
    like = draw(st.sampled_from(["u03", "u05", "u12"]))
    for name in ("units", "unit_names", "unit_aliases"):
        file = world.data / f"{name}.csv"
        table = read_rows(file)
        rows = [dict(row) for row in table.rows if row["单位编号"] == like][-1:]
        for row in rows:
            row["单位编号"] = f"u{number}"
            for column in ("全称", "简称", "党组织名称", "别名", "序号"):
                if column in row:
                    row[column] = str(number) if column == "序号" else f"{row[column]}{number}"
        write_rows(file, type(table)(table.columns, [*table.rows, *rows]))


def close_unit(world: World, draw: Draw) -> None:
    """A unit is closed, before, within or after what is assessed; it is in no year from then on."""
    unit = draw(st.sampled_from(["u03", "u05", "u12", "u16"]))
    day = draw(st.sampled_from(["2023-05-31", "2024-10-07", "2025-11-30", "2026-07-31"]))
    for name, column in (("units", "撤销日期"), ("unit_names", "停用日期")):
        table = read_rows(world.data / f"{name}.csv")
        for row in table.rows:
            if row["单位编号"] == unit and not row[column]:
                row[column] = day
        write_rows(world.data / f"{name}.csv", table)


def forget_unit(world: World, draw: Draw) -> None:
    """A unit is not assessed in a year: all rows and documents about it go."""
    year = world.data / str(draw(st.sampled_from(world.years)))
    keep_units(year, year, UNITS - {draw(st.sampled_from(["u03", "u05", "u12", "u16"]))})


def rename_unit(world: World, draw: Draw) -> None:
    """A unit is called otherwise from some day on, or was all the time."""
    file = world.data / "unit_names.csv"
    table = read_rows(file)
    row = draw(st.sampled_from(table.rows))
    day = draw(st.sampled_from(["", "2024-03-01", "2025-07-01"]))
    if day > row["启用日期"] and not row["停用日期"]:
        before = row | {"停用日期": day[:-2] + "28"}
        table.rows.insert(table.rows.index(row), before)
        row["启用日期"] = day[:-2] + "29"
    row["简称"] += "新"
    write_rows(file, table)


def year_comes_or_goes(world: World, draw: Draw) -> None:
    """A year goes, the oldest, the newest or one between, or one of the beginning comes back."""
    known = {path.split("/")[1] for path in world.first.files if path.startswith("data/2")}
    gone = sorted(known - {str(year) for year in world.years})
    if not gone:
        shutil.rmtree(world.data / str(draw(st.sampled_from(world.years))))
        return
    year = draw(st.sampled_from(gone))
    for path, content in world.first.files.items():
        if path.startswith(f"data/{year}/"):
            (world.root / path).parent.mkdir(parents=True, exist_ok=True)
            (world.root / path).write_bytes(content)


def drop_oldest_year(world: World, draw: Draw) -> None:  # noqa: ARG001 - as every edit
    """What the years after it are compared with, and count on, is gone."""
    if len(world.years) > 1:
        shutil.rmtree(world.data / str(world.years[0]))


def add_year(world: World, draw: Draw) -> None:
    """The year after the newest, or before the oldest, like it but for every date."""
    move = draw(st.sampled_from([-1, 1]))
    like = world.years[0 if move < 0 else -1]
    for source in sorted((world.data / str(like)).rglob("*.*")):
        if source.name != "crosswalk.csv":
            file = world.data / str(like + move) / source.relative_to(world.data / str(like))
            file = file.with_name(_moved(file.name, move))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_moved(text_of(source), move), encoding="utf-8")
    calendar = world.data / "workdays.yml"
    years = yaml.safe_load(text_of(calendar))["years"]
    for year in (like + move, like + move + 1):  # no weekends: what was a working day is one still
        years[year] = {"holidays": [], "workdays": [str(day) for day in _days(year) if day.weekday() > 4]}
    calendar.write_text(yaml.safe_dump({"years": years}), encoding="utf-8")


def _days(year: int) -> Iterator[dt.date]:
    return (dt.date(year, 1, 1) + dt.timedelta(number) for number in range(365))


def _moved(text: str, years: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[1]) + years), text)


EDITS: tuple[Edit, ...] = (
    open_unit,
    close_unit,
    forget_unit,
    rename_unit,
    year_comes_or_goes,
    drop_oldest_year,
    add_year,
)
