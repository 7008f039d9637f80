"""Every sentence of the sample: word for word in a golden file, and by the laws all sentences obey.

After a change that is meant, write the files anew: `python -m tests.pages.headlines.golden`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from generator.contract.fields import Audience
from generator.editions.edition import Edition
from generator.figures import Figure
from generator.pages.figures import Shown
from generator.pages.headlines.headline import Headline
from generator.pages.links import Link
from generator.pages.plan import plan_book
from generator.pages.words import points, share
from tests.pages.headlines.golden import FOLDER, written

Sample = Mapping[Audience, Edition]
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NAME = re.compile(r"“[^”]*”|（[A-F]\d[^（）]*）")
"""The words of a rule, and what a leaf was called last year."""


@pytest.fixture(scope="module")
def spoken(sample: Sample) -> list[tuple[Edition, Headline]]:
    """Every sentence of every page of every year, for staff and for leaders."""
    return [(edition, one) for edition in sample.values() for one in all_of(edition)]


def all_of(edition: Edition) -> Iterator[Headline]:
    """Every sentence of an edition."""
    for year in edition.years:
        for page in plan_book(edition, year).pages:
            found = getattr(page.view, "headlines", None)
            yield from found.sentences if found else ()


@pytest.mark.parametrize("who", [Audience.STAFF, Audience.LEADERS])
def test_the_sentences_of_2025(sample: Sample, who: Audience) -> None:
    """As they read, page by page."""
    golden = (FOLDER / f"2025-{who.value}.txt").read_text("utf-8")
    assert written(sample[who]) == golden


def test_every_number_belongs_to_a_figure(spoken: list[tuple[Edition, Headline]]) -> None:
    """Digits outside figures are those of a date, of a link's code or of a rule's own words."""
    assert len(spoken) > 1000
    for _, one in spoken:
        loose = "".join(part for part in one.text.parts if not isinstance(part, Shown | Link))
        assert not re.search(r"\d", NAME.sub("", DATE.sub("", loose))), one.text
        named = [part for part in one.text.parts if isinstance(part, Link)]
        assert all(isinstance(link.text, Shown) or link.path or not link.text.isdigit() for link in named)


def test_every_figure_is_in_the_edition(spoken: list[tuple[Edition, Headline]]) -> None:
    """What is printed and what was compared opens to its basis, in its own year; nothing reads 「—」."""
    for edition, one in spoken:
        assert one.figures, one.text
        assert set(one.prints) <= set(one.figures)
        assert "—" not in one.text
        for key in one.figures:
            number, _, own = key.partition(":")
            year = edition.year(int(number))
            assert year is not None
            assert own in year.figures, key


def test_every_number_reads_as_its_figure(spoken: list[tuple[Edition, Headline]]) -> None:
    """The words of a figure in a sentence hold its value, or its two numbers."""
    for edition, one in spoken:
        parts = [part.text if isinstance(part, Link) else part for part in one.text.parts]
        for shown in parts:
            if isinstance(shown, Shown):
                number, _, own = shown.key.partition(":")
                year = edition.year(int(number))
                assert year is not None
                figure = year.figures[own]
                assert figure.text in shown or shown in two_ways(figure), (shown, figure.text)


def two_ways(figure: Figure) -> tuple[str, ...]:
    """`15/18` and `83.33%` of a figure with two numbers."""
    if figure.part is None or not figure.whole:
        return ()
    return (f"{points(figure.part)}/{points(figure.whole)}", share(figure.part / figure.whole))


def test_staff_read_no_ballots_and_leaders_no_person(spoken: list[tuple[Edition, Headline]]) -> None:
    """Sentences about ballots are the leaders', and no sentence rests on a person's figure."""
    for edition, one in spoken:
        voted = any(".ballot." in key for key in one.figures)
        assert not voted or edition.audience is Audience.LEADERS
        assert not any(".persons." in key or ".person." in key for key in one.figures)
    assert any(".ballot." in key for _, one in spoken for key in one.figures)


def test_sentences_read_as_sentences(spoken: list[tuple[Edition, Headline]]) -> None:
    """One full stop, at the end; full-width punctuation; no blank beside it."""
    for _, one in spoken:
        assert one.text.endswith("。")
        assert one.text.count("。") == 1
        assert not re.search(r"[,;:!?！？()]| [，。；：、）]|[，。；：、（] ", NAME.sub("", one.text)), (
            one.text
        )
