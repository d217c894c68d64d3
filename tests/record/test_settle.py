"""The store settled state by state, in any order, says what it says settled at once, and what `fold` says."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record.states import FULL, LIST, NAMES_ONLY, bare, row, state
from sverka.errors import SourceError
from sverka.model import Entry, Listing, Place, Snapshot
from sverka.record import diff, fold, identity, queries, stored, walk
from sverka.record.listings import StoredThreads
from sverka.record.store import Store

SURNAMES = ["Кедрова", "Лосева", "Мшанская", "Рябинина", "Осокина"]


def person(rng: random.Random, number: int) -> Entry:
    name = f"{rng.choice(SURNAMES)} {rng.choice(['Анна', 'Вера'])} {rng.choice(['Петровна', 'Львовна'])}"
    listed = rng.choice(["2022-06-10", "2022-09-02", "2023-01-20", ""])
    return row(rng.choice([str(number), str(number), ""]), name, listed, year=rng.choice([1970, 1980, None]))


def removed(rng: random.Random, rows: list[Entry], at: int, _next: int) -> list[Entry]:
    return [*rows[:at], replace(rows[at], removed_on=date(2023, 2, rng.randint(1, 28))), *rows[at + 1 :]]


def included_again(rng: random.Random, rows: list[Entry], at: int, number: int) -> list[Entry]:
    day = date(2023, 3, rng.randint(1, 28))
    return [*rows, replace(rows[at], number=str(number), listed_on=day, removed_on=None)]


def edited(rng: random.Random, rows: list[Entry], at: int, number: int) -> list[Entry]:
    change: dict[str, object] = rng.choice(
        [
            {"official_name": person(rng, 0).official_name},
            {"birth_year": rng.randint(1950, 1960)},
            {"legal_basis": (f"Статья {rng.randint(1, 9)}",)},
            {"listed_on": date(2022, 7, rng.randint(1, 28))},
            {"number": str(rng.randint(1, number + 2))},
            {"domains": ("les.example",)},
        ]
    )
    return [*rows[:at], replace(rows[at], **change), *rows[at + 1 :]]  # type: ignore[arg-type]


def renumbered(rng: random.Random, rows: list[Entry], at: int, _next: int) -> list[Entry]:
    kept = rows[:at] + rows[at + 1 :] if rng.randrange(2) else rows
    return [replace(r, number=str(n)) for n, r in enumerate(kept, 1)]


def doubled(_rng: random.Random, rows: list[Entry], at: int, _next: int) -> list[Entry]:
    return [*rows, rows[at]]


def lost(_rng: random.Random, rows: list[Entry], at: int, _next: int) -> list[Entry]:
    return rows[:at] + rows[at + 1 :]


def added(rng: random.Random, rows: list[Entry], _at: int, number: int) -> list[Entry]:
    return [*rows, person(rng, number)]


def shuffled(rng: random.Random, rows: list[Entry], _at: int, _next: int) -> list[Entry]:
    return rng.sample(rows, len(rows))


ACTS: list[Callable[[random.Random, list[Entry], int, int], list[Entry]]] = [
    added, added, edited, edited, removed, included_again, renumbered, doubled, lost, shuffled,
]


def history(rng: random.Random) -> list[Snapshot]:
    """States of a small list over three forms, each some acts away from the one before."""
    rows = [person(rng, n) for n in range(1, rng.randint(2, 7))]
    known, day, out = list(rows), date(2023, 3, 1), []
    for number in range(10, 10 + rng.randint(2, 6)):
        form = rng.choice(["pdf", "pdf", "pdf", "json", "names"])
        stated = bare(*rows) if form == "names" else tuple(rows)
        out.append(
            state(day.isoformat(), *stated, form=form, states=NAMES_ONLY if form == "names" else FULL)
        )
        day += timedelta(days=rng.choice([0, 7, 40]))
        for _ in range(rng.choice([0, 1, 1, 3])):
            rows = rng.choice(ACTS)(rng, rows, rng.randrange(len(rows)), number) if rows else known
        rows = [*rows, rng.choice(known)] if rng.randrange(4) == 0 else rows
    return list({s.sha256: s for s in out}.values())


histories = st.integers(0, 10**9).map(lambda seed: history(random.Random(seed)))


def refuse(snapshot: Snapshot, last: Snapshot | None) -> None:
    """A guard that depends on what came before."""
    if last and len(snapshot.entries) < len(last.entries):
        raise SourceError(f"{len(snapshot.entries)} rows after {len(last.entries)}")


def kept(states: list[Snapshot], *, at_once: bool, guarded: bool = False, pauses: random.Random) -> Store:
    store = Store(":memory:")
    for index, snapshot in enumerate(states):
        store.add(snapshot, log_index=index, capture=str(index), obtained={})
        if not at_once and pauses.randrange(3):
            store.settle(LIST, refuse if guarded else None)
    store.settle(LIST, refuse if guarded else None)
    return store


def said(listings: Iterable[Listing]) -> list[object]:
    """Listings without the places of their rows, of which the store keeps those of versions only."""
    return [replace(x, entry=replace(x.entry, place=Place("", ""))) for x in listings]


@settings(max_examples=150, deadline=None)
@given(histories, st.randoms(use_true_random=False), st.booleans())
def test_state_by_state_in_any_order_is_what_all_at_once_is(
    states: list[Snapshot], rng: random.Random, guarded: bool
) -> None:
    whole = kept(states, at_once=True, guarded=guarded, pauses=rng)
    steps = kept(rng.sample(states, len(states)), at_once=False, guarded=guarded, pauses=rng)
    in_order = kept(
        sorted(states, key=lambda s: (s.as_of, s.sha256)), at_once=False, guarded=guarded, pauses=rng
    )
    for store in (steps, in_order):
        assert said(store.listings(LIST)) == said(whole.listings(LIST))
        assert list(store.changes(LIST)) == list(whole.changes(LIST))
        assert store.fingerprint() == whole.fingerprint()
        assert store.fingerprint_of_memory() == whole.fingerprint_of_memory()
        assert [r["set_aside"] for r in store.snapshots()] == [r["set_aside"] for r in whole.snapshots()]
        assert store.unsettled() == []


@settings(max_examples=150, deadline=None)
@given(histories, st.randoms(use_true_random=False))
def test_the_store_says_what_the_fold_in_memory_says(states: list[Snapshot], rng: random.Random) -> None:
    store = kept(rng.sample(states, len(states)), at_once=False, pauses=rng)
    assert said(store.listings(LIST)) == said(fold(states))
    a, b = rng.sample(states, 2) if len(states) > 1 else states * 2
    found = store.diff(a.sha256, b.sha256)
    assert found is not None
    assert tuple(found) == diff(a, b)


@settings(max_examples=60, deadline=None)
@given(histories, st.randoms(use_true_random=False), st.integers(1, 4))
def test_what_is_held_in_memory_never_shows(
    states: list[Snapshot], rng: random.Random, size: int
) -> None:
    """A list too large to hold is read in pieces, to the same end."""
    expected = kept(states, at_once=True, pauses=rng).fingerprint()
    with pytest.MonkeyPatch.context() as patch:
        for module in (identity, stored):
            patch.setattr(module, "_HELD", 0)
        patch.setattr(walk, "CHUNK", size)
        assert kept(states, at_once=True, pauses=rng).fingerprint() == expected


@settings(max_examples=60, deadline=None)
@given(histories, st.randoms(use_true_random=False), st.integers(1, 3), st.integers(0, 60))
def test_pages_of_as_of_are_the_whole(
    states: list[Snapshot], rng: random.Random, size: int, days: int
) -> None:
    store = kept(states, at_once=True, pauses=rng)
    known = date(2023, 3, 1) + timedelta(days=days)
    whole = list(store.as_of(LIST, valid=known, known=known))
    with patch.object(queries, "_FEW", -1):  # the way for a day when many stood on the list
        assert list(store.as_of(LIST, valid=known, known=known)) == whole
    paged, after = [], 0
    while page := list(store.as_of(LIST, valid=known, known=known, after=after, limit=size)):
        paged += page
        after = page[-1].listing
    assert paged == whole
    rows = store.db.execute(
        "SELECT l.id FROM version v JOIN listing l ON l.id = v.listing WHERE v.list = ?1 AND NOT v.gone "
        "AND v.known_from <= ?2 AND v.known_to > ?2 AND coalesce(v.listed_on, l.first_seen) <= ?2 "
        "AND coalesce(v.removed_on, '9999-12-31') > ?2 ORDER BY l.id",
        (LIST, known.isoformat()),
    )
    assert [x.listing for x in whole] == [r[0] for r in rows]


def shows() -> bool:
    """Whether some of these histories comes out of the store otherwise than of the memory."""
    for seed in range(300):
        states = history(random.Random(seed))
        if said(kept(states, at_once=True, pauses=random.Random(0)).listings(LIST)) != said(fold(states)):
            return True
    return False


FAULTS = {"lose": lambda *_: None, "_exceptions": lambda *_: "", "_number": lambda *_: 0}


def test_a_store_that_forgets_something_between_states_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shows()
    for name, fault in FAULTS.items():
        with monkeypatch.context() as patch:
            patch.setattr(StoredThreads, name, fault)
            assert shows(), name
