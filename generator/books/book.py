"""One book, from its plan to its files: only what changed since it was written before."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.books.changes import files_below
from generator.books.frame import Frame
from generator.books.manuscript import Manuscript
from generator.books.printing import Output, found, outputs, write_outputs
from generator.books.state import BookState
from generator.books.version import content_digest
from generator.store.again import again_each


@dataclass(frozen=True)
class Place:
    """Where a book goes."""

    stage: Path
    """Folder for what is made anew; it holds no other files."""
    config_file: Path
    before: BookState | None = None
    """What was written there before by the same code; None makes everything."""
    present: Collection[str] = ()
    """Files that lie there, below the book's root."""
    by_page: bool = True
    """Whether it will be made again and again, so that it pays to know what each file was made from."""


def print_book(given: Manuscript, place: Place, beside: Sequence[Output] = ()) -> BookState:
    """Write what is not there yet, or was made from something else; what the book then consists of.

    `beside` are files of the book that are not made of its pages. DataError for faults in hand-written pages,
    ConfigError and LinkError for faults of the plan.
    """
    key = _key(given)
    before = place.before if _frame_holds(given, key, place) else None
    if before is None:
        frame, framed = _framed(given, place)
    else:
        frame, framed = before.frame, before.framed
    planned = (*outputs(given, frame), *beside)
    marks = _marks(given, planned) if place.by_page else dict.fromkeys((one.path for one in planned), "")
    kept = _kept(given, before, place.present, marks)
    write_outputs((one for one in planned if one.path not in kept), place.stage)
    inner, outer = _links(given, before if kept else None, marks)
    records = len(found(given, frame))
    return BookState(key, frame, framed, marks, inner, outer, records, len(given.book.pages))


def _marks(given: Manuscript, planned: Sequence[Output]) -> Mapping[str, str]:
    """By path the digest of what the file is made from; of what was there in the build before, that one."""
    sources = [one.source for one in planned]
    digests = again_each(("digests", given.book.name), _digest, None, sources)
    return {one.path: digest for one, digest in zip(planned, digests, strict=True)}


def _digest(_: None, source: object) -> str:
    return source_digest(source)


def source_digest(source: object) -> str:
    """Changes with the value; that of an equal value may differ, which costs making the file again."""
    return hashlib.blake2b(pickle.dumps(source, 5), digest_size=16).hexdigest()


def _key(given: Manuscript) -> str:
    """Changes with all that every page of the book depends on, and with what is written by hand."""
    fronts = [page.title for page in given.book.pages if page.path in given.listed]
    written = content_digest(given.docs_dir)
    return source_digest((given.book.cover, fronts, sorted(given.listed), given.offline, written))


def _frame_holds(given: Manuscript, key: str, place: Place) -> bool:
    """Whether MkDocs need not be asked: same frame, all its files there, no page of a new kind, and where
    hand-written pages lead to is still there."""
    before = place.before
    if before is None or before.key != key or not set(before.framed) <= set(place.present):
        return False
    if not before.frame.shells.keys() >= {kind for _, kind in given.kinds()}:
        return False
    return all(map(given.has, before.frame.linked))


def _framed(given: Manuscript, place: Place) -> tuple[Frame, tuple[str, ...]]:
    """A new frame, and the files MkDocs wrote on the way: of the theme, and by hand.

    Not the pages it printed as samples of their kind: they go when nobody plans them, whatever frame is kept.
    """
    # Here and not above: it takes half of the time a program needs to start, and is seldom wanted.
    from generator.books.framing import make_frame  # noqa: PLC0415

    frame = make_frame(given, place.stage, place.config_file)
    samples = {f"{page.path}index.html" for page in given.book.pages}
    written = (path for path in files_below(place.stage) if not path.startswith(given.reserved))
    return frame, tuple(sorted(path for path in written if path not in samples))


def _links(
    given: Manuscript, before: BookState | None, files: Collection[str]
) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """What is linked to inside and outside of the book, by pages made now and by those that stayed."""
    own, made = f"{given.book.name}/", given.renderer.followed
    inner = {link for links in made.values() for link in links if link.startswith(own)}
    outer: dict[str, Sequence[str]] = {
        page: sorted(link for link in links if not link.startswith(own)) for page, links in made.items()
    }
    if before is not None:
        stayed = (page for page in before.outer if page not in made and f"{page}index.html" in files)
        outer |= {page: before.outer[page] for page in stayed}
        inner |= before.inner
    return frozenset(inner), {page: links for page, links in outer.items() if links}


def _kept(
    given: Manuscript, before: BookState | None, present: Collection[str], marks: Mapping[str, str]
) -> Collection[str]:
    """Files that need not be made: there, from the same source, and no page of the book links to nowhere.

    A file whose source is not known is made; should its bytes be the same, it stays.
    """
    if before is None or given.renderer.dead(before.inner):
        return frozenset()
    known = {path: mark for path, mark in marks.items() if mark and path in present}
    return {path for path, mark in known.items() if before.files.get(path) == mark}
