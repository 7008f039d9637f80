"""The command line's grammar, in Chinese: the standard parser explains mistakes in English only."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

SENTENCES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 不能是 \2，可用的有：\3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 应是整数，不能是 \2"),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 后面缺少内容"),
    (r"argument (.+?): (.+)", r"\1：\2"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
)
"""What the parser says, and what a person reads; the first that fits counts."""


class Formatter(argparse.HelpFormatter):
    """Help with Chinese headings."""

    # The types of these arguments are private to the standard library.
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """The usage line, after a Chinese word."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese."""

    def __init__(self, **settings: object) -> None:
        # Whatever the standard parser takes is handed on.
        super().__init__(formatter_class=Formatter, add_help=False, **settings)  # type: ignore[arg-type]
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    # The types of these arguments are overloads of the standard library.
    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """What is not known is told by the command it was typed for, and not by `kaohe`."""
        found, rest = super().parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found, rest

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and where to read more, and exit with 2."""
        more = f"{self.prog} --help"
        self.exit(2, f"{self.format_usage()}命令不对：{in_chinese(message)}\n全部用法请看：{more}\n")


def in_chinese(message: str) -> str:
    """The parser's sentence as a person at the company reads it; an unknown one stays as it is."""
    for pattern, words in SENTENCES:
        if match := re.fullmatch(pattern, message):
            return match.expand(words)
    return message
