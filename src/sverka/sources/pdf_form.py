"""Ruled tables in PDF, as the ministry printed them from Excel.

Cells are what lies between the ruled lines; nothing is guessed from blanks. The printed text
keeps the blank at which a line was wrapped, so a line without one was broken inside a word
(or at a line end somebody typed): the widths tell which.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .cells import fold
from .refusal import AGAIN, LOOK, quoted, refused
from .table import RawRow, Sheet, title_key

MAX_PAGES = 400  # 763 rows took 26 pages
_RULE = 1.6  # points; the table's lines are about half a point wide
_TEXT, _PATH = 1, 2  # pdfium's page object types


@dataclass(frozen=True, slots=True)
class _Line:
    """A run of text printed on one line: its box in points, y upwards, and its baseline."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float


def read_pdf(data: bytes, progress: Any = None) -> Sheet:
    """Read every page's table into one sheet.

    Args:
        progress: called with (pages read, pages in all).
    Raises: SourceError when the file is cut or damaged, is not a ruled table, or pages differ
        in their columns.
    """
    _check_whole(data)
    import pypdfium2  # noqa: PLC0415 (comes with an extra)

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise _damaged("it cannot be opened") from None
    try:
        return _read(document, progress)
    except ctypes.ArgumentError as error:
        # Ctrl-C while ctypes takes an argument comes out as this.
        if "KeyboardInterrupt" in str(error):
            raise KeyboardInterrupt from error
        raise
    except pypdfium2.PdfiumError:
        raise _damaged("a page cannot be read") from None
    finally:
        document.close()


def _read(document: Any, progress: Any) -> Sheet:
    pages = len(document)
    if not 0 < pages <= MAX_PAGES:
        raise refused(f"The PDF has {pages} pages; at most {MAX_PAGES} are expected.",
                      f"В PDF страниц: {pages}, ожидается не больше {MAX_PAGES}.", LOOK)
    header: tuple[str, ...] = ()
    rows: list[RawRow] = []
    for at in range(pages):
        for cells, number in _page_rows(document[at], at + 1):
            where = f"page {at + 1}, row {number}"
            if title_key(cells[0]) == title_key("№ п/п"):
                if header and cells != header:
                    raise refused(f"{where}: the columns differ from those of page 1.",
                                  f"{where}: столбцы не те, что на первой странице.", LOOK)
                header = cells
            elif not header:
                raise refused("The first row of page 1 is not the register's header: another document?",
                              "Первая строка первой страницы не заголовок реестра: другой документ?", LOOK)
            elif any(cells):
                rows.append(RawRow(cells, where))
        if progress:
            progress(at + 1, pages)
    return Sheet("pdf", header, tuple(rows))


