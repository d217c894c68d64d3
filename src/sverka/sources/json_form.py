"""JSON: scraped rows, the portal's REST answer, and lists of names and dates only."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from .refusal import AGAIN, LOOK, quoted, refused
from .table import RawRow, Sheet

_MAX_DEPTH_ERRORS = (ValueError, RecursionError)


def load(data: bytes) -> Any:
    """The JSON value of a file.

    Raises: SourceError when it is cut, not UTF-8, or holds a key twice in one object.
    """
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_number)
    except UnicodeDecodeError as error:
        raise refused(f"The file is not UTF-8 at byte {error.start}.",
                      f"Файл не в UTF-8: байт {error.start}.", AGAIN) from None
    except json.JSONDecodeError as error:
        raise refused(f"The JSON ends or breaks at line {error.lineno}, column {error.colno}: cut short?",
                      f"JSON обрывается или нарушен в строке {error.lineno}, позиция {error.colno}.",
                      AGAIN) from None
    except _MAX_DEPTH_ERRORS:
        raise refused("The JSON cannot be read: a number or its nesting is out of bounds.",
                      "JSON прочесть нельзя: недопустимое число или вложенность.", AGAIN) from None


def form_of(value: Any) -> str:
    """`names-json`, `rest` or `json`, by the shape of the value."""
    if isinstance(value, dict) and value.keys() & {"values", "pages", "info"}:
        return "rest"
    if isinstance(value, list) and value and all(isinstance(v, dict) and "values" in v for v in value):
        return "rest"
    if isinstance(value, list) and value and isinstance(value[0], dict) and "is_person" in value[0]:
        return "names-json"
    return "json"


def records(value: Any, form: str, optional: Sequence[str] = ()) -> Sheet:
    """Rows of a JSON array of objects that all have the same keys.

    Args:
        optional: keys that a row may leave out (read as blank).
    Raises: SourceError for anything else; a value that is not text counts as else, except
        true, false, 0 and 1.
    """
    if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
        raise refused("The file is not a JSON list of rows.", "Файл не является списком строк JSON.")
    header = list(value[0])
    for row in value:
        header += [key for key in row if key not in header and key in optional]
    rows = tuple(RawRow(_cells(row, header, optional, f"row {at}"), f"row {at}")
                 for at, row in enumerate(value, 1))
    return Sheet(form, tuple(header), rows)


def _cells(row: Mapping[str, Any], header: Sequence[str], optional: Sequence[str], where: str,
           ) -> tuple[str, ...]:
    for key in row:
        if key not in header:
            raise refused(f"{where} has a field “{quoted(key)}” that row 1 does not have.",
                          f"{where}: поле «{quoted(key)}», которого нет в первой строке.", LOOK)
    cells = []
    for key in header:
        if key not in row and key not in optional:
            raise refused(f"{where} lacks the field “{quoted(key)}”.",
                          f"{where}: нет поля «{quoted(key)}».", LOOK)
        cells.append(as_text(row.get(key, ""), key, where))
    return tuple(cells)


def as_text(value: Any, key: str, where: str) -> str:
    """A JSON value as the text of a cell. Raises: SourceError for lists, objects, fractions."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise refused(f"{where}: the field “{quoted(key)}” holds a {type(value).__name__}, not text.",
                  f"{where}: в поле «{quoted(key)}» не текст.", LOOK)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        raise ValueError("a key is there twice")
    return row


def _number(name: str) -> Any:
    raise ValueError(name)
