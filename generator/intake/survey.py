"""The data folder → the files the contract names; all else in it is a problem (promises.md, P10, P11).

`restricted/` is not even listed unless the audience may see it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.contract.fields import Document, Table
from generator.intake.codes import check_stem
from generator.intake.faults import Fault, nearest
from generator.intake.files import (
    LARGEST_CSV,
    Entry,
    Found,
    check_status,
    explain_os,
    file_name,
    is_many,
    is_secret,
)
from generator.intake.litter import is_litter
from generator.intake.personal import find_forbidden_word
from generator.intake.texts import fold_case, narrow
from generator.problems import Place, Problem

RESTRICTED = "restricted"
"""The folder of a year that only the build for the audience `group` opens (domain.md 4.2)."""
OTHER_FILES = ("seal.json",)
"""Files of a year that another part of the generator reads."""
_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)


@dataclass(frozen=True)
class Survey:
    """What a walk of the data folder found, nothing opened yet."""

    files: tuple[Found, ...]
    years: tuple[int, ...]
    """Years with a folder, of those asked for, oldest first."""
    refused: frozenset[tuple[int | None, str]]
    """(year, entry name) of files that are there but may not be opened, or under another name."""
    problems: tuple[Problem, ...]
    exists: bool = True
    """False when there is no data folder at all."""

    def of(self, years: Collection[int]) -> Survey:
        """The same without the files of other years; what is wrong with files is told of all."""
        return replace(
            self,
            files=tuple(one for one in self.files if one.year is None or one.year in years),
            years=tuple(year for year in self.years if year in years),
            refused=frozenset(one for one in self.refused if one[0] is None or one[0] in years),
        )


def survey(
    data_dir: Path, entries: Sequence[Entry], years: Sequence[int] | None = None, *, restricted: bool = False
) -> Survey:
    """The files of the data folder; of the years only those asked for, all when `years` is None."""
    walk = _Walk(tuple(entries), restricted)
    root = Place(data_dir.absolute().name)
    if not data_dir.is_dir():
        walk.say(root, "找不到数据文件夹", "请检查路径，或确认共享文件夹已连接")
        return replace(walk.result(()), exists=False)
    present = []
    for item in walk.listing(data_dir, root.file):
        year = int(item.name) if _YEAR.fullmatch(item.name) else None
        if year is None:
            walk.visit(item, root.file, None)
        elif not item.is_dir(follow_symlinks=False):
            walk.refuse_special(item, f"{root.file}/{item.name}", folder=True)
        elif years is None or year in years:
            present.append(year)
            for inner in walk.listing(Path(item.path), f"{root.file}/{item.name}"):
                walk.visit(inner, f"{root.file}/{item.name}", year)
    for year in sorted(set(years or ()) - set(present)):
        walk.say(Place(f"{root.file}/{year}"), f"没有{year}年的文件夹", "请核对年度，或先建立该年的文件夹")
    return walk.result(sorted(present))


class _Walk:
    """Gathers files and problems while the folders are listed."""

    def __init__(self, entries: tuple[Entry, ...], restricted: bool) -> None:
        self._entries = entries
        self._restricted = restricted
        self._files: list[Found] = []
        self._refused: set[tuple[int | None, str]] = set()
        self._copies: list[tuple[str, int | None, Entry]] = []
        self._problems: list[Problem] = []

    def result(self, years: Sequence[int]) -> Survey:
        """What was found."""
        present = {(item.year, item.name) for item in self._files}
        for file, year, entry in self._copies:
            name = file_name(entry)
            if (year, entry.name) in present:
                self.say(Place(file), "不认识的文件", f"如果是 {name} 的另一份，请只保留 {name}")
            else:
                self._refused.add((year, entry.name))
                self.say(Place(file), "不认识的文件", f"如果是{entry.label}，请改名为 {name}")
        return Survey(
            tuple(self._files), tuple(years), frozenset(self._refused - present), tuple(self._problems)
        )

    def say(self, place: Place, message: str, hint: str) -> None:
        """Note a problem of files and folders."""
        self._problems.append(Problem("E112", place, message, hint))

    def listing(self, folder: Path, file: str) -> Iterator[os.DirEntry[str]]:
        """The entries of a folder by name, without editors' litter; names that collide are a problem."""
        try:
            with os.scandir(folder) as entries:
                found = sorted((item for item in entries if not is_litter(item.name)), key=lambda e: e.name)
        except OSError as error:
            self.say(Place(file), f"文件夹打不开（{explain_os(error)}）", "请检查文件夹权限")
            return
        seen: dict[str, str] = {}
        for item in found:
            other = seen.setdefault(fold_case(item.name), item.name)
            if other != item.name:
                message = f"与“{_printable(other)}”只差大小写或全半角，在 Windows 上是同一个文件"
                self.say(Place(f"{file}/{_printable(item.name)}"), message, "请只保留一个")
                continue
            yield item

    def visit(self, item: os.DirEntry[str], parent: str, year: int | None) -> None:
        """Take a file or folder that stands at the top or in a year's folder."""
        file = f"{parent}/{_printable(item.name)}"
        secret = item.name == RESTRICTED and year is not None
        if secret and not self._restricted:
            return
        here = [entry for entry in self._entries if entry.yearly == (year is not None)]
        collection = [e for e in here if isinstance(e, Document) and e.many and e.name == item.name]
        if secret or collection:
            self._visit_folder(item, file, year, here, collection)
            return
        plain = [entry for entry in here if not is_secret(entry) and not is_many(entry)]
        self._take(item, file, year, plain)

    def _visit_folder(
        self,
        item: os.DirEntry[str],
        file: str,
        year: int | None,
        here: list[Entry],
        collection: list[Document],
    ) -> None:
        """Take the files of `restricted/`, or of a folder of documents."""
        if not item.is_dir(follow_symlinks=False):
            self.refuse_special(item, file, folder=True)
            return
        for inner in self.listing(Path(item.path), file):
            inner_file = f"{file}/{_printable(inner.name)}"
            if collection:
                self._take_member(inner, inner_file, year, collection[0])
            else:
                self._take(inner, inner_file, year, [entry for entry in here if is_secret(entry)])

    def _take_member(self, item: os.DirEntry[str], file: str, year: int | None, document: Document) -> None:
        """Take one file of a folder of documents."""
        stem, dot, suffix = item.name.rpartition(".")
        if item.is_dir(follow_symlinks=False) or not dot or suffix != "yml":
            if not self._say_forbidden(item.name, file):
                self.say(
                    Place(file), f"这里只放{document.label}的 yml 文件", "请移出该文件夹，或改为 .yml 文件"
                )
            return
        fault = check_stem(stem)
        if self._say_forbidden(item.name, file):
            return
        if fault is not None:
            self._refused.add((year, f"{document.name}/{stem}"))
            self._problems.append(fault.at(Place(file)))
            return
        self._accept(item, Found(Path(item.path), file, document, year, stem.lower()))

    def _take(self, item: os.DirEntry[str], file: str, year: int | None, entries: list[Entry]) -> None:
        """Take one file whose name the contract gives, or say what is wrong with the name."""
        names = {file_name(entry): entry for entry in entries}
        entry = names.get(item.name)
        if entry is not None:
            self._accept(item, Found(Path(item.path), file, entry, year, entry.name))
        elif year is not None and item.name in OTHER_FILES:
            self.refuse_special(item, file)
        elif file.split("/")[-2] == RESTRICTED or not self._say_forbidden(item.name, file):
            self._say_unexpected(item, file, entries, year)

    def _accept(self, item: os.DirEntry[str], found: Found) -> None:
        """Keep a file if it is a plain one of allowed size."""
        fault = _check_entry(item, found.largest)
        if fault is None:
            self._files.append(found)
            return
        self._refused.add((found.year, found.name))
        self._problems.append(fault.at(Place(found.file)))

    def refuse_special(self, item: os.DirEntry[str], file: str, *, folder: bool = False) -> None:
        """Note a problem when something that should be a plain file, or a folder, is not."""
        fault = _check_entry(item, LARGEST_CSV)
        if folder and fault is None:
            fault = Fault("E112", "应为文件夹，却是文件", "请移出数据文件夹")
        if fault is not None:
            self._problems.append(fault.at(Place(file)))

    def _say_forbidden(self, name: str, file: str) -> bool:
        """Whether the name holds a forbidden word; then that is noted."""
        fault = find_forbidden_word(name)
        if fault is not None:
            self._problems.append(fault.at(Place(file)))
        return fault is not None

    def _say_unexpected(
        self, item: os.DirEntry[str], file: str, entries: list[Entry], year: int | None
    ) -> None:
        """Say what is wrong with a name the contract does not give."""
        stem, _, suffix = item.name.rpartition(".")
        same = [e for e in entries if fold_case(stem or item.name) in (e.name, fold_case(e.label))]
        folder = item.is_dir(follow_symlinks=False)
        if same and suffix.lower() == "xlsx" and isinstance(same[0], Table):
            # xlsx: reading workbooks comes later; then this branch becomes a `Found`.
            hint = f"请在 Excel 中“另存为 → CSV UTF-8”，保存为 {same[0].name}.csv"
            self._refused.add((year, same[0].name))
            self.say(Place(file), "暂不能读取 xlsx 工作簿，以后的版本会支持", hint)
        elif same and not folder:
            self._refused.add((year, same[0].name))
            self.say(Place(file), "文件名不对", f"请改名为 {file_name(same[0])}")
        elif elsewhere := self._elsewhere(item.name, year):
            self.say(Place(file), "放错了文件夹", f"请移到{elsewhere}")
        else:
            names = {word: entry for entry in entries for word in (entry.name, entry.label)}
            meant = None if folder else nearest(stem, names)
            if meant:
                self._copies.append((file, year, names[meant]))
            elif folder and year is None and (match := re.match(r"\s*(\d{4})", narrow(item.name))):
                self.say(Place(file), "不认识的文件夹", f"如果是{match[1]}年的数据，请改名为 {match[1]}")
            else:
                self.say(Place(file), "不认识的文件夹" if folder else "不认识的文件", "请移出数据文件夹")

    def _elsewhere(self, name: str, year: int | None) -> str | None:
        """Where a file of this name belongs, if the contract has it at another place."""
        for entry in self._entries:
            if name == (entry.name if is_many(entry) else file_name(entry)):
                if is_secret(entry):
                    return "该年的 restricted 文件夹"
                if entry.yearly != (year is not None):
                    return "该年的文件夹" if entry.yearly else "数据文件夹的最上层"
        return None


def _check_entry(item: os.DirEntry[str], largest: int) -> Fault | None:
    """What is wrong with a file that was listed a moment ago."""
    try:
        return check_status(item.stat(follow_symlinks=False), largest)
    except OSError as error:
        return Fault("E112", f"看不到文件（{explain_os(error)}）", "文件可能正在保存，请稍后重试")


def _printable(name: str) -> str:
    """A file name that can be printed whatever its bytes are."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)
