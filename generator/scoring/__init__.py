"""Scoring: arithmetic only, from a `Year` to an `Assessment`; no clock, disk, environment or randomness.

`assess` ties the parts together. 整改: `course`, `events`, `lights`, `rectification`, `ledger`,
`recurrence`. 党建考核: `leaves`, `adjustments`, `checklist`. 民主测评: `votes`, `rounds`, `ballots`.
等次: `composite`, `quota`, `grades`. Beneath all: `exact` and `workdays`.
"""
