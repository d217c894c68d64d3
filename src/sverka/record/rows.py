"""Entries as they lie in the store: JSON for a row's words, columns for a version."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from ..model import Entry, ListId, Name, Place

FIELDS = tuple(f.name for f in dataclasses.fields(Entry) if f.name not in ("list_id", "place"))
_DATES = ("listed_on", "published_on", "removed_on")
_TUPLES = ("legal_basis", "domains", "handles", "members", "decisions")
_ONE_FULL = '", "full", null]]'
_EMPTY = Entry(ListId(""), "", "person", "", (), Place("", ""))
_NOTHING = {name: getattr(_EMPTY, name) for name in FIELDS}


def to_json(entry: Entry) -> str:
    """A row's words without its place; the same words give the same text."""
    said = {name: value for name, empty in _NOTHING.items() if (value := getattr(entry, name)) != empty}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), default=_plain, sort_keys=True)


def digest(text: str) -> bytes:
    """What a row's words are recognised by."""
    return hashlib.sha256(text.encode()).digest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, Name)
    return [value.text, value.kind, value.since]


def from_json(list_id: ListId, text: str, place: Place) -> Entry:
    """The row that `to_json` wrote."""
    return _entry(list_id, json.loads(text), place)


def _entry(list_id: ListId, said: dict[str, Any], place: Place) -> Entry:
    names = tuple(Name(t, k, _day(s)) for t, k, s in said.get("names", ()))
    values: dict[str, Any] = {**_NOTHING, **said, "names": names}
    values |= {name: date.fromisoformat(said[name]) for name in _DATES if name in said}
    values |= {name: tuple(said[name]) for name in _TUPLES if name in said}
    return Entry(list_id=list_id, place=place, **values)


def to_columns(entry: Entry) -> dict[str, object]:
    """A version's columns: dates in ISO, several values as JSON arrays, unknown as NULL."""
    columns: dict[str, object] = {}
    for name in FIELDS:
        value = getattr(entry, name)
        if isinstance(value, tuple):
            value = json.dumps(value, ensure_ascii=False, default=_plain)
        elif isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, bool):
            value = int(value)
        columns[name] = value
    return {**columns, "place": entry.place.where}


def from_columns(row: Mapping[str, Any] | sqlite3.Row) -> Entry:
    """The entry of a version's row."""
    terrorism = row["terrorism"]
    return Entry(
        ListId(row["list"]),
        row["number"],
        row["kind"],
        row["official_name"],
        _names(row["names"]),
        Place(row["snapshot"], row["place"]),
        row["category"],
        _day(row["listed_on"]),
        _day(row["published_on"]),
        _day(row["removed_on"]),
        _texts(row["legal_basis"]),
        row["birth_year"],
        row["inn"],
        row["ogrn"],
        _texts(row["domains"]),
        _texts(row["handles"]),
        _texts(row["members"]),
        _texts(row["decisions"]),
        row["country"],
        None if terrorism is None else bool(terrorism),
        row["note"],
        row["digest"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _names(text: str) -> tuple[Name, ...]:
    # Nearly every row has one full name, and a list is read by the thousand.
    if text.count('"') == 4 and text.endswith(_ONE_FULL) and "\\" not in text:
        return (Name(text[3 : -len(_ONE_FULL)]),)
    return tuple(Name(name, kind, _day(since)) for name, kind, since in json.loads(text))


@lru_cache(maxsize=4096)
def _texts(text: str) -> tuple[str, ...]:
    """Read once for all: a list is read by the thousand, and most cells are alike."""
    return tuple(json.loads(text))
