"""The reference: nothing withheld goes into it, and what goes into it makes the same site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.archive import assemble
from generator.books.build import write_site
from generator.books.changes import files_below
from generator.books.source import Harvest, Order, gather
from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import (
    Audience,
    Block,
    Field,
    Identifier,
    Integer,
    Keyed,
    Kind,
    Number,
    ProblemNumber,
    Several,
    Text,
)
from generator.editions import for_audience, project, seen
from generator.editions.edition import Edition, Post
from generator.gate.finding import Kind as Wrong
from generator.gate.glances import Glances
from generator.gate.judge import tokens
from generator.gate.known import Known
from generator.gate.reference import Reference, reference
from generator.intake.read import read_records
from generator.intake.records import Record, Records
from generator.intake.typed import hand_over
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT
from tests.gate.conftest import WORKSHOP, make

pytestmark = pytest.mark.xdist_group("gate")


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    left, right = set(files_below(one)), set(files_below(other))
    return left == right and all((one / path).read_bytes() == (other / path).read_bytes() for path in left)


def written(edition: Edition, folder: Path) -> Path:
    """The site of an edition."""
    harvest = Harvest(edition, ())
    write_site(harvest.shelf, harvest.books, folder, WORKSHOP)
    return folder


@pytest.mark.parametrize("audience", Audience)
def test_tokens_for_withheld_texts_change_no_byte(audience: Audience, tmp_path: Path) -> None:
    """What an audience may not see has no influence on what it sees, for each of the three."""
    made = make(audience, tmp_path / "made")
    edition = gather(Order(PROJECT / "data", audience)).edition
    assert same(written(edition, tmp_path / "real"), made.site)
    assert list(tokens(made, Glances())) == []
    assert len(made.withheld.tokens) > 500


def texts(fields: tuple[Field, ...], above: Audience, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every text field meant for others than staff."""
    for field in fields:
        audience = above if above is not Audience.STAFF else field.audience
        inner: Kind = field.kind
        while isinstance(inner, Several | Keyed):
            inner = inner.of if isinstance(inner, Several) else inner.values
        if isinstance(inner, Block):
            yield from texts(inner.fields, audience, (*path, field.name))
        elif isinstance(inner, Text | Identifier | ProblemNumber) and audience is not Audience.STAFF:
            yield (*path, field.label)


PLACES = [place for one in (*TABLES, *DOCUMENTS) for place in texts(one.fields, one.audience, (one.name,))]


@pytest.mark.parametrize("place", PLACES, ids="·".join)
def test_every_field_of_the_contract_is_guarded(made: Reference, place: tuple[str, ...]) -> None:
    """Each text field for leaders or the group, in `restricted/` too, gives cells kept from staff."""
    guarded = {
        (cell.place.file, (cell.place.column or "").rpartition(" › ")[2]) for cell in made.withheld.guarded
    }
    assert any(place[0] in file and column == place[-1] for file, column in guarded)


def test_rows_are_guarded_that_the_contract_leaves_open(made: Reference) -> None:
    """Sensitive problems, reports without approval, commendations not yet in notice."""
    files = {cell.place.file.rpartition("/")[2] for cell in made.withheld.guarded}
    assert {"rectifications.csv", "rectification_events.csv", "u12.yml"} <= files
    columns = {cell.place.column for cell in made.withheld.guarded if "rectifications" in cell.place.file}
    assert {"问题描述", "原因分析", "整改措施"} <= columns


def test_a_mistake_of_an_edition_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """If posts came with names, tokens would stand on the pages of the units, and the gate says whose."""
    honest = project._unit

    def careless(year: Any, unit: Any, *rest: Any) -> Any:
        made = honest(year, unit, *rest)
        posts = tuple(Post(f"{one.position}{one.name}", one.portfolio) for one in unit.leaders)
        return replace(made, posts=posts)

    monkeypatch.setattr(project, "_unit", careless)
    found = list(tokens(make(Audience.STAFF, tmp_path), Glances()))
    assert {one.kind for one in found} == {Wrong.TOKEN}
    assert any(one.file == "2025/units/u03/index.html" for one in found)
    assert {(one.origin.file.rpartition("/")[2], one.origin.column) for one in found if one.origin} == {
        ("leaders.csv", "姓名")
    }


def shifted(record: Record, fields: tuple[Field, ...], audience: Audience) -> Record:
    """The record with other numbers wherever staff may not see them; sums of ballots stay."""
    values: dict[str, Any] = dict(record.values)
    for field in fields:
        above = audience if audience is not Audience.STAFF else field.audience
        value = values.get(field.name)
        if above is not Audience.STAFF and isinstance(field.kind, Number) and value is not None:
            values[field.name] = value + 1 if field.name != "points_sum" else value
        if isinstance(field.kind, Integer) and field.name == "n_excellent" and value != record["n_good"]:
            values["n_excellent"], values["n_good"] = record["n_good"], value
    return replace(record, values=values)


def with_other_numbers(records: Records) -> Records:
    """All years with other ballots, component scores and coefficients."""
    by_year = {}
    for year, folder in records.by_year.items():
        tables = {
            name: replace(
                rows,
                records=tuple(
                    shifted(one, rows.table.fields, rows.table.audience) if _values(name) else one
                    for one in rows.records
                ),
            )
            for name, rows in folder.tables.items()
        }
        by_year[year] = replace(folder, tables=tables)
    return replace(records, by_year=by_year)


def _values(name: str) -> bool:
    return name not in ("rectifications", "rectification_events")


def test_other_ballots_make_the_same_staff_site(made: Reference, tmp_path: Path) -> None:
    """Withheld numbers do not reach staff: 优秀票 and 良好票 exchanged, other scores, same bytes (P31)."""
    records, _ = read_records(PROJECT / "data", audience=Audience.GROUP)
    changed = with_other_numbers(records)
    assert changed.by_year[2025].rows("ballots") != records.by_year[2025].rows("ballots")
    archive = assemble(hand_over(changed, "data"))
    edition = for_audience(archive, assess_years(archive), Audience.STAFF)
    assert same(written(edition, tmp_path / "site"), made.site)


def test_what_was_written_by_hand_excuses_nothing(made: Reference, what: Known) -> None:
    """The bare reference has no page of `content/`, and none of its links."""
    assert "2025/notice/index.html" in made.handwritten
    assert "2025/notice/index.html" in what.planned
    assert "2025/notice/index.html" not in what.public.files


def test_a_sensitive_problem_that_slips_into_an_edition_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The rows are judged by the gate itself: an edition that forgets 敏感 does not excuse what it shows."""
    monkeypatch.setattr(seen, "_is_visible", lambda *_: True)
    found = list(tokens(make(Audience.STAFF, tmp_path), Glances()))
    assert {"问题描述", "整改措施"} <= {one.origin.column for one in found if one.origin}


def test_a_year_left_out_is_no_secret(tmp_path: Path) -> None:
    """The site of one year alone is the same from masked data; what other years say openly stays open."""
    order = Order(PROJECT / "data", years=(2024,))
    made = reference(order, WORKSHOP, tmp_path / "made", lambda _: None)
    assert same(written(gather(order).edition, tmp_path / "real"), made.site)
