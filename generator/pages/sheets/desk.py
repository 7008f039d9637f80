"""Where a view becomes a document: every kind is addressed and coded alike."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.pages.links import unit_path
from generator.pages.sheets.codes import check_code
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.words import day


@dataclass(frozen=True)
class Desk:
    """One kind of document of a year."""

    edition: Edition
    year: EditionYear
    kind: SheetKind

    def about_all(
        self, title: str, view: object, back: str = "", place: str = "", key: str | None = None
    ) -> Sheet:
        """About the company; of several of a kind each has a place, and maybe a key in its code."""
        path = f"print/{self.kind.value}/{f'{place}/' if place else ''}"
        code = self._code(place if key is None else key, view)
        return Sheet(path, title, self.kind, view, code, back=back)

    def about(self, unit: EditionUnit, title: str, view: object) -> Sheet:
        """A document about one unit."""
        return Sheet(
            path=f"print/{self.kind.value}/{unit.id}/",
            title=title,
            kind=self.kind,
            view=view,
            code=self._code(unit.id, view),
            unit_id=unit.id,
            group=unit.group,
            back=unit_path(unit.id),
        )

    def _code(self, key: str, view: object) -> str:
        return check_code(self.edition.audience, self.year.year, self.kind, key, day(self.year.as_of), view)
