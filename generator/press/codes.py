"""What a code on paper belongs to: looked up in the sites that were published."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from generator.pages.sheets.codes import LENGTH, normal_code
from generator.pages.sheets.register import REGISTER
from generator.problems import ConfigError


class Standing(Enum):
    """What a paper is worth."""

    NEWEST = "最新"
    OLDER = "已有更新的版本"
    UNKNOWN = "没有查到"


@dataclass(frozen=True)
class Paper:
    """A paper, and what is known of it."""

    code: str
    standing: Standing
    title: str = ""
    edition: str = ""
    as_of: str = ""

    def __str__(self) -> str:
        if self.standing is Standing.UNKNOWN:
            return (
                f"{self.code}：没有查到这个核对码，请核对字母和数字，并确认网站文件夹没有选错；"
                "都没有错的，说明打印之后数据有了变化，请重新打印"
            )
        worth = "是最新的" if self.standing is Standing.NEWEST else "不是最新的，网站上已有更新的版本"
        return f"{self.code}：《{self.title}》（{self.edition}，数据截至 {self.as_of}），这份纸{worth}"


def look_up(code: str, site: Path) -> Paper:
    """The paper with that code; ConfigError when it cannot be one, or there is no site in the folder.

    Looked for in the site itself, or in those of all audiences below it, then in earlier publications.
    """
    wanted = normal_code(code)
    if len(wanted) != LENGTH + 1:
        raise ConfigError(f"核对码是 {LENGTH} 个字母和数字，例如 7K3F-Q9XM，不是 {code!r}")
    now = [register for folder in _current(site) for register in _registers(folder)]
    if not now:
        raise ConfigError(f"{site} 中没有网站，请用 --site 指明网站所在的文件夹")
    for standing, registers in ((Standing.NEWEST, now), (Standing.OLDER, _earlier(site))):
        for register in registers:
            for paper in register["papers"]:
                if paper["code"] == wanted:
                    return Paper(wanted, standing, paper["title"], register["edition"], register["as_of"])
    return Paper(wanted, Standing.UNKNOWN)


def _current(site: Path) -> Iterator[Path]:
    """The sites that are shown now: of a build, or of a folder that is published to."""
    if (site / "current").is_dir():
        yield site / "current"
        return
    for folder in (site, *sorted(one for one in site.glob("*") if one.is_dir())):
        yield from (one for one in (folder, folder / "current") if (one / "years.json").is_file())


def _earlier(site: Path) -> Iterator[dict[str, Any]]:
    """The registers of earlier publications, those of all audiences; never of one that is not whole yet."""
    for folder in (*site.glob("releases/*"), *site.glob("*/releases/*")):
        if not folder.name.startswith("."):
            yield from _registers(folder)


def _registers(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob(f"*/{REGISTER}")):
        yield json.loads(file.read_text(encoding="utf-8"))
