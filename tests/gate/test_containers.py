"""What is packed comes out, within bounds."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from generator.gate import containers, specimens
from generator.gate.readers import READER
from generator.gate.views import Budget, UnreadableError


def test_a_bomb_is_refused() -> None:
    """A gigabyte of nothing in a megabyte is not unpacked to its end."""
    bomb = gzip.compress(bytes(80_000_000), 9)
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableError, match="太大"):
        list(containers.gzip_parts(bomb, Budget()))


def test_all_of_a_file_together_is_bounded() -> None:
    """Many small parts are large as well."""
    packed = specimens.zipped({f"{number}": bytes(1_000_000) for number in range(8)})
    with pytest.raises(UnreadableError, match="太大"):
        list(containers.zip_parts(packed, Budget(5_000_000)))


def test_an_archive_with_too_many_files_is_refused() -> None:
    """Before any of them is opened."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number in range(containers.ENTRIES + 1):
            archive.writestr(f"{number}", b"")
    with pytest.raises(UnreadableError, match="太多"):
        list(containers.zip_parts(content.getvalue(), Budget()))


def test_a_locked_archive_is_refused() -> None:
    """What cannot be read may hold anything."""
    packed = bytearray(specimens.zipped({"a": b"abc"}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="密码"):
        list(containers.zip_parts(bytes(packed), Budget()))


def test_an_archive_behind_a_picture_is_opened() -> None:
    """A picture with a ZIP file at its end is both."""
    both = specimens.png("x") + specimens.zipped({"a.txt": "藏在后面".encode()})
    assert any("藏在后面" in view.text for view in READER.views(both))


def test_base64_is_found_wrapped_and_joined() -> None:
    """Broken into lines, without its padding, and begun in the middle of a run."""
    for text in ("6L-Z5piv5Y+m\n5aSW5LiA5q61", "xx6L+Z5piv5Y+m5aSW5LiA5q61"):
        assert any("另外一段" in view.text for view in READER.views(text.encode())), text
