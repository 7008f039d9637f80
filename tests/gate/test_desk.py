"""What a gate keeps between verdicts: a reference brought up to date is one made anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.books.source import Order
from generator.books.yearly import cabinet_of, write_years
from generator.contract.fields import Audience
from generator.gate.desk import Desk
from generator.gate.finding import Kind
from generator.gate.judge import Gate, Inspection
from generator.gate.reference import Reference, reference, reference_on
from generator.problems import DataError
from generator.store import again
from tests.conftest import PROJECT
from tests.gate.conftest import WORKSHOP

TOKEN = re.compile(r"kh[0-9a-f]{20}")
Edit = Callable[[Path], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of the sample, to be changed."""
    return Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))


def told(made: Reference) -> tuple[object, ...]:
    """All a reference tells, but for its random tokens."""
    sites = (
        {path: TOKEN.sub("", file.read_text("utf-8", "replace")) for path, file in files.items()}
        for files in (made.planned, made.public)
    )
    withheld = (made.withheld.guarded, made.withheld.unprinted, sorted(made.withheld.tokens))
    return (*sites, *withheld, made.keys, made.names, made.handwritten)


def replaced(file: str, old: str, new: str) -> Edit:
    """A change of the first such text in a file."""

    def edit(data: Path) -> None:
        text = (data / file).read_text(encoding="utf-8")
        assert old in text
        (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def without_row(file: str, start: str) -> Edit:
    """The first row that begins so is gone."""

    def edit(data: Path) -> None:
        lines = (data / file).read_text(encoding="utf-8").splitlines(keepends=True)
        row = next(line for line in lines if line.startswith(start))
        (data / file).write_text("".join(line for line in lines if line != row), encoding="utf-8")

    return edit


def sensitive(data: Path) -> None:
    """A problem everybody could read is for leaders now."""
    file = data / "2025/rectifications.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("2025-U01-001,"))
    lines[at] = lines[at].replace(",否,已销号,", ",是,已销号,", 1)
    file.write_text("".join(lines), encoding="utf-8")


ROWS: dict[str, Edit] = {
    "a word staff read": replaced("2025/profiles.csv", "产量和党建双领先", "产量和安全双领先"),
    "a word of an interview": replaced("2025/restricted/interviews.csv", "瓮寄尘", "公冶彻"),
    "a score": replaced("2025/components.csv", "综采一队,上级评价,91.44", "综采一队,上级评价,90.12"),
    "an objection goes": without_row("2025/restricted/objections.csv", "C-2025-018"),
    "a closed year": replaced("2024/profiles.csv", "u01,,45,190,6,6,46.5", "u01,,45,191,6,6,46.5"),
    "what was withheld is said": replaced(
        "2025/profiles.csv", "运行平稳、数据扎实", "谈话人公冶彻认为队长与书记在奖金分配上意见不一"
    ),
    "what a closed year withholds is said": replaced(
        "2025/profiles.csv", "产量和安全双领先", "2024年10月由两站合并组建，至年末不满六个月"
    ),
}
DOCUMENTS: dict[str, Edit] = {
    "the day of the data": replaced("2025/cycle.yml", "as_of:", "# \nas_of:"),
    "a row is for fewer": sensitive,
}


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.GROUP])
def test_a_reference_brought_up_to_date_is_one_made_anew(
    audience: Audience, data: Path, tmp_path: Path
) -> None:
    """After one change after another: what it says, what is withheld, which figures are open.

    Nothing is kept, its random tokens tell, of what was made before something open was withheld.
    """
    desk, order = Desk(tmp_path / "desk", again=True), Order(data, audience)

    def brought() -> Reference:
        return reference_on(desk, order, WORKSHOP, lambda _: None)

    made = first = brought()
    for edit in ROWS.values():
        edit(data)
        made = brought()
    assert made.withheld.tokens.items() & first.withheld.tokens.items()
    assert told(made) == told(reference(order, WORKSHOP, tmp_path / "rows", lambda _: None))
    for name, edit in DOCUMENTS.items():
        edit(data)
        before, made = made, brought()
        kept = before.withheld.tokens.items() & made.withheld.tokens.items()
        assert bool(kept) == (name == "a row is for fewer" and audience is Audience.GROUP)
    assert told(made) == told(reference(order, WORKSHOP, tmp_path / "documents", lambda _: None))


def test_a_build_that_notices_nothing_is_found_out(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gate and build remember in the same way; a page that should be gone does not excuse itself."""
    order, folder = Order(data), tmp_path / "site"
    write_years(order, folder, WORKSHOP, cabinet_of(folder))
    gate = Gate()
    assert gate.judge(Inspection(folder, order, WORKSHOP)).code == 0
    holds = again._Done.holds

    def careless(done: again._Done, *given: Any) -> bool:
        blind = done.work.__module__.startswith(("generator.editions", "generator.pages"))
        return blind or holds(done, *given)

    monkeypatch.setattr(again._Done, "holds", careless)
    sensitive(data)
    verdict = gate.judge(Inspection(folder, order, WORKSHOP))
    assert {Kind.STRAY, Kind.CHANGED} <= {one.kind for one in verdict.findings}


def test_after_an_error_the_gate_starts_anew(data: Path, tmp_path: Path) -> None:
    """Data that cannot be judged leaves nothing half done behind."""
    order, folder, gate = Order(data), tmp_path / "site", Gate()
    write_years(order, folder, WORKSHOP, cabinet_of(folder))
    assert gate.judge(Inspection(folder, order, WORKSHOP)).code == 0
    good = (data / "2025/checks.csv").read_bytes()
    (data / "2025/checks.csv").write_bytes(good.replace("基本符合".encode(), "大概".encode(), 1))
    with pytest.raises(DataError):
        gate.judge(Inspection(folder, order, WORKSHOP))
    (data / "2025/checks.csv").write_bytes(good)
    assert gate.judge(Inspection(folder, order, WORKSHOP)).code == 0


def test_a_reference_that_was_tidied_away_is_made_again(data: Path, tmp_path: Path) -> None:
    """Somebody clears the folder for temporary files while the watcher runs: told once, and mended."""
    order, folder, gate = Order(data), tmp_path / "site", Gate()
    write_years(order, folder, WORKSHOP, cabinet_of(folder))
    assert gate.judge(Inspection(folder, order, WORKSHOP)).code == 0
    next(gate._place.glob("*/site/2025/units/u03/index.html")).unlink()
    with pytest.raises(FileNotFoundError):
        gate.judge(Inspection(folder, order, WORKSHOP))
    assert gate.judge(Inspection(folder, order, WORKSHOP)).code == 0