def _page_rows(page: Any, number: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Cells and place of each row of one page, top down."""
    lines, columns, levels = _page_objects(page, number)
    cells: dict[tuple[int, int], list[_Line]] = {}
    for line in lines:
        row = len(levels) - bisect_right(levels, (line.bottom + line.top) / 2) - 1
        column = bisect_right(columns, (line.left + line.right) / 2) - 1
        if not (0 <= row < len(levels) - 1 and 0 <= column < len(columns) - 1):
            if fold(line.text):
                raise refused(f"page {number}: the text “{quoted(line.text, 30)}” stands outside the table.",
                              f"Страница {number}: текст «{quoted(line.text, 30)}» вне таблицы.", LOOK)
            continue
        cells.setdefault((row, column), []).append(line)
    for row in range(len(levels) - 1):
        texts = (_join(cells.get((row, at), []), columns[at + 1] - columns[at])
                 for at in range(len(columns) - 1))
        yield tuple(texts), row + 1


def _page_objects(page: Any, number: int) -> tuple[list[_Line], list[float], list[float]]:
    """Text lines, x of the vertical rules left to right, y of the horizontal ones bottom up."""
    lines: list[_Line] = []
    upright: list[tuple[float, float, float]] = []
    level: list[tuple[float, float, float]] = []
    text_page = page.get_textpage()
    for item in page.get_objects(max_depth=2):
        left, bottom, right, top = item.get_bounds()
        if item.type == _TEXT:
            lines.append(_Line(_text(item, text_page), left, bottom, right, top, item.get_matrix().f))
        elif item.type == _PATH and right - left < _RULE < top - bottom:
            upright.append(((left + right) / 2, bottom, top))
        elif item.type == _PATH and top - bottom < _RULE < right - left:
            level.append((left, right, (bottom + top) / 2))
    text_page.close()
    page.close()
    columns = _merge([x for x, _, _ in upright])
    if len(columns) < 3:
        raise refused(f"page {number} has no ruled table.",
                      f"На странице {number} нет разлинованной таблицы.")
    # The last row of a page is sometimes closed by the ends of the upright rules alone.
    ends = [min(low for _, low, _ in upright), max(high for _, _, high in upright)]
    rows = _merge(_full_rules(level, columns[-1] - columns[0]) + ends)
    if len(rows) < 2:
        raise refused(f"page {number} has no ruled rows.", f"На странице {number} нет разлинованных строк.")
    return lines, columns, rows


def _full_rules(level: list[tuple[float, float, float]], width: float) -> list[float]:
    """The heights at which horizontal rules, drawn in pieces and with gaps, cross most of the table."""
    heights = _merge([y for _, _, y in level])
    across = dict.fromkeys(heights, 0.0)
    for left, right, y in level:
        across[min(heights, key=lambda height: abs(height - y))] += right - left
    return [height for height in heights if across[height] > 0.5 * width]


def _text(item: Any, text_page: Any) -> str:
    """A run's text; pdfium writes U+0002 for a hyphen at a line's end."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    size = pdfium.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(item.raw, text_page.raw,
                               ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0").replace("\x02", "-")


def _merge(values: list[float]) -> list[float]:
    """Sorted values with those of one ruled line taken together."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > 2 * _RULE:
            merged.append(value)
    return merged


def _join(lines: list[_Line], width: float) -> str:
    """The text of a cell from its printed lines."""
    text = ""
    before: _Line | None = None
    for line in _in_reading_order(lines):
        if before is not None and not text[-1:].isspace() and _apart(before, line, width):
            text += " "
        text += line.text
        before = line
    return text.strip()


def _in_reading_order(lines: list[_Line]) -> list[_Line]:
    """Top down, then left to right; runs of one line share a baseline to within half a point."""
    ordered: list[_Line] = []
    row: list[_Line] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        if row and row[0].baseline - line.baseline > _RULE / 2:
            ordered += sorted(row, key=lambda one: one.left)
            row = []
        row.append(line)
    return ordered + sorted(row, key=lambda one: one.left)


def _apart(before: _Line, line: _Line, width: float) -> bool:
    """Whether a blank belongs between two runs."""
    if abs(before.baseline - line.baseline) <= _RULE / 2:  # on one line: a change of font, or a gap
        return line.left - before.right > (before.top - before.bottom) / 2
    return not _broken(before, line, width)


def _broken(before: _Line, line: _Line, width: float) -> bool:
    """Whether a line without a blank at its end was broken inside a word.

    Excel breaks a word only if it is wider than the cell, or after a hyphen.
    """
    if not before.text or not line.text or line.text[0].isspace():
        return False
    if before.text[-1] in "-‐‑" and not re.search(r"\s-$", before.text):
        return True
    last, first = before.text.split()[-1:], line.text.split()[:1]
    if not last or not first:
        return False
    word = (_width(before, last[0]) + _width(line, first[0]))
    return word > 0.97 * width


def _width(line: _Line, part: str) -> float:
    return (line.right - line.left) * len(part) / max(1, len(line.text.rstrip()))


def _check_whole(data: bytes) -> None:
    """A PDF that lost its end, or bytes inside, is refused before pdfium mends it in silence."""
    tail = data[-1024:]
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", tail)
    if not start:
        raise _damaged("its end is missing")
    at = int(start[1])
    if not re.match(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)", data[at: at + 32]):
        raise _damaged("its table of objects is not where it says")


def _damaged(what: str) -> Exception:
    return refused(f"The PDF is cut or damaged: {what}.", "PDF обрезан или повреждён.", AGAIN)
