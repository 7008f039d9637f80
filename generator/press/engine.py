"""WeasyPrint, held to the files of the theme: it asks no other host and writes no address of this machine."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import ConfigError

if TYPE_CHECKING:
    from weasyprint import HTML, Document
    from weasyprint.urls import URLFetcherResponse

VARIANT = "pdf/ua-1"
"""Tagged, with language, title and bookmarks, so that a voice can read it."""
_SITE = "http://site.invalid/"
"""Where documents believe they lie; never asked, since every file comes from the fetcher below."""
_LETTERS = "SimHei, STHeiti, Source Han Sans SC, Noto Sans CJK SC, sans-serif"
"""What pictures are lettered with."""
_BESIDE = """
a { -weasy-link: none }
:root { --kp-title: 方正小标宋简体, FZXiaoBiaoSong-B05S, 方正小标宋_GBK, STZhongsong,
  Noto Serif CJK SC, serif !important }
h1 { font-weight: 700 !important }
"""
"""No links, which would be written into the file; titles in the bold of the free typeface, since fonts named
by `local()` are asked for like files of another host."""


@dataclass(frozen=True)
class Manuscript:
    """A printable document ready to be set."""

    path: str
    """Folder URL below its book: `print/summary/u03/`."""
    title: str
    html: str
    beside: Mapping[str, str]
    """Texts of the files that lie with it: `foot.css`."""
    style: str = ""
    """Rules over all others: the page numbers of a booklet."""


def set_by() -> str:
    """What decides how documents are set, beside themselves and their style, without starting WeasyPrint."""
    try:
        version = metadata.version("weasyprint")
    except metadata.PackageNotFoundError:
        version = ""
    return f"{version}\n{VARIANT}\n{_LETTERS}\n{_BESIDE}"


@cache
def weasyprint_version() -> str:
    """The version that sets the documents; ConfigError when it cannot work on this machine."""
    try:
        import weasyprint  # noqa: PLC0415 - a site is built without it
    except ImportError as error:
        raise ConfigError(f"没有安装制作 PDF 用的 WeasyPrint（{error}），请运行 make pdf") from error
    except OSError as error:
        raise ConfigError(f"制作 PDF 用的 Pango 库无法使用（{error}），请运行 make pdf") from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return str(weasyprint.__version__)


def lay_out(manuscript: Manuscript, theme: Path) -> Document:
    """The document as pages; `theme` is the folder that holds `assets`.

    ConfigError when WeasyPrint is missing or the document wants a file nobody has.
    """
    weasyprint_version()
    html = _html(manuscript, theme)
    from weasyprint import CSS  # noqa: PLC0415 - a site is built without it

    return html.render(stylesheets=[CSS(string=_BESIDE + manuscript.style)], pdf_variant=VARIANT)


def bind(documents: Sequence[Document]) -> Document:
    """The pages of all as one document, with the title of the first."""
    first, *others = documents
    return first.copy([page for one in documents for page in one.pages]) if others else first


def write(document: Document, file: Path) -> None:
    """Write the pages as PDF: the same bytes for the same pages, whenever they are written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    document.write_pdf(part, pdf_variant=VARIANT, pdf_identifier=b"kaohe")
    part.replace(file)


def _html(manuscript: Manuscript, theme: Path) -> HTML:
    from weasyprint import HTML  # noqa: PLC0415 - as above
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class Shelf(URLFetcher):  # type: ignore[misc] # untyped
        """Hands out files of the theme and of the document, and nothing else."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
            return URLFetcherResponse(url, _file(url, manuscript, theme), {"Content-Type": "text/css"})

    # A style sheet does not reach into a picture, an attribute does.
    lettered = manuscript.html.replace("<svg ", f'<svg font-family="{_LETTERS}" ')
    return HTML(string=lettered, base_url=_SITE + manuscript.path, url_fetcher=Shelf())


def _file(url: str, manuscript: Manuscript, theme: Path) -> bytes:
    path = url.removeprefix(_SITE)
    own = path.removeprefix(manuscript.path)
    if own in manuscript.beside:
        return manuscript.beside[own].encode()
    root = (theme / "assets").resolve()
    found = (theme / path).resolve()
    if not found.is_relative_to(root) or not found.is_file():
        raise ConfigError(f"「{manuscript.title}」要用的文件 {path} 不存在")
    return found.read_bytes()
