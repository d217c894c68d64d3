"""A row of an official file as it stands there, read by other means than Sverka's parsers.

PDF with pdfplumber (pdfminer; the parser uses pdfium), XLSX as XML out of the zip, JSON as it is.
Nothing is cleaned: a cell is the text in the file, line breaks and all. For looking edits up in the
source (`silent_edits.py --confirm`), so it knows as little as it can: where a row with a number is,
and which column a field stands in.
"""

from __future__ import annotations

import json
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

Row = dict[str, str]

# Field -> how the column is called: the beginning of its header in PDF and XLSX, the key in JSON.
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "number": (("№ п/п",), ("id",)),
    "official_name": (("Полное наименование",), ("fullName", "name")),
    "legal_basis": (("Основания",), ("law",)),
    "listed_on": (("Дата принятия решения о включении", "Дата принятия Минюстом России решения о вкл"),
                  ("dateIn",)),
    "removed_on": (("Дата принятия решения об исключении", "Дата принятия Минюстом России решения об"),
                   ("dateOut",)),
    "birth_year": (("Дата рождения",), ("dob",)),
    "members": (("Полное наименование/ФИО участников", "Полное наименование или ФИО участников"),
                ("members",)),
    "domains": (("Информационный ресурс", "Доменное имя"), ("resources", "address")),
    "handles": (("Информационный ресурс", "Доменное имя"), ("resources", "address")),
    "category": (("Тип",), ("type",)),
    "country": ((), ("fullName", "name")),
}  # fmt: skip


def cell(path: Path, number: str, name: str, field: str) -> str | None:
    """What stands in a field's column in the row with this number; by name where a form has no numbers.

    None if there is no such row; "" if the form has no such column.
    """
    row = _READERS[path.suffix](path, number, name)
    if row is None:
        return None
    headers, keys = COLUMNS[field]
    if path.suffix == ".json":
        return "\n".join(str(row[key]) for key in keys if row.get(key))
    # The longest header that fits: "members" begins as "official_name" does.
    fitting = [(len(begin), key) for key in row for begin in headers if _plain(key).startswith(_plain(begin))]
    if not fitting:
        return ""
    if field == "official_name":
        return row[min(key for _, key in fitting if "участник" not in key)]
    return row[max(fitting)[1]]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def _json(path: Path) -> list[dict[str, object]]:
    value: list[dict[str, object]] = json.loads(path.read_bytes())
    return value


def _json_row(path: Path, number: str, name: str) -> Row | None:
    for record in _json(path):
        if str(record["id"]).strip() == number if "id" in record else record.get("name") == name:
            return {key: str(value) for key, value in record.items() if value is not None}
    return None


@cache
def _xlsx(path: Path) -> list[list[str]]:
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        strings: list[str] = []
        if "xl/sharedStrings.xml" in names:
            root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
            strings = ["".join(t.text or "" for t in item.iter(f"{space}t")) for item in root]
        sheet = ET.fromstring(archive.read(next(n for n in names if n.startswith("xl/worksheets/sheet"))))
    table = []
    for row in sheet.iter(f"{space}row"):
        cells: dict[int, str] = {}
        for cell_ in row:
            column = 0
            for letter in "".join(c for c in cell_.get("r", "") if c.isalpha()):
                column = column * 26 + ord(letter) - 64
            text = "".join(t.text or "" for t in cell_.iter() if t.tag in (f"{space}v", f"{space}t"))
            cells[column - 1] = strings[int(text)] if cell_.get("t") == "s" and text else text
        table.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
    return table


def _xlsx_row(path: Path, number: str, _name: str) -> Row | None:
    table = _xlsx(path)
    head = next(i for i, row in enumerate(table) if row and row[0].startswith("№"))
    for row in table[head + 1 :]:
        if row and row[0].strip() == number:
            return dict(zip(table[head], [*row, *[""] * len(table[head])], strict=False))
    return None


class _Pdf:
    """One file, its pages' tables read when asked for."""

    def __init__(self, path: Path) -> None:
        import pdfplumber  # noqa: PLC0415 (only for who confirms)

        self._pdf = pdfplumber.open(path)
        self._tables: dict[int, list[list[str]]] = {}
        self.pages = len(self._pdf.pages)
        self.header = self.page(0)[0]

    def page(self, at: int) -> list[list[str]]:
        if at not in self._tables:
            table = self._pdf.pages[at].extract_table() or []
            self._tables[at] = [[cell_ or "" for cell_ in row] for row in table]
            self._pdf.pages[at].close()
        return self._tables[at]

    def first(self, at: int) -> int:
        numbers = (int(row[0]) for row in self.page(at) if row and row[0].strip().isdecimal())
        return next(numbers, 10**9)  # a page without any comes after all that have one

    def row(self, number: int) -> Row | None:
        low, high = 0, self.pages - 1
        while low < high:  # the numbers rise
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.first(middle) <= number else (low, middle - 1)
        table = self.page(low)
        at = next((i for i, row in enumerate(table) if row and row[0].strip() == str(number)), None)
        if at is None or len(table[at]) != len(self.header):
            return None
        cells = list(table[at])
        if at == len(table) - 1 and low + 1 < self.pages:  # the row may go on behind the page break
            for more in self.page(low + 1):
                if more[0].strip() or len(more) != len(cells):
                    break
                cells = [f"{a}\n{b}" if b else a for a, b in zip(cells, more, strict=True)]
        return dict(zip(self.header, cells, strict=True))


@cache
def _pdf(path: Path) -> _Pdf:
    return _Pdf(path)


def _pdf_row(path: Path, number: str, _name: str) -> Row | None:
    return _pdf(path).row(int(number)) if number.isdecimal() else None


_READERS = {".json": _json_row, ".xlsx": _xlsx_row, ".pdf": _pdf_row}
