"""The file of lists that ships is whole, small, and as this version of Sverka makes it."""

import re
from pathlib import Path

import pytest

from sverka.bundle import Bundle
from sverka.release.assemble import BUNDLED, refresh

DATA = Path(__file__).parents[2] / "src" / "sverka" / "data"


@pytest.fixture(scope="module")
def shipped() -> Bundle:
    bundle = Bundle((DATA / "ru.svk").read_bytes())
    bundle.verify()
    return bundle


def test_it_holds_every_list_and_is_small(shipped: Bundle) -> None:
    assert set(shipped.as_of) == set(BUNDLED)
    assert (DATA / "ru.svk").stat().st_size < 3_000_000


def test_its_index_rules_and_facts_are_those_of_this_version(shipped: Bundle) -> None:
    """Run `./run refresh` if this fails."""
    rules = (DATA / "rules.json").read_bytes()
    assert shipped.rules_json == rules
    # Not the bytes: another zlib presses otherwise, another Python has other Unicode tables.
    anew = Bundle(refresh(shipped, rules))
    assert (anew.facts, anew.closed, anew.population) == (shipped.facts, shipped.closed, shipped.population)
    assert bytes(anew.index_bytes) == bytes(shipped.index_bytes)
    assert [anew.item(i) for i in range(10)] == [shipped.item(i) for i in range(10)]


def test_it_holds_no_number_of_a_person_and_no_full_birth_date(shipped: Bundle) -> None:
    for listing in shipped.listings:
        entry = listing.entry
        if entry.kind != "person":  # official names of foreign bodies hold their register's numbers
            continue
        texts = (entry.official_name, entry.note, *(name.text for name in entry.names))
        assert not (entry.inn or entry.ogrn), listing.key
        assert not any(re.search(r"\b\d{3}-\d{3}-\d{3}[ -]\d{2}\b|\b\d{11,12}\b", text) for text in texts)


def test_keys_hold_no_name(shipped: Bundle) -> None:
    assert all(re.fullmatch(r"\d+|k[0-9a-f]{8}", listing.key) for listing in shipped.listings)
