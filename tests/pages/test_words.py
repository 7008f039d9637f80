"""How values read."""

from __future__ import annotations

import pytest

from generator.pages.words import counting


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "一"),
        (2, "两"),
        (3, "三"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (22, "二十二"),
        (45, "四十五"),
        (99, "九十九"),
    ],
)
def test_a_sentence_counts_in_chinese(count: int, text: str) -> None:
    """两个领域, 十二个领域: 两 stands alone only."""
    assert counting(count) == text
