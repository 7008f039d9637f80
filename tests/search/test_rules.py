"""What is found and in which order: the browser's own rules in the script engine."""

from __future__ import annotations

import json

import pytest
import quickjs

from generator.pages.search_records import RecordKind, SearchRecord
from generator.search.matching import Answer, Matcher
from generator.search.records import Found, records_json
from tests.search.searched import RULES


def record(
    title: str, text: str = "", *aliases: str, kind: RecordKind = RecordKind.LEAF, unit: str | None = None
) -> Found:
    """A record whose path is its title."""
    return Found(title, SearchRecord(kind, title, text, aliases, unit))


def ask(query: str, *records: Found, **books: tuple[Found, ...]) -> Answer:
    """The answer over these records of 2025, or over `y2024=(…)`; every hit."""
    found = {"2025": records, **{name.removeprefix("y"): made for name, made in books.items()}}
    files = (records_json(name, made) for name, made in found.items())
    return Matcher(RULES.read_text(encoding="utf-8"), files).answer(query, most=100)


def titles(answer: Answer) -> list[str]:
    """What was found, in order."""
    return [hit.title for hit in answer.hits]


def test_better_matches_come_first() -> None:
    """Exact title, exact alias, title prefix, title, alias, sound, text: docs/adr/0008."""
    expected = [
        record("整改"),
        record("甲", "", "整改"),
        record("整改台账"),
        record("限期整改"),
        record("乙", "", "限期整改办"),
        record("丙", "整改"),
    ]
    found = ask("整改", *reversed(expected))
    assert titles(found) == [one.record.title for one in expected]


def test_sounds_rank_between_names_and_text() -> None:
    """Whole, beginning, inside; a syllable is never begun in its middle."""
    records = [
        record("丙", "zhb"),
        record("公司综合部"),
        record("综合办公室"),
        record("综合部"),
        record("丁", "", "zhb12"),
    ]
    assert titles(ask("zhb", *records)) == ["丁", "综合部", "综合办公室", "公司综合部", "丙"]
    assert titles(ask("onghe", *records)) == []
    assert titles(ask("zonghe", *records))[:2] == ["综合办公室", "综合部"]


@pytest.mark.parametrize(
    "query",
    ["综采一队", "综采1队", "综采１队", "「综采一队」", "综采-一队", "綜採一隊", " 综采一队 "],
)
def test_ways_to_write_the_same(query: str) -> None:
    """Width, quotes, hyphens, numerals and traditional characters make no difference."""
    assert titles(ask(query, record("综采二队"), record("综采一队"))) == ["综采一队"]


@pytest.mark.parametrize(
    ("written", "typed"), [("十佳", "10佳"), ("二十三条", "23条"), ("第十二届", "第12届")]
)
def test_numerals_up_to_ninety_nine(written: str, typed: str) -> None:
    """Tens are read as numbers."""
    assert titles(ask(typed, record(written))) == [written]
    assert titles(ask(written, record(typed))) == [typed]


def test_all_words_must_match() -> None:
    """In any order, in any field; what has only one of them is not shown."""
    records = (record("综采一队", "整改"), record("综采二队"), record("台账", "整改"))
    assert titles(ask("整改 综采", *records)) == ["综采一队"]


def test_newest_year_first_then_official_order() -> None:
    """What belongs to no year comes after all of them."""
    pair = (record("综采一队", "乙"), record("综采一队", "甲"))
    found = ask("综采一队", y=(record("综采一队"),), y2024=pair, y2023=pair)
    assert [hit.book for hit in found.hits] == ["2024", "2024", "2023", "2023", ""]


def test_one_wrong_character_is_mended_and_said() -> None:
    """Taken for another, left out, or one too many; two wrong ones are another word."""
    records = (record("综采一队"), record("机电修造厂"))
    for query in ("综才一队", "综采队", "综采一大队", "机电修造长"):
        answer = ask(query, *records)
        assert answer.instead == ((query, "综采一队" if query[0] == "综" else "机电修造厂"),)
        assert len(answer.hits) == 1
    assert ask("宗才一队", *records).hits == ()


def test_two_words_written_as_one() -> None:
    """Chinese has no blanks: a unit and a word after it are still two words."""
    records = (record("党支部书记", "综掘一队"), record("党支部书记", "综掘二队"))
    assert ask("综掘二队党支部书记", *records).total == 1


