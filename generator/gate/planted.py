"""The positive control: a folder with one leak of every kind the gate claims to find, searched first.

A gate that has gone blind says the same as a clean site. The texts are invented, the search is the one the
real folder gets, and a kind that is not found makes the whole check invalid.
"""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.gate import specimens
from generator.gate.cells import Cell
from generator.gate.files import listed
from generator.gate.finding import Kind
from generator.gate.keys import Keys, YearKeys
from generator.gate.known import Known
from generator.gate.needles import Needle, needles
from generator.gate.public import Public
from generator.gate.search import HIDDEN, search
from generator.gate.views import Reader
from generator.model.terms import ItemAudience
from generator.problems import Place

NAME = "𠮷鬯彧"
"""Three characters, the first one of those UTF-16 needs two halves for."""
NUMBER = "ZQ-7731-K"
PASSAGE = "此段文字只为检验闸门而写，任何页面上都不会有它"
"""Whose characters public texts have."""
RARE = "另一段话里有个罕见字𱍐，别处没有"
"""With one character no public text has."""
LABEL, FIGURE = "综合得分", "77.31"
KEY = "2025:units.u01.composite"
_PLACE = Place("data/restricted/planted.csv", 2, "姓名")
_PAGE = "<!doctype html><title>页</title><main><p id='p'>{}</p></main>\n"


@dataclass(frozen=True)
class Leak:
    """One kind of leak, planted in a file of its own."""

    label: str
    path: str
    content: bytes | None
    """None of an empty folder."""
    kind: Kind = Kind.NAME

    @property
    def shown(self) -> str:
        """The path as a finding has it."""
        return "/".join(HIDDEN if NAME in part else part for part in self.path.split("/"))


def _page(text: str) -> bytes:
    return _PAGE.format(text).encode()


def _escaped(text: str) -> str:
    return json.dumps(text)[1:-1]


LEAKS: tuple[Leak, ...] = (
    Leak("正文", "01.html", _page(f"由{NAME}负责")),
    Leak("HTML 注释", "02.html", _page(f"<!-- {NAME} -->")),
    Leak("替代文字", "03.html", _page(f"<img src='01.png' alt='{NAME}'>")),
    Leak("HTML 字符编号", "04.html", _page("".join(f"&#x{ord(one):x};" for one in NAME))),
    Leak("网址百分号编码", "05.html", _page(f"<a href='?q={quote(NAME)}'>查</a>")),
    Leak(
        "网址百分号编码（GB18030）",
        "06.html",
        _page(f"<a href='?q={quote(NAME, encoding='gb18030')}'>查</a>"),
    ),
    Leak("\\u 转义", "07.json", json.dumps({"text": NAME}).encode()),
    Leak("脚本和样式中的转义", "08.css", "".join(f"\\{ord(one):06x} " for one in NAME).encode()),
    Leak("全角字符", "09.html", _page("ＺＱ－７７３１－Ｋ"), Kind.WORD),
    Leak("空格和换行隔开", "10.html", _page("\n \u3000".join(NAME))),
    Leak("标签隔开", "11.html", _page("<i></i>".join(NAME))),
    Leak("零宽字符隔开", "12.html", _page("\u200b".join(NAME))),
    Leak("软连字符隔开", "13.html", _page("&shy;".join(NAME))),
    Leak("JSON 换行隔开", "14.json", json.dumps({"text": "\n".join(NAME)}, ensure_ascii=False).encode()),
    Leak("UTF-16", "15.txt", f"\ufeff{NAME}".encode("utf-16-le")),
    Leak("UTF-16 大端", "16.txt", f"\ufeff{NAME}".encode("utf-16-be")),
    Leak("UTF-16 大端（奇数位）", "16-odd.bin", b"\x80" + NAME.encode("utf-16-be")),
    Leak("GB18030", "17.txt", NAME.encode("gb18030")),
    Leak(
        "base64",
        "18.html",
        _page(f"<a href='data:x,{base64.b64encode(f'由{NAME}'.encode()).decode()}'>x</a>"),
    ),
    Leak(
        "base64 中的压缩内容",
        "18-packed.html",
        _page(f"<a href='data:x,{base64.b64encode(specimens.gz(NAME)).decode()}'>x</a>"),
    ),
    Leak("gzip 压缩", "19.gz", specimens.gz(NAME)),
    Leak("多层压缩包", "20.zip", specimens.zipped({"a.txt": NAME.encode()}, 4)),
    Leak("工作簿隐藏工作表", "21.xlsx", specimens.workbook(NAME)),
    Leak("PDF 文字", "22.pdf", specimens.pdf_text(NAME)),
    Leak("PDF 关键词", "23.pdf", specimens.pdf_keywords(NAME)),
    Leak("PDF 关键词列表", "23-list.pdf", specimens.pdf_list(NAME)),
    Leak("PDF 关键词（编码不明）", "23-bytes.pdf", specimens.pdf_bytes(NAME)),
    Leak("PDF 属性名", "23-name.pdf", specimens.pdf_name(NAME)),
    Leak("PDF 文件尾", "23-end.pdf", specimens.pdf_trailer(NAME)),
    Leak("PDF 附件", "24.pdf", specimens.pdf_attachment(NAME)),
    Leak("PDF 遗留数据", "25.pdf", specimens.pdf_remains(NAME)),
    Leak("照片信息（EXIF）", "26.jpg", specimens.jpeg(NAME)),
    Leak("图片附注（XMP）", "27.png", specimens.png(NAME)),
    Leak("图片附注（旧式）", "27-old.png", specimens.png_comment(NAME)),
    Leak("文件名", f"28-{NAME}.html", _page("")),
    Leak("文件夹名", f"29-{NAME}/index.html", _page("")),
    Leak("空文件夹名", f"30-{NAME}/", None),
    Leak("空文件夹", "30/", None, Kind.STRAY),
    Leak("姓名多出现一次", "people/index.html", _page(f"{NAME}、{NAME}")),
    Leak("摘录八个字", "31.html", _page(f"据说{PASSAGE[4:12]}云云"), Kind.PASSAGE),
    Leak("摘录三个字，其中有罕见字", "31-rare.html", _page(f"据说{RARE[8:11]}云云"), Kind.PASSAGE),
    Leak("不公开的编号", "32.html", _page(f"见 {NUMBER}。"), Kind.WORD),
    Leak("不公开的数据项", "33.html", _page(f"<td data-figure='{KEY}'>—</td>"), Kind.KEY),
    Leak(
        "不公开的数据项（行内）",
        "34.html",
        _page("<tr data-figures='2025:units.u01'><td data-figure='.composite'>"),
        Kind.KEY,
    ),
    Leak("不公开的数据项（压缩）", "34.gz", specimens.gz(f"见 {KEY}"), Kind.KEY),
    Leak("不公开的数据", "35.html", _page(f"{LABEL}：<b>{FIGURE}</b>"), Kind.FIGURE),
    Leak("压缩包内的文件名", "36.zip", specimens.zipped({f"{NAME}.txt": b""}, 2)),
    Leak("计划外的文件", "x.bak", b"", Kind.STRAY),
    Leak("版本库", ".git/", b"", Kind.STRAY),
    Leak("改动过的页面", "index.html", _page("91 票"), Kind.CHANGED),
    Leak("缺少的文件", "missing.html", b"", Kind.MISSING),
    Leak("其他网站", "40.html", _page("<img src='//cdn.invalid/x.png'>"), Kind.HOST),
    Leak("脚本中的其他网站", "41.js", b'fetch("https://cdn.invalid/x")', Kind.HOST),
    Leak("断开的链接", "42.html", _page("<a href='nowhere/'>x</a>"), Kind.LINK),
    Leak("断开的位置", "43.html", _page("<a href='#q'>x</a>"), Kind.ANCHOR),
    Leak("有密码或损坏的压缩包", "44.zip", b"PK\x03\x04", Kind.UNREADABLE),
    Leak("压缩层数太多", "45.zip", specimens.zipped({"a": b""}, 6), Kind.UNREADABLE),
)
"""What cannot be found without one of the gate's ways of looking; tests take the ways away one by one."""


