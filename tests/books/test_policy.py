"""The policy names the theme's own scripts and no others."""

from __future__ import annotations

from pathlib import Path

from generator.books.build import Workshop
from generator.books.theme.policy import content_security_policy, inline_scripts, script_hash
from generator.pages.page import Page
from generator.rendering.environment import environment
from tests.books.conftest import Press, sample_book
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


def test_a_script_that_came_in_by_the_data_is_not_named(workshop: Workshop, press: Press, site: Path) -> None:
    """Not even when escaping is switched off, and it stands in the page as one that would run."""
    environment(workshop.templates).autoescape = False
    evil = "window.evil = 1"
    press(sample_book(Page("units/u05/", "修理厂", "plain.html.j2", f"<script>{evil}</script>", "units/")))
    assert evil in set(inline_scripts(site / "units/u05/index.html"))
    policy = content_security_policy(workshop)
    assert script_hash(evil) not in policy
    others = {script_hash(one) for one in inline_scripts(site / "units/u03/index.html")}
    assert others
    assert [one for one in others if one not in policy] == []


def test_data_and_loaded_scripts_are_no_inline_scripts(tmp_path: Path) -> None:
    """JSON runs nowhere; a script with an address is covered by `self`."""
    page = tmp_path / "page.html"
    page.write_text(
        '<script type="application/json">{}</script><script src="a.js"></script><p>1</p><script>2</script>',
        encoding="utf-8",
    )
    assert list(inline_scripts(page)) == ["2"]
