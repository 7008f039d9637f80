"""What a watcher says on its own output, a line each time that something is different from before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.contract.fields import Audience
from generator.publishing.publish import Published
from generator.watching.fault import Fault, FaultKind


@dataclass
class Log:
    """What was said last, so that no look repeats it."""

    tell: Callable[[str], None]
    report: Path
    """The page with every line of what is wrong."""
    _said: dict[str, str] = field(default_factory=dict)
    """By whose it is, the fault."""

    def faults(self, found: Mapping[str, Fault]) -> None:
        """Say of each that is new or about something else, and of each that is over."""
        for whose in self._said.keys() - found.keys():
            self.tell(f"{whose}：已没有问题")
        for whose, one in found.items():
            if self._said.get(whose) != one.id:
                self.tell(self._line(whose, one))
        self._said = {whose: one.id for whose, one in found.items()}

    def _line(self, whose: str, one: Fault) -> str:
        if one.kind is FaultKind.DATA:  # values may stand in what is said of it
            return f"数据有 {len(one.remarks)} 处错误，没有发布，网站没有变：逐条见 {self.report}"
        said = [" ".join(remark.text.split()) for remark in one.remarks]
        return "：".join((whose, one.kind.label, *(said if len(said) < 2 else [f"详见 {self.report}"])))


def switched(audience: Audience, done: Published) -> str:
    """What readers of one site see from now on."""
    return f"已发布{audience.label}版 {done.told}"
