"""The text of a YAML document → one typed record, by the contract; every problem of the file in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.contract.fields import Audience, Block, Document, Field, Keyed, Kind, Several
from generator.intake.faults import MOST_PROBLEMS, Fault, nearest, shorten, too_many
from generator.intake.personal import find_forbidden_word, find_personal
from generator.intake.records import Layout, Record
from generator.intake.texts import fold
from generator.intake.values import BLANK, blank_of, check_count, is_hidden, parse_kind, parse_value
from generator.intake.yamltree import (
    WIDE_COLON,
    Items,
    Node,
    Pairs,
    Refusal,
    Scalar,
    lacks_colon,
    parse_tree,
)
from generator.problems import Place, Problem


def parse_document(text: str, file: str, document: Document) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record of one file, None when anything in it is wrong, with every problem of it."""
    tree = parse_tree(text)
    if isinstance(tree, Refusal):
        return None, (tree.fault.at(Place(file, tree.line)),)
    if tree is None:
        fault = Fault("E111", "文件是空的", "请按模板填写；用不到时请删除该文件")
        return None, (fault.at(Place(file)),)
    reader = _Reader(file, hidden=document.audience is Audience.GROUP)
    try:
        record = reader.record(Block(document.fields), tree, ())
    except _TooManyError:
        return None, (*reader.problems, too_many(file))
    return (None if reader.problems else record), tuple(reader.problems)


class _TooManyError(Exception):
    """Leaves the reader when enough has been said."""


