"""Rosfinmonitoring's list (FORMATS RU-6): the public page. Its portal's XML: `rosfin_xml`.

`1. ИВИН ИВАН ЛЬВОВИЧ*, (ИВИН ИОАНН ЛЬВОВИЧ), 01.02.1985 г.р. , Г. ОРЁЛ;` The asterisk marks
terrorism, its absence extremism. Birthplace, and day and month of birth, end here. Numbers are
those of the page; they shift when somebody is removed.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from ..model import Entry, Kind, ListId, Name, Place
from .cells import BIRTH_YEARS, fold, unreadable
from .html_form import block_text, read_html
from .refusal import AGAIN, LOOK, refused
from .table import Parsed

LIST = ListId("ru-rosfinmonitoring")
STATES = frozenset({
    "number", "kind", "official_name", "names", "birth_year", "inn", "ogrn", "category", "terrorism",
})
SECTIONS: dict[str, Kind] = {
    "russianUL": "organisation", "russianFL": "person", "foreignUL": "organisation", "foreignFL": "person",
}
_LINE = re.compile(
    r"(?P<number>\d{1,6})\.\s*(?P<name>[^*(,]+(?:,(?! *\(| *,| *\d)[^*(,]+)*?)\s*(?P<star>\*)?"
    r"(?:\s*,?\s*\((?P<aliases>.*?)\)\s*(?P<late>\*)?)?\s*(?:,(?P<rest>.*))?", re.DOTALL)
_BORN = re.compile(r"(?P<day>\d{1,2}\.\d{1,2}\.)?(?P<year>\d{4})\s*(?:г\.?\s*р\.?|г\.?)?")
_INN, _OGRN = re.compile(r"\bИНН:?\s*(\d{10})\b"), re.compile(r"\bОГРН:?\s*(\d{13})\b")
_WHOLE_LIST = re.compile(r"весь список", re.IGNORECASE)
_PART = re.compile(r"включенн|исключенн|включённ|исключённ", re.IGNORECASE)


def parse_html(data: bytes, sha256: str) -> Parsed:
    """Read the public page. Raises: SourceError when it is cut, a part only, or another page."""
    page = read_html(data)
    heading = " ".join(fold(block_text(h)) for h in page.iter("h1", "h2"))
    if _PART.search(heading) and not _WHOLE_LIST.search(heading):
        raise refused("This page shows changes only, not the whole list.",
                      "На этой странице только изменения, а не весь список.", LOOK)
    found = [(name, page.get_element_by_id(name, None)) for name in SECTIONS]
    if all(element is None for _, element in found):
        raise refused("None of the sections russianUL, russianFL, foreignUL, foreignFL is on the page.",
                      "На странице нет разделов russianUL, russianFL, foreignUL, foreignFL.", LOOK)
    entries = tuple(
        _entry(fold(block_text(item)), section, sha256)
        for section, element in found if element is not None for item in element.iter("li"))
    return parsed("html", entries)


def parsed(form: str, entries: tuple[Entry, ...]) -> Parsed:
    """The entries of either form with their counts. Raises: SourceError when there are none."""
    if not entries:
        raise refused("The list has not one entry.", "В списке нет ни одной записи.", AGAIN)
    filled = Counter({"aliases": sum(len(e.names) > 1 for e in entries),
                      "birth": sum(e.birth_year is not None for e in entries),
                      "terrorism": sum(bool(e.terrorism) for e in entries)})
    return Parsed(form, STATES, len(entries), dict(filled), entries)


def _entry(text: str, section: str, sha256: str) -> Entry:
    found = _LINE.fullmatch(text.rstrip("; "))
    if not found or not found["name"].strip(" ,"):
        raise refused(f"{section}: a line is not laid out as number, name, birth date, birthplace.",
                      f"{section}: строка не вида «номер, имя, дата рождения, место рождения».", LOOK)
    where = f"{section}, number {found['number']}"
    kind = SECTIONS[section]
    names = names_of(found["name"], found["aliases"] or "")
    rest = found["rest"] or ""
    inn, ogrn = _INN.search(rest), _OGRN.search(rest)
    person = kind == "person"
    return Entry(
        LIST, found["number"], kind, names[0].text, names, Place(sha256, where), category=section,
        birth_year=birth_year_of(rest.partition(",")[0], section, where) if person else None,
        inn=inn[1] if inn and not person else "", ogrn=ogrn[1] if ogrn and not person else "",
        terrorism=bool(found["star"] or found["late"]),
    )


def names_of(name: str, aliases: str) -> tuple[Name, ...]:
    """The name and what stands in the bracket after it, `;` between, brackets inside taken apart."""
    parts = [fold(part).strip(" ,*") for part in re.split(r"[;()]", aliases)]
    first = Name(fold(name).strip(" ,*"))
    return tuple(dict.fromkeys([first, *(Name(part, "alias") for part in parts if part)]))


def birth_year_of(text: str, section: str, where: str) -> int | None:
    """The year of a birth field; None where the list leaves it blank.

    Raises: SourceError, without repeating the cell, for anything that is no date or year.
    """
    field = fold(text)
    if not field or (section == "foreignFL" and not any(char.isdigit() for char in field)):
        return None  # foreign people without a birth date lack even the blank field
    found = _BORN.fullmatch(field)
    if not found:
        raise unreadable("…", where, "дата рождения")
    year = int(found["year"])
    if (day := found["day"]) and day != "00.00.":  # the portal writes an unknown day as zeros
        try:
            date(year, int(day.split(".")[1]), int(day.split(".")[0]))
        except ValueError:
            raise unreadable("…", where, "дата рождения") from None
    if not BIRTH_YEARS[0] <= year <= BIRTH_YEARS[1]:
        raise unreadable("…", where, "дата рождения")
    return year
