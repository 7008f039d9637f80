"""Which edition and which file a person means by an address."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.contract.fields import Audience
from generator.problems import ConfigError

_EDITIONS = {one.value: one for one in Audience}
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
INDEX = "index.html"


@dataclass(frozen=True)
class Address:
    """What somebody named."""

    path: str
    """Below the site's root, or behind what a web server puts in front: `2025/units/u03/`."""
    audience: Audience | None
    """The edition the address itself names; None when it names none."""
    on_web: bool = False
    """Whether folders in front of the path may be the web server's own."""


def parse_address(text: str, out: Path) -> Address:
    """`2025/units/u03/`, a file below `out` with its edition's folder, or a whole web address."""
    parts = urlsplit(text)
    if parts.scheme in ("http", "https"):
        named = _named(re.split(r"[.\-:]", parts.netloc))
        folder, rest = _edition(unquote(parts.path).lstrip("/"))
        return Address(rest, folder or named, on_web=True)
    here = Path(os.path.abspath(text))  # noqa: PTH100 - `..` must go, links must stay
    root = Path(os.path.abspath(out))  # noqa: PTH100
    inside = here != root and here.is_relative_to(root)
    slash = "/" if text.endswith(("/", "\\")) else ""
    path = f"{here.relative_to(root).as_posix()}{slash}" if inside else text.replace("\\", "/")
    folder, rest = _edition(path.partition("#")[0].lstrip("/").removeprefix("./"))
    return Address(rest, folder)


def audience_of(address: Address, asked: str | None) -> Audience:
    """The edition asked for, else the one the address names, else that of all staff.

    ConfigError when the two disagree.
    """
    wanted = None if asked is None else Audience(asked)
    if wanted and address.audience and wanted is not address.audience:
        raise ConfigError(
            f"这个地址是{address.audience.label}版的，与 --audience {wanted.value} 不一致，请去掉一个"
        )
    return wanted or address.audience or Audience.STAFF


def file_at(address: Address, files: Collection[str]) -> str | None:
    """The file of the site the address leads to as a web server takes it; None when there is none."""
    return next((path for path in _candidates(address) if path in files), None)


def _candidates(address: Address) -> Iterator[str]:
    for path in _ways(address):
        if path and not path.endswith("/"):
            yield path
        yield f"{path.rstrip('/')}/{INDEX}".lstrip("/")


def _ways(address: Address) -> Iterator[str]:
    """The path, and on the web what stands behind folders in front that are no year's."""
    path = address.path
    yield path
    while address.on_web:
        folder, _, path = path.partition("/")
        if not path or _YEAR.fullmatch(folder):
            return
        yield path


def _edition(path: str) -> tuple[Audience | None, str]:
    """The edition a path begins with, and the rest."""
    folder, _, rest = path.partition("/")
    return (_EDITIONS[folder], rest) if folder in _EDITIONS else (None, path)


def _named(words: Collection[str]) -> Audience | None:
    """The edition a host is called after: `kaohe-leaders.example.internal`."""
    return next((_EDITIONS[word.lower()] for word in words if word.lower() in _EDITIONS), None)
