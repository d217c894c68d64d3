"""Which of several alike listings comes first."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import AGENTS, AS_OF, contents, listing
from sverka.bundle import Bundle, write
from sverka.check import check
from sverka.check.closeness import apart, covers
from sverka.matching import build_index
from sverka.model import Evidence, Match, Subject
from sverka.release.assemble import index_items

SAME = (0, 0, False)
ONE_NAME = [
    ("Фонд «Синяя репка»", "«Синяя репка» Фонд"),
    ("ФОНД «СИНЯЯ РЕПКА»", "фонд «синяя репка»"),
    ("Фонд по борьбе с репками", "Fond Po Borbe S Repkami"),
    ("Союз «Подъём 2020»", "soiuz «podem 2020»"),
]
ORDERED = [
    ("Фонд по борьбе с репками", "Фонд «По борьбе с репками»", "Фонд борьбы с репками"),
    ("ООО «ЩЦ»", "«ЩЦ» ООО", "ООО «Репка»"),
    ("Общественое «Репка»", "«Репка» общественое", "Общественное «Репка»"),
    ("Издание «Репка»", "Издание «Репка»", 'Издание "Репка"'),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_order_case_and_passport_latin_leave_a_name_the_same(one: str, other: str) -> None:
    assert apart(one, other)[0] == 0


@pytest.mark.parametrize(("asked", "nearer", "farther"), ORDERED)
def test_the_very_name_is_nearer_than_a_kindred_one(asked: str, nearer: str, farther: str) -> None:
    assert apart(asked, nearer) < apart(asked, farther)


@given(st.text(max_size=40), st.text(max_size=40))
def test_symmetric_and_nothing_is_apart_from_itself(one: str, other: str) -> None:
    assert apart(one, one) == SAME
    assert apart(one, other) == apart(other, one)


def _match(*lines: Evidence) -> Match:
    return Match(0, "", lines, 0.0, "strong", 0.5)


SURNAME = Evidence("surname.same", "Репкина", "Репкина", 9.0)
GIVEN = Evidence("given.same", "Анна", "Анна", 5.0)
PATRONYMIC = Evidence("patronymic.same", "Львовна", "Львовна", 5.0)
LEFT_OUT = Evidence("patronymic.missing", "", "Львовна", -0.5)
COVERS = [
    ((SURNAME, GIVEN, LEFT_OUT), (SURNAME, GIVEN), True),
    ((SURNAME, GIVEN), (SURNAME, GIVEN, PATRONYMIC), False),
    ((SURNAME, GIVEN, Evidence("birth_year.differs", "1970", "1980", -7.0)), (SURNAME, GIVEN), False),
    ((SURNAME, Evidence("given.near", "Анна", "Инна", 1.0)), (SURNAME, GIVEN), False),
]


@pytest.mark.parametrize(("own", "other", "expected"), COVERS)
def test_a_listing_covers_a_row_that_agrees_in_no_more(
        own: tuple[Evidence, ...], other: tuple[Evidence, ...], expected: bool) -> None:
    assert covers(_match(*own), _match(*other)) is expected


HER, OTHER = "Хвощинская Мария Прохоровна", "Фонд борьбы с репками"
ALIKE = (
    listing(AGENTS, "1", "Издание «Репник»", kind="organisation", members=("Хвощинская Мария",)),
    listing(AGENTS, "2", HER),
    listing(AGENTS, "3", OTHER, kind="organisation"),
    listing(AGENTS, "4", "Фонд по борьбе с репками", kind="organisation"),
)


@pytest.mark.parametrize(("name", "kind", "expected"), [
    ("Хвощинская Мария", "person", ["2", "1"]),
    ("Мария Хвощинская", "person", ["2", "1"]),
    ("Борьбы с репками фонд", "organisation", ["3", "4"]),
    ("По борьбе с репками фонд", "organisation", ["4", "3"]),
    ("Fond Po Borbe S Repkami", "organisation", ["4", "3"]),
])
def test_what_was_asked_for_is_first(name: str, kind: Literal["person", "organisation"],
                                     expected: list[str]) -> None:
    items, positions = index_items(ALIKE)
    bundle = Bundle(write(contents(listings=ALIKE, items=positions, index=build_index(items))))
    standing = check(bundle, Subject((name,), kind), today=AS_OF)
    assert [finding.listing.entry.number for finding in standing.findings] == expected
