"""The XML catalogue of Rosfinmonitoring's login portal (FORMATS RU-6, described only).

`<TERRORISTS_CATALOG NUM DATE ID><TERRORISTS><TERRORISTS_NAME/>…` Addresses, birthplaces,
passports, descriptions and rulings are dropped by name. What the codes of the person type
mean is not described, so a code is a person's if any record with it has a birth date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from ..model import Entry, Place
from .cells import fold, read_date
from .html_form import block_text
from .refusal import AGAIN, LOOK, quoted, refused
from .rosfinmonitoring import LIST, STATES, birth_year_of, names_of, parsed
from .table import Parsed

_KEPT = frozenset({"TERRORISTS_NAME", "NUM", "PERSON_TYPE", "BIRTH_DATE", "INN", "IS_TERRORIST", "OGRN"})
_DROPPED = frozenset({
    "ID", "ID_NEW", "ADDRESS", "BIRTH_PLACE", "PASSPORT", "TERRORISTS_RESOLUTION", "DESCRIPTION",
})
_NAME = re.compile(
    r"(?P<name>[^*(]+?)\s*(?P<star>\*)?\s*,?\s*(?:\((?P<aliases>.*)\))?\s*(?P<late>\*)?[;,\s]*")
_PERSON = re.compile(r"физ|^фл|person", re.IGNORECASE)
_BODY = re.compile(r"юр|орган|entity", re.IGNORECASE)


def parse_xml(data: bytes, sha256: str) -> Parsed:
    """Read the catalogue. Raises: SourceError for entities, a cut file, or unknown elements."""
    root = _root(data)
    records = [_cells(item, f"record {at}") for at, item in enumerate(_records(root), 1)]
    people = {cells.get("PERSON_TYPE", "") for cells in records if cells.get("BIRTH_DATE")}
    entries = tuple(_entry(cells, f"record {at}", people, sha256) for at, cells in enumerate(records, 1))
    made = parsed("xml", entries)
    return Parsed("xml", STATES, made.rows, made.filled, entries, _stated(root))


def _root(data: bytes) -> Any:
    import lxml.etree  # noqa: PLC0415 (comes with an extra)

    if b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in data.upper():
        raise refused("The XML declares a document type or entities; the portal's does not.",
                      "В XML объявлены тип документа или сущности; у портала их нет.", LOOK)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = lxml.etree.fromstring(data, parser)
    except (lxml.etree.LxmlError, ValueError):
        raise refused("The XML is cut or damaged.", "XML обрезан или повреждён.", AGAIN) from None
    if str(root.tag).upper() != "TERRORISTS_CATALOG":
        raise refused(f"The root element is “{quoted(str(root.tag), 30)}”, not TERRORISTS_CATALOG.",
                      f"Корневой элемент «{quoted(str(root.tag), 30)}», а не TERRORISTS_CATALOG.", LOOK)
    return root


def _records(root: Any) -> list[Any]:
    """Every element that has a name in it; one that has none is no record, hence refused."""
    found = []
    for item in root:
        if not isinstance(item.tag, str) or item.tag.upper() in ("ID", "DATE", "NUM"):
            continue
        inside = [child.getparent() for child in item.iter() if str(child.tag).upper() == "TERRORISTS_NAME"]
        if not inside:
            raise refused(f"An element “{quoted(item.tag, 40)}” holds no name.",
                          f"В элементе «{quoted(item.tag, 40)}» нет имени.", LOOK)
        found += inside
    return found


def _cells(item: Any, where: str) -> dict[str, str]:
    cells = {str(key).upper(): str(value) for key, value in item.attrib.items()}
    for child in item:
        if isinstance(child.tag, str):
            cells[child.tag.upper()] = block_text(child)
    for field in cells:
        if field not in _KEPT | _DROPPED:
            raise refused(f"{where} has a field “{quoted(field, 40)}” that is not known.",
                          f"{where}: неизвестное поле «{quoted(field, 40)}».", LOOK)
    # Some exports escape their own CDATA marks.
    return {field: fold(re.sub(r"<!\[CDATA\[|\]\]>", "", text))
            for field, text in cells.items() if field in _KEPT}


def _entry(cells: Mapping[str, str], where: str, people: set[str], sha256: str) -> Entry:
    code = cells.get("PERSON_TYPE", "")
    person = bool(_PERSON.search(code)) or (code in people and not _BODY.search(code))
    found = _NAME.fullmatch(cells.get("TERRORISTS_NAME", ""))
    if not found:
        raise refused(f"{where} has no name.", f"{where}: нет имени.", LOOK)
    names = names_of(found["name"], found["aliases"] or "")
    inn, ogrn = cells.get("INN", ""), cells.get("OGRN", "")
    starred = bool(found["star"] or found["late"])
    marked = cells.get("IS_TERRORIST", "") in ("1", "true", "True")
    return Entry(
        LIST, cells.get("NUM", ""), "person" if person else "organisation", names[0].text, names,
        Place(sha256, where),
        birth_year=birth_year_of(cells.get("BIRTH_DATE", ""), "portal", where) if person else None,
        inn=inn if not person and re.fullmatch(r"\d{10}", inn) else "",
        ogrn=ogrn if not person and re.fullmatch(r"\d{13}", ogrn) else "",
        terrorism=starred or marked,
    )


def _stated(root: Any) -> date | None:
    attributes = {str(key).upper(): str(value) for key, value in root.attrib.items()}
    child = next((c for c in root if str(c.tag).upper() == "DATE"), None)
    stated = attributes.get("DATE") or (block_text(child) if child is not None else "")
    return read_date(stated.split(" ")[0], "TERRORISTS_CATALOG", "DATE")
