"""What a build left behind, so that the next one makes only what changed.

It lies beside the site, never in it. One that is damaged, of another version or of another generator counts
as none: then everything is made again, which costs time and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.books.history import NEVER, Making, Reason, Run
from generator.books.theme.frame import Frame
from generator.books.theme.shells import Shell
from generator.pages.search_records import RecordKind, SearchRecord
from generator.search.records import Found

VERSION = 5
"""Of the file's own shape."""
_PAGE = "index.html"


@dataclass(frozen=True)
class BookState:
    """A book as it was written."""

    key: str
    """Changes with all that every page of the book depends on."""
    frame: Frame
    framed: tuple[str, ...]
    """Files MkDocs wrote: of the theme, and by hand."""
    files: Mapping[str, str]
    """Every other file below the book's root → digest of what it was made from."""
    inner: frozenset[str]
    """What its pages link to in the book itself, `2025/units/u03/`, or did when they were made last."""
    outer: Mapping[str, Sequence[str]]
    """Page → what it links to in other books, `2024/units/u03/`, of the shelf `/units/u03/`."""
    records: int
    """Things that can be found in it."""
    pages: int
    source: str = ""
    """Digest of all it was planned from; empty when nobody said."""
    planned: Run = NEVER
    """When that was."""
    history: tuple[Making, ...] = ()
    """When and why each of `files` was made last, oldest first."""
    framing: Making | None = None
    """The same of all that is `framed`."""

    @cached_property
    def paths(self) -> Sequence[str]:
        """What can be linked to, in the order of the plan."""
        pages = (file.removesuffix(_PAGE) for file in (*self.files, *self.framed) if _is_page(file))
        return tuple(dict.fromkeys(pages))

    def below(self, root: str) -> frozenset[str]:
        """Every file of the book, below that root of the site: `2025/`."""
        found = self._below.get(root)
        if found is None:
            found = self._below[root] = frozenset(f"{root}{path}" for path in (*self.framed, *self.files))
        return found

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        """Kept, since most books stay as they are from build to build."""
        return {}

    @cached_property
    def text(self) -> bytes:
        """As it is kept: most books stay as they are from build to build."""
        return _json(_kept(self)).encode()


@dataclass(frozen=True)
class SiteState:
    """A site as it was written."""

    code: str = ""
    """Digest of generator, templates and settings."""
    books: Mapping[str, BookState] = field(default_factory=dict)
    """By name; the shelf's is empty."""
    run: Run = NEVER
    """The build that wrote it."""
    lost: Reason = Reason.FIRST
    """Of one without books, why nothing is known."""

    @property
    def files(self) -> frozenset[str]:
        """Every file of the site."""
        return frozenset().union(*(book.below(root_of(name)) for name, book in self.books.items()))

    def settled(self, changed: Sequence[str]) -> SiteState:
        """The same, knowing which files of the site this build changed."""
        return replace(
            self, books={name: _settled(name, one, self.run, changed) for name, one in self.books.items()}
        )


def root_of(name: str) -> str:
    """Where a book of that name stands in the site: `2025/`; the shelf at the top."""
    return f"{name}/" if name else ""


def state_file(out_dir: Path) -> Path:
    """Where the state of the site in that folder is kept."""
    return out_dir.with_name(f".{out_dir.name}.state")


def read_state(out_dir: Path, code: str) -> SiteState:
    """The state of the site; one without books when it was written by other code, or cannot be read."""
    kept = read_kept(out_dir)
    if isinstance(kept, Reason):
        return SiteState(code, lost=kept)
    if kept.code != code or not out_dir.is_dir():
        return SiteState(code, run=kept.run, lost=Reason.CODE if kept.code != code else Reason.GONE)
    return kept


def read_kept(out_dir: Path) -> SiteState | Reason:
    """The state as the last build left it, whatever the code was; or why there is none."""
    try:
        kept = json.loads(state_file(out_dir).read_text(encoding="utf-8"))
        if kept["version"] != VERSION:
            return Reason.VERSION
        books = {name: _book(one) for name, one in kept["books"].items()}
        return SiteState(kept["code"], books, Run(*kept["run"]))
    except FileNotFoundError:
        return Reason.FIRST
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Reason.DAMAGED


