"""Silent edits of a register, and removals that are none, over a folder of official files.

    python evaluation/silent_edits.py DATA_DIR [--list ru-foreign-agents] [--all]
    python evaluation/silent_edits.py DATA_DIR --confirm [--sample 30] [--show]

DATA_DIR is searched for the list's files (`foreign_agents/**`, `lists_2026/foreign-agents-*`, ...).
Prints each file taken or refused with the reason, then a table: state, number, field, before,
after, and which two states show it; then counts by field, and every row that vanished.
Changes of channels and sites are counted only, unless --all.

--confirm opens both files of each silent edit once more, by other means than the parsers
(`raw_rows.py`: pdfplumber, the XML of the XLSX, the JSON itself), and prints a table in Markdown
without anybody's name: number, field, the two states, what kind of edit it is, and whether the raw
cells show it: the wording before in the earlier file, the wording after in the later one, and cells
that differ in more than blanks, quotation marks, dashes and №. --show adds the raw cells. Of channels
and sites a random sample is confirmed. Exit status 1 if any edit is not shown by the raw cells.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from edit_kinds import kind_of, shown
from raw_rows import cell

from sverka.errors import SverkaError
from sverka.model import Change, ListId, Listing, Snapshot
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


def read(data: Path, list_id: str) -> tuple[list[Snapshot], dict[str, Path]]:
    """Every file that is accepted, each guarded against the state before it, and where it lies by SHA-256."""
    taken: list[Snapshot] = []
    paths: dict[str, Path] = {}
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
        paths[snapshot.sha256] = path
    return taken, paths


def silent(listings: Sequence[Listing]) -> list[tuple[Listing, Change]]:
    """Every silent edit of a field, in order of time."""
    found = [(x, c) for x in listings for c in x.changes if c.action == "edited" and not c.announced]
    return sorted(found, key=lambda pair: (pair[1].known_on, pair[1].key, pair[1].field))


def confirm(listings: Sequence[Listing], paths: dict[str, Path], sample: int, show: bool) -> int:
    """Print the table; returns how many edits the raw cells do not show."""
    edits = silent(listings)
    online = [pair for pair in edits if pair[1].field in ("domains", "handles")]
    picked = random.Random(1).sample(online, min(sample, len(online)))
    print("| number | field | before, state of | after, state of | kind of edit | in the source |")
    print("|---|---|---|---|---|---|")
    verdicts: Counter[tuple[str, str]] = Counter()
    for listing, change in [pair for pair in edits if pair not in online] + picked:
        before, after = (
            cell(
                paths[sha],
                listing.entry.number,
                change.before
                if change.field == "official_name" and sha == change.earlier
                else listing.entry.official_name,
                change.field,
            )
            for sha in (change.earlier, change.later)
        )
        verdict = shown(change, before, after)
        verdicts[
            "channels and sites, sampled" if (listing, change) in picked else "all other fields", verdict
        ] += 1
        if (listing, change) not in picked or verdict != "shown":
            states = (
                f"{DAY.search(paths[x].name).group()} {paths[x].suffix[1:]}"  # type: ignore[union-attr]
                for x in (change.earlier, change.later)
            )
            print(
                f"| {listing.entry.number or '-'} | {change.field} | {' | '.join(states)} | "
                f"{kind_of(change, after)} | {verdict} |"
            )
        if show:
            print(f"    {change.before!r}\n    {change.after!r}\n    RAW {before!r}\n    RAW {after!r}")
    print()
    for (what, verdict), count in sorted(verdicts.items()):
        print(f"{what}: {count} {verdict}" + (f" (of {len(online)})" if what.startswith("channels") else ""))
    return sum(count for (_, verdict), count in verdicts.items() if verdict != "shown")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--list", default="ru-foreign-agents", choices=sorted(FOLDERS))
    options.add_argument("--all", action="store_true")
    options.add_argument("--confirm", action="store_true")
    options.add_argument("--sample", type=int, default=30)
    options.add_argument("--show", action="store_true")
    args = options.parse_args()
    begun = time.perf_counter()
    snapshots, paths = read(args.data, args.list)
    parsed = time.perf_counter()
    names = {s.sha256: f"{s.as_of} {s.form}" for s in snapshots}
    listings = fold(snapshots)
    print(
        f"{len(snapshots)} states, {sum(s.rows for s in snapshots)} rows, {len(listings)} listings; "
        f"parsed in {parsed - begun:.1f} s, folded in {time.perf_counter() - parsed:.1f} s"
    )
    shuffled = random.Random(1).sample(snapshots, len(snapshots))
    print("the same in random order:", fold(shuffled) == listings)
    if args.confirm:
        return 1 if confirm(listings, paths, args.sample, args.show) else 0
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
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
