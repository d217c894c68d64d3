"""How fast and how large a record is, and whether that grows linearly with bounded memory.

    python benchmarks/record.py [--sizes 10000,100000,1000000] [--states 50] [--folder DIR] [--quick]

For each size, in a process of its own, a synthetic list of so many listings in so many weekly
states: 0.2 % new a week, 0.05 % excluded, 0.02 % rewritten. Rows are made when they are asked for,
never held. Each state is added and settled before the next, as a keeper would over years. Prints
rows a second of adding (parsed rows into log, captures and store; making the rows is not counted)
and of settling (identity, versions, changes), what the last state alone took, the size, peak memory
so far, and the time of the queries people wait for (median of 20). Then, unless `--quick`, the two
costly cases: a state in another form with other words in every row, so that all are joined by number,
name and date and compared field by field; and an older state that comes late, so that all are worked
out anew. All times are processor time, so that a busy
machine does not show.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from sverka.model import Entry, ListId, Name, Place, Snapshot
from sverka.record.capture import Obtained
from sverka.record.keeper import Record, open_record

LIST = ListId("xx-synthetic")
START = date(2022, 12, 2)
STATES = frozenset(
    {"number", "official_name", "names", "listed_on", "removed_on", "legal_basis", "birth_year"}
)
SYLLABLES = ["ба", "во", "гу", "де", "жи", "зо", "ка", "лу", "ме", "ни", "по", "ра", "су", "те", "фо", "ши"]
WORDS = ["".join(some).capitalize() for some in itertools.product(SYLLABLES, repeat=3)]
DAYS = [START - timedelta(days=n) for n in range(3000)]
LAW = ("Статья 7 Федерального закона от 14.07.2022 № 255-ФЗ",)
LAW_OTHERWISE = ("ст. 7 Федерального закона № 255-ФЗ (14.07.2022)",)  # as another form spells it
HANDED = Obtained("2026-01-16T12:00:00Z", "handed over", name="synthetic")


@dataclass
class Weekly:
    """The list as it stands this week. `making`: seconds spent on making rows."""

    size: int
    count: int
    week: int = 0
    removed: dict[int, date] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    added: list[tuple[int, date]] = field(default_factory=list)  # from this number on, this date
    law: tuple[str, ...] = LAW
    making: float = 0.0

    def pass_week(self) -> None:
        rng, day = random.Random(f"{self.size} {self.week}"), START + timedelta(weeks=self.week)
        for number in rng.sample(range(1, self.count + 1), max(1, self.count // 2000)):
            self.removed[number] = day
        for number in rng.sample(range(1, self.count + 1), max(1, self.count // 5000)):
            self.years[number] = rng.randint(1930, 2006)
        self.week += 1
        self.added.append((self.count + 1, day + timedelta(days=6)))
        self.count += max(1, self.size // 500)

    def __iter__(self) -> Iterator[Entry]:
        for first in range(1, self.count + 1, 1000):
            begun = time.process_time()
            rows = [self.row(number) for number in range(first, min(first + 1000, self.count + 1))]
            self.making += time.process_time() - begun
            yield from rows

    def row(self, number: int) -> Entry:
        mixed = (number + self.size) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        mixed = (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
        name = f"{WORDS[mixed & 4095]} {WORDS[mixed >> 12 & 4095]} {WORDS[mixed >> 24 & 4095]}"
        listed = DAYS[(mixed >> 36) % 3000]
        if number > self.size:
            listed = next(day for start, day in reversed(self.added) if start <= number)
        return Entry(
            LIST,
            str(number),
            "person",
            name,
            (Name(name),),
            Place("", f"row {number}"),
            "",
            listed,
            None,
            self.removed.get(number),
            self.law,
            self.years.get(number) or 1930 + (mixed >> 48) % 77,
        )

    def snapshot(self, form: str = "synthetic") -> Snapshot:
        day = START + timedelta(weeks=self.week)
        digest = hashlib.sha256(f"{self.size} {self.week} {form}".encode()).hexdigest()
        rows = cast(tuple[Entry, ...], self)  # gone through once, so it need not be held
        return Snapshot(LIST, digest, day, form, STATES, self.count, {"number": self.count}, rows)


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def median(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, median of 20."""
    return statistics.median(timed(work) for _ in range(20)) * 1000


