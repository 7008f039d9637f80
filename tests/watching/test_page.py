"""What a person reads of a watcher: whole pages by themselves, and nothing on them that is not ours."""

from __future__ import annotations

import re
from pathlib import Path

from generator.books.theme.policy import script_hash
from generator.cli import main
from generator.problems import DataError, Place, Problem
from tests.watching.scene import ROWS, Scene

NAMES = "html|head|meta|title|style|body|h1|h2|p|b|dl|dt|dd|ol|ul|li|br|small"
"""None of them loads or runs anything but the style, which is ours."""
EVIL = "</style><script>alert(1)</script><img src=//evil.invalid/x>"


def test_pages_stand_by_themselves(scene: Scene) -> None:
    """No script, no other host, nothing to load; both colours; they ask for themselves again."""

    def refuse(*_: object) -> None:
        problem = Problem("E104", Place("data/2025/checks.csv", 3, EVIL), EVIL, EVIL, EVIL)
        raise DataError([problem])

    scene.refuse = refuse
    scene.write("2025/checks.csv", ROWS.replace("单位7", "坏"))
    scene.run(10)
    assert "&lt;script&gt;" in scene.report
    for page in (scene.page(), scene.report):
        assert set(re.findall(r"<(\w+)", page)) <= {*NAMES.split("|")}
        assert not re.search(r"<[^>]*\b(?:src|href|on\w+)=|url\(|@import", page)
        assert '<html lang="zh">' in page
        assert "color-scheme: light dark" in page
        assert '<meta http-equiv="refresh" content="10">' in page


def test_the_web_server_lets_the_style_of_the_page_through(scene: Scene, tmp_path: Path) -> None:
    """Its policy allows no style within a page but this one."""
    (style,) = re.findall(r"<style>(.*?)</style>", scene.page(), re.DOTALL)
    assert main(["headers", "--out", str(tmp_path / "headers.conf")]) == 0
    policy = (tmp_path / "headers.conf").read_text(encoding="utf-8")
    assert f"style-src 'self' 'sha256-{script_hash(style)}';" in policy


def test_a_first_start_says_that_nothing_was_published(tmp_path: Path) -> None:
    """Before the first publication, and while it is wrong."""
    scene = Scene(tmp_path)
    scene.run(1)
    assert "还没有发布过" in scene.page()
    assert "发现改动，等文件保存完" in scene.page()


def test_a_clock_that_is_set_back_changes_nothing(scene: Scene) -> None:
    """The time on the wall is only shown; what is waited for goes by another."""
    scene.clock_shift = -86_400
    scene.write("2025/checks.csv", ROWS.replace("单位7", "单位八"))
    scene.run(10)
    assert len(scene.published) == 2
    scene.clock_shift = 86_400
    scene.run(60)
    assert (len(scene.published), scene.kind()) == (2, None)
