"""公开口径 below its floor (domain.md 4.3, E107)."""

from __future__ import annotations

import pytest

from generator.contract.publication import FLOOR, WIDTH
from generator.model.terms import ItemAudience, PublicationItem

from .builders import said, scheme


def test_names_the_fault() -> None:
    """Place, value, rule and remedy."""
    tables = scheme(publication={PublicationItem.PERSON_SCORES: ItemAudience.STAFF})
    assert said(tables) == [
        '[E107] data/2025/scheme.yml 「公开口径 › 个人测评得分」: "全体职工" '
        "个人测评得分按保密规定最多公开到公司领导 → 可填：公司领导、考核组、不公开"
    ]


@pytest.mark.parametrize("item", PublicationItem)
@pytest.mark.parametrize("setting", ItemAudience)
def test_a_setting_within_its_floor_is_the_schemes_own_affair(
    item: PublicationItem, setting: ItemAudience
) -> None:
    """Every item may be narrowed to nobody; those with a floor may not be widened beyond it."""
    floor = FLOOR.get(item, ItemAudience.STAFF)
    allowed = WIDTH.index(setting) >= WIDTH.index(floor)
    assert (said(scheme(publication={item: setting})) == []) is allowed
