"""One state as it lies in the store: rows by the content they point at, read when asked for."""

from __future__ import annotations

import json
import sqlite3
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from ..model import Entry, ListId, Place, Snapshot
from .rows import digest, from_json, to_json
from .threads import State

BATCH = 500  # SQLite takes at least 999 values in one statement
_HELD = 20_000  # rows kept in memory together, about 1 KB each
_FAST = 1  # zlib level: a larger one saves a tenth and costs four times the time


class StoredRows:
    """The rows of one state, read again each time they are asked for unless they are few."""

    def __init__(self, db: sqlite3.Connection, row: sqlite3.Row) -> None:
        self._db, self._list, self._sha256 = db, ListId(row["list"]), row["sha256"]
        contents, self._packed = db.execute(
            "SELECT contents, places FROM snapshot_rows WHERE snapshot = ?", (row["id"],)
        ).fetchone()
        self.contents: Sequence[int] = _unpack(contents)
        self._places: list[str] = []
        self._held: dict[int, Entry] = {}

    def entries(self, positions: Sequence[int]) -> Iterator[Entry]:
        """The rows at these positions, each with its own place."""
        if len(self.contents) > _HELD:
            return self._read(positions)
        new = [at for at in positions if at not in self._held]
        self._held.update(zip(new, self._read(new), strict=True))
        return (self._held[at] for at in positions)

    def _read(self, positions: Sequence[int]) -> Iterator[Entry]:
        if not self._places:
            self._places = zlib.decompress(self._packed).decode().split("\n")
        for at in range(0, len(positions), BATCH):
            some = positions[at : at + BATCH]
            texts = self._texts({self.contents[j] for j in some})
            for j in some:
                place = Place(self._sha256, self._places[j])
                yield from_json(self._list, texts[self.contents[j]], place)

    def _texts(self, contents: set[int]) -> dict[int, str]:
        marks = ", ".join("?" * len(contents))
        sql = f"SELECT id, entry FROM content WHERE id IN ({marks})"  # noqa: S608 (question marks only)
        return {row[0]: row[1] for row in self._db.execute(sql, tuple(contents))}


def snapshot_of(row: sqlite3.Row, rows: StoredRows) -> Snapshot:
    """A whole state; holds all its entries."""
    return Snapshot(
        ListId(row["list"]),
        row["sha256"],
        date.fromisoformat(row["as_of"]),
        row["form"],
        frozenset(json.loads(row["states"])),
        row["rows"],
        json.loads(row["filled"]),
        tuple(rows.entries(range(len(rows.contents)))),
    )


def state_of_row(row: sqlite3.Row) -> State:
    """A state without its rows."""
    states = frozenset(json.loads(row["states"]))
    return State(row["sha256"], date.fromisoformat(row["as_of"]), row["form"], states)


def keep_rows(db: sqlite3.Connection, entries: Iterable[Entry]) -> tuple[int, bytes, bytes]:
    """Keep the words of rows, each once; returns their count, contents and places, packed.

    Rows are taken one batch at a time, so that they need not be in memory together.
    """
    ids, packer, places = array("I"), zlib.compressobj(_FAST), []
    rows = iter(entries)
    while batch := list(islice(rows, BATCH)):
        texts = [to_json(entry) for entry in batch]
        digests = [digest(text) for text in texts]
        known = _known(db, digests)
        new = {key: text for key, text in zip(digests, texts, strict=True) if key not in known}
        if new:
            db.executemany("INSERT INTO content (digest, entry) VALUES (?, ?)", new.items())
            known |= _known(db, list(new))
        lines = "\n".join([entry.place.where for entry in batch])
        places.append(packer.compress(("\n" if ids else "").encode() + lines.encode()))
        ids.extend([known[key] for key in digests])
    return len(ids), _pack(ids), b"".join([*places, packer.flush()])


def _known(db: sqlite3.Connection, digests: list[bytes]) -> dict[bytes, int]:
    marks = ", ".join("?" * len(digests))
    sql = f"SELECT digest, id FROM content WHERE digest IN ({marks})"  # noqa: S608 (question marks only)
    return {row[0]: row[1] for row in db.execute(sql, digests)}


def _pack(ids: array[int]) -> bytes:
    little = array("I", ids)
    if sys.byteorder == "big":
        little.byteswap()
    return zlib.compress(little.tobytes(), _FAST)


def _unpack(data: bytes) -> array[int]:
    ids = array("I", zlib.decompress(data))
    if sys.byteorder == "big":
        ids.byteswap()
    return ids
