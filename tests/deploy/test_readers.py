"""Readers never meet a missing or half site while it is published (P38).

100 publications; all 500 with KAOHE_ALL_PUBLICATIONS=1, which prints what was measured (`pytest -s`).
"""

from __future__ import annotations

import os
import time

from generator.publishing.root import Root
from tests.deploy.readers import PATHS, edition, reading
from tests.deploy.web import Web
from tests.publishing.small import Press

PUBLICATIONS = 500 if os.environ.get("KAOHE_ALL_PUBLICATIONS") else 100
READERS = 4
EDITIONS = ("edition-0", "edition-1")


def test_readers_see_one_whole_site_or_the_other(web: Web, press: Press) -> None:
    """No error, no page without its assets, and nothing old once a publication has ended."""
    releases = {press.publish(edition(name)).id: name for name in EDITIONS}
    stale, started = [], time.perf_counter()
    with reading(web, releases, READERS) as readers:
        for number in range(PUBLICATIONS):
            before = web.ask("/").headers["etag"]
            press.publish(edition(EDITIONS[number % 2]))
            for path in PATHS:
                got = web.ask(path, If_None_Match=before)
                if got.status != 200 or EDITIONS[number % 2] not in got.text:
                    stale.append((number, path, got.status))
    seconds = time.perf_counter() - started
    requests, kept = (sum(getattr(one, name) for one in readers) for name in ("requests", "kept"))
    print(f"\n{PUBLICATIONS} publications in {seconds:.1f} s, {requests} requests, {kept} kept what they had")
    assert [fault for one in readers for fault in one.faults] == []
    assert stale == []
    assert all(one.requests > PUBLICATIONS for one in readers)
    assert kept > 0
    assert Root(web.srv / "staff").shown() in releases
