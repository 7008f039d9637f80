"""Templates compiled once for several environments."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.rendering.compiled import Compiled


def test_a_template_is_compiled_again_only_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next book's environment takes what the last one made; an edited template is never printed old."""
    compiled, parsed = Compiled(), []
    parse = Environment._parse
    monkeypatch.setattr(Environment, "_parse", lambda *given: parsed.append(given[2]) or parse(*given))

    def printed(text: str) -> str:
        (tmp_path / "page.html").write_text(text, encoding="utf-8")
        env = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=compiled, autoescape=True)
        return env.get_template("page.html").render()

    assert [printed("甲"), printed("甲"), printed("乙")] == ["甲", "甲", "乙"]
    assert parsed == ["page.html", "page.html"]
