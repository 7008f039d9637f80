"""What Jinja made of templates, kept for the next environment over the same files."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiled templates in memory.

    MkDocs makes an environment for each book, and compiling the theme takes 0.1 s, a quarter of what a small
    book costs. A template that was changed has another checksum, which Jinja looks at, and is compiled again.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what it made of the template before."""
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja made of the template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
