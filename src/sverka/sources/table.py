"""Rows of a published list, and the binding of its columns by their header text.

Every reader (PDF, XLSX, CSV, JSON, REST, HTML) hands over a `Sheet`. A list says which
columns it knows; a title that is missing, new or there twice stops the import, because
in June 2024 a column was added and scrapers that counted columns lost 190 dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Entry
from .cells import fold
from .refusal import LOOK, quoted, refused

MAX_CELL = 60_000


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as read: a text a column, in the header's order, and where it stood."""

    cells: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as a reader found it.

    Attributes:
        form: which generation of publication, e.g. `pdf`.
        header: titles as published. rows: without the header.
        as_of: the state the publication itself claims, None if it claims none.
    """

    form: str
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column a list is known to publish.

    Attributes:
        field: our name for it; `Row.get` takes it.
        titles: every header text seen for it; blanks, case, quotes and hyphens do not count.
        forms: the forms that must have it; in another form it is new, hence refused.
            A form with a trailing `?` may have it.
        dropped: read only to see that it is what its title says, then forgotten.
    """

    field: str
    titles: tuple[str, ...]
    forms: tuple[str, ...]
    dropped: bool = False

    def in_form(self, form: str) -> bool:
        """Whether the form may have this column."""
        return form in self.forms or f"{form}?" in self.forms


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its cells by field name."""

    cells: Mapping[str, str]
    where: str

    def get(self, field: str) -> str:
        """The cell, blanks folded; "" where the form has no such column."""
        return fold(self.cells.get(field, ""))


@dataclass(frozen=True, slots=True)
class Bound:
    """A sheet whose columns are known.

    Attributes:
        title: field name -> header text as published.
        filled: header text -> rows with that cell filled.
    """

    form: str
    rows: tuple[Row, ...]
    title: Mapping[str, str]
    filled: Mapping[str, int]
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a list's module makes of a file; see `Snapshot` for the fields of the same name."""

    form: str
    states: frozenset[str]
    rows: int
    filled: Mapping[str, int]
    entries: tuple[Entry, ...]
    as_of: date | None = None


def title_key(title: str) -> str:
    """What of a header text counts when two are compared."""
    return re.sub(r"[\W_]", "", fold(title).casefold().replace("ё", "е"))


def check_length(text: str, where: str) -> None:
    """Refuse a text that no cell holds: the longest seen, a list of 170 units, has some 15,000 letters."""
    if len(text) > MAX_CELL:
        raise refused(f"{where}: a cell of {len(text):,} letters; none has more than {MAX_CELL:,}.",
                      f"{where}: в ячейке {len(text):,} букв, больше {MAX_CELL:,} не бывает.")


def bind(sheet: Sheet, columns: Sequence[Column]) -> Bound:
    """Give every column its meaning by its title.

    Raises: SourceError naming the title that is missing, new, or there twice, or a row that
        repeats the header.
    """
    fields = _fields(sheet, columns)
    keys = {title_key(title) for column in columns for title in column.titles if len(title) > 4}
    rows = tuple(_row(raw, fields, sheet.header, keys) for raw in sheet.rows)
    filled = Counter(dict.fromkeys(sheet.header, 0))
    for raw in sheet.rows:
        filled.update(title for title, cell in zip(sheet.header, raw.cells, strict=True) if fold(cell))
    title = dict(zip(fields, sheet.header, strict=True))
    return Bound(sheet.form, rows, title, dict(filled), sheet.as_of)


def _fields(sheet: Sheet, columns: Sequence[Column]) -> list[str]:
    known = {title_key(t): c for c in columns if c.in_form(sheet.form) for t in c.titles}
    found: list[str] = []
    for title in sheet.header:
        column = known.get(title_key(title))
        if column is None:
            raise refused(f"The column “{quoted(title, 90)}” is new: nothing is known of it.",
                          f"Столбец «{quoted(title, 90)}» новый: о нём ничего не известно.", LOOK)
        if column.field in found:
            raise refused(f"The column “{quoted(title, 90)}” is there twice.",
                          f"Столбец «{quoted(title, 90)}» встретился дважды.", LOOK)
        found.append(column.field)
    for column in columns:
        if sheet.form in column.forms and column.field not in found:
            raise refused(f"The column “{quoted(column.titles[0], 90)}” is missing.",
                          f"Нет столбца «{quoted(column.titles[0], 90)}».", LOOK)
    return found


def _row(raw: RawRow, fields: list[str], header: tuple[str, ...], keys: set[str]) -> Row:
    if len(raw.cells) != len(header):
        raise refused(f"{raw.where} has {len(raw.cells)} cells, the header has {len(header)}.",
                      f"{raw.where}: ячеек {len(raw.cells)}, а в заголовке {len(header)}.")
    for title, cell in zip(header, raw.cells, strict=True):
        check_length(cell, raw.where)
        # A page-break header may stand alone or be glued before the first row's own values.
        lines = [line for line in cell.splitlines() if line.strip()]
        if lines and (title_key(cell) in keys or (len(lines) > 1 and title_key(lines[0]) in keys)):
            raise refused(
                f"{raw.where}: a header row appears as a record (“{quoted(title, 40)}”).",
                f"{raw.where}: строка заголовка попала в записи («{quoted(title, 40)}»).",
            )
    return Row(dict(zip(fields, raw.cells, strict=True)), raw.where)
