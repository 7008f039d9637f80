"""`kaohe doctor`: what this machine lacks, and how to get it."""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from generator.commands.installed import altered, unlocked
from generator.commands.orders import ROOT
from generator.press.engine import weasyprint_version
from generator.problems import ConfigError

OLDEST = (3, 11)
END_OF_MATERIAL = dt.date(2027, 5, 5)
"""Until then the theme's makers mend faults in it."""
NOTICE_DAYS = 90
LOCK = ROOT / "requirements.lock"
AGAIN = "请重新安装（运行 deploy/install，或删去 .venv 后运行 make site）"
TYPEFACES = (
    ("标题", ("方正小标宋", "FZXiaoBiaoSong", "STZhongsong", "Noto Serif CJK SC", "Source Han Serif SC")),
    ("仿宋", ("FangSong", "仿宋", "STFangsong", "FandolFang", "Noto Serif CJK SC", "Source Han Serif SC")),
    ("楷体", ("KaiTi", "楷体", "STKaiti", "FandolKai", "LXGW WenKai", "Noto Serif CJK SC")),
    ("黑体", ("SimHei", "黑体", "STHeiti", "Source Han Sans SC", "Noto Sans CJK SC")),
)
"""What a paper is set in, and which typefaces will do, the best first."""


@dataclass(frozen=True)
class Complaint:
    """Something that should be otherwise."""

    what: str
    remedy: str
    blocks: bool = True
    """Whether something does not work at all."""

    def __str__(self) -> str:
        return f"{'缺少' if self.blocks else '提醒'}：{self.what} → {self.remedy}"


def examine_machine(_: argparse.Namespace) -> int:
    """Say what is there and what is not; 1 when something does not work."""
    today = dt.datetime.now(tz=dt.UTC).date()
    found = [*_python(), *_packages(), *_theme(today), *_press(), *_typefaces()]
    for name in ("mkdocs", "mkdocs-material", "weasyprint"):
        print(f"{name} {_version(name)}")
    for complaint in found:
        print(complaint)
    if not found:
        print("生成网站和制作 PDF 所需的都已齐备。")
    return 1 if any(complaint.blocks for complaint in found) else 0


def _python() -> Iterator[Complaint]:
    if sys.version_info < OLDEST:
        yield Complaint("Python 3.11 或更新的版本", "请安装后重新运行 make site")


def _packages() -> Iterator[Complaint]:
    """What is installed is what was locked, unless somebody had a hand in it."""
    packages = list(metadata.distributions())
    for file in altered(packages):
        yield Complaint(f"未经改动的 {file}", AGAIN)
    if LOCK.is_file():
        for name in unlocked(packages, LOCK.read_text(encoding="utf-8")):
            yield Complaint(f"多出没有锁定的程序包 {name}", AGAIN, blocks=False)


def _theme(today: dt.date) -> Iterator[Complaint]:
    """The site stays as it is after that day, but faults of the theme stay too (docs/adr)."""
    if today >= END_OF_MATERIAL - dt.timedelta(days=NOTICE_DAYS):
        yield Complaint(
            f"网站主题 mkdocs-material 到 {END_OF_MATERIAL.isoformat()} 停止维护",
            "请维护人员安排更换",
            blocks=False,
        )


def _press() -> Iterator[Complaint]:
    try:
        weasyprint_version()
    except ConfigError as error:
        yield Complaint(str(error), "在 Debian 上运行 make pdf，其他系统请安装 Pango 1.44 或更新的版本")


def _typefaces() -> Iterator[Complaint]:
    """None of one kind is a fault; only the free ones is not, and not worth a word."""
    installed = _installed()
    if installed is None:
        yield Complaint("fontconfig，无法查看字体", "在 Debian 上运行 make pdf", blocks=False)
        return
    for role, names in TYPEFACES:
        if not any(name in installed for name in names):
            yield Complaint(
                f"{role}字体", "在 Debian 上运行 make pdf 安装 Noto CJK 字体，或安装系统自带的中文字体"
            )


def _installed() -> str | None:
    """The names of all typefaces, as fontconfig lists them."""
    lister = shutil.which("fc-list")
    if lister is None:
        return None
    return subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - the system's own


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "未安装"
