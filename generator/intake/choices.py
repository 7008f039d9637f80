"""Words of closed lists → their `Term` member, 是 and 否 → `bool`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.intake.faults import Fault, nearest
from generator.intake.texts import fold_case
from generator.model.terms import Term

_FLAGS = {"是": True, "否": False}
_LIKE_YES = frozenset(("1", "y", "yes", "t", "true", "有", "√", "✓", "✔", "对", "是的"))
_LIKE_NO = frozenset(("0", "n", "no", "f", "false", "无", "没有", "×", "✗", "x", "错", "不是"))


def parse_choice(terms: type[Term], text: str) -> Term | Fault:
    """The member whose identifier, label or synonym `text` is, or a fault that lists the words allowed."""
    words = _words(terms)
    found = words.get(fold_case(text))
    if found is not None:
        return found
    allowed = "、".join(term.label for term in terms)
    meant = nearest(fold_case(text), words)
    guess = f"；是否想填“{words[meant].label}”？" if meant else ""
    return Fault("E104", "不在可填的范围内", f"可填：{allowed}{guess}")


def parse_flag(text: str) -> bool | Fault:
    """Whether `text` says 是, or a fault that names the right word."""
    flat = fold_case(text)
    if flat in _FLAGS:
        return _FLAGS[flat]
    if flat in _LIKE_YES:
        return Fault("E104", "此列只填“是”或“否”", "请改成“是”")
    if flat in _LIKE_NO:
        return Fault("E104", "此列只填“是”或“否”", "请改成“否”")
    return Fault("E104", "此列只填“是”或“否”", "请填“是”或“否”")


@cache
def _words(terms: type[Term]) -> Mapping[str, Term]:
    """Folded word → member, for every word the list accepts."""
    return {fold_case(word): term for term in terms for word in (*term.synonyms, term.label, str(term.value))}
