"""What the store answers. Everything is read as it is asked for, so that a list need not fit in memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from ..model import Change, Entry, Listing, Snapshot
from .changes import compare
from .rows import COLUMNS, from_columns
from .stored import StoredRows, snapshot_of, state_of_row
from .threads import Version

_ENTRY = ", ".join(f"v.{name}" for name in COLUMNS)
_PAGE = 500  # listings read together
_FEW = 3000  # versions that are sooner read and sorted than looked for among all
# The versions of listings that stood on the list on a day, those without a date among them.
_OF_DAY = """SELECT rowid AS at FROM version WHERE list = :list AND listed_on <= :valid
UNION ALL SELECT rowid FROM version WHERE list = :list AND listed_on IS NULL"""


class Standing(NamedTuple):
    """One answer of `as_of`. `listing`: its number in the store; answers come in this order."""

    listing: int
    entry: Entry


class Queries:
    """Questions to a store; the connection's owner sees to the rest."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.db.row_factory = sqlite3.Row

    def _scalar(self, sql: str, *args: object) -> Any:
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

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

    def unsettled(self) -> list[str]:
        """The lists with states that are not yet in their history."""
        rows = self.db.execute("SELECT DISTINCT list FROM snapshot WHERE NOT settled ORDER BY list")
        return [row[0] for row in rows]

    def _state(self, sha256: str) -> sqlite3.Row | None:
        """The row of a state by its digest or the beginning of it."""
        row: sqlite3.Row | None = self.db.execute(
            "SELECT * FROM snapshot WHERE sha256 LIKE ? || '%' ORDER BY id", (sha256.lower(),)
        ).fetchone()
        return row

    def snapshot(self, sha256: str) -> Snapshot | None:
        """A state with all its rows, by its digest or the beginning of it."""
        row = self._state(sha256)
        return snapshot_of(row, StoredRows(self.db, row)) if row else None

    def holds(self, list_id: str, sha256: str) -> bool:
        """Whether these bytes are already a state of this list."""
        sql = "SELECT 1 FROM snapshot WHERE list = ? AND sha256 = ?"
        return self._scalar(sql, list_id, sha256) is not None

    def diff(self, a: str, b: str) -> Iterator[Change] | None:
        """What state `b` changes against state `a`, as `changes.diff`; None if one is not there."""
        rows = [self._state(name) for name in (a, b)]
        if rows[0] is None or rows[1] is None:
            return None
        before, after = (StoredRows(self.db, row) for row in rows if row)
        return compare(state_of_row(rows[0]), before, state_of_row(rows[1]), after)

    def as_of(  # noqa: PLR0913 (two times and which part of the answer)
        self, list_id: str, *, valid: date, known: date, after: int = 0, limit: int = -1, offset: int = 0
    ) -> Iterator[Standing]:
        """Who stood on the list on the day `valid`, as was known on the day `known`.

        A listing without a date counts from the state that first held it. The order is that of
        first sight.

        Args:
            after: the last listing of the page before, the cheap way to the next one.
            offset: how many to pass over, read all the same. limit: negative for all.
        """
        # What the states of that day and before knew is a beginning of the listings.
        newest = self._scalar(
            "SELECT max(newest_listing) FROM snapshot WHERE list = ? AND as_of <= ?",
            list_id,
            known.isoformat(),
        )
        asked = {"list": list_id, "valid": valid.isoformat()}
        counted = self.db.execute(f"SELECT count(*) FROM ({_OF_DAY} LIMIT {_FEW + 1})", asked)  # noqa: S608
        few = counted.fetchone()[0] <= _FEW
        versions = f"({_OF_DAY}) CROSS JOIN version v ON v.rowid = at" if few else "version v"
        rows = self.db.execute(
            f"SELECT v.listing, v.snapshot, {_ENTRY} FROM {versions} "  # noqa: S608 (fixed names)
            "WHERE v.list = :list AND v.listing > :after AND v.listing <= :newest "
            "AND v.known_from <= :known AND v.known_to > :known AND NOT v.gone "
            "AND (v.listed_on <= :valid OR v.listed_on IS NULL "
            "AND (SELECT first_seen FROM designation d WHERE d.id = v.listing) <= :valid) "
            "AND (v.removed_on IS NULL OR v.removed_on > :valid) "
            "ORDER BY v.listing LIMIT :limit OFFSET :offset",
            {
                **asked,
                "after": after,
                "newest": newest or 0,
                "known": known.isoformat(),
                "limit": limit,
                "offset": offset,
            },
        )
        rows.row_factory = None
        return (Standing(row[0], from_columns(list_id, row[1], row[2:])) for row in rows)

    def history(self, list_id: str, number: str) -> list[tuple[Listing, list[Version]]]:
        """The listings under a number or key, each with its changes and versions."""
        rows = self.db.execute(
            "SELECT * FROM listing WHERE id IN ("
            "SELECT id FROM designation WHERE list = ?1 AND number = ?2 "
            "UNION SELECT id FROM designation WHERE list = ?1 AND base IN (?2, ?3)"
            ") AND (number = ?2 OR key = ?2) ORDER BY id",
            (list_id, number, number.rpartition("#")[0]),
        ).fetchall()
        return list(self._with_versions(list_id, rows))

    def listings(self, list_id: str) -> Iterator[Listing]:
        """All listings of a list, in order of first sight."""
        last = 0
        # The plus keeps SQLite to the order of the ids: by list it would sort all for every page.
        sql = "SELECT * FROM listing WHERE +list = ? AND id > ? ORDER BY id LIMIT ?"
        while rows := self.db.execute(sql, (list_id, last, _PAGE)).fetchall():
            yield from (listing for listing, _ in self._with_versions(list_id, rows))
            last = rows[-1]["id"]

    def count_listings(self, list_id: str) -> int:
        """How many listings a list has had."""
        return int(self._scalar("SELECT count(*) FROM designation WHERE list = ?", list_id))

    def _with_versions(
        self, list_id: str, rows: Sequence[sqlite3.Row]
    ) -> Iterator[tuple[Listing, list[Version]]]:
        for row in rows:
            versions = self._versions(list_id, row["id"])
            changes = self.db.execute(
                "SELECT c.*, ? AS key FROM change c WHERE listing = ? ORDER BY rowid", (row["key"], row["id"])
            )
            listing = Listing(
                row["key"],
                versions[-1].entry,
                date.fromisoformat(row["first_seen"]),
                date.fromisoformat(row["last_seen"]),
                tuple(map(_change, changes)),
            )
            yield listing, versions

    def _versions(self, list_id: str, listing: int) -> list[Version]:
        rows = self.db.execute(
            f"SELECT v.known_from, v.gone, v.snapshot, {_ENTRY} FROM version v "  # noqa: S608 (fixed names)
            "WHERE v.listing = ? ORDER BY v.rowid",
            (listing,),
        )
        return [
            Version(date.fromisoformat(known), snapshot, from_columns(list_id, snapshot, entry), bool(gone))
            for known, gone, snapshot, *entry in rows
        ]

    def changes(
        self, list_id: str = "", *, silent: bool = False, since: str = ""
    ) -> Iterator[tuple[str, str, Change]]:
        """Changes as (list, name, change), oldest first; only silent ones if asked."""
        rows = self.db.execute(
            "SELECT c.*, l.key, l.name FROM change c JOIN listing l ON l.id = c.listing "  # noqa: S608 (fixed)
            f"WHERE ? IN ('', c.list) AND c.known_on >= ? {'AND c.announced = 0 ' if silent else ''}"
            "ORDER BY c.known_on, c.list, c.listing, c.rowid",
            (list_id, since),
        )
        return ((row["list"], row["name"], _change(row)) for row in rows)

    def count_changes(self, list_id: str) -> tuple[int, int]:
        """How many changes a list has seen, and how many of them were silent."""
        sql = "SELECT count(*), total(NOT announced) FROM change WHERE list = ?"
        all_of_them, silent = self.db.execute(sql, (list_id,)).fetchone()
        return all_of_them, int(silent)

    def fingerprint(self) -> str:
        """SHA-256 over all listings, versions and changes: equal for equal snapshots, in any order."""
        return self._digest([self._all_of(table) for table in ("change", "listing", "version")])

    def fingerprint_of_memory(self) -> str:
        """The same over what the next state is compared with, in whatever numbers it is kept."""
        digests = {row[0]: row[1] for row in self.db.execute("SELECT id, sha256 FROM snapshot")}

        def words(stated: str) -> str:
            found = json.loads(stated) if stated else {}
            return json.dumps({name: [digests.get(said), form] for name, (said, form) in found.items()})

        self.db.create_function("words", 1, words, deterministic=True)
        key = "(SELECT key FROM listing l WHERE l.id = t.listing)"
        known = "(SELECT count(*) FROM designation d WHERE d.list = t.list AND d.id <= t.newest_listing)"
        return self._digest(
            [
                f"SELECT line('number', list, number, {key}) AS text FROM held_number t",  # noqa: S608 (fixed)
                "SELECT line('newest', list, sha256, as_of, ever) AS text FROM newest",
                f"SELECT line('state', sha256, settled, {known}) AS text FROM snapshot t",  # noqa: S608 (fixed)
                f"SELECT line('thread', list, {key}, seen, gone, numbers, words(stated), "  # noqa: S608 (fixed)
                "(SELECT entry FROM content c WHERE c.id = content), "
                "(SELECT sha256 FROM snapshot s WHERE s.id = read)) AS text FROM thread t",
            ]
        )

    def _all_of(self, table: str) -> str:
        names = [row["name"] for row in self.db.execute(f"PRAGMA table_info({table})")]
        columns = ", ".join(name for name in names if name not in ("id", "listing"))
        key = "NULL" if table == "listing" else "(SELECT key FROM listing l WHERE l.id = t.listing)"
        return f"SELECT line('{table}', {key}, {columns}) AS text FROM {table} t"  # noqa: S608 (the schema's names)

    def _digest(self, selects: Sequence[str]) -> str:
        self.db.create_function("line", -1, _line, deterministic=True)
        whole, between = sha256(), b""
        for select in selects:
            for row in self.db.execute(f"{select} ORDER BY text"):
                whole.update(between + row[0].encode())
                between = b"\n"
        return whole.hexdigest()


def _line(table: str, *values: object) -> str:
    return table + json.dumps(values, ensure_ascii=False)


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
