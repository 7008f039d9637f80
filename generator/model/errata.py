"""Corrections after publication (domain.md 10.4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model.terms import ItemAudience
from generator.problems import Place


@dataclass(frozen=True)
class Erratum:
    """更正."""

    date: dt.date
    what: str
    old: str
    new: str
    why: str
    doc_no: str
    audience: ItemAudience
    origin: Place


@dataclass(frozen=True)
class Errata:
    """一年的全部更正."""

    errata: tuple[Erratum, ...]
    origin: Place
