"""The reader the gate uses: every way of writing and packing it claims to see through."""

from generator.gate.containers import (
    base64_parts,
    gzip_parts,
    is_anything,
    is_gzip,
    is_png,
    is_zip,
    png_parts,
    zip_parts,
)
from generator.gate.documents import is_pdf, pdf_parts
from generator.gate.views import Opener, Reader

OPENERS: tuple[Opener, ...] = (
    Opener("zip", is_zip, zip_parts),
    Opener("gzip", is_gzip, gzip_parts),
    Opener("png", is_png, png_parts),
    Opener("pdf", is_pdf, pdf_parts),
    Opener("base64", is_anything, base64_parts, scraps=True),
)
READER = Reader(OPENERS)
