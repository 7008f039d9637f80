"""No number on the site has to be believed: each is a figure of `kaohe figures`, or stands in the data."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.conftest import PROJECT
from tests.site.crawl import pages
from tests.site.entered import Entered
from tests.site.printed import Piece, forms, printed

pytestmark = pytest.mark.xdist_group("figures")

YEARS = ("2023", "2024", "2025")
LEAF = r"[A-F]\d\.\d .+"
DAY = r"\d{4}-\d\d-\d\d( \d\d:\d\d)?"


@dataclass(frozen=True)
class Plain:
    """A number without a key, and why it needs none."""

    why: str
    pages: str
    """Addresses as a pattern, `Y` for any year."""
    text: str
    """The whole text as a pattern."""


LEAF_PAGE = "Y/checklist/[a-f]\\d-\\d/"
SHEET = "Y/print/.+"
BULLETIN = "Y/print/bulletin/"
LONG_DAY = r"\d{4}年\d+月\d+日"
PLAIN = (
    Plain("a date", ".*", rf"(数据截至 |新时限 )?{DAY}( 至 {DAY}| 至今)?"),
    Plain("a date of the decision", "Y/", r"\d+年\d+月\d+日党委会审定（.+）"),
    Plain("a year", LEAF_PAGE, r"\d{4}"),
    Plain("a year", "", r"进入\d{4}年度考核"),
    Plain("a name or state with its dates", "(Y/)?units/.*", rf".+（{DAY}( 至 {DAY})?）(，现为)?"),
    Plain("code and name of a leaf", "Y/.*", LEAF),
    Plain("code and name of a leaf", LEAF_PAGE, rf"公司得分率由上年（{LEAF}）的"),
    Plain("the number of a problem", "Y/rectifications/.+", r"问题 20\d\d-U\d\d-\d{3}"),
    Plain("number and date of a document", "Y/cases/.*", rf".+号，{DAY}"),
    Plain("what was entered of a commendation", "Y/commendations/", rf"公司级 · .+{DAY}.*"),
    Plain("points as entered", rf"{LEAF_PAGE}|Y/scheme/indicators/", r"−?[\d.]+( 分)?"),
    Plain("points as entered, last year and this", "Y/scheme/indicators/", r"[\d.]+ → [\d.]+"),
    Plain("points of a leaf as entered", "Y/checklist/", r"\d"),
    Plain("完成率 as entered", LEAF_PAGE, r"\d+\.\d\d%"),
    Plain("a rule, how often it was applied and the evidence, as entered", LEAF_PAGE, ".+；依据：.+"),
    Plain("a rule as entered", LEAF_PAGE, "扣分最多见的情形是“.+”（"),
    Plain("limits of the legend", "Y/checklist/", "[689]0%–[789]9%|不足 60%"),
    Plain("the picture in words: its numbers stand below", "Y/(rectifications/)?", "已销号 .+；共 .+ 项。"),
    Plain("the picture in words: its numbers stand in the table", "Y/units/.+", ".+，同组中位数 .+。"),
    Plain("the picture in words: its numbers stand below", "(Y/)?units/.+", r"\d{4}年 .+%.*。"),
    Plain(
        "the picture in words: its numbers stand in the table",
        "Y/checklist/",
        "公司得分率：.+，单位中位数 .+。",
    ),
    Plain("the scale of a picture", "units/.+", r"\d+"),
    Plain("how to read the small bars", "Y/units/", ".+横条从左到右为 0% 至 100%.+"),
    Plain("完成率 as entered", "Y/units/.+", r"完成率 \d+\.\d\d%"),
    Plain("a rule, how often, the reason and the evidence, as entered", "Y/units/.+", ".+（依据：.+）"),
    Plain("who reported, and when", "Y/units/.+", rf".+，{DAY}"),
    Plain("a claim as entered", "Y/units/.+", r"[\d.]+\S+"),
    Plain("target and last year as entered, and what that makes of it", "Y/units/.+", "（(目标|上年).+）"),
    Plain("a measure as entered", "Y/units/.+", rf".+（.+，{DAY} 前完成）"),
    Plain("a shortcoming as entered", "Y/units/.+", ".+（转入台账："),
    Plain("the rule about small classes of voters", "Y/units/.+", ".+不足 5 票、不能分开公布。"),
    Plain("进度 as entered", "Y/rectifications/.+", r"(进度 )?\d+%"),
    Plain("evidence as entered", "Y/rectifications/.+", "佐证材料：.+"),
    Plain("days since or until the date beside", "Y/(rectifications/.*|units/.+)?", r"(逾期|临期) \d+ 天"),
    Plain("rounds, one below the other", "Y/rectifications/.+", r"第 \d 轮（销号后重启 \d 次）"),
    Plain("the date entered", "Y/units/.+", rf"项，下一项 {DAY} 到期。"),
    Plain("the date entered", "Y/rectifications/", rf"项，最近的是 {DAY} 到期的"),
    Plain("heads as entered", "Y/units/.+", r"\d+|\d+ 人（核定 \d+ 职）"),
    Plain("results of a case as entered, and their difference", "Y/cases/.+", r"[+−]?[\d.]+( \S+)?"),
    Plain("settings and rules in words, with worked examples", "Y/scheme/(method/)?", ".+"),
    Plain("who was asked, as entered", "Y/units/.+", r"\S+ \d+ 人"),
    Plain("entered by the group, or rows on the page counted", "Y/group/.*", ".+"),
    Plain("words of the site itself", "help/.*|glossary/|compare/|search/|Y/print/", ".+"),
    Plain("titles of papers and their codes", "(Y/print/)?codes/", ".+"),
    Plain(
        "whose paper it is, and of when", SHEET, rf"\S+版　数据截至 {DAY}　核对码|[0-9A-Z]{{4}}-[0-9A-Z]{{4}}"
    ),
    Plain("the number of a page", SHEET, "— 1 —"),
    Plain("a title", SHEET, r"\d{4}年度考核画像"),
    Plain(
        "a title",
        SHEET,
        r"\S*\d{4}年度(问题整改台账|指标扣分明细|考核结果一览.*|考核反馈单.*|问题销号单|领导班子(成员)?民主测评票)",
    ),
    Plain("two dates as entered", SHEET, rf"{DAY}，延至 {DAY}"),
    Plain("evidence of several events as entered", SHEET, r".+\d份；.+"),
    Plain("the beginning of a text as entered", SHEET, ".+…"),
    Plain("points and 完成率 as entered", SHEET, r"(完成率 )?\d+\.\d+%?"),
    Plain("days since or until the date beside", SHEET, r"(逾期|临期) \d+ 天"),
    Plain("heads as entered", SHEET, rf"\S+ · 党员 \d+ 人 · 班子 \d+ 人 · 数据截至 {DAY}"),
    Plain(
        "the picture in words: its numbers stand in it or beside",
        SHEET,
        ".+，同组中位数 .+。|\\d{4}年 .+%.*。",
    ),
    Plain("the scale of a picture", SHEET, r"\d+"),
    Plain("weights as entered", SHEET, r"\d+%"),
    Plain("a date and what is due, as entered", SHEET, rf"{DAY}　.+"),
    Plain("title of an official document", SHEET, r"关于\d{4}年度.+"),
    Plain("by which scheme, when", BULLETIN, rf"根据《.+》（.+号），专项考核组于{LONG_DAY}至.+日对"),
    Plain("decided and announced when", BULLETIN, rf"个单位开展了.+经党委会{LONG_DAY}审定.+公示。.+"),
    Plain("a method as entered with the days of its stage", BULLETIN, rf"{LONG_DAY}至.+日，.+。"),
    Plain("where it is attached", BULLETIN, r"\D*(〔\d+〕\d+号）)?。?\D+见附件\d。"),
    Plain("code and name of a leaf", BULLETIN, r"\D*[A-F]\d\.\d[^\d ].+"),
    Plain("the day the ledger is of", BULLETIN, rf"截至{LONG_DAY}，列入整改台账的问题"),
    Plain("settings of the scheme in words", BULLETIN, r".*(提前|超过)\d+个工作日.+"),
    Plain("rows of the list", BULLETIN, r"项，本表列时限最早的\d+项。"),
    Plain("an attachment", SHEET, r"附件\d|(附件：)?(\d\. )?\d{4}年度.+"),
    Plain(
        "what is commended after which notice", SHEET, rf"根据《.+》（.+号）和.+，经{LONG_DAY}至.+日公示，.+"
    ),
    Plain("the date of an official document", SHEET, LONG_DAY),
    Plain("what was revoked, when and why", SHEET, rf"注：.+于{LONG_DAY}撤销：.+"),
    Plain("when it was revoked", SHEET, rf"■ 已撤销（{LONG_DAY}）"),
    Plain("a commendation with the number of its document", SHEET, r"\S+：.+（.+〔\d+〕\d+号）"),
)


@pytest.fixture(scope="module", params=["staff", "leaders", "group"])
def audience(request: pytest.FixtureRequest) -> str:
    """Whose site it is."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def site(audience: str, request: pytest.FixtureRequest) -> Path:
    """The sample for that audience."""
    name = {"staff": "sample_site", "leaders": "leaders_site", "group": "group_site"}[audience]
    folder: Path = request.getfixturevalue(name)
    return folder


