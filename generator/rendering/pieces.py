"""What compiled templates call for each value they print and each macro they define."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup, escape
from markupsafe import _escape_inner as _escaped  # type: ignore[attr-defined] # in C where that was built

escaped: Callable[[str], str] = _escaped
"""Nothing but the escaping: of any kind of string, whatever it claims to be, the text."""

joined = "".join
_new = str.__new__
"""`Markup(…)` first asks whether the text is markup already, which takes longer than making it so."""


def text(value: Any) -> str:
    """What `escape` gives, of equal characters: markup stays, all else is escaped.

    Most values are plain strings or markup already. `escape` makes of each a new Markup, which costs many
    times what the escaping does, for a string that is joined with others at once.
    """
    kind = type(value)  # not `__class__`, by which a value may claim to be what it is not
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return] # a Markup
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return escaped(str(value))
    return escape(value)


def marked(markup: str) -> Markup:
    """The text as markup: only for what was made of tags written out in our code and of `escaped` values."""
    return _new(Markup, markup)


class Piece(Macro):
    """A macro. Called with all its arguments by place, as most are, it need not sort them."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._plain = self._default_autoescape and not (
            self.caller or self.catch_kwargs or self.catch_varargs
        )

    def __call__(self, *args: Any, **given: Any) -> str:
        """The markup it makes of the arguments."""
        if self._plain and not given and len(args) == self._argument_count:
            return marked(self._func(*args))
        return super().__call__(*args, **given)


NAMES = ("Piece", "escaped", "joined", "text")
"""By these the code of a template calls them."""
