"""Whatever is edited, in whatever order: the site brought up to date is the site built from nothing.

Hypothesis draws edits of everything a site is made from, and losses of what lies beside it. After each of
them a site that is built again and again is the same byte for byte as one built into an empty folder, and
tells the same of the data.

`KAOHE_ALL_EDITS=1` makes 200 edits, other ones each time, and builds two sites after each: one with a new
cabinet, as a new process has, the other with one it keeps, as a watcher does, though another process builds
it now and then. `--hypothesis-seed=N` repeats such a run. Ordinary runs make 29, the same on every machine,
so that each kind comes once, and build the second site only.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from generator.contract.fields import Audience
from tests.books.edits import documents, program, rows, scheme, units
from tests.books.edits.losses import LOSSES, Loss
from tests.books.edits.sites import Outcome, Site
from tests.books.edits.world import Edit, State, World

ALL = bool(os.environ.get("KAOHE_ALL_EDITS"))
STEPS = 200 if ALL else 29
EDITS = (*rows.EDITS, *documents.EDITS, *units.EDITS, *scheme.EDITS, *program.EDITS)
SELDOM = st.integers(0, 5).map(lambda face: face == 5)
OFTEN = st.booleans()
MOSTLY = st.integers(0, 3).map(bool)
"""One of six, of two, three of four."""
T = TypeVar("T")


class Deck(Counter[T]):
    """How often each card was drawn; a deck that is through is shuffled again."""

    def least(self, cards: Sequence[T]) -> Sequence[T]:
        """Those drawn least so far."""
        fewest = min(self[one] for one in cards)
        return [one for one in cards if self[one] == fewest]


class RandomEdits(RuleBasedStateMachine):
    """A company whose data, templates and pages are edited, and the sites built after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kaohe-edits-"))
        self.world = World(self.folder / "project")
        self.sites = [Site.watched(self.folder / "kept/staff")]
        if ALL:
            self.sites.append(Site(self.folder / "new/staff"))
        self.of_leaders = Site(self.folder / "new/leaders")
        self.known: dict[str, Outcome] = {}
        self.good: list[State] = []
        """What could be built, each edited into the next."""
        self.refused = False
        self.done, self.lost = Deck[Edit](), Deck[Loss]()

    def teardown(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder)

    @initialize(start=st.integers(0, 9))
    def begin(self, start: int) -> None:
        """The first build; a run hypothesis begins with, which draws the first of everything, is left out."""
        assume(start)
        self.compare()
        assert not self.refused

    @rule(data=st.data())
    def step(self, data: st.DataObject) -> None:
        """An edit, after a loss perhaps; what is refused then is taken back, or edited once more."""
        if data.draw(OFTEN, label="something is lost"):
            self.lose(data)
        self.edit(data)
        if data.draw(SELDOM, label="otherwise"):
            self.build_for_leaders()
        elif self.refused or data.draw(MOSTLY if len(self.world.years) < 3 else SELDOM, label="taken back"):
            self.take_back()

    def edit(self, data: st.DataObject) -> None:
        """One of the edits made least so far; one that met what was refused before does not count."""
        edit = data.draw(st.sampled_from(self.done.least(EDITS)), label="edit")
        self.done[edit] += not self.refused
        edit(self.world, data.draw)
        self.compare(by_another=data.draw(st.booleans(), label="by another process"))

    def lose(self, data: st.DataObject) -> None:
        """One of the losses met least so far; it shows before the next edit has everything made again."""
        loss = data.draw(st.sampled_from(self.lost.least(LOSSES)), label="loss")
        self.lost[loss] += 1
        for site in self.sites:
            loss(site.folder, data.draw)
        self.compare()

    def take_back(self) -> None:
        """Everything is as it was when it could be built last; what is built is what was built then."""
        now = self.world.state().key
        while len(self.good) > 1 and self.good[-1].key == now:
            self.good.pop()
        self.world.restore(self.good[-1])
        self.compare()
        assert not self.refused

    def build_for_leaders(self) -> None:
        """Another audience has a folder of its own."""
        before, self.world.audience = self.world.audience, Audience.LEADERS
        assert self.of_leaders.built(self.world) == self.clean()
        self.world.audience = before

    def compare(self, *, by_another: bool = False) -> None:
        """The sites are as a clean one."""
        clean = self.clean()
        for site in self.sites:
            built = site.built(self.world, by_another=by_another)
            assert built == clean, built.unlike(clean)
        self.refused = clean.refused
        if not self.refused:
            self.good.append(self.world.state())

    def clean(self) -> Outcome:
        """What a build from nothing gives, remembered by what it is built from."""
        key = self.world.state().key
        if key not in self.known:
            self.known[key] = Site(self.folder / "clean/site").built(self.world)
            shutil.rmtree(self.folder / "clean", ignore_errors=True)
        return self.known[key]


TestRandomEdits = RandomEdits.TestCase
TestRandomEdits.settings = settings(
    max_examples=1,
    stateful_step_count=STEPS + 1,  # the first build is one
    derandomize=not ALL,
    deadline=None,
    phases=[Phase.generate],  # a shrunk run would be nicer to read, and take an hour to find
    suppress_health_check=list(HealthCheck),
)
