"""The record's answers on the terminal: status, history, diff, changes, as-of.

Each line is printed as it is read: a list of a million is no burden but for who reads it.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from ..errors import Lang, Text, UsageError
from ..model import Change
from ..record import export
from ._options import Options
from ._record import arguments, day, known_list, opened
from ._terminal import clean


def status(options: Options, _lang: Lang) -> int:
    """Which lists, how many states, up to when; what failed; the log's head and the fingerprint."""
    arguments(options, "status", 0, 0)
    with opened(options) as record:
        rows = [("list", "states", "set aside", "from", "to", "rows", "listings", "changes", "silent")]
        for list_id in record.store.lists():
            states = record.store.snapshots(list_id)
            changes, silent = record.store.count_changes(list_id)
            rows.append(
                (
                    list_id,
                    str(len(states)),
                    str(sum(bool(s["set_aside"]) for s in states)),
                    states[0]["as_of"],
                    states[-1]["as_of"],
                    str(states[-1]["rows"]),
                    str(record.store.count_listings(list_id)),
                    str(changes),
                    str(silent),
                )
            )
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = zip(row[1:], widths[1:], strict=True)
            print("  ".join([row[0].ljust(widths[0]), *(text.rjust(width) for text, width in cells)]))
        for state in record.store.snapshots():
            if state["set_aside"]:
                print(f"set aside: {state['list']} as of {state['as_of']}: {state['set_aside']}")
        for failure in record.store.failures():
            obtained = json.loads(failure["obtained"])
            print(f"failed: {failure['list']} at {obtained['at']}: {obtained['failure']}")
        print(f"log: {record.log.size} entries, root {record.log.head.root.hex()}")
        print(f"record: {record.store.fingerprint()}")
    return 0


def history(options: Options, _lang: Lang) -> int:
    """One listing through all states."""
    list_id, number = arguments(options, "history LIST NUMBER", 2, 2)
    with opened(options) as record:
        found = record.store.history(known_list(list_id), number)
        if not found:
            raise UsageError(
                Text(f"{list_id} never held number {number}.", f"В {list_id} номера {number} не было.")
            )
        for listing, _ in found:
            print(clean(listing.entry.official_name))
            print(f"  first seen {listing.first_seen}, last seen {listing.last_seen}")
            for change in listing.changes:
                print("  " + _line(change))
    return 0


def _line(change: Change) -> str:
    said = "" if change.announced else "  (silent)"
    what = (
        f"{change.field}: {change.before or '∅'} → {change.after or '∅'}"
        if change.field
        else change.after or change.before
    )
    states = f"[{change.earlier[:12] or 'first'} → {change.later[:12]}]"
    return clean(f"{change.known_on}  {change.action:7} {what}{said}  {states}")


def diff(options: Options, _lang: Lang) -> int:
    """What changed between two states."""
    a, b = arguments(options, "diff A B", 2, 2)
    with opened(options) as record:
        changes = record.store.diff(a, b)
        if changes is None:
            raise UsageError(
                Text(
                    "There is no such state; `sverka record status` and record.sqlite name them.",
                    "Такого состояния нет; их называют `sverka record status` и record.sqlite.",
                )
            )
        for change in changes:
            print(f"{change.key}: {_line(change)}")
    return 0


def changes(options: Options, _lang: Lang) -> int:
    """Everything that changed."""
    arguments(options, "changes [--silent] [--json]", 0, 0)
    since = day(options, "--since")
    with opened(options) as record:
        found = record.store.changes(
            options.get("--list") or "",
            silent="--silent" in options,
            since=since.isoformat() if since else "",
        )
        for list_id, name, change in found:
            if "--json" in options:
                print(json.dumps(export.change_as_json(list_id, name, change), ensure_ascii=False))
            else:
                print(f"{list_id} {change.key}: {_line(change)}")
    return 0


def as_of(options: Options, lang: Lang) -> int:
    """Who stood on the list on a day, as was known on another."""
    (name,) = arguments(options, "as-of LIST --valid DATE --known DATE", 1, 1)
    today = datetime.now(UTC).date()
    valid, known = day(options, "--valid") or today, day(options, "--known") or today
    limit, offset, count = options.number("--limit"), options.number("--offset") or 0, 0
    with opened(options) as record:
        found = record.store.as_of(
            known_list(name), valid=valid, known=known, limit=-1 if limit is None else limit, offset=offset
        )
        for _, entry in found:
            count += 1
            if "--json" in options:
                print(json.dumps(export.entry_as_json(entry), ensure_ascii=False))
            else:
                print(clean(f"{entry.number:>6}  {entry.listed_on or '          '}  {entry.official_name}"))
    print(f"{count} on {name} on {valid}, as known on {known}", file=sys.stderr)
    if count == limit:
        more = Text(f"For the next: --offset {offset + count}", f"Дальше: --offset {offset + count}")
        print(more.say(lang), file=sys.stderr)
    return 0
