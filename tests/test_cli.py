"""What a person at the command line gets: exit codes, messages, JSON, and an old site that stays."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from generator.cli import PLACES, main
from tests.conftest import PROJECT, SOURCE
from tests.test_project import own_data


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The sample data with one score typed with its unit and a full-width point."""
    data = tmp_path / "data"
    shutil.copytree(PROJECT / "data", data)
    file = data / "2025/components.csv"
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    cells = lines[1].split(",")
    lines[1] = ",".join([*cells[:2], "92．5分", *cells[3:]])
    file.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return data


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the data of the README in `mine`, which is built in a moment."""
    return own_data("README.md", tmp_path).parent


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file by path."""
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_sample_has_no_errors_and_no_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    """What the product ships as an example passes its own check."""
    assert main(["check", "--data", str(PROJECT / "data"), "--format", "json"]) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {problem["level"] for problem in problems} <= {"info"}


def test_a_problem_is_told_with_place_value_rule_and_remedy(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clerk reads one Chinese line that names the cell."""
    assert main(["check", "--data", str(broken)]) == 1
    out = capsys.readouterr().out
    assert '[E104] data/2025/components.csv 第2行 「得分」: "92．5分" ' in out
    assert "错误 1 个" in out


def test_json_has_one_record_a_problem(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another program gets the same facts as fields."""
    assert main(["check", "--data", str(broken), "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    (error,) = [problem for problem in problems if problem["level"] == "error"]
    assert set(error) == {"code", "level", "file", "line", "column", "value", "message", "hint"}
    assert (error["code"], error["line"], error["column"], error["value"]) == ("E104", 2, "得分", "92．5分")


def test_check_of_one_year_looks_at_that_year(broken: Path) -> None:
    """`--year 2024` is not stopped by a mistake in 2025."""
    assert main(["check", "--data", str(broken), "--year", "2024"]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "命令不对：缺少 命令"),
        (["nonsense"], "命令不对：命令 不能是 'nonsense'，可用的有："),
        (["build", "--as-of", "3月5日"], "命令不对：--as-of：3月5日 不是日期，请写成 2026-06-30 的样子"),
        (["build", "--year", "MMXXV"], "命令不对：--year 应是整数，不能是 'MMXXV'"),
        (["build", "--year"], "命令不对：--year 后面缺少内容"),
        (["check", "--quick"], "命令不对：不认识 --quick"),
        (["--quick", "check"], "命令不对：不认识 --quick"),
        (["pdf", "--only", "x"], "命令不对：--only：没有 x 这一种，可用的有：bulletin 考核情况通报，"),
    ],
)
def test_wrong_usage_exits_with_two(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Usage errors are told apart from data errors, and in Chinese."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("用法：kaohe")
    assert told in error


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], "kaohe"),
        (["nonsense"], "kaohe"),
        (["build", "--foo"], "kaohe build"),
        (["publish"], "kaohe publish"),
    ],
)
def test_wrong_usage_leads_to_the_help_of_the_command(
    arguments: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own usage, and what to type to read all of it."""
    with pytest.raises(SystemExit):
        main(arguments)
    error = capsys.readouterr().err
    assert error.startswith(f"用法：{command} [")
    assert error.endswith(f"\n全部用法请看：{command} --help\n")


def test_an_unknown_year_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the years there are."""
    arguments = ["build", "--data", str(PROJECT / "data"), "--out", str(tmp_path), "--year", "1999"]
    assert main(arguments) == 2
    assert "数据中没有 1999 年度，现有年度：2023、2024、2025" in capsys.readouterr().err


def test_errors_leave_the_old_site_as_it_was(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written when an error exists, and the reader keeps the last good site."""
    out = tmp_path / "site"
    (out / "staff").mkdir(parents=True)
    (out / "staff/index.html").write_text("旧", encoding="utf-8")
    before = tree(out / "staff"), tree(broken)
    assert main(["build", "--data", str(broken), "--out", str(out)]) == 1
    assert (tree(out / "staff"), tree(broken)) == before
    assert "未生成网站，原有网站保持不变。" in capsys.readouterr().err


def test_a_missing_data_folder_is_a_clear_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped path is no traceback."""
    assert main(["check", "--data", str(tmp_path / "nowhere")]) in {1, 2}
    printed = capsys.readouterr()
    assert "nowhere" in printed.out + printed.err


@pytest.mark.parametrize(
    "command", ["build", "pdf", "serve", "gate site", "publish --to srv", "watch --to srv"]
)
def test_a_mistyped_folder_of_pages_is_refused(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site without its hand-written pages would look complete; nothing is made."""
    monkeypatch.chdir(tmp_path)
    audience = ["--audience", "staff"]
    try:
        ended = main([*command.split(), "--data", str(PROJECT / "data"), "--content", "contnet", *audience])
    except SystemExit as stop:
        ended = int(str(stop.code))
    assert ended == 2
    assert "--content：找不到文件夹 contnet，请改正路径" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nobody_needs_pages_of_his_own(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `content` was not named, there need not be one."""
    monkeypatch.chdir(small)
    assert main(["build", "--data", "mine"]) == 0


def test_one_year_alone_is_a_whole_site(tmp_path: Path) -> None:
    """`--year 2024` gives a shelf and one book, with no link into years that are not there."""
    arguments = ["build", "--data", str(PROJECT / "data"), "--content", str(PROJECT / "content")]
    assert main([*arguments, "--out", str(tmp_path), "--year", "2024"]) == 0
    assert (tmp_path / "staff/2024/index.html").exists()
    assert not (tmp_path / "staff/2025").exists()


def test_as_of_moves_the_lights(tmp_path: Path) -> None:
    """Seen a year later, every open problem of the newest year with a date is overdue."""
    arguments = ["build", "--data", str(PROJECT / "data"), "--out", str(tmp_path), "--as-of", "2027-06-30"]
    assert main([*arguments, "--content", str(PROJECT / "content")]) == 0
    ledger = (tmp_path / "staff/2025/rectifications/index.html").read_text(encoding="utf-8")
    assert "数据截至 2027-06-30" in ledger
    assert "50 项，已销号 31，逾期 14。" in ledger


def test_each_audience_has_a_site_of_its_own(tmp_path: Path, leaders_site: Path) -> None:
    """`all` builds the three, and each is what it is when built alone."""
    arguments = ["build", "--data", str(PROJECT / "data"), "--content", str(PROJECT / "content")]
    assert main([*arguments, "--out", str(tmp_path / "all"), "--audience", "all"]) == 0
    sites = [folder.name for folder in (tmp_path / "all").iterdir() if not folder.name.startswith(".")]
    assert sorted(sites) == ["group", "leaders", "staff"]
    assert tree(tmp_path / "all/leaders") == tree(leaders_site)


@pytest.mark.parametrize("audience", ["staff", "leaders"])
def test_restricted_data_is_never_opened_for_others(
    tmp_path: Path, audience: str, request: pytest.FixtureRequest
) -> None:
    """Absent, full of rubbish or a link into nowhere: the site is the same to the byte."""
    whole = tree(request.getfixturevalue({"staff": "sample_site", "leaders": "leaders_site"}[audience]))
    for name in ("absent", "rubbish", "link"):
        data = tmp_path / name / "data"
        shutil.copytree(PROJECT / "data", data)
        folder = data / "2025/restricted"
        shutil.rmtree(folder)
        if name == "rubbish":
            folder.mkdir()
            (folder / "身份证.csv").write_bytes(b"\x00\xff")
        if name == "link":
            folder.symlink_to(tmp_path / "nowhere")
        arguments = ["build", "--data", str(data), "--content", str(PROJECT / "content")]
        assert main([*arguments, "--out", str(tmp_path / name), "--audience", audience]) == 0
        assert tree(tmp_path / name / audience) == whole


def test_check_opens_restricted_data_for_the_group_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault in it is the group's to mend, and its value is never printed."""
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    file = tmp_path / "data/2025/restricted/recommendations.csv"
    file.write_text(file.read_text(encoding="utf-8-sig").replace(",31,", ",三一,"), encoding="utf-8-sig")
    assert main(["check", "--data", str(tmp_path / "data")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "提示：没有检查 2025 年度的 restricted 文件夹，"
        f"考核组请用 kaohe check --data {tmp_path / 'data'} --audience group 连同它一起检查"
    )
    assert main(["check", "--data", str(tmp_path / "data"), "--audience", "group"]) == 1
    out = capsys.readouterr().out
    assert "没有检查" not in out
    assert "2025/restricted/recommendations.csv 第2行 「得票」" in out
    assert "三一" not in out


def test_what_check_did_not_look_at_is_told_only_where_it_is(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the years asked for; nothing where there is no such folder, and no problem for a program."""
    order = ["check", "--data", str(small / "mine")]
    assert main(order) == 0
    assert "restricted" not in capsys.readouterr().out
    (small / "mine/2025/restricted").mkdir()
    assert main([*order, "--year", "2025", "--audience", "leaders"]) == 0
    assert "提示：没有检查 2025 年度的 restricted 文件夹" in capsys.readouterr().out
    assert main([*order, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": []}


def test_relative_folders_are_looked_for_where_the_person_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Data, hand-written pages and output are found from the working directory, not from the program."""
    shutil.copytree(PROJECT / "data", tmp_path / "mine")
    shutil.copytree(PROJECT / "content", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--data", "mine", "--content", "pages", "--out", "mysite"]) == 0
    assert (tmp_path / "mysite/staff/2025/scheme/lecture/index.html").exists()


def test_schemas_are_written_for_editors(tmp_path: Path) -> None:
    """One file a document, and one can be printed alone."""
    assert main(["schema", "--out", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "scheme.schema.json").read_text(encoding="utf-8"))["title"] == "考核方案"


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    """Working directory, time zone, locale, umask and hash seed leave no trace in the site."""
    built = []
    for number, (zone, locale, seed) in enumerate([("UTC", "C.UTF-8", "1"), ("Asia/Shanghai", "C", "77")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        command = [sys.executable, "-m", "generator.cli", "build", "--data", str(PROJECT / "data")]
        command += ["--content", str(PROJECT / "content"), "--out", str(folder / "site")]
        settings = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)}
        subprocess.run(command, cwd=folder, env=os.environ | settings, check=True, capture_output=True)
        built.append(tree(folder / "site/staff"))
    assert built[0] == built[1]
    assert len(built[0]) > 380


@pytest.mark.parametrize("command", [["build", "--out"], ["pdf", "--only", "summary", "--out"]])
def test_a_folder_that_cannot_be_written_is_named(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, without a traceback."""
    (tmp_path / "file").touch()
    assert main([command[0], *SOURCE, *command[1:], str(tmp_path / "file/site")]) == 2
    said = capsys.readouterr().err
    assert said.splitlines()[-1].startswith(f"错误：{tmp_path}/file")
    assert "Error" not in said


@pytest.mark.parametrize("command", ["publish", "watch"])
def test_nothing_is_published_among_the_data(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be taken for data from then on; nothing is left there."""
    data = tmp_path / "data"
    data.mkdir()
    assert main([command, "--data", str(data), "--to", str(data / "web")]) == 2
    assert f"它在 {data} 里面" in capsys.readouterr().err
    assert list(data.iterdir()) == []


def test_nothing_is_built_among_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The next command would find hundreds of strange files there."""
    data = tmp_path / "data"
    data.mkdir()
    assert main(["build", "--data", str(data), "--out", str(data / "web")]) == 2
    assert f"不能写到 {data / 'web'}：它在 {data} 里面" in capsys.readouterr().err
    assert list(data.iterdir()) == []


@pytest.mark.parametrize(
    ("stopped_by", "code", "told"),
    [(signal.SIGINT, 130, "已中断，没有做完，重新运行即可"), (signal.SIGTERM, 143, "")],
    ids=lambda one: getattr(one, "name", None),
)
def test_who_stops_a_command_finds_nothing_left(
    stopped_by: signal.Signals, code: int, told: str, tmp_path: Path
) -> None:
    """No temporary folder with a reference of the gate, no half release, and no traceback."""
    temporary, web = tmp_path / "tmp", tmp_path / "web"
    temporary.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "publish", "--to", str(web)],
        cwd=PROJECT,
        env=os.environ | {"TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert any("用随机标记代替" in line for line in process.stderr)
        assert list(temporary.iterdir())
        process.send_signal(stopped_by)
        rest = process.stderr.read()
    assert process.returncode == code
    assert told in rest
    assert "Traceback" not in rest
    assert not list(temporary.iterdir())
    assert not (web / "staff/current").exists()


@pytest.mark.parametrize("command", PLACES)
def test_every_command_is_where_it_is_said_to_be(command: str) -> None:
    """It is looked for only when somebody calls it."""
    module, name = PLACES[command]
    assert callable(getattr(import_module(f"generator.commands.{module}"), name))


def test_a_command_loads_what_it_needs() -> None:
    """A clerk who checks a cell does not wait for what writes and judges sites."""
    script = "import sys; from generator.cli import main; main(['check']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "generator.review" in loaded
    assert loaded.isdisjoint(
        {"mkdocs", "pypdf", "quickjs", "weasyprint", "generator.gate", "generator.watching"}
    )
