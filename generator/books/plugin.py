"""The MkDocs plugin: puts a planned book in the place of the Markdown MkDocs expects."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel
from pymdownx.slugs import slugify

from generator.books.assets import ship_assets
from generator.books.content import read_content
from generator.books.handwritten import HandwrittenPage
from generator.books.manuscript import Manuscript, manuscript, printed_files
from generator.books.navigation import navigation
from generator.books.outputs import check_outputs
from generator.books.pages import GeneratedPage, generated_file
from generator.books.search import WORKER, page_records, write_search
from generator.books.shells import Shells
from generator.books.source import newest_book
from generator.problems import DataError, KaoheError
from generator.rendering.compiled import Compiled
from generator.rendering.links import Links

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


_COMPILED = Compiled()
"""The theme, the same for all books of a build."""
_BLANK = re.compile(r"\s*\n\s*")
_UNNAMED, _NAMED = re.compile(r'aria-labelledby="__nav_(\d+)_label"'), r'aria-label="第 \1 栏的页面"'
"""The theme names the list of a tab's pages by a label that is an icon only; a voice would say nothing."""
_DIALOG = 'data-md-component="search" role="dialog"'
"""The theme's search, which has no name either."""
_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
"""The worker the theme would use."""


class Settings(Config):  # type: ignore[no-untyped-call] # MkDocs says so
    """The plugin has no settings of its own."""


class KaohePlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Prints one manuscript: the one laid in, or that of the newest year under plain MkDocs."""

    def __init__(self) -> None:
        self._given: Manuscript | None = None
        self._content: tuple[PurePosixPath, ...] = ()
        self._written: list[HandwrittenPage] = []
        self.records = 0
        """How many things can be found in the book that was printed."""

    def lay_in(self, given: Manuscript) -> None:
        """Print this manuscript instead of looking for the newest year."""
        self._given = given

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Point MkDocs at the book; refuse it before anything is written if its pages collide."""
        self._manuscript = given = self._given or _newest(config)
        self._content = read_content(given.docs_dir)
        check_outputs(given.book, self._content, given.reserved)
        config.docs_dir = str(given.docs_dir)
        config.site_name = str(escape(given.book.title))
        config.nav = []
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify(case="lower")
        # Its gzip header and <lastmod> hold the time of the build; same data, same bytes.
        unwanted = {"sitemap.xml"} | ({"404.html"} if given.book.name else set())
        config.theme.static_templates -= unwanted
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the planned pages, hold the hand-written ones to their rules, thin out the theme."""
        self._written = [HandwrittenPage(file, config) for file in files.documentation_pages()]
        for page in self._manuscript.book.pages:
            files.append(generated_file(page, self._manuscript.renderer, config))
        for path, content in printed_files(self._manuscript):
            made = File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(made)
        ship_assets(files, config, offline=self._manuscript.offline)
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """The tabs."""
        return navigation(self._manuscript.book, files)

    def on_env(self, env: Any, *, files: Files, **_: object) -> Any:
        """`tidied` takes the blank lines, a third of each page, out of what the theme repeats on all.

        `with_our_search` names our worker in the theme's settings.
        """
        env.filters["tidied"] = _tidied
        env.filters["with_our_search"] = lambda markup: _WORKER.sub(WORKER, markup)
        env.bytecode_cache = _COMPILED
        self._shells = Shells(env.get_template("main.html").render)
        self._fingerprint = _fingerprint(files)  # of bodies, which are all there by now
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> TemplateContext:
        """Tell the theme which book and page this is and where the shelf lies; fill its shell."""
        context = self._with_book(context, page.url)
        if isinstance(page, GeneratedPage) and page.in_shell:
            filled = {"filled": self._shells.fill(page, context)}
            context.update(filled)  # type: ignore[typeddict-item] # MkDocs lists its own names only
        return context

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """The same for pages of the theme such as 404.html, which may be shown at any address."""
        return self._with_book(context, "")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search looks through, over the index of the theme's own search."""
        given = self._manuscript
        articles = [one for page in self._written for one in page_records(page)]
        self.records = write_search(given.book, articles, Path(config.site_dir), offline=given.offline)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Under plain `mkdocs serve`, rebuild when the data or a template changes too."""
        root = Path(config.config_file_path).parent
        for folder in (root / "data", root / "site_templates"):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def on_build_error(self, error: Exception) -> None:
        """Under plain MkDocs, print a failure of ours as a message instead of a traceback."""
        if self._given is None and isinstance(error, KaoheError):
            lines = map(str, error.reasons) if isinstance(error, DataError) else [str(error)]
            raise Abort("\n".join(lines)) from error

    def _with_book(self, context: TemplateContext, path: str) -> TemplateContext:
        given = self._manuscript
        shelf = Links(given.book.name, path, ()).shelf_root
        ours = {"book": given.book, "path": path, "shelf": shelf, "offline": given.offline}
        ours |= {"fingerprint": self._fingerprint}
        context.update(ours)  # type: ignore[typeddict-item] # MkDocs lists its own names only
        return context


def _fingerprint(files: Files) -> str:
    """A digest of what the generated pages say: it changes with what is shown, never with what is withheld.

    Of the bodies, which cost a seventh of what their views do.
    """
    digest = hashlib.sha256()
    for page in (file.page for file in files.documentation_pages()):
        if isinstance(page, GeneratedPage):
            digest.update(f"{page.url}\n{page.title}\n{page.content}\n".encode())
    return digest.hexdigest()[:16]


def _newest(config: MkDocsConfig) -> Manuscript:
    root = Path(config.config_file_path).parent
    book = newest_book(root / "data")
    return manuscript(book, content=root / "content", templates=root / "site_templates")


def _tidied(markup: str) -> str:
    named = _UNNAMED.sub(_NAMED, markup).replace(_DIALOG, f'{_DIALOG} aria-label="搜索"')
    return _BLANK.sub("\n", named)
