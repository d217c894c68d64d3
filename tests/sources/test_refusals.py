"""Broken files are refused with their reason. Each case is named by its defect."""

import ctypes
import io
import itertools
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from sources.published import (
    MATERIALS,
    PDF_TITLES,
    ROSFIN_PEOPLE,
    ROSFIN_XML,
    TERRORIST_ROWS,
    XLSX_TITLES,
    Rows,
    agents,
    agents_pdf,
    agents_rest,
    agents_xlsx,
    extremist_page,
    json_bytes,
    materials,
    page,
    rosfin_page,
    terrorist_page,
    undesirable,
)
from sverka.errors import SourceError
from sverka.sources import guard, parse, pdf_form

DAY = date(2021, 6, 1)
AGENTS, UNDESIRABLE, MATERIAL = "ru-foreign-agents", "ru-undesirable", "ru-extremist-materials"
EXTREMIST, TERRORIST, ROSFIN = (
    "ru-extremist-organisations",
    "ru-terrorist-organisations",
    "ru-rosfinmonitoring",
)
PUBLICATION = "Дата опубликования принятого Минюстом России решения о включении в реестр"


def changed(change: Callable[[Rows], object]) -> bytes:
    rows = agents()
    change(rows)
    return json_bytes(rows)


def xlsx_with(**extra: Any) -> bytes:
    return agents_xlsx(agents(), **extra)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 120_000_000)
    return out.getvalue()


def header_glued(rows: Rows) -> None:
    rows[9] |= {"dob": "Дата рождения\n06.10.1983", "dateIn": "Дата принятия решения о включении\n29.09.2018"}


def rest(**change: Any) -> bytes:
    answer: dict[str, Any] = agents_rest(agents())
    answer["pages"][0] |= change
    return json_bytes(answer)


