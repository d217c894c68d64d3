"""How fast and how large a record is, and whether that grows linearly.

    python benchmarks/record.py [--sizes 1000,10000,100000] [--states 50] [--folder DIR]

For each size a synthetic list of so many listings in so many weekly states: 0.2 % new a week,
0.05 % excluded, 0.02 % rewritten. Prints rows a second of adding (parsed states into log, captures
and store) and of settling (identity, versions, changes), the store's size, peak memory of the
process so far, and the time of the queries people wait for (median of 20). All times are processor
time, so that a busy machine does not show.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sverka.model import Entry, ListId, Name, Place, Snapshot
from sverka.record import diff
from sverka.record.capture import Obtained
from sverka.record.keeper import open_record

LIST = ListId("xx-synthetic")
START = date(2022, 12, 2)
STATES = frozenset(
    {"number", "official_name", "names", "listed_on", "removed_on", "legal_basis", "birth_year"}
)
SYLLABLES = ["ба", "во", "гу", "де", "жи", "зо", "ка", "лу", "ме", "ни", "по", "ра", "су", "те", "фо", "ши"]
HANDED = Obtained("2026-01-16T12:00:00Z", "handed over", name="synthetic")


def person(number: int, rng: random.Random, day: date) -> Entry:
    name = " ".join("".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(3))
    return Entry(
        LIST,
        str(number),
        "person",
        name,
        (Name(name),),
        Place("", f"row {number}"),
        listed_on=day,
        legal_basis=("Статья 7 Федерального закона от 14.07.2022 № 255-ФЗ",),
        birth_year=rng.randint(1930, 2006),
    )


def weekly(size: int, states: int) -> Iterator[Snapshot]:
    """States one by one; only the present one is held."""
    rng = random.Random(size)
    rows = [person(n, rng, START - timedelta(days=rng.randrange(3000))) for n in range(1, size + 1)]
    for week in range(states):
        day = START + timedelta(weeks=week)
        digest = hashlib.sha256(f"{size} {week}".encode()).hexdigest()
        yield Snapshot(LIST, digest, day, "synthetic", STATES, len(rows), {"number": len(rows)}, tuple(rows))
        for at in rng.sample(range(len(rows)), max(1, size // 2000)):
            rows[at] = replace(rows[at], removed_on=day)
        for at in rng.sample(range(len(rows)), max(1, size // 5000)):
            rows[at] = replace(rows[at], birth_year=rng.randint(1930, 2006))
        rows += [person(len(rows) + n, rng, day + timedelta(days=6)) for n in range(1, max(2, size // 500))]


def median(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, median of 20."""
    times = []
    for _ in range(20):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return statistics.median(times) * 1000


def measure(size: int, states: int, folder: Path) -> None:
    record = open_record(folder, create=True)
    rows, adding, last = 0, 0.0, None
    before = None
    for snapshot in weekly(size, states):
        begun = time.process_time()
        record.add(json.dumps(snapshot.sha256).encode(), snapshot, HANDED)
        adding += time.process_time() - begun
        rows += snapshot.rows
        before, last = last, snapshot
    begun = time.process_time()
    record.settle()
    settling = time.process_time() - begun
    store = record.store
    rng = random.Random(1)
    middle = START + timedelta(weeks=states // 2)
    history = median(lambda: store.history(LIST, str(rng.randint(1, size))))
    page = median(lambda: store.as_of(LIST, valid=middle, known=middle, limit=1000))
    begun = time.process_time()
    changes = sum(1 for _ in store.changes(LIST, silent=True))
    silent = (time.process_time() - begun) * 1000
    assert before is not None and last is not None
    begun = time.process_time()
    between = len(diff(before, last))
    comparing = time.process_time() - begun
    disk = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:,} listings x {states} states, {rows:,} rows:")
    print(f"  add {rows / adding:,.0f} rows/s ({adding:.0f} s)")
    print(f"  settle {rows / settling:,.0f} rows/s ({settling:.0f} s)")
    print(f"  {disk / 1e6:,.1f} MB on disk, peak memory {peak:,.0f} MB")
    print(f"  history {history:.1f} ms, as_of of 1,000 rows {page:.1f} ms")
    print(f"  {changes:,} silent changes {silent:.0f} ms")
    print(f"  diff of two states {comparing:.1f} s ({between} changes)", flush=True)
    record.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument("--states", type=int, default=50)
    options.add_argument("--folder", type=Path)
    args = options.parse_args()
    for size in map(int, args.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            measure(size, args.states, Path(folder))


if __name__ == "__main__":
    main()
