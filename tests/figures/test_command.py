"""`kaohe figures`: what is printed, for people and for programs, and how it ends."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.cli import main
from generator.figures import Figure
from generator.figures.record import figures_schema, report
from tests.conftest import PROJECT

DATA = ["--data", str(PROJECT / "data")]

Printed = pytest.CaptureFixture[str]


def printed(capsys: Printed, *arguments: str) -> str:
    """What the command writes to standard output when all is well."""
    assert main(["figures", *DATA, *arguments]) == 0
    return capsys.readouterr().out


def test_json_holds_every_figure(capsys: Printed, found: Mapping[str, Figure]) -> None:
    """All keys in order, values unrounded, numbers as texts; the schema agrees."""
    printout: dict[str, Any] = json.loads(printed(capsys, "--year", "2025", "--format", "json"))
    assert (printout["year"], printout["as_of"]) == (2025, "2026-06-30")
    assert list(printout["figures"]) == list(found)
    jsonschema.Draft202012Validator(figures_schema()).validate(printout)
    composite = printout["figures"]["units.u03.composite"]
    assert Decimal(composite["value"]) == found["units.u03.composite"].value
    assert (composite["text"], composite["unit"], composite["unit_id"]) == ("92.94", "分", "u03")
    assert composite["operands"][0]["key"] == "units.u03.composite.components.ballot.points"
    assert printout["figures"]["ledger.completed"]["part"] == "36"
    change = printout["figures"]["units.u11.trend.areas.B.change"]
    assert (change["text"], change["unit"]) == ("+5.27", "个百分点")
    assert change["operands"][1]["key"] == "2024:units.u11.checklist.areas.B.rate"


@pytest.mark.parametrize("change", [{"value": 92.9}, {"item": "secret"}, {"extra": 1}])
def test_the_schema_refuses_what_is_not_a_record(found: Mapping[str, Figure], change: dict[str, Any]) -> None:
    """Numbers as floats, unknown items and unknown keys are not what is printed."""
    one = report(2025, dt.date(2026, 6, 30), [found["units.u03.composite"]])
    validator = jsonschema.Draft202012Validator(figures_schema())
    assert list(validator.iter_errors(one)) == []
    one["figures"]["units.u03.composite"] |= change
    assert list(validator.iter_errors(one))


def test_text_is_a_block_a_figure(capsys: Printed) -> None:
    """Key, value, formula, numbers put in, operands, and the lines of the cells."""
    blocks = printed(capsys, "--year", "2025", "--unit", "u03").split("\n\n")
    (block,) = [one for one in blocks if one.startswith("units.u03.ballot.classes.A.political.score\n")]
    label, formula, worked, *_ = block.splitlines()[1:]
    assert label == "  班子政治素质得分（A票）：91.67分"
    assert formula.startswith("  公式：（优秀票×优秀分值＋良好票×良好分值＋")
    assert formula.endswith("÷有效票，弃权票不计入（domain.md 3.4）")
    assert worked == "  计算：（4×95＋2×85）÷6＝91.6667，四舍五入为91.67"
    assert "  来源：data/2025/ballots.csv 「优秀票」 第" in block


def test_one_unit_alone(capsys: Printed) -> None:
    """`--unit` keeps the figures of the unit, however its number is written."""
    printout = json.loads(printed(capsys, "--year", "2025", "--format", "json", "--unit", "U03"))
    assert printout["figures"]
    assert all(key.startswith("units.u03.") for key in printout["figures"])


def test_what_an_audience_sees(capsys: Printed) -> None:
    """The figures of an edition: none of a ballot, and 2024 counted without its 敏感 problems."""
    everything = json.loads(printed(capsys, "--year", "2024", "--format", "json"))["figures"]
    staff = json.loads(printed(capsys, "--year", "2024", "--format", "json", "--audience", "staff"))[
        "figures"
    ]
    assert "units.u03.ballot.board.score" in everything.keys() - staff.keys()
    assert int(staff["ledger.total"]["value"]) < int(everything["ledger.total"]["value"])


def test_a_unit_founded_later_has_its_ledger(capsys: Printed) -> None:
    """u14 was not assessed in 2023 but answers for problems of that year."""
    printout = json.loads(printed(capsys, "--year", "2023", "--format", "json", "--unit", "u14"))
    assert printout["figures"]
    assert all(key.startswith("units.u14.ledger.") for key in printout["figures"])


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_the_schema_holds_for_every_year(capsys: Printed, year: str) -> None:
    """Without a year before, and with a merged unit's 参考值."""
    printout = json.loads(printed(capsys, "--year", year, "--format", "json"))
    jsonschema.Draft202012Validator(figures_schema()).validate(printout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "1999"], "数据中没有 1999 年度，现有年度：2023、2024、2025"),
        (["--year", "2025", "--unit", "u99"], "2025 年度没有单位 u99"),
    ],
)
def test_unknown_years_and_units(capsys: Printed, arguments: list[str], said: str) -> None:
    """Exit 2, and what there is instead."""
    assert main(["figures", *DATA, *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize("arguments", [[], ["--year", "x"], ["--year", "2025", "--format", "xml"]])
def test_wrong_usage(arguments: list[str]) -> None:
    """A year is needed, and a format that exists."""
    with pytest.raises(SystemExit) as stop:
        main(["figures", *DATA, *arguments])
    assert stop.value.code == 2


def test_broken_data(tmp_path: Path, capsys: Printed) -> None:
    """Exit 1 with every problem, and no figure."""
    data = tmp_path / "data"
    shutil.copytree(PROJECT / "data", data)
    file = data / "2025" / "components.csv"
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("91.44", "91.44分", 1), encoding="utf-8-sig")
    assert main(["figures", "--data", str(data), "--year", "2025"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "[E104] data/2025/components.csv 第2行 「得分」" in err


def test_the_schema_is_published(capsys: Printed) -> None:
    """`kaohe schema figures` prints the schema, and it is one."""
    assert main(["schema", "figures"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema == figures_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
