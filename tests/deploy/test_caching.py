"""A browser never keeps an old page: what it has is asked for by the release it is from (P45)."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from generator.publishing.root import Root
from tests.deploy.web import Answer, Web
from tests.publishing.small import Press, version

pytestmark = pytest.mark.xdist_group("web")

PAGE = "index.html"
DAY = 1_772_442_000
"""Some second, which all files get as their time."""


def same_looking(root: Root) -> None:
    """Every file of every release has one time; sizes are equal anyway."""
    for file in root.releases.rglob("*"):
        os.utime(file, (DAY, DAY))


def test_equal_size_and_time_do_not_make_a_page_the_same(web: Web, press: Press) -> None:
    """Whatever a browser says it has of the release before, it gets the new page."""
    press.publish(version(1))
    same_looking(press.root)
    old = web.ask("/")
    press.publish(version(2))
    same_looking(press.root)
    now = web.ask("/")
    assert (press.root.current / PAGE).stat().st_mtime == (press.root.previous / PAGE).stat().st_mtime
    assert len(old.body) == len(now.body)
    date = "Mon, 02 Mar 2026 09:00:00 GMT"
    asked: tuple[dict[str, str], ...] = (
        {"If_None_Match": old.headers["etag"]},
        {"If_Modified_Since": date},
        {"If_Modified_Since": "Fri, 01 Jan 2038 00:00:00 GMT"},
        {"If_None_Match": old.headers["etag"], "If_Modified_Since": date},
        {"If_None_Match": f"W/{old.headers['etag']}"},
        {"If_None_Match": f'{old.headers["etag"]}, "0"'},
        {"If_None_Match": '""'},
        {"Range": "bytes=0-3", "If_Range": old.headers["etag"]},
        {"Range": "bytes=0-3", "If_Range": date},
        {"Range": "bytes=0-3"},
    )
    for headers in asked:
        got = web.ask("/", **headers)
        assert (headers, got.status, got.text) == (headers, 200, "<h1>第 2 版</h1>")
        assert got.headers["etag"] == now.headers["etag"] != old.headers["etag"]
    assert "last-modified" not in old.headers
    assert "accept-ranges" not in old.headers


def test_what_is_still_shown_is_not_sent_again(web: Web, press: Press) -> None:
    """By page and asset, packed or not, after publishing the same once more, and after a rollback."""
    press.publish(version(1))
    first = web.ask("/")
    for path in ("/", "/assets/site.css", "/2025/units/u01/"):
        tag = web.ask(path).headers["etag"]
        for said in (tag, f"W/{tag}"):
            kept = web.ask(path, If_None_Match=said)
            assert (kept.status, kept.body) == (304, b"")
            assert kept.headers["cache-control"] == "no-cache"
    press.publish(version(1))
    assert web.ask("/", If_None_Match=first.headers["etag"]).status == 304
    press.publish(version(2))
    second = web.ask("/")
    press.roll_back()
    assert web.ask("/", If_None_Match=first.headers["etag"]).status == 304
    assert _told(web.ask("/", If_None_Match=second.headers["etag"])) == (200, "<h1>第 1 版</h1>")


def test_a_packed_answer_is_the_page(sample_web: Web, sample_site: Path) -> None:
    """It is much smaller, the same inside, and known again by its tag."""
    packed = sample_web.ask("/2025/units/", Accept_Encoding="gzip")
    page = (sample_site / "2025/units/index.html").read_bytes()
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == page
    assert len(packed.body) * 4 < len(page)
    kept = sample_web.ask("/2025/units/", Accept_Encoding="gzip", If_None_Match=packed.headers["etag"])
    assert kept.status == 304


def test_a_page_keeps_the_assets_it_was_made_with(web: Web, press: Press) -> None:
    """One opened before a publication that renames them gets them still; pages that are gone are gone."""
    old, new = "2025/assets/main.aaaa.css", "2025/assets/main.bbbb.css"
    press.publish({**version(1), old: "旧", "units/u02/index.html": "<h1>二处</h1>"})
    press.publish({**version(1), new: "新"}, allow_shrink=True)
    assert _told(web.ask(f"/{new}")) == (200, "新")
    kept = web.ask(f"/{old}")
    assert _told(kept) == (200, "旧")
    assert "etag" not in kept.headers
    assert web.ask("/units/u02/").status == 404


def test_a_page_that_is_missing_has_no_tag(web: Web, press: Press) -> None:
    """Or a browser would hold on to its absence when it is published."""
    press.publish(version(1))
    got = web.ask("/units/u09/")
    assert got.status == 404
    assert "etag" not in got.headers


def _told(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.text