@dataclass
class _Reader:
    """Reads the nodes of one file and gathers what is wrong; a value with a problem is None."""

    file: str
    hidden: bool
    problems: list[Problem] = field(default_factory=list)

    def record(self, block: Block, node: Node, path: tuple[str, ...]) -> Record | None:
        """The record of a mapping with the block's keys; `path` holds the labels that lead to it."""
        place = self._place(node.line, path)
        if not isinstance(node, Pairs):
            wide = WIDE_COLON if lacks_colon(node) else None
            self._say(wide or Fault("E111", "应为若干行“键: 值”", "请按模板逐行填写"), place)
            return None
        found = self._match(block, node, path)
        values: dict[str, object] = {}
        items: dict[tuple[str, object], Place] = {}
        for item in block.fields:
            here = (*path, item.label)
            if item.name in found:
                values[item.name] = self._value(item, found[item.name][1], here, items)
                continue
            values[item.name] = blank_of(item.kind)
            if item.required:
                self._say(
                    Fault("E111", "缺少这一项", f"请补上“{item.label}: …”"), self._place(node.line, here)
                )
        labels = {item.name: _join((*path, item.label)) for item in block.fields}
        lines = {name: key.line for name, (key, _) in found.items()}
        return Record(values, place, Layout(labels, lines, items))

    def _match(self, block: Block, node: Pairs, path: tuple[str, ...]) -> Mapping[str, tuple[Scalar, Node]]:
        """Field name → key and value; keys that are unknown or come twice are problems."""
        known = {fold(word): item.name for item in block.fields for word in (item.label, item.name)}
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.pairs:
            name = known.get(fold(key.text))
            place = self._place(key.line, path)
            if name is None:
                self._say(_unknown(key.text, block, path), place, key.text)
            elif name in found:
                self._say(_twice(found[name][0].line), place, key.text)
            else:
                found[name] = (key, value)
        return found

    def _value(
        self, item: Field, node: Node, path: tuple[str, ...], items: dict[tuple[str, object], Place]
    ) -> object:
        """The value of one field; the places of its entries are added to `items`."""
        blank = isinstance(node, Scalar) and not node.text.strip()
        if blank and isinstance(item.kind, (Several, Block, Keyed)):
            if item.required and not (isinstance(item.kind, (Several, Keyed)) and item.kind.least == 0):
                self._say(BLANK, self._place(node.line, path))
            return blank_of(item.kind)
        entries: Iterator[tuple[object, object, Place]]
        match item.kind:
            case Several():
                found = list(self._several(item, item.kind, node, path))
                items |= {(item.name, at): place for at, (_, place) in enumerate(found)}
                return tuple(value for value, _ in found)
            case Keyed():
                entries = self._keyed(item, item.kind, node, path)
                keyed = {}
                for key, value, place in entries:
                    items[item.name, key] = place
                    keyed[key] = value
                return keyed
            case _:
                return self._single(item, item.kind, node, path)

    def _single(self, item: Field, kind: Kind, node: Node, path: tuple[str, ...]) -> object:
        """The value of one mapping or one text."""
        if isinstance(kind, Block):
            return self.record(kind, node, path)
        place = self._place(node.line, path)
        if not isinstance(node, Scalar):
            self._say(Fault("E111", "应为一个值", "请写在冒号后面，不要另起缩进或列表"), place)
            return None
        value = parse_value(item if kind is item.kind else replace(item, kind=kind), node.text)
        if isinstance(value, Fault):
            hidden = value is BLANK or is_hidden(item)
            self._say(value, place, None if hidden else node.text)
            return None
        return value

    def _several(
        self, item: Field, kind: Several, node: Node, path: tuple[str, ...]
    ) -> Iterator[tuple[object, Place]]:
        """The entries of a list, each with its place."""
        if not isinstance(node, Items):
            hint = "请每项另起一行，以“- ”开头"
            self._say(Fault("E111", "应为列表", hint), self._place(node.line, path))
            return
        count = check_count(kind, len(node.items))
        if count is not None:
            self._say(count, self._place(node.line, path))
        for at, entry in enumerate(node.items, start=1):
            here = (*path, f"第{at}项")
            yield (
                self._single(replace(item, required=True), kind.of, entry, here),
                self._place(entry.line, here),
            )

    def _keyed(
        self, item: Field, kind: Keyed, node: Node, path: tuple[str, ...]
    ) -> Iterator[tuple[object, object, Place]]:
        """The entries of a mapping with free keys: key, value, place."""
        if not isinstance(node, Pairs):
            wide = WIDE_COLON if lacks_colon(node) else None
            self._say(
                wide or Fault("E111", "应为若干行“键: 值”", "请按模板逐行填写"), self._place(node.line, path)
            )
            return
        if len(node.pairs) < kind.least:
            self._say(Fault("E102", f"至少填{kind.least}项", "请补填"), self._place(node.line, path))
        seen: dict[object, int] = {}
        for word, entry in node.pairs:
            here = (*path, shorten(word.text))
            key = _parse_key(kind.keys, word.text)
            if isinstance(key, Fault):
                self._say(key, self._place(word.line, path), word.text)
            elif key in seen:
                self._say(_twice(seen[key]), self._place(word.line, path), word.text)
            else:
                seen[key] = word.line
                value = self._single(replace(item, required=True), kind.values, entry, here)
                yield key, value, self._place(word.line, here)

    def _place(self, line: int, path: tuple[str, ...]) -> Place:
        """The place of a node."""
        return Place(self.file, line, _join(path) or None)

    def _say(self, fault: Fault, place: Place, value: str | None = None) -> None:
        """Note a problem; leaves the file when there are too many."""
        if len(self.problems) >= MOST_PROBLEMS:
            raise _TooManyError
        self.problems.append(fault.at(place, None if self.hidden else value))


def _join(path: tuple[str, ...]) -> str:
    """The path as problems print it: `权重 › 生产单位`."""
    return " › ".join(path)


def _parse_key(kind: Kind, text: str) -> object | Fault:
    """The key of a mapping with free keys."""
    return find_personal(text) or find_forbidden_word(text) or parse_kind(kind, text.strip() or "—")


def _unknown(text: str, block: Block, path: tuple[str, ...]) -> Fault:
    """The fault of a key the contract does not know."""
    secret = find_personal(text) or find_forbidden_word(text)
    if secret is not None:
        return secret
    if "：" in text:
        return WIDE_COLON
    where = f"“{path[-1]}”里" if path else "这里"
    meant = nearest(text, [word for item in block.fields for word in (item.label, item.name)])
    allowed = f"可填：{'、'.join(item.label for item in block.fields)}"
    return Fault("E111", f"不认识的项，{where}没有这一项", f"是否想写“{meant}”？" if meant else allowed)


def _twice(line: int) -> Fault:
    """The fault of a key that comes again."""
    return Fault("E111", f"这一项重复，第{line}行已有", "请只保留一处")
