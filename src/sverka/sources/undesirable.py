"""The list of undesirable organisations (FORMATS RU-2): scraped JSON and the portal's REST."""

from __future__ import annotations

import re
from datetime import date

from ..model import Entry, ListId, Place
from .cells import fold, read_date, spaced
from .name_cell import country_of, organisation_names
from .refusal import quoted, refused
from .scrub import scrub
from .table import Bound, Column, Row

LIST = ListId("ru-undesirable")
SHEET_TITLE = "Перечень иностранных и международных неправительственных организаций"

_ALL = ("json", "rest")
COLUMNS = (
    Column("number", ("id", "№ п/п", "No п/п", "field_1"), ("json", "rest?")),
    Column("listed_on", ("dateIn", "field_2", "Дата включения", "Дата включения в перечень",
                         "Дата распоряжения Минюста России о включении"), _ALL),
    Column("order_in", ("decisionInMinjust",), ("json",)),
    Column("prosecutor_in", ("decisionInGenproc",), ("json",)),
    Column("name", ("fullName", "field_5", "Наименование организации", "Полное наименование организации",
                    "Наименование иностранной или международной организации"), _ALL),
    Column("order_out", ("decisionOutMinjust",), ("json",)),
    Column("prosecutor_out", ("decisionOutGenproc",), ("json",)),
    Column("removed_on", ("dateOut", "field_8", "Дата исключения", "Дата исключения из перечня"), _ALL),
    # Of the portal's answer only fields 2, 5, 8 and 10 are described; the others are ignored by name.
    *(Column(f"unknown_{at}", (f"field_{at}",), ("rest?",), dropped=True) for at in (3, 4, 6, 7, 9, 11, 12)),
    Column("status", ("field_10", "Статус"), ("rest?",)),
)
_ORDER = re.compile(r"(?:№|No) ?\d+(?:/\d+)?-р")
STATES = frozenset({
    "number", "kind", "official_name", "names", "listed_on", "removed_on", "decisions", "country",
})


def states(bound: Bound) -> frozenset[str]:
    """The Entry fields this publication can state."""
    return STATES if bound.form == "json" else STATES - {"decisions"} | {"note"}


def entry(row: Row, bound: Bound, sha256: str) -> Entry:
    """One row as an entry. Raises: SourceError naming row and column of a cell that cannot be right."""
    name = row.get("name")
    if not row.get("listed_on"):
        raise refused(f"{row.where} has no date of inclusion.", f"{row.where}: нет даты включения.")
    if not re.fullmatch(r"\d{1,4}" if "number" in bound.title else "", row.get("number")) or not name:
        raise refused(f"{row.where} has no number or no name.", f"{row.where}: нет номера или наименования.")
    return Entry(
        list_id=LIST,
        number=row.get("number"),
        kind="organisation",
        official_name=scrub(spaced(name)),
        names=organisation_names(name),
        place=Place(sha256, row.where),
        listed_on=_day(row, "listed_on", bound),
        removed_on=_day(row, "removed_on", bound),
        decisions=_decisions(row, bound),
        country=country_of(name),
        note=row.get("status"),
    )


def _decisions(row: Row, bound: Bound) -> tuple[str, ...]:
    """Orders of the ministry, decisions of the prosecutor, each with its date checked."""
    keepers = (("order_in", "Минюст"), ("prosecutor_in", "Генпрокуратура"),
               ("order_out", "Минюст, исключение"), ("prosecutor_out", "Генпрокуратура, отмена"))
    found = []
    for field, keeper in keepers:
        if text := fold(row.get(field)):
            if field == "order_in" and not _ORDER.match(text):
                shown = quoted(text, 30)
                raise refused(f"{row.where}: “{shown}” is no order of the ministry; columns shifted?",
                              f"{row.where}: «{shown}» не распоряжение Минюста; столбцы сдвинуты?")
            for day in re.findall(r"\d{1,2}\.\d{1,2}\.\d{2,4}", text) or [text]:
                read_date(day, row.where, bound.title.get(field, field))
            text = re.sub(r"^(?:№|No) ?(?=\w)", "№ ", text)
            if re.fullmatch(r"\d{2}\.\d{2}\.\d{4}", text):
                text = f"от {text}"
            found.append(f"{keeper}: {quoted(text, 120)}")
    return tuple(found)


def _day(row: Row, field: str, bound: Bound) -> date | None:
    return read_date(row.get(field), row.where, bound.title.get(field, field))
