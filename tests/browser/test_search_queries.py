"""The committed queries in the worker of a real browser: every first hit, on both workloads."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served
from tests.search.searched import OPEN, queries, write_m

pytestmark = pytest.mark.browser

ASK_ALL = """
async queries => {
  const worker = new Worker("assets/search/worker.js");
  worker.postMessage({ type: 0, data: { config: { book: location.pathname.split("/")[1] } } });
  const found = [];
  for (const query of queries) {
    const { items } = await new Promise(done => {
      worker.onmessage = ({ data }) => data.page && done(data.answer);
      worker.postMessage({ page: found.length + 1, query, from: 0, size: 1 });
    });
    found.push(items.length ? new URL(items[0].place, location.href).href : "");
  }
  return found;
}
"""


def misses(browser: Browser, site: Path, workload: str) -> list[tuple[str, str, str]]:
    """Query, expected and found, where they differ."""
    served = Served(site)
    page = browser.new_page()
    page.goto(f"{served.address}{OPEN}/")
    asked = queries(workload)
    found = page.evaluate(ASK_ALL, [query.text for query in asked])
    page.close()
    served.close()
    places = (place.removeprefix(served.address) for place in found)
    pairs = zip(asked, places, strict=True)
    return [(query.text, query.first, place) for query, place in pairs if place != query.first]


def test_the_sample(browser: Browser, sample_site: Path) -> None:
    """The built site, hand-written pages among the records."""
    assert len(queries("sample")) >= 60
    assert misses(browser, sample_site, "sample") == []


def test_the_m_workload(browser: Browser, tmp_path: Path) -> None:
    """Names inside longer names among 200 units, numbers among 1,600 problems."""
    site = write_m(tmp_path, years=2)
    assert len(queries("m")) >= 15
    assert misses(browser, site, "m") == []
