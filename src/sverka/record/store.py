"""The two-time store: every listing as it was, as it was then known, in one SQLite file.

Everything in it follows from the snapshots alone, walked in the order of their dates; the order
of import never shows. `valid` time is what the list says (listed on, removed on), `known` time
is the date of the state that said so. Adding snapshots and `settle` are one transaction each.
"""

from __future__ import annotations

import array
import json
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from ..errors import SverkaError
from ..model import Change, Entry, ListId, Listing, Place, Snapshot
from .changes import Thread, Version, Walk, keys
from .rows import digest, from_columns, from_json, to_columns, to_json

NEVER = "9999-12-31"
Guard = Callable[[Snapshot, Snapshot | None], None]
"""Raises SverkaError for a state that cannot follow the other."""
_BATCH = 500  # SQLite takes at least 999 values in one statement
_VERSION = 1  # PRAGMA user_version; another number means the store is rebuilt


class Store:
    """One SQLite file. `changed` lists wait for `settle` before they answer."""

    def __init__(self, path: Path | str) -> None:
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row
        # The log is what must survive; the store may be rebuilt, but never be torn.
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;")
        if self._scalar("PRAGMA user_version") != _VERSION:
            self._create()

    def _create(self) -> None:
        for (table,) in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            self.db.execute(f'DROP TABLE "{table}"')
        schema = resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
        self.db.executescript(schema + f"PRAGMA user_version = {_VERSION};")

    def close(self) -> None:
        """Release the file."""
        self.db.close()

    def _scalar(self, sql: str, *args: object) -> Any:
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

    # What comes in.

    def add(self, snapshot: Snapshot, *, log_index: int, capture: str, obtained: dict[str, str]) -> None:
        """Keep a parsed state; `settle` its list afterwards. The same bytes twice are kept once."""
        with self.db:
            ids = self._contents(snapshot.entries)
            places = "\n".join(entry.place.where for entry in snapshot.entries)
            self.db.execute(
                "INSERT OR IGNORE INTO snapshot VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,'')",
                (
                    snapshot.list_id,
                    snapshot.sha256,
                    snapshot.as_of.isoformat(),
                    snapshot.form,
                    json.dumps(sorted(snapshot.states)),
                    snapshot.rows,
                    len(snapshot.entries),
                    json.dumps(dict(snapshot.filled), ensure_ascii=False, sort_keys=True),
                    log_index,
                    capture,
                    json.dumps(obtained, ensure_ascii=False, sort_keys=True),
                    _pack(ids),
                    zlib.compress(places.encode()),
                ),
            )

    def add_failure(self, list_id: str, *, log_index: int, capture: str, obtained: dict[str, str]) -> None:
        """Keep an attempt that brought no list."""
        with self.db:
            self.db.execute(
                "INSERT OR IGNORE INTO failure VALUES (?,?,?,?)",
                (log_index, list_id, capture, json.dumps(obtained, ensure_ascii=False, sort_keys=True)),
            )

    def _contents(self, entries: Sequence[Entry]) -> array.array[int]:
        """The content of each row, in order; new ones are kept."""
        ids = array.array("I")
        for at in range(0, len(entries), _BATCH):
            texts = [to_json(entry) for entry in entries[at : at + _BATCH]]
            digests = [digest(text) for text in texts]
            known = self._known(digests)
            new = {key: text for key, text in zip(digests, texts, strict=True) if key not in known}
            self.db.executemany("INSERT INTO content (digest, entry) VALUES (?, ?)", new.items())
            known |= self._known(list(new))
            ids.extend(known[key] for key in digests)
        return ids

    def _known(self, digests: list[bytes]) -> dict[bytes, int]:
        marks = ", ".join("?" * len(digests))
        sql = f"SELECT digest, id FROM content WHERE digest IN ({marks})"  # noqa: S608 (question marks only)
        return dict(self.db.execute(sql, digests).fetchall())

    def settle(self, list_id: str, guard: Guard | None = None) -> None:
        """Work out the listings, versions and changes of one list anew from its snapshots.

        A state that `guard` refuses beside the one before it is set aside with the reason: which
        states make the history depends on all that are there, never on the order they came in.
        """
        walk, aside = Walk(), {}
        for snapshot, contents in self._walked(list_id):
            reason = _reason(guard, snapshot, walk.last)
            aside[snapshot.sha256] = reason
            if not reason:
                walk.step(snapshot, contents)
        with self.db:
            self.db.executemany(
                "UPDATE snapshot SET set_aside = ? WHERE list = ? AND sha256 = ?",
                [(reason, list_id, sha256) for sha256, reason in aside.items()],
            )
            for table in ("change", "version", "listing"):
                self.db.execute(f"DELETE FROM {table} WHERE list = ?", (list_id,))  # noqa: S608 (three fixed names)
            first = (self._scalar("SELECT max(id) FROM listing") or 0) + 1
            for number, (key, thread) in enumerate(zip(keys(walk.threads), walk.threads, strict=True), first):
                self._write(number, list_id, key, thread)

    def _walked(self, list_id: str) -> Iterator[tuple[Snapshot, list[int]]]:
        """The states in order; rows that say the same are the same object, read once."""
        kept: dict[int, Entry] = {}
        for row in self.snapshots(list_id):
            ids = _unpack(row["contents"])
            wanted = set(ids)
            kept = {number: entry for number, entry in kept.items() if number in wanted}
            for number, place in zip(reversed(ids), reversed(_places(row)), strict=True):
                if number not in kept:
                    kept[number] = self._entry(list_id, number, place)
            yield _snapshot(row, tuple(kept[number] for number in ids)), list(ids)

    def _entry(self, list_id: str, number: int, place: Place) -> Entry:
        text = self._scalar("SELECT entry FROM content WHERE id = ?", number)
        return from_json(ListId(list_id), text, place)

    def _write(self, number: int, list_id: str, key: str, thread: Thread) -> None:
        entry = thread.entry
        self.db.execute(
            "INSERT INTO listing VALUES (?,?,?,?,?,?,?,?,?)",
            (
                number,
                list_id,
                key,
                entry.number,
                entry.official_name,
                thread.first_seen.isoformat(),
                thread.versions[0].snapshot,
                thread.last_seen.isoformat(),
                thread.last_snapshot,
            ),
        )
        ends = [v.known_from.isoformat() for v in thread.versions[1:]] + [NEVER]
        for version, end in zip(thread.versions, ends, strict=True):
            self._write_version(number, list_id, version, end)
        self.db.executemany(
            "INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    number,
                    list_id,
                    c.known_on.isoformat(),
                    c.action,
                    c.field,
                    c.before,
                    c.after,
                    int(c.announced),
                    c.earlier,
                    c.later,
                )
                for c in thread.changes
            ],
        )

    def _write_version(self, number: int, list_id: str, version: Version, end: str) -> None:
        columns = {
            "listing": number,
            "list": list_id,
            "known_from": version.known_from.isoformat(),
            "known_to": end,
            "snapshot": version.snapshot,
            "gone": int(version.gone),
            **to_columns(version.entry),
        }
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        self.db.execute(f"INSERT INTO version ({names}) VALUES ({marks})", tuple(columns.values()))  # noqa: S608

    # What comes out.

    def lists(self) -> list[str]:
        """The lists with at least one state."""
        return [row[0] for row in self.db.execute("SELECT DISTINCT list FROM snapshot ORDER BY list")]

    def snapshots(self, list_id: str = "") -> list[sqlite3.Row]:
        """Every state's row, of one list or all, in order of date."""
        return self.db.execute(
            "SELECT * FROM snapshot WHERE ? IN ('', list) ORDER BY list, as_of, sha256", (list_id,)
        ).fetchall()

    def failures(self) -> list[sqlite3.Row]:
        """Attempts that brought nothing."""
        return self.db.execute("SELECT * FROM failure ORDER BY log_index").fetchall()

    def snapshot(self, sha256: str) -> Snapshot | None:
        """A state by its digest or the beginning of it."""
        row = self.db.execute(
            "SELECT * FROM snapshot WHERE sha256 LIKE ? || '%'", (sha256.lower(),)
        ).fetchone()
        if row is None:
            return None
        ids, places = _unpack(row["contents"]), _places(row)
        entries = (self._entry(row["list"], number, place) for number, place in zip(ids, places, strict=True))
        return _snapshot(row, tuple(entries))

    def holds(self, list_id: str, sha256: str) -> bool:
        """Whether these bytes are already a state of this list."""
        return (
            self._scalar("SELECT 1 FROM snapshot WHERE list = ? AND sha256 = ?", list_id, sha256) is not None
        )

    def as_of(self, list_id: str, *, valid: date, known: date, limit: int = -1) -> list[Entry]:
        """Who stood on the list on the day `valid`, as was known on the day `known`.

        A listing without a date counts from the state that first held it. The order is that of
        first sight.
        """
        rows = self.db.execute(
            "SELECT v.*, l.first_seen FROM version v JOIN listing l ON l.id = v.listing "
            "WHERE v.list = ? AND v.known_from <= ? AND v.known_to > ? AND NOT v.gone "
            "AND coalesce(v.listed_on, l.first_seen) <= ? AND coalesce(v.removed_on, ?) > ? "
            "ORDER BY v.listing LIMIT ?",
            (
                list_id,
                known.isoformat(),
                known.isoformat(),
                valid.isoformat(),
                NEVER,
                valid.isoformat(),
                limit,
            ),
        )
        return [from_columns(row) for row in rows]

    def history(self, list_id: str, number: str) -> list[tuple[Listing, list[Version]]]:
        """The listings under a number or key, each with its changes and versions."""
        rows = self.db.execute(
            "SELECT * FROM listing WHERE list = ?1 AND number = ?2 "
            "UNION SELECT * FROM listing WHERE list = ?1 AND key = ?2 ORDER BY id",
            (list_id, number),
        ).fetchall()
        return [(self._listing(row), self._versions(row["id"])) for row in rows]

    def listings(self, list_id: str) -> Iterator[Listing]:
        """All listings of a list, in order of first sight."""
        for row in self.db.execute("SELECT * FROM listing WHERE list = ? ORDER BY id", (list_id,)).fetchall():
            yield self._listing(row)

    def _listing(self, row: sqlite3.Row) -> Listing:
        changes = self.db.execute(
            "SELECT c.*, ? AS key FROM change c WHERE listing = ? ORDER BY rowid", (row["key"], row["id"])
        )
        return Listing(
            row["key"],
            self._versions(row["id"])[-1].entry,
            date.fromisoformat(row["first_seen"]),
            date.fromisoformat(row["last_seen"]),
            tuple(map(_change, changes)),
        )

    def _versions(self, listing: int) -> list[Version]:
        rows = self.db.execute(
            "SELECT * FROM version WHERE listing = ? ORDER BY known_from, rowid", (listing,)
        )
        return [
            Version(date.fromisoformat(r["known_from"]), r["snapshot"], from_columns(r), bool(r["gone"]))
            for r in rows
        ]

    def changes(
        self, list_id: str = "", *, silent: bool = False, since: str = ""
    ) -> Iterator[tuple[str, str, Change]]:
        """Changes as (list, name, change), oldest first; only silent ones if asked."""
        rows = self.db.execute(
            "SELECT c.*, l.key, l.name FROM change c JOIN listing l ON l.id = c.listing "
            "WHERE ? IN ('', c.list) AND (NOT ? OR NOT c.announced) AND c.known_on >= ? "
            "ORDER BY c.known_on, c.list, c.rowid",
            (list_id, int(silent), since),
        )
        return ((row["list"], row["name"], _change(row)) for row in rows)

    def fingerprint(self) -> str:
        """SHA-256 over all listings, versions and changes: equal for equal snapshots, in any order."""
        lines = []
        for table in ("listing", "version", "change"):
            names = [
                r["name"]
                for r in self.db.execute(f"PRAGMA table_info({table})")
                if r["name"] not in ("id", "listing")
            ]
            key = "NULL" if table == "listing" else "(SELECT key FROM listing l WHERE l.id = t.listing)"
            sql = f"SELECT {key}, {', '.join(names)} FROM {table} t"  # noqa: S608 (names from the schema)
            lines += [table + json.dumps(tuple(row), ensure_ascii=False) for row in self.db.execute(sql)]
        return digest("\n".join(sorted(lines))).hex()


