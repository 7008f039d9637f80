"""The sample while some of its commendations are still announced: then every kind of document is there."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.mistakes import cell

PROJECT = Path(__file__).parent.parent
FILE = "2025/commendations.csv"
LINES = range(28, 35)
"""Of the file: those not yet decided on."""
CHANGED = {
    "状态": "公示中",
    "公示开始": "2026-06-29",
    "公示结束": "2026-07-03",
    "表彰文号": "",
    "表彰日期": "",
}


def write_announced(folder: Path) -> Path:
    """The data in a folder of its own below `folder`."""
    data = folder / "announced"
    shutil.copytree(PROJECT / "data", data)
    for line in LINES:
        for column, text in CHANGED.items():
            cell(FILE, line, column, text)(data)
    return data
