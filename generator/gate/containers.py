"""What is packed in bytes: archives and workbooks, gzip, pictures, base64; PDF is `documents`."""

from __future__ import annotations

import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from generator.gate.views import LARGEST, Budget, Part, UnreadableError

ENTRIES = 10_000
"""Files in one archive."""
_RUN = re.compile(r"[A-Za-z0-9+/_-]{8,}")
_PACKED = ("H4sI", "UEsDB", "JVBERi", "iVBORw0KGgo")
"""How gzip, ZIP, PDF and PNG begin in base64."""
_PNG = b"\x89PNG\r\n\x1a\n"


def is_zip(content: bytes) -> bool:
    """Also of a picture or page with an archive behind it."""
    return b"PK\x05\x06" in content[-66_000:] or content.startswith(b"PK\x03\x04")


def zip_parts(content: bytes, budget: Budget) -> Iterator[Part]:
    """The files of an archive, sheets of a workbook too; names and comments stand in its bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > ENTRIES:
                raise UnreadableError("压缩包内文件太多")
            for number, entry in enumerate(entries, 1):
                with archive.open(entry) as stream:
                    inner = stream.read(min(LARGEST, budget.left) + 1)
                budget.spend(len(inner))
                yield Part(f"压缩包内第{number}个文件", inner)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise UnreadableError("压缩包已损坏") from error
    except (RuntimeError, NotImplementedError) as error:  # locked, or packed in a way we do not know
        raise UnreadableError("压缩包有密码或压缩方式不明") from error


def is_gzip(content: bytes) -> bool:
    """By its first bytes, whatever the file is called."""
    return content.startswith(b"\x1f\x8b\x08")


def gzip_parts(content: bytes, budget: Budget) -> Iterator[Part]:
    """What was packed; several streams one after another too."""
    rest = content
    while is_gzip(rest):
        text, rest = inflated(rest, budget, 31)
        yield Part("gzip 压缩", text)


def inflated(content: bytes, budget: Budget, kind: int = 15) -> tuple[bytes, bytes]:
    """What was packed and what stands behind it; UnreadableError when damaged or too large."""
    stream = zlib.decompressobj(kind)
    try:
        text = stream.decompress(content, min(LARGEST, budget.left) + 1)
    except zlib.error as error:
        raise UnreadableError("压缩内容已损坏") from error
    budget.spend(len(text))
    if len(text) > LARGEST:
        raise UnreadableError("展开后太大")
    return text, stream.unused_data


def is_png(content: bytes) -> bool:
    """By its first bytes."""
    return content.startswith(_PNG)


def png_parts(content: bytes, budget: Budget) -> Iterator[Part]:
    """Packed texts of a picture; plain ones, and those of JPEG and GIF, are read like any bytes."""
    at = len(_PNG)
    while at + 12 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        name, chunk = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        if name in (b"zTXt", b"iTXt"):
            yield from _png_text(name, chunk, budget)
        at += 12 + size


def _png_text(name: bytes, chunk: bytes, budget: Budget) -> Iterator[Part]:
    _, _, rest = chunk.partition(b"\0")
    if name == b"zTXt":
        yield Part("图片附注", inflated(rest[1:], budget)[0])
    elif rest[:1] == b"\x01":
        text = rest[2:].split(b"\0", 2)[-1]
        yield Part("图片附注", inflated(text, budget)[0])


def is_anything(_: bytes) -> bool:
    """Base64 may stand in whatever is text."""
    return True


def base64_parts(content: bytes, budget: Budget) -> Iterator[Part]:
    """What runs of base64 stand for, wrapped and unpadded ones too, begun at each of four characters."""
    text = "".join(content.decode("ascii", "replace").split())
    found = [run[0].replace("-", "+").replace("_", "/") for run in _RUN.finditer(text)]
    for start in range(4):
        pieces = [_unpacked(run[start:]) for run in found]
        budget.spend(sum(map(len, pieces)))
        yield Part("base64", b"\n".join(pieces), scraps=True)
    for run in found:
        if run.startswith(_PACKED):
            yield Part("base64", _unpacked(run))


def _unpacked(run: str) -> bytes:
    whole = run[: len(run) - 1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(whole + "=" * (-len(whole) % 4))
