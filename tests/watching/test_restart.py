"""A watcher that is started again knows what it did, and what somebody took back (ADR 14)."""

from __future__ import annotations

import pytest

from generator.contract.fields import Audience
from generator.publishing.faults import MachineError
from generator.publishing.rollback import roll_back
from tests.watching.scene import ROWS, Scene

NEW = ROWS.replace("单位7", "单位八")
NEWER = ROWS.replace("单位7", "单位九")


def rolled_back(scene: Scene) -> str:
    """Two states were published, and somebody went back to the first."""
    scene.write("2025/checks.csv", NEW)
    scene.run(10)
    return roll_back(scene.roots[Audience.STAFF], scene.now(), scene.told.append)


def shown(scene: Scene) -> str | None:
    """What staff see."""
    return scene.roots[Audience.STAFF].shown()


def test_the_same_data_is_not_built_again(scene: Scene) -> None:
    """A restart costs a look."""
    scene.start()
    scene.run(60)
    assert (scene.built, scene.kind()) == (1, None)


def test_what_changed_while_nobody_watched_is_published(scene: Scene) -> None:
    """The change came between two processes."""
    scene.write("2025/checks.csv", NEW)
    scene.start()
    scene.run(10)
    assert scene.last("2025/checks.csv") == NEW


@pytest.mark.parametrize("restarted", [False, True])
def test_what_was_rolled_back_stays_so_until_the_data_changes(scene: Scene, restarted: bool) -> None:
    """Neither time nor a restart nor a new program shows it again; a change does."""
    older = rolled_back(scene)
    if restarted:
        scene.program = "p2"
        scene.start()
    scene.run(600)
    assert shown(scene) == older
    assert scene.status()["shown"] is not None
    scene.write("2025/checks.csv", NEWER)
    scene.run(10)
    assert scene.last("2025/checks.csv") == NEWER
    assert shown(scene) != older


def test_a_mistake_taken_back_does_not_show_what_was_rolled_back(scene: Scene) -> None:
    """The data is as it was when somebody did not want to see it."""
    older = rolled_back(scene)
    scene.write("2024/checks.csv", ROWS.replace("单位7", "坏"))

    def refuse(*_: object) -> None:
        raise MachineError("坏")

    scene.refuse = refuse
    scene.run(10)
    scene.write("2024/checks.csv", ROWS)
    scene.run(100)
    assert (shown(scene), scene.kind()) == (older, None)


def test_a_rollback_is_told_at_once(scene: Scene) -> None:
    """The status page says what readers see, since when and from which data, whoever changed it."""
    first = scene.status()["shown"]
    assert isinstance(first, dict)
    older = rolled_back(scene)
    scene.run(4)
    told = scene.status()["shown"]
    assert isinstance(told, dict)
    assert (told["id"], told["as_of"]) == (older, "2026-06-30")
    assert told["id"] == first["id"]
    assert told["since"] > first["since"]


def test_a_site_that_was_rolled_back_is_not_called_fine(scene: Scene) -> None:
    """The page says that newer data is held back and how to go on; after a change all is as usual."""
    rolled_back(scene)
    scene.run(4)
    assert "正常" not in scene.page()
    assert "现在的网站是较早的发布，较新的没有显示" in scene.page()
    assert "数据再有改动，保存后会自动发布" in scene.page()
    command = f"kaohe publish --data {scene.data} --to {scene.to} --audience staff"
    assert command in scene.page()
    assert is_rolled_back(scene)
    scene.write("2025/checks.csv", NEWER)
    scene.run(10)
    assert "全体职工版网站：正常" in scene.page()
    assert not is_rolled_back(scene)


def test_whose_data_is_what_somebody_went_back_to_sees_the_newest(scene: Scene) -> None:
    """The mistake is taken back in the data too: nothing is held back any more."""
    rolled_back(scene)
    scene.write("2025/checks.csv", ROWS)
    scene.run(10)
    assert "全体职工版网站：正常" in scene.page()
    assert not is_rolled_back(scene)


def test_the_newest_published_by_hand_is_fine(scene: Scene) -> None:
    """Who does what the page says reads that nothing is held back."""
    rolled_back(scene)
    scene.run(4)
    scene.publish(Audience.STAFF, False)
    scene.run(4)
    assert "全体职工版网站：正常" in scene.page()


def is_rolled_back(scene: Scene) -> object:
    """As a program reads it."""
    told = scene.status()["shown"]
    assert isinstance(told, dict)
    return told["rolled_back"]


def test_a_new_program_publishes_the_same_data(scene: Scene) -> None:
    """Another version may make other pages of it."""
    scene.program = "p2"
    scene.start()
    scene.run(10)
    assert scene.built == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"version": 1, "good": 7}', b"\xff"])
def test_a_damaged_memory_costs_a_build(scene: Scene, damage: bytes) -> None:
    """Then nothing is known, and everything is judged again."""
    (scene.to / ".watch/state.json").write_bytes(damage)
    scene.start()
    scene.run(10)
    assert (scene.built, scene.kind()) == (2, None)


def test_a_lost_site_is_made_again(scene: Scene) -> None:
    """Somebody removed the folder that is published to."""
    scene.roots[Audience.STAFF].current.unlink()
    scene.start()
    scene.run(10)
    assert shown(scene) is not None
