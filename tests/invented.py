"""Invented listings in the real layout, shared by the tests of bundle, check and cli."""

from datetime import date

from sverka.bundle import Contents, SnapshotFacts, write
from sverka.errors import Text
from sverka.model import Change, ClosedList, Entry, ListFacts, ListId, Listing, Name, Place
from sverka.release.assemble import build_index, index_items

SHA = "a" * 64
AGENTS = ListId("ru-foreign-agents")
UNDESIRABLE = ListId("ru-undesirable")
AS_OF = date(2026, 7, 16)


def facts(list_id: ListId, title: Text) -> ListFacts:
    return ListFacts(list_id, "RU", title, Text("Ministry of Justice", "Минюст России"), ("255-FZ",),
                     "https://example.org/list", 7, (Text("Birth dates are missing.", "Нет дат рождения."),))


FACTS = (
    facts(AGENTS, Text("Register of foreign agents", "Реестр иностранных агентов")),
    facts(UNDESIRABLE, Text("List of undesirable organisations", "Перечень нежелательных организаций")),
)
CLOSED = (
    ClosedList("ru-closed", Text("Closed register", "Закрытый реестр"), Text("Ministry", "Министерство"),
               Text("Reported by a newspaper.", "О нём сообщала газета."), "https://example.org/news"),
)


CHANGE = Change("edited", "birth_year", "1970", "1971", date(2023, 1, 27), False, SHA, SHA)


def listing(list_id: ListId, number: str, name: str, *, kind: str = "person",
            changes: tuple[Change, ...] = (), **more: object) -> Listing:
    names = (Name(name),)
    entry = Entry(list_id, number, kind, name, names, Place(SHA, f"row {number}"), **more)  # type: ignore[arg-type]
    return Listing(number, entry, date(2022, 12, 1), AS_OF, changes)


LISTINGS = (
    listing(AGENTS, "1", "Хвощинский Елизар Прохорович", listed_on=date(2023, 5, 12), birth_year=1971,
            legal_basis=("статья 7 закона 255-ФЗ",), changes=(CHANGE,)),
    listing(AGENTS, "2", "Ломтева Капитолина Юльевна", listed_on=date(2022, 12, 2),
            removed_on=date(2024, 1, 19)),
    listing(AGENTS, "3", "Общество любителей «Синяя репка»", kind="organisation", ogrn="1027700000000",
            listed_on=date(2021, 3, 5), members=("Трубецкая-Зорина Аполлинария Глебовна",),
            domains=("repka.example",)),
    listing(UNDESIRABLE, "1", "Blue Turnip Society (Общество «Синяя репка») (Нарния)", kind="organisation",
            listed_on=date(2024, 2, 1), country="Нарния"),
)


def bundle_bytes(as_of: date = AS_OF, **more: object) -> bytes:
    """A whole bundle of the invented listings, index included."""
    items, positions = index_items(LISTINGS)
    days = {AGENTS: as_of, UNDESIRABLE: as_of}
    return write(contents(items=positions, index=build_index(items), as_of=days, **more))


def contents(**more: object) -> Contents:
    base: dict[str, object] = {
        "listings": LISTINGS, "items": (0, 1, 2, 3), "index": b"index", "facts": FACTS, "closed": CLOSED,
        "as_of": {AGENTS: AS_OF, UNDESIRABLE: AS_OF},
        "snapshots": (SnapshotFacts(SHA, AGENTS, AS_OF, "pdf", 3),),
    }
    return Contents(**(base | more))  # type: ignore[arg-type]
