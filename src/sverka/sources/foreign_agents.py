"""The register of foreign agents (FORMATS RU-1): PDF, scraped JSON, XLSX, the portal's REST.

One number is one designation: excluded entries stay with their exclusion date, and who is
included again gets a second row. The columns INN, SNILS, address and bank data are read only
to see that they stand where their titles say, then dropped; organisations keep INN and OGRN.
"""

from __future__ import annotations

import re
from datetime import date

from ..errors import SourceError
from ..model import Entry, Kind, ListId, Place
from .addresses import read_addresses
from .cells import birth_year, digits, fold, read_date, spaced
from .name_cell import is_personal, looks_like_a_person, members, organisation_names, person_names
from .refusal import quoted, refused
from .scrub import scrub
from .table import Bound, Column, Row

LIST = ListId("ru-foreign-agents")
SHEET_TITLE = "Реестр иностранных агентов"

_ALL = ("pdf", "json", "xlsx", "rest")
_PORTAL = ("xlsx", "rest?")
COLUMNS = (
    Column("number", ("№ п/п", "id", "No п/п", "field_1"), _ALL),
    Column("name", (
        "Полное наименование/ФИО", "fullName", "field_2",
        "Полное наименование (прежнее наименование (в случае его изменения)) / "
        "ФИО «Псевдоним» (при наличии) (прежние ФИО (в случае их изменения))",
        "Полное наименование (прежнее наименование(в случае его изменения)/"
        "ФИО (псевдоним (при наличии), прежнее ФИО (в случае их изменения)",
    ), _ALL),
    Column("basis", ("Основания включения", "Основания для включения", "law", "field_3"), _ALL),
    Column("listed_on", (
        "Дата принятия решения о включении", "dateIn", "field_4",
        "Дата принятия Минюстом России решения о включении в реестр",
    ), _ALL),
    Column("removed_on", (
        "Дата принятия решения об исключении", "dateOut", "field_5",
        "Дата принятия Минюстом России решения об исключении из реестра (при наличии)",
    ), _ALL),
    Column("published_on", (
        "Дата опубликования принятого Минюстом России решения о включении в реестр", "datePubl",
        "Дата опубликования решения о включении", "field_15",
    ), ("pdf?", "json?", "xlsx", "rest")),
    Column("resources", (
        "Информационный ресурс", "Доменное имя информационного ресурса (при наличии)", "resources",
        "field_6",
    ), _ALL),
    Column("category", ("Тип иностранного агента", "field_7"), ("xlsx", "rest")),
    Column("registration", ("Регистрационный номер", "regNum", "field_8"), _ALL, dropped=True),
    Column("inn", ("ИНН", "inn", "field_9"), _ALL),
    Column("ogrn", ("ОГРН", "ogrn", "field_10"), _ALL),
    Column("snils", ("СНИЛС", "snils", "field_11"), _ALL, dropped=True),
    Column("birth", ("Дата рождения", "dob", "field_12"), _ALL),
    Column("members", (
        "Полное наименование/ФИО участников", "Полное наименование или ФИО участников", "members",
        "field_13",
    ), _ALL),
    Column("address", ("Адрес (место нахождения)", "address", "field_14"), _ALL, dropped=True),
    Column("account", ("Номер специального счета", "field_16"), _PORTAL, dropped=True),
    Column("bank", ("Наименование и местонахождение уполномоченного банка", "field_17"), _PORTAL,
           dropped=True),
    Column("bank_code", ("Банковский идентификационный код уполномоченного банка", "field_18"), _PORTAL,
           dropped=True),
    Column("bank_account", (
        "Номер корреспондентского счета (субсчета) уполномоченного банка (его филиала)", "field_19",
    ), _PORTAL, dropped=True),
    Column("account_opened", ("Дата открытия специального счета", "field_20"), _PORTAL, dropped=True),
    Column("account_agreed", ("Дата заключения договора банковского счёта", "field_21"), _PORTAL,
           dropped=True),
)

