"""`kaohe figures` and `kaohe schema`: what programs read."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from generator.books.source import Examined, examine
from generator.contract import DOCUMENTS
from generator.contract.fields import Audience
from generator.contract.schemas import document_schema
from generator.editions import for_audience
from generator.figures import Figure, figures
from generator.figures.record import figures_schema, report
from generator.figures.text import block
from generator.problems import ConfigError
from generator.scoring.assessed import AssessedYear, assessed_years


def print_figures(options: argparse.Namespace) -> int:
    """Every figure of a year with its basis."""
    examined = examine(options.data)
    years = _up_to(assessed_years(examined.archive, examined.assessments), options.year)
    year = years[-1].year
    found = _of_unit(year.year, _seen_by(options.audience, examined, years), options.unit)
    if options.format == "json":
        shown = report(year.year, year.cycle.as_of.date(), found)
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(block(one) for one in found))
    return 0


def _up_to(years: Sequence[AssessedYear], wanted: int) -> Sequence[AssessedYear]:
    """The years that end with the one asked for; ConfigError when the data has none."""
    numbers = [one.number for one in years]
    if wanted not in numbers:
        raise ConfigError(f"数据中没有 {wanted} 年度，现有年度：{'、'.join(map(str, numbers))}")
    return years[: numbers.index(wanted) + 1]


def _seen_by(audience: str | None, examined: Examined, years: Sequence[AssessedYear]) -> Sequence[Figure]:
    """All figures of the last year, or those an audience's edition holds."""
    if audience is None:
        return figures(years)
    edition = for_audience(examined.archive, examined.assessments, Audience(audience))
    found = edition.year(years[-1].number)
    return tuple(found.figures.values()) if found else ()


def _of_unit(year: int, found: Sequence[Figure], wanted: str | None) -> Sequence[Figure]:
    """The figures of the unit asked for, or all; ConfigError when the year has none of such a unit."""
    if wanted is None:
        return found
    known = dict.fromkeys(one.unit_id for one in found if one.unit_id is not None)
    if wanted.lower() not in known:
        raise ConfigError(f"{year} 年度没有单位 {wanted}，现有单位：{'、'.join(known)}")
    return [one for one in found if one.unit_id == wanted.lower()]


def print_schema(options: argparse.Namespace) -> int:
    """JSON Schema of the forms, and of the figures."""
    wanted = [one for one in DOCUMENTS if options.document in (None, one.name)]
    schemas = {one.name: document_schema(one) for one in wanted}
    if options.document == "figures":
        schemas = {"figures": figures_schema()}
    if options.out is None:
        only = schemas[options.document] if options.document else schemas
        print(json.dumps(only, ensure_ascii=False, indent=2))
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (options.out / f"{name}.schema.json").write_text(text, encoding="utf-8")
    print(f"已写入 {len(schemas)} 份：{options.out}")
    return 0
