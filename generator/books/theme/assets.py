"""What of the theme is shipped: nothing that is not used, nothing that could call another host."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_UNUSED = ("*.map", "assets/javascripts/lunr/*", "assets/javascripts/workers/*", "sitemap.xml")
"""Source maps for developers of the theme, its search, which splits Chinese words wrongly, and a
template MkDocs would copy as it is because it no longer fills it in."""

_FOREIGN = (
    (re.compile(rb"https://unpkg\.com/[^\"'`]*"), b"absent.js"),
    (re.compile(rb"https://api\.github\.com"), b"."),
    (re.compile(rb"https://\$\{(\w+)\}/api/v4"), rb"${\1}/api/v4"),
    (re.compile(rb"https?://bit\.ly/\w+"), b""),
    (re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\s*]+(?: ?\*/)?"), b""),
)
"""Hosts the theme's script would load diagrams and repository facts from; unused, but not left to chance."""


_OFFLINE = ("assets/search/frame.js",)
"""Needed only where pages are opened from a folder."""


def ship_assets(files: Files, config: MkDocsConfig, *, offline: bool = False) -> None:
    """Take unused files out of `files` and foreign hosts out of the theme's scripts and styles."""
    unused = _UNUSED if offline else _UNUSED + _OFFLINE
    for file in [file for file in files if file.generated_by is None and file.src_dir != config.docs_dir]:
        if any(fnmatch(file.src_uri, pattern) for pattern in unused):
            files.remove(file)
        elif file.is_javascript() or file.is_css():
            content = without_foreign_hosts(file.content_bytes)
            files.remove(file)
            files.append(
                File.generated(config, file.src_uri, content=content, inclusion=InclusionLevel.INCLUDED)
            )


def without_foreign_hosts(script: bytes) -> bytes:
    """The script or style sheet with the addresses it could fetch from replaced by dead local ones."""
    for pattern, local in _FOREIGN:
        script = pattern.sub(local, script)
    return script
