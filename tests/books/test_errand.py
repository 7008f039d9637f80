"""Books made by other processes: the same bytes, the same faults, nothing left behind."""

from __future__ import annotations

import multiprocessing
import shutil
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from dataclasses import replace
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from select import PIPE_BUF
from typing import Any

import pytest

from generator.books import errand
from generator.books.build import Site, Workshop
from generator.books.errand import Errands
from generator.books.source import Order
from generator.books.yearly import Written, cabinet_of, write_years
from generator.contract.fields import Audience
from generator.crew.crew import ALONE, Crew
from generator.editions.edition import Edition
from generator.problems import ConfigError, DataError, Place, Problem
from generator.rendering import LinkError
from tests.books.test_yearly import CHECKS, NOTED, SHOP, FromNothing, edit, files, from_nothing
from tests.conftest import PROJECT

pytestmark = pytest.mark.xdist_group("years")
__all__ = ["from_nothing"]
MISSING = Problem("E101", Place("data/2025/units.csv", 2, "名称"), "没有填写", "请填写")
TWO = Crew(jobs=2)


@pytest.fixture(autouse=True)
def worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample is worth the while."""
    monkeypatch.setattr(errand, "WORTH", 0)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The years whose books were given to others."""
    noted: list[str] = []
    send = Errands.send

    def note(self: Errands, edition: Edition, source: str) -> None:
        noted.append(str(edition.years[-1].year))
        send(self, edition, source)

    monkeypatch.setattr(Errands, "send", note)
    return noted


def turn_rows(file: Path) -> None:
    """Another order, which is another source."""
    head, first, *others = file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    file.write_text("".join([head, *others, first]), encoding="utf-8")


def write(
    data: Path, out: Path, crew: Crew, shop: Workshop = SHOP, audience: Audience = Audience.STAFF
) -> Written:
    """The site of all years."""
    return write_years(Order(data, audience), out, replace(shop, crew=crew), cabinet_of(out))


@pytest.mark.parametrize("audience", Audience)
def test_others_make_the_same(audience: Audience, sent: list[str], tmp_path: Path) -> None:
    """Closed years are theirs; what is told of a build and kept for the next is the same as well."""
    alone = write(PROJECT / "data", tmp_path / "alone/site", ALONE, audience=audience)
    assert not sent
    others = write(PROJECT / "data", tmp_path / "others/site", TWO, audience=audience)
    assert sent == ["2023", "2024"]
    assert files(tmp_path / "others/site") == files(tmp_path / "alone/site")
    assert {path.name for path in (tmp_path / "others").iterdir()} == {"site", ".site.state", ".site.years"}
    assert [replace(one, seconds=0) for one in others.site.books] == [
        replace(one, seconds=0) for one in alone.site.books
    ]
    assert (others.problems, others.site.changed) == (alone.problems, alone.site.changed)


def test_a_changed_cell_asks_nobody(sent: list[str], tmp_path: Path, from_nothing: FromNothing) -> None:
    """And what others made is known as if it had been made here: units it does not concern stay."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    write(data, tmp_path / "site", TWO)
    sent.clear()
    edit(data, CHECKS, *NOTED)
    changed = write(data, tmp_path / "site", TWO).site.changed
    assert not sent
    assert not any(path.startswith("2025/rectifications/2025-") for path in changed)
    assert files(tmp_path / "site") == from_nothing(data)


def test_a_corrected_closed_year(sent: list[str], tmp_path: Path, from_nothing: FromNothing) -> None:
    """Only what changed is made there too, from what is kept of the years before."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    write(data, tmp_path / "site", TWO)
    sent.clear()
    turn_rows(data / "2024/checks.csv")
    changed = write(data, tmp_path / "site", TWO).site.changed
    assert sent == ["2024"]
    assert not any(path.startswith("2023/") for path in changed)
    assert files(tmp_path / "site") == from_nothing(data)


def test_faults_are_the_same(tmp_path: Path) -> None:
    """Of a hand-written page of a closed year; nothing is left of the site, nor of what was put away."""
    content = Path(shutil.copytree(PROJECT / "content", tmp_path / "content"))
    (content / "2023").mkdir(exist_ok=True)
    (content / "2023/note.md").write_text("# 说明\n\n[不在](nowhere.md)\n", encoding="utf-8")
    told = []
    for crew in (ALONE, TWO):
        with pytest.raises(DataError) as caught:
            write(PROJECT / "data", tmp_path / "out/site", crew, replace(SHOP, content=content))
        told.append([str(one) for one in caught.value.problems])
    assert told[0] == told[1]
    assert any("content/2023/note.md" in one for one in told[1])
    assert {path.name for path in tmp_path.iterdir()} == {"content"}
    assert not multiprocessing.active_children()


def test_errors_of_data_come_after_the_books_before_them(tmp_path: Path) -> None:
    """All of them are told, and nobody is left working."""
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    edit(data, "2025/checks.csv", "u01,A1.1,", "u01,Z9.9,")
    told = []
    for crew in (ALONE, TWO):
        with pytest.raises(DataError) as caught:
            write(data, tmp_path / "out/site", crew)
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_a_build_cut_short(
    error: type[BaseException], sent: list[str], own_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By Ctrl+C, or a full disk, while others are at work: the site stays, and they stop."""
    data, site = own_sample / "data", own_sample / "site/staff"
    before, beside = files(site), files(site.parent).keys()
    turn_rows(data / "2023/checks.csv")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Site, "print", fail)
    with pytest.raises(error):
        write(data, site, TWO)
    assert files(site) == before
    assert sent == ["2023", "2024"]
    assert files(site.parent).keys() <= beside
    assert not multiprocessing.active_children()


def test_what_others_say_is_never_half_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process killed in the middle of a longer message would be waited for without end."""
    sizes: list[int] = []

    class Here(Executor):
        def submit(self, fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
            told: Future[Any] = Future()
            told.set_result(fn(*args))
            sizes.append(len(ForkingPickler.dumps(told.result())))
            return told

    monkeypatch.setattr(Crew, "at_work", lambda *_, **__: nullcontext(Here()))
    write(PROJECT / "data", tmp_path / "site", TWO)
    assert len(sizes) == 2
    assert max(sizes) < PIPE_BUF / 2


@pytest.mark.parametrize(
    "error",
    [
        LinkError("units/u03/", "nowhere/"),
        DataError([MISSING]),
        ConfigError("没有"),
        OSError(28, "full", "x"),
    ],
)
def test_faults_come_back_whole(error: Exception) -> None:
    """From another process with all that is told of them."""
    with TWO.at_work(1, Path()) as executor:
        came = executor.submit(_fail, error).exception()
    assert (type(came), str(came), vars(came)) == (type(error), str(error), vars(error))


def _fail(error: Exception) -> None:
    raise error
