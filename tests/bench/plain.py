"""Plain Material: the same unit pages as Markdown, all in the navigation, with its own search."""

from __future__ import annotations

import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.bench.as_markdown import as_markdown
from tests.bench.ours import planned, renderer

_SETTINGS = """site_name: bench
docs_dir: docs
site_dir: site
theme: {name: material, language: zh, font: false, features: [navigation.tabs]}
plugins: [search]
markdown_extensions: [tables, toc]
"""
FRONT = "# 总览\n\n本年度考核结果。\n"
"""The front page, where all links lead."""


def write_unit_pages(data: Path, folder: Path) -> int:
    """Write every unit page of every book as Markdown, a folder a year; how many there are.

    Their links all lead to the front page, for the leaves and problems they lead to are not in this site.
    """
    count = 0
    for book in planned(data):
        render = renderer(book).render
        year = folder / book.name
        year.mkdir(parents=True)
        for page in (page for page in book.pages if page.template == "unit.html.j2"):
            name = page.path.strip("/").rpartition("/")[2]
            (year / f"{name}.md").write_text(as_markdown(render(page), "../index.md"), encoding="utf-8")
            count += 1
    return count


def lay_out(pages: Path, count: int, folder: Path) -> None:
    """The first so many of the pages as a site for MkDocs, with Material as it comes."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text(FRONT, encoding="utf-8")
    for page in sorted(pages.rglob("*.md"))[:count]:
        (docs / page.parent.name).mkdir(exist_ok=True)
        (docs / page.parent.name / page.name).write_bytes(page.read_bytes())
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")


def build_material(pages: Path, count: int, folder: Path) -> dict[str, float]:
    """Build the first so many of the pages with MkDocs; processor seconds."""
    lay_out(pages, count, folder)
    start = time.process_time()
    build(load_config(str(folder / "mkdocs.yml")))
    return {"build": time.process_time() - start, "pages": count}