CASES: dict[str, tuple[str, bytes, str]] = {
    "empty": (AGENTS, b"  \n", "empty"),
    "error page": (AGENTS, b"<html><body>502 Bad Gateway</body></html>", "not published in such a form"),
    "json cut": (AGENTS, json_bytes(agents())[:-200], "breaks at line"),
    "json mojibake": (AGENTS, json.dumps(agents(), ensure_ascii=False).encode("cp1251"), "not UTF-8"),
    "json of another shape": (AGENTS, json_bytes({"rows": []}), "not a JSON list"),
    "json nested past bounds": (AGENTS, b"[" * 100_000, "nesting"),
    "json key twice": (AGENTS, b'[{"id": "1", "id": "2"}]', "cannot be read"),
    "column new": (AGENTS, changed(lambda rows: [row.update(visa="") for row in rows]), "“visa” is new"),
    "column missing": (AGENTS, changed(lambda rows: [row.pop("dateOut") for row in rows]), "is missing"),
    "column in some rows": (AGENTS, changed(lambda rows: rows[4].pop("dateOut")), "row 5 lacks the field"),
    "cell not text": (AGENTS, changed(lambda rows: rows[4].update(dob=[1])), "not text"),  # type: ignore[call-overload]
    "header row alone": (
        AGENTS,
        changed(lambda rows: rows[4].update(law="Основания включения")),
        "header row",
    ),
    "header row glued": (AGENTS, changed(header_glued), "row 10: a header row"),
    "day that is not": (AGENTS, changed(lambda rows: rows[1].update(dateIn="31.02.2019")), "cannot be read"),
    "columns swapped": (
        AGENTS,
        changed(lambda rows: [row.update(inn=row["snils"], snils=row["inn"]) for row in rows]),
        "holds something else",
    ),
    "birth year in the future": (
        AGENTS,
        changed(lambda rows: rows[1].update(dob="01.01.2049")),
        "birth year",
    ),
    "no number": (AGENTS, changed(lambda rows: rows[1].update(id="")), "no number"),
    "pdf cut": (AGENTS, agents_pdf(agents())[:-40], "end is missing"),
    "pdf with bytes lost inside": (AGENTS, (d := agents_pdf(agents()))[:900] + d[1000:], "table of objects"),
    "pdf of another registry": (
        AGENTS,
        agents_pdf(agents(), titles=("№ п/п", "Адвокат", *PDF_TITLES[2:])),
        "“Адвокат” is new",
    ),
    "pdf with columns in another order": (
        AGENTS,
        agents_pdf(
            agents(),
            titles=(*PDF_TITLES[:3], PDF_TITLES[6], *PDF_TITLES[4:6], PDF_TITLES[3], *PDF_TITLES[7:]),
        ),
        "holds something else",
    ),
    "pdf without a table": (AGENTS, agents_pdf(agents()).replace(b" re f", b" m 0 "), "no ruled table"),
    "xlsx cut": (AGENTS, xlsx_with()[:-300], "archive is cut"),
    "xlsx of another register": (AGENTS, xlsx_with(title="Реестр адвокатов"), "titled “Реестр адвокатов”"),
    "xlsx without its day": (AGENTS, xlsx_with(state="вчера"), "date and time"),
    "xlsx with a renamed column": (
        AGENTS,
        xlsx_with(titles=("№", *XLSX_TITLES[1:])),
        "“№” is new",
    ),
    "xlsx without a column": (AGENTS, xlsx_with(titles=XLSX_TITLES[:-1]), "is missing"),
    "xlsx bomb": (AGENTS, bomb(), "unpack to"),
    "rest without its later pages": (AGENTS, rest(size=1050), "40 rows of 1050"),
    "rest that changed between pages": (
        AGENTS,
        json_bytes([{"size": 2, "values": [{"field_1_i": 1}]}, {"size": 3, "values": [{"field_1_i": 2}]}]),
        "changed its size",
    ),
    "rest with a field that no column describes": (
        AGENTS,
        rest(values=[{"field_1_i": 1, "field_99_s": "x"}], size=1),
        "no column describes",
    ),
    "undesirable under agents' name": (AGENTS, json_bytes(undesirable()), "is new"),
    "agents under undesirable's name": (UNDESIRABLE, json_bytes(agents()), "is new"),
    "undesirable day unreadable": (
        UNDESIRABLE,
        json_bytes([row | {"decisionInMinjust": "№ 1-р от 41.01.2015"} for row in undesirable()]),
        "cannot be read",
    ),
    "csv cut in a row": (MATERIAL, materials(MATERIALS).encode()[:-20], "not ended"),
    "csv cut in quotes": (
        MATERIAL,
        materials(MATERIALS).split("строки")[0].encode("cp1251"),
        "quoting",
    ),
    "csv with commas": (MATERIAL, materials(MATERIALS).replace(";", ",").encode(), "is new"),
    "csv mojibake": (MATERIAL, materials(MATERIALS).encode().decode("latin-1").encode(), "is new"),
    "csv row without a number": (MATERIAL, materials([*MATERIALS, ("", "Книга", "")]).encode(), "no number"),
    "csv with a field more": (MATERIAL, (materials(MATERIALS) + "9;a;b;c\r\n").encode(), "4 fields"),
    "csv header row twice": (
        MATERIAL,
        (materials(MATERIALS) + materials([])).encode(),
        "header row",
    ),
    "html cut": (EXTREMIST, extremist_page()[:-60], "cut short"),
    "html cut between items": (EXTREMIST, extremist_page()[: extremist_page().find(b"<p>4.")], "cut short"),
    "html challenge": (EXTREMIST, page("<p>1. Докажите</p>", title="Проверка captcha"), "challenge page"),
    "html of another list": (EXTREMIST, page("<p>1. Новости сайта</p>"), "another list"),
    "html without items": (EXTREMIST, page("<p>Раздел пуст</p>"), "no numbered items"),
    "terrorists cut": (TERRORIST, terrorist_page()[:-70], "cut short"),
    "terrorists with a column more": (
        TERRORIST,
        terrorist_page(
            [(*row, "x") for row in TERRORIST_ROWS],
            head=("№", "Наименование организации", "Суд", "Руководитель"),
        ),
        "“Руководитель” is new",
    ),
    "terrorists with columns swapped": (
        TERRORIST,
        terrorist_page([(row[0], row[2], row[1]) for row in TERRORIST_ROWS]),
        "names no court",
    ),
    "terrorists with a day that is not": (
        TERRORIST,
        terrorist_page([("1", "«Поляна»", "Энский суд, от 30.02.2010"), *TERRORIST_ROWS[1:]]),
        "cannot be read",
    ),
    "terrorists with the header as a record": (
        TERRORIST,
        terrorist_page([*TERRORIST_ROWS, ("№ п/п", "Наименование", "Суд")]),
        "header row",
    ),
    "rosfin cut": (ROSFIN, rosfin_page()[:-90], "cut short"),
    "rosfin changes only": (
        ROSFIN,
        rosfin_page().replace("(весь список)".encode(), "(исключенные)".encode()),
        "changes only",
    ),
    "rosfin without sections": (ROSFIN, page("<ol><li>1. РЯБИНИН</li></ol>"), "None of the sections"),
    "rosfin birth date unreadable": (
        ROSFIN,
        rosfin_page(["1. РЯБИНИН ФОМА, 31.02.1980 г.р. , Г. ЭНСК;", *ROSFIN_PEOPLE]),
        "cannot be read",
    ),
    "xml cut": (ROSFIN, ROSFIN_XML.encode()[:-30], "cut or damaged"),
    "xml with entities": (
        ROSFIN,
        ROSFIN_XML.replace(
            "<TERRORISTS_CATALOG", '<!DOCTYPE a [<!ENTITY b "c">]><TERRORISTS_CATALOG', 1
        ).encode(),
        "entities",
    ),
    "xml with an unknown field": (
        ROSFIN,
        ROSFIN_XML.replace("<NUM>2", "<PHONE>1</PHONE><NUM>2").encode(),
        "“PHONE”",
    ),
    "people on a list of organisations": (
        UNDESIRABLE,
        json_bytes([{"name": "Рябинин Фома Лукич", "is_person": False, "dateIn": "01.02.2020"}]),
        "another list",
    ),
}


