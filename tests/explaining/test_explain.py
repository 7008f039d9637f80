"""`kaohe explain`: what a person is told of a page."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from generator.books.state import state_file
from generator.cli import main
from generator.explaining.kinds import KINDS
from tests.conftest import NO_PAGES, PROJECT
from tests.explaining.conftest import Place
from tests.test_project import own_data

pytestmark = pytest.mark.xdist_group("explain")

UNIT = "2025/units/u03/"


def everything(folder: Path) -> dict[str, str]:
    """Digest of every file, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_unit_page_with_its_rows(place: Place) -> None:
    """Edition, book, kind, templates, and the rows of this unit in each table."""
    said = place.explain(UNIT)
    assert "2025/units/u03/index.html（全体职工版，2025年度考核）" in said
    assert "种类：单位档案「青岚能源工程有限公司综掘一队」" in said
    assert "site_templates/pages/unit.html.j2，其中用到 partials/charts.html.j2" in said
    assert "读自 data/2025/decisions.csv 「班子等次」：u03 第15行" in said
    assert "data/2025/rectifications.csv 「问题编号、问题描述、原因分析」：u03 第9—13行" in said
    assert "data/2025/reports/u03.yml" in said
    assert "reports/u04.yml" not in said
    assert "方案：data/2025/scheme.yml（2025-v2，第 2 版）" in said
    assert "以前年度：2023、2024" in said
    assert "用到 2024 年度的数据项" in said


def test_the_rows_are_those_of_the_data(place: Place) -> None:
    """Every row named for the unit is one of the unit in the file."""
    lines = (place.root / "data/2025/deductions.csv").read_text(encoding="utf-8-sig").splitlines()
    own = {number for number, line in enumerate(lines, 1) if line.startswith("u03,")}
    (told,) = re.findall(
        r"文字.*?deductions\.csv 「扣分原因」：u03 第([^行]*)行", place.explain(UNIT), re.DOTALL
    )
    first, last = map(int, told.split("—"))
    assert set(range(first, last + 1)) == own


def test_a_problem_page_names_its_own_events(place: Place) -> None:
    """Rows that hold the same words for other problems are not taken for its own."""
    said = place.explain("2025/rectifications/2025-u03-001/")
    assert "种类：一个整改问题「问题 2025-U03-001」" in said
    assert "data/2025/rectification_events.csv 「内容、问题编号」：u03 第28—30行" in said


def test_words_that_stand_in_many_rows_are_doubtful(place: Place) -> None:
    """On a page about all units nobody can say which row it was."""
    assert "以下各行的文字相同，分不清用的是哪一行" in place.explain("2025/")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("2025/brief/", "手写：content/2025/brief.md"),
        ("2025/assets/kaohe.css", "来源：site_templates/theme/assets/kaohe.css，与数据无关"),
        ("404.html", "种类：网站主题的文件"),
        ("2025/print/summary/u03/", "种类：打印文件 单位考核画像「综掘一队2025年度考核画像」"),
        ("2025/print/batch/", "种类：成批打印"),
        ("2025/search/records.json", "种类：查找用的记录，由全书各页汇成"),
        ("2025/print/codes.json", "种类：供脚本读取的数据"),
        ("years.json", "种类：各年度的目录，由各书汇成"),
        ("units/u03/", "全书：考核信息由最上层的 5 个和各年度的数据文件规划"),
        ("help/checks/", "数据：文件里没有认得出的数据项"),
        ("", "种类：首页"),
        ("2023/units/u03/", "方案：data/2023/scheme.yml"),
    ],
)
def test_every_kind_of_file(place: Place, path: str, told: str) -> None:
    """Pages, papers, data for scripts, hand-written pages, the theme's files, closed years and the shelf."""
    assert told in place.explain(path)


def test_every_template_has_a_name() -> None:
    """A new kind of page must say what it is called."""
    templates = {path.name for path in (PROJECT / "site_templates/pages").glob("*.j2")}
    assert templates == KINDS.keys()


def test_explaining_changes_nothing(place: Place) -> None:
    """Neither site nor what is kept beside it."""
    before = everything(place.root)
    place.explain("2024/")
    place.explain(UNIT)
    assert everything(place.root) == before


def test_of_a_second_build(own: Place) -> None:
    """A changed page says why; others say since when they stand, and why they stayed."""
    own.note()
    said = own.explain("2025/units/u01/")
    assert "数据、手写页面或选项在那以后有变化；以下来源以现在的数据为准" in said
    own.build()
    said = own.explain("2025/units/u01/")
    assert re.search(r"最近一次生成（第 2 次，20.*）做了它：做成它的内容有变化；文件有改动", said)
    assert "有变化；以下来源" not in said
    said = own.explain(UNIT)
    assert re.search(r"第 2 次.*没有重做它：2025年度考核重新规划过，做成它的内容与原来相同", said)
    assert re.search(r"上一次做它是（第 1 次.*：这里第一次生成网站", said)
    assert re.search(
        r"第 2 次.*没有重做它：2024年度考核的数据、手写页面和程序都与上次相同", own.explain("2024/")
    )
    assert "没有重做它：2025年度考核重新规划过，主题和手写页面没有变化" in own.explain("2025/brief/")


