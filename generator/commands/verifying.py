"""`kaohe build --verify`: whether the site is what it would be if it had been built from nothing."""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.books.comparing import Comparison, compare
from generator.books.state import state_file
from generator.books.version import code_digest, content_digest
from generator.commands.orders import order, out, workshop
from generator.commands.telling import bar, tell
from generator.intake.stock import take_stock
from generator.problems import ConfigError

LISTED = 20
"""Files that are named; how many there are more is said."""
Build = Callable[[argparse.Namespace, Path], object]
"""Builds what the options ask for into a folder."""


def inputs(options: argparse.Namespace) -> Sequence[object]:
    """What the site is made from; data that changed meanwhile would be taken for a fault."""
    asked, shop = order(options), workshop(options)
    stock = take_stock(asked.data, audience=asked.audience)
    digests = sorted(stock.digests.items())
    return (digests, content_digest(shop.content), code_digest(shop.templates, shop.config_file))


def verify(options: argparse.Namespace, build: Build, before: Sequence[object]) -> int:
    """Build once more from nothing and compare: 0 the same, 1 not; says so.

    `before` are the inputs before the site was built; ConfigError when they are others now.
    """
    started, site = time.perf_counter(), out(options)
    with _beside(site) as place:
        tell(f"核对：在 {place} 从头再生成一遍…")
        build(argparse.Namespace(**{**vars(options), "pdfs": place / "pdf"}), place / "site")
        if inputs(options) != before:
            raise ConfigError("核对期间数据、手写页面或模板有变化，不能核对 → 请再运行一次")
        found = compare(site, place / "site", lambda done, of: bar("核对", done, of))
    for line in _lines(found, site, time.perf_counter() - started):
        print(line)
    return 1 if found.differences else 0


@contextmanager
def _beside(site: Path) -> Iterator[Path]:
    """An empty folder beside the site, gone when the block ends, however it ends."""
    place = site.with_name(f".{site.name}.verify")
    shutil.rmtree(place, ignore_errors=True)  # left by a run that was killed
    place.mkdir()
    try:
        yield place
    finally:
        shutil.rmtree(place)


def _lines(found: Comparison, site: Path, seconds: float) -> Iterator[str]:
    if not found.differences:
        what = f"{found.files} 个文件、{found.size / 1_000_000:.1f} MB"
        yield f"核对无误：{what} 与从头生成的逐字节相同，用时 {seconds:.1f} 秒：{site}"
        return
    yield from (str(one) for one in found.differences[:LISTED])
    if len(found.differences) > LISTED:
        yield f"…… 另有 {len(found.differences) - LISTED} 个"
    yield f"核对不符：{len(found.differences)} 个文件与从头生成的不同：{site}"
    yield f"请删去 {state_file(site)} 再生成一次；若没有人改动过网站的文件，请告知开发人员"
