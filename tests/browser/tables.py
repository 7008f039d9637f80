"""What tests say to tables: press a head, choose in a drop-down, read a column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from playwright.sync_api import Locator, Page, expect

from tests.conftest import PROJECT

ASSETS = PROJECT / "site_templates/theme/assets"


@dataclass(frozen=True)
class Table:
    """A table of an open page, by its name in the address or by its caption."""

    page: Page
    name: str

    @property
    def root(self) -> Locator:
        """The table itself."""
        return self.page.locator("table", has=self.page.locator("caption", has_text=self.name)).or_(
            self.page.locator(f"table[data-kh-name='{self.name}']")
        )

    def head(self, label: str) -> Locator:
        """The head cell with these words."""
        return self.root.locator("thead th", has_text=label)

    def press(self, label: str) -> None:
        """Click a head."""
        self.head(label).locator("button").click()

    def column(self, label: str) -> list[str]:
        """What the cells under a head read, top down, as far as they are shown."""
        texts: list[str] = self.root.evaluate(
            """(table, label) => {
                const heads = Array.from(table.tHead.rows[0].cells);
                const at = heads.findIndex(head => head.textContent.includes(label));
                const rows = Array.from(table.tBodies).flatMap(body => Array.from(body.rows));
                return rows.map(row => row.cells[at].innerText.trim());
            }""",
            label,
        )
        return texts

    def count(self) -> int:
        """How many rows are shown, in bodies only."""
        return self.root.locator("tbody tr").count()


def choose(page: Page, label: str, value: str) -> None:
    """Choose in the drop-down of a column."""
    page.get_by_role("combobox", name=label, exact=True).select_option(value)


def choices(page: Page, label: str) -> list[str]:
    """What the drop-down of a column offers."""
    return page.get_by_role("combobox", name=label, exact=True).locator("option").all_inner_texts()


def search(page: Page, text: str) -> None:
    """Type into the text filter, and wait until it has acted."""
    page.get_by_role("searchbox", name="筛选本表").fill(text)
    page.wait_for_timeout(200)


def says(page: Page, text: str) -> None:
    """Expect the live count to read so."""
    expect(page.locator(".kh-count")).to_have_text(text)


def made_up(tools: str, rows: Iterable[str], foot: str = "") -> str:
    """A page of one table `值` without Material, under a policy that forbids inline scripts and styles.

    `rows` are the groups' HTML, one `<tbody>` each.
    """
    bodies = "".join(f"<tbody>{group}</tbody>" for group in rows)
    return (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>表</title>'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="tables.css">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "script-src 'self'; style-src 'self'; img-src data:\">"
        '</head><body class="md-typeset"><div class="kh-stack"><div class="kh-scroll">'
        f'<table class="kh-table" data-kh-table="{tools}" data-kh-name="made"><caption>值</caption>'
        f'<thead><tr><th scope="col">号</th><th scope="col" data-kh-filter>值</th></tr></thead>{bodies}'
        f'{foot}</table></div></div><script src="tables.js"></script></body></html>'
    )


def lines(values: Iterable[str]) -> str:
    """A row a value, numbered from 1."""
    return "".join(f"<tr><th>{n}</th><td>{escape(value)}</td></tr>" for n, value in enumerate(values, 1))
