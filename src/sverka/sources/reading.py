"""From bytes to a snapshot: which form, which list, every row an entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from types import ModuleType

from ..errors import SourceError, Text, UsageError
from ..model import Entry, ListId, Snapshot
from . import (
    extremist_materials,
    extremist_organisations,
    foreign_agents,
    json_form,
    names_form,
    rosfin_xml,
    rosfinmonitoring,
    terrorist_organisations,
    undesirable,
)
from .csv_form import read_csv
from .facts import bounds
from .pdf_form import read_pdf
from .refusal import AGAIN, LOOK, RowError, quoted, refused
from .rest_form import read_rest
from .table import Bound, Parsed, Sheet, bind
from .xlsx_form import read_xlsx

Progress = Callable[[int, int], None]
"""Called with (pages or rows done, of how many) while a long file is read."""

MAX_BYTES = 200_000_000  # the largest list, Rosfinmonitoring's page, is about 5 MB
_ISO = re.compile(r"(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{2})(\d{2})(20\d{2})(?!\d)")
_NAMES_LISTS = (
    "ru-foreign-agents", "ru-undesirable", "ru-extremist-organisations", "ru-terrorist-organisations")

_PAGES: dict[str, Callable[[bytes, str], Parsed]] = {
    "ru-extremist-organisations": extremist_organisations.parse_html,
    "ru-terrorist-organisations": terrorist_organisations.parse_html,
    "ru-rosfinmonitoring": rosfinmonitoring.parse_html,
}
_TABLES: dict[str, ModuleType] = {"ru-foreign-agents": foreign_agents, "ru-undesirable": undesirable}


def parse(list_id: str, data: bytes, *, name: str = "", as_of: date | None = None,
          progress: Progress | None = None) -> Snapshot:
    """Read one published state of a list.

    Args:
        list_id: one of `list_ids()`.
        data: the bytes as published.
        name: of the file; its date (`2024-05-03`, `03052024`) is the state's unless `as_of` or
            the publication itself says otherwise.
        as_of: the state's date, over whatever the file's name says. Where nobody says it, the
            newest date in the list is taken: it is at least as new as that.
        progress: told how far a long file is.
    Raises: SourceError when the file is not a whole file of this list, in every detail its
        parser knows; UsageError for an unknown list, when no date is known, or when
        the package that reads such a file is not installed.
    """
    limits = bounds(list_id)
    if not data.strip():
        raise refused("The file is empty.", "Файл пуст.", AGAIN)
    if len(data) > MAX_BYTES:
        raise refused(f"The file has {len(data):,} bytes; no list is that long.",
                      f"В файле {len(data):,} байт: столько нет ни в одном списке.", AGAIN)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        parsed = _read(list_id, data, sha256, progress)
    except ModuleNotFoundError as error:
        raise UsageError(
            Text(f"Reading this file needs {error.name}, which is not installed.",
                 f"Для чтения этого файла нужен пакет {error.name}, а он не установлен."),
            Text("Install it with: pip install 'sverka[collect]'",
                 "Установите его: pip install 'sverka[collect]'")) from error
    if parsed.rows > limits.max_rows:
        raise refused(f"{parsed.rows:,} rows; this list has at most {limits.max_rows:,}.",
                      f"Строк {parsed.rows:,}, а в этом списке не бывает больше {limits.max_rows:,}.")
    return Snapshot(
        list_id=ListId(list_id), sha256=sha256, as_of=_as_of(parsed, name, as_of), form=parsed.form,
        states=parsed.states, rows=parsed.rows, filled=parsed.filled, entries=parsed.entries,
    )


def dropped_columns(list_id: str) -> tuple[str, ...]:
    """Titles of the columns that are read only to see that they are what they say."""
    module = _TABLES.get(list_id)
    return tuple(column.titles[0] for column in module.COLUMNS if column.dropped) if module else ()


def kind_of_file(data: bytes) -> str:
    """`pdf`, `zip`, `json`, `html` or `text`, by the first bytes."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return "pdf"
    if head.startswith(b"pk"):
        return "zip"
    if head[:1] in (b"{", b"["):
        return "json"
    return "html" if head[:1] == b"<" else "text"


