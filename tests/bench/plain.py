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


def write_unit_pages(data: Path, folder: Path) -> int:
    """Write every unit page of the book as Markdown; how many there are.

    Their links all lead to the front page, for the leaves and problems they lead to are not in this site.
    """
    book = planned(data)
    render = renderer(book).render
    folder.mkdir(parents=True)
    pages = [page for page in book.pages if page.template == "unit.html.j2"]
    for page in pages:
        name = page.path.strip("/").rpartition("/")[2]
        (folder / f"{name}.md").write_text(as_markdown(render(page), "../index.md"), encoding="utf-8")
    return len(pages)


def build_material(pages: Path, count: int, folder: Path) -> dict[str, float]:
    """Build the first so many of the pages with MkDocs and Material as they come; processor seconds."""
    units = folder / "docs" / "units"
    units.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 总览\n\n本年度考核结果。\n", encoding="utf-8")
    for page in sorted(pages.iterdir())[:count]:
        (units / page.name).write_bytes(page.read_bytes())
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    start = time.process_time()
    build(load_config(str(folder / "mkdocs.yml")))
    return {"build": time.process_time() - start, "pages": count}
