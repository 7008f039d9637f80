"""Where the pages of a folder lead, put small: there may be tens of thousands of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from generator.gate.links import Page, target

Place = tuple[str, str]
"""A file, and the place in it that is meant; empty for its beginning."""


@dataclass
class Web:
    """The anchors and links of pages, by path."""

    _anchors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _links: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    """Each text once: most anchors and links stand on many pages."""
    _places: dict[Place, Place] = field(default_factory=dict)

    def put(self, path: str, page: Page) -> None:
        """A page, or what it is now."""
        one = self._texts.setdefault
        places = dict.fromkeys(target(path, link) for link in page.links)
        self._anchors[path] = tuple(one(anchor, anchor) for anchor in page.anchors)
        self._links[path] = tuple(self._places.setdefault(place, place) for place in places)

    def keep_only(self, paths: Collection[str]) -> None:
        """Forget pages that are gone."""
        for path in self._links.keys() - paths:
            del self._links[path], self._anchors[path]

    def anchors(self, path: str) -> Collection[str] | None:
        """Those of a page; None for what is none."""
        return self._anchors.get(path)

    def astray(self, files: Collection[str]) -> Iterator[str]:
        """The pages with a link that leads to no file, or to no place in it."""
        dead = {place for place in set().union(*self._links.values()) if self._is_dead(place, files)}
        if dead:
            yield from (path for path, places in self._links.items() if not dead.isdisjoint(places))

    def _is_dead(self, place: Place, files: Collection[str]) -> bool:
        file, anchor = place
        if file not in files:
            return True
        anchors = self._anchors.get(file) if anchor not in ("", "top") else None
        return anchors is not None and anchor not in anchors
