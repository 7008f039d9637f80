"""Every worked number of domain.md that the sample holds, from its files through intake to the figure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.figures import Figure
from generator.scoring.exact import rounded

Found = Mapping[str, Figure]
Years = Mapping[int, Found]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("units.u03.ballot.turnout.board.attended", "96.30%"),
        ("units.u03.ballot.turnout.board.returned", "98.08%"),
        ("units.u03.ballot.turnout.board.valid", "98.04%"),
        ("units.u03.ballot.board.score", "90.21"),
        ("units.u03.ballot.excellent_rate.pooled", "60.32%"),
        ("units.u03.ballot.persons.P0016.score", "88.67"),
        ("units.u03.ballot.persons.P0016.excellent_rate.pooled", "54.00%"),
        ("units.u03.ballot.persons.P0016.excellent_rate.weighted", "47.35%"),
        ("units.u03.checklist.base", "93.50"),
        ("units.u03.checklist.bonus", "5"),
        ("units.u03.checklist.penalty", "1"),
        ("units.u03.checklist.score", "97.50"),
        ("units.u17.checklist.base", "93.37"),
        ("units.u03.composite", "92.94"),
        ("groups.生产单位.grades.quota", "2"),
        ("ledger.total", "50"),
        ("ledger.void", "2"),
        ("ledger.closed", "31"),
        ("ledger.pending", "5"),
        ("ledger.rectifying", "11"),
        ("ledger.registered", "1"),
        ("ledger.standing", "2"),
        ("ledger.due", "40"),
        ("ledger.completed", "72.00%"),
        ("ledger.completed_in_time_limit", "80.95%"),
        ("ledger.closed_rate", "62.00%"),
        ("ledger.closed_on_time", "65.00%"),
        ("ledger.on_time_share", "90.32%"),
        ("ledger.overdue", "7"),
        ("ledger.overdue_share", "36.84%"),
        ("ledger.relapse", "6.06%"),
    ],
)
def test_as_printed(found: Found, key: str, text: str) -> None:
    """What a page prints (domain.md 3.5, 6.3, 7.1, 7.4, 9.5)."""
    assert found[key].text == text


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("units.u03.ballot.board.score", "90.2070"),
        ("units.u03.ballot.dimensions.political.score", "91.2560"),
        ("units.u03.ballot.dimensions.duty.score", "89.7857"),
        ("units.u03.ballot.dimensions.performance.score", "88.2619"),
        ("units.u03.ballot.dimensions.conduct.score", "90.5764"),
        ("units.u03.ballot.dimensions.integrity.score", "92.8910"),
        ("units.u03.ballot.classes.C.conduct.score", "89.0741"),
        ("units.u03.ballot.persons.P0016.classes.A.overall.score", "86.6667"),
        ("units.u03.composite.components.ballot.points", "27.0621"),
        ("units.u03.composite.components.superior.points", "18.2000"),
        ("units.u03.composite.components.party.points", "24.3750"),
        ("units.u03.composite.components.kpi.points", "23.3000"),
        ("units.u03.composite", "92.9371"),
    ],
)
def test_unrounded(found: Found, key: str, number: str) -> None:
    """The value keeps what the text leaves out (domain.md 3.5, 7.1)."""
    value = found[key].value
    assert isinstance(value, Decimal)
    assert rounded(value, 4) == Decimal(number)


@pytest.mark.parametrize(
    ("key", "part", "whole"),
    [
        ("units.u03.ballot.turnout.board.attended", 52, 54),
        ("units.u03.ballot.excellent_rate.pooled", 149, 247),
        ("units.u03.ballot.persons.P0016.excellent_rate.pooled", 27, 50),
        ("units.u17.checklist.rate", Decimal("91.5"), 98),
        ("ledger.completed", 36, 50),
        ("ledger.completed_in_time_limit", 34, 42),
        ("ledger.closed_on_time", 26, 40),
        ("ledger.on_time_share", 28, 31),
        ("ledger.overdue_share", 7, 19),
        ("ledger.relapse", 2, 33),
    ],
)
def test_with_both_numbers(found: Found, key: str, part: Decimal | int, whole: Decimal | int) -> None:
    """A share names numerator and denominator (domain.md 3.5, 6.3, 9.5)."""
    assert (found[key].part, found[key].whole) == (part, whole)


CHANGES = [
    ("trend.areas.B.change", "+5.27", "88%－82.7273%＝+5.2727，四舍五入为+5.27个百分点"),
    ("trend.comparable.before", "87.53%", None),
    ("trend.comparable.after", "90.95%", None),
    ("trend.comparable.change", "+3.42", "90.9524%－87.5309%＝+3.4215，四舍五入为+3.42个百分点"),
    ("trend.comparable.coverage", "84.00%", "84÷100＝84.00%"),
]


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: row[0])
def test_across_a_change_of_the_scheme(found: Found, worked: Years, row: tuple[str, str, str | None]) -> None:
    """+5.27 and +3.42 at 84 %: u11 of the sample, u01 of the folder (domain.md 10.2)."""
    key, text, formula = row
    for one in (found[f"units.u11.{key}"], worked[2025][f"units.u01.{key}"]):
        assert one.text == text
        assert formula is None or one.basis.worked.startswith(formula)


def test_fewer_points_and_a_higher_rate(found: Found, years: Years) -> None:
    """0.6 points fewer though the rate rises by 5.27: raw points are never compared (domain.md 10.2)."""
    key = "units.u11.checklist.areas.B.rate"
    numbers = [(one[key].part, one[key].whole) for one in (years[2024], found)]
    assert numbers == [(Decimal("18.2"), 22), (Decimal("17.6"), 20)]
    whole = [found[f"units.u11.trend.comparable.{side}"] for side in ("before", "after", "coverage")]
    assert [(one.part, one.whole) for one in whole] == [
        (Decimal("70.9"), 81),
        (Decimal("76.4"), 84),
        (84, 100),
    ]


def test_places_in_groups_of_any_size(worked: Years) -> None:
    """Rank 5 of 19 is 77.8, rank 3 of 18 is 88.2 (domain.md 10.2)."""
    found = [one["units.u01.composite.percentile"] for one in worked.values()]
    assert [one.text for one in found] == ["77.8", "88.2"]
    assert [one.basis.worked for one in found] == [
        "（19－5）÷（19－1）×100＝77.8",
        "（18－3）÷（18－1）×100＝88.2",
    ]
    ranks = [one["units.u01.composite.rank"].text for one in worked.values()]
    assert ranks == ["第5", "第3"]


def test_the_reference_value_of_a_merged_unit(worked: Years) -> None:
    """(88.4×120 + 91.2×80)/200 = 89.52, called 参考值, from the merged units' own scores (domain.md 10.3)."""
    one = worked[2025]["units.u20.trend.reference"]
    assert (one.label, one.text) == ("上年综合得分参考值", "89.52")
    assert one.basis.worked == "（88.4×120＋91.2×80）÷200＝89.52"
    assert [operand.key for operand in one.basis.operands if operand.key] == [
        "2024:units.u18.composite",
        "2024:units.u19.composite",
    ]


