"""指标沿革: the leaves a leaf follows from in earlier years, and how they fared (domain.md 10.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.model.checklist import LeafLink
from generator.model.terms import LinkRelation
from generator.pages.figures import Shown, rated
from generator.pages.links import BookLink, leaf_path
from generator.pages.words import points
from generator.scoring.crosswalk import COMPARABLE, families
from generator.store.traced import followed


@dataclass(frozen=True)
class EarlierRow:
    """A leaf of an earlier year that this year's leaf follows from."""

    year: str
    leaf: BookLink
    relation: str
    """How the following year's leaf relates to it: `相同`, `改写`."""
    points: str
    rate: Shown
    note: str


@followed("years", "links")
@dataclass(frozen=True)
class EarlierYears:
    """A year with those before it, indexed once for all its leaves."""

    years: tuple[EditionYear, ...]
    """Newest first, without gaps."""
    links: Mapping[int, Mapping[str, tuple[LeafLink, ...]]]
    """By year and code of that year, the links to the year before."""

    @classmethod
    def of(cls, edition: Edition, year: EditionYear) -> EarlierYears:
        """The year and its unbroken line of years before."""
        years = tuple(_unbroken(edition, year))
        return cls(
            years=years,
            links={one.year: _by_target(one) for one in years},
        )

    def rows(self, code: str) -> Iterator[EarlierRow]:
        """The leaf's line through the years, the latest first; it ends where it was new."""
        codes: tuple[str, ...] = (code,)
        for year, before in zip(self.years, self.years[1:], strict=False):
            links = [link for one in codes for link in self.links[year.year].get(one, ())]
            for link in links:
                yield from self._row(before, link)
            codes = tuple(link.code_from for link in links if link.code_from)

    def is_new(self, code: str) -> bool:
        """Whether the leaf was added in the latest of these years."""
        links = self.links[self.years[0].year].get(code, ())
        return any(link.relation is LinkRelation.NEW for link in links)

    def _row(self, before: EditionYear, link: LeafLink) -> Iterator[EarlierRow]:
        leaf = before.leaf(link.code_from) if link.code_from else None
        if leaf is None:
            return
        yield EarlierRow(
            year=str(before.year),
            leaf=BookLink(f"{leaf.code} {leaf.name}", before.year, leaf_path(leaf.code)),
            relation=link.relation.label,
            points=points(leaf.points),
            rate=rated(before, f"company.checklist.leaves.{leaf.code}.rate"),
            note=_note(link),
        )


def same_leaves(before: EditionYear, year: EditionYear) -> Mapping[str, str]:
    """Codes of leaves that are one and the same in both years: last year's by this year's."""
    return {one.after[0]: one.before[0] for one in families(before, year) if one.reason is None}


def _note(link: LeafLink) -> str:
    """The clerk's note, or the warning that the rates do not compare."""
    default = "" if link.relation in COMPARABLE else "口径不完全可比"
    return link.note or default


def _unbroken(edition: Edition, year: EditionYear) -> Iterator[EditionYear]:
    one: EditionYear | None = year
    while one is not None:
        yield one
        one = edition.year(one.year - 1)


def _by_target(year: EditionYear) -> Mapping[str, tuple[LeafLink, ...]]:
    found: dict[str, list[LeafLink]] = defaultdict(list)
    for link in year.links:
        if link.code_to:
            found[link.code_to].append(link)
    return {code: tuple(links) for code, links in found.items()}
