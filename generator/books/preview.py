"""The preview's web server: files of one folder, a reload signal, and a page of problems."""

from __future__ import annotations

import mimetypes
import sys
import threading
from collections.abc import Sequence
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

RELOAD_PATH = "/__reload"
WAIT_SECONDS = 20.0
"""How long a browser's question stays open; shorter than any proxy's patience."""

_SCRIPT = """<script>(function ask(){fetch("/__reload?%d").then(function(a){return a.text()})
.then(function(t){if(t==="yes")location.reload();else ask()})
.catch(function(){setTimeout(ask,1000)})})()</script>"""
_PROBLEMS = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>数据有问题</title>
<style>body{font:16px/1.7 sans-serif;margin:2em auto;max-width:60em;padding:0 1em}
h1{border-bottom:2px solid #9b1c1c}li{margin:.5em 0;white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>网站未更新：发现 %d 处问题</h1><p>改好并保存后，本页会自动刷新。</p><ol>%s</ol></html>"""


class PreviewServer(ThreadingHTTPServer):
    """Serves `folder` and tells open pages when it was rebuilt."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], folder: Path) -> None:
        self._folder = folder
        self._changed = threading.Condition()
        self._version = 0
        self._reasons: tuple[str, ...] = ()
        super().__init__(address, _Answer)

    def show(self, reasons: Sequence[str]) -> None:
        """From now on show these problems, or the site if there are none, and reload open pages."""
        with self._changed:
            self._reasons = tuple(reasons)
            self._version += 1
            self._changed.notify_all()

    def is_newer_than(self, version: int) -> bool:
        """Whether there is something newer to show; waits for it a while."""
        with self._changed:
            return self._changed.wait_for(lambda: self._version != version, WAIT_SECONDS)

    def file_at(self, path: str) -> Path | None:
        """The file a URL path names, for a folder its index.html; None if that is missing or outside."""
        if "\0" in path:
            return None
        file = self._folder.joinpath(path.lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        inside = file.is_relative_to(self._folder.resolve())
        return file if inside and file.is_file() else None

    @property
    def reload_script(self) -> bytes:
        """Script that reloads the page once there is something newer than now."""
        return (_SCRIPT % self._version).encode()

    @property
    def problems_page(self) -> bytes | None:
        """The page of problems; None while there are none."""
        if not self._reasons:
            return None
        items = "".join(f"<li>{escape(reason)}</li>" for reason in self._reasons)
        return (_PROBLEMS % (len(self._reasons), items)).encode()

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet when a browser closes its page; everything else is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer

    def do_GET(self) -> None:
        """Answer the reload question, or send a page or file."""
        path, _, query = self.path.partition("?")
        if path == RELOAD_PATH:
            newer = not query.isdecimal() or self.server.is_newer_than(int(query))
            self._send(b"yes" if newer else b"no", "text/plain")
            return
        file = self.server.file_at(unquote(path))
        problems = self.server.problems_page
        if problems and (file is None or file.suffix == ".html"):
            self._send_page(problems)
        elif file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif file.name == "index.html" and not path.endswith(("/", ".html")):
            self._redirect(path + "/")
        elif file.suffix == ".html":
            self._send_page(file.read_bytes())
        else:
            self._send(file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream")

    def _send_page(self, html: bytes) -> None:
        self._send(html + self.server.reload_script, "text/html; charset=utf-8")

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing: a preview asks for dozens of files a page."""
