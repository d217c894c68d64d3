"""A record on disk: captures, the log that commits to them, and the store worked out from both.

The order of an addition, each step durable before the next:

1. the capture (a WACZ) is put in its place;
2. the log commits to it: from here on it is part of the record;
3. the store takes it in.

A power cut after 1 leaves a file nobody refers to; after 2, a store that lacks the newest
states, which `catch_up` fills from the captures. Nothing the log holds is ever lost or changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..bundle.note import Note
from ..bundle.tlog import Proof
from ..errors import SourceError, Text, TrustError, UsageError
from ..model import ListId, Snapshot
from .capture import Obtained, read_capture, write_capture
from .disk import Disk, RealDisk, get, put
from .log import CHECKPOINT, Log
from .settle import Guard
from .store import Store

SNAPSHOT_HEAD, FAILURE_HEAD = "sverka snapshot v1", "sverka failure v1"
DEFAULT_ORIGIN = "sverka.local/record"
_ORIGIN_FILE = "origin"

Parse = Callable[[ListId, bytes, str, date | None], Snapshot]


class RecordDamagedError(TrustError):
    """Something in the record is not what the log says it is."""

    def __init__(self, what: str) -> None:
        super().__init__(
            Text(f"The record is damaged: {what}.", f"Запись повреждена: {what}."),
            Text(
                "Restore it from a copy; `sverka record verify` names everything that is wrong.",
                "Восстановите её из копии; `sverka record verify` назовёт всё, что не так.",
            ),
        )


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What the log holds of one capture. `failure`: an attempt that brought no list."""

    list_id: str
    sha256: str
    length: int
    as_of: str
    capture: str
    capture_sha256: str
    obtained: Mapping[str, str]
    failure: bool = False

    def text(self) -> bytes:
        """The bytes that are hashed into the tree: one fact a line, the obtaining as JSON."""
        return "\n".join(
            [
                FAILURE_HEAD if self.failure else SNAPSHOT_HEAD,
                f"list {self.list_id}",
                f"sha256 {self.sha256}",
                f"length {self.length}",
                f"as-of {self.as_of}",
                f"capture {self.capture}",
                f"capture-sha256 {self.capture_sha256}",
                "obtained " + json.dumps(dict(self.obtained), ensure_ascii=False, sort_keys=True),
                "",
            ]
        ).encode()


def read_entry(data: bytes) -> LogEntry | None:
    """A capture's log entry; None for an entry of another kind (a release)."""
    lines = data.decode("utf-8", "replace").split("\n")
    if lines[0] not in (SNAPSHOT_HEAD, FAILURE_HEAD) or len(lines) != 9:
        return None
    words = [line.partition(" ")[2] for line in lines[1:8]]
    return LogEntry(
        words[0],
        words[1],
        int(words[2]),
        words[3],
        words[4],
        words[5],
        json.loads(words[6]),
        lines[0] == FAILURE_HEAD,
    )


