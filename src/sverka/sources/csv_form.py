"""Semicolon-separated text, in windows-1251 as the ministry publishes it or copied to UTF-8."""

from __future__ import annotations

import csv
import io

from .refusal import AGAIN, LOOK, refused
from .table import RawRow, Sheet

# The longest text seen has 9,700 characters.
csv.field_size_limit(1_000_000)
# Copies keep the bytes 0x80-0x9F of windows-1251 as the controls of those numbers.
_CONTROLS = {code: bytes([code]).decode("cp1251", "replace") for code in range(0x80, 0xA0)}


def read_csv(data: bytes) -> Sheet:
    """Read a file whose every row has as many fields as its header.

    Raises: SourceError when it is neither encoding, is cut in a row, or a row's width differs.
    """
    text = _decode(data)
    if not text.endswith("\n"):
        raise refused("The last line is not ended: cut short?",
                      "Последняя строка не завершена: файл обрезан?", AGAIN)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    rows: list[RawRow] = []
    header: tuple[str, ...] = ()
    try:
        for row in reader:
            if not header:
                header = tuple(row)
            elif len(row) != len(header):
                at = reader.line_num
                raise refused(f"line {at}: {len(row)} fields, the header has {len(header)}.",
                              f"Строка {at}: полей {len(row)}, в заголовке {len(header)}.", AGAIN)
            else:
                rows.append(RawRow(tuple(row), f"line {reader.line_num}"))
    except csv.Error as error:
        raise refused(f"line {reader.line_num}: broken quoting ({error}): cut short?",
                      f"Строка {reader.line_num}: нарушены кавычки; файл обрезан?", AGAIN) from None
    return Sheet("csv", header, tuple(rows))


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").translate(_CONTROLS)
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1251")
    except UnicodeDecodeError as error:
        raise refused(f"The file is neither windows-1251 nor UTF-8 (byte {error.start}).",
                      f"Файл не в windows-1251 и не в UTF-8 (байт {error.start}).", LOOK) from None
