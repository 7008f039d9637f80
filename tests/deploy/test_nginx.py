"""What nginx answers with our files: headers everywhere, and nothing but the release that is shown (P56)."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.publishing.root import Root
from tests.deploy.web import FILES, STAFF, Web, answer
from tests.publishing.small import SMALL, Press, version

pytestmark = pytest.mark.xdist_group("web")

FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
ASKED = (
    ("GET", "/", 200),
    ("HEAD", "/2025/units/u03/", 200),
    ("GET", "/assets/kaohe.css", 200),
    ("GET", "/2025/assets/javascripts/LARGEST.js", 200),
    ("GET", "/years.json", 200),
    ("GET", "/2025/search/search_index.json", 200),
    ("GET", "/assets/images/favicon.png", 200),
    ("GET", "/2025/print/leaflet.pdf", 200),
    ("GET", "/status/", 200),
    ("GET", "/status/status.json", 200),
    ("GET", "/2025", 301),
    ("GET", "/nothing/", 404),
    ("GET", "/assets/nothing.css", 404),
    ("GET", "/assets/", 404),
    ("GET", "/.env", 404),
    ("GET", "/status/.index.html.1.tmp", 404),
    ("POST", "/", 405),
    ("PUT", "/2025/units/u03/", 405),
    ("DELETE", "/assets/kaohe.css", 405),
    ("OPTIONS", "/", 405),
    ("PATCH", "/status/", 405),
    ("TRACE", "/", 405),
)
LITTER = (
    ".env",
    ".git/config",
    "2025/.htaccess",
    "2025/index.html~",
    "2025/ballots.yml",
    "2025/data.YAML",
    "index.html.bak",
    "assets/kaohe.css.orig",
    "assets/javascripts/bundle.js.map",
    "tool.py",
    "nginx.conf",
    "x.swp",
    "build.log",
)


@pytest.fixture(scope="module")
def littered(sample_web: Web) -> Web:
    """The sample with what a hand could lay into the release, and a status as `kaohe watch` writes it."""
    root = Root(sample_web.srv / "staff")
    for name in (*LITTER, "2025/print/leaflet.pdf"):
        (root.current / name).parent.mkdir(parents=True, exist_ok=True)
        (root.current / name).write_text("机密", encoding="utf-8")
    (root.path / "status").mkdir()
    for name in ("index.html", "status.json", ".index.html.1.tmp"):
        (root.path / "status" / name).write_text("{}", encoding="utf-8")
    (sample_web.srv / "secret.html").write_text("机密", encoding="utf-8")
    (root.current / "leak.html").symlink_to(sample_web.srv / "secret.html")
    (root.current / "leaks").symlink_to(sample_web.srv)
    (root.current / "assets/leak.css").symlink_to("../index.html")
    (root.path / "status/leak.html").symlink_to(sample_web.srv / "secret.html")
    return sample_web


@pytest.mark.parametrize(("method", "path", "status"), ASKED)
def test_every_answer_has_all_headers(littered: Web, method: str, path: str, status: int) -> None:
    """Pages, assets, data, papers, redirects and refusals alike; none tells which nginx it is."""
    if "LARGEST" in path:
        path = "/2025/assets/javascripts/" + _bundle(littered)
    got = littered.ask(path, method)
    assert got.status == status
    assert got.headers.items() >= FIXED.items()
    assert got.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "camera=()" in got.headers["permissions-policy"]
    assert got.headers["cache-control"] == ("no-store" if method == "TRACE" else "no-cache")
    assert got.headers["server"] == "nginx"
    assert not re.search(rb"nginx/[0-9]", got.body)
    assert ("allow" in got.headers) == (status == 405)
    assert "机密".encode() not in got.body or path.endswith(".pdf")


def test_no_header_can_be_lost_in_a_location() -> None:
    """An `add_header` in a block below the server's would drop all others there."""
    text = (FILES / "kaohe/site.conf").read_text(encoding="utf-8")
    inside = "".join(
        re.findall(r"\{[^}]*\}", text.replace("{ return 304; }", "").replace("{ return 405; }", ""))
    )
    assert "location" in text
    assert "add_header" not in inside
    for host in (FILES / "sites-available").iterdir():
        assert "add_header" not in host.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LITTER)
def test_what_a_hand_laid_there_is_not_served(littered: Web, name: str) -> None:
    """Dotfiles, backups, sources: as if they were not there, also to a browser that claims to know them."""
    assert (littered.srv / "staff/current" / name).exists()
    assert littered.ask(f"/{name}").status == 404
    assert littered.ask(f"/{name}", If_None_Match=_tag(littered)).status == 404


