"""Working states into listings, versions and changes, in the store.

A state newer than all settled ones is compared with them and costs what its own rows cost. An
older one changes what came after it, so its list is worked out anew, state by state. Either way
the result is the same, is written in one transaction, and what is held in memory is some 200
bytes for each listing, never their words.
"""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from collections.abc import Callable

from ..errors import SverkaError
from ..model import Snapshot
from .listings import StoredThreads
from .stored import StoredRows, snapshot_of, state_of_row
from .walk import Walk

Guard = Callable[[Snapshot, Snapshot | None], None]
"""Raises SverkaError for a state that cannot follow the other."""

_TABLES = ("change", "version", "thread", "held_number", "designation", "newest")


def settle(db: sqlite3.Connection, list_id: str, guard: Guard | None) -> None:
    """Bring a list's listings, versions and changes up to its states. Call within a transaction.

    A state that `guard` refuses beside the one before it is set aside with the reason: which
    states make the history depends on all that are there, never on the order they came in.
    """
    rows = db.execute(
        "SELECT * FROM snapshot WHERE list = ? ORDER BY as_of, sha256", (list_id,)
    ).fetchall()
    new = next((at for at, row in enumerate(rows) if not row["settled"]), len(rows))
    if new == len(rows):
        return
    if any(row["settled"] for row in rows[new:]):
        new = 0
        for table in _TABLES:
            db.execute(f"DELETE FROM {table} WHERE list = ?", (list_id,))  # noqa: S608 (fixed names)
    threads = StoredThreads(db, list_id, rows)
    found = db.execute("SELECT snapshot, ever FROM newest WHERE list = ?", (list_id,)).fetchone()
    walk = Walk(threads, frozenset(json.loads(found["ever"])) if found else frozenset())
    watch = _Watch(db, guard, next((row for row in rows if found and row["id"] == found["snapshot"]), None))
    for row in rows[new:]:
        state_rows = StoredRows(db, row)
        reason = watch.reason(row, state_rows)
        if not reason:
            deque(walk.step(state_of_row(row), state_rows), maxlen=0)
            ever = json.dumps(sorted(walk.ever))
            head = (list_id, row["id"], row["sha256"], row["as_of"], ever)
            db.execute("INSERT OR REPLACE INTO newest VALUES (?,?,?,?,?)", head)
        db.execute(
            "UPDATE snapshot SET settled = 1, set_aside = ?, newest_listing = ? WHERE id = ?",
            (reason, threads.newest_listing, row["id"]),
        )


class _Watch:
    """Holds each state against the one before it that made the history."""

    def __init__(self, db: sqlite3.Connection, guard: Guard | None, last: sqlite3.Row | None) -> None:
        self._guard = guard
        self._last = snapshot_of(last, StoredRows(db, last)) if guard and last else None

    def reason(self, row: sqlite3.Row, rows: StoredRows) -> str:
        """Why a state is set aside; "" if it is not."""
        if self._guard is None:
            return ""
        snapshot = snapshot_of(row, rows)
        try:
            self._guard(snapshot, self._last)
        except SverkaError as error:
            return error.problem.en
        self._last = snapshot
        return ""
