"""When a file was made last and why, or why the last build left it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.books.history import Making, Reason, Run, last_making
from generator.books.state import BookState, SiteState

_NOT_COMPARED = frozenset(
    {Reason.FIRST, Reason.DAMAGED, Reason.VERSION, Reason.GONE, Reason.CODE}
    | {Reason.BOOK, Reason.NEW, Reason.MISSING}
)
"""With these there is nothing before, or the new site takes the place of the old one as a whole."""


def history_lines(state: SiteState, name: str, path: str, title: str) -> Iterator[str]:
    """What the last build did to the file, and what an earlier one did; `path` below the root of its book."""
    book = state.books[name]
    last = book.framing if path not in book.files else last_making(book.history, path)
    if last is not None and last.run == state.run:
        yield f"最近一次生成（{_when(state.run)}）做了它：{_made(last, path)}"
        return
    yield f"最近一次生成（{_when(state.run)}）没有重做它：{_stayed(state, book, path, title)}"
    if last is not None:
        yield f"上一次做它是（{_when(last.run)}）：{_made(last, path)}"


def _stayed(state: SiteState, book: BookState, path: str, title: str) -> str:
    if book.planned != state.run:
        return f"{title}的数据、手写页面和程序都与上次相同，整本书没有动"
    if path not in book.files:
        return f"{title}重新规划过，主题和手写页面没有变化"
    return f"{title}重新规划过，做成它的内容与原来相同"


def _made(one: Making, path: str) -> str:
    if one.reason in _NOT_COMPARED:
        return one.reason.said
    outcome = "文件有改动" if one.changed(path) else "做出来与原来的相同，文件没有动"
    return f"{one.reason.said}；{outcome}"


def _when(run: Run) -> str:
    return f"第 {run.number} 次，{run.time}"
