"""Readers of a site that is published again and again: what each of them got that nobody should."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.deploy.web import Answer, Web, answer
from tests.publishing.small import Pages

PATHS = ("/", "/2025/", "/2025/units/u01/", "/units/u01/")
FIXED, RENAMED = "assets/kaohe.css", "2025/assets/main.{edition}.min.css"
"""An asset with one name in every release, and one with a name of its own in each."""


def edition(name: str) -> Pages:
    """A site all of whose files say which edition they are of; every two have files of equal size."""
    page = f'<!doctype html><link rel=stylesheet href="/{RENAMED.format(edition=name)}"><p>{name}'
    pages = {f"{path[1:]}index.html": page for path in PATHS}
    assets = {FIXED: f"/* {name} */", RENAMED.format(edition=name): f"/* {name} */", "404.html": name}
    return {**pages, **assets}


@dataclass
class Reader:
    """Asks for pages and their assets; keeps what it got and asks whether it still holds."""

    web: Web
    done: threading.Event
    releases: Mapping[str, str]
    """Release → its edition, for all there are."""
    faults: list[str] = field(default_factory=list)
    requests: int = 0
    kept: int = 0
    """Answers that what the reader had still holds."""
    _cache: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Path → tag and text."""

    def read(self) -> None:
        """Until told to stop."""
        connection = self.web.connect()
        while not self.done.is_set():
            for path in PATHS:
                text = self._get(answer(connection, path, **self._asking(path)), path)
                for asset in (RENAMED.format(edition=_edition(text)), FIXED):
                    self._asset(answer(connection, f"/{asset}", **self._asking(f"/{asset}")), asset, text)
        connection.close()

    def _asking(self, path: str) -> dict[str, str]:
        return {"If_None_Match": self._cache[path][0]} if path in self._cache else {}

    def _get(self, got: Answer, path: str) -> str:
        """The text a browser would show, checked against the release the answer says it is from."""
        self.requests += 1
        if got.status == 304:
            self.kept += 1
            return self._cache[path][1]
        tag = got.headers.get("etag", "")
        if got.status != 200:
            self.faults.append(f"{path}: {got.status}")
        elif tag and self.releases.get(tag.strip('"')) != _edition(got.text):
            self.faults.append(f"{path}: says {tag} and is {got.text}")
        if tag:
            self._cache[path] = tag, got.text
        return got.text

    def _asset(self, got: Answer, asset: str, page: str) -> None:
        text = self._get(got, f"/{asset}")
        if asset != FIXED and _edition(text) != _edition(page):
            self.faults.append(f"/{asset}: {text} for {page}")


def _edition(text: str) -> str:
    found = re.search(r"edition-\d+", text)
    return found[0] if found else text


@contextmanager
def reading(web: Web, releases: Mapping[str, str], count: int) -> Iterator[list[Reader]]:
    """So many readers until the block ends."""
    done = threading.Event()
    readers = [Reader(web, done, releases) for _ in range(count)]
    threads = [threading.Thread(target=_read, args=(one,)) for one in readers]
    for thread in threads:
        thread.start()
    try:
        yield readers
    finally:
        done.set()
        for thread in threads:
            thread.join()


def _read(reader: Reader) -> None:
    try:
        reader.read()
    except Exception as error:  # whatever a reader meets is what the test is about
        reader.faults.append(f"{type(error).__name__}: {error}")
