"""`kaohe gate`: whether a site may be published."""

from __future__ import annotations

import argparse

from generator.books.memory import without_collection
from generator.commands.orders import order, workshop
from generator.commands.telling import tell
from generator.gate.judge import Inspection, judge


def judge_site(options: argparse.Namespace) -> int:
    """Whether a folder may be published: 0, or 1 with what it found, or 2 when the check does not work."""
    with without_collection():
        verdict = judge(Inspection(options.folder, order(options), workshop(options)), tell)
    for line in verdict.lines:
        print(line)
    return verdict.code
