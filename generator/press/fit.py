"""Whether everything stands in the text area: looked up on the pages as they were set, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.pages.sheets.sheet import Layout

if TYPE_CHECKING:
    from weasyprint import Document

MM = 25.4 / 96
"""Millimetres of a CSS pixel, the unit pages are set in."""
TOLERANCE = 0.3
"""Millimetres a line may stand out: the thickness of a rule and the rounding of widths."""
_ASIDE = frozenset({"kp-foot", "kp-number", "kp-watermark"})
"""What stands outside of the text area on purpose."""


@dataclass(frozen=True)
class Overflow:
    """Something that leaves the text area."""

    page: int
    """From 1."""
    side: str
    """`下`, `右`."""
    millimetres: float
    text: str
    """The words that stand out the most."""

    def __str__(self) -> str:
        return f"第 {self.page} 页向{self.side}超出版心 {self.millimetres:.1f} 毫米：“{self.text}”"


@dataclass(frozen=True)
class _Area:
    """A rectangle in pixels from the corner of the page."""

    right: float
    bottom: float
    article: int | None = None
    """Which document of one page it belongs to."""


def overflows(document: Document, layout: Layout) -> tuple[Overflow, ...]:
    """The worst on each side of each page; on a document of one page each article is a page of its own."""
    found: list[Overflow] = []
    begun: dict[int, int] = {}
    for number, page in enumerate(document.pages, 1):
        worst: dict[str, Overflow] = {}
        for beyond in _beyond(page._page_box, layout, number, begun):
            if beyond.side not in worst or beyond.millimetres > worst[beyond.side].millimetres:
                worst[beyond.side] = beyond
        found += worst.values()
    return tuple(found)


def _beyond(page: Any, layout: Layout, number: int, begun: dict[int, int]) -> Iterator[Overflow]:
    """All that stands outside; `begun` are the articles of one page met so far, with their page."""
    for area, box in _lines(page, layout):
        right, down = box.position_x + box.width - area.right, box.position_y + box.height - area.bottom
        if area.article is not None and begun.setdefault(area.article, number) < number:
            down += page.height  # it went on to another page, where all of it is too much
        for side, pixels in (("右", right), ("下", down)):
            if pixels * MM > TOLERANCE:
                yield Overflow(begun.get(area.article or 0, number), side, pixels * MM, _text(box))


def _lines(page: Any, layout: Layout) -> Iterator[tuple[_Area, Any]]:
    """Every text and picture of the page with the area it must stay in."""
    area = _content(page)
    for child in page.children:
        yield from _below(child, area, layout)


def _below(box: Any, area: _Area, layout: Layout) -> Iterator[tuple[_Area, Any]]:
    classes = frozenset((box.element.get("class") or "").split()) if box.element is not None else frozenset()
    if classes & _ASIDE or type(box).__name__ == "MarginBox":
        return
    if layout is Layout.ONE_PAGE and "kp-sheet" in classes:
        content = _content(box)
        area = _Area(content.right, content.bottom, id(box.element))
    children = getattr(box, "children", ())
    if hasattr(box, "text") or not children:
        if getattr(box, "width", "auto") != "auto" and getattr(box, "height", "auto") != "auto":
            yield area, box
        return
    for child in children:
        yield from _below(child, area, layout)


def _content(box: Any) -> _Area:
    return _Area(box.content_box_x() + box.width, box.content_box_y() + box.height)


def _text(box: Any) -> str:
    return str(getattr(box, "text", "") or box.element_tag)[:20]
