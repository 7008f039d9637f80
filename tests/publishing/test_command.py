"""`kaohe publish`, `releases`, `rollback`, `verify-print` at the command line, with real data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from generator.gate.finding import Finding, Kind
from generator.gate.judge import Inspection, Verdict
from generator.publishing.root import Root
from tests.conftest import SOURCE
from tests.publishing.small import assert_whole
from tests.test_project import own_data

TOLD = "奖金分配上意见不一，有两次会议不欢而散"
INTERVIEW = (
    "谈话编号,单位编号,日期,谈话对象,涉及人员,内容\n"
    f"T-2025-01,z01,2026-01-21,班子成员,,谈话人认为{TOLD}，影响工作\n"
)


@dataclass(frozen=True)
class Small:
    """The data of the README, which is built in a moment, and a folder to publish to."""

    data: Path
    content: Path
    to: Path

    def publish(self, *more: str) -> int:
        """The exit code."""
        source = ["--data", str(self.data), "--content", str(self.content)]
        return main(["publish", *source, "--to", str(self.to), *more])


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Nothing published yet."""
    (tmp_path / "content").mkdir()
    return Small(own_data("README.md", tmp_path), tmp_path / "content", tmp_path / "srv")


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """A gate that takes no time, and refuses the audiences one adds."""
    refused: set[str] = set()

    def judge(inspection: Inspection, _: object) -> Verdict:
        found = inspection.order.audience.value in refused
        return Verdict((Finding(Kind.STRAY, ".env"),) if found else ())

    monkeypatch.setattr("generator.commands.publishing.judge", judge)
    yield refused


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one stands in, with a file in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    return tmp_path


