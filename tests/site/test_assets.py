"""What scripts and style sheets of our own weigh, and what pages promise them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.site.crawl import pages

ASSETS = PROJECT / "site_templates/theme/assets"


SEARCH = ASSETS / "search"


@pytest.mark.parametrize(("suffix", "most"), [("js", 25_000), ("css", 40_000)])
def test_our_own_assets_stay_light(suffix: str, most: int) -> None:
    """Bytes as they are served without compression."""
    assert sum(file.stat().st_size for file in ASSETS.glob(f"*.{suffix}")) <= most


def test_the_search_stays_light() -> None:
    """A budget of its own (docs/adr/0008): pages carry little, the worker runs beside them.

    The theme's own worker, minified and without the segmenter that Chinese needs, has 39 KB.
    """
    on_pages = sum((SEARCH / name).stat().st_size for name in ("box.js", "page.js"))
    in_worker = sum((SEARCH / name).stat().st_size for name in ("worker.js", "rules.js"))
    assert on_pages <= 10 * 1024
    assert in_worker <= 20 * 1024


def test_every_filtered_table_has_a_name_of_its_own(sample_site: Path) -> None:
    """Its state in the address is found again although tables come and go above it."""
    found = 0
    for page in pages(sample_site):
        html = page.read_text(encoding="utf-8")
        names = re.findall(r'data-kh-table="filter"(?: data-kh-name="(\w+)")?', html)
        assert all(names), page
        assert len(names) == len(set(names)), page
        found += len(names)
    assert found > 100


def test_every_drop_down_belongs_to_a_filtered_table(sample_site: Path) -> None:
    """A head that asks for one in another table would be silently passed over."""
    for page in pages(sample_site):
        for table in page.read_text(encoding="utf-8").split("<table")[1:]:
            opening = table[: table.index(">")]
            wants = "data-kh-filter" in table.split("</table>")[0]
            assert not wants or 'data-kh-table="filter"' in opening, page