class Record:
    """A record in a folder. Use `open_record`; one process at a time may write."""

    def __init__(self, disk: Disk, store: Store, origin: str = DEFAULT_ORIGIN) -> None:
        self.disk, self.store = disk, store
        kept = get(disk, _ORIGIN_FILE)
        if kept is None:
            put(disk, _ORIGIN_FILE, origin.encode() + b"\n")
        self.log = Log(disk, kept.decode().strip() if kept else origin)

    def add(self, data: bytes, snapshot: Snapshot, obtained: Obtained) -> bool:
        """Keep one state; False if these bytes were already kept. Call `settle` after the last.

        Raises: OSError if the disk fails; then it was not added.
        """
        if self.store.holds(snapshot.list_id, snapshot.sha256):
            return False
        day = snapshot.as_of.isoformat()
        path = f"captures/{snapshot.list_id}/{day}-{snapshot.sha256[:16]}.wacz"
        entry = self._commit(path, snapshot.list_id, data, day, obtained)
        self.store.add(snapshot, log_index=self.log.size - 1, capture=path, obtained=dict(entry.obtained))
        return True

    def add_failure(self, list_id: str, obtained: Obtained) -> str:
        """Keep an attempt that brought no list, and why; returns the capture's path."""
        stamp = "".join(c for c in obtained.at if c.isalnum())
        path = f"captures/{list_id}/failed-{stamp}.wacz"
        entry = self._commit(path, list_id, b"", obtained.at[:10], obtained)
        self.store.add_failure(
            list_id, log_index=self.log.size - 1, capture=path, obtained=dict(entry.obtained)
        )
        return path

    def _commit(self, path: str, list_id: str, data: bytes, day: str, obtained: Obtained) -> LogEntry:
        capture = write_capture(list_id, data, obtained)
        put(self.disk, path, capture)
        entry = LogEntry(
            list_id,
            hashlib.sha256(data).hexdigest(),
            len(data),
            day,
            path,
            hashlib.sha256(capture).hexdigest(),
            obtained.facts(),
            bool(obtained.failure),
        )
        self.log.append([entry.text()])
        return entry

    def settle(self, guard: Guard | None = None) -> None:
        """Work out the listings of the lists that got new states; `guard` as for `Store.settle`."""
        for list_id in self.store.unsettled():
            self.store.settle(list_id, guard)

    def lacking(self) -> list[tuple[int, LogEntry]]:
        """What the log holds and the store does not, after a power cut or with a new store."""
        have = {row["log_index"] for row in (*self.store.snapshots(), *self.store.failures())}
        seen = {(row["list"], row["sha256"]) for row in self.store.snapshots()}
        return [
            (i, e)
            for i, e in self.entries()
            if i not in have and (e.failure or (e.list_id, e.sha256) not in seen)
        ]

    def catch_up(self, parse: Parse, guard: Guard | None = None) -> int:
        """Bring the store up to the log; returns how many captures it lacked.

        A capture that this version's parser refuses is listed among the failures, with the reason.
        """
        missing = self.lacking()
        for index, entry in missing:
            where = {"log_index": index, "capture": entry.capture}
            told = dict(entry.obtained)
            try:
                if entry.failure:
                    self.store.add_failure(entry.list_id, obtained=told, **where)  # type: ignore[arg-type]
                    continue
                day = date.fromisoformat(entry.as_of)
                snapshot = parse(ListId(entry.list_id), self.payload(entry), told.get("name", ""), day)
            except SourceError as error:
                told["failure"] = f"refused by this version: {error.problem.en}"
                self.store.add_failure(entry.list_id, obtained=told, **where)  # type: ignore[arg-type]
                continue
            self.store.add(snapshot, obtained=told, **where)  # type: ignore[arg-type]
        self.settle(guard)
        return len(missing)

    def entries(self) -> Iterator[tuple[int, LogEntry]]:
        """The captures the log commits to, with their index."""
        for index, data in enumerate(self.log.entries()):
            entry = read_entry(data)
            if entry is not None:
                yield index, entry

    def payload(self, entry: LogEntry) -> bytes:
        """The published bytes behind a log entry. Raises RecordDamagedError if they are not those."""
        capture = get(self.disk, entry.capture)
        if capture is None or hashlib.sha256(capture).hexdigest() != entry.capture_sha256:
            raise RecordDamagedError(entry.capture)
        data, _ = read_capture(capture)
        if hashlib.sha256(data).hexdigest() != entry.sha256 or len(data) != entry.length:
            raise RecordDamagedError(entry.capture)
        return data

    def proof(self, index: int, checkpoint: Note, size: int) -> Proof:
        """The tlog-proof of an entry under a signed checkpoint of `size` entries."""
        data = next(entry for at, entry in enumerate(self.log.entries()) if at == index)
        return Proof(data, index, tuple(self.log.tiles().inclusion(index, size)), checkpoint)

    def sign(self, note: Note) -> None:
        """Keep a signed checkpoint of the present head."""
        if note.text != str(self.log.head):
            raise UsageError("the checkpoint is not of the present head")
        put(self.disk, CHECKPOINT, str(note).encode())

    def close(self) -> None:
        """Release the store."""
        self.store.close()


def open_record(folder: Path, *, origin: str = DEFAULT_ORIGIN, create: bool = False) -> Record:
    """Open the record in `folder`. Raises UsageError if there is none and `create` is not asked for."""
    if not create and not (folder / _ORIGIN_FILE).is_file():
        raise UsageError(
            Text(f"There is no record in {folder}.", f"В папке {folder} записи нет."),
            Text(
                "`sverka record add` begins one; --record DIR names another folder.",
                "`sverka record add` начнёт её; --record ПАПКА укажет другую папку.",
            ),
        )
    folder.mkdir(parents=True, exist_ok=True)
    return Record(RealDisk(folder), Store(folder / "record.sqlite"), origin)
