"""The command line: which command does what, and how it ends.

Exit codes: 0 done, 1 problems in the data or in the site, 2 wrong usage or settings that cannot work.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from generator.commands.building import build_sites, check_data, judge_site, serve_site, test_search
from generator.commands.doctor import examine_machine
from generator.commands.explaining import explain_file
from generator.commands.figures import print_figures, print_schema
from generator.commands.headers import write_headers
from generator.commands.paper import make_pdfs, verify_print
from generator.commands.publishing import list_releases, publish_sites, roll_back_site
from generator.commands.telling import print_problems
from generator.commands.watching import watch_sites
from generator.intake.files import explain_os
from generator.options import Command, parser
from generator.problems import DataError, KaoheError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = parser(COMMANDS).parse_args(arguments)
    try:
        code: int = options.run(options)
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


COMMANDS: Mapping[str, Command] = {
    "check": check_data,
    "build": build_sites,
    "explain": explain_file,
    "pdf": make_pdfs,
    "serve": serve_site,
    "search-test": test_search,
    "gate": judge_site,
    "publish": publish_sites,
    "watch": watch_sites,
    "releases": list_releases,
    "rollback": roll_back_site,
    "headers": write_headers,
    "verify-print": verify_print,
    "figures": print_figures,
    "schema": print_schema,
    "doctor": examine_machine,
}


if __name__ == "__main__":
    sys.exit(main())
