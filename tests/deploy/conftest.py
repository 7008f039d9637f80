"""The sample site, published and served by nginx; without nginx these tests fail, they never skip."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.publish import Publication, publish
from generator.publishing.root import Root
from tests.deploy.web import Web
from tests.publishing.small import Press, Verdict


@pytest.fixture(scope="session")
def sample_web(sample_site: Path, leaders_site: Path) -> Iterator[Web]:
    """The sample for staff and for leaders, each on its host, and nobody else's names."""
    web = made()
    for site in (sample_site, leaders_site):
        publish_folder(site, web.srv / site.name)
    web.start("kaohe-none", "kaohe-staff", "kaohe-leaders")
    yield web
    close(web)


@pytest.fixture
def web() -> Iterator[Web]:
    """A server of the staff host with nothing published yet."""
    web = made()
    web.start("kaohe-staff")
    yield web
    close(web)


@pytest.fixture
def press(web: Web) -> Press:
    """A publisher of small sites to the staff host."""
    return Press(Root(web.srv / "staff"))


def made() -> Web:
    """A server that is not started yet, in a folder every user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="kaohe-web-"))
    folder.chmod(0o755)
    return Web(folder)


def close(web: Web) -> None:
    """Stop it and remove what it had."""
    web.stop()
    shutil.rmtree(web.folder)


def publish_folder(site: Path, to: Path) -> None:
    """Show a built folder, as `kaohe publish` does with what it built."""
    publish(
        Publication(
            Root(to),
            lambda folder: shutil.copytree(site, folder, dirs_exist_ok=True),
            lambda _: Verdict(),
            lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
        )
    )
