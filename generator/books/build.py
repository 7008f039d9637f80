"""One book, or the shelf with all its books, from plan to files."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.books.complaints import collected_complaints
from generator.books.manuscript import Manuscript, manuscript
from generator.books.plugin import KaohePlugin
from generator.books.search import write_data
from generator.pages.page import Book
from generator.problems import ConfigError, DataError


@dataclass(frozen=True)
class BuiltBook:
    """What a build cost."""

    name: str
    pages: int
    seconds: float
    records: int
    """Things that can be found in it."""


@dataclass(frozen=True)
class Workshop:
    """The folders of the project that are no data."""

    config_file: Path
    """`mkdocs.yml`."""
    templates: Path
    """`site_templates`."""
    content: Path
    """`content`: hand-written pages, one folder a year, and `shelf`."""
    offline: bool = False
    """Whether the site is to be searched when opened from a folder."""
    pdf: Path | None = None
    """Folder of the PDFs that are laid beside their documents; None for a site without."""


def write_book(given: Manuscript, site_dir: Path, config_file: Path) -> BuiltBook:
    """Write one book into `site_dir`, replacing what is there.

    DataError for faults in hand-written pages, ConfigError and LinkError for faults of the plan.
    """
    start = time.perf_counter()
    config, plugin = _config(given, site_dir, config_file)
    with collected_complaints() as complaints:
        mkdocs_build(config)
    if problems := complaints.problems(given.docs_dir):
        raise DataError(problems)
    return BuiltBook(given.book.name, len(given.book.pages), time.perf_counter() - start, plugin.records)


def _config(given: Manuscript, site_dir: Path, config_file: Path) -> tuple[MkDocsConfig, KaohePlugin]:
    """MkDocs' settings for one book, and the plugin the manuscript is laid into."""
    try:
        # MkDocs takes a relative folder as lying beside its configuration, not where the person stands.
        config = load_config(str(config_file), site_dir=str(site_dir.absolute()), strict=False)
    except MkDocsException as error:
        raise ConfigError(f"{config_file} 无法使用：{error}") from error
    plugin = config.plugins.get("kaohe")
    if not isinstance(plugin, KaohePlugin):
        raise ConfigError(f"{config_file} 的 plugins 中缺少 kaohe")
    plugin.lay_in(given)
    return config, plugin


def write_site(
    shelf: Book,
    books: Sequence[Book],
    out_dir: Path,
    workshop: Workshop,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[BuiltBook, ...]:
    """Write the shelf and its books into `out_dir`; if anything fails the old site stays as it was."""
    books = [replace(book, pdf=workshop.pdf is not None) for book in books]
    everything = (shelf, *books)
    folders = tuple(f"{book.name}/" for book in books)
    elsewhere = {book.name: book.paths for book in everything}
    built = []
    with swapped_in(out_dir) as stage:
        for book in everything:
            progress(f"生成 {book.title}（{len(book.pages)} 页）…")
            given = manuscript(
                book,
                content=workshop.content,
                templates=workshop.templates,
                reserved=() if book.name else folders,
                elsewhere=elsewhere,
            )
            given = replace(given, offline=workshop.offline)
            built.append(write_book(given, stage / book.name, workshop.config_file))
        if workshop.pdf is not None:
            _add_pdfs(stage, books, workshop.pdf)
        write_years_json(stage, books, {one.name: one.records for one in built}, offline=workshop.offline)
    return tuple(built)


def _add_pdfs(stage: Path, books: Sequence[Book], pdfs: Path) -> None:
    for book in books:
        for path in (*(sheet.pdf for sheet in book.sheets), *(booklet.path for booklet in book.booklets)):
            (stage / book.name / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(pdfs / book.name / path, stage / book.name / path)


def write_years_json(
    out_dir: Path,
    books: Sequence[Book],
    records: Mapping[str, int],
    sealed: Collection[str] = (),
    *,
    offline: bool = False,
) -> None:
    """Write what books know of each other: the years, newest first, each one's unit pages and search records.

    The year switcher and the search read it.
    """
    years = [
        {
            "year": int(book.name),
            "path": f"{book.name}/",
            "sealed": book.name in sealed,
            "records": records.get(book.name, 0),
            "pages": [page.path for page in book.pages if page.path.startswith("units/")],
        }
        for book in sorted(books, key=lambda book: book.name, reverse=True)
    ]
    text = json.dumps({"years": years}, ensure_ascii=False, separators=(",", ":"))
    write_data(out_dir / "years.json", text, offline=offline)


@contextmanager
def swapped_in(out_dir: Path) -> Iterator[Path]:
    """A new folder beside `out_dir` that takes its place when the block ends well, and vanishes otherwise."""
    out_dir.parent.mkdir(parents=True, exist_ok=True)
    stage = out_dir.with_name(f".{out_dir.name}.new")
    old = out_dir.with_name(f".{out_dir.name}.old")
    if old.exists() and not out_dir.exists():
        old.rename(out_dir)  # killed between the two renames below
    for leftover in (stage, old):
        shutil.rmtree(leftover, ignore_errors=True)
    stage.mkdir()
    try:
        yield stage
        if out_dir.exists():
            out_dir.rename(old)
        stage.rename(out_dir)
    finally:
        if old.exists() and not out_dir.exists():
            old.rename(out_dir)
        shutil.rmtree(stage, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