STATES = frozenset({
    "number", "kind", "official_name", "names", "listed_on", "removed_on", "legal_basis", "birth_year", "inn",
    "ogrn", "domains", "handles", "members",
})
_PERSON, _SHAPES = "Физические лица", {
    "number": re.compile(r"\d{1,5}"),
    "inn": re.compile(r"\d{10}|\d{12}"),
    "ogrn": re.compile(r"\d{13}|\d{15}"),
    "snils": re.compile(r"[\d -]{11,16}"),
    "members": re.compile(r"(?!.*://).*"),
    "address": re.compile(r"(?!.*://).*"),
    "basis": re.compile(r".*(?:ФЗ|№|No|Закон).*"),
}


def states(bound: Bound) -> frozenset[str]:
    """The Entry fields this publication can state."""
    extra = {field for field in ("published_on", "category") if field in bound.title}
    return STATES | extra


def entry(row: Row, bound: Bound, sha256: str) -> Entry:
    """One row as an entry. Raises: SourceError naming row and column of a misplaced cell."""
    for field, shape in _SHAPES.items():
        text = row.get(field)
        if text and not shape.fullmatch(text):
            raise _misplaced(row, field, bound)
    kind = _kind(row)
    person = kind == "person"
    hosts, handles = ((), ()) if person else read_addresses(row.get("resources"))
    people, known_as = members(row.get("members"))
    names = person_names(row.get("name")) if person else organisation_names(row.get("name"))
    if not row.get("number") or not names:
        raise refused(f"{row.where} has no number or no name.", f"{row.where}: нет номера или наименования.")
    if (person and not is_personal(names[0].text)) or not row.get("listed_on"):
        raise _misplaced(row, "name" if row.get("listed_on") else "listed_on", bound)
    inn, ogrn = digits(row.get("inn")), digits(row.get("ogrn"))
    return Entry(
        list_id=LIST,
        number=row.get("number"),
        kind=kind,
        official_name=scrub(spaced(row.get("name"))),
        names=names + known_as,
        place=Place(sha256, row.where),
        category=row.get("category"),
        listed_on=_day(row, "listed_on", bound),
        published_on=_day(row, "published_on", bound),
        removed_on=_day(row, "removed_on", bound),
        legal_basis=legal_basis(row.get("basis")),
        birth_year=birth_year(row.get("birth"), row.where, bound.title.get("birth", "")) if person else None,
        # Twelve digits are a natural person's number, whatever the row says of itself.
        inn=inn if not person and len(inn) == 10 and inn.strip("0") else "",
        ogrn=ogrn if not person and len(ogrn) == 13 and ogrn.strip("0") else "",
        domains=hosts,
        handles=handles,
        members=people,
    )


def legal_basis(cell: str) -> tuple[str, ...]:
    """The articles of the cell, one a string, with `№` and blanks as the portal writes them.

    >>> legal_basis("Статья 7 Закона от 14.07.2022 No 255-ФЗ«О контроле»")
    ('Статья 7 Закона от 14.07.2022 № 255-ФЗ «О контроле»',)
    """
    text = re.sub(r"\s*-\s*ФЗ", "-ФЗ", spaced(fold(cell)))
    parts = re.split(r"[;,]?\s*(?=Стать[яи] \d)", text)
    return tuple(part.strip(" ;,") for part in parts if part.strip(" ;,"))


def _kind(row: Row) -> Kind:
    if category := row.get("category"):
        return "person" if category == _PERSON else "organisation"
    if row.get("birth") or row.get("snils"):
        return "person"
    if row.get("ogrn") or row.get("members"):
        return "organisation"
    return "person" if looks_like_a_person(row.get("name")) else "organisation"


def _day(row: Row, field: str, bound: Bound) -> date | None:
    return read_date(row.get(field), row.where, bound.title.get(field, field))


def _misplaced(row: Row, field: str, bound: Bound) -> SourceError:
    title = bound.title.get(field, field)
    return refused(
        f"{row.where}: the column “{quoted(title, 40)}” holds something else, or nothing; columns shifted?",
        f"{row.where}: в столбце «{quoted(title, 40)}» пусто или что-то другое; не сдвинуты ли столбцы?",
    )
