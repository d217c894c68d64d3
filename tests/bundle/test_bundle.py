"""The bundle gives back what was put in, and refuses everything else."""

import struct
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import AGENTS, CHANGE, CLOSED, FACTS, LISTINGS, SHA, UNDESIRABLE, contents
from sverka.bundle import MEMBER, Bundle, write
from sverka.bundle.container import LARGEST_SECTION, pack, read_table
from sverka.errors import TrustError
from sverka.model import Entry, Listing, Name, Place

DATA = write(contents())


def read_everything(data: bytes) -> tuple[object, ...]:
    """All a reader can learn from a bundle."""
    bundle = Bundle(data)
    bundle.verify()
    return (
        tuple(bundle.listings),
        bundle.facts,
        bundle.closed,
        bundle.as_of,
        bundle.entries,
        bundle.snapshots,
        bytes(bundle.index_bytes),
        bundle.rules_json,
        bundle.population,
        bundle.unicode,
    )


def test_what_was_written_is_read() -> None:
    bundle = Bundle(write(contents(items=(0, 2 | MEMBER), rules_json=b"{}", population="p1", unicode="14")))
    assert tuple(bundle.listings) == LISTINGS
    assert bundle.listings[1:3] == list(LISTINGS[1:3])
    assert (bundle.facts, bundle.closed) == (FACTS, CLOSED)
    assert bundle.entries == {AGENTS: 3, UNDESIRABLE: 1}
    assert [bundle.item(0), bundle.item(1)] == [(0, False), (2, True)]
    assert (bytes(bundle.index_bytes), bundle.rules_json) == (b"index", b"{}")
    assert (bundle.population, bundle.unicode) == ("p1", "14")


def test_a_listing_is_found_by_its_number_within_its_list() -> None:
    bundle = Bundle(DATA)
    assert bundle.find(UNDESIRABLE, "1") == (3,)
    assert bundle.find(AGENTS, "99") == ()
    assert bundle.find("no-such-list", "1") == ()


def test_the_same_contents_give_the_same_bytes() -> None:
    assert write(contents()) == DATA


def test_listings_beyond_one_block_are_all_there() -> None:
    many = [replace(LISTINGS[0], key=str(i)) for i in range(100)]
    bundle = Bundle(write(contents(listings=many, items=range(100))))
    assert [listing.key for listing in bundle.listings] == [str(i) for i in range(100)]
    assert bundle.listings[-1].key == "99"
    with pytest.raises(IndexError):
        bundle.listings[100]


def test_scattered_listings_and_lost_items_are_a_mistake_of_the_builder() -> None:
    with pytest.raises(ValueError, match="scattered"):
        write(contents(listings=(LISTINGS[0], LISTINGS[3], LISTINGS[1])))
    with pytest.raises(ValueError, match="behind the last"):
        write(contents(items=(4,)))


def test_every_flipped_bit_is_noticed() -> None:
    for at in range(len(DATA)):
        changed = bytearray(DATA)
        changed[at] ^= 1 << (at % 8)
        with pytest.raises(TrustError):
            read_everything(bytes(changed))


def test_every_truncation_and_every_addition_is_noticed() -> None:
    for length in range(len(DATA)):
        with pytest.raises(TrustError):
            Bundle(DATA[:length])
    with pytest.raises(TrustError, match="added at its end"):
        Bundle(DATA + b"\0")


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(TrustError):
        Bundle(data)


def test_a_newer_format_says_what_to_do() -> None:
    newer = bytearray(DATA)
    newer[13] = 2
    with pytest.raises(TrustError) as refusal:
        Bundle(bytes(newer))
    assert "newer Sverka" in refusal.value.fix.en


def test_a_section_that_unfolds_without_end_is_not_unfolded() -> None:
    honest = pack([("meta", b"\0" * 100_000, True)])
    section = read_table(memoryview(honest))["meta"]
    table = honest[52 : section.offset].replace(b"100000", b"000010"[:6].replace(b"000010", b"10"))
    forged = _seal(table, honest[section.offset :])
    with pytest.raises(TrustError, match="wrong size"):
        Bundle(forged).verify()
    with pytest.raises(TrustError):
        Bundle(_seal(table.replace(b",10,", b",%d," % (LARGEST_SECTION + 1)), honest[section.offset :]))


def _seal(table: bytes, body: bytes) -> bytes:
    """A file whose table has the right digest, as a forger would make it."""
    from hashlib import sha256  # noqa: PLC0415

    return b"sverka-bundle\x01\r\n" + struct.pack("<I", len(table)) + sha256(table).digest() + table + body


TEXT = st.text(max_size=12)
DATES = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))


TEXTS = st.lists(TEXT).map(tuple)
NAMES = st.lists(st.builds(Name, TEXT, st.sampled_from(["full", "alias"]), DATES)).map(tuple)
ENTRIES = st.builds(
    Entry,
    list_id=st.just(AGENTS),
    number=TEXT,
    kind=st.sampled_from(["person", "organisation", "material"]),
    official_name=TEXT,
    names=NAMES,
    place=st.just(Place(SHA, "row 1")),
    category=TEXT,
    listed_on=DATES,
    published_on=DATES,
    removed_on=DATES,
    legal_basis=TEXTS,
    birth_year=st.none() | st.integers(1850, 2025),
    inn=TEXT,
    ogrn=TEXT,
    domains=TEXTS,
    handles=TEXTS,
    members=TEXTS,
    decisions=TEXTS,
    country=TEXT,
    terrorism=st.none() | st.booleans(),
    note=TEXT,
    digest=TEXT,
)


@given(ENTRIES)
def test_every_entry_survives_the_way_through_a_bundle(entry: Entry) -> None:
    listing = Listing("k", entry, date(2022, 1, 1), date(2023, 1, 1), (CHANGE,))
    assert list(Bundle(write(contents(listings=[listing], items=()))).listings) == [listing]
