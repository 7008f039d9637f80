"""三、考核结果: grades by group, what may be said of 综合得分, and who is commended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import BoardGrade
from generator.pages.figures import named, rated
from generator.pages.grades import groups_in_order
from generator.pages.headlines.headline import highest, printed
from generator.pages.headlines.secrecy import keeps_secrecy
from generator.pages.links import unit_link
from generator.pages.sheets.bulletin.attached import Attached, commended, see
from generator.pages.sheets.honours import kind_counts
from generator.pages.sheets.prose import Part, Section, listed_parts, numbered, on_paper
from generator.pages.words import listed


def results(edition: Edition, year: EditionYear) -> Section:
    """Grades as decided, the best of each group where the edition has scores, commendations."""
    said = (
        ("审定等次", on_paper(*_grades(year), *_excellent(year))),
        ("综合得分", on_paper(*_scores(edition, year))),
        ("通报表彰", on_paper(*_commended(year))),
    )
    return Section("考核结果", numbered(said))


def _grades(year: EditionYear) -> Iterator[Part]:
    """`生产单位优秀2个、良好4个；辅助单位优秀1个。`"""
    rows = [tuple(_group(year, name)) for name, _ in groups_in_order(year)]
    rows = [row for row in rows if row]
    if rows:
        yield from listed_parts(rows, "；")
        yield "。"


def _group(year: EditionYear, group: str) -> Iterator[Part]:
    keys = ((grade, f"groups.{group}.grades.{grade.value}") for grade in BoardGrade)
    given = [(grade.label, named(year, key), "个") for grade, key in keys if printed(year, key)]
    if given:
        yield group
        yield from listed_parts(given)


def _excellent(year: EditionYear) -> Iterator[Part]:
    """Who is 优秀, by name, with the share; where all are listed."""
    names = tuple(unit_link(year, unit.id).text for unit in year.units if unit.grade is BoardGrade.EXCELLENT)
    if names and printed(year, "company.excellent.share"):
        share = rated(year, "company.excellent.share")
        yield from ("优秀单位为", listed(names), "，占被考核单位的", share, "。")
    yield see(year, "各单位等次", Attached.RESULTS)


def _scores(edition: Edition, year: EditionYear) -> Iterator[Part]:
    """The median of the company and the first of each group, where no vote shows through."""
    median = "company.composite.median"
    if printed(year, median) is not None and keeps_secrecy(edition, f"{year.year}:{median}"):
        yield from ("全公司综合得分中位数为", named(year, median), "分。")
    firsts = [first for name, _ in groups_in_order(year) if (first := tuple(_first(edition, year, name)))]
    if firsts:
        yield "组内位次第一的单位："
        yield from listed_parts(firsts)
        yield "。"


def _first(edition: Edition, year: EditionYear, group: str) -> Iterator[Part]:
    """`生产单位综采一队（94.10分）`; nothing of a group whose board had too few voters."""
    keys = {unit.id: f"units.{unit.id}.composite" for unit in year.units if unit.group == group}
    scores = {one: score for one, key in keys.items() if (score := printed(year, key)) is not None}
    first = highest(scores)
    if first and all(keeps_secrecy(edition, f"{year.year}:{keys[one]}") for one in scores):
        names = listed(tuple(unit_link(year, one).text for one in first))
        yield from (f"{group}{names}（", named(year, keys[first[0]]), "分）")


def _commended(year: EditionYear) -> Iterator[Part]:
    rows = commended(year)
    counts = [(count, kind) for count, kind in kind_counts(year, rows)]
    if not counts:
        return
    documents = tuple(dict.fromkeys(row.doc_no for row in rows if row.doc_no))
    yield "经公示，对"
    yield from listed_parts((kind, count) for count, kind in counts)
    yield f"予以通报表彰{f'（{listed(documents)}）' if documents else ''}。"
    yield see(year, "名单", Attached.HONOURS)
