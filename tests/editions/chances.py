"""The sample with other flags, states and settings: what decides row by row who reads it, by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.contract.publication import DEFAULT
from generator.intake.records import Record, Records
from generator.model.terms import (
    CaseStatus,
    CommendationStatus,
    ItemAudience,
    PortraitSource,
    PublicationItem,
    ReportVisibility,
)
from generator.review.publication import allowed_settings
from tests.editions.markers import Way, rewritten

AUDIENCES = (ItemAudience.STAFF, ItemAudience.LEADERS, ItemAudience.GROUP)


def varied(records: Records, chance: random.Random) -> Records:
    """The same rows, open to others."""

    def change(record: Record, way: Way) -> Record:
        values = {name: make(record[name]) for name, make in _choices(chance).get(way, {}).items()}
        return replace(record, values={**record.values, **values})

    return rewritten(records, lambda text, _, __: text, change)


Make = Callable[[object], object]


def _choices(chance: random.Random) -> Mapping[Way, Mapping[str, Make]]:
    """By way of a record: what its fields become."""

    def one_of(*values: object) -> Make:
        return lambda _: chance.choice(values)

    def sometimes(value: object) -> Make:
        return lambda now: value if chance.random() < 0.4 else now

    return {
        ("rectifications",): {"sensitive": one_of(True, False)},
        ("commendations",): {"status": one_of(*CommendationStatus)},
        ("cases",): {"status": one_of(*CaseStatus)},
        ("reports", "reports"): {
            "visibility": one_of(*ReportVisibility),
            "approved_by": sometimes(None),
            "shortcomings_approved": one_of(True, False, None),
        },
        ("adjustments",): {"wording_approved_by": sometimes(None)},
        ("portraits", "weaknesses"): {"sources": one_of((PortraitSource.SITE,), tuple(PortraitSource))},
        ("scheme", "result_usage"): {"audience": one_of(*AUDIENCES)},
        ("errata", "errata"): {"audience": one_of(*AUDIENCES)},
        ("cycle",): {"decided_on": sometimes(None)},
        ("scheme",): {"publication": lambda _: _settings(chance)},
    }


def _settings(chance: random.Random) -> Mapping[PublicationItem, ItemAudience]:
    """Half of the items somewhere else than by default, within the law."""
    moved = [one for one in PublicationItem if chance.random() < 0.5]
    return {**DEFAULT, **{one: chance.choice(allowed_settings(one)) for one in moved}}
