"""What a name cell holds. The cells are invented; their layouts are those of the registers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.sources.name_cell import (
    country_of,
    looks_like_a_person,
    members,
    organisation_names,
    person_names,
)

PEOPLE = [
    ("Рябинин Фома Лукич", [("Рябинин Фома Лукич", "full")]),
    (
        'Рябинин Фома Лукич "Лесной, Dry Fir"',
        [("Рябинин Фома Лукич", "full"), ("Лесной", "pseudonym"), ("Dry Fir", "pseudonym")],
    ),
    ("Рябинин Фома Лукич (псевдоним - Лесной)", [("Рябинин Фома Лукич", "full"), ("Лесной", "pseudonym")]),
    (
        "Рябинин Фома Лукич (псевдоним – Foxxx (Фокс)",
        [("Рябинин Фома Лукич", "full"), ("Foxxx", "pseudonym"), ("Фокс", "transliteration")],
    ),
    (
        'Рябинин Фома Лукич "Foxxx (Фокс)"',
        [("Рябинин Фома Лукич", "full"), ("Foxxx", "pseudonym"), ("Фокс", "transliteration")],
    ),
    (
        "Осокина Яна Глебовна (Вербина)",
        [("Осокина Яна Глебовна", "full"), ("Вербина Яна Глебовна", "former")],
    ),
    (
        "Осокина Инга-Лея (Осокина Яна Глебовна)",
        [("Осокина Инга-Лея", "full"), ("Осокина Яна Глебовна", "former")],
    ),
    (
        'Ольхов Юлиан (Илья) Миронович "Ёж Би"',
        [("Ольхов Юлиан Миронович", "full"), ("Ольхов Илья Миронович", "alias"), ("Ёж Би", "pseudonym")],
    ),
    (
        "Вербина (Осокина) Яна Глебовна",
        [("Вербина Яна Глебовна", "full"), ("Осокина Яна Глебовна", "former")],
    ),
    ("Осокин Глеб Энвер оглы", [("Осокин Глеб Энвер оглы", "full")]),
]
ORGANISATIONS = [
    ("Проект «Лесная тропа»", [("Проект «Лесная тропа»", "full"), ("Лесная тропа", "alias")]),
    (
        "«Поляна» (прежние наименования – «Опушка», «Край/леса»)",
        [("Поляна", "full"), ("Опушка", "former"), ("Край/леса", "former")],
    ),
    (
        "Общество «Роща», с 26.01.2023 Общество «Дубрава»",
        [("Общество «Дубрава»", "full"), ("Общество «Роща»", "former"), ("Роща", "alias")],
    ),
    (
        "Forest Path (FP, «Лесная тропа», «Тропа «Лес»), Королевство Норвегия",
        [("Forest Path", "full"), ("FP", "alias"), ("Лесная тропа", "alias"), ("Тропа «Лес»", "alias")],
    ),
    ("FP («Тропа»,\xa0Великое Герцогство Люксембург)", [("FP", "full"), ("Тропа", "alias")]),
    (
        "Опушка леса/Край леса",
        [("Опушка леса/Край леса", "full"), ("Опушка леса", "alias"), ("Край леса", "alias")],
    ),
    (
        "Лицо «Forest SIA» (регистрационный номер 12345678901, дата регистрации 10.06.2014)",
        [("Лицо «Forest SIA»", "full"), ("Forest SIA", "alias")],
    ),
    ("«Лес» («Роща» или «Дубрава»)", [("Лес", "full"), ("Роща", "alias"), ("Дубрава", "alias")]),
    (
        "Лес (другие названия: «Роща» (Grove) (также «Бор»)",
        [("Лес", "full"), ("Роща", "alias"), ("Grove", "alias"), ("Бор", "alias")],
    ),
]


@pytest.mark.parametrize(("cell", "names"), PEOPLE)
def test_a_persons_cell_is_split_into_its_names(cell: str, names: list[tuple[str, str]]) -> None:
    assert [(name.text, name.kind) for name in person_names(cell)] == names


@pytest.mark.parametrize(("cell", "names"), ORGANISATIONS)
def test_an_organisations_cell_is_split_into_its_names(cell: str, names: list[tuple[str, str]]) -> None:
    assert [(name.text, name.kind) for name in organisation_names(cell)] == names


def test_a_renaming_keeps_its_date() -> None:
    first = organisation_names("Общество «Роща» (с 08.11.2017 – Forest Path)")[0]
    assert (first.text, first.since) == ("Forest Path", date(2017, 11, 8))


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Forest Path («Тропа») (США)", "США"),
        ("Forest Path, Федеративная Республика Германия", "Федеративная Республика Германия"),
        ("«Тропа» (Path) Эстонская Республика", "Эстонская Республика"),
        ("Союз (Path), Великобритания, Лондон", "Великобритания"),
        ("Forest Path («Фонд Тропа»)", ""),
        ("Проект Литва", ""),
    ],
)
def test_the_country_stands_at_the_end(cell: str, country: str) -> None:
    assert country_of(cell) == country


@pytest.mark.parametrize(
    "cell",
    [
        "[Рябинин Фома Лукич, Осокина Яна]",
        "Рябинин Фома Лукич; Осокина Яна",
        "Рябинин Фома Лукич, Осокина  Яна",
    ],
)
def test_members_read_the_same_in_every_form(cell: str) -> None:
    assert members(cell)[0] == ("Рябинин Фома Лукич", "Осокина Яна")


def test_a_member_that_is_no_person_gives_no_name() -> None:
    people, names = members("ООО «Лес», координатор в Энске - Фома Рябинин")
    assert people == ("ООО «Лес»", "Фома Рябинин")
    assert [name.text for name in names] == ["Фома Рябинин"]


def test_what_a_member_is_said_to_be_is_no_member() -> None:
    """As a register of 2023 had it; without the roles the later list of bare names is no edit."""
    cell = (
        "Фома Рябинин, руководитель энского отделения «Леса против пил»; Яна Осокина, юрист «Леса»; "
        "активисты - Пахом Груздев, основатели - Лука Лещ, Ада Окунь."
    )
    people = ("Фома Рябинин", "Яна Осокина", "Пахом Груздев", "Лука Лещ", "Ада Окунь")
    assert members(cell)[0] == people
    assert [name.text for name in members(cell)[1]] == list(people)


@pytest.mark.parametrize(
    ("cell", "person"),
    [
        ("Рябинин Фома Лукич", True),
        ("Рябинина Яна Фоминична", True),
        ("Команда Лес", False),
        ("Голос Энска Сегодня", False),
        ("«Рябинин Фома Лукич»", False),
    ],
)
def test_a_personal_name_is_told_from_an_organisations(cell: str, person: bool) -> None:
    assert looks_like_a_person(cell) is person


@given(st.text(alphabet='Аб «»"()[],;–-/A1. ', max_size=80))
def test_no_cell_however_broken_ends_in_an_error(cell: str) -> None:
    for names in (person_names(cell), organisation_names(cell), members(cell)[1]):
        assert all(name.text for name in names)
