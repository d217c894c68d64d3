"""One slip of the pen in an otherwise agreeing name: what it weighs. Every person here is invented."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.matching.commonness import token_bits
from sverka.matching.frequency import commonness
from sverka.matching.keys import population_key
from sverka.matching.persons import compare_persons
from sverka.matching.slip_odds import GAINED, LOST, MORE, chances, nearly
from sverka.model import Comparison
from sverka.names import Token, parse

FULL = ["Кормушкина Светлана Борисовна", "Зябликов Аркадий Викторович", "Иванова Анна Петровна",
        "Романцова Елена Сергеевна", "Уткин Фёдор Олегович", "Хайруллин Ильдар Рашитович"]
LETTERS = "абвгдеиклмнопрстуя"


def bits_of(left: str, right: str) -> Comparison:
    return compare_persons(parse(left), parse(right))


def slip_of(left: str, right: str) -> float:
    line = nearly(bits_of(left, right).lines)
    assert line is not None, (left, right)
    return line.bits


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A name and the same with one letter left out, more, other, or swapped with the next."""
    name = draw(st.sampled_from(FULL))
    at = draw(st.integers(1, len(name) - 2))
    letter = draw(st.sampled_from(LETTERS))
    wrong = draw(st.sampled_from([name[:at] + name[at + 1:], name[:at] + letter + name[at:],
                                  name[:at] + letter + name[at + 1:],
                                  name[:at] + name[at + 1] + name[at] + name[at + 2:]]))
    return name, wrong


@settings(max_examples=150, deadline=None)
@given(pair=slips())
def test_a_slip_is_symmetric_and_never_more_than_agreement(pair: tuple[str, str]) -> None:
    """Whoever mistyped; and the name as it is written would say at least as much."""
    name, wrong = pair
    there, back = bits_of(name, wrong), bits_of(wrong, name)
    if nearly(there.lines) and nearly(back.lines):
        assert there.bits == pytest.approx(back.bits, abs=0.01)
    if nearly(there.lines):
        assert there.bits <= max(bits_of(name, name).bits, bits_of(wrong, wrong).bits) + 0.01


@pytest.mark.parametrize(("name", "wrong"), [
    ("Кормушкина Светлана Борисовна", "Кормушкина Светална Борисовна"),
    ("Козлова Анна Владимировна", "Козлова Анна Владвимировна"),
    ("Иванова Елена Сергеевна", "Иванова Елена Сргеевна"),
])
def test_a_word_that_is_no_name_weighs_about_what_the_name_does(name: str, wrong: str) -> None:
    """Nothing but a slip makes it: about 1 / share, and nothing is doubted beside it."""
    compared = bits_of(name, wrong)
    line = nearly(compared.lines)
    assert line is not None
    token = next(token for token in parse(name).tokens if token.text == line.left)
    assert token_bits(token, token.role) - 2 < line.bits <= token_bits(token, token.role)
    assert all(found.kind != "name.doubt" for found in compared.lines)


@pytest.mark.parametrize(("one", "other"), [
    ("Матвеева Мария Александровна", "Матвеева Дарья Александровна"),
    ("Орлова Светлана Дмитриевна", "Горлова Светлана Дмитриевна"),
    ("Менькин Николай Николаевич", "Senkin Nikolai Nikolaevich"),
])
def test_two_names_a_letter_apart_are_rather_two_people(one: str, other: str) -> None:
    """The rarer the slip against the bearers of the other name, the less; both words are shown."""
    compared = bits_of(one, other)
    line = nearly(compared.lines)
    assert line is not None and line.left and line.right
    assert line.bits < 3
    assert compared.bits < 14
    assert compared.bits < bits_of(one, one).bits - 8


def test_the_ratio_is_that_of_the_two_shares() -> None:
    """s / b + t / a for two names that exist, whatever stands beside them."""
    one, other = (parse(name).tokens[0] for name in ("Орлов", "Горлов"))

    def share(token: Token) -> float:
        key = population_key(token, "surname")
        assert key is not None
        return commonness(*key).share

    a, b = share(one), share(other)
    s, t = chances(one, other)
    assert (s, t) == (GAINED, LOST)
    ratio = (a * s + b * t) / ((a + b * t) * (b + a * s))
    assert math.log2(ratio) == pytest.approx(math.log2(s / b + t / a), abs=0.5)


@pytest.mark.parametrize(("left", "right", "expected"), [
    ("Кормушкин", "Кормшкин", (LOST, GAINED)), ("Кормшкин", "Кормушкин", (GAINED, LOST)),
    ("Кормушкин", "Кромушкин", (LOST, LOST)), ("Кормушкин", "Кормашкин", (GAINED, GAINED)),
    ("Кормушкин", "Kormushkn", (LOST, GAINED)), ("Щукарев", "Shchukkarev", (GAINED, LOST)),
    ("Кормушкин", "Кормашкан", (GAINED * MORE, GAINED * MORE)),
])
def test_a_slip_is_counted_in_letters_as_they_are_written(left: str, right: str,
                                                          expected: tuple[float, float]) -> None:
    """A letter left out or swapped is likelier than a given other one; Cyrillic by the usual systems."""
    assert chances(parse(left).tokens[0], parse(right).tokens[0]) == expected


def test_a_moved_blank_names_both_sides() -> None:
    """What is shown of it is the whole of the two names."""
    line = nearly(bits_of("Соколова Инна Владимировна", "СоколоваИ нна Владимировна").lines)
    assert line is not None
    assert line.kind == "name.slip" and "Соколова" in line.left and line.right
    assert slip_of("Соколова Инна Владимировна", "СоколоваИ нна Владимировна") > 15


def test_scripts_without_vowels_keep_their_own_measure() -> None:
    """Arabic consonants that differ are no slip of the pen."""
    assert nearly(bits_of("محمد عبد الله", "Muhammad Abdulah").lines) is None


@pytest.mark.parametrize(("wrong", "listed"), [
    ("Петухов Аоександр Николаевич", "Petuhov Aleksandr Nikolaevič"),
    ("Полуяхтова Юлия Ниолаевна", "Poluyakhtova Yuliya Nikolayevna"),
    ("Канунниова Надежда Владимировна", "Kanunnikova Nadezhda Vladimirovna"),
    ("Черныштова Виктория Игоревна", "Tchernychova Viktoriia Igorevna"),
    ("Нуждин Сергей Николаеич", "Nuzhdin Sergei Nikolaevich"),
    ("Вершинин Дитрий Юрьевич", "Verchinin Dmitrii Iourevitch"),
])
def test_a_slip_before_another_alphabet_is_a_question(wrong: str, listed: str) -> None:
    """One letter as it is written, however many sounds it changes; slips in the tables are no names."""
    assert bits_of(wrong, listed).verdict == "possible"


@pytest.mark.parametrize(("one", "other"), [
    ("Иванов Антон Олегович", "Ivanov Artyom Olegovich"),
    ("Зябликова Алина Олеговна", "Zyablikova Arina Olegovna"),
    ("Зябликова Анна Олеговна", "Zyablikova Inna Olegovna"),
])
def test_another_given_name_is_no_slip(one: str, other: str) -> None:
    """Both are borne by many more than slips explain: a question at most, and never for."""
    compared = bits_of(one, other)
    line = nearly(compared.lines)
    assert compared.verdict != "strong"
    assert line is None or line.bits < 0
