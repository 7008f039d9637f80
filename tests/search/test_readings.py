"""How names are read aloud."""

from __future__ import annotations

import pytest

from generator.search.readings import SURNAMES, person_reading, reading


@pytest.mark.parametrize(
    ("title", "syllables"),
    [
        ("综采一队", "zong cai yi dui"),
        ("综掘二队", "zong jue er dui"),
        ("安装回撤队", "an zhuang hui che dui"),
        ("综采17队", "zong cai 17 dui"),
        ("会计科长", "kuai ji ke zhang"),
        ("重庆调度室", "chong qing diao du shi"),
        ("“一班一策”攻坚法", "yi ban yi ce gong jian fa"),
        ("2025-U03-012", ""),
    ],
)
def test_titles(title: str, syllables: str) -> None:
    """Characters of two readings are read as in the word they stand in."""
    assert reading(title) == syllables


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("单志远", "shan zhi yuan"),
        ("解书恒", "xie shu heng"),
        ("仇海涛", "qiu hai tao"),
        ("曾建国", "zeng jian guo"),
        ("查文博", "zha wen bo"),
        ("万俟永", "mo qi yong"),
        ("夏建渊", "xia jian yuan"),
        ("任重", "ren zhong"),
    ],
)
def test_people(name: str, syllables: str) -> None:
    """A surname is read as one."""
    assert person_reading(name) == syllables


def test_every_surname_has_a_syllable_for_each_character() -> None:
    """Initials are taken from the syllables."""
    assert all(len(name) == len(syllables.split()) for name, syllables in SURNAMES.items())
