"""What a person types to have a say in what is shown: whole commands, to be copied from a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shlex import join

from generator.contract.fields import Audience


@dataclass(frozen=True)
class Orders:
    """The folders of a watcher, as it was told."""

    to: Path
    """All sites are published below it."""
    data: Path
    content: Path | None = None
    """None when there are no hand-written pages."""
    offline: bool = False

    @property
    def accept(self) -> str:
        """Says that what is missing is meant to be."""
        return join(["kaohe", "watch", "--to", str(self.to), "--accept-removal"])

    def publish(self, audience: Audience) -> str:
        """Shows the newest of what is watched, whatever is shown now."""
        content = ["--content", str(self.content)] if self.content else []
        source = ["--data", str(self.data), *content, *(["--offline"] if self.offline else [])]
        return join(["kaohe", "publish", *source, "--to", str(self.to), "--audience", audience.value])
