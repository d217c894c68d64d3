"""A record on disk: captures, log and store agree, in any order of import, and damage shows."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
from datetime import date
from pathlib import Path

import pytest

from bundle.ceremony import key
from record.states import FULL, LIST, row
from sverka.errors import SourceError, SverkaError
from sverka.model import Entry, ListId, Place, Snapshot
from sverka.record import fold
from sverka.record.audit import audit
from sverka.record.capture import CaptureDamagedError, Exchange, Obtained, read_capture, write_capture
from sverka.record.disk import RealDisk
from sverka.record.keeper import Record, open_record, read_entry
from sverka.record.listings import NEVER
from sverka.record.log import Log, LogDamagedError
from sverka.record.rows import COLUMNS, from_columns, from_json, to_columns, to_json
from sverka.record.store import Store
from sverka.release.sign import signed

HANDED = Obtained("2026-01-16T12:00:00Z", "handed over", by="an archive", name="list.json")


def published(day: str, *rows: tuple[str, str, str, int]) -> bytes:
    return json.dumps([day, *rows], ensure_ascii=False).encode()


def parse(list_id: ListId, data: bytes, _name: str = "", _as_of: date | None = None) -> Snapshot:
    """A parser for an invented format: a date, then number, name, listing date and birth year."""
    day, *rows = json.loads(data)
    entries = tuple(row(number, name, listed, year=year) for number, name, listed, year in rows)
    return Snapshot(
        list_id,
        hashlib.sha256(data).hexdigest(),
        date.fromisoformat(day),
        "json",
        FULL,
        len(rows),
        {"name": len(rows)},
        entries,
    )


ANNA, BORIS, VERA = (
    ("1", "Кедрова Анна Петровна", "2022-06-10", 1980),
    ("2", "Лосев Борис Ильич", "2022-09-02", 1971),
    ("3", "Мшанская Вера Львовна", "2023-01-20", 1990),
)
STATES = [
    published("2022-12-02", ANNA, BORIS),
    published("2023-01-27", ANNA, (*BORIS[:3], 1972), VERA),
    published("2023-02-24", (*ANNA[:2], "2022-07-10", 1980), (*BORIS[:3], 1972)),
]


def keep(folder: Path, states: list[bytes]) -> Record:
    record = open_record(folder, create=True)
    for data in states:
        record.add(data, parse(LIST, data), HANDED)
        record.settle()
    return record


def test_any_order_of_import_gives_the_same_record(tmp_path: Path) -> None:
    expected = keep(tmp_path / "0", STATES).store.fingerprint()
    for seed in range(1, 4):
        assert (
            keep(tmp_path / str(seed), random.Random(seed).sample(STATES, 3)).store.fingerprint() == expected
        )


def test_the_store_says_what_the_pure_fold_says(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES[::-1])
    expected = fold([parse(LIST, data) for data in STATES])
    assert [(x.key, x.first_seen, x.last_seen, x.changes) for x in record.store.listings(LIST)] == [
        (x.key, x.first_seen, x.last_seen, x.changes) for x in expected
    ]


def test_as_of_gives_the_list_as_it_was_as_then_known(tmp_path: Path) -> None:
    store = keep(tmp_path, STATES).store

    def names(valid: str, known: str) -> list[tuple[str, int | None]]:
        found = store.as_of(LIST, valid=date.fromisoformat(valid), known=date.fromisoformat(known))
        return [(x.entry.number, x.entry.birth_year) for x in found]

    assert names("2022-12-31", "2022-12-31") == [("1", 1980), ("2", 1971)]
    assert names("2022-12-31", "2023-01-27") == [("1", 1980), ("2", 1972)]  # rewritten since
    assert names("2023-01-27", "2023-01-27") == [("1", 1980), ("2", 1972), ("3", 1990)]
    assert names("2022-06-30", "2023-01-27") == [("1", 1980)]
    assert names("2022-06-30", "2023-02-24") == []  # the old date was moved
    assert names("2023-03-01", "2023-03-01") == [("1", 1980), ("2", 1972)]  # Vera's row is gone
    assert names("2023-03-01", "2022-01-01") == []


def test_the_queries_of_the_documentation_run_and_agree_with_the_answers(tmp_path: Path) -> None:
    store = keep(tmp_path, STATES).store
    page = (Path(__file__).parents[2] / "docs" / "store-schema.md").read_text(encoding="utf-8")
    page = page.replace("ru-foreign-agents", LIST).replace("'431'", "'2'")
    then, silent, one = (
        [tuple(row) for row in store.db.execute(block.split("```")[0])] for block in page.split("```sql")[1:]
    )
    known, valid = date(2024, 1, 1), date(2023, 1, 1)
    assert [row[0] for row in then] == [x.entry.number for x in store.as_of(LIST, valid=valid, known=known)]
    assert len(silent) == sum(1 for c in store.changes(LIST, silent=True) if c[2].field != "domains")
    assert len(one) == len(store.history(LIST, "2")[0][1]) == 2


def test_a_later_import_never_changes_what_was_known_before(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES[:2])
    before = list(record.store.as_of(LIST, valid=date(2023, 1, 27), known=date(2023, 1, 27)))
    record.add(STATES[2], parse(LIST, STATES[2]), HANDED)
    record.settle()
    assert list(record.store.as_of(LIST, valid=date(2023, 1, 27), known=date(2023, 1, 27))) == before


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES)
    assert not record.add(STATES[0], parse(LIST, STATES[0]), HANDED)
    assert record.log.size == 3


def test_a_state_that_cannot_follow_the_one_before_is_set_aside_whatever_came_first(tmp_path: Path) -> None:
    def guard(snapshot: Snapshot, previous: Snapshot | None) -> None:
        if previous and snapshot.rows < previous.rows:
            raise SourceError("rows are lost")

    prints = set()
    for seed in range(3):
        record = open_record(tmp_path / str(seed), create=True)
        for data in random.Random(seed).sample(STATES, 3):
            record.add(data, parse(LIST, data), HANDED)
            record.settle(guard)
        prints.add(record.store.fingerprint())
        assert [r["set_aside"] for r in record.store.snapshots(LIST)] == ["", "", "rows are lost"]
    assert len(prints) == 1


def test_a_record_without_its_store_rebuilds_it_from_log_and_captures(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES)
    expected = record.store.fingerprint()
    record.close()
    for path in tmp_path.glob("record.sqlite*"):
        path.unlink()
    again = open_record(tmp_path)
    assert again.catch_up(parse) == 3
    assert again.store.fingerprint() == expected
    assert list(audit(again, parse=parse)) == []


def test_a_capture_that_a_newer_parser_refuses_does_not_lock_the_record(tmp_path: Path) -> None:
    def strict(list_id: ListId, data: bytes, name: str = "", as_of: date | None = None) -> Snapshot:
        if data == STATES[1]:
            raise SourceError("a header row appears as a record")
        return parse(list_id, data, name, as_of)

    keep(tmp_path, STATES).close()
    for path in tmp_path.glob("record.sqlite*"):
        path.unlink()
    record = open_record(tmp_path)
    assert (record.catch_up(strict), record.catch_up(strict)) == (3, 0)
    assert len(record.store.snapshots()) == 2
    assert "a header row" in record.store.failures()[0]["obtained"]


def test_a_state_added_and_not_settled_before_a_cut_is_settled_when_the_record_is_opened(
    tmp_path: Path,
) -> None:
    record = open_record(tmp_path, create=True)
    for data in STATES:
        record.add(data, parse(LIST, data), HANDED)
    record.close()
    again = open_record(tmp_path)
    assert again.store.unsettled() == [LIST]
    again.catch_up(parse)
    assert again.store.unsettled() == []
    assert list(audit(again, parse=parse)) == []


def test_a_settling_cut_short_leaves_what_was_there(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES[1:])
    before = record.store.fingerprint()
    record.add(STATES[0], parse(LIST, STATES[0]), HANDED)

    def cut(_snapshot: Snapshot, previous: Snapshot | None) -> None:
        if previous:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record.settle(cut)
    assert record.store.fingerprint() == before
    record.close()
    again = open_record(tmp_path)
    assert again.store.fingerprint() == before
    again.catch_up(parse)
    assert list(audit(again, parse=parse)) == []


def test_a_failed_fetch_is_kept_as_a_failure_and_is_no_empty_list(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES[:1])
    path = record.add_failure(
        LIST,
        Obtained(
            "2026-01-16T12:00:00Z",
            "fetched",
            url="https://list.example/",
            failure="503",
            exchanges=(Exchange("https://list.example/", b"busy", status=503, reason=""),),
        ),
    )
    data, facts = read_capture(record.disk.read(path))
    assert (data, facts["failure"]) == (b"", "503")
    assert len(record.store.snapshots()) == 1
    assert [f["list"] for f in record.store.failures()] == [LIST]
    assert list(audit(record, parse=parse)) == []


DAMAGE = ["captures", "log/head", "log/tile/0", "log/tile/entries", "record.sqlite"]


@pytest.mark.parametrize("what", DAMAGE)
def test_a_flipped_byte_anywhere_is_noticed(tmp_path: Path, what: str) -> None:
    keep(tmp_path, STATES).close()
    if what == "record.sqlite":
        store = Store(tmp_path / "record.sqlite")
        with store.db:
            store.db.execute("UPDATE version SET birth_year = 1900 WHERE number = '1'")
        store.close()
    else:
        path = next(
            p
            for p in sorted(tmp_path.rglob("*"))
            if p.is_file() and str(p.relative_to(tmp_path)).startswith(what)
        )
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))
    with contextlib.suppress(SverkaError):
        assert list(audit(open_record(tmp_path), parse=parse))


SPOILT = {
    "a row as it last stood": "UPDATE thread SET content = content + 1 WHERE listing = 1",
    "who is there": "UPDATE thread SET seen = 1 - seen WHERE listing = 1",
    "who said what last": "UPDATE thread SET stated = '{\"number\": [1, \"pdf\"]}' WHERE listing = 1",
    "a number": "DELETE FROM held_number WHERE listing = 2",
    "where a page ends": "UPDATE snapshot SET newest_listing = 1",
}


@pytest.mark.parametrize("what", SPOILT)
def test_damage_to_what_the_next_state_is_compared_with_is_noticed(tmp_path: Path, what: str) -> None:
    record = keep(tmp_path, STATES)
    with record.store.db:
        record.store.db.execute(SPOILT[what])
    assert "record.sqlite" in "".join(audit(record, parse=parse))


def test_a_signed_checkpoint_and_proofs_beside_captures_are_checked(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES)
    note = signed(str(record.log.head), key(record.log.origin))
    record.sign(note)
    for index, entry in record.entries():
        (tmp_path / (entry.capture + ".tlog-proof")).write_text(
            str(record.proof(index, note, record.log.size))
        )
    assert list(audit(record, parse=parse)) == []
    first, second, *_ = sorted(tmp_path.rglob("*.tlog-proof"))
    first.write_bytes(second.read_bytes())
    assert "does not prove" in "".join(audit(record, parse=parse))


def test_a_log_grows_past_a_tile_and_keeps_every_entry(tmp_path: Path) -> None:
    log = Log(RealDisk(tmp_path), "log.example")
    entries = [b"entry %d" % i for i in range(700)]
    for at in range(0, 700, 37):
        assert log.append(entries[at : at + 37]) == at
    assert list(log.entries()) == entries
    again = Log(RealDisk(tmp_path), "log.example")
    again.check()
    assert again.head == log.head
    with pytest.raises(LogDamagedError):
        Log(RealDisk(tmp_path), "other.example")


def test_a_capture_is_deterministic_and_its_payload_is_the_published_bytes() -> None:
    fetched = Obtained(
        "2026-01-16T12:00:00Z",
        "fetched",
        url="https://list.example/a?b=1",
        tls_chain="PEM",
        exchanges=(
            Exchange(
                "https://list.example/a?b=1", b"page 1", response_headers=(("Content-Type", "text/html"),)
            ),
            Exchange("https://list.example/a?b=2", b"page 2", method="POST", sent=b"{}"),
        ),
    )
    one, two = (write_capture(LIST, b"page 1page 2", fetched) for _ in range(2))
    assert one == two
    assert read_capture(one)[0] == b"page 1page 2"
    assert read_capture(write_capture(LIST, b"\r\n\x00", HANDED))[0] == b"\r\n\x00"


@pytest.mark.parametrize("cut", [0, 10, 300, -1])
def test_a_cut_capture_is_an_orderly_refusal(cut: int) -> None:
    with pytest.raises(CaptureDamagedError):
        read_capture(write_capture(LIST, b"bytes", HANDED)[:cut])


def test_a_log_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    record = keep(tmp_path, STATES[:1])
    ((_, entry),) = record.entries()
    assert read_entry(entry.text()) == entry
    assert read_entry(b"sverka release v1\n") is None


def test_entries_survive_json_and_columns() -> None:
    entry = Entry(
        LIST,
        "7",
        "organisation",
        "Фонд «Ель»",
        row("7", "Фонд «Ель»").names,
        Place("ab" * 32, "page 3, row 4"),
        listed_on=date(2024, 1, 1),
        members=("А", "Б"),
        terrorism=True,
        inn="7700000000",
        legal_basis=("x",),
    )
    assert from_json(LIST, to_json(entry), entry.place) == entry
    assert from_columns(LIST, entry.place.snapshot, to_columns(entry)) == entry
    assert dict(zip(COLUMNS, to_columns(entry), strict=True))["listed_on"] < NEVER
