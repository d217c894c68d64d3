"""The FSB's list of terrorist organisations (FORMATS RU-5): a table of number, name, ruling.

The name cell can hold some 170 structural units; the ruling cell ends with the day the ruling
took force, and a ban can be suspended while its row stays.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from ..model import Entry, ListId, Place
from .cells import fold, read_date
from .html_form import read_html, table_rows
from .name_cell import country_of, organisation_names
from .refusal import LOOK, quoted, refused
from .scrub import scrub
from .table import Parsed

LIST = ListId("ru-terrorist-organisations")
STATES = frozenset({"number", "kind", "official_name", "names", "decisions", "country", "note"})
SUSPENDED = "запрет деятельности приостановлен"
_TITLES = (
    ("number", re.compile(r"№|n(?: ?п/п)?$|номер$", re.IGNORECASE)),
    ("ruling", re.compile(r"суд|решени|приговор|вступ|дата", re.IGNORECASE)),
    ("name", re.compile(r"наименовани|организаци|название", re.IGNORECASE)),
    ("note", re.compile(r"примечани", re.IGNORECASE)),
)
_SUSPENDED = re.compile(
    r"[(\[]?\s*запрет\w* деятельности (?:временно )?приостановлен\w*[^)\]]*[)\]]?", re.IGNORECASE)
_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d{2,4}(?![\d.]\d)")


def parse_html(data: bytes, sha256: str) -> Parsed:
    """Read the page. Raises: SourceError when it is cut or holds no such table."""
    header, rows = _table(read_html(data))
    entries = tuple(_entry(header, row, at, sha256) for at, row in enumerate(rows, 1))
    filled = Counter(dict.fromkeys(header, 0))
    for row in rows:
        filled.update(field for field, cell in zip(header, row, strict=True) if cell)
    return Parsed("html", STATES, len(entries), dict(filled), entries)


def _table(page: Any) -> tuple[list[str], list[list[str]]]:
    """Fields and rows of the page's one table that names courts."""
    found = []
    for table in page.iter("table"):
        rows = table_rows(table)
        if len(rows) > 1 and (header := _header(rows)):
            found.append((header, rows[1:] if not rows[0][0].rstrip(".").isdigit() else rows))
    if len(found) != 1:
        raise refused(f"The page holds {len(found)} tables of organisations and rulings, not one.",
                      f"Таблиц организаций и решений на странице {len(found)}, а нужна одна.", LOOK)
    return found[0]


def _header(rows: list[list[str]]) -> list[str]:
    """The field of each column; empty when the table is something else.

    A table without a header row is bound by what its first row holds: number, name, court.
    """
    first = rows[0]
    if len(first) == 3 and first[0].rstrip(".") == "1" and re.search(r"\bсуд", first[2], re.IGNORECASE):
        return ["number", "name", "ruling"]
    fields: list[str] = []
    for title in first:
        field = next((field for field, words in _TITLES if words.search(title)), "")
        if not field and title and {"number", "name"} <= set(fields):
            raise refused(f"The column “{quoted(title)}” is new: nothing is known of it.",
                          f"Столбец «{quoted(title)}» новый: о нём ничего не известно.", LOOK)
        fields.append(field)
    complete = fields.count("number") == 1 and fields.count("name") == 1 and "ruling" in fields
    return fields if complete else []


def _entry(header: list[str], row: list[str], at: int, sha256: str) -> Entry:
    where = f"row {at}"
    if len(row) != len(header):
        raise refused(f"{where} has {len(row)} cells, the header has {len(header)}.",
                      f"{where}: ячеек {len(row)}, а в заголовке {len(header)}.", LOOK)
    cells = dict.fromkeys(header, "")
    for field, cell in zip(header, row, strict=True):
        cells[field] = fold(f"{cells[field]}, {cell}" if cells[field] and cell else cells[field] or cell)
    number, name, ruling = cells["number"].rstrip(". "), cells["name"], cells["ruling"]
    if _TITLES[0][1].search(cells["number"]):
        raise refused(f"{where}: a header row appears as a record.",
                      f"{where}: строка заголовка попала в записи.")
    if not re.fullmatch(r"\d{1,4}", number) or not name:
        raise refused(f"{where}: the number is “{quoted(number, 20)}”, or the name is empty.",
                      f"{where}: номер «{quoted(number, 20)}» или пустое наименование.")
    suspended = any(_SUSPENDED.search(text) for text in (name, ruling, cells.get("note", "")))
    name, ruling = fold(_SUSPENDED.sub("", name)), fold(_SUSPENDED.sub("", ruling)).strip(" ;,")
    if not re.search(r"суд|решени|приговор", ruling, re.IGNORECASE):
        raise refused(f"{where}: the column of rulings names no court; are the columns shifted?",
                      f"{where}: в столбце решений нет суда; не сдвинуты ли столбцы?")
    for day in _DAY.findall(ruling):
        read_date(".".join(part.zfill(2) for part in day.split(".")), where, "решение суда")
    names = organisation_names(name)
    if not names:
        raise refused(f"{where} has no name.", f"{where}: нет наименования.")
    return Entry(LIST, number, "organisation", scrub(name), names, Place(sha256, where), decisions=(ruling,),
                 country=country_of(name), note=SUSPENDED if suspended else "")
