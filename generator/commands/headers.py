"""`kaohe headers`: the response headers of a web server that shows a site, as an include of nginx.

They come from the templates of this program, never from data: what is published later is held to them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.books.build import Workshop
from generator.books.theme.policy import content_security_policy, script_hash
from generator.commands.orders import ROOT, TEMPLATES
from generator.intake.files import explain_os
from generator.problems import ConfigError
from generator.publishing.disk import replace_file
from generator.watching.page import STYLE

_FIXED = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()",
    ),
)
"""The same for every site. Nothing here forbids the clipboard: tables are copied into spreadsheets."""
CACHE = "$kaohe_cache"
"""How long an answer may be kept differs from host to host, so the server's own files say it."""
_HEAD = "# 由 kaohe headers 按程序的模板生成，与数据无关，请勿手工修改；升级程序后重新生成。"


def write_headers(options: argparse.Namespace) -> int:
    """Print the include, or write it whole or not at all: a server must not start without its headers."""
    text = headers_include(Workshop(ROOT / "mkdocs.yml", TEMPLATES, ROOT / "content"))
    if options.out is None:
        print(text, end="")
        return 0
    out: Path = options.out
    try:
        replace_file(out, text.encode())
    except OSError as error:
        raise ConfigError(f"不能写入 {out}：{explain_os(error)}") from None
    print(f"已写入 {out}，请运行 nginx -t && nginx -s reload")
    return 0


def _with_status(policy: str) -> str:
    """The status page, which the watcher writes beside a site, has its style in itself."""
    return policy.replace("style-src 'self'", f"style-src 'self' 'sha256-{script_hash(STYLE)}'")


def headers_include(workshop: Workshop) -> str:
    """All headers of every answer, `always`: those of 404 and 405 too."""
    headers = (("Content-Security-Policy", _with_status(content_security_policy(workshop))), *_FIXED)
    lines = (f'add_header {name} "{value}" always;' for name, value in headers)
    return "\n".join((_HEAD, *lines, f"add_header Cache-Control {CACHE} always;", ""))
