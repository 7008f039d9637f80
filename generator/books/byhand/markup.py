"""What hand-written pages may not bring along: scripts, forms, and anything fetched from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

_FORBIDDEN_TAGS = frozenset(
    {"script", "style", "link", "meta", "base", "template", "noscript", "svg", "math"}
    | {"iframe", "object", "embed", "form", "input", "button"}
)
_ADDRESSES = frozenset({"src", "srcset", "href", "data", "poster", "action", "formaction", "background"})


class Foreign(HTMLParser):
    """Finds what is forbidden in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        """Tags and attributes that run or embed something."""
        self.hosts: list[str] = []
        """Addresses the browser would fetch from elsewhere; links a reader follows are none."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge one tag and its attributes."""
        if tag in _FORBIDDEN_TAGS:
            self.scripts.append(f"<{tag}")
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or name == "style":
                self.scripts.append(name)
            elif name in _ADDRESSES and address.startswith(("javascript:", "data:", "vbscript:")):
                self.scripts.append(address.partition(":")[0] + ":")
            elif name in _ADDRESSES and tag != "a" and ("//" in address or address.startswith("\\")):
                self.hosts.append(value or "")


def find_foreign(html: str) -> Foreign:
    """What is forbidden in the HTML of a hand-written page."""
    found = Foreign()
    found.feed(html)
    found.close()
    return found
