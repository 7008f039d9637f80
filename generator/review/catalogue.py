"""Every check, in the order of the codes.

Not here yet, each one more entry: a ledger number that was there in the last build and is gone (E109; needs
the state of that build), a sealed year whose files changed without an erratum (E126; needs the seal), a light
that turned red since the last build (W204).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.problems import Problem
from generator.review import (
    adjustment_rules,
    adjustments,
    ballot_rules,
    ballots,
    checklist,
    commendations,
    cycle,
    deadlines,
    decisions,
    errata,
    grading_rules,
    hints,
    notices,
    publication,
    rectification_rules,
    rectifications,
    references,
    repetition,
    reports,
    suggestions,
    sums,
    units,
    versions,
)
from generator.review.check import TopCheck, YearCheck
from generator.scoring.assess import Assessment

TOP_CHECKS: tuple[TopCheck, ...] = (
    TopCheck("E101", ("units", "unit_names", "unit_events", "unit_aliases"), units.ids),
    TopCheck("E101", ("units", "unit_names", "unit_aliases"), units.aliases),
    TopCheck("E127", ("units", "unit_names"), units.spans),
    TopCheck("E127", ("units", "unit_names"), units.names),
    TopCheck("E127", ("units", "unit_events"), units.changes),
    TopCheck("W205", (), notices.rare_characters_at_top),
)
"""Checks of the tables that hold for all years."""

CHECKS: tuple[YearCheck, ...] = (
    YearCheck("E101", ("cycle",), cycle.identity),
    YearCheck("E101", ("cycle", "scheme"), cycle.scheme_id),
    YearCheck("E101", ("scheme", "profiles", "units"), units.groups),
    YearCheck("E101", ("scheme", "indicators"), references.leaf_areas),
    YearCheck(
        "E101",
        ("indicators", "checks", "deductions", "indicator_rules", "crosswalk"),
        references.leaf_codes,
    ),
    YearCheck("E101", ("crosswalk",), references.past_leaf_codes, elsewhere=("indicators",)),
    YearCheck("E101", ("indicators", "indicator_rules", "deductions"), references.rules_of_deductions),
    YearCheck("E101", ("leaders", "ballots", "decisions"), references.people),
    YearCheck("E101", ("verifications", "reports"), references.claims),
    YearCheck(
        "E101",
        ("checks", "verifications", "reports"),
        references.ledger_numbers,
        elsewhere=("rectifications",),
    ),
    YearCheck("E101", ("rectification_events",), references.event_numbers, elsewhere=("rectifications",)),
    YearCheck("E101", ("rectifications", "indicators", "reports"), references.sources),
    YearCheck("E101", ("commendations", "adjustments"), references.cases, elsewhere=("cases",)),
    YearCheck("E101", ("commendations", "decisions", "objections"), references.awards),
    YearCheck("E101", ("scheme", "adjustments"), references.scheme_items),
    YearCheck("E101", ("profiles", *references.OF_UNITS), references.assessed_units),
    YearCheck("E101", ("reports", "cases"), reports.file_names),
    YearCheck("E101", ("reports",), reports.numbers),
    YearCheck("E101", ("reports",), reports.areas),
    YearCheck("E101", ("reports",), reports.answers),
    YearCheck("E101", ("reports", "leaders"), reports.persons),
    YearCheck(
        "E101",
        ("cycle", "scheme", "rectifications", "rectification_events", "units", "unit_events"),
        rectifications.reassigned,
    ),
    YearCheck("E107", ("indicators",), sums.leaf_points),
    YearCheck("E107", ("scheme",), sums.weights),
    YearCheck("E107", ("scheme",), sums.quota),
    YearCheck("E107", ("scheme",), sums.thresholds),
    YearCheck("E107", ("scheme",), sums.points),
    YearCheck("E107", ("scheme",), sums.limits),
    YearCheck("E107", ("scheme",), sums.entries),
    YearCheck("E107", ("scheme", "indicators"), sums.empty_areas),
    YearCheck("E107", ("scheme",), versions.changes),
    YearCheck("E107", ("scheme",), versions.majors, elsewhere=("scheme",)),
    YearCheck("E107", ("scheme",), ballot_rules.overall),
    YearCheck("E107", ("scheme",), ballot_rules.ungraded_points),
    YearCheck("E107", ("scheme",), ballot_rules.lowest_points),
    YearCheck("E107", ("scheme",), grading_rules.grades),
    YearCheck("E107", ("scheme",), grading_rules.named_grades),
    YearCheck("E107", ("scheme",), grading_rules.rate_bars),
    YearCheck("E107", ("scheme",), grading_rules.tie_order),
    YearCheck("E107", ("scheme",), adjustment_rules.caps),
    YearCheck("E107", ("scheme",), adjustment_rules.effects),
    YearCheck("E107", ("scheme",), adjustment_rules.items),
    YearCheck("E107", ("scheme",), rectification_rules.days),
    YearCheck("E107", ("scheme",), rectification_rules.light_words),
    YearCheck("E107", ("scheme",), publication.floors),
    YearCheck("E109", ("rectifications",), rectifications.numbers),
    YearCheck("E109", ("rectifications",), rectifications.once, elsewhere=("rectifications",)),
    YearCheck("E109", ("cycle", "rectifications", "rectification_events"), rectifications.sequences),
    YearCheck("E109", ("scheme", "rectifications", "rectification_events"), rectifications.courses),
    YearCheck("E109", ("cycle", "scheme", "rectifications", "rectification_events"), rectifications.stated),
    YearCheck("E120", ("indicators", "checks"), checklist.full_marks),
    YearCheck("E120", ("indicators", "indicator_rules", "checks", "deductions"), checklist.scores),
    YearCheck("E120", ("indicators", "checks", "profiles"), checklist.conditions),
    YearCheck("E120", ("indicators", "indicator_rules", "checks", "deductions"), checklist.deductions),
    YearCheck("E120", ("cycle", "indicators", "checks", "profiles"), checklist.missing),
    YearCheck("E121", ("ballot_rounds",), ballots.tickets),
    YearCheck("E121", ("scheme", "ballot_rounds"), ballots.quorum),
    YearCheck("E121", ("scheme", "ballot_rounds", "ballots"), ballots.classes),
    YearCheck("E121", ("scheme", "ballot_rounds", "ballots"), ballots.counts),
    YearCheck("E121", ("scheme", "ballot_rounds", "ballots"), ballots.completeness),
    YearCheck("E121", ("ballots", "leaders"), ballots.newcomers),
    YearCheck("E122", ("decisions",), decisions.targets),
    YearCheck("E122", ("cycle", "decisions", "profiles"), decisions.completeness),
    YearCheck("E122", ("scheme", "decisions", "profiles", "units"), decisions.quotas),
    YearCheck("E122", ("scheme", "decisions", "adjustments"), decisions.ceilings),
    YearCheck("E122", ("decisions", "profiles", "leaders"), decisions.ungraded),
    YearCheck(
        "E122", ("cycle", "scheme", "decisions", "adjustments", "commendations", "leaders"), decisions.awards
    ),
    YearCheck("E123", ("cycle", "decisions"), decisions.timing),
    YearCheck("E123", ("cycle", "commendations"), commendations.decided),
    YearCheck("E123", ("commendations",), commendations.required),
    YearCheck("E123", ("cycle", "commendations"), commendations.dates),
    YearCheck("E123", ("scheme", "commendations", "workdays"), commendations.notices),
    YearCheck("E123", ("commendations", "objections"), commendations.objections),
    YearCheck("E123", ("commendations",), commendations.orders),
    YearCheck(
        "E123",
        ("cycle", "scheme", "rectifications", "rectification_events", "workdays"),
        deadlines.waiting,
    ),
    YearCheck("E125", ("rectifications", "rectification_events"), deadlines.order),
    YearCheck("E125", ("rectification_events",), deadlines.verifiers),
    YearCheck("E125", ("scheme", "rectifications", "rectification_events", "workdays"), deadlines.extensions),
    YearCheck("E126", ("cycle", "errata"), errata.dates),
    YearCheck("E127", ("profiles", "units"), units.assessed),
    YearCheck("E128", ("cycle",), cycle.spans),
    YearCheck("E128", ("cycle", "profiles"), cycle.teams),
    YearCheck("E128", ("cycle", "checks", "verifications"), cycle.recusals),
    YearCheck("E129", ("components",), adjustments.components),
    YearCheck("E129", ("cycle", "scheme", "components", "profiles", "units"), adjustments.completeness),
    YearCheck("E129", ("scheme", "adjustments"), adjustments.points),
    YearCheck("E129", ("adjustments",), adjustments.once, elsewhere=("adjustments",)),
    YearCheck("W201", ("rectifications",), hints.ledger_wording, latest=True),
    YearCheck("W201", ("reports",), hints.report_wording, latest=True),
    YearCheck("W202", ("checks",), hints.deviations, latest=True),
    YearCheck("W203", (), repetition.repetitions, elsewhere=("rectifications", "reports"), latest=True),
    YearCheck(
        "W204", ("cycle", "scheme", "rectifications", "rectification_events"), notices.due, latest=True
    ),
    YearCheck("W205", (), notices.rare_characters),
)
"""Checks of the tables of a year, before anything is assembled."""

ASSESSMENT_CHECKS: tuple[Callable[[Assessment], Iterator[Problem]], ...] = (
    suggestions.ledger_leaves,
    suggestions.overrides,
)
"""Checks of a year against its own scores (E120, E122); only for tables without errors."""
