"""Short cuts of reading a name give what the long way gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.names.phonemic import _LATIN_RULES, _SLAVIC_RULES
from sverka.names.population import TableRole, blob, rows_of
from sverka.names.systems import RULES, alternation


@pytest.mark.parametrize("role", ["surname", "given", "patronymic"])
def test_a_key_finds_exactly_its_rows(role: TableRole) -> None:
    """Bisection over every 2,048th byte, held against the whole table; a key that is none finds nothing."""
    by_key: dict[str, list[tuple[str, int, str]]] = {}
    for line in blob(role).decode("cp1251").strip("\n").split("\n"):
        key, name, count, code = line.split("\t")
        by_key.setdefault(key, []).append((name, int(count), code))
    keys = list(by_key)
    for key in [*keys[:50], *keys[::37], *keys[-50:]]:
        assert [tuple(row) for row in rows_of(key, role)] == by_key[key]
        assert rows_of(key + "~", role) == ()
        assert len(rows_of(key[:-1], role)) == len(by_key.get(key[:-1], []))
    assert rows_of("", role) == ()


@pytest.mark.parametrize("rules", [_LATIN_RULES, _SLAVIC_RULES, *RULES.values()])
@given(word=st.text("abcdefghijklmnopqrstuvwxyzŠČłŭâšč'", max_size=12))
@settings(max_examples=60, deadline=None)
def test_passing_over_letters_changes_nothing(rules: tuple[tuple[str, str], ...], word: str) -> None:
    """The pattern that skips letters no rule begins with replaces what the plain one does."""
    plain = re.compile("|".join(f"({pattern})" for pattern, _ in rules))
    found, becomes = alternation(rules)
    assert becomes == tuple(to for _, to in rules)
    for pattern in (plain, found):
        assert pattern.groups == len(rules)
    assert ([(m.span(), m.lastindex) for m in plain.finditer(word)]
            == [(m.span(), m.lastindex) for m in found.finditer(word)])
