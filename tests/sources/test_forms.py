"""Every form of every list is read, row by row, into the same entries."""

import sys
from dataclasses import replace
from datetime import date

import pytest

from sources.published import (
    BASIS,
    MATERIALS,
    ROSFIN_XML,
    agents,
    agents_pdf,
    agents_rest,
    agents_xlsx,
    extremist_page,
    json_bytes,
    materials,
    rosfin_page,
    terrorist_page,
    undesirable,
)
from sverka.errors import UsageError
from sverka.model import Entry, Place, Snapshot
from sverka.sources import parse

DAY = date(2021, 6, 1)
AGENTS = "ru-foreign-agents"


def read(list_id: str, data: bytes) -> Snapshot:
    return parse(list_id, data, as_of=DAY)


def by_number(state: Snapshot) -> dict[str, Entry]:
    return {entry.number: replace(entry, place=Place("", ""), category="") for entry in state.entries}


@pytest.mark.parametrize(
    "data",
    [
        agents_pdf(agents()),
        agents_xlsx(agents()),
        json_bytes(agents_rest(agents(), page=15)),
    ],
    ids=["pdf", "xlsx", "rest"],
)
def test_the_same_register_reads_the_same_in_every_generation(data: bytes) -> None:
    assert by_number(read(AGENTS, data)) == by_number(read(AGENTS, json_bytes(agents())))


def test_a_person_of_the_register() -> None:
    entry = by_number(read(AGENTS, json_bytes(agents())))["3"]
    assert entry == Entry(
        "ru-foreign-agents",
        "3",
        "person",
        "Черемухин Глеб Лукич",
        entry.names,
        Place("", ""),
        listed_on=date(2018, 1, 26),
        removed_on=date(2019, 3, 2),
        legal_basis=(BASIS,),
        birth_year=1953,
    )
    assert [name.text for name in entry.names] == ["Черемухин Глеб Лукич"]


def test_an_organisation_of_the_register_keeps_its_numbers_and_addresses() -> None:
    entry = by_number(read(AGENTS, json_bytes(agents())))["7"]
    assert (entry.kind, entry.inn, entry.ogrn) == ("organisation", "7700000007", "1027700000007")
    assert (entry.domains, entry.handles) == (("les7.example",), ("t.me:les_7",))
    assert entry.members == ("Рябинин Фома Лукич", "Осокина Яна Глебовна")


def test_places_say_page_and_row() -> None:
    pdf, xlsx = read(AGENTS, agents_pdf(agents())), read(AGENTS, agents_xlsx(agents()))
    assert pdf.entries[20].place.where == "page 2, row 7"
    assert pdf.entries[20].place.snapshot == pdf.sha256
    assert xlsx.entries[0].place.where == "row 4"


def test_the_export_states_its_own_day() -> None:
    assert parse(AGENTS, agents_xlsx(agents()), name="2020-01-01.xlsx").as_of == date(2023, 6, 9)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-05-03.json", date(2024, 5, 3)),
        ("reestr-03052024.json", date(2024, 5, 3)),
        ("реестр.json", date(2019, 11, 9)),
    ],
)
def test_the_day_is_read_from_the_name_or_else_is_the_newest_in_the_file(name: str, day: date) -> None:
    assert parse(AGENTS, json_bytes(agents()), name=name).as_of == day


def test_undesirable_organisations() -> None:
    state = read("ru-undesirable", json_bytes(undesirable()))
    entry = state.entries[1]
    assert [name.text for name in entry.names] == ["Forest Path 2", "Лесная тропа 2"]
    assert entry.country == "Королевство Норвегия"
    assert entry.decisions == ("Минюст: № 2-р от 28.08.2015", "Генпрокуратура: от 28.08.2015")


def test_undesirable_organisations_from_the_portal() -> None:
    values = [
        {
            "field_1_i": at,
            "field_2_s": "29.07.2015",
            "field_5_s": f"Forest Path {at}, США",
            "field_8_s": "",
            "field_10_s": "Исключена" if at == 2 else "",
        }
        for at in (1, 2)
    ]
    state = read("ru-undesirable", json_bytes({"size": 2, "values": values}))
    assert [(entry.country, entry.note) for entry in state.entries] == [("США", ""), ("США", "Исключена")]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig"])
def test_materials_keep_their_dates_and_digest_and_not_their_text(encoding: str) -> None:
    state = read("ru-extremist-materials", materials(MATERIALS).encode(encoding))
    first, excluded, broken = state.entries
    assert first.decisions == ("решение Энского районного суда от 03.07.2007",)
    assert excluded.note and not first.note
    assert broken.listed_on == date(2018, 3, 1)
    assert "Тропа" not in repr(state) and len(first.digest) == 64


def test_copies_of_the_materials_have_one_digest() -> None:
    one, other = (
        read("ru-extremist-materials", materials(MATERIALS).encode(code)) for code in ("cp1251", "utf-8")
    )
    assert [entry.digest for entry in one.entries] == [entry.digest for entry in other.entries]


