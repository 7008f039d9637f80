"""What may happen to a site and to what is kept beside it between two builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from generator.books.state import state_file
from generator.books.yearly import cabinet_of
from tests.books.edits.world import Draw


def lose_state(site: Path, draw: Draw) -> None:  # noqa: ARG001 - as every loss
    """The state is gone, as after a kill while files were moved; files may be half new."""
    state_file(site).unlink(missing_ok=True)
    if pages := _files(site):
        pages[len(pages) // 2].write_bytes(b"half")


def damage_state(site: Path, draw: Draw) -> None:
    """The state is cut off, or no state at all."""
    if (file := state_file(site)).exists():
        text = file.read_text(encoding="utf-8")
        _replace(file, draw(st.sampled_from([text[: len(text) // 2], "{}", "", "null"])).encode())


def lose_packs(site: Path, draw: Draw) -> None:
    """One pack is gone, or all."""
    packs = _packs(site)
    for pack in packs if draw(st.booleans()) else packs[:1]:
        pack.unlink()


def damage_pack(site: Path, draw: Draw) -> None:
    """One byte of a pack is another, or its end is missing."""
    if packs := _packs(site):
        pack = draw(st.sampled_from(packs))
        content = bytearray(pack.read_bytes())
        content[draw(st.integers(0, len(content) - 1))] ^= 1
        _replace(pack, content[: draw(st.sampled_from([len(content), len(content) // 2]))])


def mix_up_packs(site: Path, draw: Draw) -> None:
    """A pack lies under the name of another year."""
    if packs := _packs(site):
        content = draw(st.sampled_from(packs)).read_bytes()
        _replace(draw(st.sampled_from(packs)), content)


def lose_files(site: Path, draw: Draw) -> None:
    """A file of the site is gone, or the folder it lay in."""
    if files := [one for one in _files(site) if one.parent != site]:
        file = draw(st.sampled_from(files))
        file.unlink()
        if draw(st.booleans()):
            shutil.rmtree(file.parent)


def lose_site(site: Path, draw: Draw) -> None:  # noqa: ARG001 - as every loss
    """All of it is gone, but not what is kept beside it."""
    shutil.rmtree(site, ignore_errors=True)


def bring_old_packs(site: Path, draw: Draw) -> None:  # noqa: ARG001 - as every loss
    """Somebody restored what was kept beside the site when it was built first."""
    if first_packs(site).is_dir():
        for pack in first_packs(site).iterdir():
            _replace(cabinet_of(site).folder / pack.name, pack.read_bytes())


def first_packs(site: Path) -> Path:
    """Where a backup of them is."""
    return site.with_name(f".{site.name}.backup")


def lay_in(site: Path, draw: Draw) -> None:
    """Files nobody planned, one with the name a page will have."""
    for path in draw(st.sampled_from([("x.bak",), ("2025/units/u77/index.html", "assets/y.js")])):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(b"foreign")


def leave_stage(site: Path, draw: Draw) -> None:
    """A build was killed before it moved its files, or while the folder was swapped."""
    stage = site.with_name(f".{site.name}.new") / "2025"
    stage.mkdir(parents=True, exist_ok=True)
    (stage / "index.html").write_bytes(b"half")
    if site.is_dir() and draw(st.booleans()):
        site.rename(site.with_name(f".{site.name}.old"))


Loss = Callable[[Path, Draw], None]
LOSSES: tuple[Loss, ...] = (
    lose_state,
    damage_state,
    lose_packs,
    damage_pack,
    mix_up_packs,
    bring_old_packs,
    lose_files,
    lose_site,
    lay_in,
    leave_stage,
)


def _files(site: Path) -> list[Path]:
    return sorted(one for one in site.rglob("*") if one.is_file())


def _packs(site: Path) -> list[Path]:
    return sorted(cabinet_of(site).folder.glob("*.pack"))


def _replace(file: Path, content: bytes | bytearray) -> None:
    """As every program saves that means it well: packs are open while they are read."""
    new = file.with_name("new")
    new.write_bytes(content)
    new.replace(file)
