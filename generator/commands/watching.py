"""`kaohe watch`: follows data, hand-written pages and templates, and publishes what comes to rest."""

from __future__ import annotations

import argparse
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.arguments import CONTENT, existing
from generator.books.build import Workshop
from generator.books.byhand.content import SUFFIXES
from generator.books.cabinet import Cabinet
from generator.books.source import Order
from generator.books.version import code_digest, program_digest
from generator.books.yearly import cabinet_at_hand, write_years
from generator.commands.orders import ROOT, TEMPLATES, crew, published_to
from generator.commands.telling import tell
from generator.contract.cycle import CYCLE
from generator.contract.fields import Audience
from generator.gate.judge import Gate, Inspection, Verdict
from generator.intake.read import read_records
from generator.options import ALL
from generator.problems import ConfigError
from generator.publishing.disk import PRIVATE, make_folder
from generator.publishing.known import KnownFiles
from generator.publishing.publish import Publication, Published, publish
from generator.publishing.root import Root
from generator.rendering import forget_templates
from generator.watching.board import REPORT, Board
from generator.watching.desk import Clock, Desk
from generator.watching.keeping import Keeper
from generator.watching.orders import Orders
from generator.watching.settling import Patience
from generator.watching.sources import Sources
from generator.watching.stopping import Stop, stopped_by_signals
from generator.watching.watcher import Watcher, follow

FOLDER = ".watch"
"""Below the folder that is published to: the private copy, and what is known after a restart."""


def watch_sites(options: argparse.Namespace) -> int:
    """Watch until SIGTERM or Ctrl+C, which is 0; with `--accept-removal` only say that losses are meant."""
    to = published_to(options)
    if options.accept_removal:
        return _accept(Keeper(to / FOLDER))
    _check_content(options.content, Keeper(to / FOLDER))
    try:
        make_folder(to / FOLDER, PRIVATE)
    except OSError as error:
        raise ConfigError(f"不能发布到 {to}：建不了文件夹 {error.filename}") from error
    stop = Stop()
    with _only_one(to / FOLDER), stopped_by_signals(stop):
        watcher = _watcher(options, to, stop)
        tell(f"正在监视 {options.data} 和 {options.content}，改动会自动发布到 {to}（Ctrl+C 结束）")
        follow(watcher, stop)
        tell("监视已结束，网站保持现在的样子")
    return 0


def _check_content(folder: Path, keeper: Keeper) -> None:
    """ConfigError for a folder that was named and is not there when watching begins.

    Later it may be a share that is not mounted, which is an alarm and no reason to end.
    """
    if folder != CONTENT and keeper.read().good is None:
        try:
            existing(str(folder))
        except argparse.ArgumentTypeError as error:
            raise ConfigError(f"--content：{error}") from None


def _accept(keeper: Keeper) -> int:
    alarms = keeper.read().alarms
    if not alarms:
        raise ConfigError("现在没有等待确认的减少")
    keeper.accept(alarms)
    for lines in alarms.values():
        tell("\n".join(lines))
    tell("已确认，监视程序会在下一次查看时发布")
    return 0


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """ConfigError when another process watches for the same folder."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise ConfigError(f"已有一个监视程序在发布到 {folder.parent}") from None
    finally:
        os.close(handle)


def _watcher(options: argparse.Namespace, to: Path, stop: Stop) -> Watcher:
    sources = Sources(
        Path(os.path.abspath(options.data)),  # noqa: PTH100 - `..` must go, links must stay
        Path(os.path.abspath(options.content)),  # noqa: PTH100
        SUFFIXES,
        (TEMPLATES, ROOT / "mkdocs.yml"),
    )
    copy = to / FOLDER / "source"
    audiences = list(Audience) if options.audience == ALL else [Audience(options.audience)]
    roots = {one: Root(to / one.value, KnownFiles()) for one in reversed(audiences)}
    clock = Clock()
    editor = Editor(sources, copy, roots, options, stop, clock)
    patience = Patience(period=options.every, stable=options.stable)
    desk = Desk(
        roots,
        editor.publish,
        editor.as_of,
        Keeper(to / FOLDER),
        f"{program_digest()}-{options.offline}",
        patience.retry,
        clock,
        tell,
    )
    status = {one: root.path / "status" for one, root in roots.items()}
    content = sources.content if sources.content.is_dir() else None
    orders = Orders(to, sources.data, content, options.offline)
    board = Board(orders, status, sources.data.parent / REPORT, clock.now, tell)
    return Watcher(sources, copy, desk, board, patience)


@dataclass
class Editor:
    """Makes and shows sites from the private copy; what it read and compiled once stays at hand."""

    sources: Sources
    copy: Path
    roots: dict[Audience, Root]
    options: argparse.Namespace
    stop: Stop
    clock: Clock

    def __post_init__(self) -> None:
        self.copies = self.sources.of_copy(self.copy)
        self._cabinets: dict[Audience, Cabinet] = {}
        self._gate = Gate()
        self._code = ""

    def publish(self, audience: Audience, accepted: bool) -> Published | None:
        """Build, judge and show one audience's site; errors of `publish`, with places as people know them."""
        self._look_at_templates()
        try:
            return publish(self._publication(audience, accepted))
        except ConfigError as error:
            raise ConfigError(self._as_usual(str(error))) from error

    def as_of(self) -> str:
        """数据截至 of the newest year, as a person writes it."""
        years = read_records(self.copies.data, tables=(), documents=(CYCLE,))[0].by_year
        cycle = years[max(years)].document(CYCLE.name) if years else None
        return "" if cycle is None else f"{cycle['as_of']:%Y-%m-%d %H:%M}".removesuffix(" 00:00")

    def _look_at_templates(self) -> None:
        templates, settings = self.copies.program
        code = code_digest(templates, settings)
        if code != self._code:
            forget_templates()
            self._code = code

    def _publication(self, audience: Audience, accepted: bool) -> Publication:
        root = self.roots[audience]
        templates, settings = self.copies.program
        order = Order(self.copies.data, audience)
        shop = Workshop(settings, templates, self.copies.content, self.options.offline)
        workshop = replace(shop, crew=crew(self.options))

        def build(folder: Path) -> None:
            cabinet = self._cabinets.setdefault(audience, cabinet_at_hand(folder))
            with self.stop.interruptible():
                write_years(order, folder, workshop, cabinet, tell)

        def judged(folder: Path) -> Verdict:
            with self.stop.interruptible():
                return self._gate.judge(Inspection(folder, order, workshop), tell)

        return Publication(
            root,
            build,
            judged,
            self.clock.now,
            keep=self.options.keep,
            allow_shrink=accepted,
            order=f"watch {self.copy}",
            tell=tell,
        )

    def _as_usual(self, text: str) -> str:
        """The places of the copy as those people know."""
        for copied, own in (
            (self.copies.data, self.options.data),
            (self.copies.content, self.options.content),
            (self.copy, ROOT),
        ):
            text = text.replace(str(copied), str(own))
        return text
