"""What a process of its own prepares or measures, so that the measuring one stays small and nothing is warm.

python -m tests.bench.tasks workload DATA 20 3
python -m tests.bench.tasks markdown DATA FOLDER
python -m tests.bench.tasks books DATA FOLDER
python -m tests.bench.tasks other-pages DATA FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.changed_cell import prepare
from tests.bench.ours import build_books
from tests.bench.plain import write_unit_pages
from tests.bench.workload import write_workload


def main(task: str, data: Path, *others: str) -> None:
    """Do it; the last line of the output is what it found, as JSON."""
    found: object = None
    match task:
        case "workload":
            units, years = map(int, others)
            write_workload(data, units, years)
            cell = prepare(data)
            found = [str(cell.file), cell.row, cell.percent]
        case "markdown":
            found = write_unit_pages(data, Path(others[0]))
        case "books" | "other-pages":
            found = build_books(data, Path(others[0]), profiles=task == "books")
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
