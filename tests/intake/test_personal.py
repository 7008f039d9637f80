"""Words and numbers that may stand nowhere outside `restricted/`."""

from __future__ import annotations

import pytest

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import Table
from generator.intake.personal import FORBIDDEN_WORDS, PRIVATE_WORDS, find_forbidden_word, find_personal


@pytest.mark.parametrize("word", (*FORBIDDEN_WORDS, *PRIVATE_WORDS))
def test_forbidden_words(word: str) -> None:
    """Each forbidden word is found inside a name, also when spaces part it."""
    for name in (word, f"2025{word}名单.csv", " ".join(word)):
        fault = find_forbidden_word(name)
        assert fault is not None
        assert fault.message == f"名称含有“{word}”，这类内容不得放在这里"
        assert fault.secret


@pytest.mark.parametrize(
    "text",
    [
        "2025-U03-012",
        "2026-01-12 2026-02-06 18:00",
        "1998-12-3 2001",
        "3.13812345678",
        "138123456789",
        "0351-1234567",
        "×党发〔2026〕6号",
        "0" * 53 + "13812345678",
    ],
)
def test_harmless_digits(text: str) -> None:
    """Dates, telephone numbers of offices, document numbers and long decimals are no personal data."""
    assert find_personal(text) is None


@pytest.mark.parametrize("text", ["+8613812345678", "+86 138 1234 5678", "8613812345678", "0086-13812345678"])
def test_mobile_number_with_the_prefix_of_the_country(text: str) -> None:
    """A mobile number copied from a phone's contacts is found as well."""
    assert find_personal(f"电话{text}") is not None


def test_the_contract_itself_is_clean() -> None:
    """No file or column of the contract outside `restricted/` has a forbidden word in its name."""
    for entry in (*TABLES, *DOCUMENTS):
        if not (isinstance(entry, Table) and entry.restricted):
            for name in (entry.name, entry.label, *(field.label for field in entry.fields)):
                assert find_forbidden_word(name) is None, name
