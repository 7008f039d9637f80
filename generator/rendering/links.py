"""Links between pages: always relative, and only to pages that exist."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.problems import KaoheError


class LinkError(KaoheError):
    """A page links to a page nobody planned; `page` and `target` are paths below the book's root."""

    def __init__(self, page: str, target: str) -> None:
        self.page = page
        self.target = target
        super().__init__(f"页面 {page or '首页'} 链接到不存在的页面 {target or '首页'}")


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
    elsewhere: Mapping[str, Collection[str]] | None = None
    """Pages of all books by name, the shelf's under ""; None when the other books are not known."""
    followed: set[str] = field(default_factory=set, compare=False)
    """Takes what is linked to: `2024/units/u03/`, of the shelf `/units/u03/`."""

    @property
    def root(self) -> str:
        """The way to the book's root: `../../` from `units/u03/`, `./` from the front page."""
        return "../" * self.page.count("/") or "./"

    @property
    def shelf_root(self) -> str:
        """The way to the output root, where the shelf is."""
        return "../" * (self.page.count("/") + (1 if self.book else 0)) or "./"

    def link(self, target: str) -> str:
        """Relative URL of a planned page of the book, with or without `#anchor`; LinkError for others."""
        path = target.partition("#")[0]
        if path not in self.planned:
            raise LinkError(self.page, target)
        self.followed.add(f"{self.book}/{path}")
        return self.root + target

    def shelf(self, target: str = "") -> str:
        """Relative URL of a page of the shelf; LinkError when the shelf has no such page."""
        self._check("", target)
        return self.shelf_root + target

    def book_link(self, year: int | str, target: str = "") -> str:
        """Relative URL of a page in another year's book; LinkError when that book has no such page."""
        self._check(str(year), target)
        return f"{self.shelf_root}{year}/{target}"

    def _check(self, book: str, target: str) -> None:
        path = target.partition("#")[0]
        if self.elsewhere is not None and path not in self.elsewhere.get(book, ()):
            raise LinkError(self.page, f"{book}/{target}" if book else target)
        self.followed.add(f"{book}/{path}")
