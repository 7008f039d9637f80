"""A frozen dataclass whose fields lie in a pack and are read when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

from generator.store.pack import Pack

T = TypeVar("T")


def field_values(value: object, prefix: str) -> Mapping[str, object]:
    """The fields of a dataclass instance by name, ready for a pack: `book.title`."""
    return {f"{prefix}.{one.name}": getattr(value, one.name) for one in fields(cast("Any", value))}


def kept(cls: type[T], pack: Pack, prefix: str) -> T:
    """The instance whose fields were packed under that prefix; KeyError for a field that was not."""
    made = cast("T", object.__new__(_kept_class(cls)))  # type: ignore[arg-type] # a class is hashable
    vars(made)["_pack"] = (pack, prefix)
    return made


class _Field:
    """Reads a field on first use; from then on the instance has it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> object:
        pack, prefix = vars(instance)["_pack"]
        value = vars(instance)[self._name] = pack[f"{prefix}.{self._name}"]
        return value


@cache
def _kept_class(cls: Any) -> Any:
    return type(f"Kept{cls.__name__}", (cls,), {one.name: _Field(one.name) for one in fields(cls)})
