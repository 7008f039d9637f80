"""`kaohe publish`, `releases`, `rollback`: what readers see, and since when."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from generator.books.memory import without_collection
from generator.commands.building import editions, written
from generator.commands.orders import order, published_to, workshop
from generator.commands.published import publish_and_tell, roll_back_all_and_tell
from generator.commands.telling import tell
from generator.contract.fields import Audience
from generator.gate.judge import Inspection, Verdict, judge
from generator.problems import ConfigError
from generator.publishing.listing import listing
from generator.publishing.publish import Publication
from generator.publishing.root import Root

ORDERED = ("year", "as_of", "offline", "pdf", "allow_shrink")
FOLDERS = ("data", "content")
"""What must be the same for one publisher to do another's work."""


def publish_sites(options: argparse.Namespace) -> int:
    """Each edition on its own: one that is refused keeps none of the others back. The worst code of all."""
    return max([publish_and_tell(_publication(one)) for one in editions(options)])


def _publication(options: argparse.Namespace) -> Publication:
    """How this edition is built and judged; the builder may be any that leaves a whole site in the folder."""

    def build(folder: Path) -> None:
        written(options, folder)

    def judged(folder: Path) -> Verdict:
        with without_collection():
            return judge(Inspection(folder, order(options), workshop(options)), tell)

    ordered = {name: str(getattr(options, name)) for name in ORDERED}
    folders = {name: str(getattr(options, name).resolve()) for name in FOLDERS}
    return Publication(
        Root(published_to(options) / options.audience),
        build,
        judged,
        _now,
        keep=options.keep,
        allow_shrink=options.allow_shrink,
        order=json.dumps(ordered | folders),
        tell=tell,
    )


def list_releases(options: argparse.Namespace) -> int:
    """The releases that are kept, the newest first; ConfigError when nothing was published yet."""
    lines = list(listing(_root(options)))
    if not lines:
        raise ConfigError(f"{_root(options).path} 中还没有发布过网站")
    print("\n".join(lines))
    return 0


def roll_back_site(options: argparse.Namespace) -> int:
    """Show the release before, of each audience asked for; 1 when one of them has none: then all stay."""
    roots = {Audience(one.audience): _root(one) for one in editions(options)}
    return roll_back_all_and_tell(roots, _now())


def _root(options: argparse.Namespace) -> Root:
    """Each audience has a folder of its own."""
    return Root(options.to.absolute() / options.audience)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(microsecond=0)