def test_words_nobody_has_are_dropped_and_said() -> None:
    """As typed; the rest is still looked for."""
    answer = ask("综采一队 Ｍars", record("综采一队"))
    assert titles(answer) == ["综采一队"]
    assert answer.dropped == ("Ｍars",)
    assert ask("火星 Ｍars", record("综采一队")).hits == ()


def test_words_that_never_meet_give_way_from_the_end() -> None:
    """What was typed first counts most."""
    answer = ask("综采 通风", record("综采一队"), record("通风队"))
    assert titles(answer) == ["综采一队"]
    assert answer.dropped == ("通风",)


def test_filters_alone_and_with_words() -> None:
    """By kind, by unit id or name, by year; several at once."""
    unit = record("综采一队", "", "采一队", kind=RecordKind.UNIT, unit="u01")
    problem = record("2025-U01-001", "支护", kind=RecordKind.PROBLEM, unit="u01")
    other = record("2025-U02-001", "支护", kind=RecordKind.PROBLEM, unit="u02")
    records = (unit, problem, other)
    assert titles(ask("类型:台账", *records)) == ["2025-U01-001", "2025-U02-001"]
    for value in ("u01", "U01", "综采一队", "采1队"):
        assert titles(ask(f"支护 单位:{value}", *records)) == ["2025-U01-001"]
    assert titles(ask("年度:2024 支护", *records, y2024=(problem,))) == ["2025-U01-001"]
    assert ask("类型:天气", *records).total == 0


@pytest.mark.parametrize("query", ["", " ", "-", "“”", "类型:", "(", "[a", "a\\", "*", "单位:", "$&", "\n\t"])
def test_odd_queries_break_nothing(query: str) -> None:
    """A reader may type anything."""
    ask(query, record("综采一队"), record("a*b\\c"))


def test_a_title_of_odd_characters_is_found() -> None:
    """What stands in a pattern elsewhere is a letter here."""
    assert titles(ask("a*b\\c", record("a*b\\c"))) == ["a*b\\c"]
    assert titles(ask("a*c\\c", record("a*b\\c"))) == ["a*b\\c"]


def test_the_record_file_opens_no_tag() -> None:
    """It is data, even if a server should send it as a page."""
    text = records_json("2025", [record("<script>alert(1)</script>")])
    assert "<" not in text
    assert json.loads(text)["columns"]["title"] == "<script>alert(1)</script>"


MARKED = [
    ("综采一队党支部", "综采1队", ["", "综采一队", "党支部"]),
    ("青岚党发〔2026〕8号", "党发(2026)8号", ["青岚", "党发〔2026〕8号", ""]),
    ("第二十届", "20届", ["第", "二十届", ""]),
    ("第二届", "2届", ["第", "二届", ""]),
    ("ＡＢ…综采", "综采", ["ＡＢ…", "综采", ""]),
    ("整改整改台账", "整改 台账", ["", "整改整改台账", ""]),
    ("党支部", "整改", ["党支部"]),
]


@pytest.mark.parametrize(("text", "query", "parts"), MARKED)
def test_what_matched_is_marked_as_it_is_written(text: str, query: str, parts: list[str]) -> None:
    """Plain and marked parts in turn."""
    assert shown(text, query)["title"] == parts


def shown(text: str, query: str) -> dict[str, list[str]]:
    """What a reader sees of a record whose title and text are that text."""
    context = quickjs.Context()
    context.eval(RULES.read_text(encoding="utf-8"))
    context.eval(
        "var turns = (text, query) => JSON.stringify("
        "KaoheSearch.shown({ title: text, text }, KaoheSearch.parse(query).terms));"
    )
    turns: dict[str, list[str]] = json.loads(context.get("turns")(text, query))
    return turns


LONG = [
    ("整改" + "。无" * 400 + "综采一队" + "。无" * 400, "综采1队", "综采一队"),
    ("无。" * 99 + "综采一队" + "无。" * 99, "综采一队", "综采一队"),
    ("𠮷" * 250 + "综采" + "𠮷" * 250, "综采", "综采"),
]


@pytest.mark.parametrize(("text", "query", "marked"), LONG)
def test_a_long_text_is_shown_around_what_was_found(text: str, query: str, marked: str) -> None:
    """However far inside it stands, and across the pieces it is looked through in."""
    before, found, after = shown(text, query)["text"]
    assert found == marked
    assert before.startswith("…")
    assert after.endswith("…")
    assert len(before + found + after) <= 82


def test_a_long_text_without_the_term_is_shown_from_its_beginning() -> None:
    """The title had it."""
    assert shown("无。" * 300, "综采")["text"] == ["无。" * 40 + "…"]