def write_state(out_dir: Path, state: SiteState) -> None:
    """Keep the state, whole or not at all."""
    file = state_file(out_dir)
    head = _json({"version": VERSION, "code": state.code, "run": _run(state.run)})
    part = file.with_name(f"{file.name}.part")
    with part.open("wb") as opened:
        opened.write(f'{head[:-1]},"books":{{'.encode())
        for place, (name, one) in enumerate(state.books.items()):
            opened.write(f"{',' if place else ''}{_json(name)}:".encode())
            opened.write(one.text)
        opened.write(b"}}")
    part.replace(file)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _kept(book: BookState) -> dict[str, Any]:
    return {
        "key": book.key,
        "shells": {kind: shell.pieces for kind, shell in book.frame.shells.items()},
        "articles": [_article(one) for one in book.frame.articles],
        "linked": book.frame.linked,
        "framed": book.framed,
        "files": book.files,
        "inner": sorted(book.inner),
        "outer": book.outer,
        "records": book.records,
        "pages": book.pages,
        "source": book.source,
        "planned": _run(book.planned),
        "history": [_making(one) for one in book.history],
        "framing": None if book.framing is None else _making(book.framing),
    }


def _book(kept: Mapping[str, Any]) -> BookState:
    shells = {kind: Shell(tuple(pieces)) for kind, pieces in kept["shells"].items()}
    return BookState(
        key=kept["key"],
        frame=Frame(shells, tuple(map(_found, kept["articles"])), tuple(kept["linked"])),
        framed=tuple(kept["framed"]),
        files=dict(kept["files"]),
        inner=frozenset(kept["inner"]),
        outer=dict(kept["outer"]),
        records=kept["records"],
        pages=kept["pages"],
        source=kept["source"],
        planned=Run(*kept["planned"]),
        history=tuple(map(_made, kept["history"])),
        framing=None if kept["framing"] is None else _made(kept["framing"]),
    )


def _settled(name: str, book: BookState, run: Run, changed: Sequence[str]) -> BookState:
    """A book whose makings of that build know which files changed; another book as it is."""
    makings = (*book.history, *((book.framing,) if book.framing else ()))
    if all(one.run != run for one in makings):
        return book
    root = root_of(name)
    own = {path.removeprefix(root) for path in changed if path.startswith(root)}
    history = tuple(one.settled(book.files, own) if one.run == run else one for one in book.history)
    framing = book.framing
    if framing is not None and framing.run == run:
        framing = framing.settled(book.framed, own)
    return replace(book, history=history, framing=framing)


def _run(one: Run) -> Sequence[int | str]:
    return (one.number, one.time)


def _making(one: Making) -> Sequence[Any]:
    paths = None if one.paths is None else sorted(one.paths)
    return (_run(one.run), one.reason.value, paths, one.rewritten, sorted(one.others))


def _made(kept: Sequence[Any]) -> Making:
    run, reason, paths, rewritten, others = kept
    all_of_them = None if paths is None else frozenset(paths)
    # The type checker takes the first of a member's two words for a call with both.
    return Making(Run(*run), Reason(reason), all_of_them, rewritten, frozenset(others))  # type: ignore[call-arg]


def _article(one: Found) -> dict[str, Any]:
    return {"path": one.path, **asdict(one.record), "kind": one.record.kind.value}


def _found(kept: Mapping[str, Any]) -> Found:
    record = {name: value for name, value in kept.items() if name != "path"}
    typed = {"kind": RecordKind(kept["kind"]), "aliases": tuple(kept["aliases"])}
    return Found(kept["path"], SearchRecord(**{**record, **typed}))


def _is_page(file: str) -> bool:
    return file == _PAGE or file.endswith(f"/{_PAGE}")