@pytest.fixture(scope="module")
def told(audience: str) -> Mapping[str, dict[str, Any]]:
    """What `kaohe figures --audience` prints of every year, by year and key."""
    found: dict[str, dict[str, Any]] = {}
    for year in YEARS:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            data = str(PROJECT / "data")
            main(["figures", "--data", data, "--year", year, "--format", "json", "--audience", audience])
        found |= {f"{year}:{key}": one for key, one in json.loads(said.getvalue())["figures"].items()}
    return found


@pytest.fixture(scope="module")
def pieces(site: Path) -> Mapping[str, list[Piece]]:
    """The numbers of every page of the site."""
    return {
        page.relative_to(site).as_posix(): printed(page.read_text(encoding="utf-8")) for page in pages(site)
    }


def test_numbers_inside_and_behind_a_picture_are_read() -> None:
    """An element of a picture closed where it begins does not end the article."""
    html = (
        '<article><svg><g><path d="M0 0"/><text data-figure="2025:a">5</text></g></svg><p>6 项</p></article>'
    )
    assert [(piece.text, piece.key) for piece in printed(html)] == [("5", "2025:a"), ("6 项", "")]


def test_every_figure_on_every_page_is_told(
    pieces: Mapping[str, list[Piece]], told: Mapping[str, dict[str, Any]]
) -> None:
    """Each number with a key reads as the figure of that key does."""
    named = [(page, piece) for page, found in pieces.items() for piece in found if piece.key]
    assert len(named) > 14_000
    wrong = [
        (page, piece.key, piece.text)
        for page, piece in named
        if piece.key not in told or piece.text not in set(forms(told[piece.key]))
    ]
    assert wrong == []


