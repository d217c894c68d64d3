"""The record for other tools: FollowTheMoney, CSV, Parquet, and a feed of changes.

FollowTheMoney: a line of JSON an entity, `Person` or `Organization`, and one `Sanction` for each
listing that links to it. Ids are digests of list and key, the fewest stable fields. Materials have
no text here and are left out. Birth dates are years. `evaluation/ftm_valid.py` holds every entity
against FollowTheMoney's own model.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import IO, Any
from xml.sax.saxutils import escape

from ..model import Change, Entry, ListFacts, Listing
from .compare import as_text

COLUMNS = (
    "list",
    "key",
    "number",
    "kind",
    "official_name",
    "category",
    "listed_on",
    "published_on",
    "removed_on",
    "legal_basis",
    "birth_year",
    "inn",
    "ogrn",
    "members",
    "country",
    "note",
    "first_seen",
    "last_seen",
    "gone",
)
FEED_LENGTH = 500  # entries of the Atom feed, newest first
_ROW_GROUP = 20_000  # rows of Parquet held together


def is_gone(listing: Listing) -> bool:
    """Whether the newest state no longer holds the row."""
    return next(c for c in reversed(listing.changes) if not c.field).action == "removed"


def flat(listing: Listing) -> dict[str, str]:
    """A listing as a row of text, with `COLUMNS`."""
    entry = listing.entry
    row = {name: as_text(getattr(entry, name)) for name in COLUMNS if hasattr(entry, name)}
    row |= {
        "list": entry.list_id,
        "key": listing.key,
        "first_seen": listing.first_seen.isoformat(),
        "last_seen": listing.last_seen.isoformat(),
        "gone": "1" if is_gone(listing) else "",
    }
    return {name: row[name] for name in COLUMNS}


def to_csv(listings: Iterable[Listing]) -> Iterator[str]:
    """Listings as CSV with a header, a line each. A cell that a spreadsheet would run is quoted with `'`."""
    yield _csv_line(COLUMNS)
    for listing in listings:
        yield _csv_line(
            "'" + text if text[:1] in "=+-@\t\r" and text else text for text in flat(listing).values()
        )


def _csv_line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def to_parquet(listings: Iterable[Listing], out: IO[bytes]) -> None:
    """Write all listings as Parquet: text columns, birth_year as int16, dates as date32."""
    import pyarrow as pa  # noqa: PLC0415 (a large library that one export needs)
    from pyarrow import parquet  # noqa: PLC0415

    dates = ("listed_on", "published_on", "removed_on", "first_seen", "last_seen")
    kinds = dict.fromkeys(dates, pa.date32()) | {"birth_year": pa.int16(), "gone": pa.bool_()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    read: dict[str, Callable[[str], object]] = dict.fromkeys(dates, _day)
    read |= {"birth_year": lambda text: int(text) if text else None, "gone": bool}
    rows = map(flat, listings)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rows, _ROW_GROUP)):
            arrays = [
                pa.array([read.get(name, str)(row[name]) for row in group], schema.field(name).type)
                for name in COLUMNS
            ]
            writer.write_table(pa.table(arrays, schema=schema))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def to_ftm(listings: Iterable[Listing], facts: Mapping[str, ListFacts]) -> Iterator[str]:
    """FollowTheMoney entities, a line of JSON each. `facts`: of each list, by its id."""
    for listing in listings:
        if listing.entry.kind == "material":
            continue
        entity = _entity(listing)
        yield _line(entity)
        yield _line(_sanction(listing, entity["id"], facts[listing.entry.list_id]))


def _id(*parts: str) -> str:
    return "sverka-" + hashlib.sha1("\n".join(parts).encode(), usedforsecurity=False).hexdigest()


def _entity(listing: Listing) -> dict[str, Any]:
    entry = listing.entry
    person = entry.kind == "person"
    full = [name.text for name in entry.names if name.kind == "full"] or [entry.official_name]
    properties: dict[str, list[str]] = {
        "name": full,
        "alias": [n.text for n in entry.names if n.kind in ("pseudonym", "alias", "transliteration")],
        "previousName": [n.text for n in entry.names if n.kind == "former"],
        "topics": ["sanction"] if not entry.removed_on else [],
        "website": [f"https://{domain}/" for domain in entry.domains],
    }
    if person:
        properties["birthDate"] = [str(entry.birth_year)] if entry.birth_year else []
    else:
        properties |= {"innCode": [entry.inn], "ogrnCode": [entry.ogrn]}
    return _ftm(_id(entry.list_id, listing.key), "Person" if person else "Organization", properties)


def _sanction(listing: Listing, target: str, facts: ListFacts) -> dict[str, Any]:
    entry = listing.entry
    return _ftm(
        _id(entry.list_id, listing.key, "sanction"),
        "Sanction",
        {
            "entity": [target],
            "program": [facts.title.en],
            "programId": [entry.list_id],
            "programUrl": [facts.address],
            "authority": [facts.keeper.en],
            "country": [facts.state.lower()],
            "authorityId": [entry.number],
            "startDate": [as_text(entry.listed_on)],
            "endDate": [as_text(entry.removed_on)],
            "listingDate": [as_text(entry.published_on)],
            "reason": list(entry.legal_basis),
            "status": ["removed" if entry.removed_on or is_gone(listing) else "listed"],
            "modifiedAt": [listing.changes[-1].known_on.isoformat()],
        },
    )


def _ftm(identity: str, schema: str, properties: Mapping[str, list[str]]) -> dict[str, Any]:
    kept = {name: texts for name, values in properties.items() if (texts := [v for v in values if v])}
    return {"id": identity, "schema": schema, "properties": kept}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n"


def to_atom(changes: Iterable[tuple[str, str, Change]], *, title: str, address: str) -> str:
    """An Atom feed of changes, newest first, at most `FEED_LENGTH`. `address`: the feed's own id."""
    newest = list(deque(changes, maxlen=FEED_LENGTH))[::-1]
    updated = newest[0][2].known_on.isoformat() if newest else "1970-01-01"
    entries = "".join(_atom_entry(address, *item) for item in newest)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(title)}</title>\n<id>{escape(address)}</id>\n<updated>{updated}T00:00:00Z</updated>\n"
        f"<author><name>Sverka</name></author>\n{entries}</feed>\n"
    )


def _atom_entry(address: str, list_id: str, name: str, change: Change) -> str:
    said = "announced" if change.announced else "silent"
    text = f"{change.action} {change.field}".strip()
    identity = _id(address, list_id, change.key, change.later, change.action, change.field)
    body = f"{change.before} → {change.after}" if change.field else change.before or change.after
    return (
        f"<entry><title>{escape(f'{list_id} {change.key}: {text} ({said})')}</title><id>urn:{identity}</id>"
        f'<updated>{change.known_on.isoformat()}T00:00:00Z</updated><category term="{said}"/>'
        f'<summary type="text">{escape(f"{name}: {body}")}</summary></entry>\n'
    )


def change_as_json(list_id: str, name: str, change: Change) -> dict[str, Any]:
    """A change as `sverka record changes --json` shows it."""
    return {
        "list": list_id,
        "key": change.key,
        "name": name,
        "action": change.action,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "known_on": change.known_on.isoformat(),
        "announced": change.announced,
        "earlier": change.earlier,
        "later": change.later,
    }


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """An entry as `--json` shows it."""
    return {name: as_text(getattr(entry, name)) for name in COLUMNS if hasattr(entry, name)}
