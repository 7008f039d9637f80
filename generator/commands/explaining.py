"""`kaohe explain`: why a page is as it is, when it was made, and from what."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.books.build import Workshop
from generator.books.byhand.content import SUFFIXES, read_content
from generator.books.cabinet import Cabinet
from generator.books.history import Reason
from generator.books.memory import without_collection
from generator.books.source import Order, gather
from generator.books.state import SiteState, read_kept
from generator.books.version import code_digest
from generator.books.yearly import Planned, cabinet_of, plan_again
from generator.commands.orders import ROOT, TEMPLATES, order, out, workshop
from generator.commands.telling import tell
from generator.commands.watching import FOLDER
from generator.contract.fields import Audience
from generator.explaining.address import Address, audience_of, file_at, parse_address
from generator.explaining.kinds import framed_kind, kind_of
from generator.explaining.past import history_lines
from generator.explaining.sources import Input, book_lines, data_lines, kind_lines
from generator.intake.read import read_records
from generator.intake.stock import take_stock
from generator.problems import ConfigError
from generator.publishing.root import Root
from generator.watching.sources import Sources

_NOTHING = {
    Reason.FIRST: "旁没有生成记录，说不出各页的来历 → 请先运行 kaohe build（发布的网站请加 --to）",
    Reason.DAMAGED: "旁的生成记录已损坏 → 请再运行一次 kaohe build，全部重做后就有新的记录",
    Reason.VERSION: "旁的生成记录是另一个版本的程序写的 → 请再运行一次 kaohe build",
}


@dataclass(frozen=True)
class _Case:
    """One file, and what its site was built from."""

    site: Path
    state: SiteState
    order: Order
    workshop: Workshop
    file: str
    """Below the site."""

    @property
    def name(self) -> str:
        """Of its book; empty for the shelf."""
        folder = self.file.partition("/")[0]
        return folder if folder in self.state.books else ""

    @property
    def path(self) -> str:
        """Below the root of its book."""
        return self.file.removeprefix(f"{self.name}/") if self.name else self.file

    @property
    def title(self) -> str:
        """Of its book."""
        return f"{self.name}年度考核" if self.name else "考核信息"

    @property
    def docs(self) -> Path:
        """Hand-written pages of its book."""
        return self.workshop.content / (self.name or "shelf")


def explain_file(options: argparse.Namespace) -> int:
    """Say all that is known of a file: 0; ConfigError when it is none of the site, or nothing is known."""
    case = _case(options)
    for line in _known(case):
        print(line, flush=True)
    with without_collection():
        for line in _sources(case):
            print(line)
    return 0


def _case(options: argparse.Namespace) -> _Case:
    """The file somebody means; ConfigError when there is none."""
    address = parse_address(options.path, options.to or options.out)
    audience = audience_of(address, options.audience)
    options = argparse.Namespace(**{**vars(options), "audience": audience.value})
    site, asked, shop = _site(options)
    state = read_kept(site)
    if isinstance(state, Reason):
        raise ConfigError(f"{site} {_NOTHING[state]}")
    file = file_at(address, state.files)
    if file is None:
        raise ConfigError(_unknown(address, site, audience))
    return _Case(site, state, asked, shop, file)


def _site(options: argparse.Namespace) -> tuple[Path, Order, Workshop]:
    """Where the site is built, and from what: a watcher builds from its own copy."""
    if options.to is None:
        return out(options), order(options), workshop(options)
    site = Root(options.to.absolute() / options.audience).site
    copy = options.to.absolute() / FOLDER / "source"
    if not copy.is_dir():
        return site, order(options), workshop(options)
    own = Sources(options.data, options.content, SUFFIXES, (TEMPLATES, ROOT / "mkdocs.yml")).of_copy(copy)
    templates, settings = own.program
    shop = replace(workshop(options), config_file=settings, templates=templates, content=own.content)
    return site, replace(order(options), data=own.data), shop


def _unknown(address: Address, site: Path, audience: Audience) -> str:
    """Why nothing can be told: the site has no such file, or somebody else put it there."""
    if address.path and (site / address.path).is_file():
        return f"{address.path} 在{audience.label}版的文件夹里，却不是生成的；下次生成会删去它"
    named = address.path or "首页"
    others = "或 ".join(f"--audience {one.value} " for one in Audience if one is not audience)
    return (
        f"{audience.label}版网站中没有 {named} → 请写成 2025/units/u03/ 的样子，或粘贴整个网址；"
        f"各版的页面不尽相同，要查另一版的请加上 {others.rstrip()}"
    )


def _known(case: _Case) -> Iterator[str]:
    """What the last build left word of."""
    yield f"{case.file}（{case.order.audience.label}版，{case.title}）"
    yield from history_lines(case.state, case.name, case.path, case.title)
    if not (case.site / case.file).is_file():
        yield "文件现在不在网站里，下次生成会补上"
    shop = case.workshop
    if code_digest(shop.templates, shop.config_file) != case.state.code:
        yield "程序、模板或设置在那以后有变化，下次生成会全部重做"


def _sources(case: _Case) -> Iterator[str]:
    """What it is made from, by the data as it is now."""
    book = case.state.books[case.name]
    if case.path not in book.files:
        yield from _framed(case)
        return
    tell("按现在的数据重新规划，查找来源…")
    planned = _planned(case)
    kind = kind_of(case.path, planned.book) if planned else None
    if planned is None or kind is None:
        yield "按现在的数据，网站不再有这个文件，下次生成会删去它"
        return
    if book.source and planned.source and book.source != planned.source:
        yield "数据、手写页面或选项在那以后有变化；以下来源以现在的数据为准"
    years = (int(case.name),) if case.name else None
    records, _ = read_records(case.order.data, years=years, audience=case.order.audience)
    given = Input(planned, records, case.order.audience, case.workshop.templates)
    file = case.site / case.file
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    yield from kind_lines(kind, case.workshop.templates)
    yield from data_lines(case.path, text, given)
    found = take_stock(case.order.data, audience=case.order.audience).found
    yield from book_lines(given, [(one.year, one.file) for one in found.files], _handwritten(case))


def _framed(case: _Case) -> Iterator[str]:
    """What the theme printed: hand-written pages, and files of its own."""
    kind = framed_kind(case.path, case.docs)
    if kind is None:
        yield "手写的原件已经不在，下次生成会删去它"
        return
    yield f"种类：{kind.name}"
    own = case.workshop.templates / "theme" / case.path
    if kind.written:
        yield f"手写：{case.docs.parent.name}/{case.docs.name}/{kind.written}"
        yield f"外框：{case.title}的标题、栏目和数据截至"
    elif own.is_file():
        yield f"来源：{case.workshop.templates.name}/theme/{case.path}，与数据无关"
    else:
        yield "来源：主题 mkdocs-material，与数据无关"


def _planned(case: _Case) -> Planned | None:
    """The book of the file, planned from the data as it is now; DataError when the data has errors."""
    asked = case.order
    if asked.years or case.workshop.pdf is not None:
        harvest = gather(asked)
        book = next((one for one in (*harvest.books, harvest.shelf) if one.name == case.name), None)
        year = int(case.name) if case.name else harvest.edition.years[-1].year
        return Planned(book, "", harvest.edition.year(year)) if book is not None else None
    with tempfile.TemporaryDirectory(prefix="kaohe-explain-") as place:
        folder, kept = Path(place) / "years", cabinet_of(case.site).folder
        shop = case.workshop
        if kept.is_dir() and code_digest(shop.templates, shop.config_file) == case.state.code:
            shutil.copytree(kept, folder)  # what is put away on the way is not for the next build
        return plan_again(case.name, asked, shop, Cabinet(folder), case.state)


def _handwritten(case: _Case) -> Sequence[str]:
    docs = case.docs
    return [f"{docs.parent.name}/{docs.name}/{file}" for file in read_content(docs)]
