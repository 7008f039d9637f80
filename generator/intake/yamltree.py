"""The text of a YAML file → a tree in which every scalar is text and every node knows its line.

Only the plain part of YAML is understood: no anchors, aliases, tags, merge keys, second documents or deep
nesting. Nothing is ever constructed, so no file can run code or grow in memory (promises.md, P2, P3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.intake.faults import Fault
from generator.store.values import value

DEEPEST = 20


@value(frozen=True, slots=True)
class Scalar:
    """One text."""

    text: str
    line: int


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True)
class Pairs:
    """A mapping, in the order of the file; the same key may still stand there twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int


Node = Scalar | Items | Pairs


@dataclass(frozen=True)
class Refusal:
    """Why there is no tree, and on which line."""

    fault: Fault
    line: int


def parse_tree(text: str) -> Node | Refusal | None:
    """The tree of the text, None when the file holds nothing, or why it is refused."""
    try:
        return _Builder(yaml.parse(text, Loader=yaml.CSafeLoader), text).document()
    except _RefusedError as refused:
        return refused.refusal
    except yaml.YAMLError as error:
        return _explain(error, text)


class _RefusedError(Exception):
    """Leaves the builder at the first thing that is not plain YAML."""

    def __init__(self, message: str, hint: str, line: int) -> None:
        self.refusal = Refusal(Fault("E111", message, hint), line)
        super().__init__(message)


class _Builder:
    """Makes nodes of the parser's events."""

    def __init__(self, events: Iterator[yaml.Event], text: str) -> None:
        self._events = events
        self._text = text

    def document(self) -> Node | None:
        """The root node of the only document."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _RefusedError("一个文件里有多个文档（“---”）", "请只保留一个文档", _line(event))
                if event.version or event.tags:
                    raise _RefusedError("不允许以“%”开头的指令行", "请删除该行", _line(event))
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                root = self._node(event, 1)
        return None if isinstance(root, Scalar) and not root.text else root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        """The node that begins with the event."""
        line = _line(event)
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError("不允许使用别名（*）", "请把内容直接写出来；星号开头的文字请加引号", line)
        if getattr(event, "anchor", None) is not None:
            raise _RefusedError("不允许使用锚点（&）", "请把内容直接写出来；“&”开头的文字请加引号", line)
        if getattr(event, "tag", None) is not None:
            raise _RefusedError("不允许使用类型标记（!）", "请删除标记；感叹号开头的文字请加引号", line)
        if depth > DEEPEST:
            raise _RefusedError(f"嵌套超过{DEEPEST}层", "请检查括号和缩进", line)
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and event.end_mark and _HASH.match(self._text, event.end_mark.index):
                hint = "内容里有“#”时整个内容加引号；注释请单独写一行"
                raise _RefusedError("“#”和它后面的文字会丢失", hint, event.end_mark.line + 1)
            return Scalar(event.value, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(yaml.SequenceEndEvent, depth)), line)
        return Pairs(tuple(self._pairs(depth)), line)

    def _items(self, end: type[yaml.Event], depth: int) -> Iterator[Node]:
        """The nodes up to the end of their list or mapping."""
        while not isinstance(event := next(self._events), end):
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        """The pairs up to the end of the mapping."""
        nodes = self._items(yaml.MappingEndEvent, depth)
        for key in nodes:
            if not isinstance(key, Scalar):
                raise _RefusedError("键必须是文字", "请检查该行的写法", key.line)
            if key.text == "<<":
                raise _RefusedError("不允许使用合并键（<<）", "请把内容直接写出来", key.line)
            yield key, next(nodes)


def _line(event: yaml.Event) -> int:
    """The 1-based line an event begins on."""
    return event.start_mark.line + 1 if event.start_mark else 1


_HASH = re.compile(r"[ \t]+#")

_SYNTAX = (
    ("alphabetic or numeric character", "“*”和“&”不能用于开头", "请把整个内容加引号"),
    ("mapping values are not allowed", "冒号的位置不对", "一行只写一个“键: 值”；内容里有半角冒号时请加引号"),
    (
        "that cannot start any token",
        "有不能用于开头的符号",
        "缩进只用空格，不用 TAB；以特殊符号开头的内容请加引号",
    ),
    ("found a tab character", "缩进用了 TAB", "缩进只用空格"),
    ("unexpected end of stream", "引号没有成对", "请补上引号；文件若没有保存完，请重新保存"),
    ("found unexpected document indicator", "引号没有成对", "请补上引号"),
    ("could not find expected ':'", "这一行或上一行缺少冒号", "请写成“键: 值”，冒号用半角，后面加一个空格"),
    ("',' or ']'", "方括号没有成对", "请补上“]”，各项之间用半角逗号"),
    ("',' or '}'", "花括号没有成对", "请补上“}”，各项之间用半角逗号"),
    (
        "did not find expected key",
        "缩进没有对齐，或引号后有多余内容",
        "同一级的键请对齐；内容里有引号时整个内容加引号",
    ),
    ("did not find expected '-' indicator", "列表没有对齐", "同一列表的“- ”请对齐"),
    ("did not find expected node content", "缺少内容", "请补上冒号后的内容"),
    ("block sequence entries are not allowed", "“- ”的位置不对", "列表请另起一行"),
    ("unknown escape character", "双引号里有反斜杠", "请改用单引号"),
    ("found duplicate", "有重复的指令", "请删除"),
)


def _explain(error: yaml.YAMLError, text: str) -> Refusal:
    """The parser's complaint in Chinese, with the line it stumbled on."""
    context = str(getattr(error, "context", ""))
    begun = getattr(error, "context_mark", None) if "quoted" in context or "flow" in context else None
    mark = begun or getattr(error, "problem_mark", None)
    line = int(mark.line) + 1 if mark is not None else 1
    said = str(getattr(error, "problem", ""))
    lines = text.splitlines()
    for number in (line, line - 1):
        if 1 <= number <= len(lines) and _has_wide_colon(lines[number - 1]):
            return Refusal(WIDE_COLON, number)
        if 1 <= number <= len(lines) and _NO_SPACE.fullmatch(lines[number - 1]):
            return Refusal(Fault("E111", "冒号后面缺少空格", "请写成“键: 值”，冒号后面加一个空格"), number)
    if "\t" in "".join(lines[line - 1 : line]):
        return Refusal(Fault("E111", "这一行用了 TAB", "缩进和间隔只用空格"), line)
    for sign, message, hint in _SYNTAX:
        if sign in said:
            return Refusal(Fault("E111", message, hint), line)
    return Refusal(Fault("E111", "写法不符合 YAML 格式", "请对照模板检查这一行的缩进、冒号和引号"), line)


_NO_SPACE = re.compile(r"[\s-]*[^\s:：#\"'\[{]+:[^\s:/].*")

WIDE_COLON = Fault("E111", "冒号是全角的", "请用半角冒号加空格，例如 姓名: 张三")
"""The most common slip with an input method left on Chinese; `姓名：张三` is one text to YAML."""


def _has_wide_colon(line: str) -> bool:
    """Whether a line writes its key with a full-width colon."""
    return "：" in line and ":" not in line.split("：", 1)[0]


def lacks_colon(node: Node) -> bool:
    """Whether a text stands where a mapping should, because its colon is full-width."""
    return isinstance(node, Scalar) and _has_wide_colon(node.text)
