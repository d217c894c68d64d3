"""Invented people and organisations in the real layouts of the six lists.

Every builder returns bytes as they would be published. Rows are dictionaries of text, so a
test changes the one thing it is about.
"""

import io
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import openpyxl

from sources.pdf_writer import ruled_pdf

SURNAMES = (
    "Рябинин",
    "Осокин",
    "Ковылев",
    "Черемухин",
    "Вербин",
    "Ольхов",
    "Ясенев",
    "Кленов",
    "Липин",
    "Буков",
)
GIVEN = ("Артемий", "Глеб", "Захар", "Лука", "Мирон", "Прохор", "Савелий", "Тихон", "Фома", "Юлиан")
PATRONYMICS = ("Артемьевич", "Глебович", "Захарович", "Лукич", "Миронович", "Прохорович", "Савельевич")
BASIS = (
    "Статья 7 Федерального закона от 14.07.2022 № 255-ФЗ «О контроле за деятельностью лиц, "
    "находящихся под иностранным влиянием»"
)
OLDEST = "«Евразийская антимонопольная ассоциация»"

PDF_TITLES = (
    "№ п/п",
    "Полное наименование/ФИО",
    "Дата рождения",
    "ОГРН",
    "ИНН",
    "Регистрационный номер",
    "СНИЛС",
    "Адрес (место нахождения)",
    "Информационный ресурс",
    "Полное наименование/ФИО участников",
    "Основания включения",
    "Дата принятия решения о включении",
    "Дата принятия решения об исключении",
)
PDF_FIELDS = (
    "id",
    "fullName",
    "dob",
    "ogrn",
    "inn",
    "regNum",
    "snils",
    "address",
    "resources",
    "members",
    "law",
    "dateIn",
    "dateOut",
)
PDF_WIDTHS = (16, 90, 40, 45, 45, 40, 45, 40, 60, 60, 70, 40, 40)
XLSX_TITLES = (
    "№ п/п",
    "Полное наименование (прежнее наименование (в случае его изменения)) / ФИО «Псевдоним» (при наличии) "
    "(прежние ФИО (в случае их изменения))",
    "Основания для включения",
    "Дата принятия Минюстом России решения о включении в реестр",
    "Дата принятия Минюстом России решения об исключении из реестра (при наличии)",
    "Доменное имя информационного ресурса (при наличии)",
    "Тип иностранного агента",
    "Регистрационный номер",
    "ИНН",
    "ОГРН",
    "СНИЛС",
    "Дата рождения",
    "Полное наименование или ФИО участников",
    "Адрес (место нахождения)",
    "Дата опубликования принятого Минюстом России решения о включении в реестр",
    "Номер специального счета",
    "Наименование и местонахождение уполномоченного банка",
    "Банковский идентификационный код уполномоченного банка",
    "Номер корреспондентского счета (субсчета) уполномоченного банка (его филиала)",
    "Дата открытия специального счета",
    "Дата заключения договора банковского счёта",
)
XLSX_FIELDS = (
    "id",
    "fullName",
    "law",
    "dateIn",
    "dateOut",
    "resources",
    "kind",
    "regNum",
    "inn",
    "ogrn",
    "snils",
    "dob",
    "members",
    "address",
    "datePubl",
    "account",
    "bank",
    "bik",
    "correspondent",
    "opened",
    "agreed",
)

Rows = list[dict[str, str]]


def agents(count: int = 40) -> Rows:
    """Rows of the register of foreign agents, two people to an organisation; a third is excluded."""
    rows = []
    for at in range(1, count + 1):
        listed = date(2018, 1, 5) + timedelta(days=7 * at)
        row = dict.fromkeys(PDF_FIELDS, "") | {"id": str(at), "law": BASIS, "dateIn": f"{listed:%d.%m.%Y}"}
        row["dateOut"] = f"{listed + timedelta(days=400):%d.%m.%Y}" if at % 3 == 0 else ""
        rows.append(row | (_organisation(at) if at % 3 == 1 else _person(at)))
    return rows


def _person(at: int) -> dict[str, str]:
    name = f"{SURNAMES[at % 10]} {GIVEN[(at // 2) % 10]} {PATRONYMICS[at % 7]}"
    return {
        "fullName": name,
        "dob": f"{at % 27 + 1:02d}.03.{1950 + at % 50}",
        "inn": f"77{at:010d}",
        "snils": f"112-468-{at:03d} 27",
    }


def _organisation(at: int) -> dict[str, str]:
    return {
        "fullName": OLDEST if at == 1 else f"Проект «Лесная тропа {at}»",
        "ogrn": f"102770{at:07d}",
        "inn": f"77{at:08d}",
        "address": "г. Энск, ул. Лесная, д. 1",
        "members": _members(at),
        "resources": f"https://www.les{at}.example/; https://t.me/les_{at}",
    }


