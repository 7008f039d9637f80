"""What `kaohe figures` prints: one record a figure as JSON, and its JSON Schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator.figures.figure import Basis, Figure, Value
from generator.model.terms import PublicationItem

UNITS = ("分", "%", "个百分点", "个", "天", "次", "项", "名", "")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report(year: int, as_of: dt.date, figures: Iterable[Figure]) -> dict[str, Any]:
    """All figures of a year by key, in their order; numbers are texts, so that nothing is rounded."""
    return {
        "year": year,
        "as_of": as_of.isoformat(),
        "figures": {one.key: _record(one) for one in figures},
    }


def _record(one: Figure) -> dict[str, Any]:
    return {
        "label": one.label,
        "unit_id": one.unit_id,
        "value": _exact(one.value),
        "text": one.text,
        "unit": one.unit,
        "part": _exact(one.part),
        "whole": _exact(one.whole),
        "item": one.item.value,
        **_basis(one.basis),
    }


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "formula": basis.formula,
        "worked": basis.worked,
        "clause": basis.clause,
        "operands": [{"label": one.label, "text": one.text, "key": one.key} for one in basis.operands],
        "sources": [
            {"file": place.file, "line": place.line, "column": place.column} for place in basis.sources
        ],
    }


def _exact(value: Value) -> str | None:
    return format(value, "f") if isinstance(value, Decimal) else None if value is None else str(value)


def figures_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the report."""
    return {
        "$schema": DIALECT,
        "title": "考核数据及依据",
        "description": "kaohe figures --format json 的输出：一个年度的全部数据，每项数据附依据。",
        **_closed(
            {
                "year": {"type": "integer", "description": "考核年度"},
                "as_of": {"type": "string", "format": "date", "description": "数据截至"},
                "figures": {
                    "type": "object",
                    "additionalProperties": {"$ref": "#/$defs/figure"},
                    "description": "每项数据的键固定不变",
                },
            }
        ),
        "$defs": {"figure": _figure_schema(), "operand": _operand_schema(), "source": _source_schema()},
    }


def _figure_schema() -> dict[str, Any]:
    number = {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"}
    return _closed(
        {
            "label": _text("名称"),
            "unit_id": {"type": ["string", "null"], "description": "所属单位的编号，组和公司的数据为空"},
            "value": {"type": ["string", "null"], "description": "未四舍五入的值，单位见 unit，算不出的为空"},
            "text": _text("页面上的写法，差值带正负号（+5.27、−1.20），算不出的为“—”"),
            "unit": {"enum": list(UNITS), "description": "计量单位，文字、位次和位次百分位为空"},
            "part": {**number, "description": "比率或平均数的分子，指标得分为得分"},
            "whole": {**number, "description": "比率或平均数的分母，指标得分为分值"},
            "item": {"enum": [one.value for one in PublicationItem], "description": "公开口径的数据项"},
            **_basis_schema(),
        }
    )


def _basis_schema() -> dict[str, Any]:
    return {
        "formula": _text("公式"),
        "worked": _text("代入数字的公式"),
        "clause": _text("规则出处"),
        "operands": {
            "type": "array",
            "items": {"$ref": "#/$defs/operand"},
            "description": "参与计算的数据",
        },
        "sources": {
            "type": "array",
            "items": {"$ref": "#/$defs/source"},
            "description": "数据文件中的单元格",
        },
    }


def _operand_schema() -> dict[str, Any]:
    key = {
        "type": ["string", "null"],
        "pattern": r"^(\d{4}:)?[a-z]",
        "description": "也是一项数据时的键，往年数据前加年度，例如 2024:units.u03.checklist.rate，否则为空",
    }
    return _closed({"label": _text("名称"), "text": _text("代入公式的写法"), "key": key})


def _source_schema() -> dict[str, Any]:
    line = {"type": ["integer", "null"], "minimum": 1, "description": "行号，从 1 开始"}
    column = {"type": ["string", "null"], "description": "列名，或 YAML 中各级名称"}
    return _closed({"file": _text("文件"), "line": line, "column": column})


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "description": description}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
