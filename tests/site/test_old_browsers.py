"""Our scripts and style sheets in Chromium 86 of 2020, which browsers of state companies are built on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

ASSETS = PROJECT / "site_templates/theme/assets"

LATER_SCRIPT = {
    r"\.at\(": 92,
    r"\.(findLast|findLastIndex)\(": 97,
    r"\.(toSorted|toReversed|toSpliced|with)\(": 110,
    r"\b(Object|Map)\.groupBy\b": 117,
    r"\bArray\.fromAsync\b": 121,
    r"\bObject\.hasOwn\b": 93,
    r"\bPromise\.(withResolvers|try)\b": 119,
    r"\b(isWellFormed|toWellFormed)\(": 111,
    r"\b(hasIndices|unicodeSets)\b": 90,
    r"(?<=[=(,:!&|?] )/(?![*/])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\\[])+/[a-z]*[dv]": 90,
    r"new RegExp\([^\n]*,\s*[\"'`][a-z]*[dv]": 90,
    r"\bRegExp\.escape\b": 136,
    r"\bstatic\s*\{": 94,
    r"#\w+\s+in\b": 91,
    r"^(?![ \t])[^\n{(]*\bawait\b": 89,
    r"\bcause\s*:": 93,
    r"\bstructuredClone\b": 98,
    r"\breportError\(": 95,
    r"\bIntl\.(Segmenter|supportedValuesOf|DurationFormat)\b": 87,
    r"\bIterator\.": 122,
    r"\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(": 122,
    r"\bURL\.(canParse|parse)\b": 120,
    r"\bURLPattern\b": 95,
    r"\bAbortSignal\.(timeout|any)\b": 103,
    r"\bsignal\s*:": 90,
    r"\brandomUUID\b": 92,
    r"\b(checkVisibility|showPicker|showPopover|togglePopover|startViewTransition)\b": 99,
    r"\bscrollend\b": 114,
    r"\.inert\b": 102,
    r"\b(getHTMLUnsafe|setHTMLUnsafe|setHTML|getHTML)\b": 124,
    r"\bCSS\.highlights\b": 105,
    r"\b(CompressionStream|DecompressionStream)\b.*deflate-raw": 103,
    r"\bTemporal\b": 144,
    r":(has|is|where)\(": 88,
}
"""What a script may not have, and the version of Chromium that first had it."""

LATER_STYLE = {
    r":has\(": 105,
    r":(is|where|dir)\(": 88,
    r":not\([^()]*,": 88,
    r":user-(in)?valid\b": 119,
    r"::(view-transition|details-content|highlight\()": 111,
    r"@(layer|container|scope|starting-style)\b": 99,
    r"(?:^|[{};]\s*)&|[{;]\s*&": 112,
    r"@media[^{]*[<>]": 104,
    r"@media[^{]*(forced-colors|prefers-contrast)": 89,
    r"[{;\s]aspect-ratio\s*:": 88,
    r"[{;\s]inset(-\w+)*\s*:": 87,
    r"[{;\s]accent-color\s*:": 93,
    r"[{;\s](translate|rotate|scale)\s*:": 104,
    r"[{;\s](text-wrap|text-box|field-sizing|interpolate-size|scrollbar-gutter|scrollbar-width)\s*:": 94,
    r"[{;\s]text-(decoration-thickness|underline-offset)\s*:": 89,
    r"[{;\s]text-decoration\s*:[^;}]*\d(px|em|rem)": 89,
    r"[{;\s]mask(-\w+)?\s*:": 120,
    r"[{;\s](container|animation-timeline|anchor-name|position-anchor|view-transition-name)\b": 105,
    r"[{;\s]border-(start|end)-(start|end)-radius\s*:": 89,
    r"overflow(-\w)?\s*:\s*clip": 90,
    r"\b(color-mix|oklch|oklab|lch|lab|light-dark|hwb|color)\(": 101,
    r"\b(round|mod|rem|sin|cos|pow|sqrt|hypot|abs|sign)\(": 111,
    r"\d(dvh|svh|lvh|dvw|svw|lvw|lh|rlh|cqw|cqi|cap)\b": 108,
    r"\bsubgrid\b": 117,
    r"(min|max|fit)-content\b.*calc-size": 129,
}
"""The same for style sheets."""

DISPENSABLE = (
    "text-decoration-thickness: 1px;",  # a line somewhat thicker
    r"text-underline-offset: [\d.]+em;",  # or nearer
    r"^ *body:has\(\.kh-landscape > h1\) \{.*\}$",  # the heading on a sheet of its own
    r"^ *details::details-content \{.*\}$",  # folds closed on paper
    r"@supports selector\(::details-content\) \{(?s:.*?)^  \}$",  # folds instead of tabs
)
"""What may be missing, each in a rule or line of its own, which alone is dropped."""
UNTOLD = re.compile(r"/\*(?s:.*?)\*/|(?:^|(?<=[\s;{}]))//.*|" + "|".join(DISPENSABLE), re.MULTILINE)
"""That, and comments."""


def later(text: str, features: dict[str, int]) -> Iterator[str]:
    """What stands in the text and came later, with its version."""
    plain = UNTOLD.sub("", text)
    for pattern, version in features.items():
        for found in re.finditer(pattern, plain, re.MULTILINE):
            yield f"{found[0].strip()} (Chromium {version})"


def _files(suffix: str) -> list[Path]:
    return sorted(ASSETS.rglob(f"*.{suffix}"))


@pytest.mark.parametrize("file", _files("js"), ids=lambda file: file.name)
def test_scripts_use_nothing_later(file: Path) -> None:
    """A browser that does not know a word of a script runs none of it."""
    assert list(later(file.read_text(encoding="utf-8"), LATER_SCRIPT)) == []


@pytest.mark.parametrize("file", _files("css"), ids=lambda file: file.name)
def test_style_sheets_use_nothing_later(file: Path) -> None:
    """A browser that does not know a selector drops the whole rule."""
    assert list(later(file.read_text(encoding="utf-8"), LATER_STYLE)) == []


@pytest.mark.parametrize(
    "script",
    [
        "list.at(-1)",
        "const end = /a(b)/d.exec(text)",
        "text.replace( /[/]\\/[\\p{L}--[a-z]]/v, '')",
        'new RegExp(word, "gd")',
        "class A { static { run(); } }",
        "return #x in one;",
        "const made = await load();",
        "await load();",
        "Object.hasOwn(one, two)",
        "document.querySelector('a:has(b)')",
    ],
)
def test_what_came_later_is_seen_in_scripts(script: str) -> None:
    """One of each kind."""
    assert list(later(script, LATER_SCRIPT))


@pytest.mark.parametrize(
    "style",
    [
        "a { &:hover { color: red; } }",
        ".a {\n  & b { color: red; }\n}",
        "a:not(b, i) {}",
        "a {inset: 0}",
        "a { margin: 0; aspect-ratio: 1 }",
        "@layer base { }",
        "@media (width >= 600px) { }",
        "a { height: 100dvh }",
        "a { color: color-mix(in srgb, red, blue) }",
        "a { text-decoration: underline dotted red 1px }",
        "a, body:has(.kh-landscape > h1) { page: wide; }",
    ],
)
def test_what_came_later_is_seen_in_style_sheets(style: str) -> None:
    """One of each kind."""
    assert list(later(style, LATER_STYLE))


@pytest.mark.parametrize(
    ("text", "features"),
    [
        (
            "a?.b ?? c; a ??= b; text.replaceAll('a', 'b'); /a/gu; (a / b / d); async () => { await b; };",
            LATER_SCRIPT,
        ),
        ("// list.at(-1)\n/* structuredClone */", LATER_SCRIPT),
        ("a:focus-visible { box-shadow: inset 0 0 1px; gap: min(1rem, 2vw); content: '&'; }", LATER_STYLE),
    ],
)
def test_what_was_there_is_let_through(text: str, features: dict[str, int]) -> None:
    """So that nobody learns to look away."""
    assert list(later(text, features)) == []
