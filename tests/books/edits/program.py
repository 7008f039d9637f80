"""Edits of what is no data: templates, theme, settings, the command line, hand-written pages."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from generator.contract.fields import Audience
from generator.rendering import forget_templates
from tests.books.edits.world import Draw, Edit, World, remove

_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63600000000200015e221b330000000049454e44ae426082"
)
_LINKS = (
    "index.md",
    "units/index.md",
    "units/u03/index.md",
    "units/u03/index.md#scores",
    "units/u05/index.md",
)


def change_template(world: World, draw: Draw) -> None:
    """Templates of pages, partials or documents say something more, in their first macro if there is one."""
    files = sorted(world.templates.glob("*/*.html.j2"))
    for file in draw(st.lists(st.sampled_from(files), min_size=1, max_size=6, unique=True)):
        text, said = file.read_text(encoding="utf-8"), f"<!-- {draw(st.sampled_from('abc'))} -->"
        found = re.search(r"{% macro .*?%}", text)
        end = found.end() if found else len(text)
        _write_unnoticed(file, f"{text[:end]}{said}{text[end:]}")
    forget_templates()


def change_theme(world: World, draw: Draw) -> None:
    """A style sheet, a script or a part of the theme, or what `mkdocs.yml` says."""
    theme = world.templates / "theme"
    match draw(st.sampled_from(["asset", "part", "settings"])):
        case "asset":
            _append(draw, [*theme.rglob("*.css"), *theme.rglob("*.js")], "\n/* {} */\n")
        case "part":
            _append(draw, theme.rglob("*.html"), "\n<!-- {} -->\n")
        case _:
            file, icon = world.root / "mkdocs.yml", draw(st.sampled_from(["flag", "home"]))
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r"(?m)^( +logo: ).*", rf"\1material/{icon}", text), encoding="utf-8")


def change_audience(world: World, draw: Draw) -> None:
    """Another edition into the same folder."""
    world.audience = draw(st.sampled_from([one for one in Audience if one is not world.audience]))


def change_day(world: World, draw: Draw) -> None:
    """`--as-of`."""
    days = [None, dt.date(2026, 2, 1), dt.date(2026, 4, 30), dt.date(2026, 6, 30)]
    world.as_of = draw(st.sampled_from([day for day in days if day != world.as_of]))


def change_offline(world: World, draw: Draw) -> None:  # noqa: ARG001 - as every edit
    """`--offline`."""
    world.offline = not world.offline


def write_page(world: World, draw: Draw) -> None:
    """A hand-written page is new, or another; it may link to generated ones, or to nowhere."""
    link = draw(st.sampled_from(_LINKS))
    text = f"# {draw(st.sampled_from(['说明', '简报']))}\n\n## 小节\n\n[去]({link})\n"
    file = _folder(world, draw) / f"{draw(st.sampled_from(['note', 'brief', 'review', 'about']))}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def come_and_go(world: World, draw: Draw) -> None:
    """A hand-written file goes, or a picture comes that nobody shows yet."""
    files = sorted(one for one in world.content.rglob("*") if one.is_file())
    if files and draw(st.booleans()):
        remove(draw(st.sampled_from(files)))
        return
    file = _folder(world, draw) / f"p{draw(st.integers(1, 3))}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_PICTURE)


def _folder(world: World, draw: Draw) -> Path:
    return world.content / draw(st.sampled_from([*map(str, world.years), "shelf"]))


def _append(draw: Draw, files: Iterable[Path], text: str) -> None:
    file = draw(st.sampled_from(sorted(files)))
    added = text.format(draw(st.sampled_from("abc")))
    _write_unnoticed(file, f"{file.read_text(encoding='utf-8')}{added}")


def _write_unnoticed(file: Path, text: str) -> None:
    """The file keeps its time, as copies do."""
    status = file.stat()
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


EDITS: tuple[Edit, ...] = (
    change_template,
    change_theme,
    change_audience,
    change_day,
    change_offline,
    write_page,
    come_and_go,
)
