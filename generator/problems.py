"""What can be wrong, said the way a good compiler says it: place, value, rule, remedy.

Messages and hints are Chinese, since a clerk reads them; codes are those of domain.md 14.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from generator.store.values import value


class Level(Enum):
    """How much a problem weighs."""

    FATAL = "fatal"
    """Personal data in the open: nothing may be built, and the value is never printed."""
    ERROR = "error"
    """Nothing is written while one exists."""
    WARNING = "warning"
    """The site is built; the clerk should look."""
    INFO = "info"
    """Worth knowing."""

    @property
    def label(self) -> str:
        """The Chinese word for the level."""
        return {"fatal": "严重", "error": "错误", "warning": "提醒", "info": "提示"}[self.value]

    @property
    def stops(self) -> bool:
        """Whether a problem of this level forbids writing anything."""
        return self in (Level.FATAL, Level.ERROR)


@value(frozen=True, slots=True)
class Place:
    """Where in the data something stands: a file, and in it a line and a column when there is one."""

    file: str
    """Path relative to the data folder's parent with forward slashes: `data/2025/checks.csv`."""
    line: int | None = None
    """1-based line in the file as an editor counts."""
    column: str | None = None
    """Chinese label of the column, or the path of a YAML field: `权重 › 生产单位 › 民主测评`."""
    keys: Mapping[str, int] | None = field(default=None, compare=False, repr=False)
    """Of a mapping in a document: the line of each key by its label, `权重 › 民主测评` for one further in."""

    def key(self, label: str) -> Place:
        """A key of this mapping, on its own line where that is known, else where the mapping begins."""
        line = (self.keys or {}).get(label, self.line)
        return Place(self.file, line, f"{self.column} › {label}" if self.column else label)

    def __str__(self) -> str:
        line = f" 第{self.line}行" if self.line is not None else ""
        column = f" 「{self.column}」" if self.column else ""
        return f"{self.file}{line}{column}"

    @property
    def order(self) -> tuple[str, int, str]:
        """Sort key: file, line, column; whole-file places first."""
        return (self.file, self.line or 0, self.column or "")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and what to do about it."""

    code: str
    """`E104`, `W201`: domain.md 14."""
    place: Place
    message: str
    hint: str
    value: str | None = None
    """The offending text as entered; None when it must not be shown or there is none."""
    level: Level = Level.ERROR

    def __str__(self) -> str:
        value = f'"{self.value}" ' if self.value is not None else ""
        return f"[{self.code}] {self.place}: {value}{self.message} → {self.hint}"

    def as_json(self) -> dict[str, str | int | None]:
        """The record `kaohe check --format json` prints."""
        return {
            "code": self.code,
            "level": self.level.value,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "value": self.value,
            "message": self.message,
            "hint": self.hint,
        }


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, then code, each once: the order every command prints them in."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place.order, p.code, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems forbids writing."""
    return any(problem.level.stops for problem in problems)


class KaoheError(Exception):
    """Base of every failure Kaohe explains by itself; the command line prints it and exits."""


class DataError(KaoheError):
    """The data cannot be used; carries every problem found in the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(f"{sum(p.level.stops for p in self.problems)} problem(s) in the data")

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        """It comes whole from another process."""
        return type(self), (self.problems,)

    @property
    def reasons(self) -> tuple[Problem, ...]:
        """What to tell the person who must mend it: what stops the build first, then warnings."""
        stops = [problem for problem in self.problems if problem.level.stops]
        return (*stops, *(problem for problem in self.problems if problem.level is Level.WARNING))


class ConfigError(KaoheError):
    """A command was called with settings that cannot work; the text is Chinese and for the operator."""
