"""What is taken out of the data leaves no trace in a site that had it (P21, P25)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import PROJECT
from tests.site.removal import Removal, left_over, traces

CONTENT = PROJECT / "content"
REMOVALS = {
    "unit": (frozenset({"u12", "供应站", "物资站"}), frozenset({"物资供应站"})),
    "problem": (frozenset({"2025-U03-003"}), frozenset[str]()),
    "commendation": (frozenset({"C-2025-001"}), frozenset[str]()),
}
"""What is taken out: its numbers, whole cells, and its names, wherever they stand."""


def build(data: Path, out: Path, audience: str) -> Path:
    """The site for an audience, over what lies there."""
    arguments = ["build", "--data", str(data), "--content", str(CONTENT), "--out", str(out)]
    assert main([*arguments, "--audience", audience]) == 0
    return out / audience


@pytest.mark.parametrize("audience", ["staff", "group"])
@pytest.mark.parametrize("what", REMOVALS)
def test_what_is_removed_leaves_no_trace(what: str, audience: str, tmp_path: Path) -> None:
    """Neither number, name nor text is left in any page, record, list or file name, nor a file of before."""
    numbers, names = REMOVALS[what]
    data = Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))
    site = build(data, tmp_path / "site", audience)
    removal = Removal(set(numbers), names)
    removal.run(data)
    gone = left_over(removal.texts | removal.numbers | names, data, CONTENT)
    assert len({text for text, _ in traces(gone, site)}) > len(gone) / 3, (
        "there was something to leave traces"
    )
    planted = [site / "old.html", site / ".old", site / "2025/.old"]
    for file in planted:
        file.write_text("of an earlier build")
    build(data, tmp_path / "site", audience)
    assert not any(file.exists() for file in planted)
    assert list(traces(gone, site)) == []


def test_a_unit_is_looked_for_everywhere(sample_site: Path) -> None:
    """Its number stands in pages, records and the list of years, and in names of folders."""
    files = {name for _, name in traces({"units/u12"}, sample_site)}
    assert {"years.json", "2025/units/u12", "2025/units/index.html"} <= files
    assert any(name.endswith(".json") and "search" in name for name in files)
