"""What several commands of `kaohe` may be told, and how what was typed is read."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path

from generator.pages.sheets.sheet import SheetKind
from generator.publishing.publish import KEEP

CONTENT = Path("content")
"""Where hand-written pages lie if nobody says otherwise."""


def existing(text: str) -> Path:
    """A folder that is there: one that was mistyped would be taken for one without pages."""
    folder = Path(text)
    if not folder.is_dir():
        said = f"{text} 不是文件夹" if folder.exists() else f"找不到文件夹 {text}"
        raise argparse.ArgumentTypeError(f"{said}，请改正路径，或者先建好这个文件夹")
    return folder


def add_data(one: argparse.ArgumentParser) -> None:
    """Where the data lies."""
    one.add_argument("--data", type=Path, default=Path("data"), help="数据文件夹，默认 data")


def add_source(one: argparse.ArgumentParser) -> None:
    """What a site is made from; the gate must be told the same."""
    add_data(one)
    add_content(one)
    one.add_argument("--year", type=int, action="append", default=[], help="只生成这一年，可重复")
    one.add_argument("--as-of", type=day, help="按这一天计算最新年度的预警灯和统计，例如 2026-06-30")
    add_offline(one)


def add_offline(one: argparse.ArgumentParser) -> None:
    """Whether the site is to be searched when opened from a folder."""
    one.add_argument("--offline", action="store_true", help="从文件夹直接打开时也能查找，文件会多一些")


def add_keep(one: argparse.ArgumentParser) -> None:
    """How many releases stay."""
    one.add_argument("--keep", type=count, default=KEEP, help=f"保留最近几次发布，默认 {KEEP}")


def add_jobs(one: argparse.ArgumentParser) -> None:
    """How many processes may work."""
    cores = os.cpu_count() or 1
    said = f"最多用几个进程，默认 {cores}（处理器核数），1 为不另开进程"
    one.add_argument("--jobs", type=count, default=cores, metavar="个数", help=said)


def add_cluster(one: argparse.ArgumentParser) -> None:
    """Who works instead of processes of this machine."""
    said = "把各年度和 PDF 交给 Dask 集群，例如 tcp://10.1.2.3:8786，各机器须有同样的共享文件夹"
    one.add_argument("--cluster", type=address, metavar="地址", help=said)


def add_content(one: argparse.ArgumentParser, read: Callable[[str], Path] = existing) -> None:
    """Where the hand-written pages lie; a folder that is named must be there, the usual one need not."""
    one.add_argument("--content", type=read, default=CONTENT, help="手写页面，默认 content")


def add_pdf(one: argparse.ArgumentParser) -> None:
    """Whether documents are laid beside their pages as PDF."""
    one.add_argument("--pdf", action="store_true", help="连同打印文件的 PDF 和合订本")


def add_out(one: argparse.ArgumentParser, folder: str) -> None:
    """Where it goes."""
    one.add_argument("--out", type=Path, default=Path(folder), help=f"输出文件夹，默认 {folder}")


def add_to(one: argparse.ArgumentParser) -> None:
    """Where it is published."""
    one.add_argument(
        "--to", type=Path, required=True, metavar="文件夹", help="发布到这里，各版网站各在一个子文件夹"
    )


def add_audience(one: argparse.ArgumentParser, audiences: list[str]) -> None:
    """For whom."""
    one.add_argument(
        "--audience",
        choices=audiences,
        default="staff",
        help="给谁看：staff 职工，leaders 公司领导，group 考核组",
    )


def count(text: str) -> int:
    """A number from one on."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} 不是个数，请写成 5 的样子")
    return int(text)


def address(text: str) -> str:
    """Where a scheduler of Dask answers."""
    if not re.fullmatch(r"(tcp|tls)://\S+:\d+", text):
        raise argparse.ArgumentTypeError(f"{text} 不是集群的地址，请写成 tcp://10.1.2.3:8786 的样子")
    return text


def kind(text: str) -> SheetKind:
    """A kind of printable document, by its name in addresses."""
    found = {one.value: one for one in SheetKind}
    if text not in found:
        raise argparse.ArgumentTypeError(f"没有 {text} 这一种，可用的有：{named_kinds()}")
    return found[text]


def named_kinds() -> str:
    """All of them, each with what it is called on the page."""
    return "，".join(f"{one.value} {one.label}" for one in SheetKind)


def seconds(most: int) -> Callable[[str], float]:
    """Reads seconds, more than none and not more than these."""

    def read(text: str) -> float:
        try:
            found = float(text)
        except ValueError:
            found = 0
        if not 0 < found <= most:
            raise argparse.ArgumentTypeError(f"{text} 不是 {most} 以内的秒数，请写成 2 的样子")
        return found

    return read


def day(text: str) -> dt.date:
    """A day as the data writes it."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} 不是日期，请写成 2026-06-30 的样子") from None
