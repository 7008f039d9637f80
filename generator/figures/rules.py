"""Every rule of a year by its settings, whether or not the year has figures by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.figures.ballots.ballots import ballot_rules
from generator.figures.checklist.checklist import checklist_rules
from generator.figures.checklist.company import COMPANY_RULES
from generator.figures.checklist.losses import LOSS_RULES
from generator.figures.commendations import COMMENDATION_RULES
from generator.figures.comparing.comparable import COMPARABLE_RULES
from generator.figures.comparing.differences import DIFFERENCE_RULES
from generator.figures.comparing.medians import median_rules
from generator.figures.comparing.merged import REFERENCE
from generator.figures.comparing.movements import MOVEMENT_RULES
from generator.figures.comparing.spreads import spread_rules
from generator.figures.comparing.trends import change_rules
from generator.figures.grades.composite import composite_rules
from generator.figures.grades.distribution import distribution_rules
from generator.figures.grades.grades import grade_rules
from generator.figures.grades.ranks import rank_rules
from generator.figures.indicators import INDICATOR_RULES
from generator.figures.ledger.deadlines import DEADLINE_RULES
from generator.figures.ledger.ledger import LEDGER_RULES
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Leaf
from generator.model.scheme import Scheme


def rules(scheme: Scheme, leaves: Iterable[Leaf]) -> tuple[Rule, ...]:
    """The rules figures of this scheme may rest on, each once: subject by subject, in the order of work."""
    return tuple(dict.fromkeys(_rules(scheme, leaves)))


def _rules(scheme: Scheme, leaves: Iterable[Leaf]) -> Iterator[Rule]:
    yield from ballot_rules(scheme.ballot)
    yield from median_rules(Subject.BALLOT)
    yield from INDICATOR_RULES
    yield from checklist_rules(scheme, leaves)
    yield from COMPANY_RULES
    yield from LOSS_RULES
    yield from median_rules(Subject.CHECKLIST)
    yield from composite_rules(scheme)
    yield from median_rules(Subject.COMPOSITE)
    yield from spread_rules()
    yield from rank_rules(scheme)
    yield from grade_rules(scheme.quota)
    yield from distribution_rules()
    yield from LEDGER_RULES
    yield from DEADLINE_RULES
    yield from COMMENDATION_RULES
    yield from change_rules()
    yield from COMPARABLE_RULES
    yield from MOVEMENT_RULES
    yield from DIFFERENCE_RULES
    yield REFERENCE