@pytest.mark.parametrize(("list_id", "data", "reason"), CASES.values(), ids=CASES.keys())
def test_a_broken_file_is_refused_with_its_reason(list_id: str, data: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(list_id, data, as_of=DAY)
    assert reason in caught.value.problem.en
    assert caught.value.problem.ru != caught.value.problem.en and caught.value.fix.ru


GUARDED: dict[str, tuple[bytes, str]] = {
    "number twice": (changed(lambda rows: rows[4].update(id="4")), "number 4 names two entries"),
    "rows lost": (json_bytes([*agents()[:10], *agents()[20:]]), "10 of the numbers 1–40 are missing"),
    "excluded before included": (
        changed(lambda rows: rows[2].update(dateOut="01.01.2018")),
        "before inclusion",
    ),
    "included after the state": (
        changed(lambda rows: rows[2].update(dateIn="01.01.2031", dateOut="")),
        "does not fit",
    ),
    "exclusion dates lost": (
        changed(lambda rows: [row.update(dateOut="") for row in rows[4:]]),
        "“date of exclusion” is filled in 1 of 40",
    ),
}


@pytest.mark.parametrize(("data", "reason"), GUARDED.values(), ids=GUARDED.keys())
def test_an_unsound_state_is_refused_by_itself(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        guard(parse(AGENTS, data, as_of=DAY), None)
    assert reason in caught.value.problem.en


def test_a_list_of_names_is_known_by_its_oldest_entries() -> None:
    rows = [{"name": "Проект «Лес»", "is_person": 0, "dateIn": "27.06.2013", "dateOut": "05.07.2020"}]
    with pytest.raises(SourceError, match="oldest entries"):
        guard(parse(AGENTS, json_bytes(rows), as_of=DAY), None)


def shifted(rows: Rows) -> None:
    for row, other in itertools.pairwise(rows[5:]):
        row |= {key: other[key] for key in ("fullName", "dob", "dateIn", "inn", "ogrn", "snils", "dateOut")}


JUMPS: dict[str, tuple[bytes, str]] = {
    "rows lost": (json_bytes(agents(38)), "38 rows after 40"),
    "rows without end": (json_bytes(agents(110)), "110 rows after 40"),
    "exclusions lost": (
        changed(lambda rows: [row.update(dateOut="") for row in rows if int(row["id"]) < 19]),
        "7 exclusions after 13",
    ),
    "birth dates lost": (
        changed(lambda rows: [row.update(dob="") for row in rows if int(row["id"]) % 2]),
        "“date of birth” is filled",
    ),
    "a dropped column emptied": (
        changed(lambda rows: [row.update(snils="") for row in rows]),
        "“snils” is filled",
    ),
    "rows shifted": (changed(shifted), "numbers name other entries"),
}


@pytest.mark.parametrize(("data", "reason"), JUMPS.values(), ids=JUMPS.keys())
def test_a_jump_against_the_state_before_is_refused(data: bytes, reason: str) -> None:
    before = parse(AGENTS, json_bytes(agents()), as_of=DAY)
    with pytest.raises(SourceError) as caught:
        guard(parse(AGENTS, data, as_of=DAY), before)
    assert reason in caught.value.problem.en


def test_an_ordinary_week_passes() -> None:
    before = parse(AGENTS, json_bytes(agents()), as_of=DAY)
    rows = agents(43)
    rows[4]["dateOut"] = "28.05.2021"
    guard(parse(AGENTS, json_bytes(rows), as_of=date(2021, 6, 8)), before)


def test_an_older_state_is_no_successor() -> None:
    before = parse(AGENTS, json_bytes(agents()), as_of=DAY)
    with pytest.raises(SourceError, match="older than the previous"):
        guard(parse(AGENTS, json_bytes(agents()), as_of=date(2021, 5, 1)), before)


def test_a_list_that_never_shrinks_is_not_shorter_than_it_was() -> None:
    state = parse(AGENTS, agents_xlsx(agents(), state=datetime(2023, 7, 1)))
    with pytest.raises(SourceError, match="never gets shorter"):
        guard(state, None)


def test_the_added_column_of_2024_is_known() -> None:
    rows = [row | {"datePubl": ""} for row in agents()]
    rows[-1]["datePubl"] = "12.10.2018"
    state = parse(AGENTS, json_bytes(rows), as_of=DAY)
    assert "published_on" in state.states and state.entries[-1].published_on == date(2018, 10, 12)
    titles = (*PDF_TITLES, PUBLICATION)
    assert PUBLICATION in titles


def test_an_interruption_inside_a_call_of_pdfium_is_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise ctypes.ArgumentError("argument 1: KeyboardInterrupt: ")

    monkeypatch.setattr(pdf_form, "_read", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pdf_form.read_pdf(agents_pdf(agents()))
