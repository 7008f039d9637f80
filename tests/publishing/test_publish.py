"""Publishing: what readers see afterwards, and what was written for it."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.publishing.faults import MachineError, RefusedError
from generator.publishing.manifest import parse_manifest
from generator.publishing.root import Root
from tests.publishing.small import SMALL, Press, Verdict, assert_whole, pages_in, read_meanwhile, version


def test_readers_see_exactly_what_was_built(press: Press) -> None:
    """Every file and no other, behind a relative link that survives a move of the folder."""
    found = press.publish(SMALL)
    assert pages_in(press.root.current) == SMALL
    assert found.fresh
    assert found.written == len(SMALL)
    assert str(press.root.current.readlink()) == f"releases/{found.id}"
    assert_whole(press.root)


def test_no_file_survives_its_deletion(press: Press) -> None:
    """A page that is no longer built is not shown, nor is anything somebody laid beside it."""
    press.publish({**SMALL, "2025/units/u02/index.html": "二处"}, allow_shrink=True)
    press.publish(SMALL, allow_shrink=True)
    assert pages_in(press.root.current) == SMALL


def test_the_same_data_is_no_new_release(press: Press) -> None:
    """One release, one event, the link untouched (P44)."""
    first = press.publish(SMALL)
    before = os.lstat(press.root.current).st_ino
    again = press.publish(SMALL)
    assert (again.id, again.fresh) == (first.id, False)
    assert os.lstat(press.root.current).st_ino == before
    assert len(press.root.history().events) == 1
    assert_whole(press.root)


def test_what_did_not_change_is_not_written_again(press: Press) -> None:
    """One changed page costs one file; the others share their bytes with the release before."""
    press.publish(version(1))
    second = press.publish(version(2))
    assert second.written == 1
    assert (press.root.current / "assets/site.css").stat().st_nlink == 2
    assert (press.root.current / "index.html").stat().st_nlink == 1


def test_a_later_build_does_not_reach_into_a_release(press: Press) -> None:
    """The builder may write over its own files; no release has a byte in common with them."""
    press.publish(SMALL)
    for file in press.root.site.rglob("*.html"):
        assert file.stat().st_nlink == 1
        file.write_text("anders")
    assert pages_in(press.root.current) == SMALL


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_are_right_under_any_umask(press: Press, umask: int) -> None:
    """The web server reads everything below the root, nobody else writes; the build is ours alone (P47)."""
    old = os.umask(umask)
    try:
        press.publish(version(1))
        press.publish(version(2))
    finally:
        os.umask(old)
    root = press.root
    assert stat.S_IMODE(root.work.stat().st_mode) == 0o700
    for one in (root.path.parent, root.path, *root.path.glob("[!.]*"), *root.releases.rglob("*")):
        if not one.is_symlink():
            assert stat.S_IMODE(one.stat().st_mode) == (0o755 if one.is_dir() else 0o644), one


def test_the_manifest_lists_every_file_and_names_the_release(press: Press) -> None:
    """Sorted by path, with size and digest; its own digest is the name."""
    found = press.publish(SMALL)
    manifest = parse_manifest(press.root.manifest(found.id).read_text(encoding="ascii"))
    assert [entry.path for entry in manifest.entries] == sorted(SMALL)
    assert manifest.id == found.id
    assert manifest.pages == 4


def test_what_the_gate_refuses_is_not_shown(press: Press) -> None:
    """Its findings are the message, and the site stays (P46)."""
    press.publish(version(1))
    with pytest.raises(RefusedError, match=r"含有不应出现的姓名\n没有发布，网站没有变。"):
        press.publish(version(2), verdict=Verdict(1, "2025/index.html：含有不应出现的姓名"))
    assert pages_in(press.root.current) == version(1)
    assert_whole(press.root)


def test_what_was_refused_is_built_from_nothing_the_next_time(press: Press) -> None:
    """A builder that keeps what did not change would keep what a hand or a loss of power spoilt."""
    with pytest.raises(RefusedError):
        press.publish(SMALL, verdict=Verdict(1, "2025/index.html：与重新生成的不一致"))
    assert not press.root.site.exists()


def test_a_gate_that_does_not_work_is_a_fault_of_the_machine(press: Press) -> None:
    """Code 2 of the gate says nothing about the site, so nothing is shown."""
    with pytest.raises(MachineError, match="本次检查无效"):
        press.publish(SMALL, verdict=Verdict(2, "本次检查无效"))
    assert press.root.shown() is None


def test_what_changes_after_it_was_judged_is_not_published(press: Press) -> None:
    """Digests are taken before the gate looks; a page written meanwhile is refused."""
    press.publish(version(1))
    page = press.root.site / "index.html"
    with pytest.raises(RefusedError, match="发布过程中网站文件有变动"):
        press.publish(version(2), during=lambda: page.write_text("名单"))
    assert pages_in(press.root.current) == version(1)
    assert_whole(press.root)


def test_a_site_without_a_front_page_is_none(press: Press) -> None:
    """Even if somebody allows it to shrink."""
    with pytest.raises(RefusedError, match="没有首页"):
        press.publish({"2025/index.html": "x"}, allow_shrink=True)


def test_links_and_devices_are_refused(press: Press) -> None:
    """Also when the gate would not look at them."""

    def plant() -> None:
        pytest.fail("must be refused before it is judged")

    press.publish(SMALL)
    with pytest.raises(RefusedError, match="passwd：是链接，不能发布"):
        press.publish(version(2), during=plant, links={"passwd": "/etc/passwd"})
    assert_whole(press.root)
    assert pages_in(press.root.current) == SMALL


def test_a_rollback_during_a_publication_stands(press: Press) -> None:
    """Who rolls back saw something nobody should see; a build under way does not put it back."""
    press.publish(version(1))
    for number in (2, 3):
        press.publish(version(2))
        with pytest.raises(RefusedError, match="发布期间有人回退了网站"):
            press.publish(version(number), during=press.roll_back)
        assert pages_in(press.root.current) == version(1)
    press.publish(version(3))
    assert pages_in(press.root.current) == version(3)
    assert_whole(press.root)


def test_readers_never_miss_a_page(press: Press) -> None:
    """While forty versions are published and old ones removed, every page is there."""
    press.publish(version(0))
    with read_meanwhile(press.root, SMALL) as misses:
        for number in range(1, 41):
            press.later(30)
            press.publish(version(number), keep=1)
            if number % 10 == 0:
                press.roll_back()
    assert misses == []


def test_a_fault_without_a_place_has_that_of_the_site(press: Press) -> None:
    """A builder's disk is full and it does not say where; readers have what they had."""
    first = press.publish(version(1)).id

    def fail() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(MachineError) as told:
        press.publish(version(2), during=fail)
    assert str(told.value).startswith(
        f"磁盘已满（空间或文件数用完）：{press.root.path}\n网站没有变，仍是 {first}。"
    )


def test_a_moved_root_goes_on(press: Press, tmp_path: Path) -> None:
    """Nothing in it names its place."""
    press.publish(version(1))
    moved = Press(Root(tmp_path / "elsewhere"), press.time)
    shutil.move(press.root.path, moved.root.path)
    moved.publish(version(2))
    assert pages_in(moved.root.current) == version(2)
    assert_whole(moved.root)


@given(steps=st.lists(st.one_of(st.integers(0, 4), st.just("rollback")), min_size=1, max_size=8))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_published_and_rolled_back(
    steps: list[int | str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After any steps what is shown is what a list of versions says, and every release is whole."""
    press = Press(Root(tmp_path_factory.mktemp("any") / "staff"))
    line: list[int] = []
    for step in steps:
        if isinstance(step, int):
            press.publish(version(step))
            line = [*(one for one in line if one != step), step] if line[-1:] != [step] else line
        elif len(line) > 1:
            line.pop()
            press.roll_back()
        else:
            with pytest.raises(RefusedError):
                press.roll_back()
    if line:
        assert pages_in(press.root.current) == version(line[-1])
        assert_whole(press.root)
