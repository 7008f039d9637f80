"""`kaohe check`: what is wrong with the data, and nothing is built."""

from __future__ import annotations

import argparse
import json
import shlex
import sys

from generator.books.source import check
from generator.commands.telling import print_problems
from generator.contract.fields import Audience
from generator.intake.survey import RESTRICTED
from generator.problems import Level, has_errors


def check_data(options: argparse.Namespace) -> int:
    """Every problem of the data; 1 when one of them is an error."""
    problems = check(options.data, tuple(options.year), Audience(options.audience))
    if options.format == "json":
        listed = [problem.as_json() for problem in problems]
        print(json.dumps({"problems": listed}, ensure_ascii=False, indent=2))
    else:
        print_problems(problems, stream=sys.stdout)
        if unread := _unread(options):
            print(unread)
    return 1 if has_errors(problems) else 0


def _unread(options: argparse.Namespace) -> str | None:
    """That there is data only the group reads, which was not looked at; a folder is seen, never opened."""
    if Audience(options.audience) is Audience.GROUP:
        return None
    there = sorted(options.data.glob(f"[12][0-9][0-9][0-9]/{RESTRICTED}/"))
    years = [one.parent.name for one in there if not one.is_symlink()]
    asked = [year for year in years if not options.year or int(year) in options.year]
    if not asked:
        return None
    command = shlex.join(["kaohe", "check", "--data", str(options.data), "--audience", "group"])
    said = f"没有检查 {'、'.join(asked)} 年度的 {RESTRICTED} 文件夹"
    return f"{Level.INFO.label}：{said}，考核组请用 {command} 连同它一起检查"