def _members(at: int) -> str:
    return "Рябинин Фома Лукич; Осокина Яна Глебовна" if at % 6 == 1 else ""


def json_bytes(rows: object) -> bytes:
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def agents_xlsx(
    rows: Rows,
    *,
    titles: Sequence[str] = XLSX_TITLES,
    title: str = "Реестр иностранных агентов",
    state: object = datetime(2023, 6, 9, 17, 0),
) -> bytes:
    """The portal's export of the rows, newest first."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Лист 1"
    sheet.append([title])
    sheet.append([state])
    sheet.append(list(titles))
    for row in reversed(rows):
        whole = {
            **row,
            "kind": "Физические лица" if row["dob"] else "Юридические лица",
            "members": f"[{row['members'].replace(';', ',')}]" if row["members"] else "",
        }
        sheet.append([whole.get(field, "") or None for field in XLSX_FIELDS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def agents_pdf(rows: Rows, *, titles: Sequence[str] = PDF_TITLES, rows_a_page: int = 15) -> bytes:
    """The printed register: its header on the first two pages."""
    cells = [[row[field] for field in PDF_FIELDS] for row in rows]
    pages = [cells[at : at + rows_a_page] for at in range(0, len(cells), rows_a_page)]
    return ruled_pdf([[list(titles), *page] if at < 2 else page for at, page in enumerate(pages)], PDF_WIDTHS)


def agents_rest(rows: Rows, *, size: int | None = None, page: int = 1000) -> dict[str, object]:
    """The portal's answer: `info`, and pages of at most 1,000 rows."""
    suffix = {"id": "i", "dateIn": "dt"}
    names = [f"field_{at}_{suffix.get(field, 's')}" for at, field in enumerate(XLSX_FIELDS, 1)]
    columns = [
        {"name": name, "title": title, "hidden": False}
        for name, title in zip(names, XLSX_TITLES, strict=True)
    ]
    values = []
    for row in rows:
        whole = {**row, "kind": "Физические лица" if row["dob"] else "Юридические лица"}
        values.append(dict(zip(names, (whole.get(field, "") for field in XLSX_FIELDS), strict=True)))
    total = len(values) if size is None else size
    return {
        "info": {"title": "Реестр иностранных агентов", "columns": columns},
        "pages": [{"size": total, "values": values[at : at + page]} for at in range(0, len(values), page)],
    }


def undesirable(count: int = 12) -> Rows:
    """Rows of the list of undesirable organisations."""
    rows = []
    for at in range(1, count + 1):
        day = date(2015, 7, 29) + timedelta(days=30 * (at - 1))
        name = (
            "«Национальный фонд в поддержку демократии» (The National Endowment for Democracy)"
            if at == 1
            else f"Forest Path {at} («Лесная тропа {at}»), Королевство Норвегия"
        )
        rows.append(
            {
                "id": str(at),
                "fullName": name,
                "decisionInMinjust": f"№ {at}-р от {day:%d.%m.%Y}",
                "decisionInGenproc": f"{day:%d.%m.%Y}",
                "decisionOutMinjust": "\xa0",
                "decisionOutGenproc": "\xa0",
                "dateIn": f"{day:%d.%m.%Y}",
                "dateOut": "",
            }
        )
    return rows


def materials(items: Iterable[tuple[str, str, str]]) -> str:
    """The text of `exportfsm.csv`."""
    lines = ["#;Материал;Дата включения (указывается с 01.01.2017)"]
    lines += [f'{number};"{text}";{day}' for number, text, day in items]
    return "\r\n".join(lines) + "\r\n"


MATERIALS = (
    ("1", 'Листовка ""Тропа"" (решение Энского районного суда от 03.07.2007);', ""),
    ("2", "Материал исключен из списка.", ""),
    ("4", "Книга с переводом\nстроки… (решение Лесного городского суда от 02.02.2018);", "01.03.2018"),
)


def page(body: str, title: str = "Перечень") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body>{body}</body></html>"
    ).encode()


EXTREMIST_ITEMS = (
    "1. Межрегиональная общественная организация «Национал-большевистская партия» "
    "(решение Энского городского суда от 19.04.2007);",
    "2. Общественное объединение «Лесная тропа» (другие названия: «Тропа», «Forest Path») (решение Лесного "
    "районного суда от 01.02.2020 и апелляционное определение Энского областного суда от 03.04.2020) (дата "
    "размещения сведений: 05.06.2020);",
    "3. Религиозная организация «Роща» и входящие в ее структуру местные организации "
    "(решение Энского суда от 20.04.2017) (дата размещения сведений: 17.08.2017):",
    "Местная организация «Роща» в городе Энске;",
    "Местная организация «Роща» в городе Лесном;",
    "4. Организация исключена из перечня на основании определения Энского суда от 05.05.2021;",
    "6. Объединение, членами которого являются Рябинин Фома Лукич, родившийся 01.02.1985 г.р. в г. Энске "
    "(паспорт серии 4003 № 123456), и Осокина Яна Глебовна, 3 мая 1990 года рождения, уроженка г. Лесного, "
    "ООО «Лесная тропа» (решение Энского районного суда от 02.07.2024);",
    "7. Организация «Поляна» (с 12.05.2014 – Организация «Опушка») (решение Энского суда от 01.02.2013);",
)


