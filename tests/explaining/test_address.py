"""How a person may name a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.contract.fields import Audience
from generator.explaining.address import audience_of, file_at, parse_address
from generator.problems import ConfigError

FILES = frozenset(
    {"index.html", "units/u03/index.html", "2025/index.html", "2025/units/u03/index.html", "years.json"}
)
UNIT = "2025/units/u03/index.html"


def meant(text: str, out: Path = Path("site")) -> tuple[str | None, Audience | None]:
    """The file an address leads to, and the edition it names."""
    address = parse_address(text, out)
    return file_at(address, FILES), address.audience


@pytest.mark.parametrize(
    "text",
    [
        "2025/units/u03/",
        "2025/units/u03",
        "/2025/units/u03/",
        "./2025/units/u03/index.html",
        "2025\\units\\u03\\index.html",
        "2025/units/u03/#results",
        "https://kaohe.example.internal/2025/units/u03/?q=1#results",
        "http://host:8000/2025/units/u03/index.html",
        "http://host/some/where/2025/units/u03/",
    ],
)
def test_a_page_by_its_address(text: str) -> None:
    """With and without slash, with what a browser adds, below any folder of a web server."""
    assert meant(text) == (UNIT, None)


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("leaders/2025/units/u03/", Audience.LEADERS),
        ("http://host/group/2025/units/u03/", Audience.GROUP),
        ("https://kaohe-leaders.example.internal/2025/units/u03/", Audience.LEADERS),
        ("site/staff/2025/units/u03/index.html", Audience.STAFF),
        ("site/staff/../leaders/2025/units/u03/", Audience.LEADERS),
    ],
)
def test_an_address_may_name_its_edition(text: str, audience: Audience) -> None:
    """By a folder, or by the host the deployment gives it."""
    assert meant(text) == (UNIT, audience)


def test_a_file_of_the_folder_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Absolute, or from where the person stands, inside the site too."""
    assert meant(str(tmp_path / "out/group" / UNIT), tmp_path / "out") == (UNIT, Audience.GROUP)
    (tmp_path / "out/staff/2025").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "out/staff/2025")
    assert meant("units/u03/", tmp_path / "out") == (UNIT, Audience.STAFF)


@pytest.mark.parametrize("text", ["", "/", "http://host/", "http://host"])
def test_the_front_page(text: str) -> None:
    """Nothing behind the host is the front page of the shelf."""
    assert meant(text)[0] == "index.html"


@pytest.mark.parametrize(
    "text", ["2025/units/u99/", "http://host/2025/units/u03/x/", "u03/", "http://host/no/"]
)
def test_no_such_page(text: str) -> None:
    """A page a year does not have is not taken for one of the shelf, nor anything for the front page."""
    assert meant(text)[0] is None


def test_a_page_missing_in_a_year_is_not_the_one_of_the_shelf() -> None:
    """`/2024/units/u03/` does not end in the shelf's `units/u03/`."""
    assert meant("http://host/kaohe/2024/units/u03/")[0] is None
    assert meant("http://host/kaohe/units/u03/")[0] == "units/u03/index.html"


def test_two_editions_at_once_are_refused() -> None:
    """A file of one edition is not looked up in another."""
    address = parse_address("site/leaders/2025/", Path("site"))
    assert audience_of(address, None) is Audience.LEADERS
    assert audience_of(address, "leaders") is Audience.LEADERS
    assert audience_of(parse_address("2025/", Path("site")), None) is Audience.STAFF
    with pytest.raises(ConfigError, match="公司领导版"):
        audience_of(address, "staff")
