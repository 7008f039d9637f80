"""A function of the running program with other code: what tests take out of it must be missed by somebody."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cached_property
from types import CodeType, FunctionType, ModuleType


def running(module: ModuleType, name: str) -> FunctionType:
    """The function of that qualified name as the program calls it."""
    found: object = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, cached_property):
        found = found.func
    elif isinstance(found, property):
        found = found.fget
    elif isinstance(found, classmethod | staticmethod):
        found = found.__func__
    assert isinstance(found, FunctionType)
    return found


def compiled(module: ModuleType, tree: ast.Module, name: str) -> CodeType:
    """The code of that function as this tree of the module has it."""
    code = compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec")
    return next(one for one in _codes(code) if one.co_qualname == name)


def parsed(module: ModuleType) -> ast.Module:
    """The module as it is written."""
    return ast.parse(inspect.getsource(module))


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)
