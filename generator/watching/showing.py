"""What readers of each site see now, whoever published it or rolled it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.publishing.history import Act
from generator.publishing.manifest import parse_manifest
from generator.publishing.root import Root
from generator.watching.keeping import Made
from generator.watching.status import Shown


@dataclass
class Windows:
    """Remembers how many pages a release has: that never changes."""

    _pages: dict[str, int | None] = field(default_factory=dict)

    def shown(self, root: Root, as_of: Mapping[str, str], made: Made | None) -> Shown | None:
        """The release that is shown, and since when; None when there is none. `made` was published last."""
        name = root.shown()
        if name is None:
            return None
        events = [one for one in root.history().events if one.id == name]
        if not events:
            return None  # it is being shown at this moment
        if name not in self._pages:
            self._pages[name] = _pages(root, name)
        last = events[-1]
        held_back = last.act is Act.ROLLED_BACK and made is not None and made.id != name
        return Shown(name, last.time, self._pages[name], as_of.get(name, ""), rolled_back=held_back)


def _pages(root: Root, name: str) -> int | None:
    try:
        return parse_manifest(root.manifest(name).read_text(encoding="utf-8")).pages
    except (OSError, ValueError):
        return None
