"""How titles are pronounced: `综采一队` → `zong cai yi dui`.

pypinyin knows the usual reading of a character and of many phrases. Names of people begin with a surname,
whose reading often differs from the usual one, and the trade has words of its own: both stand here.
"""

from __future__ import annotations

from functools import lru_cache

from pypinyin import lazy_pinyin, load_phrases_dict

SURNAMES: dict[str, str] = {
    "单": "shan",
    "解": "xie",
    "仇": "qiu",
    "曾": "zeng",
    "查": "zha",
    "任": "ren",
    "朴": "piao",
    "盖": "ge",
    "区": "ou",
    "翟": "zhai",
    "缪": "miao",
    "冼": "xian",
    "覃": "qin",
    "乐": "yue",
    "华": "hua",
    "纪": "ji",
    "燕": "yan",
    "宁": "ning",
    "尉": "wei",
    "种": "chong",
    "秘": "bi",
    "员": "yun",
    "尉迟": "yu chi",
    "万俟": "mo qi",
    "长孙": "zhang sun",
    "澹台": "tan tai",
}
"""Surnames and how they are read as such."""

PHRASES: dict[str, str] = {
    "综掘": "zong jue",
    "综采": "zong cai",
    "回撤": "hui che",
    "调度": "diao du",
    "调研": "diao yan",
    "重启": "chong qi",
    "重大": "zhong da",
    "行长": "hang zhang",
    "会计": "kuai ji",
    "供给": "gong ji",
    "处长": "chu zhang",
    "长效": "chang xiao",
    "区队长": "qu dui zhang",
    "参差": "cen ci",
    "模具": "mu ju",
    "地质": "di zhi",
    "朝川": "chao chuan",
    "霁川": "ji chuan",
}
"""Words the dictionary may read otherwise; add those of the company here."""

load_phrases_dict({word: [[one] for one in reading.split()] for word, reading in PHRASES.items()})

REMEMBERED = 20_000
"""Titles whose reading is kept: the same stand in every year."""


@lru_cache(maxsize=REMEMBERED)
def reading(title: str) -> str:
    """The syllables of a title with blanks between, in small letters; empty where it has no Chinese."""
    if title.isascii():
        return ""
    return _joined(lazy_pinyin(title))


@lru_cache(maxsize=REMEMBERED)
def person_reading(name: str) -> str:
    """The same of a person's name, which begins with a surname."""
    for length in (2, 1):
        if surname := SURNAMES.get(name[:length]):
            return f"{surname} {reading(name[length:])}".strip()
    return reading(name)


def _joined(syllables: list[str]) -> str:
    """Letters and digits only: nobody types the quotes of a title as it sounds."""
    kept = ("".join(letter for letter in one.lower() if letter.isalnum()) for one in syllables)
    return " ".join(one for one in kept if one)
