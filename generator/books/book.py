"""One book, from its plan to its files: only what changed since it was written before."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.books.changes import files_below
from generator.books.history import NEVER, Making, Reason, Run, continued, grouped
from generator.books.manuscript import Manuscript
from generator.books.memory import leaving_nothing
from generator.books.printing import Output, found, outputs, write_outputs
from generator.books.state import BookState
from generator.books.theme.frame import Frame
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
    lost: Reason = Reason.FIRST
    """Why nothing is known of before, when so."""
    run: Run = NEVER
    """The build this is part of."""
    by_page: bool = True
    """Whether it will be made again and again, so that it pays to know what each file was made from."""


def print_book(given: Manuscript, place: Place, beside: Sequence[Output] = ()) -> BookState:
    """Write what is not there yet, or was made from something else; what the book then consists of.

    `beside` are files of the book that are not made of its pages. DataError for faults in hand-written pages,
    ConfigError and LinkError for faults of the plan.
    """
    key = _key(given)
    whole = _frame_fault(given, key, place)
    before = place.before if whole is None else None
    frame, framed = _framed(given, place) if before is None else (before.frame, before.framed)
    planned = (*outputs(given, frame), *beside)
    marks = _marks(given, planned) if place.by_page else dict.fromkeys((one.path for one in planned), "")
    if before is not None and given.renderer.dead(before.inner):
        whole = Reason.LINK
    reasons = _reasons(before, place.present, marks) if whole is None else dict.fromkeys(marks, whole)
    write_outputs((one for one in planned if one.path in reasons), place.stage)
    inner, outer = _links(given, before if len(reasons) < len(marks) else None, marks)
    records = len(found(given, frame))
    made = BookState(key, frame, framed, marks, inner, outer, records, len(given.book.pages))
    return _noted(made, before, grouped(place.run, reasons, marks), place)


def _noted(made: BookState, before: BookState | None, now: Sequence[Making], place: Place) -> BookState:
    """The book with what was made of it `now`, and earlier."""
    if before is None:  # then all of it was made, MkDocs' part too
        return replace(made, planned=place.run, history=tuple(now), framing=replace(now[0], paths=None))
    history = continued(before.history, now, made.files)
    return replace(made, planned=place.run, history=history, framing=before.framing)


def _marks(given: Manuscript, planned: Sequence[Output]) -> Mapping[str, str]:
    """By path the digest of what the file is made from; of what was there in the build before, that one."""
    sources = [one.source for one in planned]
    digests = again_each(("digests", given.book.name), source_digest, sources)
    return {one.path: digest for one, digest in zip(planned, digests, strict=True)}


def source_digest(source: object) -> str:
    """Changes with the value; that of an equal value may differ, which costs making the file again."""
    return hashlib.blake2b(pickle.dumps(source, 5), digest_size=16).hexdigest()


def _key(given: Manuscript) -> str:
    """Changes with all that every page of the book depends on, and with what is written by hand."""
    fronts = [page.title for page in given.book.pages if page.path in given.listed]
    written = content_digest(given.docs_dir)
    return source_digest((given.book.cover, fronts, sorted(given.listed), given.offline, written))


def _frame_fault(given: Manuscript, key: str, place: Place) -> Reason | None:
    """Why MkDocs must be asked; None when frame and files are as they were and no page is of a new kind.

    Also when a page is gone that hand-written ones lead to.
    """
    before = place.before
    if before is None:
        return place.lost
    if before.key != key:
        return Reason.FRAME
    if not set(before.framed) <= set(place.present):
        return Reason.THEME
    if not before.frame.shells.keys() >= {kind for _, kind in given.kinds}:
        return Reason.KIND
    return None if all(map(given.has, before.frame.linked)) else Reason.LINK


def _framed(given: Manuscript, place: Place) -> tuple[Frame, tuple[str, ...]]:
    """A new frame, and the files MkDocs wrote on the way: of the theme, and by hand.

    Not the pages it printed as samples of their kind: they go when nobody plans them, whatever frame is kept.
    """
    # Here and not above: it takes half of the time a program needs to start, and is seldom wanted.
    from generator.books.theme.framing import make_frame  # noqa: PLC0415

    with leaving_nothing():
        frame = make_frame(given, place.stage, place.config_file)
    samples = {f"{page.path}index.html" for page in given.book.pages}
    written = (path for path in files_below(place.stage) if not path.startswith(given.reserved))
    return frame, tuple(sorted(path for path in written if path not in samples))


def _links(
    given: Manuscript, before: BookState | None, files: Collection[str]
) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """What is linked to inside and outside of the book, by pages made now and by those that stayed."""
    own, made = f"{given.book.name}/", given.renderer.followed
    inner = given.renderer.inner
    # A page may name its own book as it would another: then it leads inside too.
    inner |= {link for links in made.values() for link in links if link.startswith(own)}
    outer: dict[str, Sequence[str]] = {
        page: sorted(link for link in links if not link.startswith(own)) for page, links in made.items()
    }
    if before is not None:
        stayed = (page for page in before.outer if page not in made and f"{page}index.html" in files)
        outer |= {page: before.outer[page] for page in stayed}
        inner |= before.inner
    return inner, {page: links for page, links in outer.items() if links}


def _reasons(
    before: BookState | None, present: Collection[str], marks: Mapping[str, str]
) -> Mapping[str, Reason]:
    """The files that must be made, and why: not there, from another source, or from one that is not known.

    Of the last the bytes may be the same; then it stays.
    """
    known = before.files if before is not None else {}
    found = {}
    for path, mark in marks.items():
        if path not in known:
            found[path] = Reason.NEW
        elif path not in present:
            found[path] = Reason.MISSING
        elif not mark:
            found[path] = Reason.REPLANNED
        elif known[path] != mark:
            found[path] = Reason.SOURCE
    return found