def peak() -> float:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def add(record: Record, list_: Weekly, form: str = "synthetic") -> float:
    """Add the present state; seconds without the making of its rows."""
    made, snapshot = list_.making, list_.snapshot(form)
    spent = timed(lambda: record.add(json.dumps(snapshot.sha256).encode(), snapshot, HANDED))
    return spent - (list_.making - made)


def measure(size: int, states: int, folder: Path, quick: bool) -> None:
    record = open_record(folder, create=True)
    list_, rows, adding, settling = Weekly(size, size), 0, 0.0, 0.0
    begun, last, spent = time.perf_counter(), 0, (0.0, 0.0)
    for week in range(states):
        if week:
            list_.pass_week()
        spent = add(record, list_), timed(record.settle)
        adding, settling, last = adding + spent[0], settling + spent[1], list_.count
        rows += list_.count
        if week % 10 == 9:
            print(f"  {week + 1} states, {time.perf_counter() - begun:,.0f} s", flush=True)
    disk = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    clock = time.perf_counter() - begun
    print(f"{size:,} listings x {states} states, {rows:,} rows, {clock:,.0f} s by the clock")
    print(f"  add {rows / adding:,.0f} rows/s ({adding:.0f} s)")
    print(f"  settle {rows / settling:,.0f} rows/s ({settling:.0f} s)")
    print(f"  the last state of {last:,} rows: add {spent[0]:.1f} s, settle {spent[1]:.1f} s")
    print(f"  {disk / 1e6:,.1f} MB on disk, peak memory {peak():,.0f} MB", flush=True)
    ask(record, size, states, list_.count)
    if not quick:
        costly(record, list_, size)
    record.close()


def ask(record: Record, size: int, states: int, count: int) -> None:
    store, rng = record.store, random.Random(1)
    middle, end = START + timedelta(weeks=states // 2), START + timedelta(weeks=states)
    history = median(lambda: store.history(LIST, str(rng.randint(1, size))))

    def page(valid: date, known: date, after: int = 0) -> float:
        return median(lambda: list(store.as_of(LIST, valid=valid, known=known, after=after, limit=1000)))

    pages = [page(middle, middle), page(end, end), page(end, end, count * 9 // 10)]
    print(f"  history {history:.2f} ms")
    print(
        f"  as_of, a page of 1,000: middle state {pages[0]:.1f} ms, newest {pages[1]:.1f} ms, "
        f"far into it {pages[2]:.1f} ms"
    )
    few = DAYS[-1] + timedelta(days=1)
    found = sum(1 for _ in store.as_of(LIST, valid=few, known=end))
    print(f"  as_of of a day when {found} of them stood on the list {page(few, end):.1f} ms")
    whole = timed(lambda: sum(1 for _ in store.as_of(LIST, valid=end, known=end)))
    print(f"  as_of of everyone {whole:.1f} s")
    silent = 0

    def count_silent() -> None:
        nonlocal silent
        silent = sum(1 for _ in store.changes(LIST, silent=True))

    spent = timed(count_silent)
    print(f"  {silent:,} silent changes {spent * 1000:.0f} ms")
    a, b = [row["sha256"] for row in store.snapshots(LIST)[-2:]]
    found_changes: list[object] = []
    comparing = timed(lambda: found_changes.extend(store.diff(a, b) or ()))
    print(f"  diff of the last two states {comparing:.1f} s ({len(found_changes):,} changes)")
    print(f"  peak memory {peak():,.0f} MB", flush=True)


def costly(record: Record, list_: Weekly, size: int) -> None:
    list_.pass_week()
    list_.law = LAW_OTHERWISE
    adding, settling = add(record, list_, "another form"), timed(record.settle)
    print(
        f"  a state in another form: add {adding:.1f} s, settle {settling:.1f} s, "
        f"peak memory {peak():,.0f} MB",
        flush=True,
    )
    early = Weekly(size, size, week=-1)
    adding, settling = add(record, early), timed(record.settle)
    print(
        f"  an older state come late: add {adding:.1f} s, settle {settling:.1f} s, "
        f"peak memory {peak():,.0f} MB",
        flush=True,
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="10000,100000,1000000")
    options.add_argument("--states", type=int, default=50)
    options.add_argument("--folder", type=Path)
    options.add_argument("--quick", action="store_true")
    args = options.parse_args()
    for size in map(int, args.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            process = multiprocessing.get_context("spawn").Process(
                target=measure, args=(size, args.states, Path(folder), args.quick)
            )
            process.start()
            process.join()


if __name__ == "__main__":
    main()
