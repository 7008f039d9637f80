"""民主测评 and 综合得分 on a unit's page, in editions that hold them (domain.md 3.5, 7.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract.fields import Audience
from generator.editions.edition import EditionUnit, EditionYear
from generator.figures.ballots.targets import target_key
from generator.model.terms import Component, Dimension
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.charts import Measure, Portrait
from generator.pages.figures import Phrase, Shown, named, rated, valued
from generator.pages.links import Link, feedback_path
from generator.pages.words import text

FEW_VOTERS = "参评人数较少，按规定不公布"
"""Instead of results of fewer than ten ballots, and of what they would follow from (promises.md B2, B9)."""
ON_PAPER = "班子成员测评只供打印：姓名和得分不在屏幕上显示，请用浏览器打印，编号分送，用后收回。"
"""Results of persons go to others than the group in numbered copies (domain.md 4.3)."""
FEWEST = 3
"""With fewer dimensions a radar encloses nothing."""
TURNOUT = (("到会率", "attended"), ("收回率", "returned"), ("有效率", "valid"))
SHARES = (
    ("优秀率（合并计算）", "excellent_rate.pooled"),
    ("优秀率（票种加权）", "excellent_rate.weighted"),
    ("优良率（合并计算）", "competent_rate.pooled"),
    ("优良率（票种加权）", "competent_rate.weighted"),
)


@dataclass(frozen=True)
class ComponentRow:
    """A part of 综合得分."""

    name: str
    score: Shown
    points: Shown
    """Weight × score."""
    rank: Shown
    """In the group."""


@dataclass(frozen=True)
class DimensionRow:
    """One dimension of the ballot beside the group."""

    name: str
    score: Shown
    median: Shown
    classes: tuple[Shown, ...]
    """One a class of voters; empty where classes are withheld."""


@dataclass(frozen=True)
class ShareRow:
    """A rate with its numbers."""

    name: str
    value: Shown


@dataclass(frozen=True)
class MemberRow:
    """A member of the board."""

    name: str
    position: str
    score: Shown
    excellent: Shown
    competent: Shown
    grade: str


@dataclass(frozen=True)
class Scores:
    """What the ballots gave, and what came of it."""

    sentence: Phrase
    components: tuple[ComponentRow, ...]
    portrait: Portrait | None
    classes: tuple[str, ...]
    """Heads of the columns of classes."""
    dimensions: tuple[DimensionRow, ...]
    shares: tuple[ShareRow, ...]
    members: tuple[MemberRow, ...]
    members_on_paper: str
    """Why they are printed and not shown on the screen; empty where they are."""
    override: str
    """Why the decision differs from the suggestion; empty when it does not."""
    basis: tuple[BasisRow, ...]
    feedback: Link
    """The sheet handed to the unit."""


def unit_scores(audience: Audience, year: EditionYear, unit: EditionUnit) -> Scores | None:
    """None in an edition that holds neither ballots nor composites of the unit."""
    prefix = f"units.{unit.id}"
    components, dimensions = tuple(_components(year, prefix)), unit_dimensions(year, unit)
    if not components and not dimensions and not unit.few_voters:
        return None
    return Scores(
        sentence=score_sentence(year, unit),
        components=components,
        portrait=ballot_portrait(year, unit),
        classes=_classes(year, prefix),
        dimensions=dimensions,
        shares=tuple(_shares(year, prefix)),
        members=tuple(_members(year, unit)),
        members_on_paper="" if audience is Audience.GROUP else ON_PAPER,
        override=unit.override_reason or "",
        basis=basis_rows(year, _explained(year, prefix)),
        feedback=Link("打印给本单位的反馈单", feedback_path(unit.id)),
    )


def score_sentence(year: EditionYear, unit: EditionUnit) -> Phrase:
    """`综合得分 92.94，组内位次并列第2；建议等次优秀，审定优秀，一致。`

    Of a board on which too few voted that this is not told.
    """
    prefix = f"units.{unit.id}"
    if unit.few_voters:
        return Phrase(f"民主测评得分、综合得分和位次：{FEW_VOTERS}。")
    score = named(year, f"{prefix}.composite")
    if not score.key:
        return Phrase("综合得分尚未形成。")
    parts: list[str] = ["综合得分 ", score]
    for word, end in (
        ("，组内位次", "composite.rank"),
        ("；建议等次", "grade.suggested"),
        ("，审定", "grade.decided"),
        ("，与建议", "grade.compared"),
    ):
        value = named(year, f"{prefix}.{end}")
        parts += [word, value] if value.key else []
    return Phrase(*parts, "。")


def _components(year: EditionYear, prefix: str) -> Iterator[ComponentRow]:
    if f"{prefix}.composite" not in year.figures:
        return
    for one in Component:
        key = f"{prefix}.composite.components.{one.value}"
        if key in year.figures:
            yield ComponentRow(
                one.label, named(year, key), named(year, f"{key}.points"), named(year, f"{key}.rank")
            )


def unit_dimensions(year: EditionYear, unit: EditionUnit) -> tuple[DimensionRow, ...]:
    """Those the ballot asked; nothing where it is withheld."""
    return tuple(_dimensions(year, unit))


def _dimensions(year: EditionYear, unit: EditionUnit) -> Iterator[DimensionRow]:
    prefix = f"units.{unit.id}"
    codes = _class_codes(year, prefix)
    for one in Dimension:
        end = f"ballot.dimensions.{one.value}"
        if f"{prefix}.{end}.score" in year.figures:
            yield DimensionRow(
                name=one.label,
                score=named(year, f"{prefix}.{end}.score"),
                median=named(year, f"groups.{unit.group}.{end}.median"),
                classes=tuple(
                    named(year, f"{prefix}.ballot.classes.{code}.{one.value}.score") for code in codes
                ),
            )


def _class_codes(year: EditionYear, prefix: str) -> tuple[str, ...]:
    """The classes whose figures this edition holds."""
    classes = (one.code for one in year.scheme.ballot.classes)
    return tuple(code for code in classes if f"{prefix}.ballot.classes.{code}.excellent_rate" in year.figures)


def _classes(year: EditionYear, prefix: str) -> tuple[str, ...]:
    return tuple(f"{code}票" for code in _class_codes(year, prefix))


def ballot_portrait(year: EditionYear, unit: EditionUnit) -> Portrait | None:
    """The dimensions of the ballot beside the group; None where they are withheld or too few."""
    measures = tuple(_measures(year, unit))
    return Portrait("民主测评", unit.short_name, "同组中位数", measures) if len(measures) >= FEWEST else None


def _measures(year: EditionYear, unit: EditionUnit) -> Iterator[Measure]:
    for one in Dimension:
        end = f"ballot.dimensions.{one.value}"
        own, group = f"units.{unit.id}.{end}.score", f"groups.{unit.group}.{end}.median"
        if own in year.figures:
            yield Measure(
                label=one.label,
                value=valued(year, own),
                text=named(year, own),
                reference=valued(year, group),
                reference_text=named(year, group),
            )


def _shares(year: EditionYear, prefix: str) -> Iterator[ShareRow]:
    for name, end in TURNOUT:
        yield from _share(year, f"班子测评{name}", f"{prefix}.ballot.turnout.board.{end}")
    for name, end in SHARES:
        yield from _share(year, name, f"{prefix}.ballot.{end}")


def _share(year: EditionYear, name: str, key: str) -> Iterator[ShareRow]:
    value = rated(year, key)
    value = value if value.key else named(year, key)
    if value.key:
        yield ShareRow(name, value)


def _members(year: EditionYear, unit: EditionUnit) -> Iterator[MemberRow]:
    for one in unit.members:
        key = target_key(unit.id, one.person_id)
        yield MemberRow(
            name=one.name,
            position=one.position,
            score=Shown(FEW_VOTERS) if one.few_voters else named(year, f"{key}.score"),
            excellent=rated(year, f"{key}.excellent_rate.pooled"),
            competent=rated(year, f"{key}.competent_rate.pooled"),
            grade=text(one.grade.label if one.grade else None),
        )


def _explained(year: EditionYear, prefix: str) -> Iterator[str]:
    """What the sentence and the tables print, from the result down."""
    yield f"{prefix}.composite"
    yield from (f"{prefix}.composite.{end}" for end in ("rank", "difference", "percentile"))
    yield from (f"{prefix}.grade.{end}" for end in ("threshold", "suggested", "decided", "compared"))
    yield from (f"{prefix}.composite.components.{one.value}.points" for one in Component)
    yield f"{prefix}.ballot.board.score"
    yield from (f"{prefix}.ballot.dimensions.{one.value}.score" for one in Dimension)
    yield from (f"{prefix}.ballot.{end}" for _, end in SHARES)
    yield from (key for key in year.figures if key.startswith(f"{prefix}.ballot.turnout.board."))
