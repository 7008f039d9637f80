"""Marks: what a table sorts and filters them by."""

from generator.model.terms import BoardGrade, Light
from generator.pages.marks import grade_mark, light_mark


def test_lights_are_sorted_by_urgency() -> None:
    """逾期 first, 已销号 last."""
    urgent_first = sorted(Light, key=lambda light: light_mark(light, light.label).rank)
    assert urgent_first == [Light.RED, Light.AMBER, Light.GREEN, Light.BLUE, Light.GREY]


def test_grades_are_sorted_best_first() -> None:
    """In the order of domain.md 7.2, 不定等次 after all others."""
    marks = [mark for grade in BoardGrade if (mark := grade_mark(grade))]
    assert [mark.word for mark in sorted(marks, key=lambda mark: mark.rank)] == [
        "优秀",
        "良好",
        "一般",
        "较差",
        "不定等次",
    ]


def test_lights_are_filtered_by_their_word_without_the_days() -> None:
    """A reason instead of days stays."""
    assert light_mark(Light.AMBER, "临期 3 天").kind == "临期"
    assert light_mark(Light.RED, "预警 多次退回").kind == "预警 多次退回"
    assert light_mark(Light.GREEN, "正常").kind == "正常"
