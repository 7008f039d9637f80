"""The same pages in other search engines: Material's own, which segments Chinese with jieba, and Pagefind.

Both are given whole built sites and are asked in the browser for their first hit. They are installed beside
the project (`make search-bench`), since nothing else needs them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from playwright.sync_api import Browser

from generator.books.build import Workshop, write_site
from generator.books.byhand import handwritten
from generator.books.manuscript import Manuscript
from generator.books.source import Order, gather
from generator.books.theme import framing, pages, plugin
from generator.books.theme.frame import Frame
from tests.bench.ours import SETTINGS, TEMPLATES
from tests.browser.conftest import Served
from tests.search.searched import OPEN

THEME = Path(material.__file__).parent / "templates/assets/javascripts"

ASK_MATERIAL = """
async ([index, queries]) => {
  const worker = new Worker("/material/worker.js");
  const heard = type => new Promise(done => {
    worker.onmessage = ({ data }) => data.type === type && done(data.data);
  });
  const { config, docs } = await (await fetch(index)).json();
  worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  await heard(1);
  const found = [];
  for (const query of queries) {
    worker.postMessage({ type: 2, data: query });
    const { items } = await heard(3);
    found.push(items.slice(0, 5).map(([first]) => first.location));
  }
  return found;
}
"""

ASK_PAGEFIND = """
async ([path, queries]) => {
  const pagefind = await import(path);
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    found.push(await Promise.all(results.slice(0, 5).map(async one => (await one.data()).url)));
  }
  return found;
}
"""


def build_whole(data: Path, content: Path, site: Path) -> None:
    """A whole site; beside each book's records lies the index Material makes of the same pages."""
    ours = framing.make_frame

    def keep(given: Manuscript, folder: Path, config_file: Path) -> Frame:
        frame = ours(given, folder, config_file)
        shutil.copyfile(folder / "search/search_index.json", folder / "search/material.json")
        return frame

    def whole(page: pages.GeneratedPage, config: MkDocsConfig, files: Files) -> None:
        render(page, config, files)
        page.content = page.renderer.render(page.planned)

    render, known = pages.GeneratedPage.render, pages.generated_page
    harvest = gather(Order(data))
    shown: dict[str, bool] = {}
    with (
        mock.patch.object(framing, "make_frame", keep),
        mock.patch.object(pages.GeneratedPage, "render", whole),
        mock.patch.object(plugin, "generated_page", lambda *of, sample: known(*of, sample=sample or True)),
        mock.patch.object(pages, "NOT_BY_THE_THEME", shown),
        mock.patch.object(handwritten, "NOT_BY_THE_THEME", shown),
    ):
        workshop = Workshop(SETTINGS, TEMPLATES, content)
        write_site(harvest.shelf, harvest.books, site, workshop)
    _join_indexes(site)


def _join_indexes(site: Path) -> None:
    """One index for Material over the shelf and the open book, with its worker beside it."""
    shelf, book = (
        json.loads((site / name / "search/material.json").read_text(encoding="utf-8")) for name in ("", OPEN)
    )
    for doc in book["docs"]:
        doc["location"] = f"{OPEN}/{doc['location']}"
    joined = {"config": book["config"], "docs": book["docs"] + shelf["docs"]}
    (site / "material").mkdir()
    (site / "material/index.json").write_text(json.dumps(joined, ensure_ascii=False), encoding="utf-8")
    (worker,) = (THEME / "workers").glob("search.*.min.js")
    shutil.copyfile(worker, site / "material/worker.js")
    shutil.copytree(THEME / "lunr", site / "lunr")  # the worker looks for its languages two folders up


def index_with_pagefind(site: Path, rivals: Path) -> None:
    """Pagefind's index of the same pages, of what is between header and footer."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", ".md-content"]
    path = {**os.environ, "PYTHONPATH": str(rivals)}
    subprocess.run(command, check=True, env=path, stdout=subprocess.DEVNULL)


def first_hits(
    browser: Browser, site: Path, script: str, argument: str, queries: Sequence[str]
) -> list[list[str]]:
    """Where each query leads, at most five places below the site's root, without their anchors."""
    served = Served(site)
    page = browser.new_page()
    page.goto(f"{served.address}404.html")
    found: list[list[str]] = page.evaluate(script, [argument, list(queries)])
    page.close()
    served.close()
    return [[place.removeprefix("/").partition("#")[0] for place in places] for places in found]
