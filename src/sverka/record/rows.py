"""Entries as they lie in the store: JSON for a row's words, columns for a version.

Both are written and read by the million, hence the encoders by hand; the tests hold them
against `json`.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import Any

from ..model import Entry, ListId, Name, Place

FIELDS = tuple(f.name for f in dataclasses.fields(Entry) if f.name not in ("list_id", "place"))
COLUMNS = (*FIELDS, "place")
"""The columns of a version that hold its entry, in order."""
_DATES = ("listed_on", "published_on", "removed_on")
_TUPLES = ("legal_basis", "domains", "handles", "members", "decisions")
_ONE_FULL = '", "full", null]]'
_EMPTY = Entry(ListId(""), "", "person", "", (), Place("", ""))
_NOTHING = {name: getattr(_EMPTY, name) for name in FIELDS}


def _names_as_json(names: tuple[Name, ...]) -> str:
    cells = (
        f'[{quoted(n.text)},"{n.kind}",{_day_as_json(n.since) if n.since else "null"}]' for n in names
    )
    return f"[{','.join(cells)}]"


def _day_as_json(day: date) -> str:
    return f'"{day.isoformat()}"'


def _texts_as_json(texts: tuple[str, ...]) -> str:
    return f"[{','.join(map(quoted, texts))}]"


def _encoder(name: str) -> Callable[[Any], str]:
    if name in _DATES:
        return _day_as_json
    if name in _TUPLES:
        return _texts_as_json
    special: dict[str, Callable[[Any], str]] = {
        "names": _names_as_json,
        "birth_year": str,
        "terrorism": lambda said: "true" if said else "false",
    }
    return special.get(name, quoted)


_SORTED = sorted(FIELDS)
_READ = attrgetter(*_SORTED)
_PARTS = [(f'"{name}":', _NOTHING[name], _encoder(name)) for name in _SORTED]


def to_json(entry: Entry) -> str:
    """A row's words without its place; the same words give the same text."""
    said = [
        start + encode(value)
        for value, (start, empty, encode) in zip(_READ(entry), _PARTS, strict=True)
        if value != empty
    ]
    return f"{{{','.join(said)}}}"


def digest(text: str) -> bytes:
    """What a row's words are recognised by."""
    return hashlib.sha256(text.encode()).digest()


def from_json(list_id: ListId, text: str, place: Place) -> Entry:
    """The row that `to_json` wrote."""
    said = json.loads(text)
    for name in _DATES:
        if name in said:
            said[name] = date.fromisoformat(said[name])
    for name in _TUPLES:
        if name in said:
            said[name] = tuple(said[name])
    names = tuple(Name(t, k, _day(s)) for t, k, s in said.get("names", ()))
    return Entry(**{**_NOTHING, **said, "names": names, "list_id": list_id, "place": place})


_VALUES = attrgetter(*FIELDS)
_AT = {name: at for at, name in enumerate(FIELDS)}
_DATES_AT = [_AT[name] for name in _DATES]
_TUPLES_AT = [_AT[name] for name in _TUPLES]


def to_columns(entry: Entry) -> tuple[object, ...]:
    """A version's `COLUMNS`: dates in ISO, several values as JSON arrays, unknown as NULL."""
    values = list(_VALUES(entry))
    for at in _DATES_AT:
        if values[at] is not None:
            values[at] = values[at].isoformat()
    for at in _TUPLES_AT:
        values[at] = _texts_as_column(values[at])
    values[_AT["names"]] = _names_as_column(entry.names)
    if entry.terrorism is not None:
        values[_AT["terrorism"]] = int(entry.terrorism)
    values.append(entry.place.where)
    return tuple(values)


@lru_cache(maxsize=4096)
def _texts_as_column(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _names_as_column(names: tuple[Name, ...]) -> str:
    plain = [[n.text, n.kind, n.since.isoformat() if n.since else None] for n in names]
    return json.dumps(plain, ensure_ascii=False)


def from_columns(list_id: str, snapshot: str, row: Sequence[Any]) -> Entry:
    """The entry of a version: its list, the snapshot that states it, its `COLUMNS`."""
    (
        number, kind, official_name, names, category, listed_on, published_on, removed_on, legal_basis,
        birth_year, inn, ogrn, domains, handles, members, decisions, country, terrorism, note, text_digest,
        where,
    ) = row
    return Entry(
        ListId(list_id),
        number,
        kind,
        official_name,
        _names(names),
        Place(snapshot, where),
        category,
        _day(listed_on),
        _day(published_on),
        _day(removed_on),
        _texts(legal_basis),
        birth_year,
        inn,
        ogrn,
        _texts(domains),
        _texts(handles),
        _texts(members),
        _texts(decisions),
        country,
        None if terrorism is None else bool(terrorism),
        note,
        text_digest,
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