def test_of_a_third_build_with_nothing_new(own: Place) -> None:
    """The page keeps the reason it was made for, two builds ago."""
    own.note()
    own.build()
    own.build()
    said = own.explain("2025/units/u01/")
    assert re.search(r"最近一次生成（第 3 次，.*没有重做它：2025年度考核的数据", said)
    assert re.search(r"上一次做它是（第 2 次.*：做成它的内容有变化", said)


def test_a_file_that_went_missing(own: Place) -> None:
    """Now, and after the build that brought it back."""
    (own.out / "staff" / UNIT / "index.html").unlink()
    assert "文件现在不在网站里，下次生成会补上" in own.explain(UNIT)
    own.build()
    assert "做了它：文件不在网站里了，补做" in own.explain(UNIT)


def test_pages_nobody_plans_any_more(own: Place) -> None:
    """They are still in the site and go with the next build: of a removed year, and written by hand."""
    shutil.rmtree(own.root / "data/2023")
    assert "按现在的数据，网站不再有这个文件，下次生成会删去它" in own.explain("2023/units/u03/")
    own.content = Path(shutil.copytree(own.content, own.root / "content"))
    (own.content / "2025/brief.md").unlink()
    assert "手写的原件已经不在，下次生成会删去它" in own.explain("2025/brief/")


def test_a_changed_closed_year_is_planned_anew(own: Place) -> None:
    """Of its pages nobody kept what each was made from; most come out as they were."""
    own.edit("data/2024/checks.csv", "u01,A1.1,符合,,2,2,", "u01,A1.1,符合,,2,2.0,")
    own.build()
    said = own.explain("2024/units/u03/")
    assert (
        "这一年度重新规划过；往年各页由什么做成没有逐页记下，全部重做；做出来与原来的相同，文件没有动" in said
    )


def test_errors_in_the_data_leave_the_history(own: Place) -> None:
    """What was built is told; what it is made from cannot be listed."""
    own.edit("data/2025/checks.csv", "u01,A1.1,符合,,2,2,", "u01,A1.1,符合,,2,二,")
    said = own.explain(UNIT, code=1)
    assert "最近一次生成（第 1 次" in said
    assert "E104" in said
    assert "数据有错误，没有列出来源。" in said


def test_what_is_no_page(place: Place, own: Place) -> None:
    """An unknown address, and a file somebody laid into the folder: exit 2."""
    said = place.explain("2025/units/u99/", code=2)
    assert "错误：全体职工版网站中没有 2025/units/u99/ → " in said
    assert "要查另一版的请加上 --audience leaders 或 --audience group\n" in said
    there = "2025/group/self-scores/"
    assert place.explain(there, code=2) == said.replace("2025/units/u99/", there)
    (own.out / "staff/2025/x.bak").write_text("x", encoding="utf-8")
    assert "2025/x.bak 在全体职工版的文件夹里，却不是生成的" in own.explain("2025/x.bak", code=2)


def test_no_state(place: Place, tmp_path: Path) -> None:
    """No build is known: of another edition, or anywhere."""
    assert "leaders 旁没有生成记录" in place.explain(UNIT, "--audience", "leaders", code=2)
    assert "旁没有生成记录" in place.explain(UNIT, "--out", str(tmp_path), code=2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "已损坏"),
        ("{", "已损坏"),
        ("[]", "已损坏"),
        ('{"version":4,"code":"","books":{}}', "另一个版本的程序"),
        ('{"version":5,"code":"","run":[1,""],"books":{"2025":{}}}', "已损坏"),
        ('{"version":5,"code":"","books":{}}', "已损坏"),
    ],
)
def test_a_state_nobody_can_read(own: Place, text: str, told: str) -> None:
    """A sentence, never a traceback; and the next build writes a new one."""
    state_file(own.out / "staff").write_text(text, encoding="utf-8")
    assert told in own.explain(UNIT, code=2)
    own.build()
    assert "全部重做" in own.explain(UNIT)


def test_one_year_alone(own: Place) -> None:
    """What was built with `--year` is explained with `--year`."""
    own.build("--year", "2024")
    said = own.explain("2024/units/u03/", "--year", "2024")
    assert "data/2024/" in said
    assert "以下来源以现在的数据为准" not in said


def test_what_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The site behind a web address is where it is published to."""
    to = tmp_path / "published"
    own_data("README.md", tmp_path).rename(tmp_path / "data")
    place = Place(tmp_path, capsys, NO_PAGES)
    assert main(["publish", *place.source, "--to", str(to)]) == 0
    said = place.explain("https://kaohe.example.internal/2025/units/z01/", "--to", str(to))
    assert "做了它：这里第一次生成网站" in said
    assert "以下来源以现在的数据为准" not in said
