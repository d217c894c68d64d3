"""The listings of a list as they lie in the store, for the walk from one state to the next."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import cast

from ..model import Change, Entry
from .rows import COLUMNS, from_columns, to_columns
from .stored import BATCH, state_of_row
from .threads import State, Thread, Version, Word, name_and_date, stated_by

NEVER = "9999-12-31"
_PARSED = 4096  # ways of having been stated that are kept read; most listings share a few

_OPEN_VERSION = (
    f"JOIN version v ON v.list = t.list AND v.listing = t.listing AND v.known_to = '{NEVER}'"
)
_ENTRY = "v.snapshot, " + ", ".join(f"v.{name}" for name in COLUMNS)
# In the order in which a chunk's writes are done: a version ends before the next begins.
_END = "UPDATE version SET known_to = ? WHERE listing = ? AND known_to = ?"
_VERSION = (
    f"INSERT INTO version (listing, list, known_from, known_to, snapshot, gone, {', '.join(COLUMNS)}) "  # noqa: S608
    f"VALUES ({', '.join('?' * (6 + len(COLUMNS)))})"
)
_BEGIN = "INSERT INTO designation VALUES (?,?,?,?,?,?,?,NULL,NULL)"
_AGAIN = "UPDATE designation SET number = ?, name = ?, last_seen = NULL, last_snapshot = NULL WHERE id = ?"
_THREAD = "INSERT INTO thread VALUES (?,?,?,1,0,?,?,'')"
_READ = (
    "UPDATE thread SET content = ?, seen = ?, gone = ?, numbers = ?, read = ?, stated = ? "
    "WHERE list = ? AND listing = ?"
)
_CHANGE = "INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?)"
_WRITES = (_END, _VERSION, _BEGIN, _AGAIN, _THREAD, _READ, _CHANGE)


class StoredThreads:
    """The listings of one list in the store; 14 bytes each are held, and a chunk of what is read."""

    def __init__(self, db: sqlite3.Connection, list_id: str, snapshots: Sequence[sqlite3.Row]) -> None:
        self._db, self._list = db, list_id
        self._states = {row["id"]: state_of_row(row) for row in snapshots}
        self._ids = {row["sha256"]: row["id"] for row in snapshots}
        found = db.execute("SELECT snapshot FROM newest WHERE list = ?", (list_id,)).fetchone()
        self.last: State | None = self._states[found[0]] if found else None
        self._listings, self.contents = array("q"), array("I")
        self.seen, self.gone = bytearray(), bytearray()
        sql = "SELECT listing, content, seen, gone FROM thread WHERE list = ? ORDER BY listing"
        for listing, content, seen, gone in db.execute(sql, (list_id,)):
            self._listings.append(listing)
            self.contents.append(content)
            self.seen.append(seen)
            self.gone.append(gone)
        self.newest_listing: int = db.execute("SELECT coalesce(max(id), 0) FROM designation").fetchone()[0]
        self._parsed: dict[tuple[int, str], dict[str, Word]] = {}
        self._writes: dict[str, list[tuple[object, ...]]] = {sql: [] for sql in _WRITES}

    def read(self, positions: Sequence[int]) -> Iterator[Thread]:
        found = {}
        for row in self._some(
            "t.listing, t.read, t.stated, t.gone, t.numbers, d.last_seen, d.last_snapshot, " + _ENTRY,
            "JOIN designation d ON d.id = t.listing " + _OPEN_VERSION,
            positions,
        ):
            listing, read, stated, gone, numbers, last_seen, last_snapshot, snapshot, *columns = row
            if last_seen is None:
                assert self.last is not None
                day, last_snapshot = self.last.as_of, self.last.sha256
            else:
                day = date.fromisoformat(last_seen)
            entry = from_columns(self._list, snapshot, columns)
            words = self._words(read, stated)
            sha256 = self._states[read].sha256
            found[listing] = Thread(entry, words, sha256, day, last_snapshot, bool(gone), numbers)
        return (found[self._listings[at]] for at in positions)

    def entries(self, positions: Sequence[int]) -> Iterator[Entry]:
        rows = self._some("t.listing, " + _ENTRY, _OPEN_VERSION, positions)
        found = {row[0]: from_columns(self._list, row[1], tuple(row)[2:]) for row in rows}
        return (found[self._listings[at]] for at in positions)

    def numbers(self, positions: Sequence[int]) -> Iterator[str]:
        rows = self._some("t.listing, d.number", "JOIN designation d ON d.id = t.listing", positions)
        found = {row[0]: row[1] for row in rows}
        return (found[self._listings[at]] for at in positions)

    def _some(self, columns: str, join: str, positions: Sequence[int]) -> Iterator[sqlite3.Row]:
        for at in range(0, len(positions), BATCH):
            some = [self._listings[j] for j in positions[at : at + BATCH]]
            sql = (
                f"SELECT {columns} FROM thread t {join} "  # noqa: S608 (fixed names and question marks)
                f"WHERE t.list = ? AND t.listing IN ({', '.join('?' * len(some))})"
            )
            yield from self._db.execute(sql, (self._list, *some)).fetchall()

    def _words(self, read: int, stated: str) -> dict[str, Word]:
        known = self._parsed.get((read, stated))
        if known is None:
            known = stated_by(self._states[read])
            for name, (snapshot, form) in json.loads(stated).items() if stated else ():
                state = self._states[snapshot]
                known[name] = Word(state.as_of, state.sha256, form)
            if len(self._parsed) > _PARSED:
                self._parsed.clear()
            self._parsed[read, stated] = known
        return dict(known)

    def add(self, content: Hashable, begun: tuple[Thread, Change, Version]) -> None:
        thread, change, version = begun
        self.newest_listing += 1
        listing, entry = self.newest_listing, thread.entry
        self._listings.append(listing)
        self.contents.append(cast(int, content))
        self.seen.append(1)
        self.gone.append(0)
        base = name_and_date(entry)
        if entry.number and not self._share(listing, entry.number):
            base = entry.number
        self._later(
            _BEGIN,
            (
                listing,
                self._list,
                base,
                entry.number,
                entry.official_name,
                version.known_from.isoformat(),
                version.snapshot,
            ),
        )
        self._later(_THREAD, (self._list, listing, content, thread.numbers, self._ids[thread.read]))
        self._version(listing, version)
        self._changes(listing, [change])

    def keep(
        self, at: int, content: Hashable, thread: Thread, made: Sequence[Change], version: Version | None
    ) -> None:
        listing, entry = self._listings[at], thread.entry
        self.contents[at] = cast(int, content)
        if version:
            end = (version.known_from.isoformat(), listing, NEVER)
            self._later(_END, end)
            self._version(listing, version)
        self._changes(listing, made)
        thread.numbers += self._number(listing, entry.number, thread.numbers)
        if self.seen[at]:
            self._later(_AGAIN, (entry.number, entry.official_name, listing))
        self._later(
            _READ,
            (
                content,
                self.seen[at],
                int(thread.gone),
                thread.numbers,
                self._ids[thread.read],
                self._exceptions(thread),
                self._list,
                listing,
            ),
        )

    def _number(self, listing: int, number: str, before: int) -> int:
        """Keep that a listing is stated under a number; 1 if it never was. `before`: how many it had."""
        held = "SELECT 1 FROM held_number WHERE list = ? AND number = ? AND listing = ?"
        if not number or self._db.execute(held, (self._list, number, listing)).fetchone():
            return 0
        shared = self._share(listing, number)
        self.flush()
        base = self._name_and_date(listing) if before or shared else number
        self._db.execute("UPDATE designation SET base = ? WHERE id = ?", (base, listing))
        return 1

    def _share(self, listing: int, number: str) -> bool:
        """Keep a listing's new number; whether another was ever stated under it, which is then no key."""
        sql = "SELECT listing FROM held_number WHERE list = ? AND number = ?"
        others = [row[0] for row in self._db.execute(sql, (self._list, number))]
        self._db.execute("INSERT INTO held_number VALUES (?,?,?)", (self._list, number, listing))
        if len(others) == 1:  # of more than one, none is known by it any more
            self.flush()
            base = self._name_and_date(others[0])
            self._db.execute("UPDATE designation SET base = ? WHERE id = ?", (base, others[0]))
        return bool(others)

    def _name_and_date(self, listing: int) -> str:
        names = ", ".join(COLUMNS)
        row = self._db.execute(
            f"SELECT snapshot, {names} FROM version WHERE listing = ? ORDER BY rowid LIMIT 1",  # noqa: S608
            (listing,),
        ).fetchone()
        return name_and_date(from_columns(self._list, row[0], tuple(row)[1:]))

    def _exceptions(self, thread: Thread) -> str:
        state = self._states[self._ids[thread.read]]
        other = {
            name: [self._ids[word.sha256], word.form]
            for name, word in thread.stated.items()
            if word.sha256 != state.sha256 or word.form != state.form or name not in state.states
        }
        return json.dumps(other, sort_keys=True) if other else ""

    def lose(self, positions: Sequence[int]) -> None:
        assert self.last is not None
        day, sha256 = self.last.as_of.isoformat(), self.last.sha256
        listings = [self._listings[at] for at in positions]
        self._db.executemany(
            "UPDATE designation SET last_seen = ?, last_snapshot = ? WHERE id = ?",
            ((day, sha256, listing) for listing in listings),
        )
        self._db.executemany(
            "UPDATE thread SET seen = 0 WHERE list = ? AND listing = ?",
            ((self._list, listing) for listing in listings),
        )

    def flush(self) -> None:
        """Write what was kept."""
        for sql in _WRITES:
            if rows := self._writes[sql]:
                self._db.executemany(sql, rows)
                rows.clear()

    def _later(self, sql: str, row: tuple[object, ...]) -> None:
        self._writes[sql].append(row)

    def _version(self, listing: int, version: Version) -> None:
        known_from, columns = version.known_from.isoformat(), to_columns(version.entry)
        if version.gone:
            columns = (*columns[:-1], "")  # it stands nowhere
        fixed = (listing, self._list, known_from, NEVER, version.snapshot, int(version.gone))
        self._later(_VERSION, fixed + columns)

    def _changes(self, listing: int, made: Sequence[Change]) -> None:
        for c in made:
            known_on = c.known_on.isoformat()
            row = (listing, self._list, known_on, c.action, c.field, c.before, c.after, int(c.announced))
            self._later(_CHANGE, (*row, c.earlier, c.later))
