"""Small files of kinds that can carry a text where nobody sees it: what the positive control plants."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib


def gz(text: str) -> bytes:
    """A gzip file."""
    return gzip.compress(text.encode(), mtime=0)


def zipped(files: dict[str, bytes], levels: int = 1) -> bytes:
    """A ZIP file of these files, packed again so many times."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in files.items():
            archive.writestr(zipfile.ZipInfo(name), inner, zipfile.ZIP_DEFLATED)
    packed = content.getvalue()
    return packed if levels == 1 else zipped({"more.zip": packed}, levels - 1)


def workbook(text: str) -> bytes:
    """A workbook with a hidden sheet whose one cell holds the text in two pieces of format."""
    runs = f"<r><t>{text[:1]}</t></r><r><t>{text[1:]}</t></r>"
    sheet = f"<worksheet><c t='inlineStr'><is>{runs}</is></c></worksheet>"
    book = "<workbook><sheet name='Sheet2' sheetId='2' state='veryHidden' r:id='r2'/></workbook>"
    files = {"xl/workbook.xml": book, "xl/worksheets/sheet2.xml": sheet}
    return zipped({name: content.encode() for name, content in files.items()})


def jpeg(text: str) -> bytes:
    """A picture whose EXIF comment of Windows (XPComment, UTF-16) is the text, at an odd place."""
    comment = text.encode("utf-16-le")
    entry = struct.pack("<HHII", 0x9C9C, 1, len(comment), 27)
    block = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + entry + b"\0\0\0\0\0" + comment
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 2) + block + b"\xff\xd9"


def png(text: str) -> bytes:
    """A picture with a packed XMP packet."""
    note = b"XML:com.adobe.xmp\0\x01\0\0\0" + zlib.compress(f"<x:xmpmeta>{text}</x:xmpmeta>".encode())
    return _png(b"iTXt", note)


def png_comment(text: str) -> bytes:
    """A picture with a packed comment of the older kind."""
    return _png(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode()))


def _png(name: bytes, note: bytes) -> bytes:
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (name, note), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def _pdf(
    page: bytes = b"",
    more: tuple[bytes, ...] = (),
    info: bytes = b"",
    behind: bytes = b"",
    end: bytes = b"",
) -> bytes:
    """A PDF of one page; `more` are objects 5, 6 …, `behind` stands where no table of objects leads.

    `end` goes into the trailer.
    """
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        _stream(page),
        *(more or (b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",)),
        b"<<" + info + b">>",
    )
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    content += behind
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer <</Size %d/Root 1 0 R/Info %d 0 R%s>>\n" % (size, size - 1, end)
    return content + b"xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        trailer,
        len(content),
    )


def _stream(content: bytes, filters: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), filters, content)


def pdf_text(text: str) -> bytes:
    """The text is drawn; the file itself holds numbers of glyphs, and what each stands for."""
    codes = "".join(f"{number:04x}" for number in range(1, len(text) + 1))
    pairs = "".join(
        f"<{number:04x}> <{character.encode('utf-16-be').hex()}>\n"
        for number, character in enumerate(text, 1)
    )
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    )
    system = b"<</Registry(A)/Ordering(I)/Supplement 0>>"
    below = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo%s>>" % system
    meanings = (
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(text)} beginbfchar\n{pairs}endbfchar endcmap"
    )
    return _pdf(f"BT /F 9 Tf <{codes}> Tj ET".encode(), (font, below, _stream(meanings.encode())))


def pdf_keywords(text: str) -> bytes:
    """The text is among the keywords, in hexadecimal."""
    return _pdf(info=f"/Keywords<feff{text.encode('utf-16-be').hex()}>".encode())


def pdf_list(text: str) -> bytes:
    """The text is in a list of keywords."""
    return _pdf(info=f"/Keywords[<feff{text.encode('utf-16-be').hex()}>]".encode())


def pdf_bytes(text: str) -> bytes:
    """The text is among the keywords in an encoding no PDF has, behind a byte that is no character there."""
    return _pdf(info=f"/Keywords<ad{text.encode().hex()}>".encode())


def pdf_name(text: str) -> bytes:
    """The text is the name of a property."""
    name = "".join(f"#{one:02x}" for one in text.encode())
    return _pdf(info=f"/{name}(x)".encode())


def pdf_trailer(text: str) -> bytes:
    """The text is in the last lines, which are no object."""
    return _pdf(end=f"/Note<feff{text.encode('utf-16-be').hex()}>".encode())


def pdf_attachment(text: str) -> bytes:
    """The text is in an attached file, packed and written in hexadecimal."""
    packed = zlib.compress(text.encode()).hex().encode() + b">"
    file = _stream(packed, b"/Type/EmbeddedFile/Filter[/ASCIIHexDecode/FlateDecode]")
    return _pdf(more=(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", file))


def pdf_remains(text: str) -> bytes:
    """The text is in a stream an older version left behind."""
    return _pdf(
        behind=b"99 0 obj\n" + _stream(zlib.compress(text.encode()), b"/Filter/FlateDecode") + b"\nendobj\n"
    )
