"""Other generators on the same unit pages as Markdown: plain Material, Zensical and Hugo.

The last two are installed beside the project (`make bench`), since nothing else needs them. Hugo comes
without a theme, so it gets the least that makes a page: head, navigation, text, table of contents. It is
measured twice: with the years in its navigation, as our books have it, and with every page as Material has;
in both it prints the navigation once and copies it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PathDistribution, distributions
from pathlib import Path

from tests.bench.cost import PROJECT, Command
from tests.bench.plain import FRONT, lay_out

INSTALLED = PROJECT / "build/rivals/generators"
_HUGO = Path(__file__).with_name("hugo")


@dataclass(frozen=True)
class Generator:
    """A program that makes a site of Markdown."""

    name: str
    package: str
    lay_out: Callable[[Path, int, Path], None]
    """Takes the folder of pages, how many of them, and the folder of the project."""
    command: Callable[[Path], Command]
    """Builds the project in that folder into its `site`."""
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def version(self) -> str | None:
        """As installed; None when it is not."""
        found = distributions(name=self.package, path=[str(INSTALLED), *sys.path])
        return next((one.version for one in found if isinstance(one, PathDistribution)), None)


def _mkdocs(folder: Path) -> Command:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml"]


def _zensical(folder: Path) -> Command:
    return [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", folder / "mkdocs.yml"]


def _hugo(folder: Path) -> Command:
    program = INSTALLED / "hugo/binaries/hugo"
    folders = ("--source", folder, "--destination", folder / "site", "--cacheDir", folder / "cache")
    return [program, "build", *folders]


def _lay_out_hugo(navigation: str) -> Callable[[Path, int, Path], None]:
    """The same files, each with its title before it: Hugo does not take it from the text."""

    def lay(pages: Path, count: int, folder: Path) -> None:
        shutil.copytree(_HUGO / "layouts", folder / "layouts")
        (folder / "layouts/_partials").mkdir()
        shutil.copyfile(_HUGO / f"navigation/{navigation}.html", folder / "layouts/_partials/navigation.html")
        shutil.copyfile(_HUGO / "hugo.toml", folder / "hugo.toml")
        (folder / "content").mkdir()
        (folder / "content/_index.md").write_text(_titled(FRONT), encoding="utf-8")
        for page in sorted(pages.rglob("*.md"))[:count]:
            (folder / "content" / page.parent.name).mkdir(exist_ok=True)
            text = _titled(page.read_text(encoding="utf-8"))
            (folder / "content" / page.parent.name / page.name).write_text(text, encoding="utf-8")

    return lay


def _titled(text: str) -> str:
    title = text.partition("\n")[0].removeprefix("# ")
    return f'---\ntitle: "{title}"\n---\n{text}'


MATERIAL = Generator("plain Material", "mkdocs-material", lay_out, _mkdocs, {"NO_MKDOCS_2_WARNING": "1"})
ZENSICAL = Generator("Zensical", "zensical", lay_out, _zensical, {"PYTHONPATH": str(INSTALLED)})
HUGO = Generator("Hugo, years in the navigation", "hugo", _lay_out_hugo("sections"), _hugo)
HUGO_FULL = Generator("Hugo, full navigation", "hugo", _lay_out_hugo("full"), _hugo)
GENERATORS = (MATERIAL, ZENSICAL, HUGO, HUGO_FULL)


def installed() -> Iterator[Generator]:
    """Those that can be run here."""
    return (one for one in GENERATORS if one.version)
