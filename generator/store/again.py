"""Work that was done before is not done again: what a pure function gave is given again for the same.

`again(slot, work, *given)` calls the work, unless a `Memory` is open that knows the slot from the build
before and all the work read then is the same now. What it reads is seen where it is given objects of classes
marked `followed`: of those counts what was read, of anything else the whole.

The same means the same to the last digit: 2.5 and 2.50 are equal, but do not print alike (`same`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from operator import is_, is_not
from typing import Any, ParamSpec, TypeVar, TypeVarTuple

from generator.store.reads import Compare, Reads
from generator.store.same import Comparisons, same
from generator.store.traced import Trace, is_followed, real, told_outside

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")
Given = TypeVarTuple("Given")
_FOLLOWED = object()
"""In place of what was followed: of that count the reads."""


@dataclass(frozen=True)
class _Done:
    """Work that was done."""

    work: Callable[..., object]
    given: tuple[object, ...]
    names: tuple[str, ...]
    """Of the last of what is given."""
    reads: Reads
    result: object

    def holds(self, given: tuple[object, ...], whole: tuple[object, ...], compare: Compare) -> bool:
        """Whether doing it with these would give the same; `whole` has a mark for what is followed."""
        if len(self.given) != len(given) or not all(map(compare, self.given, whole)):
            return False
        return self.reads.hold(given, compare)


@dataclass(frozen=True)
class _Each:
    """Work that was done item by item."""

    work: Callable[..., object]
    given: tuple[object, ...]
    """To each of them, before the item."""
    items: Sequence[object]
    """Held, so that no other object takes the identity of one of them."""
    results: tuple[object, ...]
    places: Mapping[int, int]
    """By identity of the item, where it stands."""


@dataclass(frozen=True)
class _Shelf:
    """What one build did, by slot."""

    done: dict[Hashable, _Done] = field(default_factory=dict)
    each: dict[Hashable, _Each] = field(default_factory=dict)
    values: dict[Hashable, object] = field(default_factory=dict)

    def under(self, newer: _Shelf) -> _Shelf:
        """Both, the newer above."""
        return _Shelf(self.done | newer.done, self.each | newer.each, self.values | newer.values)


@dataclass
class Memory:
    """What was done in the build before, and in the one going on; nothing older is kept."""

    _before: _Shelf = field(default_factory=_Shelf)
    _now: _Shelf = field(default_factory=_Shelf)
    _compared: Comparisons = field(default_factory=Comparisons)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """One build; what was done before one that fails is kept beside what it did."""
        with _opened(self):
            try:
                yield
            except BaseException:
                self._now = self._before.under(self._now)
                raise
            finally:
                self._before, self._now = self._now, _Shelf()
                self._compared = Comparisons()

    def again(
        self, slot: Hashable, work: Callable[..., T], given: tuple[object, ...], names: tuple[str, ...]
    ) -> T:
        """The result of the work, old or new; `names` are of the last of what is given."""
        roots = tuple(map(real, given))
        whole = tuple(_FOLLOWED if is_followed(one) else one for one in roots)
        known = self._now.done.get(slot) or self._before.done.get(slot)
        if known is not None and (known.work != work or known.names != names):
            known = None
        if known is None or not known.holds(roots, whole, self._compared.same):
            trace = Trace()
            try:
                result = _worked(trace, work, roots, names)
            except BaseException:
                told_outside(trace.closed(), given)  # of what made it fail
                raise
            result = result if known is None else _blended(known.result, result)
            known = _Done(work, whole, names, trace.closed(), result)
        elif any(map(is_not, known.given, whole)):
            known = replace(known, given=whole)
        self._now.done[slot] = known
        told_outside(known.reads, given)
        return known.result  # type: ignore[return-value] # of this very work

    def steady(self, slot: Hashable, value: T) -> T:
        """The value of the build before, if it is the same."""
        known = self._before.values.get(slot)
        kept = known if known is not None and same(known, value) else value
        self._now.values[slot] = kept
        return kept  # type: ignore[return-value] # the same as the value

    def recalled(self, slot: Hashable, like: object, empty: T) -> T:
        """What was put there beside the same."""
        known = self._before.values.get(slot)
        if not isinstance(known, tuple) or not self._compared.same(known[0], like):
            return empty
        return known[1]  # type: ignore[no-any-return] # as it was put there

    def remember(self, slot: Hashable, like: object, value: object) -> None:
        """Put it there."""
        self._now.values[slot] = (like, value)

    def each(
        self, slot: Hashable, work: Callable[..., T], items: Sequence[object], given: tuple[object, ...]
    ) -> tuple[T, ...]:
        """The results of the work, old or new."""
        known = self._before.each.get(slot)
        if known is None or known.work != work or not self._compared.same(known.given, given):
            known = _Each(work, given, (), (), {})
        if len(known.items) == len(items) and all(map(is_, known.items, items)):
            self._now.each[slot] = known
            return known.results  # type: ignore[return-value] # of this very work
        results: list[object] = []
        for item in items:
            place = known.places.get(id(item))
            results.append(work(*given, item) if place is None else known.results[place])
        places = {id(item): place for place, item in enumerate(items)}
        self._now.each[slot] = _Each(work, given, items, tuple(results), places)
        return tuple(results)  # type: ignore[arg-type] # of this very work


_OPEN: ContextVar[Memory | None] = ContextVar("open memory", default=None)


@contextmanager
def forgetting() -> Iterator[None]:
    """Inside the block nothing is remembered: for work that will not come again."""
    with _opened(None):
        yield


@contextmanager
def _opened(memory: Memory | None) -> Iterator[None]:
    token = _OPEN.set(memory)
    try:
        yield
    finally:
        _OPEN.reset(token)


def again(slot: Hashable, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """`work(*given, **named)`, or what it gave in the build before.

    The work must be pure, and its result must hold nothing of a followed object but what was read. The slot
    is one place in one build: `("unit page", 2025, "u03")`.
    """
    memory = _OPEN.get()
    if memory is None:
        return work(*given, **named)
    return memory.again(slot, work, (*given, *named.values()), tuple(named))


def again_all(
    slot: Hashable, work: Callable[P, Iterable[Item]], *given: P.args, **named: P.kwargs
) -> tuple[Item, ...]:
    """All that the work yields, or yielded in the build before; as `again`."""
    memory = _OPEN.get()
    if memory is None:
        return tuple(work(*given, **named))
    return memory.again(slot, _All(work), (*given, *named.values()), tuple(named))


@dataclass(frozen=True)
class _All:
    """The work, and everything taken that it yields."""

    work: Callable[..., Iterable[Any]]

    def __call__(self, *given: object, **named: object) -> tuple[Any, ...]:
        """All of it."""
        return tuple(self.work(*given, **named))


def steady(slot: Hashable, value: T) -> T:
    """The value, or the very object that was in its place in the build before when that is the same."""
    memory = _OPEN.get()
    return value if memory is None else memory.steady(slot, value)


def recalled(slot: Hashable, like: object, empty: T) -> T:
    """What `remember` put there in the build before beside the same `like`; `empty` if nothing."""
    memory = _OPEN.get()
    return empty if memory is None else memory.recalled(slot, like, empty)


def remember(slot: Hashable, like: object, value: object) -> None:
    """Put something there for the next build; it must follow from `like` and from what it is looked up by."""
    memory = _OPEN.get()
    if memory is not None:
        memory.remember(slot, like, value)


def again_each(
    slot: Hashable, work: Callable[[*Given, Item], T], items: Sequence[Item], *given: *Given
) -> tuple[T, ...]:
    """`work(*given, item)` of each; of items that were there in the build before, what it gave then."""
    memory = _OPEN.get()
    if memory is None:
        return tuple(work(*given, item) for item in items)
    return memory.each(slot, work, items, given)


def _worked(
    trace: Trace, work: Callable[..., object], given: tuple[object, ...], names: tuple[str, ...]
) -> object:
    """The result of the work; the trace notes what it reads."""
    handed = [trace.root(at, one) for at, one in enumerate(given)]
    first = len(handed) - len(names)
    return work(*handed[:first], **dict(zip(names, handed[first:], strict=True)))


def _blended(before: object, now: object) -> object:
    """What is there now, made of the very objects of before as far as they are the same."""
    if type(before) is tuple and type(now) is tuple and len(before) == len(now):
        parts = tuple(map(_blended, before, now))
        return before if all(map(is_, before, parts)) else parts
    if type(before) is dict and type(now) is dict and before.keys() == now.keys():
        mixed = {key: _blended(before[key], new) for key, new in now.items()}
        return before if same(before, mixed) else mixed
    return before if same(before, now) else now
