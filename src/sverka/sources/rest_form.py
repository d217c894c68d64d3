"""The portal's REST answer, handed over as one JSON file.

    {"info": <answer of GET .../info>, "pages": [<answer of POST .../values>, ...]}

A single `values` answer, or a list of them, is taken as well. The portal caps an answer at
1,000 rows without saying so, so the rows obtained must be as many as `size` promises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..errors import SourceError, Text
from .cells import read_date
from .json_form import as_text
from .refusal import AGAIN, LOOK, quoted, refused
from .table import Column, RawRow, Sheet, title_key

# Keys of a row that are the portal's own and say nothing of the entry.
OWN_KEYS = frozenset({"id", "_id", "uuid", "guid", "rowId", "version"})
_FIELD = re.compile(r"(field_\d+)(?:_[a-z]+)?")
MORE = Text(
    "Ask for the following pages too ({offset: 1000, limit: 1000}, …) and hand all of them over in one file.",
    "Запросите и следующие страницы ({offset: 1000, limit: 1000}, …) и передайте их в одном файле.",
)


def read_rest(value: Any, columns: Sequence[Column], *, by_name: bool = False) -> Sheet:
    """Read a REST answer.

    Args:
        columns: of the list; without `info`, its `field_N` names are what binds.
        by_name: take `field_N` also for a title that is not known (lists whose portal titles
            nobody has seen).
    Raises: SourceError when rows are missing, or the answer is laid out otherwise.
    """
    info, pages = _parts(value)
    rows = _all_rows(pages)
    names = _names(info, rows)
    header = tuple(_title(name, title, columns, by_name) for name, title in names.items())
    raw = tuple(RawRow(_cells(row, names, at), f"row {at}") for at, row in enumerate(rows, 1))
    return Sheet("rest", header, raw, _modified(info))


def _parts(value: Any) -> tuple[Mapping[str, Any], Sequence[Any]]:
    if isinstance(value, list):
        return {}, value
    info = value.get("info") or {}
    pages = value.get("pages", [value])
    if not isinstance(info, dict) or not isinstance(pages, list) or not pages:
        raise refused("“info” is not an object or “pages” is not a list.",
                      "«info» не объект или «pages» не список.", LOOK)
    return info, pages


def _all_rows(pages: Sequence[Any]) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    sizes = set()
    for at, page in enumerate(pages, 1):
        values = page.get("values") if isinstance(page, dict) else None
        size = page.get("size") if isinstance(page, dict) else None
        if not isinstance(values, list) or not isinstance(size, int) or isinstance(size, bool):
            raise refused(f"page {at} has no “values” or no “size”.",
                          f"В странице {at} нет «values» или «size».", LOOK)
        if not all(isinstance(row, dict) for row in values):
            raise refused(f"page {at}: “values” holds something else than rows.",
                          f"Страница {at}: в «values» не строки.", LOOK)
        rows += values
        sizes.add(size)
    if len(sizes) != 1:
        raise refused("The list changed its size between the pages.",
                      "Между страницами размер списка изменился.", AGAIN)
    if (size := sizes.pop()) != len(rows):
        raise refused(f"{len(rows)} rows of {size} were obtained: the portal gives at most 1,000 at a time.",
                      f"Получено строк {len(rows)} из {size}: портал отдаёт не больше 1000 за раз.", MORE)
    return rows


def _names(info: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Field name -> title, in the portal's order; hidden columns are returned, so they count."""
    if columns := info.get("columns"):
        if not isinstance(columns, list) or not all(
            isinstance(c, dict) and isinstance(c.get("name"), str) and isinstance(c.get("title"), str)
            for c in columns
        ):
            raise refused("“info.columns” is not a list of names and titles.",
                          "«info.columns» не список имён и заголовков.", LOOK)
        return {column["name"]: column["title"] for column in columns}
    return {key: key for row in rows for key in row if key not in OWN_KEYS}


def _title(name: str, title: str, columns: Sequence[Column], by_name: bool) -> str:
    known = {title_key(t) for column in columns for t in column.titles}
    field = _FIELD.fullmatch(name)
    if field and (title == name or (by_name and title_key(title) not in known)):
        return field[1]
    return title


def _cells(row: Mapping[str, Any], names: Mapping[str, str], at: int) -> tuple[str, ...]:
    for key in row:
        if key not in names and key not in OWN_KEYS:
            raise refused(f"row {at} has a field “{quoted(key)}” that no column describes.",
                          f"Строка {at}: поле «{quoted(key)}» не описано столбцами.", LOOK)
    return tuple(_value(row.get(name, ""), name, at) for name in names)


def _value(value: Any, name: str, at: int) -> str:
    if isinstance(value, list):  # members come as a list of names
        return "; ".join(as_text(one, name, f"row {at}") for one in value)
    return as_text(value, name, f"row {at}")


def _modified(info: Mapping[str, Any]) -> date | None:
    stated = info.get("lastModified")
    try:
        return read_date(str(stated), "", "lastModified") if stated else None
    except SourceError:
        return None
