"""What the record's commands share: opening it (its lock, its store caught up with its log), arguments."""

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
from ..sources import guard, list_ids, parse
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
    """The record, its store caught up with its log; locked against other writers if `write`.

    While another one writes, a reader sees the record as it was.
    """
    folder = record_folder(options)
    record = open_record(folder, create=create)
    lock = (folder / "lock").open("a")
    try:
        behind = record.lacking() or record.store.unsettled()
        mine = (write or behind) and _lock(lock.fileno())
        if write and not mine:
            raise UsageError(
                Text("Another sverka is writing to this record.", "В эту запись сейчас пишет другая sverka."),
                Text("Wait for it to end.", "Подождите, пока она закончит."),
            )
        if mine:
            progress("catching up")
            record.catch_up(read_state, guard)
            progress("")
        yield record
    finally:
        record.close()
        lock.close()


def _lock(handle: int) -> bool:
    if os.name != "posix":
        return True  # Windows: SQLite's own lock still keeps two writers apart
    import fcntl  # noqa: PLC0415 (not there on Windows)

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def arguments(options: Options, usage: str, least: int, most: int | None = None) -> list[str]:
    """What follows the command's name. Raises UsageError unless it is `least` to `most` words."""
    given = options.rest[1:]
    if len(given) < least or (most is not None and len(given) > most):
        raise UsageError(Text(f"Usage: sverka record {usage}", f"Как пользоваться: sverka record {usage}"))
    return given


def day(options: Options, flag: str) -> date | None:
    """The date an option gives, None if it was not given. Raises UsageError."""
    text = options.get(flag)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(
            Text(f"{flag} needs a date such as 2024-01-26.", f"Для {flag} нужна дата вида 2024-01-26.")
        ) from error


def known_list(name: str) -> ListId:
    """A list by its name. Raises UsageError if there is none of that name."""
    if name not in list_ids():
        known = ", ".join(list_ids())
        raise UsageError(
            Text(f"There is no list “{name}”.", f"Списка «{name}» нет."),
            Text(f"Known lists: {known}.", f"Известные списки: {known}."),
        )
    return ListId(name)


def progress(text: str) -> None:
    """Overwrite the line of progress, on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def tell(text: str) -> None:
    """A line of talk, to standard error."""
    sys.stderr.write(("\r\x1b[K" if sys.stderr.isatty() else "") + clean(text) + "\n")
