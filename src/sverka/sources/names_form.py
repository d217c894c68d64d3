"""Lists of names and dates only (`{"name", "is_person", "dateIn", "dateOut"}` rows).

Numbers, laws and birth years are not in them, so they state nothing about those. The file
does not say which list it is; the guards know a list by its oldest entries.
"""

from __future__ import annotations

from ..model import Entry, Kind, ListId, Place
from .cells import fold, read_date, spaced
from .court_text import court_item
from .name_cell import country_of, is_personal, looks_like_a_person, organisation_names, person_names
from .refusal import quoted, refused
from .scrub import scrub
from .table import Bound, Column, Row

COLUMNS = (
    Column("name", ("name",), ("names-json",)),
    Column("person", ("is_person",), ("names-json",)),
    Column("listed_on", ("dateIn",), ("names-json?",)),
    Column("removed_on", ("dateOut",), ("names-json?",)),
)
OPTIONAL = ("dateIn", "dateOut")
_COURT_LISTS = ("ru-extremist-organisations", "ru-terrorist-organisations")


def states(list_id: str, bound: Bound) -> frozenset[str]:
    """The Entry fields such a file can state."""
    fields = {"kind", "official_name", "names"}
    if list_id in _COURT_LISTS:
        return frozenset(fields | {"members", "decisions"})
    if list_id == "ru-undesirable":
        return frozenset(fields | {"listed_on", "country"})
    return frozenset(fields | {"listed_on", "removed_on"})


def entry(row: Row, bound: Bound, sha256: str, list_id: str) -> Entry:
    """One row as an entry. Raises: SourceError naming row and column of a cell that cannot be right."""
    name, person = fold(row.get("name")), row.get("person")
    if not name or person not in ("0", "1"):
        raise refused(f"{row.where} has no name, or `is_person` is “{quoted(person)}”.",
                      f"{row.where}: нет имени или `is_person` равно «{quoted(person)}».")
    listed_on = read_date(row.get("listed_on"), row.where, "dateIn")
    place = Place(sha256, row.where)
    if list_id in _COURT_LISTS:
        item = court_item(name, row.where)
        # The date beside a court-banned organisation is its last ruling's, not that of its listing.
        dated = (f"от {listed_on:%d.%m.%Y}",) if listed_on and not item.decisions else ()
        return Entry(ListId(list_id), "", "organisation", item.official_name, item.names, place,
                     listed_on=item.listed_on, decisions=item.decisions + dated, members=item.members,
                     country=item.country, inn=item.inn, ogrn=item.ogrn)
    kind: Kind = "person" if person == "1" else "organisation"
    names = person_names(name) if kind == "person" else organisation_names(name)
    if kind == "organisation" and looks_like_a_person(name):
        raise refused(f"{row.where}: a person's name marked as an organisation; another list's file?",
                      f"{row.where}: имя человека отмечено как организация; файл другого списка?")
    if not names or (kind == "person" and not is_personal(names[0].text)) or listed_on is None:
        raise refused(f"{row.where}: no date, or a name marked as a person's that is none.",
                      f"{row.where}: нет даты, или как имя человека отмечено не имя.")
    return Entry(
        ListId(list_id), "", kind, scrub(spaced(name)), names, place,
        listed_on=listed_on,
        removed_on=read_date(row.get("removed_on"), row.where, "dateOut"),
        country=country_of(name) if list_id == "ru-undesirable" else "",
    )
