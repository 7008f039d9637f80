"""Names that editors and Windows leave behind, and the locks among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

_LITTER = ("~$*", ".*", "*.tmp", "*.swp", "*~", "*.bak", "thumbs.db", "desktop.ini", "__pycache__")
_EXCEL = re.compile(r"[0-9a-f]{8}", re.ASCII | re.IGNORECASE)
"""What Excel writes a file under before it renames it."""
_LOCKS = (re.compile(r"~\$(.+)"), re.compile(r"\.~lock\.(.+)#"))
"""Excel and WPS; LibreOffice."""


def is_litter(name: str) -> bool:
    """Whether a name is one that editors and Windows leave behind."""
    return any(fnmatchcase(name.lower(), pattern) for pattern in _LITTER) or bool(_EXCEL.fullmatch(name))


def locked_names(names: Iterable[str]) -> frozenset[str]:
    """The files somebody has open, by the locks among the names of a folder."""
    return frozenset(found[1] for name in names for lock in _LOCKS if (found := lock.fullmatch(name)))
