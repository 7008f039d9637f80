"""Work is done again exactly when something it read changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pickle import PicklingError, dumps

import pytest

from generator.store.again import Memory, again, again_each, forgetting, recalled, remember, steady
from generator.store.traced import by_field, followed


@followed()
@dataclass(frozen=True)
class Unit:
    """A unit of a year."""

    id: str
    name: str
    score: Decimal


@by_field
@dataclass(frozen=True, slots=True)
class Number:
    """A number and how it came about."""

    text: str
    unit: str
    basis: str

    @property
    def printed(self) -> str:
        """With its unit."""
        return f"{self.text} {self.unit}"


@followed("units", "by_id", "words", "numbers")
@dataclass(frozen=True)
class Year:
    """A year with its units."""

    number: int
    title: str
    units: tuple[Unit, ...]
    words: Mapping[str, str]
    numbers: Mapping[str, Number]

    def unit(self, unit_id: str) -> Unit | None:
        """The unit of that id."""
        return self.by_id.get(unit_id)

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """Units by id."""
        return {unit.id: unit for unit in self.units}


YEAR = Year(
    2025,
    "2025年度考核",
    (Unit("u01", "综采一队", Decimal("90.5")), Unit("u02", "机电队", Decimal(88))),
    {"red": "红", "blue": "蓝"},
    {"rate": Number("62.00", "%", "31÷50"), "median": Number("60.00", "%", "居中的一个")},
)


class Counted:
    """Work that counts how often it is done."""

    def __init__(self, work: Callable[..., object]) -> None:
        self.work, self.times = work, 0

    def __call__(self, *given: object, **named: object) -> object:
        """Do it."""
        self.times += 1
        return self.work(*given, **named)


def build(memory: Memory, work: Callable[..., object], *given: object, **named: object) -> object:
    """One build with one piece of work."""
    with memory.opened():
        return again("slot", work, *given, **named)


def changed(**fields: object) -> Year:
    """The year with other fields."""
    return replace(YEAR, **fields)  # type: ignore[arg-type]


def median(**fields: str) -> Year:
    """The year with another median."""
    return changed(numbers={**YEAR.numbers, "median": replace(YEAR.numbers["median"], **fields)})


def named(year: Year) -> str:
    """Reads the title alone."""
    return f"《{year.title}》"


def test_without_a_memory_work_is_done() -> None:
    """A single build pays nothing and keeps nothing."""
    work = Counted(named)
    assert [again("slot", work, YEAR) for _ in range(2)] == ["《2025年度考核》"] * 2
    assert work.times == 2


def test_what_was_not_read_may_change() -> None:
    """The sentence is about the title, so a score changes nothing."""
    memory, work = Memory(), Counted(named)
    first = build(memory, work, YEAR)
    assert build(memory, work, changed(units=())) is first
    assert work.times == 1
    assert build(memory, work, changed(title="2026年度考核")) == "《2026年度考核》"
    assert work.times == 2


READERS: Mapping[str, Callable[[Year], object]] = {
    "one by method": lambda year: year.unit("u01").score if year.unit("u01") else None,  # type: ignore[union-attr]
    "one by index": lambda year: year.units[0].score,
    "all": lambda year: sum(unit.score for unit in year.units),
    "some": lambda year: [unit.name for unit in year.units if unit.score > 90],
    "count": lambda year: len(year.units),
    "word": lambda year: year.words["red"],
    "absent word": lambda year: year.words.get("green", "—"),
    "is there": lambda year: "green" in year.words,
    "words": lambda year: list(year.words),
    "pairs": lambda year: list(year.words.items()),
    "copy": lambda year: replace(year, title="").number,
    "number": lambda year: year.numbers["median"].printed,
    "text of a number": lambda year: year.numbers["median"].text,
    "is a number": lambda year: year.numbers.get("median") is not None,
    "whole number": lambda year: again("inner", repr, year.numbers["median"]),
    "number inside": lambda year: again("inner", _median, year),
    "number, then whole": lambda year: (
        year.numbers["median"].text,
        again("inner", repr, year.numbers["median"]),
    ),
    "whole number, then text": lambda year: (_whole(year), year.numbers["median"].text),
    "text, then whole number inside": lambda year: (
        year.numbers["median"].text,
        again("inside", _whole, year),
    ),
    "whole number, then text inside": lambda year: (_whole(year), again("inside", _median, year)),
    "numbers": lambda year: [one.text for one in year.numbers.values()],
    "numbers given": lambda year: again("inner", _texts, year.numbers),
    "units given": lambda year: again("inner", _names, year.units),
    "nothing": lambda _: 1,
}


def _whole(year: Year) -> str:
    return again("inner", repr, year.numbers["median"])


def _median(year: Year) -> str:
    return year.numbers["median"].text


def _texts(numbers: Mapping[str, Number]) -> list[str]:
    return [one.text for one in numbers.values()]


def _names(units: tuple[Unit, ...]) -> list[str]:
    return [one.name for one in units]


EDITS: Mapping[str, Year] = {
    "same": changed(),
    "equal": changed(units=tuple(replace(unit) for unit in YEAR.units), words=dict(YEAR.words)),
    "digits": changed(units=(replace(YEAR.units[0], score=Decimal("90.50")), YEAR.units[1])),
    "first score": changed(units=(replace(YEAR.units[0], score=Decimal(91)), YEAR.units[1])),
    "second score": changed(units=(YEAR.units[0], replace(YEAR.units[1], score=Decimal(99)))),
    "second name": changed(units=(YEAR.units[0], replace(YEAR.units[1], name="通风队"))),
    "order": changed(units=YEAR.units[::-1]),
    "gone": changed(units=YEAR.units[:1]),
    "none": changed(units=()),
    "word": changed(words={"red": "赤", "blue": "蓝"}),
    "more words": changed(words={**YEAR.words, "green": "绿"}),
    "order of words": changed(words={"blue": "蓝", "red": "红"}),
    "title": changed(title="x"),
    "basis": median(basis="平均数"),
    "text": median(text="61.00"),
    "unit of a number": median(unit="分"),
    "other number": changed(numbers={**YEAR.numbers, "rate": Number("1", "%", "")}),
    "no number": changed(numbers={}),
}


@pytest.mark.parametrize("reader", READERS)
def test_whatever_changes_the_result_is_as_if_done_again(reader: str) -> None:
    """Every way to read against every change, there and back."""
    memory, work = Memory(), READERS[reader]

    def printed(year: Year) -> str:
        try:
            return repr(work(year))
        except (IndexError, KeyError) as error:
            return repr(error)

    for edit in EDITS.values():
        for year in (YEAR, edit, YEAR):
            assert build(memory, printed, year) == printed(year)


@pytest.mark.parametrize(
    ("reader", "edits"),
    [
        ("one by method", {"first score", "digits", "none"}),
        ("count", {"gone", "none"}),
        ("word", {"word"}),
        ("absent word", {"more words"}),
        ("words", {"more words", "order of words"}),
        ("number", {"text", "unit of a number", "no number"}),
        ("text of a number", {"text", "no number"}),
        ("is a number", {"no number"}),
        ("whole number", {"basis", "text", "unit of a number", "no number"}),
        ("number inside", {"text", "no number"}),
        ("number, then whole", {"basis", "text", "unit of a number", "no number"}),
        ("whole number, then text", {"basis", "text", "unit of a number", "no number"}),
        ("text, then whole number inside", {"basis", "text", "unit of a number", "no number"}),
        ("whole number, then text inside", {"basis", "text", "unit of a number", "no number"}),
        ("numbers given", {"text", "other number", "no number"}),
        ("units given", {"second name", "order", "gone", "none"}),
        ("nothing", set()),
    ],
)
def test_only_what_was_read_counts(reader: str, edits: set[str]) -> None:
    """How fine the notes are, which is what makes a changed cell cheap."""
    found = set()
    for name, edit in EDITS.items():
        memory, work = Memory(), Counted(READERS[reader])
        build(memory, work, YEAR)
        before = work.times
        with suppress(KeyError):
            build(memory, work, edit)
        found |= {name} if work.times > before else set()
    assert found == edits


def test_other_work_or_names_in_a_slot_are_done() -> None:
    """A slot that is used for something else gives nothing old."""
    memory = Memory()
    assert build(memory, str, 1) == "1"
    assert build(memory, repr, "1") == "'1'"
    assert build(memory, dict, a=1) == {"a": 1}
    assert build(memory, dict, b=1) == {"b": 1}
    assert build(memory, max, 1, 2) == 2
    assert build(memory, max, 1, 2, 3) == 3


def test_the_same_result_is_the_same_object() -> None:
    """So that what is made from it need not be made again either; in a tuple part by part."""
    memory = Memory()

    def work(year: Year) -> tuple[object, ...]:
        return (year.title, Row(year.number))

    first, second = build(memory, work, YEAR), build(memory, work, changed(title="x"))
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    assert second == ("x", Row(2025))
    assert second[1] is first[1]


@dataclass(frozen=True)
class Row:
    """A row of a page."""

    number: int


def test_work_inside_of_work() -> None:
    """The outer one depends on all that the inner one read, also when that is not done again."""
    memory = Memory()
    inner, outer = Counted(named), Counted(lambda year: (again("inner", inner, year), year.words["red"]))
    build(memory, outer, YEAR)
    build(memory, outer, changed(words={"red": "赤"}))
    assert (inner.times, outer.times) == (1, 2)
    assert build(memory, outer, changed(words={"red": "赤"}, title="x")) == ("《x》", "赤")
    assert (inner.times, outer.times) == (2, 3)
    build(memory, outer, changed(words={"red": "赤"}, title="x", number=1))
    assert (inner.times, outer.times) == (2, 3)


def test_nothing_is_kept_that_the_last_build_did_not_do() -> None:
    """A unit that was deleted must not stay in memory for ever."""
    memory, work = Memory(), Counted(named)
    build(memory, work, YEAR)
    with memory.opened():
        pass
    build(memory, work, YEAR)
    assert work.times == 2


def test_a_build_that_fails_forgets_nothing() -> None:
    """A clerk saves something wrong, then puts it right: the next build is as quick as any."""
    memory, work = Memory(), Counted(named)
    build(memory, work, YEAR)
    with pytest.raises(ValueError, match="bad cell"), memory.opened():
        raise ValueError("bad cell")
    build(memory, work, YEAR)
    assert work.times == 1


def test_work_that_fails_is_not_done() -> None:
    """Its error comes again as long as it is there."""
    memory = Memory()

    def work(year: Year) -> str:
        return year.words["green"]

    for _ in range(2):
        with pytest.raises(KeyError):
            build(memory, work, YEAR)
    assert build(memory, work, EDITS["more words"]) == "绿"


def test_work_asked_for_twice_in_a_build() -> None:
    """Several checks need the same list: it is made once."""
    memory, work = Memory(), Counted(named)
    with memory.opened():
        assert again("slot", work, YEAR) is again("slot", work, YEAR)
    assert work.times == 1


def test_inside_forgetting_nothing_is_remembered() -> None:
    """Closed years go by once; to keep them would cost memory."""
    memory, work = Memory(), Counted(named)
    for _ in range(2):
        with memory.opened(), forgetting():
            again("slot", work, YEAR)
    assert work.times == 2


def test_item_by_item() -> None:
    """Of a table with one changed row one row is worked on; with another constant all of them."""
    rows = [Row(number) for number in range(4)]
    memory, work = Memory(), Counted(lambda factor, row: factor * row.number)

    def built(factor: int) -> tuple[object, ...]:
        with memory.opened():
            return again_each("slot", work, tuple(rows), factor)

    assert built(2) == (0, 2, 4, 6)
    assert built(2) == (0, 2, 4, 6)
    assert work.times == 4
    rows[1] = Row(9)
    rows.append(rows.pop(0))
    assert built(2) == (18, 4, 6, 0)
    assert work.times == 5
    assert built(3) == (27, 6, 9, 0)
    assert work.times == 9


def test_steady_values() -> None:
    """A value that is made anew each time is the old object while it is the same."""
    memory, found = Memory(), []
    for number in (1, 1, 2):
        with memory.opened():
            found.append(steady("slot", Row(number)))
    assert found[1] is found[0]
    assert found[2] == Row(2)


def test_remembered_beside_what_it_follows_from() -> None:
    """Lines read before are of use only under the same header."""
    memory, found = Memory(), []
    for header in ("单位,得分", "单位,得分", "得分,单位"):
        with memory.opened():
            found.append(recalled("lines", header, "nothing"))
            remember("lines", header, "lines")
    assert found == ["nothing", "lines", "nothing"]
    assert recalled("lines", "单位,得分", "nothing") == "nothing"


LEAKS: Mapping[str, Callable[[Year], object]] = {
    "year": lambda year: year,
    "unit": lambda year: year.units[0],
    "words": lambda year: year.words,
    "number": lambda year: year.numbers["median"],
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_stand_in_in_a_result_is_refused(leak: str) -> None:
    """It would go on noting for work that is done; whoever reads or pickles it is told."""
    memory = Memory()
    found = build(memory, LEAKS[leak], YEAR)
    with pytest.raises((TypeError, PicklingError)):
        dumps(found)
    with pytest.raises(RuntimeError):
        str(found) if leak != "words" else list(found)  # type: ignore[call-overload]


def test_what_could_not_be_read_again_is_read_anew() -> None:
    """Of an object of which half was found the same and half was not, nothing counts as the same."""
    memory, work = Memory(), Counted(lambda year: (year.words["red"], year.units[0].name))
    build(memory, work, YEAR)
    other = changed(units=(replace(YEAR.units[0], name="综采二队"),))

    def fails(_: Year) -> None:
        raise ValueError("not now")

    work.work, before = fails, work.work
    with pytest.raises(ValueError, match="not now"):
        build(memory, work, other)
    work.work = before
    assert build(memory, work, other) == ("红", "综采二队")


def test_vars_would_read_past_the_notes() -> None:
    """So they are refused."""
    with pytest.raises(TypeError, match="past the trace"):
        build(Memory(), vars, YEAR)
