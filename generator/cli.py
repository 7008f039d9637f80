"""The command line: which command does what, and how it ends.

Exit codes: 0 done, 1 problems in the data or in the site, 2 wrong usage or settings that cannot work, 130
and 143 stopped by Ctrl+C and by SIGTERM.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from generator.commands.ending import INTERRUPTED, cleared_up
from generator.commands.telling import print_problems
from generator.intake.files import explain_os
from generator.options import Command, parser
from generator.problems import DataError, KaoheError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = parser(COMMANDS).parse_args(arguments)
    try:
        with cleared_up():
            code: int = options.run(options)
    except KeyboardInterrupt:
        print("已中断，没有做完，重新运行即可", file=sys.stderr)
        return INTERRUPTED
    except DataError as error:
        print_problems(error.reasons)
        print(options.failed, file=sys.stderr)
        return 1
    except KaoheError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a folder somebody else owns, a full disk: nothing of ours to be traced
        if error.errno is None:  # said by a program, not by the system
            raise
        print(f"错误：{error.filename or '文件'} 用不了（{explain_os(error)}）", file=sys.stderr)
        return 2
    return code


PLACES: Mapping[str, tuple[str, str]] = {
    "check": ("checking", "check_data"),
    "build": ("building", "build_sites"),
    "explain": ("explaining", "explain_file"),
    "pdf": ("paper", "make_pdfs"),
    "serve": ("building", "serve_site"),
    "search-test": ("building", "test_search"),
    "gate": ("judging", "judge_site"),
    "publish": ("publishing", "publish_sites"),
    "watch": ("watching", "watch_sites"),
    "releases": ("publishing", "list_releases"),
    "rollback": ("publishing", "roll_back_site"),
    "headers": ("headers", "write_headers"),
    "verify-print": ("paper", "verify_print"),
    "figures": ("figures", "print_figures"),
    "schema": ("figures", "print_schema"),
    "doctor": ("doctor", "examine_machine"),
}
"""By name: module of `generator.commands`, and function in it."""


def _found_in(module: str, name: str) -> Command:
    """That function, looked for when it is called: most commands need little of the program."""

    def run(options: argparse.Namespace) -> int:
        code: int = getattr(import_module(f"generator.commands.{module}"), name)(options)
        return code

    return run


COMMANDS: Mapping[str, Command] = {name: _found_in(*place) for name, place in PLACES.items()}


if __name__ == "__main__":
    sys.exit(main())
