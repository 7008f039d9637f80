"""What the ballots on a board say to leaders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.contract.fields import Audience
from generator.editions.edition import EditionYear
from generator.figures import Figure
from generator.pages.headlines.ballots import excellent_rate, weak_dimensions
from generator.pages.headlines.headline import Headline
from generator.pages.headlines.transitions import EarlierLeaves
from generator.pages.headlines.unit import unit_headlines
from generator.scoring.exact import Rate
from tests.pages.builders import edition, edition_year
from tests.pages.figures import figure, rate_figure, with_more


def texts(found: Iterable[Headline]) -> list[str]:
    """What the sentences say."""
    return [str(one.text) for one in found]


def score(key: str, points: str) -> Figure:
    """A score of the ballots."""
    return figure(key, points, Decimal(points), "分")


def voted(political: tuple[str, str], duty: tuple[str, str], valid: int = 50) -> EditionYear:
    """2025 with score and group median of u01 on two dimensions."""
    pairs = {"political": political, "duty": duty}
    ends = {name: f"ballot.dimensions.{name}" for name in pairs}
    return with_more(
        edition_year(),
        *(score(f"units.u01.{ends[name]}.score", own) for name, (own, _) in pairs.items()),
        *(score(f"groups.生产单位.{ends[name]}.median", middle) for name, (_, middle) in pairs.items()),
        rate_figure("units.u01.ballot.excellent_rate.pooled", Rate.of(149, 247)),
        rate_figure("units.u01.ballot.turnout.board.valid", Rate.of(valid, 51)),
    )


def dimensions(year: EditionYear) -> list[str]:
    """What is said of u01."""
    return texts(weak_dimensions(year, year.units[0]))


def test_dimensions_below_the_median_with_both_scores() -> None:
    """Whoever reads it need not look for the other number."""
    assert dimensions(voted(("91.26", "91.26"), ("89.79", "90.39"))) == [
        "一个测评维度低于同组中位数：履职能力 89.79 分（中位数 90.39）。"
    ]
    assert dimensions(voted(("90.00", "91.26"), ("89.79", "90.39"))) == [
        "两个测评维度低于同组中位数：政治素质 90.00 分（中位数 91.26）、履职能力 89.79 分（中位数 90.39）。"
    ]


def test_equal_to_the_median_is_not_below() -> None:
    """Two dimensions at their median."""
    assert dimensions(voted(("91.26", "91.26"), ("90.39", "90.39"))) == ["测评各维度得分均不低于同组中位数。"]


def test_the_rate_names_its_votes_and_how_they_were_counted() -> None:
    """149 of 247, all classes and dimensions together (domain.md 3.5)."""
    year = voted(("90", "90"), ("90", "90"))
    assert texts(excellent_rate(year, year.units[0])) == [
        "班子民主测评优秀率（各票种、各维度合并计算）为 60.32%（149/247）。"
    ]


def test_alone_in_its_group_a_board_is_its_own_median() -> None:
    """u03 has nobody to stand beside."""
    year = with_more(
        edition_year(),
        score("units.u03.ballot.dimensions.duty.score", "89"),
        score("groups.辅助单位.ballot.dimensions.duty.median", "89"),
    )
    assert texts(weak_dimensions(year, year.units[2])) == []


def test_staff_read_nothing_of_ballots() -> None:
    """Their edition has no such figures."""
    year = edition_year()
    assert dimensions(year) == []
    assert texts(excellent_rate(year, year.units[0])) == []


@pytest.mark.parametrize(("valid", "said"), [(9, 0), (10, 2)])
def test_a_small_board_is_not_spoken_of(valid: int, said: int) -> None:
    """Nine valid ballots: leaders read nothing of them either (promises.md B2, B9)."""
    year = voted(("91.26", "91.26"), ("89.79", "90.39"), valid)
    one = replace(edition(Audience.LEADERS), years=(edition_year(2024), year))
    found = texts(unit_headlines(one, year, year.units[0], EarlierLeaves.of(one, year), ()))
    assert len([text for text in found if "测评" in text]) == said
