"""The policy names the theme's own scripts and no others."""

from __future__ import annotations

from pathlib import Path

from generator.books.build import Workshop
from generator.books.policy import content_security_policy, inline_scripts, script_hash
from tests.conftest import PROJECT
from tests.site.crawl import pages


def test_every_script_of_the_sample_is_named(sample_site: Path) -> None:
    """At every depth, on the page of the theme too, and none is named that no page of a site could have."""
    policy = content_security_policy(
        Workshop(PROJECT / "mkdocs.yml", PROJECT / "site_templates", PROJECT / "content")
    )
    found = {script_hash(script) for page in pages(sample_site) for script in inline_scripts(page)}
    assert len(found) == 6
    assert [one for one in found if f"'sha256-{one}'" not in policy] == []


def test_nothing_of_a_project_allows_itself(workshop: Workshop) -> None:
    """What stands in data and hand-written pages changes no policy; what stands in the theme does."""
    before = content_security_policy(workshop)
    (workshop.content / "shelf").mkdir()
    (workshop.content / "shelf/index.md").write_text("# 首页\n\n<script>1</script>\n", encoding="utf-8")
    assert content_security_policy(workshop) == before
    odd = '1 < 2 && "&amp;"'
    main = workshop.templates / "theme/main.html"
    text = main.read_text(encoding="utf-8")
    main.write_text(
        text.replace("{% block scripts %}", "{% block scripts %}<script>" + odd + "</script>"),
        encoding="utf-8",
    )
    assert script_hash(odd) in content_security_policy(workshop)


def test_data_and_loaded_scripts_are_no_inline_scripts(tmp_path: Path) -> None:
    """JSON runs nowhere; a script with an address is covered by `self`."""
    page = tmp_path / "page.html"
    page.write_text(
        '<script type="application/json">{}</script><script src="a.js"></script><p>1</p><script>2</script>',
        encoding="utf-8",
    )
    assert list(inline_scripts(page)) == ["2"]
