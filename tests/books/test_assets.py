"""What is left of the theme's scripts."""

from generator.books.theme.assets import without_foreign_hosts


def test_hosts_the_theme_could_load_from_become_dead_local_addresses() -> None:
    """Quotes and code around an address stay as they are."""
    script = b'_t("https://unpkg.com/mermaid@11/dist/mermaid.min.js"):$(void 0);`https://${e}/api/v4/p`'
    assert without_foreign_hosts(script) == b'_t("absent.js"):$(void 0);`${e}/api/v4/p`'


def test_source_map_comments_go_with_the_maps() -> None:
    """Browsers' tools do not ask for files that are not there."""
    assert without_foreign_hosts(b"x;\n//# sourceMappingURL=bundle.js.map\n") == b"x;\n"
    assert without_foreign_hosts(b"b{}/*# sourceMappingURL=main.css.map */") == b"b{}"
