"""Our code of a template prints what Jinja's own does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from traceback import walk_tb
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, Undefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from generator.books.source import Order, gather
from generator.contract.fields import Audience
from generator.pages.figures import Phrase, Shown
from generator.pages.page import Book
from generator.rendering import Renderer, forget_templates
from generator.rendering.code import Code
from generator.rendering.environment import _Environment
from tests.conftest import PROJECT

EVIL = """<b a="1" c='2'>&amp;</b>"""

KEPT = ("path", "tone", "page", "kind", "mark")


class Claiming:
    """Says by itself how it is printed."""

    def __html__(self) -> str:
        return f"<i>{EVIL}</i>"


class ClaimingText(str):
    """A text that does."""

    def __html__(self) -> str:
        return "<u></u>"


class Spoken(str):
    """A text that prints as another."""

    def __str__(self) -> str:
        return f"<{super().__str__()}>"


class Disguised:
    """Claims to be a plain string, as a proxy may."""

    __class__ = str  # type: ignore[assignment]

    def __str__(self) -> str:
        return EVIL


class Row:
    """Has attributes, items, and a property that fails."""

    name = EVIL
    markup = Markup("<b>")
    nothing = None

    def __getitem__(self, key: str) -> str:
        if key == "item":
            return EVIL
        raise KeyError(key)

    @property
    def broken(self) -> str:
        """Looks for what is not there."""
        return self.absent  # type: ignore[attr-defined,no-any-return]

    def told(self, *given: object, **named: object) -> str:
        """What it was called with."""
        return f"{given} {named} <"


VALUES: tuple[Any, ...] = (
    EVIL,
    "",
    "综采一队",
    Markup(EVIL),  # noqa: S704 - markup is to stay as it is
    Claiming(),
    ClaimingText(EVIL),
    Spoken(EVIL),
    Disguised(),
    Shown(EVIL, EVIL),
    Phrase(EVIL, Shown(EVIL, "k")),
    None,
    True,
    7,
    -1.5,
    Decimal("98.50"),
    b"<",
    ["<", Markup("<")],
    ("<",),
    {"a": "<"},
    Row,
    Undefined(),
    Undefined(name="<"),
)
PARTS = {
    "part": "{% macro shown(one, other='<') %}[{{ one }}{{ other }}{{ name is defined }}]{% endmacro %}"
    "{% macro framed(head) %}{{ head }}({{ caller(head) }}){% endmacro %}"
    "{% macro rest(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{% set kept = '<' %}",
    "base": "<base>{% block head %}{{ value }}{% endblock %}{% block body %}{% endblock %}</base>",
}
TEMPLATES = (
    "{{ value }}",
    "a{{ value }}b{{ value }}c",
    '<p title="{{ value }}" id={{ value }}>',
    "{{ 1 }}{{ '<' }}{{ '<' ~ value }}{{ value ~ '<' }}",
    "{{ value|e }}{{ value|string }}{{ value|string|upper }}",
    "{{ value if false }}{{ value or '—' }}{{ '<' if value else '>' }}",
    "{{ row.name }}{{ row.markup }}{{ row.item }}{{ row['item'] }}{{ row.nothing }}",
    "{{ row.absent is defined }}{{ row.name.absent is defined }}{{ table.key }}{{ table.items()|list }}",
    "{{ row.told(value is none, a='<') }}{{ row.told(class='<') }}{{ row.told(*['<'], **{'b': 1}) }}",
    "{% set set %}{{ value }}<{% endset %}{{ set }}",
    "{% for one in [value, '<'] %}{{ loop.index }}{{ one }}{% if not loop.last %}、{% endif %}{% endfor %}",
    "{% for one in [] %}{{ one }}{% else %}{{ value }}{% endfor %}",
    "{% for one in [1, 2, 3] if one != 2 %}{{ one }}{{ value }}{% endfor %}",
    "{% filter upper %}<{{ value }}{% endfilter %}",
    "{% autoescape false %}{{ value }}{{ row.name }}{% endautoescape %}{{ value }}",
    "{% autoescape row.name %}{{ value }}{% endautoescape %}",
    "{% from 'part' import shown %}{{ shown(value) }}{{ shown(value, value) }}{{ shown(one=value) }}",
    "{% from 'part' import framed %}{% call(x) framed(value) %}<{{ x }}{{ value }}{% endcall %}",
    "{% from 'part' import rest, kept as it %}{{ rest(value) }}{{ rest(value, '<', a2='<') }}{{ it }}",
    "{% import 'part' as part %}{{ part.shown(value) }}{{ part.kept }}",
    "{% from 'part' import shown with context %}{{ shown(value) }}",
    "{% include 'part' %}{% include 'base' %}",
    "{% extends 'base' %}{% block body %}{{ super() }}{{ value }}{{ row.name }}{% endblock %}",
    "{% extends 'base' %}{% block head %}{{ super() }}{{ self.body() }}{% endblock %}",
    "{% macro own(a) %}{{ a }}{% if a %}{{ own('') }}{% endif %}{% endmacro %}{{ own(value) }}",
    "{% set box = namespace(a='<') %}{% set box.a = value %}{{ box.a }}",
    "{% with x = value %}{{ x }}{% endwith %}{{ x is defined }}{{ cycler('<', '>').next() }}",
    "{{ lipsum is callable }}{{ range(3)|join('<') }}{{ [value, '<']|join('&') }}{{ dict(a=value) }}",
)
FAILING = (
    "{{ absent }}",
    "{{ row.absent }}",
    "{{ row.broken }}",
    "{{ row.absent.more }}",
    "{{ absent() }}",
    "{{ row.absent() }}",
    "{{ table.nokey }}{{ value }}",
    "{% from 'part' import nothing %}{{ nothing }}",
    "{% from 'part' import framed %}{{ framed(value) }}",
    "{% from 'part' import shown %}{{ shown(1, 2, 3) }}{{ shown(b=1) }}",
    "{% for one in absent %}{% endfor %}",
    "{{ value\n ~ row.absent\n}}",
)


class Ours(Environment):
    """Ours, over templates written here."""

    code_generator_class = Code


def _printed(made: type[Environment], template: str, value: object) -> str:
    environment = made(
        loader=DictLoader({**PARTS, "page": template}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("page").render(value=value, row=Row(), table={"key": EVIL})


def _outcome(made: type[Environment], template: str, value: object = EVIL) -> str:
    """The text, or how it failed and on which line of the template."""
    try:
        return _printed(made, template, value)
    except Exception as error:
        lines = [
            line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"
        ]
        return f"{type(error).__name__} {lines[:1]}: {error}"


@pytest.mark.parametrize("value", VALUES, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_value_is_printed_as_jinja_does(template: str, value: object) -> None:
    """Escaped once, or not when it is markup, in every place a template may have."""
    assert _outcome(Ours, template, value) == _outcome(Environment, template, value)


@pytest.mark.parametrize("template", FAILING)
def test_what_fails_fails_as_with_jinja(template: str) -> None:
    """With the same words, on the same line of the template."""
    found = _outcome(Ours, template)
    assert "Error" in found
    assert found == _outcome(Environment, template)


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_templates_of_this_test_print_something(template: str) -> None:
    """What failed for every value would compare nothing."""
    assert "Error" not in _outcome(Ours, template)


@pytest.mark.parametrize("audience", Audience)
def test_every_template_prints_what_it_does_with_jinja(
    audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All pages and documents of the sample, each text in them full of markup."""
    books = gather(Order(PROJECT / "data", audience)).books
    ours = [text for book in books for text in _pages(book)]
    monkeypatch.setattr(_Environment, "code_generator_class", CodeGenerator)
    forget_templates()
    assert [text for book in books for text in _pages(book)] == ours
    assert sum(EVIL in text for text in ours) == 0
    assert sum("&lt;b a=&#34;1&#34;" in text for text in ours) == len(ours)
    forget_templates()


def _pages(book: Book) -> Iterator[str]:
    renderer = Renderer(book, PROJECT / "site_templates")
    for page in book.pages:
        yield renderer.render(replace(page, view=_spoiled(page.view)))
    for sheet in book.sheets:
        yield renderer.render_sheet(replace(sheet, view=_spoiled(sheet.view)))


def _spoiled(value: Any) -> Any:
    """The value with markup in its texts, but those that decide where a link leads or how a thing looks."""
    if isinstance(value, Phrase):
        return Phrase(*map(_spoiled, value.parts))
    if isinstance(value, Shown):
        return Shown(f"{value}{EVIL}", value.key)
    if type(value) is str:
        return f"{value}{EVIL}"
    if type(value) in (tuple, list):
        return type(value)(map(_spoiled, value))
    if is_dataclass(value) and not isinstance(value, type):
        own = [one.name for one in fields(value) if one.init and one.name not in KEPT]
        return replace(value, **{name: _spoiled(getattr(value, name)) for name in own})
    return value
