"""Which releases stay, what a rollback shows, and what is told of them."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.publishing.faults import RefusedError
from generator.publishing.history import Act, Event, History, parse_history
from generator.publishing.listing import listing
from generator.publishing.pruning import doomed
from tests.publishing.small import START, Press, assert_whole, pages_in, version

DAY = 25


def numbered(press: Press, count: int, keep: int = 5, hours: int = DAY) -> list[str]:
    """So many versions, published more than a day apart; their names."""
    found = []
    for number in range(1, count + 1):
        press.later(hours)
        found.append(press.publish(version(number), keep=keep).id)
    return found


def test_the_newest_stay(press: Press) -> None:
    """Of six with `--keep 3` the last three, with their manifests and nothing else."""
    names = numbered(press, 6, keep=3)
    assert set(press.root.names()) == set(names[3:])
    assert_whole(press.root)


def test_what_is_younger_than_a_day_stays(press: Press) -> None:
    """Pages opened yesterday still find their pictures, however many releases there are."""
    names = numbered(press, 8, keep=1, hours=1)
    assert set(press.root.names()) == set(names)
    press.later(DAY)
    last = press.publish(version(9), keep=1).id
    assert set(press.root.names()) == {names[-1], last}


def test_what_is_shown_and_the_one_before_stay_whatever_is_asked(press: Press) -> None:
    """`--keep 1` leaves what a rollback needs."""
    names = numbered(press, 4, keep=1)
    assert set(press.root.names()) == set(names[2:])
    assert press.roll_back() == names[2]


def test_a_time_in_the_future_counts_as_young() -> None:
    """After a clock was set back nothing is thrown away for it."""
    future = START + dt.timedelta(days=400)
    history = History(tuple(Event(future, Act.PUBLISHED, name) for name in "abcdef"))
    assert list(doomed(history, 1, START)) == []


def test_rollback_shows_the_one_before_and_twice_the_one_before_that(press: Press) -> None:
    """Each walks one further back, until there is none (P43)."""
    names = numbered(press, 3)
    assert press.roll_back() == names[1]
    assert pages_in(press.root.current) == version(2)
    assert str(press.root.previous.readlink()) == f"releases/{names[0]}"
    assert press.roll_back() == names[0]
    assert pages_in(press.root.current) == version(1)
    assert not press.root.previous.is_symlink()
    with pytest.raises(RefusedError, match="没有更早的发布可以回退"):
        press.roll_back()
    assert pages_in(press.root.current) == version(1)
    assert_whole(press.root)


def test_every_switch_is_logged_with_its_time(press: Press) -> None:
    """One line an event, readable by any program."""
    names = numbered(press, 2)
    press.roll_back()
    events = parse_history(press.root.log.read_text(encoding="utf-8")).events
    assert [(one.act, one.id) for one in events] == [
        (Act.PUBLISHED, names[0]),
        (Act.PUBLISHED, names[1]),
        (Act.ROLLED_BACK, names[0]),
    ]
    assert events[-1].time == press.time


def test_the_same_data_goes_forward_again_after_a_rollback(press: Press) -> None:
    """Publishing is an order: the data decides, without a new release."""
    names = numbered(press, 2)
    press.roll_back()
    found = press.publish(version(2))
    assert (found.id, found.written) == (names[1], 0)
    assert pages_in(press.root.current) == version(2)
    assert press.roll_back() == names[0]


def test_nobody_goes_back_to_what_was_rolled_back_from(press: Press) -> None:
    """1, 2 (bad), back to 1, 3: the one before 3 is 1."""
    names = numbered(press, 2)
    press.roll_back()
    press.publish(version(3))
    assert press.roll_back() == names[0]


def test_older_data_again_is_a_new_place_in_the_line(press: Press) -> None:
    """1, 2, 1: the one before is 2."""
    names = numbered(press, 2)
    assert press.publish(version(1)).id == names[0]
    assert press.roll_back() == names[1]


def test_a_damaged_release_is_passed_over(press: Press) -> None:
    """A rollback goes to the newest that is whole."""
    names = numbered(press, 3)
    (press.root.release(names[1]) / "index.html").write_text("von Hand")
    assert press.roll_back() == names[0]


def test_nothing_was_published_yet(press: Press) -> None:
    """A sentence, and no folder made."""
    with pytest.raises(RefusedError, match="还没有发布过网站"):
        press.roll_back()
    assert not press.root.path.exists()


def test_the_list_says_what_each_is(press: Press) -> None:
    """Newest first: name, time, pages, what it is."""
    names = numbered(press, 3)
    press.roll_back()
    lines = list(listing(press.root))
    assert [line.split()[0] for line in lines] == names[::-1]
    assert [line.split("  ")[2:] for line in lines] == [["4 页", words] for words in STANDINGS]
    assert f"{press.root.history().shown[0].since:%Y-%m-%d %H:%M:%S}" in lines[-1]
    press.root.manifest(names[0]).write_text("[]")
    assert "清单缺失或已损坏" in list(listing(press.root))[-1]


STANDINGS = ("已退回，不再使用", "现在的网站", "上一次，rollback 退回到这里")
