"""Listings and facts as plain JSON values and back; what is empty is left out.

A snapshot's digest (64 characters) stands in every place and change, so it is written
once in a table and referred to by its position there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..errors import Text
from ..model import Change, ClosedList, Entry, ListFacts, ListId, Listing, Name, Place

# Entry field -> key in the file. Renaming a key breaks every older bundle.
_DATES = {"listed_on": "on", "published_on": "pub", "removed_on": "off"}
_WORDS = {"number": "n", "kind": "k", "official_name": "o", "category": "c", "inn": "inn", "ogrn": "ogrn",
          "country": "cc", "note": "note", "digest": "dig"}
_LISTS = {"legal_basis": "law", "domains": "dom", "handles": "hnd", "members": "mem", "decisions": "dec"}
_PLAIN = {"birth_year": "by", "terrorism": "t"}

Plain = dict[str, Any]


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
    fields: Plain = {name: plain[key] for part in (_WORDS, _PLAIN) for name, key in part.items()
                     if key in plain}
    fields |= {name: tuple(plain[key]) for name, key in _LISTS.items() if key in plain}
    fields |= {name: date.fromisoformat(plain[key]) for name, key in _DATES.items() if key in plain}
    position, where = plain["at"]
    entry = Entry(
        list_id=ListId(plain["l"]),
        number=fields.pop("number", ""),
        kind=fields.pop("kind"),
        official_name=fields.pop("official_name", ""),
        names=tuple(_unpack_name(name) for name in plain["names"]),
        place=Place(snapshots[position], where),
        **fields,
    )
    first, last = (date.fromisoformat(text) for text in plain["seen"])
    changes = tuple(_unpack_change(change, snapshots) for change in plain.get("chg", ()))
    return Listing(plain["key"], entry, first, last, changes)


def _pack_name(name: Name) -> list[str]:
    if name.since:
        return [name.text, name.kind, name.since.isoformat()]
    return [name.text] if name.kind == "full" else [name.text, name.kind]


def _unpack_name(plain: list[Any]) -> Name:
    text, kind, *since = plain if len(plain) > 1 else (*plain, "full")
    return Name(text, kind, date.fromisoformat(since[0]) if since else None)


def _pack_change(change: Change, snapshots: Mapping[str, int]) -> list[Any]:
    return [change.action, change.field, change.before, change.after, change.known_on.isoformat(),
            int(change.announced), snapshots.get(change.earlier, -1), snapshots.get(change.later, -1)]


def _unpack_change(plain: list[Any], snapshots: Sequence[str]) -> Change:
    action, field, before, after, known_on, announced, earlier, later = plain
    return Change(action, field, before, after, date.fromisoformat(known_on), bool(announced),
                  snapshots[earlier] if earlier >= 0 else "", snapshots[later] if later >= 0 else "")


def pack_facts(facts: ListFacts) -> Plain:
    """A list's facts as JSON values."""
    return {"id": facts.id, "state": facts.state, "title": facts.title, "keeper": facts.keeper,
            "legal_basis": facts.legal_basis, "address": facts.address,
            "cadence_days": facts.cadence_days, "gaps": facts.gaps}


def unpack_facts(plain: Plain) -> ListFacts:
    """The reverse of `pack_facts`."""
    return ListFacts(ListId(plain["id"]), plain["state"], Text(*plain["title"]), Text(*plain["keeper"]),
                     tuple(plain["legal_basis"]), plain["address"], int(plain["cadence_days"]),
                     tuple(Text(*gap) for gap in plain["gaps"]))


def pack_closed(closed: ClosedList) -> Plain:
    """A closed list as JSON values."""
    return {"id": closed.id, "title": closed.title, "keeper": closed.keeper, "reported": closed.reported,
            "source": closed.source, "reported_on": closed.reported_on}


def unpack_closed(plain: Plain) -> ClosedList:
    """The reverse of `pack_closed`."""
    return ClosedList(plain["id"], Text(*plain["title"]), Text(*plain["keeper"]), Text(*plain["reported"]),
                      plain["source"], plain["reported_on"])
