"""The visibility matrix: which data item reaches which audience (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from generator.contract.fields import Audience
from generator.contract.publication import DEFAULT, FLOOR, WIDTH
from generator.model.scheme import Scheme
from generator.model.terms import ItemAudience, PublicationItem

_AUDIENCE = {
    ItemAudience.STAFF: Audience.STAFF,
    ItemAudience.LEADERS: Audience.LEADERS,
    ItemAudience.GROUP: Audience.GROUP,
}


@dataclass(frozen=True)
class Publication:
    """What one audience may see in one year."""

    audience: Audience
    settings: Mapping[PublicationItem, ItemAudience]

    @classmethod
    def of(cls, scheme: Scheme, audience: Audience) -> Publication:
        """The default matrix, the year's own settings over it, the floors under both."""
        chosen = {**DEFAULT, **scheme.publication}
        held = {item: _narrower(setting, FLOOR.get(item)) for item, setting in chosen.items()}
        return cls(audience, MappingProxyType(held))

    def allows(self, item: PublicationItem) -> bool:
        """Whether this audience may see the item."""
        return item in self._open

    @cached_property
    def _open(self) -> frozenset[PublicationItem]:
        return frozenset(item for item, setting in self.settings.items() if self.reaches(setting))

    def reaches(self, setting: ItemAudience) -> bool:
        """Whether something published to `setting` reaches this audience."""
        widest = _AUDIENCE.get(setting)
        return widest is not None and self.audience.sees(widest)


def publication_of(scheme: Scheme, audience: Audience) -> Publication:
    """`Publication.of`, as a function."""
    return Publication.of(scheme, audience)


def _narrower(setting: ItemAudience, floor: ItemAudience | None) -> ItemAudience:
    """The setting, or the floor where the setting is wider."""
    return setting if floor is None else max(setting, floor, key=WIDTH.index)
