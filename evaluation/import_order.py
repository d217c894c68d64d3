"""The whole history of a list imported in date order and in random orders: one record, or not.

    python evaluation/import_order.py DATA_DIR [--list ru-foreign-agents] [--orders 3]

Each state is added and the record settled before the next comes, as a keeper would over years.
Prints the record's fingerprint for each order, then the times of the two queries people wait for.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from silent_edits import DAY, FOLDERS, files

from sverka.errors import SverkaError
from sverka.model import ListId, Snapshot
from sverka.record.capture import Obtained
from sverka.record.keeper import Record, open_record
from sverka.sources import guard, parse


def states(data: Path, list_id: str) -> list[tuple[Path, Snapshot]]:
    """Everything that is sound by itself."""
    found = []
    for path in files(data, list_id):
        day = DAY.search(path.name)
        try:
            snapshot = parse(
                ListId(list_id),
                path.read_bytes(),
                name=path.name,
                as_of=date.fromisoformat(day.group()) if day else None,
            )
            guard(snapshot, None)
        except SverkaError as error:
            print(f"refused {path.name}: {error.problem.en}")
            continue
        found.append((path, snapshot))
    return found


def keep(found: list[tuple[Path, Snapshot]], folder: str) -> Record:
    record = open_record(Path(folder), create=True)
    for path, snapshot in found:
        record.add(
            path.read_bytes(), snapshot, Obtained("2026-01-16T12:00:00Z", "handed over", name=path.name)
        )
        record.settle(guard)
    return record


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--list", default="ru-foreign-agents", choices=sorted(FOLDERS))
    options.add_argument("--orders", type=int, default=3)
    args = options.parse_args()
    begun = time.perf_counter()
    found = states(args.data, args.list)
    print(f"{len(found)} states read in {time.perf_counter() - begun:.0f} s")
    prints, record = set(), None
    for order in range(args.orders + 1):
        mixed = random.Random(order).sample(found, len(found)) if order else found
        begun = time.perf_counter()
        record = keep(mixed, tempfile.mkdtemp())
        prints.add(record.store.fingerprint())
        aside = [row["as_of"] for row in record.store.snapshots() if row["set_aside"]]
        size = sum(p.stat().st_size for p in record.disk.folder.rglob("*") if p.is_file())  # type: ignore[attr-defined]
        print(
            f"{'random' if order else 'date'} order: {record.store.fingerprint()[:16]}, set aside {aside}, "
            f"{time.perf_counter() - begun:.0f} s, {size / 1e6:.1f} MB"
        )
    assert record is not None
    store, middle = record.store, date(2024, 1, 1)
    for name, work in (
        ("as_of", lambda: list(store.as_of(args.list, valid=middle, known=middle))),
        ("history", lambda: store.history(args.list, "431")),
    ):
        times = []
        for _ in range(20):
            at = time.process_time()
            work()
            times.append((time.process_time() - at) * 1000)
        print(f"{name}: {statistics.median(times):.1f} ms of processor time, median of 20")
    return 0 if len(prints) == 1 else 1


if __name__ == "__main__":
    raise SystemExit(main())
