"""What is packed in a PDF: text as it is read, every text of every object, attachments, every stream."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from generator.gate.views import LARGEST, Budget, Part, UnreadableError

_STREAM = re.compile(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", re.DOTALL)
_DEEPEST = 50
"""Arrays within dictionaries within …; objects referred to stand in the list of objects anyway."""

# It tells what is odd about a file by quoting it.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


def is_pdf(content: bytes) -> bool:
    """Readers accept a PDF that begins within the first kilobyte."""
    return b"%PDF-" in content[:1024]


def pdf_parts(content: bytes, budget: Budget) -> Iterator[Part]:
    """All there is; UnreadableError when the document is locked or damaged."""
    yield from _streams(content, budget)
    try:
        reader = PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
        parts = [] if locked else list(_parts(reader))
    except Exception as error:  # a damaged document fails in ways nobody lists; whichever, it was not read
        raise UnreadableError("PDF 已损坏") from error
    if locked:
        raise UnreadableError("PDF 有密码")
    for part in parts:
        budget.spend(len(part.content))
        yield part


def _streams(content: bytes, budget: Budget) -> Iterator[Part]:
    """Streams by their bytes alone: also of objects nobody refers to any more."""
    for found in _STREAM.finditer(content):
        packed = zlib.decompressobj()
        try:
            text = packed.decompress(found[1], min(LARGEST, budget.left) + 1)
        except zlib.error:
            continue  # not packed, or a picture: plain bytes are looked at anyway
        budget.spend(len(text))
        yield Part("PDF 内部数据", text)


def _parts(reader: PdfReader) -> Iterator[Part]:
    for number, page in enumerate(reader.pages, 1):
        yield Part(f"PDF 第{number}页文字", page.extract_text().encode("utf-8", "replace"))
    texts: list[str] = []
    for one in _objects(reader):
        texts += _texts(one)
        if isinstance(one, StreamObject):
            yield Part("PDF 内部数据", one.get_data())
    yield Part("PDF 属性", "\n".join(texts).encode("utf-8", "replace"))


def _objects(reader: PdfReader) -> Iterator[object]:
    """Every object of the file, the trailer first."""
    yield reader.trailer
    listed = {number for numbers in reader.xref.values() for number in numbers} | set(reader.xref_objStm)
    for number in sorted(listed):
        yield reader.get_object(number)


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """The texts of one object, not of those it refers to."""
    if depth > _DEEPEST:
        raise UnreadableError("PDF 结构太深")
    if isinstance(value, TextStringObject):
        yield str(value)
    elif isinstance(value, ByteStringObject):
        yield bytes(value).decode("utf-8", "replace")
    elif isinstance(value, DictionaryObject):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner, depth + 1)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from _texts(inner, depth + 1)
