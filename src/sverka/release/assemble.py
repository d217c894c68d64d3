"""From official files to the bytes of a bundle.

A folder holds, at any depth, the files of a list in a folder of the list's name
(`ru-foreign-agents/`, or the names in `FOLDERS`), or under a name that begins with one of
`PREFIXES`. Every file is parsed and guarded against the accepted state before it; a
refused one is reported with its reason and nothing of it is kept. The states of a list
are folded into listings, so that a late state which gives names and dates only is joined
with the numbers, laws, kinds and history that older states gave.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..bundle import MEMBER, Bundle, Contents, SnapshotFacts, write
from ..errors import SverkaError, Text, UsageError
from ..matching import IndexItem, build_index
from ..model import ClosedList, Entry, ListId, Listing, Snapshot
from ..names.tables import population
from ..record import fold
from ..sources import closed_lists, facts, guard, list_ids, parse

BUNDLED = ("ru-foreign-agents", "ru-undesirable", "ru-extremist-organisations",
           "ru-terrorist-organisations")
"""The lists a bundle holds, in the order they are shown. Extremist materials are left out:
their texts are not kept, and a check is of people and organisations."""

FOLDERS = {"foreign_agents": "ru-foreign-agents", "undesirable": "ru-undesirable"}
PREFIXES = {
    "foreign-agents-": "ru-foreign-agents",
    "undesirable-orgs-": "ru-undesirable",
    "extremist-orgs-": "ru-extremist-organisations",
    "terrorist-orgs-": "ru-terrorist-organisations",
}

TEXTS = ("ru-extremist-materials",)
"""Lists of texts, in which nobody can be looked for."""
_LEFT_OUT = Text("A public list, but this file of lists does not hold it: no whole copy was at hand.",
                 "Список открытый, но в этот файл не вошёл: полной копии не было.")

Report = Callable[[Path, "Snapshot | SverkaError"], None]
"""Told of each file: what it held, or why it was refused."""


@dataclass(frozen=True, slots=True)
class Source:
    """An official file and the list it is of."""

    path: Path
    list_id: str


def find_sources(folder: Path) -> list[Source]:
    """The files of bundled lists in a folder, in order of list and path.

    Raises: UsageError if there are none.
    """
    found = [Source(path, list_id) for path in sorted(folder.rglob("*")) if path.is_file()
             and (list_id := _list_of(path, folder)) in BUNDLED]
    if not found:
        raise UsageError(
            Text("There are no official files of a known list in this folder.",
                 "В этой папке нет файлов известных списков."),
            Text("`sverka bundle --help` says how it is laid out.",
                 "Как она устроена, сказано в `sverka bundle --help`."),
        )
    return sorted(found, key=lambda source: (BUNDLED.index(source.list_id), source.path))


def _list_of(path: Path, folder: Path) -> str:
    by_prefix = (list_id for prefix, list_id in PREFIXES.items() if path.name.startswith(prefix))
    parts = path.relative_to(folder).parts[:-1]
    by_folder = (FOLDERS.get(part, part) for part in parts if FOLDERS.get(part, part) in BUNDLED)
    return next(by_prefix, None) or next(by_folder, "")


def read_sources(sources: Iterable[Source], report: Report) -> dict[str, list[Snapshot]]:
    """Parse and guard every file; states by list, oldest first.

    A file is guarded against the newest accepted state before its own date.
    """
    parsed: dict[str, list[tuple[Path, Snapshot]]] = {}
    for source in sources:
        try:
            snapshot = parse(source.list_id, source.path.read_bytes(), name=source.path.name)
        except SverkaError as error:
            report(source.path, error)
            continue
        parsed.setdefault(source.list_id, []).append((source.path, snapshot))
    return {list_id: _guarded(states, report) for list_id, states in parsed.items()}


def _guarded(states: list[tuple[Path, Snapshot]], report: Report) -> list[Snapshot]:
    accepted: list[Snapshot] = []
    for path, snapshot in sorted(states, key=lambda state: (state[1].as_of, state[1].sha256)):
        try:
            guard(snapshot, accepted[-1] if accepted else None)
        except SverkaError as error:
            report(path, error)
            continue
        accepted.append(snapshot)
        report(path, snapshot)
    return accepted


def assemble(states: dict[str, list[Snapshot]], rules_json: bytes = b"") -> bytes:
    """The bytes of a bundle from accepted states. Same states, same bytes.

    Raises: UsageError if there is no state of any list.
    """
    lists = [list_id for list_id in BUNDLED if states.get(list_id)]
    if not lists:
        raise UsageError(Text("No official file was accepted, so there is nothing to build.",
                              "Ни один файл не принят, собирать не из чего."))
    listings = [_keyed(x) for list_id in lists for x in _in_order(fold(states[list_id]))]
    as_of = {list_id: max(state.as_of for state in states[list_id]) for list_id in lists}
    snapshots = [SnapshotFacts(s.sha256, ListId(s.list_id), s.as_of, s.form, s.rows)
                 for list_id in lists for s in states[list_id]]
    return _written(listings, as_of, snapshots, rules_json)


def refresh(bundle: Bundle, rules_json: bytes = b"") -> bytes:
    """A bundle of the same listings with everything else as this Sverka makes it.

    Index, name statistics, facts of the lists and rules are built anew; the listings, their
    history and the dates of their states stay as they are.
    """
    return _written(list(bundle.listings), dict(bundle.as_of), bundle.snapshots, rules_json)


def _written(listings: Sequence[Listing], as_of: Mapping[str, date], snapshots: Sequence[SnapshotFacts],
             rules_json: bytes) -> bytes:
    items, positions = index_items(listings)
    return write(Contents(
        listings=listings,
        items=positions,
        index=build_index(items),
        facts=[facts(list_id) for list_id in as_of],
        closed=[*_left_out(list(as_of)), *closed_lists()],
        as_of=as_of,
        snapshots=snapshots,
        population=_population(),
        unicode=unicodedata.unidata_version,
        rules_json=rules_json,
    ))


def _left_out(lists: Sequence[str]) -> list[ClosedList]:
    """Public lists that this bundle does not hold: not looked in, so they must be named."""
    left = [facts(list_id) for list_id in list_ids() if list_id not in lists and list_id not in TEXTS]
    return [ClosedList(str(x.id), x.title, x.keeper, _LEFT_OUT, x.address) for x in left]


def _population() -> str:
    """Which name statistics the odds are counted with: the first half of their digest."""
    tables = (population.SURNAME, population.GIVEN, population.PATRONYMIC)
    return hashlib.sha256("\n".join(tables).encode()).hexdigest()[:32]


def _keyed(listing: Listing) -> Listing:
    """With a key short enough to type, and no name: it is asked for on the command line.

    The list's own number where there is one, else `k` and eight digits of a digest.
    """
    if listing.entry.number and listing.key == listing.entry.number:
        return listing
    digest = hashlib.sha256(f"{listing.entry.list_id}\n{listing.key}".encode()).hexdigest()
    return replace(listing, key=f"k{digest[:8]}")


def _in_order(listings: Sequence[Listing]) -> list[Listing]:
    """By number where there is one, then by date and name: no order of a publication lasts."""
    def place(listing: Listing) -> tuple[int, str, str, str]:
        entry = listing.entry
        number = int(entry.number) if entry.number.isdecimal() else 1 << 40
        return (number, entry.listed_on.isoformat() if entry.listed_on else "9", entry.official_name,
                listing.key)

    return sorted(listings, key=place)


def index_items(listings: Sequence[Listing]) -> tuple[list[IndexItem], list[int]]:
    """What the index holds, and what stands behind each of its positions.

    A person inside an organisation's row is indexed as a person of her own.
    """
    items: list[IndexItem] = []
    positions: list[int] = []
    for position, listing in enumerate(listings):
        entry = listing.entry
        if entry.kind != "material":
            items.append(_item(entry))
            positions.append(position)
        for member in entry.members:
            items.append(IndexItem("person", (member,), None, (), ()))
            positions.append(position | MEMBER)
    return items, positions


def _item(entry: Entry) -> IndexItem:
    names = [name.text for name in entry.names if name.kind != "member"]
    if entry.kind == "organisation" or not names:
        names.append(entry.official_name)  # organisations are asked for by the whole cell too
    ids = tuple(number for number in (entry.inn, entry.ogrn) if number)
    return IndexItem(entry.kind, tuple(dict.fromkeys(names)), entry.birth_year, ids,
                     (*entry.domains, *entry.handles))
