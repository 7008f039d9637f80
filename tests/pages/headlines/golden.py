"""The golden files of the sample's sentences: `python -m tests.pages.headlines.golden` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition
from generator.intake.read import read
from generator.pages.plan import plan_book
from generator.scoring.assess import assess_years

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests" / "golden" / "headlines"


def written(edition: Edition) -> str:
    """Path and title of each page of the newest year that says something, then its sentences."""
    return "\n".join(_lines(edition)) + "\n"


def _lines(edition: Edition) -> Iterator[str]:
    for page in plan_book(edition, edition.years[-1]).pages:
        found = getattr(page.view, "headlines", None)
        if found and found.sentences:
            yield f"/{page.path} {page.title}"
            yield from (f"    {one.text}" for one in found.sentences)


if __name__ == "__main__":
    archive = assemble(read(ROOT / "data", audience=Audience.LEADERS)[0])
    for who in (Audience.STAFF, Audience.LEADERS):
        text = written(for_audience(archive, assess_years(archive), who))
        (FOLDER / f"2025-{who.value}.txt").write_text(text, "utf-8")
