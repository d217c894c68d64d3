"""Entries as they lie in the store: JSON for a row's words, columns for a version."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from typing import Any

from ..model import Entry, ListId, Name, Place

FIELDS = tuple(f.name for f in dataclasses.fields(Entry) if f.name not in ("list_id", "place"))
_DATES = ("listed_on", "published_on", "removed_on")
_TUPLES = ("legal_basis", "domains", "handles", "members", "decisions")
_EMPTY = Entry(ListId(""), "", "person", "", (), Place("", ""))


def to_json(entry: Entry) -> str:
    """A row's words without its place; the same words give the same text."""
    said = {name: value for name in FIELDS if (value := getattr(entry, name)) != getattr(_EMPTY, name)}
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
    names = tuple(Name(t, k, date.fromisoformat(s) if s else None) for t, k, s in said.get("names", ()))
    values: dict[str, Any] = {**{name: getattr(_EMPTY, name) for name in FIELDS}, **said, "names": names}
    values |= {name: date.fromisoformat(values[name]) for name in _DATES if values[name]}
    values |= {name: tuple(values[name]) for name in _TUPLES}
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


def from_columns(columns: dict[str, Any]) -> Entry:
    """The entry of a version's row."""
    said = {name: columns[name] for name in FIELDS}
    said |= {name: json.loads(said[name]) for name in ("names", *_TUPLES)}
    if said["terrorism"] is not None:
        said["terrorism"] = bool(said["terrorism"])
    return _entry(ListId(columns["list"]), said, Place(columns["snapshot"], columns["place"]))
