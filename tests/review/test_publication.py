"""公开口径 below its floor (domain.md 4.3, E107)."""

from __future__ import annotations

import pytest

from generator.contract.publication import ALWAYS, DEFAULT, FLOOR, SECRET, UNSAFE, WIDTH
from generator.model.terms import ItemAudience, PublicationItem

from .builders import said, scheme

SAYS = {
    PublicationItem.PERSON_SCORES: "个人测评得分按保密规定最多公开到公司领导"
    " → 可填：公司领导、考核组、不公开",
    PublicationItem.RECOMMENDATIONS: "干部推荐按保密规定最多公开到考核组 → 可填：考核组、不公开",
    PublicationItem.BALLOT_TOTAL: "班子测评总分最多公开到公司领导，由精确得分可以反推选票"
    " → 可填：公司领导、考核组、不公开",
    PublicationItem.COMPOSITE: "综合得分与位次最多公开到公司领导，由精确得分可以反推选票"
    " → 可填：公司领导、考核组、不公开",
    PublicationItem.PERSON_COMPETENT: "个人等次称职最多公开到公司领导，对职工以通报表彰公布"
    " → 可填：公司领导、考核组、不公开",
}
"""What is said of a setting for all staff."""


@pytest.mark.parametrize("item", SAYS, ids=lambda item: str(item.value))
def test_names_the_fault(item: PublicationItem) -> None:
    """Place, value, rule and remedy: by law, because scores give votes away, because names would be told."""
    place = f'[E107] data/2025/scheme.yml 「公开口径 › {item.label}」: "全体职工" '
    assert said(scheme(publication={item: ItemAudience.STAFF})) == [f"{place}{SAYS[item]}"]


def test_what_all_pages_rest_on_stays_open() -> None:
    """A setting that would do nothing is not taken."""
    assert said(scheme(publication={PublicationItem.UNITS: ItemAudience.LEADERS})) == [
        '[E107] data/2025/scheme.yml 「公开口径 › 单位名称与班子分工」: "公司领导" '
        "单位名称与班子分工各版页面都要用到，不能收窄 → 可填：全体职工"
    ]


def test_the_default_is_within_every_floor() -> None:
    """What nobody has set needs no correction; a floor has one reason, and each item a default."""
    assert all(WIDTH.index(DEFAULT[item]) >= WIDTH.index(floor) for item, floor in FLOOR.items())
    assert all(DEFAULT[item] is ItemAudience.STAFF for item in ALWAYS)
    assert not SECRET.keys() & UNSAFE.keys()
    assert DEFAULT.keys() == set(PublicationItem)


@pytest.mark.parametrize("item", PublicationItem)
@pytest.mark.parametrize("setting", ItemAudience)
def test_a_setting_within_its_floor_is_the_schemes_own_affair(
    item: PublicationItem, setting: ItemAudience
) -> None:
    """Every item may be narrowed to nobody but what pages rest on; none may be widened beyond its floor."""
    floor = FLOOR.get(item, ItemAudience.STAFF)
    allowed = WIDTH.index(setting) >= WIDTH.index(floor) and (item not in ALWAYS or setting is floor)
    assert (said(scheme(publication={item: setting})) == []) is allowed
