"""The federal list of extremist materials (FORMATS RU-3): `exportfsm.csv`.

The texts name people, addresses and works whose spreading is punished, so none is kept: a
digest shows that a text was changed, the rulings and dates stay. An excluded item keeps its
number, and the words of its exclusion replace its text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from ..model import Entry, ListId, Place
from .cells import fold, read_date
from .refusal import quoted, refused
from .table import Bound, Column, Row

LIST = ListId("ru-extremist-materials")
COLUMNS = (
    Column("number", ("#",), ("csv",)),
    Column("text", ("Материал",), ("csv",)),
    Column("listed_on", ("Дата включения (указывается с 01.01.2017)",), ("csv",)),
)
STATES = frozenset({"number", "kind", "listed_on", "decisions", "note", "digest"})
EXCLUDED = "исключён из списка"
_EXCLUDED = re.compile(r"\W*(?:(?:материал|запис|позици)\w* )?исключ[её]н", re.IGNORECASE)
_RULING = re.compile(
    r"((?:решени|определени|постановлени|приговор)\w*[^()\"«»;:/]{0,160}?\bот \d{1,2}\.\d{1,2}\.\d{4})",
    re.IGNORECASE)
# In copies, the date of an item whose text broke across lines stands on the next line, alone.
_TAIL = re.compile(r";?(\d{2}\.\d{2}\.\d{4})?")


def states(bound: Bound) -> frozenset[str]:
    """The Entry fields this publication can state."""
    return STATES


def entries(bound: Bound, sha256: str) -> tuple[Entry, ...]:
    """The items; a row without a number that holds nothing but a date ends the item before it.

    Raises: SourceError naming line and column of a cell that cannot be right.
    """
    items: list[Entry] = []
    for row in bound.rows:
        number, text = row.get("number"), row.get("text")
        if number:
            items.append(_entry(row, sha256))
        elif items and (tail := _TAIL.fullmatch(text)) and not row.get("listed_on"):
            if tail[1]:
                day = read_date(tail[1], row.where, COLUMNS[2].titles[0])
                items[-1] = replace(items[-1], listed_on=items[-1].listed_on or day)
        else:
            raise refused(f"{row.where} has no number.", f"{row.where}: нет номера.")
    return tuple(items)


def _entry(row: Row, sha256: str) -> Entry:
    number, text = row.get("number"), row.get("text")
    if not re.fullmatch(r"\d{1,6}", number) or not text:
        raise refused(f"{row.where}: the number is “{quoted(number, 20)}”, or the text is empty.",
                      f"{row.where}: номер «{quoted(number, 20)}» или пустой текст.")
    return Entry(
        list_id=LIST, number=number, kind="material", official_name="", names=(),
        place=Place(sha256, row.where),
        listed_on=read_date(row.get("listed_on"), row.where, COLUMNS[2].titles[0]),
        decisions=tuple(dict.fromkeys(fold(ruling) for ruling in _RULING.findall(text))),
        note=EXCLUDED if _EXCLUDED.match(text) else "",
        digest=hashlib.sha256(fold(text).rstrip(' ;"').encode()).hexdigest(),
    )
