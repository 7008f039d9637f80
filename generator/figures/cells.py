"""Cells of the data: the place of a row with the Chinese label of the column put in."""

from __future__ import annotations

from collections.abc import Iterable

from generator.contract import TABLES
from generator.model.ballots import BallotCount, BallotRound
from generator.model.checklist import Check, Deduction, Leaf, LeafLink
from generator.model.commendations import Commendation
from generator.model.people import Profile
from generator.model.rectifications import RectificationEntry, RectificationEvent
from generator.model.results import Adjustment, ComponentScore, Decision
from generator.problems import Place

Row = (
    Adjustment
    | BallotCount
    | BallotRound
    | Check
    | Commendation
    | ComponentScore
    | Decision
    | Deduction
    | Leaf
    | LeafLink
    | Profile
    | RectificationEntry
    | RectificationEvent
)
"""What stands on one line of a table."""

TABLE_OF: dict[type, str] = {
    Adjustment: "adjustments",
    BallotCount: "ballots",
    BallotRound: "ballot_rounds",
    Check: "checks",
    Commendation: "commendations",
    ComponentScore: "components",
    Decision: "decisions",
    Deduction: "deductions",
    Leaf: "indicators",
    LeafLink: "crosswalk",
    Profile: "profiles",
    RectificationEntry: "rectifications",
    RectificationEvent: "rectification_events",
}
LABELS = {(table.name, field.name): field.label for table in TABLES for field in table.fields}


def cell(row: Row, field: str) -> Place:
    """The cell of one field of a row; KeyError when its table has no such field."""
    return Place(row.origin.file, row.origin.line, LABELS[TABLE_OF[type(row)], field])


def cells(rows: Iterable[Row], *fields: str) -> tuple[Place, ...]:
    """The cells of these fields, row by row."""
    return tuple(cell(row, field) for row in rows for field in fields)


def setting(block: Place, *path: str) -> Place:
    """A setting of the scheme: its line, and the labels that lead to it; without path the block."""
    return block.key(" › ".join(path)) if path else block
