"""Links between pages: always relative, and only to pages that exist."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from generator.problems import KaoheError


class LinkError(KaoheError):
    """A page links to a page nobody planned; `page` and `target` are paths below the book's root."""

    def __init__(self, page: str, target: str) -> None:
        self.page = page
        self.target = target
        super().__init__(f"页面 {page or '首页'} 链接到不存在的页面 {target or '首页'}")

    def __reduce__(self) -> tuple[type[LinkError], tuple[str, str]]:
        """It comes whole from another process."""
        return type(self), (self.page, self.target)


@dataclass(frozen=True)
class Links:
    """The links a page can make, as seen from where it lies.

    They climb to the root with `../` and come down again, so the site works below any prefix
    and from a folder on disk.
    """

    book: str
    """Folder of the page's book below the output root; empty for the shelf."""
    page: str
    """Path of the page below its book."""
    planned: Collection[str]
    """Paths of all pages of the book, generated and written by hand."""
    own: set[str] = field(default_factory=set, compare=False)
    """Takes the paths of pages of the book that are linked to."""
    followed: set[str] = field(default_factory=set, compare=False)
    """Takes what is linked to outside: `2024/units/u03/`, of the shelf `/units/u03/`."""

    @cached_property
    def root(self) -> str:
        """The way to the book's root: `../../` from `units/u03/`, `./` from the front page."""
        return "../" * self.page.count("/") or "./"

    @cached_property
    def shelf_root(self) -> str:
        """The way to the output root, where the shelf is."""
        return "../" * (self.page.count("/") + (1 if self.book else 0)) or "./"

    def link(self, target: str) -> str:
        """Relative URL of a planned page of the book, with or without `#anchor`; LinkError for others."""
        path = target.partition("#")[0] if "#" in target else target
        if path not in self.planned:
            raise LinkError(self.page, target)
        self.own.add(path)
        return self.root + target

    def shelf(self, target: str = "") -> str:
        """Relative URL of a page of the shelf; whether there is one, whoever writes both must ask."""
        self._follow("", target)
        return self.shelf_root + target

    def book_link(self, year: int | str, target: str = "") -> str:
        """Relative URL of a page in another year's book, of which the same holds."""
        self._follow(str(year), target)
        return f"{self.shelf_root}{year}/{target}"

    def _follow(self, book: str, target: str) -> None:
        self.followed.add(f"{book}/{target.partition('#')[0]}")
