"""Listings and facts as plain JSON values and back; what is empty is left out.

A snapshot's digest (64 characters) stands in every place and change, so it is written
once in a table and referred to by its position there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from ..errors import Text
from ..model import Change, ClosedList, Entry, Kind, ListFacts, ListId, Listing, Name, NameKind, Place

# Entry field -> key in the file. Renaming a key breaks every older bundle.
_DATES = {"listed_on": "on", "published_on": "pub", "removed_on": "off"}
_WORDS = {"number": "n", "kind": "k", "official_name": "o", "category": "c", "inn": "inn", "ogrn": "ogrn",
          "country": "cc", "note": "note", "digest": "dig"}
_LISTS = {"legal_basis": "law", "domains": "dom", "handles": "hnd", "members": "mem", "decisions": "dec"}
_PLAIN = {"birth_year": "by", "terrorism": "t"}

_KINDS, _NAME_KINDS = frozenset(get_args(Kind)), frozenset(get_args(NameKind))
_ACTIONS = frozenset(("added", "removed", "edited"))
_MOST_DAYS = 36_600  # a list published once in a century

Plain = dict[str, Any]


def word(value: object, among: frozenset[str] | None = None) -> str:
    """A JSON value that has to be text, one of `among` if given. Raises ValueError."""
    if not isinstance(value, str) or (among is not None and value not in among):
        raise ValueError("no text, or an unknown word")
    return value


def words(value: object) -> tuple[str, ...]:
    """A JSON value that has to be a list of texts. Raises ValueError."""
    if not isinstance(value, list):
        raise ValueError("no list")
    return tuple(word(text) for text in value)


def number(value: object, most: int) -> int:
    """A JSON value that has to be a whole number from 0 to `most`. Raises ValueError."""
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError("no number, or one out of range")
    return value


def pack_listing(listing: Listing, snapshots: Mapping[str, int]) -> Plain:
    """A listing as JSON values.

    Args: snapshots: SHA-256 -> position in the bundle's table of snapshots.
    """
    entry = listing.entry
    plain: Plain = {"key": listing.key, "l": entry.list_id}
    for fields in (_WORDS, _LISTS, _PLAIN, _DATES):
        for name, key in fields.items():
            value = getattr(entry, name)
            if value not in ("", (), None):
                plain[key] = value.isoformat() if isinstance(value, date) else value
    plain["names"] = [_pack_name(name) for name in entry.names]
    plain["at"] = [snapshots[entry.place.snapshot], entry.place.where]
    plain["seen"] = [listing.first_seen.isoformat(), listing.last_seen.isoformat()]
    if listing.changes:
        plain["chg"] = [_pack_change(change, snapshots) for change in listing.changes]
    return plain


def unpack_listing(plain: Plain, snapshots: Sequence[str]) -> Listing:
    """The reverse of `pack_listing`.

    Raises: KeyError, ValueError, TypeError or IndexError for values it did not write.
    """
    fields: Plain = {name: word(plain[key]) for name, key in _WORDS.items() if key in plain}
    fields |= {name: words(plain[key]) for name, key in _LISTS.items() if key in plain}
    fields |= {name: date.fromisoformat(plain[key]) for name, key in _DATES.items() if key in plain}
    if "by" in plain:
        fields["birth_year"] = number(plain["by"], date.max.year)
    if type(plain.get("t", True)) is not bool:
        raise ValueError("no yes or no")
    fields["terrorism"] = plain.get("t")
    position, where = plain["at"]
    entry = Entry(
        list_id=ListId(word(plain["l"])),
        number=fields.pop("number", ""),
        kind=word(fields.pop("kind"), _KINDS),  # type: ignore[arg-type]
        official_name=fields.pop("official_name", ""),
        names=tuple(_unpack_name(name) for name in plain["names"]),
        place=Place(snapshots[number(position, len(snapshots))], word(where)),
        **fields,
    )
    first, last = (date.fromisoformat(text) for text in plain["seen"])
    changes = tuple(_unpack_change(change, snapshots) for change in plain.get("chg", ()))
    return Listing(word(plain["key"]), entry, first, last, changes)


def _pack_name(name: Name) -> list[str]:
    if name.since:
        return [name.text, name.kind, name.since.isoformat()]
    return [name.text] if name.kind == "full" else [name.text, name.kind]


def _unpack_name(plain: list[Any]) -> Name:
    text, kind, *since = plain if len(plain) > 1 else (*plain, "full")
    kind = word(kind, _NAME_KINDS)
    return Name(word(text), kind, date.fromisoformat(since[0]) if since else None)  # type: ignore[arg-type]


def _pack_change(change: Change, snapshots: Mapping[str, int]) -> list[Any]:
    return [change.action, change.field, change.before, change.after, change.known_on.isoformat(),
            int(change.announced), snapshots.get(change.earlier, -1), snapshots.get(change.later, -1)]


def _unpack_change(plain: list[Any], snapshots: Sequence[str]) -> Change:
    action, field, before, after, known_on, announced, earlier, later = plain
    return Change(word(action, _ACTIONS), word(field), word(before), word(after),  # type: ignore[arg-type]
                  date.fromisoformat(known_on), bool(number(announced, 1)),
                  snapshots[earlier] if earlier >= 0 else "", snapshots[later] if later >= 0 else "")


def pack_facts(facts: ListFacts) -> Plain:
    """A list's facts as JSON values."""
    return {"id": facts.id, "state": facts.state, "title": facts.title, "keeper": facts.keeper,
            "legal_basis": facts.legal_basis, "address": facts.address,
            "cadence_days": facts.cadence_days, "gaps": facts.gaps}


def unpack_facts(plain: Plain) -> ListFacts:
    """The reverse of `pack_facts`. Raises as `unpack_listing`."""
    return ListFacts(ListId(word(plain["id"])), word(plain["state"]), _text(plain["title"]),
                     _text(plain["keeper"]), words(plain["legal_basis"]), word(plain["address"]),
                     number(plain["cadence_days"], _MOST_DAYS), tuple(map(_text, plain["gaps"])))


def _text(plain: object) -> Text:
    return Text(*words(plain))


def pack_closed(closed: ClosedList) -> Plain:
    """A closed list as JSON values."""
    return {"id": closed.id, "title": closed.title, "keeper": closed.keeper, "reported": closed.reported,
            "source": closed.source, "reported_on": closed.reported_on}


def unpack_closed(plain: Plain) -> ClosedList:
    """The reverse of `pack_closed`. Raises as `unpack_listing`."""
    return ClosedList(word(plain["id"]), _text(plain["title"]), _text(plain["keeper"]),
                      _text(plain["reported"]), word(plain["source"]), word(plain["reported_on"]))
