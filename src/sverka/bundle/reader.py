"""A bundle opened for reading: nothing is unfolded before it is asked for.

Opening reads the table alone. The index is handed on as a view of the file, so that a
mapped bundle costs only the pages that a search touches.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, overload

from ..model import ClosedList, ListFacts, ListId, Listing
from .codec import unpack_closed, unpack_facts, unpack_listing
from .container import damaged, open_section, read_table
from .contents import MEMBER, SnapshotFacts

_KEPT_BLOCKS = 8  # of 32 listings; answers rarely touch more


class Listings(Sequence[Listing]):
    """The listings of a bundle, read block by block when asked for."""

    def __init__(self, data: memoryview, snapshots: Sequence[str]) -> None:
        self._snapshots = snapshots
        self._kept: dict[int, list[dict[str, Any]]] = {}
        self._count: int
        self._block: int
        try:
            self._count, self._block = struct.unpack_from("<II", data)
            blocks = -(-self._count // self._block)
            self._offsets = struct.unpack_from(f"<{blocks + 1}I", data, 8)
        except (struct.error, ZeroDivisionError) as error:
            raise _unreadable() from error
        self._data = data[8 + 4 * len(self._offsets):]

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Listing: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Listing]: ...
    def __getitem__(self, at: int | slice) -> Listing | Sequence[Listing]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        number, inside = divmod(at % self._count, self._block)
        try:
            return unpack_listing(self._read(number)[inside], self._snapshots)
        except (KeyError, ValueError, TypeError, IndexError) as error:
            raise _unreadable() from error

    def __iter__(self) -> Iterator[Listing]:
        return (self[i] for i in range(self._count))

    def _read(self, number: int) -> list[dict[str, Any]]:
        if number not in self._kept:
            if len(self._kept) >= _KEPT_BLOCKS:
                del self._kept[next(iter(self._kept))]
            stored = self._data[self._offsets[number] : self._offsets[number + 1]]
            try:
                self._kept[number] = json.loads(zlib.decompress(stored))
            except zlib.error as error:
                raise _unreadable() from error
        return self._kept[number]


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
        """Check the digest of every section.

        Raises: TrustError at the first that differs.
        """
        for section in self._table.values():
            open_section(self._data, section)

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        """Section name -> bytes in the file, bytes when read."""
        return {section.name: (section.length, section.size) for section in self._table.values()}

    @cached_property
    def sha256(self) -> str:
        """Digest of the whole file, lower-case hex: what signatures and the log are over."""
        return hashlib.sha256(self._data).hexdigest()

    @cached_property
    def _meta(self) -> dict[str, Any]:
        try:
            meta: dict[str, Any] = json.loads(bytes(self.section("meta")))
        except ValueError as error:
            raise _unreadable() from error
        return meta

    @cached_property
    def facts(self) -> tuple[ListFacts, ...]:
        """The lists in the bundle, in the order they are shown."""
        return tuple(unpack_facts(plain) for plain in self._meta["lists"])

    @cached_property
    def closed(self) -> tuple[ClosedList, ...]:
        """Lists that exist, or are reported to, and are not in any bundle."""
        return tuple(unpack_closed(plain) for plain in self._meta["closed"])

    @cached_property
    def as_of(self) -> dict[str, date]:
        """List id -> the newest state held."""
        return {plain["id"]: date.fromisoformat(plain["as_of"]) for plain in self._meta["lists"]}

    @cached_property
    def entries(self) -> dict[str, int]:
        """List id -> how many entries the newest state holds, removed ones that it still shows included."""
        return {plain["id"]: plain["current"] for plain in self._meta["lists"]}

    @cached_property
    def spans(self) -> dict[str, range]:
        """List id -> positions of its listings."""
        return {plain["id"]: range(*plain["span"]) for plain in self._meta["lists"]}

    @cached_property
    def snapshots(self) -> tuple[SnapshotFacts, ...]:
        """The official files behind the listings."""
        return tuple(SnapshotFacts(sha256, ListId(list_id), date.fromisoformat(as_of), form, rows)
                     for sha256, list_id, as_of, form, rows in self._meta["snapshots"])

    @property
    def population(self) -> str:
        """Version of the name statistics the bundle was made with."""
        return str(self._meta["population"])

    @property
    def unicode(self) -> str:
        """Version of the Unicode tables the index was built with."""
        return str(self._meta["unicode"])

    @cached_property
    def listings(self) -> Listings:
        """Every listing, removed ones included."""
        digests = [row[0] for row in self._meta["snapshots"]]
        return Listings(self.section("listings"), digests)

    @cached_property
    def _items(self) -> memoryview:
        # Little-endian on file; every platform Python 3.11 and Pyodide run on is.
        return self.section("items").cast("I")

    def item(self, position: int) -> tuple[int, bool]:
        """What stands behind a position of the index.

        Returns: position of the listing, and whether the name was that of a member.
        """
        number = self._items[position]
        return number & ~MEMBER, bool(number & MEMBER)

    def find(self, list_id: str, number: str) -> tuple[int, ...]:
        """Positions of the listings of a list with this number, or with this key."""
        try:
            rows = json.loads(bytes(self.section("keys")))
            return tuple(i for i in self.spans.get(list_id, ()) if number in rows[i])
        except (ValueError, IndexError) as error:
            raise _unreadable() from error

    @cached_property
    def index_bytes(self) -> memoryview:
        """The index, for `matching.Index`; a view of the file."""
        return self.section("index")

    @cached_property
    def rules_json(self) -> bytes:
        """The compiled law pack; b"" for none."""
        return bytes(self.section("rules"))


def _unreadable() -> Exception:
    return damaged("its listings cannot be read", "записи в нём не читаются")
