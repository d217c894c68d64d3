"""`sverka collect` against an imitation of each official site, in its layout and with its known faults."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from collect.imitation import Site, serve
from sources import published
from sverka.cli import main
from sverka.collect.places import PLACES
from sverka.record.keeper import open_record

TODAY = datetime.now(UTC).date()


def path_of(name: str) -> str:
    return "/" + PLACES[name].url.split("://", 1)[1].partition("/")[2]


def materials(count: int = 5_500) -> bytes:
    """The list is never shorter than it was; windows-1251, a line break inside a cell, the sign 0x85."""
    day = f"{TODAY - timedelta(days=30):%d.%m.%Y}"
    items = [
        (str(at), f"Листовка № {at}… «Тропа»\n(решение суда от 03.07.2007);", day if at % 2 else "")
        for at in range(1, count + 1)
    ]
    return published.materials(items).encode("cp1251")


def undesirable_rest(count: int = 400) -> tuple[object, list[dict[str, object]]]:
    fields = {"field_1_i": "id", "field_2_s": "dateIn", "field_5_s": "fullName", "field_8_s": "dateOut"}
    titles = ("№ п/п", "Дата включения", "Наименование организации", "Дата исключения")
    columns = [{"name": name, "title": title} for name, title in zip(fields, titles, strict=True)]
    rows = [{name: row[field] for name, field in fields.items()} for row in published.undesirable(count)]
    for row in rows[100:]:  # a list so long would reach into the future
        row["field_2_s"] = "01.02.2024"
    return {"title": "Перечень", "columns": columns}, rows  # type: ignore[return-value]


def agents_rest(count: int = 1_300) -> tuple[object, list[dict[str, object]]]:
    rows = published.agents(count)
    for row in rows[300:]:  # as above
        row["dateIn"] = "02.06.2023"
        row["dateOut"] = row["dateOut"] and "01.09.2023"
    made: dict[str, Any] = published.agents_rest(rows)
    return made["info"], [row for page in made["pages"] for row in page["values"]]


def sites() -> Site:
    """All six, each with more rows than fit in one answer of the portal where it is the portal's."""
    return Site(
        portals={
            path_of("ru-foreign-agents"): agents_rest(),
            path_of("ru-undesirable"): undesirable_rest(),
        },
        files={
            path_of("ru-extremist-materials"): materials(),
            path_of("ru-extremist-organisations"): published.extremist_page(),
            path_of("ru-terrorist-organisations"): published.terrorist_page(),
            path_of("ru-rosfinmonitoring"): published.rosfin_page(),
        },
    )


def collect(folder: Path, base: str, *names: str) -> int:
    return main(["collect", *names, "--record", str(folder), "--base", base, "--lang", "en"])


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)


ROWS = {
    "ru-foreign-agents": 1_300,
    "ru-undesirable": 400,
    "ru-extremist-materials": 5_500,
    "ru-extremist-organisations": 8,
    "ru-terrorist-organisations": 3,
    "ru-rosfinmonitoring": 4,
}


def test_every_site_is_collected_in_its_own_layout(tmp_path: Path) -> None:
    with serve(sites()) as base:
        assert collect(tmp_path / "r", base, *ROWS) == 0
    record = open_record(tmp_path / "r")
    assert {row["list"]: row["rows"] for row in record.store.snapshots()} == ROWS
    assert record.store.failures() == []
    record.close()


PLEASE_LOG_IN = "<html><body><form>Вход в личный кабинет</form></body></html>".encode()
FAULTS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a login page for the list": ("ru-rosfinmonitoring", lambda _page: PLEASE_LOG_IN),
    "the sections without their items": ("ru-rosfinmonitoring", lambda page: page.replace(b"<li>", b"<p>")),
    "works on the site": ("ru-extremist-materials", lambda _page: PLEASE_LOG_IN),
    "a file cut within a row": ("ru-extremist-materials", lambda page: page[: len(page) // 2]),
    "a file cut between rows": (
        "ru-extremist-materials",
        lambda page: page[: page.rindex(b"\r\n4000;")] + b"\r\n",
    ),
    "an empty file": ("ru-extremist-materials", lambda _page: b""),
    "another encoding": (
        "ru-extremist-materials",
        lambda page: page.decode("cp1251").encode("koi8-r", "replace"),
    ),
    "a page without its list": ("ru-extremist-organisations", lambda _page: PLEASE_LOG_IN),
    "a page cut short": ("ru-extremist-organisations", lambda page: page[: len(page) // 2]),
    "the page without its table": ("ru-terrorist-organisations", lambda _page: PLEASE_LOG_IN),
    "columns called otherwise": (
        "ru-terrorist-organisations",
        lambda page: page.replace("Наименование организации".encode(), "Сведения".encode()),
    ),
    "a table cut short": ("ru-terrorist-organisations", lambda page: page[: len(page) * 2 // 3]),
}


@pytest.mark.parametrize("spoilt", ["a row less than promised", "other columns", "another register"])
def test_the_portals_faults_are_kept_as_failures_too(tmp_path: Path, spoilt: str) -> None:
    """Beside those of test_fetch: what comes is well-formed and still not the whole register."""
    site, where = sites(), path_of("ru-foreign-agents")
    info, values = site.portals[where]
    match spoilt:
        case "a row less than promised":
            site.fault = "grows"
        case "other columns":
            columns = [{**column, "title": "Сведения"} for column in info["columns"]]  # type: ignore[index]
            site.portals[where] = ({**info, "columns": columns}, values)  # type: ignore[dict-item]
        case _:
            site.portals[where] = site.portals[path_of("ru-undesirable")]
    with serve(site) as base:
        assert collect(tmp_path / "r", base, "ru-foreign-agents") == 3
    record = open_record(tmp_path / "r")
    assert (record.store.snapshots(), len(record.store.failures())) == ([], 1)
    record.close()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sites_fault_is_kept_as_a_failure_and_never_as_an_empty_list(tmp_path: Path, fault: str) -> None:
    name, spoil = FAULTS[fault]
    site = sites()
    site.files[path_of(name)] = spoil(site.files[path_of(name)])
    with serve(site) as base:
        assert collect(tmp_path / "r", base, name) == 3
    record = open_record(tmp_path / "r")
    assert record.store.snapshots() == []
    assert [row["list"] for row in record.store.failures()] == [name]
    assert record.log.size == 1, "the failure is evidence too"
    record.close()


def test_a_fault_after_a_good_state_leaves_the_good_one(tmp_path: Path) -> None:
    name, site = "ru-rosfinmonitoring", sites()
    with serve(site) as base:
        assert collect(tmp_path / "r", base, name) == 0
        site.files[path_of(name)] = PLEASE_LOG_IN
        site.etag = '"v2"'
        assert collect(tmp_path / "r", base, name) == 3
    record = open_record(tmp_path / "r")
    assert [row["rows"] for row in record.store.snapshots()] == [4]
    assert [row["list"] for row in record.store.failures()] == [name]
    record.close()
