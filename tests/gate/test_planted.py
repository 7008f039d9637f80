"""The gate is awake: it finds every kind of leak it claims to, and whatever is taken from it is missed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import generator.gate.judge as judging
from generator.books.source import Order
from generator.gate import keys, normal, search
from generator.gate.judge import Inspection, judge
from generator.gate.known import Known
from generator.gate.planted import LEAKS, NAME, missed
from generator.gate.readers import READER
from tests.conftest import PROJECT
from tests.gate.conftest import WORKSHOP


def without(ways: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    """All ways but one."""
    return (*ways[:number], *ways[number + 1 :])


def test_every_planted_leak_is_found() -> None:
    """27 kinds are promised (P20); each has a label of its own."""
    assert missed(READER) == ()
    assert len({leak.label for leak in LEAKS}) == len(LEAKS) > 27


@pytest.mark.parametrize("number", range(len(READER.decodings)))
def test_each_decoding_is_needed(number: int) -> None:
    """Without one encoding something planted is missed."""
    assert missed(replace(READER, decodings=without(READER.decodings, number)))


@pytest.mark.parametrize("number", range(len(READER.forms)))
def test_each_form_is_needed(number: int) -> None:
    """Without the plain form, without tags taken out, without JSON taken apart."""
    assert missed(replace(READER, forms=without(READER.forms, number)))


@pytest.mark.parametrize("opener", READER.openers, ids=lambda opener: str(opener.how))
def test_each_opener_is_needed(opener: Any) -> None:
    """Without one way to unpack, what is packed that way is missed."""
    assert missed(replace(READER, openers=tuple(one for one in READER.openers if one is not opener)))


@pytest.mark.parametrize("step", normal.STEPS, ids=lambda step: str(step.__name__))
def test_each_step_of_normal_is_needed(step: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one step a text written that way is missed."""
    monkeypatch.setattr(normal, "STEPS", tuple(one for one in normal.STEPS if one is not step))
    assert missed(READER)


@pytest.mark.parametrize(
    ("owner", "name", "kinds"),
    [
        (search._Search, "_look_at_name", {"文件名", "文件夹名"}),
        (search._Search, "_look_deep", {"正文", "PDF 附件"}),
        (keys.Keys, "found", {"不公开的数据项", "不公开的数据项（行内）"}),
        (keys.Keys, "said", {"不公开的数据"}),
        (search, "strays", {"计划外的文件", "版本库"}),
        (search, "foreign", {"其他网站", "脚本中的其他网站"}),
        (search, "dead", {"断开的链接", "断开的位置"}),
    ],
)
def test_each_detector_is_needed(
    owner: Any, name: str, kinds: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without one detector its kinds are missed, by name."""
    monkeypatch.setattr(owner, name, lambda *_: ())
    assert kinds <= set(missed(READER))


def test_names_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """If every page might hold every name, one too many would be missed."""
    often = {how: {NAME: 9} for how in ("", "被标签隔开")}
    monkeypatch.setattr(Known, "expected", lambda *_: often)
    assert "姓名多出现一次" in missed(READER)


def test_a_blind_gate_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one way of looking gone the check is invalid, whatever the folder holds; exit code 2."""
    monkeypatch.setattr(judging, "READER", replace(READER, openers=()))
    verdict = judge(Inspection(PROJECT / "docs", Order(PROJECT / "data"), WORKSHOP))
    (line,) = verdict.lines
    assert verdict.code == 2
    assert line.startswith("本次检查无效")
    assert "gzip 压缩" in line
