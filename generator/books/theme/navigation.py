"""The tabs of a book.

The navigation holds the tabs and the hand-written pages, never the list of units: Material
prints the whole navigation into each page, so a list of n pages costs n² lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from generator.books.theme.pages import GeneratedPage
from generator.pages.page import Book
from generator.pages.page import Section as PlannedSection
from generator.problems import ConfigError


class LoneTab(Link):
    """A tab with nothing beside its front page.

    As a section it would open an empty list on a phone; as a plain link it leads to the page.
    """

    children: None
    active: bool


Tab = Section | LoneTab


def navigation(book: Book, files: Files) -> Navigation:
    """The book's tabs as MkDocs knows navigation; each page knows the tab it lies under.

    A hand-written page joins the tab whose folder it lies in, others the first tab.
    ConfigError when a tab opens a page nobody planned.
    """
    paths = [section.path for section in book.sections]
    pages = {path: [page for page in _pages(files) if _tab_path(page, paths) == path] for path in paths}
    tabs = []
    for section in book.sections:
        tab = _tab(section, pages[section.path])
        for page in pages[section.path]:
            # Generated pages are not among the children, but opening one still marks its tab.
            page.parent = tab  # type: ignore[assignment] # a LoneTab is all that is asked of it
        tabs.append(tab)
    return _navigation(tabs, files)


def _pages(files: Files) -> list[MkDocsPage]:
    return [file.page for file in files.documentation_pages() if file.page]


def _tab_path(page: MkDocsPage, paths: Sequence[str]) -> str | None:
    """The path of the tab a page lies under; by hand, that of the nearest folder above, else the first."""
    if isinstance(page, GeneratedPage):
        return page.planned.path if page.planned.section is None else page.planned.section
    below = [path for path in paths if page.file.src_uri.startswith(path)]
    return max(below, key=len) if below else next(iter(paths), None)


def _tab(section: PlannedSection, pages: Sequence[MkDocsPage]) -> Tab:
    title = str(escape(section.title))
    fronts = [page for page in pages if page.url == section.path]
    if not fronts:
        raise ConfigError(f"栏目「{section.title}」没有首页 {section.path or '/'}")
    by_hand = [page for page in pages if not isinstance(page, GeneratedPage) and page not in fronts]
    return Section(title, [*fronts, *by_hand]) if by_hand else LoneTab(title, section.path)


def _navigation(tabs: list[Tab], files: Files) -> Navigation:
    made = Navigation(tabs, [])
    # MkDocs looks for the front page outside of sections only, but the logo links to it.
    front = files.get_file_from_path("index.md")
    made.homepage = front.page if front else None
    return made
