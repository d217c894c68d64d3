"""Opening a record from a command: where it lies, its lock, its store caught up with its log."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ..errors import Text, UsageError
from ..model import ListId, Snapshot
from ..record.keeper import Record, open_record
from ..sources import guard, parse
from ._options import Options
from ._terminal import clean

DEFAULT_FOLDER = "sverka-record"


def record_folder(options: Options) -> Path:
    """Where the record lies."""
    return Path(options.get("--record") or os.environ.get("SVERKA_RECORD") or DEFAULT_FOLDER)


def read_state(list_id: ListId, data: bytes, name: str, as_of: date | None) -> Snapshot:
    """`sources.parse` as the record calls it."""
    return parse(list_id, data, name=name, as_of=as_of)


@contextmanager
def opened(options: Options, *, create: bool = False, write: bool = False) -> Iterator[Record]:
    """The record, its store caught up with its log; locked against other writers if `write`."""
    folder = record_folder(options)
    record = open_record(folder, create=create)
    lock = (folder / "lock").open("a")
    try:
        if write:
            _lock(lock.fileno())
        if record.lacking():
            _lock(lock.fileno())
            record.catch_up(read_state, guard)
        yield record
    finally:
        record.close()
        lock.close()


def _lock(handle: int) -> None:
    if os.name != "posix":
        return  # Windows: SQLite's own lock still keeps two writers apart
    import fcntl  # noqa: PLC0415 (not there on Windows)

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(
            Text("Another sverka is writing to this record.", "В эту запись сейчас пишет другая sverka."),
            Text("Wait for it to end.", "Подождите, пока она закончит."),
        ) from error


def progress(text: str) -> None:
    """Overwrite the line of progress, on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def tell(text: str) -> None:
    """A line of talk, to standard error."""
    sys.stderr.write(("\r\x1b[K" if sys.stderr.isatty() else "") + clean(text) + "\n")