def missed(reader: Reader) -> tuple[str, ...]:
    """The kinds of leak a search with this reader does not find."""
    with tempfile.TemporaryDirectory(prefix="kaohe-gate-") as place:
        root = Path(place)
        _write(root / "site", LEAKS)
        told = search(tuple(listed(root / "site")), _known(root / "bare", reader))
    found = {(one.kind, one.file) for one in told}
    return tuple(leak.label for leak in LEAKS if (leak.kind, leak.shown) not in found)


def _write(site: Path, leaks: tuple[Leak, ...]) -> None:
    for leak in leaks:
        file = site / (f"{leak.path}config" if leak.path.endswith("/") else leak.path)
        if leak.content is None:
            (site / leak.path).mkdir(parents=True)
        elif leak.kind is not Kind.MISSING:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(leak.content)


def _known(bare: Path, reader: Reader) -> Known:
    """What the planted folder is searched for, and the little it should hold."""
    pages = {"index.html": _page(""), "people/index.html": _page(NAME), "missing.html": _page("")}
    for path, content in pages.items():
        (bare / path).parent.mkdir(parents=True, exist_ok=True)
        (bare / path).write_bytes(content)
    said = bare / "said.html"
    said.write_text("\n".join((LABEL, PASSAGE[::-1], RARE[::-1].replace("𱍐", ""))), encoding="utf-8")
    files = {path: bare / path for path in pages}
    return Known(
        needles(_cells(), ()),
        planted_keys(),
        files,
        Public({**files, "said.html": said}),
        frozenset(),
        reader,
    )


def _cells() -> Iterator[Cell]:
    texts = ((NAME, True, False), (NUMBER, False, True), (PASSAGE, False, False), (RARE, False, False))
    for text, personal, number in texts:
        yield Cell(text, _PLACE, 2025, ItemAudience.GROUP, personal, number)


def planted_keys() -> Keys:
    """The one figure the planted folder may not hold."""
    year, _, key = KEY.partition(":")
    closed = {key: Needle(Kind.KEY, _PLACE)}
    labels = {FIGURE: {LABEL: Needle(Kind.FIGURE, _PLACE)}}
    return Keys((YearKeys(int(year), frozenset(), closed, labels),))