def test_a_date_that_a_copy_left_on_its_own_line_belongs_to_the_item_before() -> None:
    text = materials([("1", "Книга (решение Энского суда от 01.02.2018)", ""), ("", ";07.02.2019", "")])
    state = read("ru-extremist-materials", text.encode())
    assert state.rows == 2
    assert [entry.listed_on for entry in state.entries] == [date(2019, 2, 7)]


def test_extremist_organisations() -> None:
    state = read("ru-extremist-organisations", extremist_page())
    entries = {entry.number: entry for entry in state.entries}
    assert list(entries) == ["1", "2", "3", "3.1", "3.2", "4", "6", "7"]
    assert entries["2"].listed_on == date(2020, 6, 5)
    assert [n.text for n in entries["2"].names][1:] == ["Лесная тропа", "Тропа", "Forest Path"]
    assert entries["3.1"].decisions == entries["3"].decisions
    assert (entries["4"].removed_on, entries["4"].note) == (date(2021, 5, 5), "исключена из перечня")
    assert entries["7"].names[0].since == date(2014, 5, 12)


def test_of_people_in_a_banned_group_only_name_and_year_stay() -> None:
    entry = next(e for e in read("ru-extremist-organisations", extremist_page()).entries if e.number == "6")
    assert entry.official_name == (
        "Объединение, членами которого являются: Рябинин Фома Лукич (1985), "
        "Осокина Яна Глебовна (1990), ООО «Лесная тропа»"
    )
    assert entry.decisions == ("решение Энского районного суда от 02.07.2024",)


def test_terrorist_organisations() -> None:
    state = read("ru-terrorist-organisations", terrorist_page())
    assert [entry.note for entry in state.entries] == ["", "запрет деятельности приостановлен", ""]
    assert state.entries[0].decisions[0].endswith("вступило в силу 04.03.2003")
    assert [n.text for n in state.entries[2].names] == [
        "Сообщество «Опушка»",
        "Опушка",
        "Край леса",
        "Forest Edge",
    ]


def test_rosfinmonitoring_page() -> None:
    body, first, second, third = read("ru-rosfinmonitoring", rosfin_page()).entries
    assert (body.inn, body.terrorism, [n.text for n in body.names][1:]) == (
        "7701234567",
        True,
        ["ОПУШКА", "КРАЙ ЛЕСА"],
    )
    assert (first.birth_year, first.terrorism, first.place.where) == (1998, True, "russianFL, number 1")
    assert ([n.text for n in second.names], second.terrorism) == (
        ["ОСОКИН ГЛЕБ ИСА ОГЛЫ", "ОСОКИН ГЛЕБ ИСА", "ОСОКИН ГЛЁБ ИСА"],
        False,
    )
    assert third.birth_year is None


def test_rosfinmonitoring_catalogue() -> None:
    state = read("ru-rosfinmonitoring", ROSFIN_XML.encode())
    assert state.as_of == date(2022, 2, 1)
    assert [(e.kind, e.birth_year, e.terrorism) for e in state.entries] == [
        ("person", 1998, True),
        ("organisation", None, False),
    ]


def test_names_only_say_nothing_of_numbers_and_laws() -> None:
    rows = [
        {"name": 'Рябинин Фома Лукич "Лес"', "is_person": 1, "dateIn": "20.08.2020"},
        {"name": "Проект «Поляна»", "is_person": 0, "dateIn": "27.06.2013", "dateOut": "05.07.2020"},
    ]
    state = read(AGENTS, json_bytes(rows))
    assert state.states == {"official_name", "names", "kind", "listed_on", "removed_on"}
    assert [e.kind for e in state.entries] == ["person", "organisation"]


def test_the_date_beside_a_court_banned_name_is_its_rulings() -> None:
    rows = [{"name": "Организация «Поляна»", "is_person": False, "dateIn": "01.02.2010"}]
    entry = read("ru-extremist-organisations", json_bytes(rows)).entries[0]
    assert (entry.listed_on, entry.decisions) == (None, ("от 01.02.2010",))


def test_a_numbered_sub_list_is_not_taken_for_the_next_items() -> None:
    items = [
        "3. Организация «Роща» (решение Энского суда от 20.04.2017):",
        *(f"{at}. Местная организация «Роща-{at}»;" for at in range(1, 7)),
        "30. Организация исключена из перечня;",
        "35. Организация «Поляна» (решение Энского суда от 01.02.2018);",
    ]
    state = read("ru-extremist-organisations", extremist_page(items))
    assert [entry.number for entry in state.entries] == ["3", *(f"3.{at}" for at in range(1, 7)), "30", "35"]


def test_a_missing_reader_is_named_with_the_extra_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UsageError, match="pypdfium2"):
        read(AGENTS, agents_pdf(agents()))
