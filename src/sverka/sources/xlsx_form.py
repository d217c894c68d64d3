"""The portal's XLSX export: a title, the state's date and time, a header, rows of text."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from .cells import fold
from .refusal import AGAIN, LOOK, quoted, refused
from .table import RawRow, Sheet

# The 2025 export unpacks to 3.6 MB; a hundred million bytes is no register but a bomb.
MAX_UNPACKED = 100_000_000
MAX_COLUMNS = 64
MAX_ROWS = 100_000


def read_xlsx(data: bytes, title: str) -> Sheet:
    """Read an export whose first row must be `title`.

    Args:
        title: of the register, e.g. `Реестр иностранных агентов`.
    Raises: SourceError when the archive is cut or too large, another register's, or not laid
        out as title, date, header, rows.
    """
    _check_archive(data)
    rows = _rows(data)
    first, second, third = (next(rows, []) for _ in range(3))
    found = fold(str(first[0])) if first and first[0] else ""
    if found != title:
        raise refused(f"The sheet is titled “{quoted(found)}”, not “{title}”: another list's file?",
                      f"Лист озаглавлен «{quoted(found)}», а не «{title}»: файл другого списка?", LOOK)
    as_of = second[0] if second else None
    if not isinstance(as_of, datetime):
        raise refused("Row 2 does not hold the date and time of the state.",
                      "Во второй строке нет даты и времени состояния.", LOOK)
    header = tuple(fold(str(cell)) if cell is not None else "" for cell in third)
    while header and not header[-1]:
        header = header[:-1]
    return Sheet("xlsx", header, tuple(_data(rows, len(header))), as_of.date())


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
            if size > MAX_UNPACKED:
                raise refused(f"The file would unpack to {size:,} bytes; {MAX_UNPACKED:,} is the limit.",
                              f"Файл распаковывается в {size:,} байт, предел {MAX_UNPACKED:,}.", AGAIN)
            for item in archive.infolist():
                with archive.open(item) as part:
                    _drain(part, item.file_size)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
            KeyError) as error:
        raise refused(f"The XLSX archive is cut or damaged ({quoted(str(error), 40)}).",
                      "Архив XLSX обрезан или повреждён.", AGAIN) from None
    except Exception as error:  # zlib.error and lzma's have no common base
        if type(error).__name__ != "error":
            raise
        raise refused("The XLSX archive is damaged.", "Архив XLSX повреждён.", AGAIN) from None


def _drain(part: Any, size: int) -> None:
    """Read to the end, so that every checksum is verified and no part is longer than it says."""
    left = size
    while chunk := part.read(1 << 20):
        left -= len(chunk)
        if left < 0:
            raise zipfile.BadZipFile("a part is longer than stated")
    if left:
        raise zipfile.BadZipFile("a part is shorter than stated")


def _rows(data: bytes) -> Iterator[list[Any]]:
    import openpyxl  # noqa: PLC0415 (comes with an extra)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the export has no default style
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            if len(book.sheetnames) != 1:
                raise refused(f"The file has {len(book.sheetnames)} sheets, not one.",
                              f"В файле листов: {len(book.sheetnames)}, а должен быть один.", LOOK)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            for at, row in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS)):
                if at > MAX_ROWS:
                    raise refused(f"The sheet has more than {MAX_ROWS:,} rows.",
                                  f"На листе больше {MAX_ROWS:,} строк.", LOOK)
                yield list(row)
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, SyntaxError,
            zipfile.BadZipFile, OverflowError, AssertionError) as error:
        raise refused(f"The XLSX cannot be read ({type(error).__name__}).",
                      f"XLSX прочесть нельзя ({type(error).__name__}).", AGAIN) from None


def _data(rows: Iterator[list[Any]], width: int) -> Iterator[RawRow]:
    gap = 0
    for at, row in enumerate(rows, 4):
        cells = [_text(cell) for cell in row]
        if not any(cells):
            gap = gap or at
            continue
        if gap:
            raise refused(f"Row {gap} is empty although rows follow it.",
                          f"Строка {gap} пуста, хотя после неё есть строки.", LOOK)
        if any(cells[width:]):
            raise refused(f"Row {at} has more cells than the header.",
                          f"В строке {at} ячеек больше, чем в заголовке.", LOOK)
        yield RawRow(tuple((cells + [""] * width)[:width]), f"row {at}")


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, (datetime, date)):
        return cell.strftime("%d.%m.%Y")
    return str(cell)
