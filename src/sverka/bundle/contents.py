"""What goes into a bundle, and how it is written.

Sections: `meta` (lists, facts, closed lists, snapshots, versions), `listings` (blocks of
listings, each pressed by itself, so that one is read without the rest), `keys` (the
numbers, to find a listing by), `items` (what stands behind each position of the index),
`index` (the bytes of `matching.build_index`, read where they lie), `rules` (the law
pack's JSON).
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..model import ClosedList, ListFacts, ListId, Listing
from .codec import pack_closed, pack_facts, pack_listing
from .container import pack

BLOCK = 32
"""Listings a block: 32 press nearly as well as all together and unfold in under a millisecond."""

LARGEST_BLOCK = 1 << 22
"""Bytes a block of listings may unfold to; the largest today has 40,000."""

MEMBER = 1 << 31
"""Mark on an `items` number: the names are those of a member, not of the listing itself."""


@dataclass(frozen=True, slots=True)
class SnapshotFacts:
    """What a bundle keeps of a snapshot that its listings came from."""

    sha256: str
    list_id: ListId
    as_of: date
    form: str
    rows: int


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a device needs to check offline.

    Attributes:
        listings: grouped by list, in the order of `facts`.
        items: for each position of the index, the position of its listing, with `MEMBER`
            added where the indexed name is that of a member.
        index: from `matching.build_index`.
        as_of: the newest state of each list.
        absent: listings that the newest state no longer holds (kept for their history).
        population: version of the name statistics the odds are counted with.
        unicode: version of the Unicode tables the index was built with.
        rules_json: the compiled law pack; b"" for none.
    """

    listings: Sequence[Listing]
    items: Sequence[int]
    index: bytes
    facts: Sequence[ListFacts]
    closed: Sequence[ClosedList]
    as_of: Mapping[str, date]
    snapshots: Sequence[SnapshotFacts]
    population: str = ""
    unicode: str = ""
    rules_json: bytes = b""


def write(contents: Contents) -> bytes:
    """Write a bundle. Same contents, same bytes.

    Raises: ValueError if the listings are not grouped by the lists in `facts`, a position in
        `items` does not exist, or listings are longer than a reader accepts.
    """
    spans = _spans(contents)
    if any(item & ~MEMBER >= len(contents.listings) for item in contents.items):
        raise ValueError("an item points behind the last listing")
    digests = {snapshot.sha256: i for i, snapshot in enumerate(contents.snapshots)}
    return pack([
        ("meta", _json(_meta(contents, spans)), True),
        ("listings", _blocks([_json(pack_listing(x, digests)) for x in contents.listings]), False),
        ("keys", _json([[x.entry.number, x.key] for x in contents.listings]), True),
        ("items", struct.pack(f"<{len(contents.items)}I", *contents.items), True),
        ("index", contents.index, False),
        ("rules", contents.rules_json, True),
    ])


def _spans(contents: Contents) -> dict[str, tuple[int, int]]:
    """Where each list begins and ends among the listings."""
    spans = {facts.id: (0, 0) for facts in contents.facts}
    at = 0
    seen: set[str] = set()
    for list_id, group in groupby(listing.entry.list_id for listing in contents.listings):
        count = sum(1 for _ in group)
        if list_id in seen or list_id not in spans:
            raise ValueError(f"listings of {list_id} are scattered, or the list has no facts")
        seen.add(list_id)
        spans[list_id] = (at, at + count)
        at += count
    return {str(key): span for key, span in spans.items()}


def _meta(contents: Contents, spans: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    lists = [
        pack_facts(facts) | {
            "as_of": contents.as_of[facts.id].isoformat(),
            "span": spans[facts.id],
            "current": sum(1 for x in contents.listings[slice(*spans[facts.id])]
                           if x.last_seen >= contents.as_of[facts.id]),
        }
        for facts in contents.facts
    ]
    snapshots = [[s.sha256, s.list_id, s.as_of.isoformat(), s.form, s.rows] for s in contents.snapshots]
    return {"lists": lists, "closed": [pack_closed(x) for x in contents.closed], "snapshots": snapshots,
            "population": contents.population, "unicode": contents.unicode}


def _blocks(packed: Sequence[bytes]) -> bytes:
    """Count, block size, offsets of the blocks, then the blocks."""
    plain = [b"[" + b",".join(packed[i : i + BLOCK]) + b"]" for i in range(0, len(packed), BLOCK)]
    if any(len(block) > LARGEST_BLOCK for block in plain):
        raise ValueError("32 listings are too long to be read back")
    pressed = [zlib.compress(block, 9) for block in plain]
    offsets = [0]
    for block in pressed:
        offsets.append(offsets[-1] + len(block))
    head = struct.pack(f"<II{len(offsets)}I", len(packed), BLOCK, *offsets)
    return head + b"".join(pressed)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
