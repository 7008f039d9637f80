"""The hosts of leaders and group: another origin, with a door of its own (P24)."""

from __future__ import annotations

import ssl
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.publishing.root import Root
from tests.deploy.web import LEADERS, STAFF, Web, answer

pytestmark = pytest.mark.xdist_group("web")

REFUSED = {400, 403, 421}


@pytest.fixture(scope="module")
def paths(sample_web: Web) -> list[str]:
    """Every file of the leaders' edition."""
    found = Root(sample_web.srv / "leaders").intact(_shown(sample_web, "leaders"))
    assert found is not None
    return [quote(f"/{entry.path}") for entry in found.manifest.entries]


def test_without_a_certificate_no_path_opens(sample_web: Web, paths: list[str]) -> None:
    """Pages, assets, search, papers: all refused, with nothing of the page, to be kept nowhere."""
    connection = sample_web.connect(LEADERS)
    assert len(paths) > 800
    for path in paths:
        got = answer(connection, path)
        assert got.status in REFUSED, path
        assert len(got.body) < 500
        assert got.headers["cache-control"] == "no-store"
        if got.headers.get("connection") == "close":
            connection.close()
    connection.close()


def test_with_one_pages_open_and_are_kept_nowhere(sample_web: Web, paths: list[str]) -> None:
    """Neither pages nor assets stay on the disk of the computer they were read on."""
    connection = sample_web.connect(LEADERS, certified=True)
    for path in paths[:: len(paths) // 100]:
        got = answer(connection, path)
        assert got.status == 200, path
        assert got.headers["cache-control"] == "no-store"
        assert got.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer(connection, "/2025/print/feedback/u03/").status == 200
    connection.close()


def test_who_read_what_is_written_down(sample_web: Web) -> None:
    """By the name in the certificate."""
    sample_web.ask("/2025/print/feedback/u03/?who", host=LEADERS, certified=True)
    log = sample_web.folder / "log/kaohe-leaders.log"
    while not (lines := [one for one in log.read_text(encoding="utf-8").splitlines() if "?who" in one]):
        time.sleep(0.01)  # nginx answers first and writes then
    (line,) = lines
    assert '"CN=leader-01" "GET /2025/print/feedback/u03/?who HTTP/1.1" 200' in line


def test_the_staff_host_has_nothing_of_it(sample_web: Web, sample_site: Path, leaders_site: Path) -> None:
    """Not even that there is such a page."""
    own = {_page(one, sample_site) for one in sample_site.rglob("*") if one.is_file()}
    theirs = {_page(one, leaders_site) for one in leaders_site.rglob("*") if one.is_file()}
    only = theirs - own
    assert "2025/print/feedback/u03/index.html" in only
    connection = sample_web.connect()
    found = {answer(connection, quote(f"/{path}")).status for path in only}
    connection.close()
    assert found == {404}


@pytest.mark.parametrize("certified", [False, True])
def test_another_name_in_the_request_opens_no_other_host(sample_web: Web, certified: bool) -> None:
    """Who reaches the staff host cannot ask there for the leaders', even with their certificate."""
    got = sample_web.ask("/2025/print/feedback/u03/", host=STAFF, certified=certified, Host=LEADERS)
    assert got.status in REFUSED


def test_a_certificate_of_another_authority_does_not_open(sample_web: Web) -> None:
    """That of a host, say, which the company's own authority made."""
    context = sample_web.connect(LEADERS)._context  # type: ignore[attr-defined]
    folder = sample_web.folder / "etc/kaohe/tls"
    context.load_cert_chain(folder / "staff.pem", folder / "staff.key")
    connection = sample_web.connect(LEADERS)
    connection._context = context  # type: ignore[attr-defined]
    assert answer(connection, "/2025/print/feedback/u03/").status in REFUSED
    connection.close()


def test_an_unknown_name_gets_no_answer(sample_web: Web) -> None:
    """Neither host is what one finds by the address alone."""
    with pytest.raises(ssl.SSLError):
        sample_web.ask("/", host="other.example.internal")


def _shown(web: Web, audience: str) -> str:
    shown = Root(web.srv / audience).shown()
    assert shown is not None
    return shown


def _page(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()
