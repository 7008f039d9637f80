"""单位沿革: what a unit came from and went into, and whose figures stand beside its own (domain.md 10.3).

更名 and 调整类别 keep the id, so the history simply continues. 合并 shows the predecessors' histories side by
side and never an average. 拆分 links the predecessor and inherits no score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.terms import UnitEventType
from generator.model.units import UnitEvent
from generator.model.year import Archive
from generator.scoring.assess import UnitAssessment
from generator.scoring.assessed import AssessedYear
from generator.scoring.exact import ZERO, Rate
from generator.scoring.rectification import Life

LINKING = frozenset({UnitEventType.MERGE, UnitEventType.SPLIT})
"""The changes that carry a history on under another id."""
REFERENCE_LABEL = "参考值"
"""What a headcount-weighted figure must be called."""


@dataclass(frozen=True)
class Link:
    """One step between two units."""

    unit_id: str
    """The other unit."""
    event: UnitEvent

    @property
    def inherits(self) -> bool:
        """Whether its figures are shown beside the successor's: after 合并, not after 拆分."""
        return self.event.type is UnitEventType.MERGE


@dataclass(frozen=True)
class Lineage:
    """A unit between those before and after it."""

    unit_id: str
    came_from: tuple[Link, ...]
    """Direct predecessors in the order of the documents; the unit itself is never among them."""
    went_into: tuple[Link, ...]
    """Direct successors: 已并入 or 拆分为."""
    changes: tuple[UnitEvent, ...]
    """Its other events, oldest first: 更名, 新设, 撤销, 划转, 调整类别."""


@dataclass(frozen=True)
class Strand:
    """One unit's figures over the years, one of those that stand side by side."""

    unit_id: str
    link: Link | None
    """How it leads to the unit asked about; None for that unit itself."""
    figures: Mapping[int, Decimal]
    """By year, oldest first; empty where scores are not inherited."""


@dataclass(frozen=True)
class Reference:
    """参考值 of a merged unit for a year before it existed: a figure weighted by 职工数."""

    value: Rate
    parts: tuple[tuple[UnitAssessment, Decimal], ...]
    """The merged units with the figure of each, in the order of the documents."""


@dataclass(frozen=True)
class MidYear:
    """合并 or 拆分 within an assessed year: who was assessed that year, and which problems moved."""

    event: UnitEvent
    assessed: tuple[str, ...]
    """Units of the event in the year, as its scheme decided: usually the successor."""
    moved: tuple[Life, ...]
    """Problems of earlier units now held by a successor, `unit_from` kept."""


def lineage(archive: Archive, unit_id: str) -> Lineage:
    """Where the unit came from and went; KeyError for an unknown unit."""
    history = next((one for one in archive.units if one.id == unit_id), None)
    if history is None:
        raise KeyError(unit_id)
    events = sorted(history.events, key=lambda event: event.date)
    linking = [event for event in events if event.type in LINKING]
    return Lineage(
        unit_id=unit_id,
        came_from=_predecessors(unit_id, linking),
        went_into=_links(unit_id, ((event, event.from_ids, event.to_ids) for event in linking)),
        changes=tuple(event for event in events if event.type not in LINKING),
    )


def strands(
    archive: Archive,
    years: Sequence[AssessedYear],
    unit_id: str,
    figure: Callable[[UnitAssessment], Decimal | None],
) -> tuple[Strand, ...]:
    """The unit's figures and beside them those of all it came from, nearest first; never added up."""
    own = Strand(unit_id, None, _figures(years, unit_id, figure))
    others = (
        Strand(link.unit_id, link, _figures(years, link.unit_id, figure) if inherits else {})
        for link, inherits in _ancestors(archive, unit_id)
    )
    return (own, *others)


def reference(parts: Iterable[tuple[Decimal | None, int]]) -> Rate | None:
    """参考值 of merged units: figures weighted by headcount; None unless every part has both."""
    rows = tuple(parts)
    if not rows or any(figure is None or headcount <= 0 for figure, headcount in rows):
        return None
    weighted = (figure * headcount for figure, headcount in rows if figure is not None)
    return Rate(sum(weighted, ZERO), Decimal(sum(headcount for _, headcount in rows)))


