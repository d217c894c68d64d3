"""`sverka record export`: the record in other tools' forms, written as it is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from ..errors import Lang, Text, UsageError
from ..record import export
from ..record.keeper import Record
from ..sources import facts
from ._options import Options
from ._record import arguments, known_list, opened

Write = Callable[[IO[bytes]], None]


def run(options: Options, _lang: Lang) -> int:
    """Write the export to `--out` or standard output; a failed run leaves no file."""
    (form,) = arguments(options, "export ftm|csv|parquet|atom", 1, 1)
    chosen, out = options.get("--list"), options.get("--out")
    if form == "parquet" and not out and sys.stdout.isatty():
        raise UsageError(
            Text("Parquet is not for the eye: add --out FILE.", "Parquet не для глаз: добавьте --out ФАЙЛ.")
        )
    with opened(options) as record:
        write = _writer(form, record, [known_list(chosen)] if chosen else record.store.lists())
        if out:
            _whole(Path(out), write)
        else:
            write(sys.stdout.buffer)
    return 0


def _writer(form: str, record: Record, lists: list[str]) -> Write:
    store = record.store
    listings = (listing for name in lists for listing in store.listings(name))
    if form == "csv":
        return _lines(export.to_csv(listings))
    if form == "ftm":
        return _lines(export.to_ftm(listings, {name: facts(name) for name in lists}))
    if form == "parquet":
        return lambda out: export.to_parquet(listings, out)
    if form == "atom":
        changes = store.changes(lists[0] if len(lists) == 1 else "")
        title, address = "Sverka: " + ", ".join(lists), "urn:sverka:" + record.log.origin
        return _lines([export.to_atom(changes, title=title, address=address)])
    raise UsageError(
        Text("export knows ftm, csv, parquet and atom.", "export умеет ftm, csv, parquet и atom.")
    )


def _lines(lines: Iterable[str]) -> Write:
    return lambda out: out.writelines(line.encode() for line in lines)


def _whole(path: Path, write: Write) -> None:
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            write(out)
        part.replace(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()
