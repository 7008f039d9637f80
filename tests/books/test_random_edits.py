"""Whatever is edited, in whatever order: the site brought up to date is the site built from nothing.

Hypothesis draws edits of everything a site is made from, and losses of what lies beside it. After each of
them a site that is built again and again is the same byte for byte as one built into an empty folder, and
tells the same of the data.

`KAOHE_ALL_EDITS=1` makes 200 edits, other ones each time, and builds two sites after each: one with a new
cabinet, as a new process has, the other with one it keeps, as a watcher does. `--hypothesis-seed=N` repeats
such a run. Ordinary runs make 27, the same on every machine, so that each kind comes once, of one site whose
process, and with it the cabinet, is another now and then.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from generator.contract.fields import Audience
from tests.books.edits import documents, program, rows, scheme, units
from tests.books.edits.losses import LOSSES
from tests.books.edits.sites import Outcome, Site
from tests.books.edits.world import Edit, State, World

ALL = bool(os.environ.get("KAOHE_ALL_EDITS"))
STEPS = 200 if ALL else 27
EDITS = (*rows.EDITS, *documents.EDITS, *units.EDITS, *scheme.EDITS, *program.EDITS)
SELDOM = st.integers(0, 5).map(lambda face: face == 5)
"""One of six."""


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
        self.done: Counter[Edit] = Counter()

    def teardown(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder)

    @initialize(start=st.integers(0, 9))
    def begin(self, start: int) -> None:
        """The first build; a run hypothesis begins with, which draws the first of everything, is left out."""
        assume(start)
        assert not self.compare().refused

    @rule(data=st.data())
    def step(self, data: st.DataObject) -> None:
        """One of the edits made least so far; what is refused then is taken back, or edited once more."""
        if data.draw(SELDOM, label="something is lost"):
            loss = data.draw(st.sampled_from(LOSSES), label="loss")
            for site in self.sites:
                loss(site.folder, data.draw)
        if not ALL and data.draw(st.booleans(), label="a new process"):
            self.sites[0] = Site.watched(self.sites[0].folder)
        edit = data.draw(st.sampled_from(self.due()), label="edit")
        self.done[edit] += 1
        edit(self.world, data.draw)
        refused = self.compare().refused
        if data.draw(SELDOM, label="otherwise"):
            self.build_for_leaders()
        elif refused or data.draw(SELDOM, label="taken back"):
            self.take_back()

    def due(self) -> Sequence[Edit]:
        """The edits made least so far: a deck that is shuffled again when it is through."""
        fewest = min(self.done[one] for one in EDITS)
        return [one for one in EDITS if self.done[one] == fewest]

    def take_back(self) -> None:
        """Everything is as it was when it could be built last; what is built is what was built then."""
        now = self.world.state().key
        while len(self.good) > 1 and self.good[-1].key == now:
            self.good.pop()
        self.world.restore(self.good[-1])
        assert not self.compare().refused

    def build_for_leaders(self) -> None:
        """Another audience has a folder of its own."""
        before, self.world.audience = self.world.audience, Audience.LEADERS
        assert self.of_leaders.built(self.world) == self.clean()
        self.world.audience = before

    def compare(self) -> Outcome:
        """What a clean build gives, after the sites gave the same."""
        clean = self.clean()
        for site in self.sites:
            built = site.built(self.world)
            assert built == clean, built.unlike(clean)
        if not clean.refused:
            self.good.append(self.world.state())
        return clean

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