def test_what_the_gate_finds_keeps_the_site_as_it_is(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    """Published, then nothing new, then a page that quotes an interview: refused, named, nothing changed."""
    assert small.publish() == 0
    shown = Root(small.to / "staff").shown()
    assert f"已发布 {shown}：" in capsys.readouterr().out
    assert small.publish() == 0
    assert f"内容没有变化，网站仍是 {shown}" in capsys.readouterr().out
    (small.data / "2025/restricted").mkdir()
    (small.data / "2025/restricted/interviews.csv").write_text(INTERVIEW, encoding="utf-8")
    (small.content / "2025").mkdir()
    (small.content / "2025/note.md").write_text(f"# 说明\n\n{TOLD}。\n", encoding="utf-8")
    assert small.publish() == 1
    told = capsys.readouterr().err
    assert "2025/note/index.html：含有不公开的文字" in told
    assert told.endswith("没有发布，网站没有变。\n")
    assert Root(small.to / "staff").shown() == shown
    assert_whole(Root(small.to / "staff"))


def test_one_audience_that_is_refused_keeps_none_of_the_others_back(
    small: Small, trusting: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each has a folder of its own; the exit code is the worst."""
    trusting.add("leaders")
    assert small.publish("--audience", "all") == 1
    printed = capsys.readouterr()
    assert printed.out.count("已发布 ") == 2
    assert ".env：不是网站的文件" in printed.err
    shown = {name: Root(small.to / name).shown() for name in ("staff", "leaders", "group")}
    assert shown["leaders"] is None
    assert shown["staff"]
    assert shown["group"]
    assert shown["staff"] != shown["group"]


@pytest.mark.usefixtures("trusting")
def test_errors_in_the_data_are_told_and_nothing_changes(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clerk reads which cell, and that readers see what they saw."""
    assert small.publish() == 0
    shown = Root(small.to / "staff").shown()
    profiles = small.data / "2025/profiles.csv"
    profiles.write_text(profiles.read_text(encoding="utf-8").replace(",36,", ",36人,"), encoding="utf-8")
    capsys.readouterr()
    assert small.publish() == 1
    told = capsys.readouterr().err
    assert '「党员数」: "36人"' in told
    assert told.endswith("没有发布，网站没有变。\n")
    assert Root(small.to / "staff").shown() == shown


@pytest.mark.usefixtures("trusting")
def test_releases_and_rollback(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """Two publications, one step back, and what is told of each."""
    small.publish()
    small.publish("--as-of", "2026-01-04")
    capsys.readouterr()
    to = ["--to", str(small.to)]
    assert main(["releases", *to]) == 0
    newest, older = capsys.readouterr().out.splitlines()
    assert newest.endswith("现在的网站")
    assert main(["rollback", *to]) == 0
    assert capsys.readouterr().out.startswith(f"已退回 {older.split()[0]}：")
    assert main(["rollback", *to]) == 1
    assert "没有更早的发布可以回退，网站没有变。" in capsys.readouterr().err


@pytest.mark.usefixtures("trusting")
def test_all_audiences_go_back_together_or_none_does(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that was published once only is named and keeps the others; then each goes one release back."""
    back = ["rollback", "--to", str(small.to), "--audience", "all"]
    roots = {name: Root(small.to / name) for name in ("staff", "leaders", "group")}
    small.publish("--audience", "all")
    small.publish("--as-of", "2026-01-04")
    newest = {name: root.shown() for name, root in roots.items()}
    capsys.readouterr()
    assert main(back) == 1
    told = capsys.readouterr().err
    assert "公司领导版、考核组版没有更早的发布可以回退，各版网站都没有变。请用 --audience 逐个退回" in told
    assert {name: root.shown() for name, root in roots.items()} == newest
    small.publish("--audience", "all", "--as-of", "2026-01-03")
    capsys.readouterr()
    assert main(back) == 0
    assert capsys.readouterr().out.count("已退回 ") == 3
    assert {name: root.shown() for name, root in roots.items()} == newest


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["publish"], 2, "缺少 --to"),
        (["publish", "--to", "x", "--keep", "0"], 2, "--keep：0 不是个数，请写成 5 的样子"),
        (["publish", "--to", "x", "--keep", "５"], 2, "不是个数"),
        (["releases", "--to", "x"], 2, "中还没有发布过网站"),
        (["rollback", "--to", "x"], 1, "中还没有发布过网站"),
        (["rollback", "--to", "x", "--audience", "all"], 1, "各版网站都没有变。"),
        (["releases", "--to", "x", "--audience", "all"], 2, "--audience 不能是"),
        (["publish", "--to", "file"], 2, "已有同名的文件"),
    ],
)
def test_wrong_usage_is_told(
    arguments: list[str], code: int, told: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Chinese, and no folder is made."""
    try:
        ended = main(arguments)
    except SystemExit as stop:
        ended = int(str(stop.code))
    assert ended == code
    assert told in capsys.readouterr().err
    assert [one.name for one in here.iterdir()] == ["file"]


@pytest.mark.usefixtures("trusting")
def test_papers_are_looked_up_in_what_was_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The code of the release that is shown, of the one before, of none; asked of one audience and of all."""
    to = ["--to", str(tmp_path), "--audience", "leaders"]
    for day in ("2026-06-28", "2026-06-29"):
        assert main(["publish", *SOURCE, *to, "--as-of", day]) == 0
    root = Root(tmp_path / "leaders")
    newer, older = _code(root.current), _code(root.previous)
    assert newer != older

    def asked(code: str, site: Path) -> tuple[int, str]:
        capsys.readouterr()
        return main(["verify-print", code, "--site", str(site)]), capsys.readouterr().out

    for site in (tmp_path, root.path):
        code, said = asked(newer, site)
        assert (code, "2026-06-29" in said, "是最新的" in said) == (0, True, True)
        code, said = asked(older, site)
        assert (code, "2026-06-28" in said, "已有更新的版本" in said) == (1, True, True)
        code, said = asked("AAAA-0000", site)
        assert (code, "没有查到" in said) == (1, True)
    assert main(["rollback", *to]) == 0
    assert asked(older, root.path)[0] == 0
    assert asked(newer, root.path)[0] == 1


def _code(site: Path) -> str:
    """The code of the sheet of a unit."""
    register = json.loads((site / "2025/print/codes.json").read_text(encoding="utf-8"))
    found: str = next(one["code"] for one in register["papers"] if one["unit"] == "u03")
    return found