def merged_reference(
    events: Iterable[UnitEvent],
    year: AssessedYear,
    unit_id: str,
    figure: Callable[[UnitAssessment], Decimal | None],
) -> Reference | None:
    """参考值 of a merged unit for a year before it existed, by 职工数; None unless all of them have one."""
    if unit_id in year.assessment.units:
        return None
    merged = [link.unit_id for link in _predecessors(unit_id, events) if link.inherits]
    units = [year.assessment.units.get(one) for one in merged]
    present = [(one, figure(one)) for one in units if one is not None]
    value = reference((score, one.unit.profile.employees) for one, score in present)
    if value is None or len(present) < len(units):
        return None
    return Reference(value, tuple((one, score) for one, score in present if score is not None))


def mid_year(archive: Archive, years: Sequence[AssessedYear]) -> tuple[MidYear, ...]:
    """合并 and 拆分 within the last of the assessed years, oldest first; problems of any year may move."""
    if not years:
        return ()
    latest = years[-1]
    lives = [life for one in years for life in one.assessment.lives]
    return tuple(
        MidYear(
            event=event,
            assessed=tuple(
                unit_id
                for unit_id in latest.assessment.units
                if unit_id in event.from_ids or unit_id in event.to_ids
            ),
            moved=moved(lives, event),
        )
        for event in _linking_events(archive, latest.number)
    )


def moved(lives: Iterable[Life], event: UnitEvent) -> tuple[Life, ...]:
    """The problems the event handed from one of its units to another, in the order given."""
    return tuple(
        life
        for life in lives
        if life.entry.unit_from in event.from_ids and life.entry.unit_id in event.to_ids
    )


def _predecessors(unit_id: str, events: Iterable[UnitEvent]) -> tuple[Link, ...]:
    """The units it came from directly, in the order of the documents."""
    linking = (event for event in events if event.type in LINKING)
    return _links(unit_id, ((event, event.to_ids, event.from_ids) for event in linking))


def _links(
    unit_id: str, events: Iterable[tuple[UnitEvent, tuple[str, ...], tuple[str, ...]]]
) -> tuple[Link, ...]:
    """The others of each event that has the unit on its own side."""
    return tuple(
        Link(other, event)
        for event, own, others in events
        if unit_id in own
        for other in others
        if other != unit_id
    )


def _ancestors(archive: Archive, unit_id: str) -> list[tuple[Link, bool]]:
    """All units it came from, nearest first, and whether only 合并 lies between; each once."""
    found: list[tuple[Link, bool]] = []
    seen = {unit_id}
    row = [(link, link.inherits) for link in lineage(archive, unit_id).came_from]
    while row:
        fresh = [(link, inherits) for link, inherits in row if link.unit_id not in seen]
        found += fresh
        seen |= {link.unit_id for link, _ in fresh}
        row = [
            (earlier, inherits and earlier.inherits)
            for link, inherits in fresh
            for earlier in lineage(archive, link.unit_id).came_from
        ]
    return found


def _linking_events(archive: Archive, year: int) -> list[UnitEvent]:
    """合并 and 拆分 dated in the year, each once though several units name it."""
    events = {
        (event.date, event.doc_no, event.from_ids, event.to_ids): event
        for unit in archive.units
        for event in unit.events
        if event.type in LINKING and event.date.year == year
    }
    return [event for _, event in sorted(events.items())]


def _figures(
    years: Sequence[AssessedYear], unit_id: str, figure: Callable[[UnitAssessment], Decimal | None]
) -> Mapping[int, Decimal]:
    units = ((one.year.year, one.assessment.units.get(unit_id)) for one in years)
    values = ((year, figure(unit)) for year, unit in units if unit is not None)
    return {year: value for year, value in values if value is not None}
