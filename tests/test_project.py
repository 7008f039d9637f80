"""The project's own promises: a lock that can be trusted, and papers that say what is true."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.books.source import check
from generator.cli import main

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAPERS = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md")

REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|npmjs|debian|crates|golang)[.](?:org|com|io|net)"
    r"|--(?:extra-)?index-url[= ]https?:",
    re.IGNORECASE,
)
MADE_HERE = re.compile(r"[.](?!ci$|gitignore$|gitattributes$).*|site|build|__pycache__|.*[.]egg-info")
"""Names at any level that git does not keep."""


def text_of(name: str) -> str:
    """The text of one of the project's files."""
    return (ROOT / name).read_text(encoding="utf-8")


def kept_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project, without what tools made."""
    for path in sorted(folder.iterdir()):
        if MADE_HERE.fullmatch(path.name):
            continue
        if path.is_dir():
            yield from kept_files(path)
        else:
            yield path


def blocks(name: str) -> list[str]:
    """The fenced blocks of a paper that name no language: what is typed, and what is answered."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", text_of(name), re.MULTILINE | re.DOTALL)
    return [text for language, text in fenced if not language]


def locked() -> dict[str, tuple[str, list[str]]]:
    """Package → its version and hashes, from every line of the lock that is not a comment."""
    text = re.sub(r"^ *#.*\n", "", text_of("requirements.lock"), flags=re.MULTILINE).replace("\\\n", " ")
    packages = {}
    for line in filter(str.strip, text.splitlines()):
        match = re.fullmatch(r"([a-z0-9-]+)==(\S+)((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", line)
        assert match, f"not an exact pin with hashes: {line[:80]}"
        packages[match[1]] = (match[2], match[3].split())
    return packages


def test_every_locked_package_has_one_version_and_its_hashes() -> None:
    """The lock holds nothing but pins and hashes: no option, no address, no path."""
    packages = locked()
    assert {"mkdocs", "mkdocs-material", "pytest", "setuptools"} <= packages.keys()
    assert all(hashes for _, hashes in packages.values())
    assert not re.search(r"://|(?<!\w)/\w", text_of("requirements.lock"))


def test_the_lock_holds_what_pyproject_asks_for() -> None:
    """Nobody changed a version in one file only; `make lock` brings the two together."""
    project = tomllib.loads(text_of("pyproject.toml"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["cluster"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    pins = {name.lower(): version for name, version in (each.split("==") for each in wanted)}
    versions = {name: version for name, (version, _) in locked().items()}
    assert pins == {name: versions.get(name) for name in pins}


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is the business of the machine that installs them."""
    naming = [
        str(path.relative_to(ROOT))
        for path in kept_files()
        if REGISTRIES.search(path.read_bytes().decode("utf-8", errors="ignore"))
    ]
    assert naming == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """Who follows the README sees what CI sees."""
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    for name in READMES:
        assert "make test\n" in blocks(name)
    assert {"make check", "make test"} <= set(script.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", PAPERS)
def test_every_make_target_the_papers_name_exists(name: str) -> None:
    """`make` knows each target somebody is told to make."""
    told = set(re.findall(r"(?:^|`)make ([a-z]+)", text_of(name), re.MULTILINE))
    made = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert told <= made


@pytest.mark.parametrize("name", PAPERS)
def test_every_file_the_papers_link_to_exists(name: str) -> None:
    """No link or picture leads nowhere."""
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_make_alone_lists_every_target() -> None:
    """The help names each target a person may call, with a sentence."""
    make = shutil.which("make")
    assert make
    shown = subprocess.run([make, "-s", "-C", str(ROOT)], capture_output=True, text=True, check=True).stdout
    for target in ("site", "serve", "test", "check", "bench", "lock", "clean"):
        assert re.search(rf"^  make {target} +\w", shown, re.MULTILINE)


def test_both_readmes_give_the_same_commands_and_messages() -> None:
    """A translation may differ in words, not in what is typed and what is answered."""
    english, chinese = (blocks(name)[:-1] for name in READMES)  # the last draws the folders, in words
    assert english == chinese


@pytest.mark.parametrize("name", READMES)
def test_every_command_and_option_of_the_readme_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`kaohe COMMAND --help` knows each option the table names, and the table names each command."""
    rows = re.findall(r"^\| `kaohe (\w+)` \|(.*)\|$", text_of(name), re.MULTILINE)
    assert [command for command, _ in rows] == [
        "check",
        "build",
        "explain",
        "pdf",
        "serve",
        "gate",
        "publish",
        "watch",
        "releases",
        "rollback",
        "headers",
        "figures",
        "schema",
        "doctor",
    ]
    for command, row in rows:
        with pytest.raises(SystemExit):
            main([command, "--help"])
        known = capsys.readouterr().out
        assert [option for option in re.findall(r"--[a-z-]+", row) if option not in known] == []


@pytest.mark.parametrize("name", READMES)
def test_the_data_of_the_readme_becomes_a_site(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The five-minute path works as written, and its mistake gets the message shown."""
    data = own_data(name, tmp_path)
    assert [str(problem) for problem in check(data)] == []
    build = next(
        line.split() for block in blocks(name) for line in block.splitlines() if "kaohe build --data" in line
    )
    monkeypatch.chdir(tmp_path)
    assert main(build[1:]) == 0
    assert (tmp_path / "mysite/staff/index.html").exists()

    profiles = data / "2025" / "profiles.csv"
    profiles.write_text(
        profiles.read_text(encoding="utf-8").replace("z01,,36,", "z01,,36人,"), encoding="utf-8"
    )
    assert [str(problem) for problem in check(data)] == [
        line for block in blocks(name) for line in block.splitlines() if line.startswith("[E104]")
    ]


def own_data(name: str, folder: Path) -> Path:
    """The data folder a reader of the README ends up with."""
    files = re.findall(
        r"`(mine/[\w/]+\.(?:csv|yml))`[^\n]*\n\n```(?:csv|yaml)\n(.*?)^```",
        text_of(name),
        re.MULTILINE | re.DOTALL,
    )
    assert len(files) == 4
    for path, text in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    typed = [line for block in blocks(name) for line in block.splitlines()]
    for path in next(line for line in typed if line.startswith("mkdir ")).split()[2:]:
        (folder / path).mkdir(parents=True, exist_ok=True)
    copy = next(line for line in typed if line.startswith("cp "))
    *sources, target = copy.split()[1:]
    for source in sources:
        shutil.copy(ROOT / source, folder / target)
    return folder / "mine"
