"""Where references are made: what the real data says and withholds, and what is kept for the next time.

One who judges again and again finds on the desk what was there before. It is cleared when something is
withheld that was open before, or when more than rows of tables changed: then no byte of a reference can come
from the time before.
"""

from __future__ import annotations

import hmac
import secrets
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.books.build import Workshop
from generator.books.cabinet import Cabinet
from generator.books.source import Order
from generator.books.standing import Remembered
from generator.books.version import code_digest
from generator.books.yearly import stock_of
from generator.contract.fields import Audience, Document
from generator.gate.cells import Kept, Tokens
from generator.gate.glances import Glances
from generator.gate.public import Witness
from generator.gate.texts import Candidates, Judged, Texts
from generator.gate.withheld import Withheld
from generator.gate.years import Diary, Looked, Notes
from generator.intake.stock import Stock, take_stock
from generator.store.again import Memory


@dataclass(frozen=True)
class Found:
    """What the real data says and withholds."""

    looked: Looked
    texts: Texts
    withheld: Mapping[int | None, Withheld]
    """By year; under None of the files that belong to none."""

    @property
    def masks(self) -> Mapping[int | None, Tokens]:
        """The tokens by folder."""
        return {folder: one.masks for folder, one in self.withheld.items()}

    @cached_property
    def counts(self) -> Counter[tuple[int | None, Kept]]:
        """How many cells of a folder each token stands for."""
        return Counter(
            {
                (folder, kept): count
                for folder, masks in self.masks.items()
                for kept, count in self.texts.counts(folder, masks).items()
            }
        )


@dataclass
class _Kept:
    """What is kept as long as nothing is withheld that was open."""

    outside: str
    """Digest of all that is no row of a table."""
    diary: Diary
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    candidates: dict[int | None, Candidates] = field(default_factory=dict)
    judged: dict[int | None, Judged] = field(default_factory=dict)
    counts: Counter[tuple[int | None, Kept]] = field(default_factory=Counter)
    open: set[int] = field(default_factory=set)
    """Hashes of all texts no token stood for at some time."""

    def token(self, text: str) -> str:
        """A text nobody can have written; always the same for the same."""
        return f"kh{hmac.digest(self.secret, text.encode(), 'sha256').hex()[:20]}"

    def withholds_what_was_open(self, found: Found) -> bool:
        """Whether a token stands for more cells than before, whose text was open at some time."""
        more = (key for key, count in found.counts.items() if count > self.counts[key])
        return any(hash(text) in self.open for _, (text, _, _) in more)

    def note(self, found: Found) -> None:
        """Remember what is open and what is not."""
        self.counts = found.counts
        for folder, masks in found.masks.items():
            self.open.update(found.texts.opened(folder, masks))


@dataclass
class Desk:
    """The folder of one audience's references, and what is remembered of them."""

    folder: Path
    again: bool = False
    """Whether there is a next time: then work is not done twice for the same, which takes some memory."""
    glances: Glances = field(default_factory=Glances)
    """At the folder that is judged."""
    witnesses: dict[str, Witness] = field(default_factory=dict)
    """Pages that say what is withheld elsewhere."""
    _kept: _Kept | None = None
    _cabinets: dict[str, Cabinet] = field(default_factory=dict)
    _memories: dict[str, Memory] = field(default_factory=dict)
    _sites: dict[str, Remembered] = field(default_factory=dict)
    _files: dict[str, Mapping[str, Path]] = field(default_factory=dict)

    def cabinet(self, name: str) -> Cabinet:
        """What is kept of one way through the years."""
        if name not in self._cabinets:
            self._cabinets[name] = Cabinet(self.folder / f".{name}.years")
        return self._cabinets[name]

    def site(self, name: str) -> Remembered:
        """What is known of the site of that name."""
        return self._sites.setdefault(name, Remembered())

    def files(self, name: str) -> Mapping[str, Path]:
        """The files of the site of that name, by path; there is no need to look for what was written here."""
        folder = self.folder / name
        known, paths = self._files.get(name, {}), self.site(name).files(folder)
        if known.keys() != paths:
            known = self._files[name] = {path: folder / path for path in sorted(paths)}
        return known

    @contextmanager
    def remembering(self, name: str) -> Iterator[None]:
        """Inside the block work is not done that was done in the last one of that name."""
        if not self.again:
            yield
            return
        with self._memories.setdefault(name, Memory()).opened():
            yield

    def find(self, order: Order, workshop: Workshop) -> Found:
        """What the real data says and withholds; DataError when it has errors."""
        stock = stock_of(order)
        group = take_stock(order.data, audience=Audience.GROUP)
        code = code_digest(workshop.templates, workshop.config_file)
        outside = f"{code} {_documents(group)}"
        kept = self._kept
        if kept is None or kept.outside != outside:
            kept = self._cleared(outside, workshop)
        found = self._found(kept, order, stock, group, code)
        if kept.withholds_what_was_open(found):
            kept = self._cleared(outside, workshop)
            found = self._found(kept, order, stock, group, code)
        kept.note(found)
        return found

    def _found(self, kept: _Kept, order: Order, stock: Stock, group: Stock, code: str) -> Found:
        looked = kept.diary.look(order, stock, code)
        texts = Texts(group, looked.rule, order.audience, looked.said, kept.candidates, kept.judged)
        with self.remembering("texts"):
            withheld = {folder: texts.withheld(folder, kept.token) for folder in texts.folders}
        return Found(looked, texts, withheld)

    def _cleared(self, outside: str, workshop: Workshop) -> _Kept:
        if self.folder.is_dir():
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True, mode=0o700)
        self._cabinets.clear()
        self._memories.clear()
        self._sites.clear()
        self._files.clear()
        self.glances = Glances()
        self.witnesses.clear()
        shop = replace(workshop, content=self.folder / "nothing", pdf=None)
        self._kept = _Kept(outside, Diary(self, Notes(shop), Notes(shop)))
        return self._kept


def _documents(stock: Stock) -> str:
    """Digest of all files but tables of years: what is open may change with each."""
    digest = sha256()
    for item in stock.found.files:
        if isinstance(item.entry, Document) or item.year is None:
            digest.update(f"{item.file} {stock.digests.get(item.file.split('/', 1)[1])}\n".encode())
    return digest.hexdigest()
