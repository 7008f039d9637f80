"""Who was voted on: a board or one of its members, with its counts and the heads of its figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.figures.cells import cells
from generator.figures.heads import Head
from generator.model import scheme
from generator.model.ballots import BallotCount
from generator.model.terms import Dimension, PublicationItem, TargetKind
from generator.problems import Place
from generator.scoring.ballots import BallotResult

GRADE_WORDS = {
    TargetKind.BOARD: ("优秀", "良好", "一般", "较差"),
    TargetKind.PERSON: ("优秀", "称职", "基本称职", "不称职"),
}
COMPETENT = {TargetKind.BOARD: "优良率", TargetKind.PERSON: "称职以上率"}

Cells = list[tuple[str, Dimension, tuple[Place, ...]]]


def target_key(unit_id: str, person_id: str | None) -> str:
    """What the keys of a board begin with, or of one of its members."""
    board = f"units.{unit_id}.ballot"
    return f"{board}.persons.{person_id}" if person_id else board


@dataclass(frozen=True)
class Target:
    """A board or a person, ready to have its figures made."""

    kind: TargetKind
    result: BallotResult
    rules: scheme.Ballot
    rows: Mapping[tuple[str, Dimension], tuple[BallotCount, ...]]
    """By class code and dimension."""

    @property
    def unit_id(self) -> str:
        """The unit it belongs to."""
        return self.result.unit_id

    @property
    def base(self) -> str:
        """What its keys begin with."""
        return target_key(self.unit_id, self.result.person_id)

    @property
    def name(self) -> str:
        """`班子`, or the number of the person: names stand in the data only."""
        return "班子" if self.kind is TargetKind.BOARD else f"{self.result.person_id} "

    @property
    def words(self) -> tuple[str, str, str, str]:
        """The four grades, best first."""
        return GRADE_WORDS[self.kind]

    @property
    def competent(self) -> str:
        """What the share of the two best grades is called."""
        return COMPETENT[self.kind]

    def item(self, of_board: PublicationItem) -> PublicationItem:
        """The row of the visibility matrix: everything about a person is 个人测评得分."""
        return of_board if self.kind is TargetKind.BOARD else PublicationItem.PERSON_SCORES

    def head(self, key: str, label: str, of_board: PublicationItem) -> Head:
        """The head of one of its figures."""
        return Head(f"{self.base}.{key}", f"{self.name}{label}", self.item(of_board), self.unit_id)

    def places(
        self, fields: tuple[str, ...], ballot_class: str | None = None, dimension: Dimension | None = None
    ) -> tuple[Place, ...]:
        """Cells of its counts: of one class, of one dimension, or of all that count."""
        return tuple(
            place
            for code, asked, places in self._cells(fields)
            if ballot_class in (None, code) and dimension in (None, asked)
            for place in places
        )

    def _cells(self, fields: tuple[str, ...]) -> Cells:
        """The cells by class, then dimension: found once, cited by many figures."""
        if fields not in self._found:
            self._found[fields] = [
                (one.code, scored.dimension, cells(self.rows.get((one.code, scored.dimension), ()), *fields))
                for one in self.rules.classes
                for scored in self.result.dimensions
            ]
        return self._found[fields]

    @cached_property
    def _found(self) -> dict[tuple[str, ...], Cells]:
        return {}


Index = Mapping[str, Mapping[tuple[str, Dimension], tuple[BallotCount, ...]]]


def index(counts: Iterable[BallotCount]) -> Index:
    """The counts of a unit by person (`""` for the board), then by class and dimension."""
    found: dict[str, dict[tuple[str, Dimension], tuple[BallotCount, ...]]] = {}
    for row in counts:
        person = row.person_id or "" if row.target_kind is TargetKind.PERSON else ""
        rows = found.setdefault(person, {})
        cell = (row.ballot_class, row.dimension)
        rows[cell] = (*rows.get(cell, ()), row)
    return found


def targets(rules: scheme.Ballot, results: Iterable[BallotResult], rows: Index) -> Iterable[Target]:
    """Each result with its rows."""
    for result in results:
        kind = TargetKind.BOARD if result.person_id is None else TargetKind.PERSON
        yield Target(kind, result, rules, rows.get(result.person_id or "", {}))
