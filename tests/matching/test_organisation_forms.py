"""A legal form is no part of the name, in whichever alphabet, case and order it is written."""

import pytest

from sverka.matching import compare_organisations
from sverka.names.organisations import names_a_body


@pytest.mark.parametrize(("asked", "listed"), [
    ("Obshchestvo s ogranichennoi otvetstvennostiu Telekanal Repka", "ООО «Телеканал Репка»"),
    ("с ограниченной ответственностью «Репка» Общество", "Общество с ограниченной ответственностью «Репка»"),
    ("Mestnaia religioznaia organizatsiia «Rassvet Nad Prudom»", "МРО «Рассвет над прудом»"),
    ("Mezhregionalnoe obshchestvennoe obieedinenie «Sinyaya repka»",
     "Межрегиональное общественное объединение «Синяя репка»"),
    ("Фонд любителей репы", "«Фонд любителей репы, Инк.»"),
])
def test_the_form_may_be_written_any_way(asked: str, listed: str) -> None:
    assert compare_organisations(asked, listed).verdict == "strong"


def test_a_form_inside_a_word_is_none() -> None:
    assert compare_organisations("The Vault", "The Ault").verdict != "strong"


@pytest.mark.parametrize(("asked", "listed"), [
    ("Пробингкэт", "Probingcat Ltd."), ("Трансфлоренси Интернешнл", "Transflorency International"),
    ("Фонд Пронина", "The Pronin foundation"), ("Дойче Репе", "Deutsche Repe"),
])
def test_an_english_name_may_be_written_as_it_sounds_in_russian(asked: str, listed: str) -> None:
    assert compare_organisations(asked, listed).verdict != "unlikely"


def test_a_word_for_a_body_is_known_in_either_alphabet() -> None:
    assert names_a_body("Фонд Пронина")
    assert names_a_body("Pronin Foundation")
    assert not names_a_body("Пронин Олег")
