"""What publishing leaves behind is freed at once, older things when there is time to look for them."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from generator.watching.sweeping import CALM, MANY, Sweep
from tests.watching.scene import ROWS, Scene


class _Knot:
    """Points to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_circles_of_a_publication_go_with_it_and_older_ones_in_a_calm_hour() -> None:
    """One look through all that stays at hand would take seconds after each publication."""
    now = 0.0
    sweep = Sweep(lambda: now)
    old = weakref.ref(_Knot())
    with sweep.publishing():
        new, used = weakref.ref(_Knot()), _Knot()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert new() is None
    assert used.itself is used
    now = CALM - 1
    sweep.at_leisure()
    assert old() is not None
    now = CALM
    sweep.at_leisure()
    assert old() is None


def test_all_is_looked_through_once_after_a_publication(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not at each look of a long night."""
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append(gc.get_freeze_count()))
    times = iter((0, CALM, 2 * CALM, 3 * CALM))
    sweep = Sweep(lambda: next(times))
    with sweep.publishing():
        pass
    del looked[:]
    for _ in range(3):
        sweep.at_leisure()
    assert looked == [0]


def test_where_it_is_never_calm_it_is_done_at_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may save a cell a minute all day."""
    looked: list[int] = []
    sweep = Sweep(lambda: 0)
    for _ in range(MANY - 1):
        with sweep.publishing():
            pass
        sweep.at_leisure()
    monkeypatch.setattr(gc, "collect", lambda: looked.append(gc.get_freeze_count()))
    with sweep.publishing():
        pass
    sweep.at_leisure()
    assert looked[-1] == 0


def test_the_watcher_waits_until_nothing_happens(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each publication what it left, later everything; a new publication puts that off."""
    looked: list[bool] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append(gc.get_freeze_count() > 0))
    scene.run(CALM / 2)
    scene.write("2025/checks.csv", ROWS.replace("单位7", "单位八"))
    scene.run(CALM / 2 + 100)
    assert looked == [True]
    scene.run(CALM)
    assert looked == [True, False]
