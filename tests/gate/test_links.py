"""Links that lead nowhere, and what would be fetched from another host."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gate.finding import Finding, Kind, remarks
from generator.gate.judge import LISTED, Verdict
from generator.gate.links import KNOWN, dead, foreign, read_page
from generator.gate.web import Web

FILES = frozenset({"index.html", "a/index.html", "a/b/index.html", "a/x.css", "404.html"})


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("../", None),
        ("..", None),
        ("../..", None),
        ("/", None),
        ("/.", None),
        ("../x.css?v=1", None),
        ("../#here", None),
        ("#top", None),
        ("", None),
        ("https://elsewhere.invalid/", None),
        ("mailto:a@b", None),
        ("../c/", Kind.LINK),
        ("../../../a/", None),
        ("x.css", Kind.LINK),
        ("#gone", Kind.ANCHOR),
        ("../#gone", Kind.ANCHOR),
    ],
)
def test_links_are_followed_as_on_a_web_server(link: str, kind: Kind | None) -> None:
    """From `a/b/`, to folders, files and places in pages."""
    pages = {
        "a/b/index.html": read_page(f'<p id=p>\n<a href="{link}">x</a>'),
        "a/index.html": read_page("<h2 id='here'>"),
    }
    web = Web()
    for path, page in pages.items():
        web.put(path, page)
    found = list(dead("a/b/index.html", pages["a/b/index.html"], web.anchors, FILES))
    assert list(web.astray(FILES)) == (["a/b/index.html"] if kind else [])
    assert [one.kind for one in found] == ([kind] if kind else [])
    assert all(one.line == 2 for one in found)


def test_links_to_the_same_missing_page_are_one_line() -> None:
    """With how many pages and the first two; what one page alone has keeps its line, and other kinds stay."""
    pages = [f"a/{number}/index.html" for number in range(3)]
    gone = [
        Finding(Kind.LINK, page, f"第{n}行 ../x/", None, "a/x/index.html") for n, page in enumerate(pages)
    ]
    place = Finding(Kind.ANCHOR, pages[0], "第7行 #q", None, f"{pages[0]}#q")
    other = Finding(Kind.MISSING, "a/x/index.html")
    told = list(remarks((gone[0], place, *gone[1:], other)))
    assert [one.text for one in told] == [
        "a/x/index.html：链接的文件不存在（3 页链接到它：a/0/index.html、a/1/index.html 等）"
        " → 请改正链接，或补上文件",
        str(place),
        str(other),
    ]
    assert [one.count for one in told] == [3, 1, 1]


def test_what_is_listed_ends_somewhere() -> None:
    """After so many lines it is only counted, with every link that a line would have stood for."""
    links = [Finding(Kind.LINK, f"{n}.html", "", None, "z.html") for n in range(9)]
    lines = list(Verdict((*(Finding(Kind.STRAY, f"{n}.bak") for n in range(LISTED)), *links)).lines)
    assert len(lines) == LISTED + 2
    assert lines[-2:] == [
        "…… 另有 9 处",
        f"不得发布：不是网站的文件 {LISTED} 处，链接的文件不存在 9 处",
    ]


@pytest.mark.parametrize(
    ("text", "suffix", "count"),
    [
        ('<script src="https://cdn.invalid/a.js"></script>', ".html", 1),
        ("<img src=//cdn.invalid/a.png>", ".html", 1),
        ("<img srcset='a.png 1x, https://cdn.invalid/b.png 2x'>", ".html", 1),
        ("<link rel=stylesheet href='http://cdn.invalid/a.css'>", ".html", 1),
        ('<meta http-equiv=refresh content="0;url=https://cdn.invalid/">', ".html", 1),
        ("<style>@import 'https://cdn.invalid/a.css'</style>", ".html", 1),
        ('<script>fetch("https://cdn.invalid")</script>', ".html", 1),
        ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', ".html", 0),
        ('<a href="https://elsewhere.invalid/">x</a>', ".html", 0),
        ("<p>见 https://elsewhere.invalid/</p>", ".html", 0),
        ("a{background:url(//cdn.invalid/x.png)}", ".css", 1),
        ('new WebSocket("wss://cdn.invalid/x")', ".js", 1),
        ('x="https:\\/\\/cdn.invalid\\/"', ".js", 1),
        ('import("http://10.0.0.1/x.js")', ".js", 1),
        ("// a comment", ".js", 0),
    ],
)
def test_addresses_of_other_hosts(text: str, suffix: str, count: int) -> None:
    """What a browser fetches by itself counts, what a person reads or clicks does not."""
    assert len(list(foreign(text, suffix))) == count


SAID = re.compile(
    r"""(?:\b(?:https?|wss?|ftp):(?:\\?/){2}|(?<=["'`(=\s])(?:\\?/){2}(?=[\w.-]+\.[a-z]{2,}))([\w.\-\[\]:]+)""",
    re.IGNORECASE,
)
"""An address in one pattern, easy to read and slow."""
PIECES = ("http:", "HTTPS:", "wss:", "xftp:", "/", "\\", "//", "\\/\\/", "/\\/", "a.cc", "x.b", "u", ":", '"')
PIECES += ("'", "(", "=", " ", "\n", "[::1]", "中", "-", "http://a.cc", "//a.cc")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_address_is_seen(text: str) -> None:
    """However it stands beside others; what is no address, only where two overlap."""
    wanted = {host for found in SAID.finditer(text) if (host := found[1].lower().strip(".")) not in KNOWN}
    seen = {flaw.target for flaw in foreign(text, ".js")}
    assert wanted <= seen
    if text.count("//") + text.count("/\\/") == 1:
        assert wanted == seen