def _reason(guard: Guard | None, snapshot: Snapshot, last: Snapshot | None) -> str:
    if guard is None:
        return ""
    try:
        guard(snapshot, last)
    except SverkaError as error:
        return error.problem.en
    return ""


def _places(row: sqlite3.Row) -> list[Place]:
    if not row["entries"]:
        return []
    return [Place(row["sha256"], where) for where in zlib.decompress(row["places"]).decode().split("\n")]


def _snapshot(row: sqlite3.Row, entries: tuple[Entry, ...]) -> Snapshot:
    return Snapshot(
        ListId(row["list"]),
        row["sha256"],
        date.fromisoformat(row["as_of"]),
        row["form"],
        frozenset(json.loads(row["states"])),
        row["rows"],
        json.loads(row["filled"]),
        entries,
    )


def _change(row: sqlite3.Row) -> Change:
    return Change(
        row["action"],
        row["field"],
        row["before"],
        row["after"],
        date.fromisoformat(row["known_on"]),
        bool(row["announced"]),
        row["earlier"],
        row["later"],
        row["key"],
    )


def _pack(ids: array.array[int]) -> bytes:
    little = array.array("I", ids)
    if sys.byteorder == "big":
        little.byteswap()
    return zlib.compress(little.tobytes())


def _unpack(data: bytes) -> array.array[int]:
    ids = array.array("I", zlib.decompress(data))
    if sys.byteorder == "big":
        ids.byteswap()
    return ids
