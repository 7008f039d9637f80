"""The smallest pieces of a page, which stand on it by the hundred: links, figures, sentences, marks.

Templates import them from `partials/macros.html.j2` like macros. They are functions because a call of a macro
costs 3 µs, of a function 1: a third of a leaf's page with 200 units. Larger pieces are templates.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from generator.pages.figures import Phrase, Shown
from generator.pages.links import Link
from generator.pages.marks import Mark
from generator.rendering.here import link

REMEMBERED = 10_000
"""Texts kept escaped: the same few thousand names, codes and words stand on all pages of a book."""


def anchor(target: Link) -> Markup:
    """A link, or only its text where there is no page."""
    return _markup(_linked(_escaped(target.text), target.path))


def figure(value: str) -> Markup:
    """A number under the key `kaohe figures` has it by; a text without a key as it is."""
    return _markup(_keyed(_escaped(value), value.key if isinstance(value, Shown) else ""))


def phrase(sentence: str) -> Markup:
    """A sentence with figures and links in it."""
    if not isinstance(sentence, Phrase):
        return _markup(_escaped(sentence))
    return _markup("".join(_linked(_keyed(_escaped(text), key), path) for text, key, path in sentence.pieces))


def mark(state: Mark) -> Markup:
    """Shape and word of a state; where a day decides, with it, so that the browser tells it as of today."""
    due = f' data-kh-due="{_escaped(state.due)}"{" data-kh-held" if state.held else ""}' if state.due else ""
    shape = f'<span aria-hidden="true">{_escaped(state.shape)}</span>'
    return _markup(
        f'<span class="kh-mark kh-mark--{_escaped(state.tone)}"{due}>{shape} {_escaped(state.word)}</span>'
    )


def by_rank(state: Mark) -> Markup:
    """Attributes of a mark's cell: sorted by rank, 逾期 before 临期, filtered by its word without days."""
    return _markup(f' data-sort="{state.rank} {_escaped(state.word)}" data-filter="{_escaped(state.kind)}"')


def _linked(markup: str, path: str | None) -> str:
    return markup if path is None else f'<a href="{_escaped(link(path))}">{markup}</a>'


def _keyed(markup: str, key: str) -> str:
    return f'<span data-figure="{_escaped(key)}">{markup}</span>' if key else markup


def _markup(pieces: str) -> Markup:
    return Markup(pieces)  # noqa: S704 - made here of tags written out above and of what `_escaped` gave


def _escaped(text: str) -> str:
    """The text as markup; by `str` even what claims to be markup already is only text here."""
    return _remembered(str(text))


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str) -> str:
    return str(escape(text))


ATOMS = (anchor, figure, phrase, mark, by_rank)