GRADES = [
    ("u01", "94.10", "优秀", "优秀", "优秀名额内"),
    ("u02", "92.94", "优秀", "良好", "综合得分相同，党建考核较低，优秀名额已满"),
    ("u03", "92.94", "优秀", "优秀", "综合得分相同，党建考核较高，在优秀名额内"),
    ("u04", "68.40", "较差", "较差", "建议较差"),
    ("u05", "90.20", "优秀", "良好", "优秀名额已满"),
    ("u06", "88.60", "良好", "良好", "建议良好"),
    ("u07", "84.30", "良好", "良好", "建议良好"),
    ("u08", "79.50", "一般", "一般", "建议一般"),
    ("u09", "91.60", "优秀", "一般", "一票否决，等次不高于一般"),
]


@pytest.mark.parametrize("row", GRADES, ids=lambda row: row[0])
def test_the_group_of_nine(found: Found, row: tuple[str, str, str, str, str]) -> None:
    """Score, grade by score, suggestion with its reason, decision (domain.md 7.4)."""
    unit, composite, threshold, final, reason = row
    assert found[f"units.{unit}.composite"].text == composite
    assert found[f"units.{unit}.grade.threshold"].text == threshold
    assert found[f"units.{unit}.grade.suggested"].text == final
    assert reason in found[f"units.{unit}.grade.suggested"].basis.worked
    assert found[f"units.{unit}.grade.decided"].text == final


def test_the_tie_shares_a_rank(found: Found) -> None:
    """U02 and U03 are 并列第2 and nobody is third (domain.md 7.4)."""
    ranks = {unit: found[f"units.{unit}.composite.rank"] for unit, *_ in GRADES}
    assert ranks["u02"].text == ranks["u03"].text == "并列第2"
    assert sorted(one.value for one in ranks.values() if isinstance(one.value, int)) == [
        1, 2, 2, 4, 5, 6, 7, 8, 9,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "worked"),
    [
        ("units.u03.ballot.classes.A.political.score", "（4×95＋2×85）÷6＝91.6667，四舍五入为91.67"),
        (
            "units.u03.ballot.persons.P0016.score",
            "100%×88.6667＝88.6667，四舍五入为88.67",
        ),
        (
            "units.u03.composite",
            "30%×90.2070＋20%×91＋25%×97.5＋25%×93.2＝92.9371，四舍五入为92.94",
        ),
        ("units.u03.checklist.bonus", "3＋2＋1＝6，加分封顶5分，计5分"),
        ("units.u03.checklist.score", "93.5＋5－1＝97.50"),
        ("units.u17.checklist.base", "91.5÷98×100＝93.3673，四舍五入为93.37"),
        ("groups.生产单位.grades.quota", "9×25%＝2.25，小数舍去，不足一名的给一名，名额2个"),
        ("ledger.completed", "（31＋5）÷50＝72.00%"),
        ("ledger.relapse", "2÷（31＋2）＝6.06%"),
    ],
)
def test_the_formula_with_its_numbers(found: Found, key: str, worked: str) -> None:
    """What the fold-out 依据 shows can be followed with a pocket calculator."""
    assert found[key].basis.worked == worked


def test_a_share_names_how_it_was_counted(found: Found) -> None:
    """54.00 % and 47.35 % never stand under the same name (domain.md 3.5)."""
    root = "units.u03.ballot.persons.P0016.excellent_rate"
    assert "合并计算" in found[f"{root}.pooled"].label
    assert "票种加权" in found[f"{root}.weighted"].label


def test_a_changed_grade_is_explained(found: Found) -> None:
    """审定 against 建议, with the reason of the change (domain.md 7.4 step 9)."""
    assert found["units.u03.grade.compared"].text == "一致"
    changed = found["units.u12.grade.compared"]
    assert changed.text == "调整"
    assert "理由：" in changed.basis.worked
