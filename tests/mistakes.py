"""Slips of a clerk at Excel, WPS or Notepad, each a small change to a copy of the sample data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Slip = Callable[[Path], None]
"""Does one thing to the data folder."""


@dataclass(frozen=True)
class Mistake:
    """What the clerk does, and every line `kaohe check` adds to what it says of the sample."""

    slip: Slip
    says: tuple[str, ...]


def cell(file: str, line: int, column: str, text: str) -> Slip:
    """Types `text` over one cell; `line` is the editor's, `column` the header's."""

    def slip(data: Path) -> None:
        def change(lines: list[str]) -> None:
            at = lines[0].split(",").index(column)
            cells = lines[line - 1].split(",")
            cells[at] = text
            lines[line - 1] = ",".join(cells)

        _rewrite(data / file, change)

    return slip


def column(file: str, name: str, text: str) -> Slip:
    """Adds a column at the right, with `text` in its first data row."""

    def slip(data: Path) -> None:
        def change(lines: list[str]) -> None:
            lines[:] = [
                f"{line}{f',{name}' if at == 0 else ',' + text * (at == 1)}" for at, line in enumerate(lines)
            ]

        _rewrite(data / file, change)

    return slip


def insert(file: str, line: int, text: str) -> Slip:
    """Puts a line of text before the line that has this number now."""
    return lambda data: _rewrite(data / file, lambda lines: lines.insert(line - 1, text))


def append(file: str, text: str) -> Slip:
    """Adds a line at the end."""
    return lambda data: _rewrite(data / file, lambda lines: lines.append(text))


def delete(file: str, *numbers: int) -> Slip:
    """Deletes lines, given by the numbers they have before."""

    def slip(data: Path) -> None:
        def change(lines: list[str]) -> None:
            for number in sorted(numbers, reverse=True):
                del lines[number - 1]

        _rewrite(data / file, change)

    return slip


def replace(file: str, old: str, new: str) -> Slip:
    """Types `new` over the only place where `old` stands; in other words, a late edit."""

    def slip(data: Path) -> None:
        path = data / file
        content = path.read_bytes()
        assert content.count(old.encode()) == 1, (file, old, content.count(old.encode()))
        path.write_bytes(content.replace(old.encode(), new.encode()))

    return slip


def resave(file: str, change: Callable[[str], bytes]) -> Slip:
    """Saves a file in another way: its text without mark → its new bytes."""

    def slip(data: Path) -> None:
        path = data / file
        path.write_bytes(change(path.read_text(encoding="utf-8-sig")))

    return slip


def save(file: str, content: bytes) -> Slip:
    """Saves a file that was not there."""
    return lambda data: _written(data / file, content)


def rename(file: str, name: str) -> Slip:
    """Renames a file."""
    return lambda data: _moved(data / file, data / name)


def all_of(*slips: Slip) -> Slip:
    """One slip after the other."""

    def slip(data: Path) -> None:
        for each in slips:
            each(data)

    return slip


def _rewrite(path: Path, change: Callable[[list[str]], None]) -> None:
    """Change the lines of a table and save it as Excel does: UTF-8 with mark."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    change(lines)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8-sig")


def _written(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _moved(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)
