"""Silent edits of a register, and removals that are none, over a folder of official files.

    python evaluation/silent_edits.py DATA_DIR [--list ru-foreign-agents] [--all] [--jobs-json FILE]

DATA_DIR is searched for the list's files (`foreign_agents/**`, `lists_2026/foreign-agents-*`, ...).
Prints each file taken or refused with the reason, then a table: state, number, field, before,
after, and which two states show it; then counts by field, and every row that vanished.
Changes of channels and sites are counted only, unless --all.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from sverka.errors import SverkaError
from sverka.model import ListId, Snapshot
from sverka.record import fold
from sverka.sources import guard, parse

FOLDERS = {
    "ru-foreign-agents": ("foreign_agents", "foreign-agents"),
    "ru-undesirable": ("undesirable", "undesirable-orgs"),
}
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def files(data: Path, list_id: str) -> list[Path]:
    folder, name = FOLDERS[list_id]
    found = [*(data / folder).rglob("*.*"), *(data / "lists_2026").glob(name + "*")]
    return sorted(
        (p for p in found if p.is_file()),
        key=lambda p: DAY.search(p.name).group() if DAY.search(p.name) else "",
    )  # type: ignore[union-attr]


def read(data: Path, list_id: str) -> list[Snapshot]:
    """Every file that is accepted, each guarded against the state before it."""
    taken: list[Snapshot] = []
    for path in files(data, list_id):
        day = DAY.search(path.name)
        try:
            snapshot = parse(
                ListId(list_id),
                path.read_bytes(),
                name=path.name,
                as_of=date.fromisoformat(day.group()) if day else None,
            )
            guard(snapshot, taken[-1] if taken else None)
        except SverkaError as error:
            print(f"  refused {path.name}: {error.problem.en}", file=sys.stderr)
            continue
        taken.append(snapshot)
    return taken


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--list", default="ru-foreign-agents", choices=sorted(FOLDERS))
    options.add_argument("--all", action="store_true")
    args = options.parse_args()
    begun = time.perf_counter()
    snapshots = read(args.data, args.list)
    parsed = time.perf_counter()
    names = {s.sha256: f"{s.as_of} {s.form}" for s in snapshots}
    listings = fold(snapshots)
    print(
        f"{len(snapshots)} states, {sum(s.rows for s in snapshots)} rows, {len(listings)} listings; "
        f"parsed in {parsed - begun:.1f} s, folded in {time.perf_counter() - parsed:.1f} s"
    )
    shuffled = random.Random(1).sample(snapshots, len(snapshots))
    print("the same in random order:", fold(shuffled) == listings)
    counts: Counter[tuple[str, str, str]] = Counter()
    for change in sorted((c for x in listings for c in x.changes), key=lambda c: (c.known_on, c.key)):
        said = "announced" if change.announced else "silent"
        counts[change.action, change.field, said] += 1
        if change.announced or (change.field in ("domains", "handles") and not args.all):
            continue
        print(
            f"{change.known_on}  {change.key:>5.60}  {change.action} {change.field or '(row)'}: "
            f"{change.before[:150]!r} -> {change.after[:150]!r}  "
            f"[{names.get(change.earlier)} | {names[change.later]}]"
        )
    for (action, field, said), count in sorted(counts.items()):
        print(f"{count:6}  {action} {field or '(row)'} {said}")


if __name__ == "__main__":
    main()
