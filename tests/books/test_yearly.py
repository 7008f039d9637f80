"""The site of all years after edits of the data: as if it had been built from nothing."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.books import walk
from generator.books.build import BuiltSite, Workshop, write_site
from generator.books.source import Order, gather
from generator.books.yearly import cabinet_of, write_years
from generator.contract.fields import Audience
from generator.problems import DataError
from tests.conftest import PROJECT

pytestmark = pytest.mark.xdist_group("years")
SHOP = Workshop(PROJECT / "mkdocs.yml", PROJECT / "site_templates", PROJECT / "content")
CHECKS = "2025/checks.csv"
NOTED = ("u01,A1.1,符合,,2,2,熊远松,2026-01-23,", "u01,A1.1,符合,,2,2,熊远松,2026-01-23,资料齐全")
"""A cell that was empty, and what the clerk writes into it."""


def files(folder: Path) -> dict[str, bytes]:
    """Everything below the folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def data(own_sample: Path) -> Path:
    """The sample, to be edited, with its site beside it."""
    return own_sample / "data"


def edit(data: Path, file: str, old: str, new: str) -> None:
    """Change a text of a file."""
    text = (data / file).read_text(encoding="utf-8-sig")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")


Build = Callable[[], BuiltSite]


FromNothing = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="module")
def from_nothing(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> FromNothing:
    """What data give when they are built into an empty folder; the same data are built once."""
    known = {digest(PROJECT / "data"): files(sample_site)}

    def built(data: Path) -> dict[str, bytes]:
        key = digest(data)
        if key not in known:
            clean = tmp_path_factory.mktemp("clean") / "site"
            write_years(Order(data), clean, SHOP, cabinet_of(clean))
            known[key] = files(clean)
            shutil.rmtree(clean.parent)
        return known[key]

    return built


def digest(data: Path) -> str:
    """Another one for other data."""
    found = hashlib.sha256()
    for path, content in sorted(files(data).items()):
        found.update(f"{path} {len(content)}\n".encode() + content)
    return found.hexdigest()


@pytest.fixture
def build(data: Path, from_nothing: FromNothing) -> Build:
    """Brings the site of the edited sample up to date: it must be what the data give from nothing."""
    site = data.parent / "site/staff"

    def built() -> BuiltSite:
        made = write_years(Order(data), site, SHOP, cabinet_of(site)).site
        assert files(site) == from_nothing(data)
        return made

    return built


@pytest.mark.parametrize("audience", Audience)
def test_year_by_year_gives_what_all_at_once_gives(audience: Audience, tmp_path: Path) -> None:
    """What later books read of a closed year is enough, in every edition."""
    harvest = gather(Order(PROJECT / "data", audience))
    write_site(harvest.shelf, harvest.books, tmp_path / "whole", SHOP)
    years = tmp_path / "years"
    written = write_years(Order(PROJECT / "data", audience), years, SHOP, cabinet_of(years))
    assert files(tmp_path / "years") == files(tmp_path / "whole")
    assert written.problems == harvest.problems


def test_a_changed_cell_rewrites_the_pages_that_show_it(build: Build, data: Path) -> None:
    """Of the open year and the shelf; closed years stay, and so do units it does not concern."""
    edit(data, CHECKS, *NOTED)
    changed = build().changed
    assert "2025/units/u01/index.html" in changed
    assert "2025/checklist/a1-1/index.html" in changed
    assert all(
        path.startswith(("2025/", "units/", "compare/", "index", "search/", "codes/")) for path in changed
    )
    assert not any(path.startswith("2025/rectifications/2025-") for path in changed)


def test_closed_years_are_not_read_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the open year is."""
    read, ours = [], walk.read_stock

    def noted(stock: object, years: list[int]) -> object:
        read.extend(years)
        return ours(stock, years)  # type: ignore[arg-type]

    edit(data, CHECKS, *NOTED)
    with monkeypatch.context() as patched:
        patched.setattr(walk, "read_stock", noted)
        site = data.parent / "site/staff"
        write_years(Order(data), site, SHOP, cabinet_of(site))
    assert read == [2025]


def test_nothing_changed_nothing_is_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the problems of the data are still told."""
    site = data.parent / "site/staff"
    before = write_years(Order(data), site, SHOP, cabinet_of(site))
    monkeypatch.setattr(walk, "read_stock", None)
    again = write_years(Order(data), site, SHOP, cabinet_of(site))
    assert (again.problems, again.site.changed) == (before.problems, ())


def test_a_correction_of_a_closed_year(build: Build, data: Path) -> None:
    """That year and those after it are worked out again."""
    text = (data / "2024/checks.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    (data / "2024/checks.csv").write_text("".join(text[:1] + text[2:] + text[1:2]), encoding="utf-8")
    build()
    shutil.rmtree(data / "2023")
    build()


def test_a_year_comes_back(build: Build, data: Path, tmp_path: Path) -> None:
    """Without the open year the one before it is the newest, and again it is not."""
    (data / "2025").rename(tmp_path / "away")
    build()
    (tmp_path / "away").rename(data / "2025")
    build()


def test_damaged_packs_cost_time_only(build: Build, data: Path) -> None:
    """One byte of what is kept, or all of it."""
    site = data.parent / "site/staff"
    for file in cabinet_of(site).folder.iterdir():
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    edit(data, CHECKS, *NOTED)
    build()
    shutil.rmtree(cabinet_of(site).folder)
    build()


def test_errors_of_several_years_are_told_at_once(build: Build, data: Path) -> None:
    """The site stays as it was, and is right again once they are mended."""
    site = data.parent / "site/staff"
    before = files(site)
    for year in (2024, 2025):
        edit(data, f"{year}/checks.csv", "u01,A1.1,", "u01,Z9.9,")
    with pytest.raises(DataError) as caught:
        write_years(Order(data), site, SHOP, cabinet_of(site))
    told = {one.place.file for one in caught.value.problems if one.level.stops}
    assert {"data/2024/checks.csv", "data/2025/checks.csv"} <= told
    assert files(site) == before
    for year in (2024, 2025):
        edit(data, f"{year}/checks.csv", "u01,Z9.9,", "u01,A1.1,")
    build()
