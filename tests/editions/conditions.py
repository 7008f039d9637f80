"""The conditions of a module, each of which may be what keeps something from somebody."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType, ModuleType

from tests.blinding import compiled, parsed, running


@dataclass(frozen=True)
class Condition:
    """One part of a condition, as short as it can be cut."""

    module: ModuleType
    name: str
    """Qualified name of its function."""
    number: int
    """Counted from 0 among those of the module."""
    text: str

    def __str__(self) -> str:
        """As the list of tests shows it."""
        return f"{self.module.__name__.rpartition('.')[2]}.{self.name}: {self.text}"

    @property
    def function(self) -> FunctionType:
        """The function as the program calls it."""
        return running(self.module, self.name)

    def always(self, value: bool) -> CodeType:
        """The code of the function with this part decided beforehand."""
        return compiled(self.module, _Decided(self.number, value).visit(parsed(self.module)), self.name)


def conditions(module: ModuleType) -> Iterator[Condition]:
    """Every part of every condition of the module, in its order."""
    walk = _Parts()
    walk.visit(parsed(module))
    for number, (name, node) in enumerate(walk.found):
        yield Condition(module, name, number, ast.unparse(node))


class _Parts(ast.NodeTransformer):
    """Finds the parts; a subclass changes one of them."""

    def __init__(self) -> None:
        self.found: list[tuple[str, ast.expr]] = []
        self._names: list[str] = []

    def part(self, node: ast.expr) -> ast.expr:
        """One part, found."""
        self.found.append((".".join(self._names), node))
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._inside(node)

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self._cut(node.test)
        return self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self._cut(node.test)
        return self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.ifs = [self._cut(one) for one in node.ifs]
        return self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if isinstance(node.value, ast.BoolOp | ast.Compare) or _asks(node.value):
            assert node.value is not None
            node.value = self._cut(node.value)
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        if isinstance(node.value, ast.BoolOp | ast.Compare) or _asks(node.value):
            node.value = self._cut(node.value)
        return self.generic_visit(node)

    def _cut(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.BoolOp):
            node.values = [self._cut(one) for one in node.values]
            return node
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            node.operand = self._cut(node.operand)
            return node
        return self.part(node)

    def _inside(self, node: ast.ClassDef | ast.FunctionDef) -> ast.AST:
        self._names.append(node.name)
        found = self.generic_visit(node)
        self._names.pop()
        return found


def _asks(node: ast.expr | None) -> bool:
    """Whether it asks the matrix."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".allows", ".reaches"))


class _Decided(_Parts):
    def __init__(self, number: int, value: bool) -> None:
        super().__init__()
        self._number = number
        self._value = value

    def part(self, node: ast.expr) -> ast.expr:
        super().part(node)
        return ast.Constant(self._value) if len(self.found) - 1 == self._number else node
