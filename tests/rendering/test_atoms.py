"""The smallest pieces of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from markupsafe import Markup

from generator.pages.figures import Phrase, Shown
from generator.pages.links import Link
from generator.pages.marks import Mark
from generator.rendering.atoms import anchor, by_rank, figure, mark, phrase
from generator.rendering.here import page_with
from generator.rendering.links import LinkError, Links

EVIL = '"><script>x</script>'
CLAIMED = Markup('"><script>x</script>')
SAFE = "&#34;&gt;&lt;script&gt;x&lt;/script&gt;"


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    """On a unit's page of a book with one leaf."""
    with page_with(Links("2025", "units/u03/", ("checklist/b2-1/",))):
        yield


def test_anchor_leads_to_the_page_or_is_only_text() -> None:
    """A link as seen from the page; what has no page is printed as it is; a dead link stops the build."""
    assert anchor(Link("B2.1 会", "checklist/b2-1/")) == '<a href="../../checklist/b2-1/">B2.1 会</a>'
    assert anchor(Link("B9.9", None)) == "B9.9"
    with pytest.raises(LinkError):
        anchor(Link("B9.9", "checklist/b9-9/"))


def test_figure_carries_its_key() -> None:
    """A number is found in `kaohe figures`; other texts are only texts."""
    assert figure(Shown("62%", "2025:a.rate")) == '<span data-figure="2025:a.rate">62%</span>'
    assert figure(Shown("—")) == "—"
    assert figure("—") == "—"


def test_phrase_prints_its_figures_and_links() -> None:
    """Words, figures and links in order; a plain text is a sentence too."""
    parts = ("共 ", Shown("3", "2025:n"), " 项，见", Link("会", "checklist/b2-1/"), "。")
    shown = '共 <span data-figure="2025:n">3</span> 项，见<a href="../../checklist/b2-1/">会</a>。'
    assert phrase(Phrase(*parts)) == shown
    assert phrase("没有。") == "没有。"


def test_mark_has_shape_and_word_and_the_day_it_looks_at() -> None:
    """Shape and word always; the day only where the light still changes."""
    done, late = Mark("●", "已销号", "closed"), Mark("■", "逾期 3 天", "late", 1, "2026-06-27", held=True)
    shape = '<span aria-hidden="true">{}</span>'.format
    assert mark(done) == f'<span class="kh-mark kh-mark--closed">{shape("●")} 已销号</span>'
    due = ' data-kh-due="2026-06-27" data-kh-held'
    assert mark(late) == f'<span class="kh-mark kh-mark--late"{due}>{shape("■")} 逾期 3 天</span>'
    assert by_rank(late) == ' data-sort="1 逾期 3 天" data-filter="逾期"'


@pytest.mark.parametrize(
    "printed",
    [
        lambda text: anchor(Link(text, None)),
        lambda text: anchor(Link(text, "checklist/b2-1/")),
        figure,
        lambda text: figure(Shown(text, text)),
        phrase,
        lambda text: phrase(Phrase(text, Shown(text, text), Link(text, "checklist/b2-1/"))),
        lambda text: mark(Mark(text, text, text, 1, text)),
        lambda text: by_rank(Mark(text, text, text)),
    ],
)
@pytest.mark.parametrize("text", [EVIL, CLAIMED])
def test_whatever_is_printed_is_text(printed: Callable[[str], Markup], text: str) -> None:
    """A value is escaped in elements and attributes, even one that claims to be markup."""
    html = printed(text)
    assert SAFE in html
    assert "<script" not in html
