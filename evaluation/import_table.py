"""What importing every official file of a folder gives: a line a file, and nothing uncaught.

Usage: python evaluation/import_table.py DIRECTORY [--markdown]

DIRECTORY holds `foreign_agents/`, `undesirable/`, `extremist_materials/`, `rosfin/` and
`lists_2026/` as official files and copies were collected. Files of a list are taken oldest
first; each accepted one is what the next is measured against, as in `sverka import`. The
column `own` counts the file's rows by another way than the parser's (`csv`, `json.load`, the
sheet's length, the running numbers in the PDF's plain text, `<li>` in the page).

Exit status: 1 if a count differs, or anything but a refusal was raised.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import resource
import time
import traceback
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sverka.errors import SourceError
from sverka.model import Snapshot
from sverka.sources import RowError, guard, parse

LISTS = {
    "foreign_agents": "ru-foreign-agents",
    "undesirable": "ru-undesirable",
    "rosfin": "ru-rosfinmonitoring",
    "extremist_materials": "ru-extremist-materials",
    "foreign-agents": "ru-foreign-agents",
    "undesirable-orgs": "ru-undesirable",
    "extremist-orgs": "ru-extremist-organisations",
    "terrorist-orgs": "ru-terrorist-organisations",
}
ROSFIN_DAY = date(2025, 3, 1)  # the sample pages carry no date; their folder's description says March 2025


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("directory", type=Path)
    options.add_argument("--markdown", action="store_true")
    args = options.parse_args()
    line = "| {} | {} | {} | {} | {} | {} |" if args.markdown else "{:<46} {:>6} {:>6} {:>7} {:>6}  {}"
    print(line.format("file", "own", "rows", "entries", "s", "result"))
    if args.markdown:
        print("|---|---:|---:|---:|---:|---|")
    wrong = accepted = refused = 0
    for list_id, files in _by_list(args.directory):
        previous: Snapshot | None = None
        for file in files:
            began = time.perf_counter()
            rows, entries, result, state = _import(list_id, file, previous)
            own = _own_count(file)
            if result == "accepted":
                accepted, previous = accepted + 1, state
            else:
                refused += 1
            wrong += result.startswith("UNCAUGHT") or own != rows
            name = str(file.relative_to(args.directory))
            print(line.format(name, own, rows, entries, f"{time.perf_counter() - began:.1f}", result))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{accepted} accepted, {refused} refused, {wrong} wrong; peak memory {peak:.0f} MB.")
    return 1 if wrong else 0


def _import(list_id: str, file: Path, previous: Snapshot | None) -> tuple[int, int, str, Snapshot | None]:
    state: Snapshot | None = None
    day = ROSFIN_DAY if list_id == "ru-rosfinmonitoring" else None
    try:
        state = parse(list_id, file.read_bytes(), name=file.name, as_of=day)
        guard(state, previous)
    except RowError as error:
        return error.rows, 0, "refused: " + error.problem.en, None
    except SourceError as error:
        return state.rows if state else 0, 0, "refused: " + error.problem.en, None
    except Exception:  # the point of the script is to see whether there is any
        return 0, 0, "UNCAUGHT " + traceback.format_exc().splitlines()[-1], None
    return state.rows, len(state.entries), "accepted", state


def _by_list(directory: Path) -> Iterator[tuple[str, list[Path]]]:
    found: dict[str, list[Path]] = {}
    for file in directory.rglob("*"):
        stem = re.sub(r"-\d{4}-\d\d-\d\d$", "", file.stem)
        folder = next((part for part in file.relative_to(directory).parts[:-1] if part in LISTS), "")
        list_id = LISTS.get(folder) or (LISTS.get(stem) if file.parent.name.startswith("lists") else None)
        if list_id and file.is_file():
            found.setdefault(list_id, []).append(file)
    for list_id, files in sorted(found.items()):
        yield list_id, sorted(files, key=_day)


def _day(file: Path) -> tuple[str, str]:
    day = re.search(r"\d{4}-\d\d-\d\d", file.name)
    # Sample pages without a day: `before` precedes `after`.
    return (day[0] if day else "", "".join(chr(0x10FFFF - ord(c)) for c in file.stem))


def _own_count(file: Path) -> int:
    data = file.read_bytes()
    if file.suffix == ".json":
        return len(json.loads(data))
    if file.suffix == ".csv":
        text = data.decode("cp1251" if b"\r\n" in data[:300] else "utf-8-sig")
        return sum(1 for _ in csv.reader(io.StringIO(text, newline=""), delimiter=";")) - 1
    if file.suffix == ".xlsx":
        import openpyxl  # noqa: PLC0415 (slow to load)

        return openpyxl.load_workbook(io.BytesIO(data)).active.max_row - 3
    if file.suffix == ".html":
        return len(re.findall(r"<li>\d+\. ", data.decode()))
    return _running_numbers(data)


def _running_numbers(data: bytes) -> int:
    """How far the numbers 1, 2, 3, … run on lines of their own in a PDF's plain text."""
    import pypdfium2  # noqa: PLC0415 (slow to load)

    document, last = pypdfium2.PdfDocument(data), 0
    for page in document:
        for line in page.get_textpage().get_text_range().splitlines():
            last += line.strip().split(" ")[0] == str(last + 1)
    return last


if __name__ == "__main__":
    raise SystemExit(main())
