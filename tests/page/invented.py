"""A file of lists about invented people and organisations, in the real shape."""

from datetime import date
from itertools import product

from sverka import bundle
from sverka.errors import Text
from sverka.matching import IndexItem, build_index
from sverka.model import Change, ClosedList, Entry, ListFacts, Listing, ListId, Name, Place

AGENTS, UNWANTED = ListId("ru-foreign-agents"), ListId("ru-undesirable")
AS_OF = date(2026, 7, 16)
SHA = "ab" * 32
SURNAMES = ("Кедров", "Лиственный", "Сосновский", "Ольховый", "Ясенев", "Тополев", "Ивовский", "Рябинов")
GIVEN = ("Пётр", "Афанасий", "Савелий", "Игнат", "Макар", "Тимофей")
PATRONYMICS = ("Ильич", "Петрович", "Савельевич", "Макарович")
# The person whom the browser tests ask for, and one whom no list holds.
LISTED = "Кедров Пётр Ильич"
UNLISTED = "Подосиновиков Евстафий Елизарович"
ORGANISATION = "Фонд «Далёкий маяк»"

FACTS = (
    ListFacts(AGENTS, "ru", Text("Foreign agents", "Реестр иностранных агентов"),
              Text("Ministry of Justice", "Минюст России"), ("255-ФЗ",), "https://minjust.gov.ru/", 7,
              (Text("Reasons are given only as an article of the law.",
                    "Причины указаны только как статья закона."),)),
    ListFacts(UNWANTED, "ru", Text("Undesirable organisations", "Перечень нежелательных организаций"),
              Text("Ministry of Justice", "Минюст России"), ("272-ФЗ",), "https://minjust.gov.ru/", 14),
)
CLOSED = (
    ClosedList("ru-wanted", Text("People wanted by the police", "Розыск МВД"),
               Text("Ministry of the Interior", "МВД России"),
               Text("There is no official file; only single names can be asked for on the ministry's own site.",
                    "Официального файла нет; на сайте министерства можно спросить только об одном имени."),
               "https://мвд.рф/wanted", "2026-09-01"),
    ClosedList("ru-border", Text("Border control lists", "Списки пограничного контроля"),
               Text("FSB border service", "Пограничная служба ФСБ"),
               Text("Reported to exist; nobody outside has seen them.",
                    "Сообщается, что они есть; снаружи их никто не видел."), "https://example.org/report"),
)


def person(number: int, name: str) -> Listing:
    """One listed person; every seventh has been removed, every fifth was edited."""
    surname, given, _ = name.split()
    names = [Name(name)] + ([Name(f"{given} Дальний", "pseudonym")] if number % 9 == 0 else [])
    entry = Entry(
        AGENTS, str(number), "person", name + (f' "{given} Дальний"' if number % 9 == 0 else ""), tuple(names),
        Place(SHA, f"row {number + 3}"), category="Физические лица",
        listed_on=date(2023, 1 + number % 12, 1 + number % 27),
        removed_on=date(2025, 3, 14) if number % 7 == 0 else None,
        legal_basis=("ст. 7 255-ФЗ",), birth_year=1950 + number % 50,
    )
    edited = Change("edited", "birth_year", "1949", str(entry.birth_year), date(2024, 6, 7), False, SHA, "cd" * 32)
    added = Change("added", "", "", name, date(2023, 12, 30), True, "", SHA)
    changes = (added, edited) if number % 5 == 0 else (added,)
    return Listing(str(number), entry, date(2023, 12, 30), AS_OF, changes)


def organisation(number: int, name: str) -> Listing:
    """One undesirable organisation."""
    entry = Entry(UNWANTED, str(number), "organisation", name, (Name(name),), Place(SHA, f"row {number}"),
                  listed_on=date(2021, 5, number), decisions=("№ 1 от 28.07.2015",), domains=("mayak.example",),
                  country="Швейцария")
    return Listing(str(number), entry, date(2021, 12, 30), AS_OF)


def listings() -> tuple[Listing, ...]:
    """All of them, grouped by list."""
    people = [" ".join(parts) for parts in product(SURNAMES, GIVEN, PATRONYMICS)]
    return (
        *(person(i, name) for i, name in enumerate(people, 1)),
        organisation(1, ORGANISATION), organisation(2, "Lighthouse Society (Общество маяка) (Норвегия)"),
    )


def make_bundle(as_of: date = AS_OF) -> bytes:
    """The bundle's bytes; the same each time."""
    every = listings()
    items = [
        IndexItem(x.entry.kind, tuple(n.text for n in x.entry.names), x.entry.birth_year,
                  tuple(i for i in (x.entry.inn, x.entry.ogrn) if i), x.entry.domains + x.entry.handles)
        for x in every
    ]
    states = {AGENTS: as_of, UNWANTED: as_of}
    facts = bundle.SnapshotFacts(SHA, AGENTS, as_of, "xlsx", len(every))
    return bundle.write(bundle.Contents(every, range(len(every)), build_index(items), FACTS, CLOSED, states, [facts]))
