"""Nothing that only identifies or locates a person leaves a parser."""

from datetime import date

import pytest

from sources.published import (
    ROSFIN_XML,
    agents,
    agents_pdf,
    agents_rest,
    agents_xlsx,
    extremist_page,
    json_bytes,
    rosfin_page,
)
from sverka.sources import parse
from sverka.sources.scrub import scrub, years_only

PRIVATE = (
    "112-468",
    "77000000000",
    ".03.195",
    "03-195",
    "Лесная, д. 1",
    "16.05",
    "Г. ЭНСК",
    "4003",
    "40703810",
    "уроженка",
    "г. Энске",
)


@pytest.mark.parametrize(
    ("list_id", "data"),
    [
        ("ru-foreign-agents", json_bytes(agents())),
        ("ru-foreign-agents", agents_pdf(agents())),
        (
            "ru-foreign-agents",
            agents_xlsx([row | {"account": "40703810000000000001", "bank": "Банк"} for row in agents()]),
        ),
        ("ru-foreign-agents", json_bytes(agents_rest(agents()))),
        ("ru-extremist-organisations", extremist_page()),
        ("ru-rosfinmonitoring", rosfin_page()),
        ("ru-rosfinmonitoring", ROSFIN_XML.encode()),
    ],
)
def test_no_personal_number_address_or_birthday_is_kept(list_id: str, data: bytes) -> None:
    state = parse(list_id, data, as_of=date(2021, 6, 1))
    kept = repr(state)
    assert [mark for mark in PRIVATE if mark in kept] == []


def test_an_entrepreneurs_twelve_digits_are_a_persons() -> None:
    rows = agents()
    rows[3]["inn"] = "770000000019"
    entry = parse("ru-foreign-agents", json_bytes(rows), as_of=date(2021, 6, 1)).entries[3]
    assert (entry.kind, entry.inn) == ("organisation", "")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Группа Рябинина, расположенная в домовладении по адресу: г. Энск, ул. Лесная, д. 41",
            "Группа Рябинина",
        ),
        ("Рябинин Фома (паспорт серии 4003 № 123456)", "Рябинин Фома"),
        ("Фонд «Лес», info@les.example, +7 900 123-45-67", "Фонд «Лес», ,"),
    ],
)
def test_numbers_and_addresses_are_cut_out_of_names(text: str, kept: str) -> None:
    assert scrub(text).strip(" ,") == kept.strip(" ,")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Рябинин Фома, родившийся 26.09.1965 г.р. в г. Энске", "Рябинин Фома (1965) в г. Энске"),
        ("Рябинин Фома, 28.06.1983 года рождения", "Рябинин Фома (1983)"),
        ("Рябинин Фома, родившийся 17 октября 1966 года в Энске", "Рябинин Фома (1966) в Энске"),
        ("решение от 02.07.2024", "решение от 02.07.2024"),
        ("«Поляна» (с 12.05.2014 – «Опушка»)", "«Поляна» (с 12.05.2014 – «Опушка»)"),
    ],
)
def test_only_birth_dates_lose_day_and_month(text: str, kept: str) -> None:
    assert years_only(text) == kept


def test_a_birth_date_that_cannot_be_read_is_not_repeated_in_the_refusal() -> None:
    rows = agents()
    rows[2]["dob"] = "31.02.1980"
    with pytest.raises(Exception, match="cannot be read") as caught:
        parse("ru-foreign-agents", json_bytes(rows), as_of=date(2021, 6, 1))
    assert "1980" not in str(caught.value)
