"""Invented states of an invented list, for the tests of the record."""

from __future__ import annotations

import hashlib
from datetime import date

from sverka.model import Entry, ListId, Name, Place, Snapshot

LIST = ListId("xx-test")
FULL = frozenset(
    {"number", "official_name", "names", "listed_on", "removed_on", "legal_basis", "birth_year", "domains"}
)
NAMES_ONLY = frozenset({"official_name", "names", "listed_on", "removed_on"})


def row(
    number: str,
    name: str,
    listed: str = "2023-01-13",
    *,
    removed: str = "",
    year: int | None = 1980,
    law: str = "Статья 7 № 255-ФЗ",
    domains: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        LIST,
        number,
        "person",
        name,
        (Name(name.split(" (", maxsplit=1)[0]),),
        Place("", f"row {number}"),
        listed_on=date.fromisoformat(listed) if listed else None,
        removed_on=date.fromisoformat(removed) if removed else None,
        legal_basis=(law,),
        birth_year=year,
        domains=domains,
    )


def state(day: str, *rows: Entry, form: str = "pdf", states: frozenset[str] = FULL) -> Snapshot:
    digest = hashlib.sha256(repr((day, form, rows)).encode()).hexdigest()
    return Snapshot(LIST, digest, date.fromisoformat(day), form, states, len(rows), {}, rows)


def bare(*rows: Entry) -> tuple[Entry, ...]:
    """The same rows as a list of names and dates states them."""
    return tuple(
        Entry(
            e.list_id,
            "",
            e.kind,
            e.official_name,
            e.names,
            e.place,
            listed_on=e.listed_on,
            removed_on=e.removed_on,
        )
        for e in rows
    )
