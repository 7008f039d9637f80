"""A frozen dataclass whose fields lie in a pack and are read when asked for."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from generator.store.pack import Pack, read_pack

T = TypeVar("T")


def field_values(value: object, prefix: str) -> Mapping[str, object]:
    """The fields of a dataclass instance by name, ready for a pack: `book.title`."""
    return {f"{prefix}.{one.name}": getattr(value, one.name) for one in fields(cast("Any", value))}


def kept(cls: type[T], pack: Pack, prefix: str, **places: str) -> T:
    """The instance whose fields were packed under that prefix, some elsewhere; KeyError for one that was not.

    Pickled, it is only the place where it lies: whoever reads it must see the same file.
    """
    made = cast("T", object.__new__(_kept_class(cls)))  # type: ignore[arg-type] # a class is hashable
    vars(made)["_pack"] = (pack, prefix, places)
    return made


def kept_in(cls: type[T], file: Path, digest: bytes, prefix: str, places: Mapping[str, str]) -> T:
    """The instance in that file; FileNotFoundError when the file is another by now."""
    pack = read_pack(file)
    if pack is None or pack.digest != digest:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file))
    return kept(cls, pack, prefix, **places)


class _Field:
    """Reads a field on first use; from then on the instance has it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> object:
        pack, prefix, places = vars(instance)["_pack"]
        value = vars(instance)[self._name] = pack[places.get(self._name, f"{prefix}.{self._name}")]
        return value


@cache
def _kept_class(cls: Any) -> Any:
    read = {one.name: _Field(one.name) for one in fields(cls)}
    return type(f"Kept{cls.__name__}", (cls,), {**read, "__reduce__": _reduced})


def _reduced(instance: object) -> tuple[object, tuple[object, ...]]:
    cls = type(instance).__bases__[0]
    if "_pack" not in vars(instance):  # a copy with other values
        return cls, tuple(getattr(instance, one.name) for one in fields(cast("Any", instance)))
    pack, prefix, places = vars(instance)["_pack"]
    return kept_in, (cls, pack.file, pack.digest, prefix, places)
