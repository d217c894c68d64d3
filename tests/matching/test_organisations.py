"""Organisations held against each other; every name here is invented or a common word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.matching.organisations import compare_organisations
from sverka.names.organisations import parse_organisation

SAME = [
    ("ООО «Ромашка»", "Romashka LLC"),
    ("ООО «Ромашка»", "Общество с ограниченной ответственностью «РОМАШКА»"),
    ("Фонд борьбы с коррупцией", "Anti-Corruption Foundation"),
    ("фонд борьбы с корупцией", "Фонд борьбы с коррупцией"),
    ("Автономная некоммерческая организация «Северный ветер»", "АНО Северный ветер"),
    ("Example Freedom Foundation", "Example Freedom Foundation (Фонд «Свобода Примера») (США)"),
    ("фонд свобода примера", "Example Freedom Foundation (Фонд «Свобода Примера») (США)"),
    ("ФЗП", "Фонд защиты природы"),
    ("Institut Primerov e.V.", "Институт примеров"),
    ("Северный Ветер", "Severnyi Veter"), ("Northern Wind Ltd", "ООО «Северный ветер»"),
    ("АНО «ЦЗПЛ»", "Автономная некоммерческая организация «Центр защиты прав лесов»"),
    ("Centre for Protection of Forest Rights", "Центр защиты прав лесов"),
    ("Free Example Fdn", "Free Example Foundation"), ("Фонд борьбы с бедностью", "Anti-Poverty Foundation"),
    ("Студенты примера", "Студетны примера"), ("Сад памяти", "Memory Garden"),
]
OTHER = [
    ("Голос", "Голос Калитвы"),
    ("ООО «Ромашка»", "ООО «Василёк»"),
    ("Фонд защиты природы", "Фонд защиты животных"),
    ("Северный ветер", "Северный ветер и южное солнце"),
    ("Институт примеров", "Союз художников"),
    ("ООО «Заря»", "ООО «Заря-2»"), ("Школа № 5 Примерска", "Школа № 7 Примерска"),
    ("США", "Example Freedom Foundation (США)"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_organisation_under_two_names_is_at_least_possible(left: str, right: str) -> None:
    """A translated, transliterated, abbreviated or plain form of a name is recognised."""
    assert compare_organisations(left, right).verdict != "unlikely"


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_another_organisation_is_unlikely(left: str, right: str) -> None:
    """A shared word, form or country does not make two organisations one."""
    assert compare_organisations(left, right).verdict == "unlikely"


def test_one_stem_is_not_yet_one_name() -> None:
    """Another word of the same stem is a question."""
    assert compare_organisations("Гроза", "Грозный").verdict == "possible"


def test_a_branch_is_not_the_body_itself() -> None:
    """A word for a part of a body leaves a question, with a line that says why."""
    found = compare_organisations("Союз северных садоводов", "Отделение «Союз северных садоводов»")
    assert found.verdict == "possible"
    assert "unit.differs" in [line.kind for line in found.lines]


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_bits_do_not_depend_on_the_side(left: str, right: str) -> None:
    """Evidence is symmetric."""
    one, other = compare_organisations(left, right), compare_organisations(right, left)
    assert one.bits == pytest.approx(other.bits)
    assert one.verdict == other.verdict


def test_a_hostile_name_costs_bounded_work() -> None:
    """10,000 letters are cut before anything is aligned."""
    name = "«(" * 3000 + "ы́" * 5000
    assert len(parse_organisation(name).words) <= 48
    assert compare_organisations(name, name[::-1]).lines is not None
