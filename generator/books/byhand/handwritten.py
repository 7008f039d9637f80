"""Pages people write in Markdown: text, tables, pictures and links, nothing that runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.books.byhand.content import content_place, line_of
from generator.books.byhand.markup import find_foreign
from generator.books.theme.pages import NOT_BY_THE_THEME
from generator.problems import DataError, Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FRONT_MATTER = ("title", "description")
"""The only keys allowed; `template:` would let a page choose any file of the theme."""


class HandwrittenPage(MkDocsPage):
    """A Markdown page of `content/`."""

    def __init__(self, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._docs = Path(config.docs_dir)

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the Markdown; DataError (E132) for front matter beyond title and description."""
        super().read_source(config)
        for key in self.meta:
            if key not in FRONT_MATTER:
                hint = f"文件开头只能写 {'、'.join(FRONT_MATTER)}，请删去该项"
                raise self._error("E132", "文件开头有不认识的项", hint, str(key))
        self.meta = {key: escape(value) for key, value in self.meta.items()} | {"search": NOT_BY_THE_THEME}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown; DataError (E134) if the page would run or fetch something."""
        super().render(config, files)
        found = find_foreign(self.content or "")
        for script in found.scripts:
            raise self._error("E134", "手写页面不能带脚本、样式或表单", "请删去这段 HTML", script)
        for host in found.hosts:
            hint = "请把图片放到本文件夹，用相对路径引用"
            raise self._error("E134", "不能引用其他网站的图片或文件", hint, host)

    def _error(self, code: str, message: str, hint: str, value: str) -> DataError:
        uri = self.file.src_uri
        place = content_place(self._docs, uri, line_of(value, self._docs / uri))
        return DataError([Problem(code, place, message, hint, value)])
