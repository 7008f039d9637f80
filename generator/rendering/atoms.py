"""The smallest pieces of a page, which stand on it by the hundred: links, figures, sentences, marks.

Templates import them from `partials/macros.html.j2` like macros. They are functions because a call of a macro
costs 3 µs, of a function 1: a third of a leaf's page with 200 units. Larger pieces are templates.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.figures import Phrase, Shown
from generator.pages.links import Link
from generator.pages.marks import Mark
from generator.rendering.here import link
from generator.rendering.pieces import escaped, marked


def anchor(target: Link) -> Markup:
    """A link, or only its text where there is no page."""
    return marked(_linked(_text(target.text), target.path))


def figure(value: str) -> Markup:
    """A number under the key `kaohe figures` has it by; a text without a key as it is."""
    return marked(_figure(value))


def phrase(sentence: str) -> Markup:
    """A sentence with figures and links in it."""
    if not isinstance(sentence, Phrase):
        return marked(_text(sentence))
    return marked("".join(map(_part, sentence.parts)))


def mark(state: Mark) -> Markup:
    """Shape and word of a state; where a day decides, with it, so that the browser tells it as of today."""
    due = f' data-kh-due="{_text(state.due)}"{" data-kh-held" if state.held else ""}' if state.due else ""
    shape = f'<span aria-hidden="true">{_text(state.shape)}</span>'
    return marked(
        f'<span class="kh-mark kh-mark--{_text(state.tone)}"{due}>{shape} {_text(state.word)}</span>'
    )


def by_rank(state: Mark) -> Markup:
    """Attributes of a mark's cell: sorted by rank, 逾期 before 临期, filtered by its word without days."""
    return marked(f' data-sort="{state.rank} {_text(state.word)}" data-filter="{_text(state.kind)}"')


def _part(one: str | Link) -> str:
    return _linked(_figure(one.text), one.path) if isinstance(one, Link) else _figure(one)


def _linked(markup: str, path: str | None) -> str:
    return markup if path is None else f'<a href="{escaped(link(path))}">{markup}</a>'


def _figure(value: str) -> str:
    text = escaped(str(value))
    if isinstance(value, Shown) and value.key:
        return f'<span data-figure="{escaped(value.key)}">{text}</span>'
    return text


def _text(value: str) -> str:
    """The value as markup; by `str` even what claims to be markup already is only text here."""
    return escaped(str(value))


ATOMS = (anchor, figure, phrase, mark, by_rank)
