"""The two-time store: every listing as it was, as it was then known, in one SQLite file.

Everything in it follows from the snapshots alone, walked in the order of their dates; the order
of import never shows. `valid` time is what the list says (listed on, removed on), `known` time
is the date of the state that said so. Adding a snapshot and `settle` are one transaction each.
"""

from __future__ import annotations

import json
import sqlite3
from importlib import resources
from pathlib import Path

from ..model import Snapshot
from .queries import Queries
from .settle import Guard, settle
from .stored import keep_rows

_VERSION = 3  # PRAGMA user_version; another number means the store is rebuilt


class Store(Queries):
    """One SQLite file. Lists with new states wait for `settle` before they answer.

    An empty path is a private file that goes with the store.
    """

    def __init__(self, path: Path | str) -> None:
        super().__init__(sqlite3.connect(path))
        # The log is what must survive; the store may be rebuilt, but never be torn.
        self.db.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
            "PRAGMA journal_size_limit=67108864;"
        )
        if self._scalar("PRAGMA user_version") != _VERSION:
            self._create()

    def _create(self) -> None:
        found = self.db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')")
        for kind, name in found.fetchall():
            self.db.execute(f'DROP {kind} "{name}"')
        schema = resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
        self.db.executescript(schema + f"PRAGMA user_version = {_VERSION};")

    def close(self) -> None:
        """Release the file."""
        self.db.close()

    def add(self, snapshot: Snapshot, *, log_index: int, capture: str, obtained: dict[str, str]) -> None:
        """Keep a parsed state; `settle` its list afterwards. The same bytes twice are kept once.

        The entries are gone through once, in order.
        """
        if self.holds(snapshot.list_id, snapshot.sha256):
            return
        with self.db:
            entries, contents, places = keep_rows(self.db, snapshot.entries)
            row = self.db.execute(
                "INSERT INTO snapshot (list, sha256, as_of, form, states, rows, entries, filled, log_index, "
                "capture, obtained, set_aside, settled) VALUES (?,?,?,?,?,?,?,?,?,?,?,'',0)",
                (
                    snapshot.list_id,
                    snapshot.sha256,
                    snapshot.as_of.isoformat(),
                    snapshot.form,
                    json.dumps(sorted(snapshot.states)),
                    snapshot.rows,
                    entries,
                    json.dumps(dict(snapshot.filled), ensure_ascii=False, sort_keys=True),
                    log_index,
                    capture,
                    json.dumps(obtained, ensure_ascii=False, sort_keys=True),
                ),
            ).lastrowid
            self.db.execute("INSERT INTO snapshot_rows VALUES (?,?,?)", (row, contents, places))

    def add_failure(self, list_id: str, *, log_index: int, capture: str, obtained: dict[str, str]) -> None:
        """Keep an attempt that brought no list."""
        with self.db:
            self.db.execute(
                "INSERT OR IGNORE INTO failure VALUES (?,?,?,?)",
                (log_index, list_id, capture, json.dumps(obtained, ensure_ascii=False, sort_keys=True)),
            )

    def settle(self, list_id: str, guard: Guard | None = None) -> None:
        """Bring the listings, versions and changes of one list up to its states; see `settle`."""
        with self.db:
            settle(self.db, list_id, guard)
