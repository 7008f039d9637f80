"""What an interrupted run, a hand or a bad disk left is put right by the next run."""

from __future__ import annotations

import shutil

import pytest

from generator.publishing.history import Act
from tests.publishing.small import SMALL, Press, assert_whole, pages_in, read_meanwhile, version


def test_leftovers_go(press: Press) -> None:
    """Half a release, half a switch, half a removal, a manifest of nothing."""
    press.publish(version(1))
    root = press.root
    shutil.copytree(root.current, root.releases / ".tmp-0123456789abcdef")
    shutil.copytree(root.current, root.releases / ".tmp-del-0123456789abcdef")
    (root.path / ".cur-4711").symlink_to("releases/0123456789abcdef")
    (root.manifests / ".tmp-0123456789abcdef.json").write_text("[")
    (root.manifests / "0123456789abcdef.json").write_text("[]")
    press.publish(version(2))
    assert pages_in(root.current) == version(2)
    assert_whole(root)


def test_a_release_that_was_staged_and_never_shown_goes(press: Press) -> None:
    """Killed between its name and the switch; other data follows."""
    press.publish(version(1))
    history = press.root.log.read_text(encoding="utf-8")
    second = press.publish(version(2)).id
    press.root.log.write_text(history, encoding="utf-8")
    _point_back(press)
    third = press.publish(version(3)).id
    assert second not in press.root.names()
    assert third in press.root.names()
    assert_whole(press.root)


def test_a_switch_that_was_not_told_is_told(press: Press) -> None:
    """Killed between the switch and the history: a rollback still goes to the one before."""
    first = press.publish(version(1)).id
    history = press.root.log.read_text(encoding="utf-8")
    press.publish(version(2))
    press.root.log.write_text(history, encoding="utf-8")
    press.publish(version(2))
    assert [event.act for event in press.root.history().events] == [Act.PUBLISHED, Act.PUBLISHED]
    assert press.roll_back() == first


@pytest.mark.parametrize("damage", ["edited", "file missing", "file more", "folder gone", "link gone"])
def test_a_damaged_site_is_replaced_by_the_newest_whole_one(press: Press, damage: str) -> None:
    """Readers get the last good site at once, even if the new one is refused."""
    press.publish(version(1))
    press.publish(version(2))
    page = press.root.current / "index.html"
    if damage == "edited":
        page.write_text("von Hand")
    elif damage == "file missing":
        page.unlink()
    elif damage == "file more":
        page.with_name("reserve.csv").write_text("姓名")
    elif damage == "folder gone":
        shutil.rmtree(press.root.current.resolve())
    else:
        press.root.current.unlink()
    left = version(2) if damage == "link gone" else version(1)
    seen = []
    press.publish(version(2), during=lambda: seen.append(pages_in(press.root.current)))
    assert seen == [left]
    assert any("已恢复为完好的" in line for line in press.told)
    assert pages_in(press.root.current) == version(2)
    assert_whole(press.root)


def test_a_damaged_site_without_another_is_replaced_by_the_same_data(press: Press) -> None:
    """The damaged one stays until the new one has its name, and lends it no bytes."""
    press.publish(version(1))
    (press.root.current / "assets/site.css").write_text("von Hand")
    seen = []
    press.publish(version(1), during=lambda: seen.append((press.root.current / "index.html").exists()))
    assert seen == [True]
    assert pages_in(press.root.current) == version(1)
    assert any("也没有其他完好的发布可用" in line for line in press.told)
    assert_whole(press.root)


def test_readers_of_a_damaged_site_never_miss_its_other_pages(press: Press) -> None:
    """The damaged release and the good one of the same name change places at once."""
    press.publish(SMALL)
    with read_meanwhile(press.root, sorted(SMALL)[1:]) as misses:
        for _ in range(20):
            (press.root.current / sorted(SMALL)[0]).write_text("von Hand")
            press.publish(SMALL)
            assert pages_in(press.root.current) == SMALL
    assert misses == []


def test_a_lost_history_is_rebuilt_from_what_there_is(press: Press) -> None:
    """Nothing that was published is thrown away for it, and a rollback works."""
    names = [press.publish(version(number)).id for number in (1, 2)]
    press.root.log.unlink()
    press.publish(version(3))
    assert set(names) < set(press.root.names())
    assert press.roll_back() == names[1]


def test_a_history_that_was_cut_off_goes_on(press: Press) -> None:
    """Half a line is no event, and the next one begins on a line of its own."""
    press.publish(version(1))
    with press.root.log.open("a", encoding="utf-8") as log:
        log.write('{"time": "2026-03-0')
    second = press.publish(version(2)).id
    assert [event.id for event in press.root.history().events][-1] == second
    assert len(press.root.history().events) == 2


def _point_back(press: Press) -> None:
    first = press.root.history().shown[0].id
    press.root.current.unlink()
    press.root.current.symlink_to(f"releases/{first}")
