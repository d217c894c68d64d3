"""Subjects as people write them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.check.subjects import LONGEST_NAME, read_birth, read_file, read_json, read_line
from sverka.errors import UsageError
from sverka.model import Subject

LINES = [
    ("Хвощинский Елизар", Subject(("Хвощинский Елизар",))),
    ("  Хвощинский   Елизар ; 1971", Subject(("Хвощинский Елизар",), birth_year=1971)),
    ("Хвощинская Мария; 07.03.1984; Ломтева Мария",
     Subject(("Хвощинская Мария", "Ломтева Мария"), "person", 1984, 3, 7)),
    ("Хвощинская Мария; ; Ломтева Мария; Репка", Subject(("Хвощинская Мария", "Ломтева Мария", "Репка"))),
    ('Хвощинский Елизар Прохорович "Хвощ, Elisar"',
     Subject(("Хвощинский Елизар Прохорович", "Хвощ, Elisar"))),
    ("Хвощинская (Ломтева) Мария (Елизавета Вторая)",
     Subject(("Хвощинская Мария", "Ломтева Мария", "Елизавета Вторая"))),
    ("(Хвощинская)", Subject(("(Хвощинская)",))),
    ("org: Синяя репка; ИНН 7700000000; repka.example; @repka; ООО «Репка»",
     Subject(("Синяя репка", "ООО «Репка»"), "organisation", ids=("7700000000",),
             addresses=("repka.example", "@repka"))),
    ("орг: https://t.me/repka", Subject(("https://t.me/repka",), "organisation",
                                        addresses=("https://t.me/repka",))),
    ("org: 1027700000000", Subject((), "organisation", ids=("1027700000000",))),
]


@pytest.mark.parametrize(("line", "subject"), LINES)
def test_a_line_is_read(line: str, subject: Subject) -> None:
    assert read_line(line) == subject


@pytest.mark.parametrize(("text", "born"), [
    ("", (None, None, None)), ("1984", (1984, None, None)), ("1984 г.", (1984, None, None)),
    ("3.1984", (1984, 3, None)), ("7/3/1984", (1984, 3, 7)), ("1984-03-07", (1984, 3, 7)),
    ("1984 г. р.", (1984, None, None)), ("1984.03.07", (1984, 3, 7)), ("07-03-1984", (1984, 3, 7)),
    ("7 марта 1984 г.", (1984, 3, 7)), ("март 1984", (1984, 3, None)), ("7 Mar. 1984", (1984, 3, 7)),
])
def test_a_birth_date_may_be_partial(text: str, born: tuple[int | None, ...]) -> None:
    assert read_birth(text) == born


@pytest.mark.parametrize(
    "text", ["84", "1984-13-01", "32.01.1984", "31.02.1984", "0.1984", "1700", "весной", "19840307",
             "Мария 1984", "31 февраля 1984"])
def test_a_birth_date_that_cannot_be_read_is_said_to_be_so(text: str) -> None:
    with pytest.raises(UsageError):
        read_birth(text)


def test_a_file_may_hold_lines_comments_and_json_lines() -> None:
    text = '\ufeff# people\n\nХвощинский Елизар; 1971\n{"name": "Blue Turnip", "kind": "organisation"}\n'
    assert read_file(text) == [(3, Subject(("Хвощинский Елизар",), birth_year=1971)),
                               (4, Subject(("Blue Turnip",), "organisation"))]


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_file_may_be_one_json_document(wrapped: bool) -> None:
    subjects = ["Ломтева Мария; 1984", {"names": ["A B", "C D"], "born": "1984-03-07", "sex": "f"}]
    assert read_file(json.dumps({"subjects": subjects} if wrapped else subjects)) == [
        (1, Subject(("Ломтева Мария",), birth_year=1984)),
        (2, Subject(("A B", "C D"), "person", 1984, 3, 7, "f")),
    ]


@pytest.mark.parametrize("value", [
    {"nmae": "X"}, {"name": 5}, {"name": "X", "kind": "ship"}, {"name": "X", "sex": "x"}, 7, None,
    {"name": "X", "born": "soon"}, {}, {"name": "--"}, {"name": "X", "sex": ["f"]},
])
def test_json_that_is_not_understood_is_refused(value: object) -> None:
    with pytest.raises(UsageError):
        read_json(value)


def test_a_refusal_names_the_line_and_never_what_stands_in_it() -> None:
    with pytest.raises(UsageError) as refusal:
        read_file("Ломтева Мария\nХвощинский Елизар; весной\n")
    assert refusal.value.problem.en.startswith("Line 2: ")
    assert "Хвощинский" not in refusal.value.say("ru") + refusal.value.say("en")


def test_a_name_longer_than_any_name_is_refused() -> None:
    with pytest.raises(UsageError):
        read_line("я" * (LONGEST_NAME + 1))


@given(st.text())
def test_any_text_is_subjects_or_a_refusal(text: str) -> None:
    try:
        for line, subject in read_file(text):
            assert line >= 1 and (subject.names or subject.ids)
    except UsageError:
        pass