def test_what_is_compared_in_the_browser_is_told_too(site: Path, told: Mapping[str, dict[str, Any]]) -> None:
    """The files of the compare page hold the same figures as the pages."""
    rows = [
        (file.name, text, key)
        for file in sorted((site / "compare").glob("*.json"))
        for year in json.loads(file.read_text(encoding="utf-8"))["years"].values()
        for _, text, key in year
        if key
    ]
    assert len(rows) > 500
    assert [row for row in rows if row[1] not in set(forms(told[row[2]]))] == []


def test_every_other_number_is_entered_or_worked_out_beside(
    audience: str, pieces: Mapping[str, list[Piece]]
) -> None:
    """Whatever has no key and is not inside a basis was written by somebody, or is on the list above."""
    entered = Entered((PROJECT / "data", PROJECT / "content"))
    used: set[Plain] = set()
    unexplained = []
    for page, found in pieces.items():
        for piece in found:
            kept = piece.text.removesuffix("…")  # cut where the paper ends
            if piece.key or "kh-basis-list" in piece.classes or entered.holds(kept):
                continue
            plain = _plain(page, piece.text)
            if plain is None:
                unexplained.append((page, piece.text))
            else:
                used.add(plain)
    assert unexplained == []
    if audience == "group":  # whose edition has everything
        assert [plain for plain in PLAIN if plain not in used] == []


def _plain(page: str, text: str) -> Plain | None:
    address = re.sub(r"^20\d\d/", "Y/", page.removesuffix("index.html"))
    return next(
        (one for one in PLAIN if re.fullmatch(one.pages, address) and re.fullmatch(one.text, text)), None
    )