def _read(list_id: str, data: bytes, sha256: str, progress: Progress | None) -> Parsed:
    kind = kind_of_file(data)
    if kind == "html" and list_id in _PAGES:
        return _page(list_id, data, sha256)
    if kind == "text" and list_id == extremist_materials.LIST:
        bound = bind(read_csv(data), extremist_materials.COLUMNS)
        return _parsed(bound, extremist_materials.states(bound), extremist_materials.entries(bound, sha256))
    sheet = _sheet(list_id, kind, data, progress)
    if sheet is None:
        raise refused("This list is not published in such a form: an error page, or another list's file?",
                      "В таком виде этот список не публикуется: страница ошибки или другой список?", LOOK)
    try:
        return _entries(list_id, sheet, sha256)
    except SourceError as error:
        raise RowError(error, len(sheet.rows)) from error


def _entries(list_id: str, sheet: Sheet, sha256: str) -> Parsed:
    if sheet.form == "names-json":
        bound = bind(sheet, names_form.COLUMNS)
        entries = tuple(names_form.entry(row, bound, sha256, list_id) for row in bound.rows)
        return _parsed(bound, names_form.states(list_id, bound), entries)
    module = _TABLES[list_id]
    bound = bind(sheet, module.COLUMNS)
    return _parsed(bound, module.states(bound), tuple(module.entry(row, bound, sha256) for row in bound.rows))


def _parsed(bound: Bound, states: frozenset[str], entries: tuple[Entry, ...]) -> Parsed:
    return Parsed(bound.form, states, len(bound.rows), bound.filled, entries, bound.as_of)


def _page(list_id: str, data: bytes, sha256: str) -> Parsed:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if list_id == rosfinmonitoring.LIST and b"<html" not in data[:20000].lower() and (
        head.startswith(b"<?xml") or b"TERRORISTS_CATALOG" in head
    ):
        return rosfin_xml.parse_xml(data, sha256)
    return _PAGES[list_id](data, sha256)


def _sheet(list_id: str, kind: str, data: bytes, progress: Progress | None) -> Sheet | None:
    if kind == "json":
        value = json_form.load(data)
        form = json_form.form_of(value)
        if form == "names-json" and list_id in _NAMES_LISTS:
            return json_form.records(value, form, names_form.OPTIONAL)
        if form == "rest" and list_id in _TABLES:
            columns = _TABLES[list_id].COLUMNS
            return read_rest(value, columns, by_name=list_id == undesirable.LIST)
        if form == "json" and list_id in _TABLES:
            return json_form.records(value, form)
    if kind == "pdf" and list_id == foreign_agents.LIST:
        return read_pdf(data, progress)
    if kind == "zip" and list_id == foreign_agents.LIST:
        return read_xlsx(data, foreign_agents.SHEET_TITLE)
    return None


def _as_of(parsed: Parsed, name: str, stated: date | None) -> date:
    newest = (day for entry in parsed.entries
              for day in (entry.listed_on, entry.removed_on, entry.published_on) if day)
    known = parsed.as_of or stated or date_in(name) or max(newest, default=None)
    if known is None:
        raise UsageError(
            Text(f"Neither the file nor its name “{quoted(name)}” says which day's state it is.",
                 f"Ни в файле, ни в его имени «{quoted(name)}» нет даты состояния."),
            Text("Say it with --as-of YYYY-MM-DD.", "Укажите её: --as-of ГГГГ-ММ-ДД."),
        )
    return known


def date_in(name: str) -> date | None:
    """The day in a file's name, None if there is none.

    >>> date_in("reestr-inostrannyih-agentov-26012024.pdf")
    datetime.date(2024, 1, 26)
    """
    try:
        if found := _ISO.search(name):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _COMPACT.search(name):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    return None
