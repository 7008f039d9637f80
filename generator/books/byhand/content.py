"""The hand-written files of a book, before anything is read from them.

MkDocs follows symbolic links out of its folder and copies whatever lies in it; here only
plain files of known kinds are let through.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.problems import DataError, Place, Problem

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""No SVG: opened by itself it can run script."""
SUFFIXES = PICTURES | {".md", ".pdf"}


def read_content(docs: Path) -> tuple[PurePosixPath, ...]:
    """The hand-written files below `docs`, relative to it, sorted; none if the folder is missing.

    DataError (E133) for links, devices, other kinds of file and hidden files.
    """
    problems: list[Problem] = []
    files: list[PurePosixPath] = []
    for path in _walk(docs):
        fault = _fault(path)
        if fault:
            problems.append(Problem("E133", _place(docs, path), *fault))
        elif path.is_file():
            files.append(PurePosixPath(path.relative_to(docs).as_posix()))
    if problems:
        raise DataError(problems)
    return tuple(files)


def page_path(file: PurePosixPath) -> str:
    """The folder URL a Markdown file becomes: `scheme/lecture.md` → `scheme/lecture/`."""
    parts = file.parent.parts if file.stem in ("index", "README") else file.with_suffix("").parts
    return "".join(f"{part}/" for part in parts)


def page_paths(docs: Path) -> frozenset[str]:
    """The paths of all hand-written pages below `docs`."""
    return frozenset(page_path(file) for file in read_content(docs) if file.suffix == ".md")


def content_place(docs: Path, file: str, line: int | None = None) -> Place:
    """Where a hand-written file is, as its author knows it: `content/2025/scheme/lecture.md`."""
    return Place(f"{docs.parent.name}/{docs.name}/{file}", line)


def line_of(text: str, file: Path) -> int | None:
    """The first line of the file that holds the text, as an editor counts; None if there is none."""
    if not file.is_file():
        return None
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), None)


def _place(docs: Path, path: Path) -> Place:
    return content_place(docs, path.relative_to(docs).as_posix())


def _walk(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        yield folder
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if not path.is_symlink():
            yield path
        yield from _walk(path)


def _fault(path: Path) -> tuple[str, str] | None:
    """Message and hint if the path may not be among the content."""
    status = path.lstat()
    if stat.S_ISDIR(status.st_mode):
        return ("隐藏的文件夹", "删除该文件夹") if path.name.startswith(".") else None
    if stat.S_ISLNK(status.st_mode):
        return ("这是一个链接，不是文件", "请放入文件本身，不要使用链接")
    if not stat.S_ISREG(status.st_mode):
        return ("这不是普通文件", "删除它；这里只能放 Markdown、图片和 PDF 文件")
    if status.st_nlink > 1:
        return ("该文件与别处的文件是同一个(硬链接)", "请复制一份放在这里")
    if path.name.startswith(".") or path.suffix not in SUFFIXES:
        return ("不能发布这种文件", f"这里只能放 {' '.join(sorted(SUFFIXES))} 文件，请移走")
    return None
