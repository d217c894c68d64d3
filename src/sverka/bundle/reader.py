"""A bundle opened for reading: nothing is unfolded before it is asked for.

Opening reads the table alone. The index is handed on as a view of the file, so that a
mapped bundle costs only the pages that a search touches.

Whoever makes a file can give it right digests, so digests are no reason to believe what is
inside: whatever a section holds, reading it gives values of the right types or a TrustError,
in memory and time bounded by the file's size (`evaluation/fuzz_container.py`).
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, overload

from ..model import ClosedList, ListFacts, ListId, Listing
from .codec import number, unpack_closed, unpack_facts, unpack_listing, word
from .container import damaged, open_section, read_table
from .contents import LARGEST_BLOCK, MEMBER, SnapshotFacts

_KEPT_BLOCKS = 8  # of 32 listings; answers rarely touch more
_MOST_IN_BLOCK = 4096
_MOST_ROWS = 1 << 31
_UNTRUE = (KeyError, ValueError, TypeError, IndexError, AttributeError, ZeroDivisionError, RecursionError,
           struct.error, zlib.error)
"""What reading made-up bytes may raise; everything a writer wrote raises none of these."""


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except _UNTRUE as error:
        raise damaged("its listings cannot be read", "записи в нём не читаются") from error


class Listings(Sequence[Listing]):
    """The listings of a bundle, read block by block when asked for.

    Raises: TrustError, also later, when a listing is asked for that cannot be read.
    """

    def __init__(self, data: memoryview, snapshots: Sequence[str], lists: frozenset[str]) -> None:
        self._snapshots, self._lists = snapshots, lists
        self._kept: dict[int, list[Any]] = {}
        with _reading():
            self._count, block = struct.unpack_from("<II", data)
            self._block = number(block, _MOST_IN_BLOCK)
            blocks = -(-self._count // self._block) if self._count else 0
            self._offsets = struct.unpack_from(f"<{blocks + 1}I", data, 8)
        self._data = data[8 + 4 * len(self._offsets):]

    def __len__(self) -> int:
        return int(self._count)

    @overload
    def __getitem__(self, at: int) -> Listing: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Listing]: ...
    def __getitem__(self, at: int | slice) -> Listing | Sequence[Listing]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        block, inside = divmod(at % self._count, self._block)
        with _reading():
            listing = unpack_listing(self._read(block)[inside], self._snapshots)
            word(listing.entry.list_id, self._lists)
        return listing

    def __iter__(self) -> Iterator[Listing]:
        return (self[i] for i in range(self._count))

    def _read(self, block: int) -> list[Any]:
        if block not in self._kept:
            if len(self._kept) >= _KEPT_BLOCKS:
                del self._kept[next(iter(self._kept))]
            inflate = zlib.decompressobj()
            pressed = self._data[self._offsets[block] : self._offsets[block + 1]]
            plain = inflate.decompress(pressed, LARGEST_BLOCK)
            if not inflate.eof:
                raise ValueError("a block is cut short or has no end")
            self._kept[block] = json.loads(plain)
        return self._kept[block]


@dataclass(frozen=True, slots=True)
class _Meta:
    """The `meta` section, read and checked once."""

    facts: tuple[ListFacts, ...]
    closed: tuple[ClosedList, ...]
    as_of: dict[str, date]
    entries: dict[str, int]
    spans: dict[str, range]
    snapshots: tuple[SnapshotFacts, ...]
    population: str
    unicode: str


def _read_meta(data: memoryview) -> _Meta:
    with _reading():
        meta = json.loads(bytes(data))
        lists = meta["lists"]
        facts = tuple(unpack_facts(plain) for plain in lists)
        spans = {str(plain["id"]): range(*(number(n, _MOST_ROWS) for n in plain["span"])) for plain in lists}
        if len(spans) != len(facts):
            raise ValueError("a list stands twice")
        return _Meta(
            facts,
            tuple(unpack_closed(plain) for plain in meta["closed"]),
            {plain["id"]: date.fromisoformat(plain["as_of"]) for plain in lists},
            {plain["id"]: number(plain["current"], _MOST_ROWS) for plain in lists},
            spans,
            tuple(SnapshotFacts(word(sha256), ListId(word(list_id)), date.fromisoformat(as_of), word(form),
                                number(rows, _MOST_ROWS))
                  for sha256, list_id, as_of, form, rows in meta["snapshots"]),
            word(meta["population"]),
            word(meta["unicode"]),
        )


class Bundle:
    """One file of lists.

    Args:
        data: the file's bytes, or a view of the mapped file.
    Raises: TrustError if it is another kind of file, cut short, added to, or changed.
        A section's own damage shows when the section is first read; `verify` reads all.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        self._data = memoryview(data)
        self._table = read_table(self._data)

    def section(self, name: str) -> memoryview:
        """The content of a section, its digest checked; empty for a section that is not there."""
        section = self._table.get(name)
        return open_section(self._data, section) if section else memoryview(b"")

    def verify(self) -> None:
        """Check the digest of every section, and what stands in `meta`.

        Raises: TrustError at the first that differs.
        """
        for section in self._table.values():
            open_section(self._data, section)
        _ = self.spans

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        """Section name -> bytes in the file, bytes when read."""
        return {section.name: (section.length, section.size) for section in self._table.values()}

    @cached_property
    def sha256(self) -> str:
        """Digest of the whole file, lower-case hex: what signatures and the log are over."""
        return hashlib.sha256(self._data).hexdigest()

    @cached_property
    def _meta(self) -> _Meta:
        return _read_meta(self.section("meta"))

    @property
    def facts(self) -> tuple[ListFacts, ...]:
        """The lists in the bundle, in the order they are shown."""
        return self._meta.facts

    @property
    def closed(self) -> tuple[ClosedList, ...]:
        """Lists that exist, or are reported to, and are not in any bundle."""
        return self._meta.closed

    @property
    def as_of(self) -> dict[str, date]:
        """List id -> the newest state held."""
        return self._meta.as_of

    @property
    def entries(self) -> dict[str, int]:
        """List id -> how many entries the newest state holds, removed ones that it still shows included."""
        return self._meta.entries

    @cached_property
    def spans(self) -> dict[str, range]:
        """List id -> positions of its listings."""
        if any(span.stop > len(self.listings) for span in self._meta.spans.values()):
            raise damaged("its listings cannot be read", "записи в нём не читаются")
        return self._meta.spans

    @property
    def snapshots(self) -> tuple[SnapshotFacts, ...]:
        """The official files behind the listings."""
        return self._meta.snapshots

    @property
    def population(self) -> str:
        """Version of the name statistics the bundle was made with."""
        return self._meta.population

    @property
    def unicode(self) -> str:
        """Version of the Unicode tables the index was built with."""
        return self._meta.unicode

    @cached_property
    def listings(self) -> Listings:
        """Every listing, removed ones included."""
        digests = [snapshot.sha256 for snapshot in self._meta.snapshots]
        return Listings(self.section("listings"), digests, frozenset(self._meta.as_of))

    @cached_property
    def _items(self) -> memoryview:
        # Little-endian on file; every platform Python 3.11 and Pyodide run on is.
        with _reading():
            return self.section("items").cast("I")

    def item(self, position: int) -> tuple[int, bool]:
        """What stands behind a position of the index.

        Returns: position of the listing, and whether the name was that of a member.
        """
        with _reading():
            item = self._items[position]
            return number(item & ~MEMBER, len(self.listings) - 1), bool(item & MEMBER)

    def find(self, list_id: str, number: str) -> tuple[int, ...]:
        """Positions of the listings of a list with this number, or with this key."""
        with _reading():
            rows = json.loads(bytes(self.section("keys")))
            return tuple(i for i in self.spans.get(list_id, ()) if number in rows[i])

    @cached_property
    def index_bytes(self) -> memoryview:
        """The index, for `matching.Index`; a view of the file."""
        return self.section("index")

    @cached_property
    def rules_json(self) -> bytes:
        """The compiled law pack; b"" for none."""
        return bytes(self.section("rules"))
