"""The Nu HTML checker over every page of the sample: errors in our part, and how many are the theme's.

    python -m tests.site.nu vnu.jar

Needs Java; `make markup` fetches the checker.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.cli import main as kaohe


def faults(jar: Path, site: Path) -> list[dict[str, Any]]:
    """What the checker calls an error on the pages of the site."""
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    said = subprocess.run(command, check=False, capture_output=True, text=True).stderr
    found: list[dict[str, Any]] = json.loads(said)["messages"]
    return found


def is_ours(fault: dict[str, Any]) -> bool:
    """Whether it lies in the article, which our templates print; the frame around it is the theme's."""
    lines = Path(unquote(urlsplit(fault["url"]).path)).read_text(encoding="utf-8").splitlines()
    start = next((number for number, line in enumerate(lines, 1) if "<article" in line), 1)
    end = next((number for number, line in enumerate(lines, 1) if "</article>" in line), len(lines))
    return start < int(fault["lastLine"]) <= end


def main(jar: Path) -> int:
    """Print the errors that are ours; the exit code says whether there are any."""
    with tempfile.TemporaryDirectory() as built:
        if kaohe(["build", "--out", built]) != 0:
            return 1
        found = faults(jar, Path(built))
        ours = [one for one in found if is_ours(one)]
        for one in ours:
            print(f"{one['url']}:{one['lastLine']}: {one['message']}")
        print(f"errors of ours: {len(ours)}; of the theme: {len(found) - len(ours)}")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
