"""The list of extremist organisations (FORMATS RU-4): numbered paragraphs of a page.

`12. Организация «Лес» (другие названия: «Роща») (решение Энского суда от 01.02.2020)
(дата размещения сведений: 05.06.2020);` An item can be followed by a list of its local bodies,
which are entries of their own here (`62.1`, `62.2`, …), because each is banned under its name.
Numbers have holes; an excluded item keeps its number and loses its text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..model import Entry, ListId, Name, Place
from .cells import fold, read_date
from .court_text import court_item
from .html_form import block_text, leaves, own_text, read_html
from .refusal import LOOK, refused
from .scrub import scrub
from .table import Parsed

LIST = ListId("ru-extremist-organisations")
STATES = frozenset({
    "number", "kind", "official_name", "names", "listed_on", "removed_on", "decisions", "members", "country",
    "inn", "ogrn", "note",
})
EXCLUDED = "исключена из перечня"
_NUMBER = re.compile(r"(?P<number>\d{1,3}) ?[.)]\s+(?P<text>\D.*|\d.*[а-яё].*)", re.DOTALL)
_BULLET = re.compile(r"^(?:[-–—•·*]|\d{1,3} ?[.)]|[а-яa-z][.)])\s*")
_EXCLUDED = re.compile(r"(?:организация |объединение |запись )?исключен[аоы]?\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:от|с) (\d{1,2}\.\d{1,2}\.\d{4})")
# How far a number may run ahead of the one before: no. 73 is missing on the page.
_HOLE = 3
_ITEM_SIGNS = re.compile(
    r"решени|определени|постановлени|приговор|размещения сведений|исключен|членами которого", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Block:
    number: str
    text: str
    where: str


def parse_html(data: bytes, sha256: str) -> Parsed:
    """Read the page. Raises: SourceError when it is cut or holds no numbered items."""
    blocks = list(_blocks(read_html(data)))
    if not blocks:
        raise refused("There are no numbered items on the page: an error page, or another one?",
                      "На странице нет пронумерованных записей: страница ошибки или другая?", LOOK)
    entries: list[Entry] = []
    parent: Entry | None = None
    for block in blocks:
        if "." in block.number and parent is not None:
            entries.append(_body(block, parent, sha256))
        else:
            parent = _item(block, sha256)
            entries.append(parent)
    if not any(entry.decisions or entry.listed_on or entry.members for entry in entries):
        raise refused("No item names a court's decision: another list's page?",
                      "Ни в одной записи нет решения суда: страница другого списка?", LOOK)
    filled = Counter({"номер": len(entries), "решение": sum(bool(e.decisions) for e in entries),
                      "дата размещения": sum(bool(e.listed_on) for e in entries)})
    return Parsed("html", STATES, len(entries), dict(filled), tuple(entries))


def _blocks(page: Any) -> Iterator[_Block]:
    """Numbered items, each followed by the lines of its sub-list as `N.1`, `N.2`, …

    Sub-lists can be numbered, too; an item names its ruling, a line of a sub-list does not.
    """
    last, inner = 0, 0
    for number, text in _lines(page):
        if number > last and (_ITEM_SIGNS.search(text) or (number <= last + _HOLE and not inner)):
            last, inner = number, 0
            yield _Block(str(number), text, f"item {number}")
        elif last and (line := _BULLET.sub("", text).strip(" ;.")):
            if _is_foot(line):
                continue
            inner += 1
            yield _Block(f"{last}.{inner}", line, f"item {last}, line {inner}")


def _lines(page: Any) -> Iterator[tuple[int, str]]:
    for element in leaves(page):
        listed = element.tag == "li" and element.getparent() is not None and element.getparent().tag == "ol"
        outer = listed and not any(a.tag in ("li", "p") for a in element.iterancestors())
        holds = any(inner is not element for inner in element.iter("p", "li"))
        text = own_text(element) if holds else block_text(element)
        for at, line in enumerate(text.split("\n")):
            found = _NUMBER.fullmatch(fold(line))
            if found:
                yield int(found["number"]), found["text"]
            elif outer and at == 0:
                yield _ordinal(element), fold(line)
            else:
                yield 0, fold(line)


def _ordinal(item: Any) -> int:
    parent = item.getparent()
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    start = parent.get("start", "1")
    return before + (int(start) if start.isdigit() and len(start) < 5 else 1)


def _is_foot(line: str) -> bool:
    feet = ("дата обновления", "версия для печати", "поделиться", "©")
    return len(line) < 4 or line.lower().startswith(feet)


def _item(block: _Block, sha256: str) -> Entry:
    place = Place(sha256, block.where)
    _check_days(block)
    if _EXCLUDED.match(block.text):
        day = _DAY.search(block.text)
        removed: date | None = read_date(day[1], block.where, "исключение") if day else None
        text = scrub(block.text).strip(" ;.")
        return Entry(LIST, block.number, "organisation", text, (), place, removed_on=removed,
                     decisions=(text,) if day else (), note=EXCLUDED)
    item = court_item(block.text, block.where)
    if not item.names:
        raise refused(f"{block.where} has no name.", f"{block.where}: нет наименования.")
    return Entry(
        LIST, block.number, "organisation", item.official_name, item.names, place, listed_on=item.listed_on,
        decisions=item.decisions, members=item.members, country=item.country, inn=item.inn, ogrn=item.ogrn,
        note="деятельность приостановлена" if "приостановлен" in block.text.lower() else "",
    )


def _body(block: _Block, parent: Entry, sha256: str) -> Entry:
    """A local body of an item: banned by the item's ruling under its own name."""
    entry = _item(block, sha256)
    names = entry.names or (Name(entry.official_name),)
    return replace(entry, names=names, listed_on=entry.listed_on or parent.listed_on,
                   decisions=entry.decisions or parent.decisions,
                   note=entry.note or f"в составе записи {parent.number}")


def _check_days(block: _Block) -> None:
    for day in re.findall(r"\b(?:от|сведений:?|силу) (\d{1,2}\.\d{1,2}\.\d{4})\b", block.text):
        read_date(".".join(part.zfill(2) for part in day.split(".")), block.where, "дата")
