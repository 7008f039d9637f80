"""Statements of a module by which something is seen, and functions that run without one of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType, ModuleType

from tests.blinding import compiled, parsed, running

SAYS = (
    "_say",
    "_say_flaw",
    "_tell",
    "_look_at_name",
    "_look_at_text",
    "_look_deep",
    "look_at",
    "_look_into",
    "look_at_folder",
)
"""What a search does with what it sees."""


@dataclass(frozen=True)
class Sight:
    """One statement that hands on what is seen: a `yield`, or a word said to the search."""

    module: ModuleType
    name: str
    """Qualified name of its function."""
    number: int
    """Counted from 0 among those of the module."""
    text: str

    def __str__(self) -> str:
        """As the list of tests shows it."""
        return f"{self.module.__name__.rpartition('.')[2]}.{self.name} {self.text}"

    @property
    def function(self) -> FunctionType:
        """The function as the program calls it."""
        return running(self.module, self.name)

    def without(self) -> CodeType:
        """The code of the function with nothing in the statement's place."""
        blind = _Blind(self.number).visit(parsed(self.module))
        return compiled(self.module, blind, self.name)


def sights(module: ModuleType) -> Iterator[Sight]:
    """Every such statement of the module, in its order."""
    walk = _Walk()
    walk.visit(parsed(module))
    for number, (name, node) in enumerate(walk.found):
        yield Sight(module, name, number, ast.unparse(node)[:60])


def _hands_on(node: ast.Expr) -> bool:
    value = node.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        return value.func.attr in SAYS
    return isinstance(value, ast.Yield | ast.YieldFrom)


class _Walk(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[tuple[str, ast.Expr]] = []
        self._names: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._inside(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if _hands_on(node):
            self.found.append((".".join(self._names), node))

    def _inside(self, node: ast.ClassDef | ast.FunctionDef) -> None:
        self._names.append(node.name)
        self.generic_visit(node)
        self._names.pop()


class _Blind(ast.NodeTransformer):
    """Puts nothing in the place of the statement of that number; a generator stays one."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._seen = 0

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        if _hands_on(node):
            self._seen += 1
            if self._seen - 1 == self._number:
                generator = isinstance(node.value, ast.Yield | ast.YieldFrom)
                empty: ast.expr = ast.Tuple([], ast.Load())
                return ast.copy_location(ast.Expr(ast.YieldFrom(empty) if generator else empty), node)
        return node
