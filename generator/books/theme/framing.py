"""Lets MkDocs and Material print what generated pages are put into; the only way to them for a whole book."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.books.manuscript import Manuscript
from generator.books.theme.complaints import collected_complaints
from generator.books.theme.frame import Frame
from generator.books.theme.plugin import KaohePlugin
from generator.problems import ConfigError, DataError


def make_frame(given: Manuscript, site_dir: Path, config_file: Path) -> Frame:
    """Write the hand-written pages of the book and the files of the theme into `site_dir`; the book's frame.

    DataError for faults in hand-written pages, ConfigError for faults of the plan or the settings.
    """
    config, plugin = _config(given, site_dir, config_file)
    with collected_complaints() as complaints:
        # Dirty, so that of the generated pages only those are printed whose file says so.
        mkdocs_build(config, dirty=True)
    if problems := complaints.problems(given.docs_dir):
        raise DataError(problems)
    frame = plugin.frame
    plugin.forget()
    return frame


def _config(given: Manuscript, site_dir: Path, config_file: Path) -> tuple[MkDocsConfig, KaohePlugin]:
    """MkDocs' settings for one book, and the plugin the manuscript is laid into."""
    try:
        # MkDocs takes a relative folder as lying beside its configuration, not where the person stands.
        # It also wants a folder of pages that is there; the plugin puts the manuscript's in its place.
        there = str(Path(__file__).parent)
        config = load_config(
            str(config_file), docs_dir=there, site_dir=str(site_dir.absolute()), strict=False
        )
    except MkDocsException as error:
        raise ConfigError(f"{config_file} 无法使用：{error}") from error
    plugin = config.plugins.get("kaohe")
    if not isinstance(plugin, KaohePlugin):
        raise ConfigError(f"{config_file} 的 plugins 中缺少 kaohe")
    plugin.lay_in(given)
    return config, plugin
