"""The record in other forms, and as the command shows it."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyarrow import parquet

from record.states import row, state
from sverka.cli import main
from sverka.errors import Text, UsageError
from sverka.model import ListFacts, ListId, Name
from sverka.record import export, fold
from sverka.record.keeper import open_record
from sverka.record.store import Store

ANNA = row("1", "Кедрова Анна Петровна", "2022-06-10")
FORMULA = row("2", "=Сумма & <Разность>", "2022-09-02", year=None)
FACTS = ListFacts(
    ListId("xx-test"), "XX", Text("A test list", "Список"), Text("A keeper", "Хранитель"), ("1-FZ",), "", 7
)
LISTINGS = fold(
    [
        state("2023-01-13", ANNA, FORMULA),
        state("2023-01-20", replace(ANNA, birth_year=1981, names=(*ANNA.names, Name("Ёлка", "pseudonym")))),
    ]
)


def test_csv_holds_every_listing_and_no_cell_a_spreadsheet_would_run() -> None:
    header, *lines = csv.reader("".join(export.to_csv(LISTINGS)).splitlines())
    assert tuple(header) == export.COLUMNS
    assert [line[4] for line in lines] == ["Кедрова Анна Петровна", "'=Сумма & <Разность>"]
    assert [line[-1] for line in lines] == ["", "1"]


def test_parquet_holds_dates_as_dates() -> None:
    out = io.BytesIO()
    export.to_parquet(LISTINGS, out)
    table = parquet.read_table(io.BytesIO(out.getvalue()))
    assert table.column("birth_year").to_pylist() == [1981, None]
    assert table.column("listed_on")[0].as_py() == ANNA.listed_on
    assert table.column("gone").to_pylist() == [False, True]


def test_followthemoney_links_each_sanction_to_its_entity() -> None:
    lines = [json.loads(line) for line in export.to_ftm(LISTINGS, {"xx-test": FACTS})]
    assert [line["schema"] for line in lines] == ["Person", "Sanction"] * 2
    person, sanction = lines[:2]
    assert person["properties"]["birthDate"] == ["1981"]
    assert person["properties"]["alias"] == ["Ёлка"]
    assert sanction["properties"]["entity"] == [person["id"]]
    assert sanction["properties"]["startDate"] == ["2022-06-10"]
    assert sanction["properties"]["program"] == ["A test list"]
    assert sanction["properties"]["authority"] == ["A keeper"]
    assert sanction["properties"]["country"] == ["xx"]
    assert lines[3]["properties"]["status"] == ["removed"]


def test_the_feed_is_well_formed_and_newest_first() -> None:
    changes = [("xx-test", x.entry.official_name, c) for x in LISTINGS for c in x.changes]
    changes.sort(key=lambda item: item[2].known_on)
    feed = ET.fromstring(export.to_atom(changes, title="A & B", address="urn:x"))
    space = "{http://www.w3.org/2005/Atom}"
    days = [entry.findtext(f"{space}updated") for entry in feed.iter(f"{space}entry")]
    assert days == sorted(days, reverse=True)
    assert len({entry.findtext(f"{space}id") for entry in feed.iter(f"{space}entry")}) == len(changes)


def names(day: str, *extra: str) -> bytes:
    """An invented state, long enough and with the entry that its guard knows the list by."""
    found = [("National Endowment for Democracy", "29.07.2015")]
    found += [(f"Общество «Репка {i}» (Нарния)", "01.02.2024") for i in range(240)]
    found += [(name, ".".join(reversed(day.split("-")))) for name in extra]
    return json.dumps(
        [{"name": n, "is_person": False, "dateIn": d} for n, d in found], ensure_ascii=False
    ).encode()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    tmp_path = tmp_path_factory.mktemp("kept")
    files = []
    for day, extra in (("2026-01-16", ()), ("2026-02-20", ("Клуб «Брюква» (Нарния)",))):
        path = tmp_path / f"undesirable-orgs-{day}.json"
        path.write_bytes(names(day, *extra))
        files.append(str(path))
    base = ["record", "--record", str(tmp_path / "record"), "--lang", "en"]
    assert main([*base, "add", "ru-undesirable", *reversed(files)]) == 0
    return base


COMMANDS = {
    "status": (["status"], "ru-undesirable       2          0  2026-01-16  2026-02-20   242"),
    "changes": (["changes", "--since", "2026-02-01"], "added   Клуб «Брюква» (Нарния)"),
    "changes as JSON": (["changes", "--json"], '"action": "added"'),
    "as-of": (
        ["as-of", "ru-undesirable", "--valid", "2026-02-20", "--known", "2026-02-20"],
        "2026-02-20  Клуб «Брюква»",
    ),
    "a page of as-of": (
        ["as-of", "ru-undesirable", "--valid", "2026-02-20", "--known", "2026-02-20", "--offset", "241"],
        "2026-02-20  Клуб «Брюква»",
    ),
    "verify": (["verify"], ""),
    "csv": (["export", "csv"], "ru-undesirable,"),
    "atom": (["export", "atom"], "<feed"),
    "help": (["--help"], "Usage: sverka record"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_answer(
    kept: list[str], capsysbinary: pytest.CaptureFixture[bytes], command: str
) -> None:
    args, expected = COMMANDS[command]
    assert main([*kept, *args]) == 0
    assert expected in capsysbinary.readouterr().out.decode()


def test_a_page_says_where_the_next_begins(kept: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    asked = [*kept, "as-of", "ru-undesirable", "--valid", "2026-02-20", "--known", "2026-02-20", "--json"]
    capsys.readouterr()
    assert main(asked) == 0
    whole = capsys.readouterr().out
    assert main([*asked, "--limit", "200"]) == 0
    first = capsys.readouterr()
    assert "--offset 200" in first.err
    assert main([*asked, "--limit", "200", "--offset", "200"]) == 0
    rest = capsys.readouterr()
    assert "--offset" not in rest.err
    assert first.out + rest.out == whole


def test_diff_names_two_states_by_the_beginning_of_their_digests(
    kept: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    record = open_record(Path(kept[2]))
    a, b = (row["sha256"][:12] for row in record.store.snapshots())
    record.close()
    assert main([*kept, "diff", a, b]) == 0
    assert "added   Клуб «Брюква» (Нарния)" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="locks of files")
def test_who_reads_while_another_writes_sees_the_record_as_it_was(
    kept: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import fcntl  # noqa: PLC0415 (not there on Windows)

    folder = shutil.copytree(kept[2], tmp_path / "record")
    asked = ["record", "--record", str(folder), "--lang", "en"]
    store = Store(folder / "record.sqlite")
    with store.db:
        store.db.execute("UPDATE snapshot SET settled = 0 WHERE as_of = '2026-02-20'")
    store.close()
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert main([*asked, "status"]) == 0
        assert main([*asked, "add", "ru-undesirable", str(tmp_path / "nothing.json")]) == 2
        assert "Another sverka" in capsys.readouterr().err
    assert main([*asked, "verify"]) == 0
    store = Store(folder / "record.sqlite")
    assert store.unsettled() == []
    store.close()


def test_an_export_leaves_a_whole_file_or_none(
    kept: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main([*kept, "export", "csv", "--out", str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_text().count("\n") == 243

    def fails(_listing: object) -> dict[str, str]:
        raise UsageError("a full disk")

    monkeypatch.setattr(export, "flat", fails)
    assert main([*kept, "export", "csv", "--out", str(tmp_path / "b.csv")]) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_nothing_new_was_known_before_it_was_published(
    kept: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*kept, "as-of", "ru-undesirable", "--valid", "2026-02-20", "--known", "2026-02-19"]) == 0
    assert "Брюква" not in capsys.readouterr().out
    assert main([*kept, "changes", "--silent"]) == 0
    assert capsys.readouterr().out == ""


WRONG = [
    ["history", "ru-undesirable", "999"],
    ["history", "ru-nothing", "1"],
    ["as-of", "ru-undesirable", "--valid", "soon"],
    ["export", "xls"],
    ["burn"],
    [],
    ["diff", "aa", "bb"],
    ["add", "ru-undesirable"],
]


@pytest.mark.parametrize("args", WRONG, ids=[" ".join(w) or "nothing" for w in WRONG])
def test_a_wrong_request_is_one_sentence(
    kept: list[str], capsys: pytest.CaptureFixture[str], args: list[str]
) -> None:
    capsys.readouterr()
    assert main([*kept, *args]) == 2
    assert capsys.readouterr().err.startswith("sverka: ")


def test_a_file_that_is_no_list_leaves_nothing(
    kept: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    junk = tmp_path / "undesirable-orgs-2026-03-01.json"
    junk.write_bytes(names("2026-03-01")[:-100])
    assert main([*kept, "add", "ru-undesirable", str(junk)]) == 3
    assert "refused" in capsys.readouterr().err
    assert main([*kept, "status"]) == 0
    assert "log: 2 entries" in capsys.readouterr().out
