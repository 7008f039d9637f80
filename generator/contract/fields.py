"""The words the contract is written in: kinds of value, fields, tables, documents.

A kind says what a text may be and what it becomes; `generator.intake.values` does the turning.
Everything here is frozen data, so that reading, checks, JSON Schemas, the data dictionary,
downloads and tests all follow from one declaration.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.model.terms import Term


class Audience(Enum):
    """Who may see a value (domain.md 4.3); each audience sees what the ones before it see."""

    STAFF = "staff"
    LEADERS = "leaders"
    GROUP = "group"

    @property
    def label(self) -> str:
        """The Chinese word for the audience."""
        return {"staff": "全体职工", "leaders": "公司领导", "group": "考核组"}[self.value]

    def sees(self, other: Audience) -> bool:
        """Whether this audience may see a value meant for `other`."""
        order = list(Audience)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True)
class Text:
    """Plain text of one line → `str`."""

    max_length: int = 200
    min_length: int = 1


@dataclass(frozen=True)
class UnitId:
    """A unit's permanent number, `[a-z][a-z0-9-]{0,31}` in lower case → `str`.

    Cells may also hold a current or past name or an alias of the unit; intake resolves them.
    """


@dataclass(frozen=True)
class LeafCode:
    """Code of a leaf of the indicator tree, `B2.1` → `str`, upper case."""


@dataclass(frozen=True)
class ProblemNumber:
    """Permanent number of a ledger problem, `2025-U03-012` → `str`, upper case."""


@dataclass(frozen=True)
class Identifier:
    """Any other number given by people: `C-2025-003`, `R-2025-U03` → `str`, kept as written."""

    max_length: int = 40


@dataclass(frozen=True)
class Year:
    """A year 1990…2100 → `int`."""


@dataclass(frozen=True)
class Integer:
    """A whole number → `int`."""

    least: int = 0
    most: int = 999_999_999


@dataclass(frozen=True)
class Number:
    """A decimal number without unit → `Decimal`."""

    least: Decimal | None = Decimal(0)
    most: Decimal | None = None
    places: int = 4


@dataclass(frozen=True)
class Percent:
    """A share with its percent sign, `62.5%` → `Decimal("0.625")`; a bare number is refused (E106)."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1)


@dataclass(frozen=True)
class Date:
    """A day → `datetime.date`; range 1950-01-01 … 2100-12-31."""


@dataclass(frozen=True)
class Moment:
    """A day with or without a time, `2026-06-30 18:00` → `datetime.datetime` without zone (local time)."""


@dataclass(frozen=True)
class Flag:
    """是 or 否 → `bool`."""


@dataclass(frozen=True)
class Choice:
    """One of a closed list, by identifier or Chinese label → the `Term` member."""

    terms: type[Term]


@dataclass(frozen=True)
class Several:
    """Several values → `tuple`; in a CSV cell parted by `；` (or `;`), in YAML a list."""

    of: Kind
    least: int = 0
    most: int = 50


@dataclass(frozen=True)
class Block:
    """A YAML mapping with a fixed set of keys → `Record`."""

    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Keyed:
    """A YAML mapping from free or enumerated keys to values of one kind → `dict`."""

    keys: Kind
    values: Kind
    least: int = 0


Kind = (
    Text
    | UnitId
    | LeafCode
    | ProblemNumber
    | Identifier
    | Year
    | Integer
    | Number
    | Percent
    | Date
    | Moment
    | Flag
    | Choice
    | Several
    | Block
    | Keyed
)


@dataclass(frozen=True)
class Field:
    """One column of a table or one key of a document."""

    name: str
    """English identifier; also the attribute of the model class."""
    label: str
    """Chinese header."""
    kind: Kind
    description: str
    """One Chinese sentence for the person who fills it in."""
    required: bool = True
    """False: the cell may be empty or the key absent; then None (`()` for Several, `{}` for Keyed)."""
    column_optional: bool = False
    """True: a table may leave the whole column out."""
    audience: Audience = Audience.STAFF
    personal: bool = False
    """True: the value names a person; messages about it never print it."""
    rule: str = ""
    """What else must hold, in Chinese, with its clause; empty when the kind says all."""


@dataclass(frozen=True)
class Table:
    """One CSV (later also xlsx) file of rows."""

    name: str
    """File name without suffix: `checks`."""
    label: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    """Fields that together name a row; unique within the file."""
    yearly: bool = True
    """Whether the file lives in the folder of a year or at the top of the data folder."""
    required: bool = False
    """Whether the file must exist; otherwise absence means no rows."""
    restricted: bool = False
    """Lives in `restricted/`, opened only for audience `group` (domain.md 4.2)."""
    audience: Audience = Audience.STAFF


@dataclass(frozen=True)
class Document:
    """One YAML document, or one file of a folder of such documents."""

    name: str
    """File name without suffix (`scheme`), or the folder's name when `many`."""
    label: str
    description: str
    fields: tuple[Field, ...]
    yearly: bool = True
    required: bool = False
    many: bool = False
    """Whether this is a folder with one file per entry: `reports/u03.yml`."""
    audience: Audience = Audience.STAFF
