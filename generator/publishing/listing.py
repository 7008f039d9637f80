"""The releases that are kept, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.publishing.history import Shown
from generator.publishing.manifest import parse_manifest
from generator.publishing.root import Root


def listing(root: Root) -> Iterator[str]:
    """A line a release, the newest first: name, time, pages, and what it is."""
    there = set(root.names())
    for one in reversed(root.history().shown):
        if one.id in there:
            time = one.since.strftime("%Y-%m-%d %H:%M:%S")
            yield f"{one.id}  {time}  {_pages(root, one.id)}  {_standing(root, one)}".rstrip()


def _pages(root: Root, name: str) -> str:
    try:
        pages = parse_manifest(root.manifest(name).read_text(encoding="utf-8")).pages
    except (OSError, ValueError):
        return "清单缺失或已损坏"
    return f"{pages} 页"


def _standing(root: Root, one: Shown) -> str:
    if one.id == root.shown():
        return "现在的网站"
    if one.id == root.before():
        return "上一次，rollback 退回到这里"
    return "已退回，不再使用" if one.withdrawn else ""