def extremist_page(items: Iterable[str] = EXTREMIST_ITEMS) -> bytes:
    return page("".join(f"<p>{item}</p>\n" for item in items))


TERRORIST_ROWS = (
    (
        "1",
        "«Высший военный Маджлисуль Шура лесных троп»",
        "Верховный Суд Российской Федерации, от 14.02.2003 № ГКПИ 03-116, вступило в силу 04.03.2003",
    ),
    (
        "2",
        "«Движение Поляна» (Запрет деятельности приостановлен)",
        "Энский областной суд, от 01.02.2010 б/н, вступило в силу 12.02.2010",
    ),
    (
        "3",
        "Сообщество «Опушка» (другие названия: «Край леса», «Forest Edge»)",
        "2-й Западный окружной военный суд, от 10.10.2022 № 2-1, вступило в силу 28.10.2022",
    ),
)


def terrorist_page(
    rows: Iterable[Sequence[str]] = TERRORIST_ROWS,
    head: Sequence[str] = (
        "№ п/п",
        "Наименование организации",
        "Суд, вынесший решение, дата и номер решения, дата вступления в силу",
    ),
) -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in [head, *rows])
    return page(f"<table>{body}</table>")


ROSFIN_PEOPLE = (
    "1. РЯБИНИН ФОМА ЛУКИЧ*, 16.05.1998 г.р. , Г. ЭНСК;",
    "2. ОСОКИН ГЛЕБ ИСА ОГЛЫ, (ОСОКИН ГЛЕБ ИСА; ОСОКИН ГЛЁБ ИСА), 03.01.2002 г.р. , ЛЕСНАЯ ОБЛАСТЬ;",
    "3. ВЕРБИНА ЯНА САВЕЛЬЕВНА*, , ПОСЕЛОК ЛЕСНОЙ ЭНСКОГО РАЙОНА;",
)
ROSFIN_BODIES = ("1. ОРГАНИЗАЦИЯ «ПОЛЯНА»*, (ОПУШКА; КРАЙ ЛЕСА), ИНН: 7701234567, ОГРН: 1027701234567;",)


def rosfin_page(people: Iterable[str] = ROSFIN_PEOPLE, bodies: Iterable[str] = ROSFIN_BODIES) -> bytes:
    def section(name: str, items: Iterable[str]) -> str:
        lines = "".join(f"<li>{item}</li>\n" for item in items)
        return f'<div id="{name}"><ol class="terrorist-list">{lines}</ol></div>'

    return page(
        "<h2>Перечень террористов и экстремистов (весь список)</h2>"
        + section("russianUL", bodies)
        + section("russianFL", people)
    )


ROSFIN_XML = """<?xml version="1.0" encoding="utf-8"?>
<TERRORISTS_CATALOG NUM="77" DATE="01.02.2022" ID="abc">
<TERRORISTS><ID_NEW>5</ID_NEW><NUM>1</NUM>
<TERRORISTS_NAME>РЯБИНИН ФОМА ЛУКИЧ* (РЯБИНИН ХОМА ЛУКИЧ)</TERRORISTS_NAME>
<person_type>4</person_type><birth_date>16.05.1998</birth_date><ADDRESS>Г. ЭНСК, УЛ. ЛЕСНАЯ</ADDRESS>
<BIRTH_PLACE>Г. ЭНСК</BIRTH_PLACE><PASSPORT>4003 123456</PASSPORT><TERRORISTS_RESOLUTION/></TERRORISTS>
<TERRORISTS><NUM>2</NUM><TERRORISTS_NAME>ОРГАНИЗАЦИЯ «ПОЛЯНА»</TERRORISTS_NAME><person_type>3</person_type>
<birth_date/></TERRORISTS>
</TERRORISTS_CATALOG>
"""


STATE = datetime(2021, 5, 31, 17, 0)


def names_only(count: int = 40) -> list[dict[str, object]]:
    """A list of names and dates only."""
    return [
        {"name": row["fullName"], "is_person": int(bool(row["dob"])), "dateIn": row["dateIn"]}
        | ({"dateOut": row["dateOut"]} if row["dateOut"] else {})
        for row in agents(count)
    ]
