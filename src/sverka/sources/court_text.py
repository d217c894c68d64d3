"""The text of an item on a list of court-banned organisations, taken apart.

`«Лес» (другие названия: «Роща») (решение Энского суда от 01.02.2020 и апелляционное определение …
от 03.04.2020) (дата размещения сведений: 05.06.2020);`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..model import Name
from .cells import fold, read_date
from .groups import by_members
from .name_cell import country_of, organisation_names
from .scrub import scrub, years_only

_POSTED = re.compile(r"\(?\s*дата размещения сведений:? *(?P<day>[\d.]+)\s*(?:г\.)?\)?", re.IGNORECASE)
_RULING = re.compile(r"решени|определени|постановлени|приговор", re.IGNORECASE)
_INN, _OGRN = re.compile(r"\bИНН:? ?(\d{10})\b"), re.compile(r"\bОГРН:? ?(\d{13})\b")


@dataclass(frozen=True, slots=True)
class CourtItem:
    """What an item says: see `Entry` for the fields of the same name."""

    official_name: str
    names: tuple[Name, ...]
    listed_on: date | None
    decisions: tuple[str, ...]
    members: tuple[str, ...]
    country: str
    inn: str
    ogrn: str


def court_item(text: str, where: str) -> CourtItem:
    """Take an item apart. Raises: SourceError when its posting date cannot be read."""
    text = fold(text).rstrip(" ;.")
    posted = _POSTED.search(text)
    listed_on = read_date(posted["day"].rstrip("."), where, "дата размещения сведений") if posted else None
    text = _POSTED.sub("", text)
    text, rulings = _without_rulings(text)
    group = by_members(text)
    name = group.name if group else years_only(scrub(text))
    inn, ogrn = _INN.search(text), _OGRN.search(text)
    members = group.members if group else ()
    names = (Name(name), *(Name(m, "member") for m in members)) if group else organisation_names(name)
    return CourtItem(
        official_name=name,
        names=names,
        listed_on=listed_on,
        decisions=tuple(years_only(scrub(ruling)) for ruling in rulings),
        members=members,
        country=country_of(name),
        inn=inn[1] if inn else "",
        ogrn=ogrn[1] if ogrn else "",
    )


def _without_rulings(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its outermost brackets that name a ruling, and what they hold."""
    kept: list[str] = []
    rulings: list[str] = []
    depth = start = 0
    for at, char in enumerate([*text, ")"]):
        if char == "(":
            if depth == 0:
                kept.append(text[start:at])
                start = at
            depth += 1
        elif char == ")" and depth and (depth == 1 or at == len(text)):
            part = text[start: at + 1]
            (rulings if _RULING.search(part) else kept).append(part)
            start, depth = at + 1, 0
        elif char == ")" and depth:
            depth -= 1
    kept.append(text[start:])
    return fold("".join(kept)).strip(" ;,.:"), tuple(fold(part.strip("() ;")) for part in rulings)
