"""Listings across states: identity, edits, what is announced and what is silent."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record.states import NAMES_ONLY, bare, row, state
from sverka.model import Change, Entry, Listing
from sverka.record import diff, fold

ANNA = row("1", "Кедрова Анна Петровна", "2022-06-10")
BORIS = row("2", "Лосев Борис Ильич", "2022-09-02", year=1971)
VERA = row("3", "Мшанская Вера Львовна", "2023-01-20", year=1990)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, bool]]:
    return [(c.action, c.field, c.announced) for c in changes]


CASES: dict[str, tuple[Entry, Entry, list[tuple[str, str, bool]]]] = {
    "nothing": (ANNA, ANNA, []),
    "a name rewritten": (
        ANNA,
        replace(ANNA, official_name="Кедрова Анна Павловна"),
        [("edited", "official_name", False)],
    ),
    "an old date moved": (ANNA, replace(ANNA, listed_on=BORIS.listed_on), [("edited", "listed_on", False)]),
    "a birth year rewritten": (ANNA, replace(ANNA, birth_year=1981), [("edited", "birth_year", False)]),
    "a legal basis rewritten": (
        ANNA,
        replace(ANNA, legal_basis=("Статья 9 № 255-ФЗ",)),
        [("edited", "legal_basis", False)],
    ),
    "an exclusion": (
        ANNA,
        row("1", "Кедрова Анна Петровна", "2022-06-10", removed="2023-02-03"),
        [("edited", "removed_on", True)],
    ),
    "an exclusion written in after the fact": (
        ANNA,
        row("1", "Кедрова Анна Петровна", "2022-06-10", removed="2022-07-01"),
        [("edited", "removed_on", False)],
    ),
    "blanks, quotes, dashes and №": (
        replace(ANNA, official_name="Фонд «Ель – Сосна» № 5"),
        replace(ANNA, official_name='Фонд  "Ель - Сосна" No 5 '),
        [],
    ),
    "a cell broken inside a word": (
        replace(ANNA, official_name="научно- исследовательская артель"),
        replace(ANNA, official_name="научно-исследовательская артель"),
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_edit_is_one_change_of_its_field(case: str) -> None:
    old, new, expected = CASES[case]
    assert told(diff(state("2023-02-03", old, BORIS), state("2023-02-10", new, BORIS))) == expected


def test_a_new_inclusion_is_announced_and_a_row_gone_is_silent() -> None:
    changes = diff(state("2023-01-13", ANNA, BORIS), state("2023-01-20", BORIS, VERA))
    assert told(changes) == [("added", "", True), ("removed", "", False)]


def test_a_row_slipped_in_under_an_old_date_is_silent() -> None:
    late = replace(VERA, listed_on=ANNA.listed_on)
    assert told(diff(state("2023-02-03", ANNA), state("2023-02-10", ANNA, late))) == [("added", "", False)]


def test_a_reinclusion_is_a_second_listing_with_or_without_numbers() -> None:
    out = replace(ANNA, removed_on=BORIS.listed_on)
    again = replace(ANNA, number="4", listed_on=VERA.listed_on)
    for states in (lambda *r: r, bare):
        listings = fold(
            [state("2022-12-30", *states(out, BORIS)), state("2023-01-27", *states(out, BORIS, again))]
        )
        assert [x.entry.listed_on for x in listings] == [ANNA.listed_on, BORIS.listed_on, VERA.listed_on]
        assert all(len(x.changes) == 1 for x in listings)


def test_a_rename_with_the_same_number_is_an_edit() -> None:
    new = replace(row("1", "Фонд «Совсем другой»", "2022-06-10"))
    (change,) = diff(state("2023-02-03", ANNA), state("2023-02-10", new))
    assert (change.action, change.field, change.after) == ("edited", "official_name", "Фонд «Совсем другой»")


def test_a_list_that_closes_a_gap_renumbers_all_and_edits_nobody() -> None:
    undated = [replace(x, listed_on=None) for x in (ANNA, BORIS, VERA)]
    after = [replace(undated[1], number="1"), replace(undated[2], number="2")]
    states = frozenset({"number", "official_name", "birth_year"})
    changes = diff(state("2023-02-03", *undated, states=states), state("2023-02-10", *after, states=states))
    # No column for exclusions: a row that goes is how this list excludes.
    assert told(changes) == [("removed", "", True)]


def test_numbers_swapped_between_two_rows_are_edits() -> None:
    changes = diff(
        state("2023-02-03", ANNA, BORIS),
        state("2023-02-10", replace(ANNA, number="2"), replace(BORIS, number="1")),
    )
    assert told(changes) == [("edited", "number", False)] * 2


def test_a_form_without_numbers_joins_by_name_and_date_and_takes_nothing_away() -> None:
    with_alias = replace(ANNA, official_name="Кедрова Анна Петровна (псевдоним - Ёлка)")
    later = replace(ANNA, official_name='Кедрова Анна Петровна "Елка"')
    listings = fold(
        [
            state("2023-02-03", with_alias, BORIS),
            state("2026-07-16", *bare(later, BORIS), form="names", states=NAMES_ONLY),
        ]
    )
    assert [x.key for x in listings] == ["1", "2"]
    assert all(len(x.changes) == 1 for x in listings)
    assert listings[0].entry.birth_year == 1980
    assert listings[0].entry.legal_basis == ANNA.legal_basis


def test_a_form_that_folds_reinclusions_into_one_row_removes_nobody() -> None:
    out = replace(ANNA, removed_on=BORIS.listed_on)
    again = replace(ANNA, number="4", listed_on=VERA.listed_on)
    listings = fold(
        [
            state("2023-02-03", out, BORIS, again),
            state("2026-07-16", *bare(out, BORIS), form="names", states=NAMES_ONLY),
        ]
    )
    assert [c.action for x in listings for c in x.changes] == ["added"] * 3


def test_a_row_that_comes_back_is_the_same_listing_and_says_so() -> None:
    (anna, _) = fold(
        [state("2023-02-03", ANNA, BORIS), state("2023-02-10", BORIS), state("2023-02-17", ANNA, BORIS)]
    )
    assert told(anna.changes) == [("added", "", True), ("removed", "", False), ("added", "", False)]
    assert (anna.first_seen.isoformat(), anna.last_seen.isoformat()) == ("2023-02-03", "2023-02-17")


def test_two_people_of_one_name_stay_two() -> None:
    twin = replace(ANNA, number="9", birth_year=1999)
    listings = fold([state("2023-02-03", ANNA, twin), state("2023-02-10", twin, ANNA)])
    assert [(x.key, len(x.changes)) for x in listings] == [("1", 1), ("9", 1)]


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Entry, ...]]:
    """A few states of a small list, each an edit, an inclusion, an exclusion or a loss away."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    rows = [ANNA, BORIS]
    out = [tuple(rows)]
    for week in range(draw(st.integers(1, 4))):
        at = rng.randrange(len(rows))
        act = rng.choice(["add", "year", "law", "exclude", "lose", "shuffle"])
        if act == "add":
            rows = [
                *rows,
                row(str(10 + week), f"Новых{'аоиуе'[week]} Имя Отчествович", f"2023-02-{week + 1:02}"),
            ]
        elif act == "year":
            rows[at] = replace(rows[at], birth_year=1950 + week)
        elif act == "law":
            rows[at] = replace(rows[at], legal_basis=(f"Статья {week}",))
        elif act == "exclude":
            rows[at] = replace(rows[at], removed_on=VERA.listed_on)
        elif act == "lose" and len(rows) > 1:
            rows = rows[:at] + rows[at + 1 :]
        else:
            rng.shuffle(rows)
        out.append(tuple(rows))
    return out


