"""What everybody may read, asked for one text after the other: most are never asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import contains
from pathlib import Path

from generator.gate.normal import normal, without_tags
from generator.store.marks import Mark, mark_of

Holds = Callable[[str, str], bool]
"""Whether a normal text says what is asked for."""
Witness = tuple[Path, Mark]
"""A page that said something, as it was then."""

SIBLINGS = 5
"""Pages whose lines are looked at to tell what is new in another."""


@dataclass
class Public:
    """The bare reference: what it says of what is withheld excuses it."""

    files: Mapping[str, Path]
    """By path."""
    witnesses: dict[str, Witness] = field(default_factory=dict)
    """By what they said; it may be kept for the next time."""
    _said: set[str] = field(default_factory=set)
    _silent: set[str] = field(default_factory=set)
    """What no page says."""
    _read: list[tuple[Path, str]] = field(default_factory=list)
    """The texts so far."""
    _unread: Iterator[tuple[Path, str]] | None = None

    def says(self, asked: Iterable[str], holds: Holds = contains) -> set[str]:
        """Of these what some page says."""
        asked = set(asked) - self._silent
        said = {one for one in asked if one in self._said or self._is_witnessed(one)}
        left = asked - said
        for file, text in self._texts() if left else ():
            found = {one for one in left if holds(text, one)}
            if found:
                self._bear_witness(file, found)
                said |= found
                left -= found
            if not left:
                break
        self._silent |= left
        self._said |= said
        return said

    def _is_witnessed(self, one: str) -> bool:
        file, mark = self.witnesses.get(one, (None, None))
        return file is not None and mark_of(file) == mark

    def _bear_witness(self, file: Path, said: Iterable[str]) -> None:
        if (mark := mark_of(file)) is not None:
            self.witnesses.update(dict.fromkeys(said, (file, mark)))

    def _texts(self) -> Iterator[tuple[Path, str]]:
        """Those that were read, then the others, as far as somebody asks."""
        yield from self._read
        if self._unread is None:
            self._unread = _publics(self.files)
        for one in self._unread:
            self._read.append(one)
            yield one


def _publics(files: Mapping[str, Path]) -> Iterator[tuple[Path, str]]:
    """What the files say, normal; lines that many pages share only once."""
    seen: set[str] = set()
    for path, file in files.items():
        if path.endswith((".html", ".json")):
            new = dict.fromkeys(file.read_text(encoding="utf-8", errors="replace").splitlines())
            fresh = "\n".join(line for line in new if line not in seen)
            seen.update(new)
            yield file, normal(fresh)
            yield file, normal(without_tags(fresh))


def siblings(path: str, files: Mapping[str, Path]) -> Iterator[Path]:
    """Some pages of the same book and depth: their head, navigation and foot are the same."""
    like = re.compile(rf"{_book(path)}{'[^/]+/' * (path.count('/') - bool(_book(path)))}[^/]+\.html")
    found = (file for one, file in files.items() if like.fullmatch(one) and _book(one) == _book(path))
    for _, file in zip(range(SIBLINGS), found, strict=False):
        yield file


def _book(path: str) -> str:
    """`2025/`, or nothing for the shelf."""
    return path[:5] if re.match(r"\d{4}/", path) else ""
