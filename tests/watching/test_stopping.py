"""SIGTERM at any moment ends the watcher with nothing half published."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import pytest

from generator.contract.fields import Audience
from generator.publishing import staging
from generator.watching.settling import Patience
from generator.watching.stopping import Stop, StoppedError, stopped_by_signals
from generator.watching.watcher import follow
from tests.publishing.small import Verdict
from tests.watching.scene import ROWS, Scene

PLACES = 20
"""Where in a publication a signal comes."""
NEW = ROWS.replace("单位7", "单位八")


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def _stopping(scene: Scene, stop: Stop) -> None:
    """Build and judge may be cut short, as `kaohe watch` lets them."""
    refuse = scene.refuse

    def interruptible(audience: Audience, data: Path) -> None:
        with stop.interruptible():
            refuse(audience, data)

    scene.refuse = interruptible


def test_a_signal_during_the_build_abandons_it(scene: Scene) -> None:
    """The site is as it was; the next process builds what is due."""
    stop = Stop()
    before = scene.roots[Audience.STAFF].shown()
    scene.write("2025/checks.csv", NEW)
    finished: list[str] = []

    def build(_audience: Audience, _data: Path) -> None:
        _killed()
        finished.append("a build of a minute")

    scene.refuse = build
    _stopping(scene, stop)
    with stopped_by_signals(stop), pytest.raises(StoppedError):
        scene.run(10)
    assert finished == []
    assert scene.roots[Audience.STAFF].shown() == before
    scene.refuse = lambda _audience, _data: None
    scene.start()
    scene.run(10)
    assert scene.last("2025/checks.csv") == NEW


@pytest.mark.parametrize("where", ["replace_file", "sync_file_system", "sync_folder"])
def test_a_signal_while_it_is_shown_waits_until_it_is(
    scene: Scene, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the verdict on it is finished: moments, and the next process has nothing to repair."""
    real = getattr(staging, where)

    def killed(*arguments: object) -> object:
        _killed()
        return real(*arguments)

    monkeypatch.setattr(staging, where, killed)
    stop = Stop()
    scene.write("2025/checks.csv", NEW)
    with stopped_by_signals(stop):
        scene.run(10)
    assert stop.asked
    assert scene.last("2025/checks.csv") == NEW
    root = scene.roots[Audience.STAFF]
    assert root.history().current == root.shown()


def test_a_signal_anywhere_leaves_a_whole_site(tmp_path: Path) -> None:
    """Wherever in our own code it comes, what is shown is whole and told, and the next run goes on."""
    lines = _stopped_at(tmp_path / "all", 0)
    assert lines > 1000
    for number in range(PLACES):
        _stopped_at(tmp_path / str(number), lines * (2 * number + 1) // (2 * PLACES))


def _stopped_at(folder: Path, place: int) -> int:
    """Let a signal come at that line, look at what is left, and go on; the lines there were."""
    scene = Scene(folder)
    scene.run(10)
    stop = Stop()
    scene.write("2025/checks.csv", NEW)
    _stopping(scene, stop)
    lines = _run_until_line(scene, stop, place)
    root = scene.roots[Audience.STAFF]
    shown = root.shown()
    assert shown is not None
    assert root.intact(shown) is not None
    assert root.history().current == shown
    scene.refuse = lambda _audience, _data: None
    scene.start()
    scene.run(10)
    assert f"{root.shown()}" in scene.page()
    assert "八" in scene.shown("2025/checks.csv")
    return lines


def _run_until_line(scene: Scene, stop: Stop, place: int) -> int:
    """Look until the change is shown, with a signal at that line of our own code; the lines there were."""
    seen = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal seen
        if "/generator/" not in frame.f_code.co_filename:
            return None
        if event == "line":
            seen += 1
            if seen == place:
                _killed()
        return trace

    before = sys.gettrace()
    with stopped_by_signals(stop):
        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            scene.run(8)
        except StoppedError:
            pass
        finally:
            sys.settrace(before)
    return seen


def test_asked_while_it_sleeps_it_ends_at_once_and_says_so(scene: Scene) -> None:
    """The last word of the status page is that nobody watches any more."""
    stop = Stop()
    signal_after = signal.signal(signal.SIGALRM, lambda _signal, _frame: _killed())
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with stopped_by_signals(stop):
            follow(scene.watcher, stop)
    finally:
        signal.signal(signal.SIGALRM, signal_after)
    assert scene.status()["activity"] == "stopped"
    assert "监视程序已停止" in scene.page()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_what_nobody_foresaw_does_not_end_it(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A look that breaks is told as 内部错误, and the next one comes."""
    stop = Stop()
    pauses: list[str] = []

    def pause(_seconds: float) -> None:
        pauses.append(str(scene.kind()))
        if len(pauses) == 2:
            stop.asked = True

    monkeypatch.setattr("generator.watching.stopping.time.sleep", pause)
    step = scene.watcher.step
    looks = iter((lambda: 1 / 0, step))

    def look() -> float:
        return next(looks)()

    scene.watcher.step = look  # type: ignore[method-assign]
    follow(scene.watcher, stop)
    assert pauses == ["internal", "None"]
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert "ZeroDivisionError" not in scene.page()


def test_the_heart_beats_while_something_is_built(tmp_path: Path) -> None:
    """A build of minutes is no sign of death: the time goes on, and what is being done stays told."""
    scene = Scene(tmp_path, patience=Patience(period=0.01, stable=0.02))
    beats: list[dict[str, object]] = []

    def long(_audience: Audience, _data: Path) -> None:
        beats.append(scene.status())
        scene.time += 60
        while beats[-1]["heartbeat"] == beats[0]["heartbeat"] and len(beats) < 100_000:
            beats.append(scene.status())

    scene.refuse = long
    scene.run(1)
    assert (beats[0]["activity"], beats[-1]["activity"]) == ("publishing", "publishing")
    assert beats[-1]["heartbeat"] != beats[0]["heartbeat"]
    assert beats[-1]["looked_at"] == beats[0]["looked_at"]


def test_a_refused_verdict_is_no_switch(scene: Scene) -> None:
    """Between verdict and switch nothing is interrupted; without a good one there is no switch."""
    before = scene.roots[Audience.STAFF].shown()
    scene.verdict = Verdict(2, "自检没有通过")
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    assert (scene.kind(), scene.roots[Audience.STAFF].shown()) == ("machine", before)