@pytest.mark.parametrize("path", ["leak.html", "leaks/secret.html", "assets/leak.css", "status/leak.html"])
def test_no_link_is_followed(littered: Web, path: str) -> None:
    """Not out of the release, nor within it, nor out of the status."""
    got = littered.ask(f"/{path}")
    assert got.status == 404
    assert "机密".encode() not in got.body


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/assets/../../secret.html",
        "/assets/%2e%2e/%2e%2e/secret.html",
        "/status/../history.jsonl",
        "/status/..%2fhistory.jsonl",
        "/..%2f..%2fhistory.jsonl",
        "/releases/",
        "/manifests/",
        "/history.jsonl",
    ],
)
def test_nothing_beside_the_release_can_be_reached(littered: Web, path: str) -> None:
    """The folder that is published to has a history, manifests and a build, none of which is served."""
    assert (littered.srv / "staff/history.jsonl").exists()
    assert littered.ask(path).status in {400, 404}


def test_every_file_of_the_sample_is_served(littered: Web, sample_site: Path) -> None:
    """No rule against litter hits a file of a site, whatever its name."""
    connection = littered.connect()
    files = [one for one in sorted(sample_site.rglob("*")) if one.is_file()]
    for file in files:
        path = quote(f"/{file.relative_to(sample_site).as_posix()}")
        assert answer(connection, path).body == file.read_bytes(), path
    connection.close()
    assert len(files) > 800


def test_types_are_those_browsers_insist_on(littered: Web) -> None:
    """With nosniff a script of another type does not run, and Chinese is read as what it is."""
    for path, kind in (
        ("/", "text/html; charset=utf-8"),
        ("/assets/kaohe.css", "text/css; charset=utf-8"),
        ("/assets/kaohe.js", "application/javascript; charset=utf-8"),
        ("/years.json", "application/json; charset=utf-8"),
        ("/2025/print/leaflet.pdf", "application/pdf"),
        ("/assets/images/favicon.png", "image/png"),
    ):
        assert littered.ask(path).headers["content-type"] == kind


def test_what_is_missing_is_told_by_the_sites_own_page(littered: Web) -> None:
    """In Chinese, whatever is missing or forbidden; never as a page one may keep for long."""
    for path in ("/nothing/", "/assets/nothing.css", "/.env", "/assets/", "/leak.html"):
        got = littered.ask(path)
        assert got.status == 404
        assert "没有这个页面" in got.text
        assert "etag" not in got.headers


def test_a_redirect_names_no_host(littered: Web) -> None:
    """A folder without its slash is led to on the host the reader asked, also through a gateway."""
    assert littered.ask("/2025", Host="elsewhere.example").headers.get("location", "/") == "/"
    assert littered.ask("/2025", Host=STAFF).headers["location"] == "/2025/"


def test_the_link_is_followed_once_a_request(web: Web, press: Press) -> None:
    """What nginx opens lies in the release's own folder, so that no answer is put together from two."""
    shown = press.publish(SMALL).id
    for path in ("/nothing.html", "/assets/nothing.css", "/2025/nothing/"):
        web.ask(path)
        assert f"/releases/{shown}{path}" in web.complaints
    assert "/current/" not in web.complaints


def test_before_anything_is_published_nothing_is_shown(web: Web) -> None:
    """Nothing of the machine either; the status is there, and the first publication needs no restart."""
    root = Root(web.srv / "staff")
    (root.path / "status").mkdir(parents=True)
    (root.path / "status/index.html").write_text("<p>数据有错误</p>", encoding="utf-8")
    _assert_nothing_shown(web)
    root.current.symlink_to("/etc")
    _assert_nothing_shown(web)
    root.current.unlink()
    Press(root).publish(SMALL)
    assert web.ask("/").status == 200


def _assert_nothing_shown(web: Web) -> None:
    for path in ("/", "/etc/passwd", "/passwd", "/etc/hostname", "/assets/site.css"):
        got = web.ask(path)
        assert (path, got.status) == (path, 404)
        assert got.headers.items() >= FIXED.items()
    assert web.ask("/status/").text == "<p>数据有错误</p>"


def test_releases_can_be_read_by_nginx_under_any_umask(web: Web, press: Press) -> None:
    """nginx reads as a user of its own, who may do no more than that (P47)."""
    before = os.umask(0o077)
    try:
        press.publish(version(1))
    finally:
        os.umask(before)
    assert {web.ask(f"/{path}").status for path in SMALL} == {200}


def _bundle(web: Web) -> str:
    return next((web.srv / "staff/current/2025/assets/javascripts").glob("bundle.*.js")).name


def _tag(web: Web) -> str:
    return web.ask("/").headers["etag"]