@settings(max_examples=60, deadline=None)
@given(histories(), st.randoms())
def test_the_order_of_import_never_shows(history: list[tuple[Entry, ...]], rng: random.Random) -> None:
    states = [state(f"2023-03-{day + 1:02}", *rows) for day, rows in enumerate(history)]
    expected = fold(states)
    rng.shuffle(states)
    assert fold([*states, states[0]]) == expected


@settings(max_examples=60, deadline=None)
@given(histories())
def test_the_newest_state_is_what_the_listings_say(history: list[tuple[Entry, ...]]) -> None:
    """`apply(old, diff(old, new)) == new`: what is not gone is exactly the last state's rows."""
    listings = fold([state(f"2023-03-{day + 1:02}", *rows) for day, rows in enumerate(history)])

    def gone(listing: Listing) -> bool:
        return next(c for c in reversed(listing.changes) if c.field == "").action == "removed"

    assert {x.entry for x in listings if not gone(x)} == set(history[-1])


def test_an_edit_names_the_last_state_that_said_otherwise() -> None:
    states = [
        state("2023-02-03", ANNA, BORIS),
        state("2023-02-10", ANNA, BORIS),
        state("2023-02-17", replace(ANNA, birth_year=1981), BORIS),
    ]
    (anna, _) = fold(states)
    assert [(c.earlier, c.later) for c in anna.changes[1:]] == [(states[1].sha256, states[2].sha256)]
