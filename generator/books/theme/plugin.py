"""The MkDocs plugin: puts a planned book in the place of the Markdown MkDocs expects."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from pymdownx.slugs import slugify

from generator.books.byhand.articles import page_records
from generator.books.byhand.content import read_content
from generator.books.byhand.handwritten import HandwrittenPage
from generator.books.byhand.linked import targets
from generator.books.manuscript import Manuscript, manuscript
from generator.books.outputs import check_outputs
from generator.books.printing import outputs, write_outputs
from generator.books.source import newest_book
from generator.books.theme.assets import ship_assets
from generator.books.theme.frame import Frame
from generator.books.theme.navigation import navigation
from generator.books.theme.pages import GeneratedPage, generated_page
from generator.books.theme.shells import Shell, fingerprint, kind_of, mark, written
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
WORKER = "assets/search/worker.js"
_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
"""The worker the theme would use."""


class Settings(Config):  # type: ignore[no-untyped-call] # MkDocs says so
    """The plugin has no settings of its own."""


class KaohePlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Frames one manuscript: the one laid in, or that of the newest year under plain MkDocs.

    MkDocs prints the hand-written pages, the files of the theme and one page of each kind; `frame` then holds
    what the generated pages are put into.
    """

    def __init__(self) -> None:
        self._given: Manuscript | None = None
        self._content: tuple[PurePosixPath, ...] = ()
        self._written: list[HandwrittenPage] = []
        self._known: list[GeneratedPage] = []
        self._shells: dict[str, Shell] = {}

    def lay_in(self, given: Manuscript) -> None:
        """Frame this manuscript instead of looking for the newest year."""
        self._given = given

    @property
    def frame(self) -> Frame:
        """What MkDocs made of the manuscript; whole once the build is over."""
        articles = tuple(one for page in self._written for one in page_records(page))
        planned = {page.path for page in self._manuscript.book.pages}
        linked = {one for page in self._written for one in targets(page) if one.partition("#")[0] in planned}
        return Frame(self._shells, articles, tuple(sorted(linked)))

    def forget(self) -> None:
        """Let go of the manuscript and what MkDocs made of it: it keeps the plugin until the next book."""
        for page in self._known:
            del page.planned, page.given
        self._given, self._written, self._known = None, [], []
        del self._manuscript, self._print

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
        """Add the planned pages MkDocs needs, hold hand-written ones to their rules, thin out the theme."""
        self._written = [HandwrittenPage(file, config) for file in files.documentation_pages()]
        given, kinds = self._manuscript, set[str]()
        for page, kind in given.kinds:
            if (new := kind not in kinds) or self._written:
                known = generated_page(page, given, config, sample=new)
                self._known.append(known)
                files.append(known.file)
            kinds.add(kind)
        ship_assets(files, config, offline=given.offline)
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """The tabs."""
        return navigation(self._manuscript.book, files)

    def on_env(self, env: Any, **_: object) -> Any:
        """`tidied` takes the blank lines, a third of each page, out of what the theme repeats on all.

        `with_our_search` names our worker in the theme's settings.
        """
        env.filters["tidied"] = _tidied
        env.filters["with_our_search"] = lambda markup: _WORKER.sub(WORKER, markup)
        env.bytecode_cache = _COMPILED
        self._print = env.get_template("main.html").render
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> TemplateContext:
        """Tell the theme which book and page this is and where the shelf lies; cut the shell of its kind."""
        if not isinstance(page, GeneratedPage):
            body = written(page.content or "")
            return self._with_book(context, page.url, fingerprint(f"{page.url}\n", body))
        context = self._with_book(context, page.url, mark("fingerprint"))
        marked = {"path": mark("path")}
        context.update(marked)  # type: ignore[typeddict-item] # MkDocs lists its own names only
        kind = kind_of(self._manuscript.listed, page.planned)
        with page.marked():
            self._shells[kind] = Shell.cut(self._print(context))
        return context

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """The same for pages of the theme such as 404.html, which may be shown at any address."""
        context = self._with_book(context, "", "")
        if not self._manuscript.book.name:
            rooted = {"shelf": f"{context['base_url'].rstrip('/')}/"}
            context.update(rooted)  # type: ignore[typeddict-item] # MkDocs lists its own names only
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Under plain MkDocs, put the pages into their frame."""
        if self._given is None:
            write_outputs(outputs(self._manuscript, self.frame), Path(config.site_dir))

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

    def _with_book(self, context: TemplateContext, path: str, fingerprint: str) -> TemplateContext:
        given = self._manuscript
        shelf = Links(given.book.name, path, ()).shelf_root
        ours = {"book": given.book.cover, "path": path, "shelf": shelf, "offline": given.offline}
        ours |= {"fingerprint": fingerprint}
        context.update(ours)  # type: ignore[typeddict-item] # MkDocs lists its own names only
        return context


def _newest(config: MkDocsConfig) -> Manuscript:
    root = Path(config.config_file_path).parent
    book = newest_book(root / "data")
    return manuscript(book, content=root / "content", templates=root / "site_templates")


def _tidied(markup: str) -> str:
    named = _UNNAMED.sub(_NAMED, markup).replace(_DIALOG, f'{_DIALOG} aria-label="搜索"')
    return _BLANK.sub("\n", named)
