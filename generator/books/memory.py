"""The rows and pages of a build live until its end; searching them for garbage only costs time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Leave cyclic garbage alone inside the block; objects without cycles are freed as always."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """At the end of the block free the circles made inside; what was there before is not looked at.

    What MkDocs makes for a book points in circles, some megabytes; looking through all rows and pages for
    them would take a second.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
