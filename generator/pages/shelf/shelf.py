"""The shelf: the latest year in brief, all years, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.pages.figures import Phrase, Shown, counted, named
from generator.pages.links import BookLink, Link
from generator.pages.overview.overview import Correction, correction
from generator.pages.page import Page
from generator.pages.rectifications.ledger import sentence
from generator.pages.tiles import Tile, tiles
from generator.pages.words import NONE, day, moment, text

ENTRIES = (
    (Link("单位历年", "units/"), "每个单位历年的等次、得分率、整改和表彰，更名合并也接得上。"),
    (Link("单位对比", "compare/"), "任选几个单位，并排比较。"),
    (Link("查找", "search/"), "按名称、编号、拼音找各年度的单位、指标、问题、表彰和案例。"),
    (Link("往年", "archive/"), "各年度的审定文件和全部结果。"),
    (Link("更正与更新", "updates/"), "公布以后更正了什么。"),
    (Link("名词解释", "glossary/"), "页面上的词是什么意思。"),
    (Link("填报帮助", "help/"), "每张表怎么填。"),
)


@dataclass(frozen=True)
class YearRow:
    """One year of the archive."""

    link: BookLink
    title: str
    status: str
    decided: str
    doc_no: str
    units: Shown
    problems: Shown
    commendations: Shown
    as_of: str


@dataclass(frozen=True)
class LatestYear:
    """The latest year in brief."""

    title: str
    sentence: Phrase
    tiles: tuple[Tile, ...]
    link: BookLink
    as_of: str


@dataclass(frozen=True)
class HomeView:
    """The front page of the shelf."""

    latest: LatestYear | None
    years: tuple[YearRow, ...]
    """Newest first."""
    entries: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class ArchiveView:
    """All years, newest first."""

    years: tuple[YearRow, ...]


@dataclass(frozen=True)
class YearCorrections:
    """更正 of one year, newest first."""

    link: BookLink
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class UpdatesView:
    """更正 of all years, newest year first."""

    years: tuple[YearCorrections, ...]


def plan_home(edition: Edition) -> Iterator[Page]:
    """The latest results at a glance, and the ways into everything else."""
    latest = _latest(edition, edition.years[-1]) if edition.years else None
    view = HomeView(latest, _year_rows(edition), ENTRIES)
    description = latest.sentence if latest else ""
    yield Page("", "考核信息", "home.html.j2", view, "", (), description)


def plan_archive(edition: Edition) -> Iterator[Page]:
    """All years with their documents and sizes."""
    view = ArchiveView(_year_rows(edition))
    yield Page("archive/", "往年", "archive.html.j2", view, "archive/", (), "各年度的考核结果。")


def plan_updates(edition: Edition) -> Iterator[Page]:
    """The corrections of all years."""
    years = tuple(
        YearCorrections(_book(year), _corrections(year)) for year in reversed(edition.years) if year.errata
    )
    description = "公布以后的更正。"
    yield Page("updates/", "更正与更新", "updates.html.j2", UpdatesView(years), "updates/", (), description)


def _latest(edition: Edition, year: EditionYear) -> LatestYear:
    return LatestYear(
        title=year.title,
        sentence=_sentence(year),
        tiles=tiles(edition, year),
        link=BookLink(f"进入{year.year}年度考核", year.year, ""),
        as_of=day(year.as_of),
    )


def _sentence(year: EditionYear) -> Phrase:
    """`18 个单位参加考核，4 个单位评为优秀；整改台账 50 项，已销号 31，逾期 7。`"""
    excellent = counted(year, "company.grades.excellent")
    graded = ("，", excellent, "单位评为优秀") if excellent.key else ()
    ledger = ("整改台账 " if year.ledger.problems else "", *sentence(year).parts)
    return Phrase(counted(year, "company.units"), "单位参加考核", *graded, "；", *ledger)


def _year_rows(edition: Edition) -> tuple[YearRow, ...]:
    return tuple(_year_row(year) for year in reversed(edition.years))


def _year_row(year: EditionYear) -> YearRow:
    return YearRow(
        link=_book(year),
        title=year.title,
        status=year.status.label,
        decided=day(year.decided_on),
        doc_no=text(year.decision_doc) if year.decided_on else NONE,
        units=named(year, "company.units"),
        problems=named(year, "ledger.total"),
        commendations=named(year, "company.commendations.commended"),
        as_of=moment(year.as_of),
    )


def _book(year: EditionYear) -> BookLink:
    return BookLink(f"{year.year}年度", year.year, "")


def _corrections(year: EditionYear) -> tuple[Correction, ...]:
    newest = sorted(year.errata, key=lambda erratum: erratum.date, reverse=True)
    return tuple(map(correction, newest))
