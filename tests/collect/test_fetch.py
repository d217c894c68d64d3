"""Fetching against an imitation of the official sites, faults included."""

from __future__ import annotations

import json
import ssl
from pathlib import Path

import pytest

from collect.imitation import Site, certificates, serve
from sverka.cli import main
from sverka.collect.door import UnreachableError, fetch_file
from sverka.collect.fetch import Fetched, Fetcher, Settings, conditions_of
from sverka.collect.places import PLACES, Place, moved
from sverka.collect.tls import presented
from sverka.record.capture import read_capture, write_capture
from sverka.record.keeper import open_record


def portal(site: Site, settings: Settings | None = None) -> Fetched:
    with serve(site) as base:
        return Fetcher(settings or Settings()).fetch(moved(PLACES["ru-undesirable"], base))


def rows(count: int) -> list[dict[str, str]]:
    return [
        {"field_1_i": str(i), "field_2_s": "01.02.2024", "field_5_s": f"Общество «Репка {i}»"}
        for i in range(count)
    ]


@pytest.mark.parametrize("count", [1, 999, 1000, 1001, 2345])
def test_the_portals_silent_cap_is_paged_over(count: int) -> None:
    site = Site(rows(count))
    fetched = portal(site)
    assert not fetched.failure
    value = json.loads(fetched.payload)
    assert [row for page in value["pages"] for row in page["values"]] == site.rows
    assert value["info"]["title"] == "Реестр"
    assert len(fetched.exchanges) == 1 + -(-count // 1000)


FAULTS = {
    "503": "HTTP 503",
    "403": "HTTP 403",
    "captcha": "the portal's answer is not its JSON",
    "cut": "broken off after 16 bytes",
    "stuck": "the portal gave 1000 of 1500 rows",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_a_failure_with_everything_said_kept(fault: str) -> None:
    site = Site(rows(1500), fault)
    fetched = portal(site)
    assert fetched.failure.startswith(FAULTS[fault])
    assert fetched.payload == b""
    assert len(site.asked) == {"503": 3, "cut": 3, "stuck": 3, "captcha": 2}.get(fault, 1)
    capture = write_capture(
        "ru-undesirable", b"", fetched.obtained(PLACES["ru-undesirable"], at="2026-01-16T12:00:00Z")
    )
    assert read_capture(capture)[1]["failure"] == fetched.failure
    assert b"secret" not in capture


def test_a_passing_trouble_is_tried_again_after_a_pause() -> None:
    waits: list[float] = []
    fetched = portal(Site(rows(3), "503 once"), Settings(sleep=waits.append))
    assert not fetched.failure
    assert [e.status for e in fetched.exchanges] == [503, 200, 200]
    assert max(waits) >= 20


def test_nobody_there_is_a_failure() -> None:
    fetched = Fetcher(Settings()).fetch(Place("http://localhost:9/list.csv", "file", "csv"))
    assert fetched.failure.startswith("no connection")


def test_an_unchanged_file_is_left_alone() -> None:
    site = Site(files={"/uploaded/files/exportfsm.csv": b"#;\xcc\xe0\xf2"})
    with serve(site) as base:
        place = moved(PLACES["ru-extremist-materials"], base)
        first = Fetcher(Settings()).fetch(place)
        again = Fetcher(Settings()).fetch(place, conditions_of(first.exchanges))
    assert (first.payload, first.unchanged) == (
        b"#;\xcc\xe0\xf2",
        False,
    )  # bytes as sent, whatever the header says
    assert again.unchanged


@pytest.mark.parametrize("how", ["fetched", "from a file", "from nowhere"])
def test_a_forgotten_intermediate_certificate_is_supplied(tmp_path: Path, how: str) -> None:
    """The leaf alone fails in Python; what completes its chain must still lead to a trusted root."""
    helper = Site()
    with serve(helper) as plain:
        root, leaf, key, middle = certificates(tmp_path, f"{plain}/middle.crt")
        helper.files["/middle.crt"] = middle if how == "fetched" else b"junk"
        pem = tmp_path / "middle.pem"
        pem.write_text(ssl.DER_cert_to_PEM_cert(middle))
        settings = Settings(roots=root, intermediates=pem if how == "from a file" else None)
        with serve(Site(rows(3)), (leaf, key)) as base:
            fetched = Fetcher(settings).fetch(moved(PLACES["ru-undesirable"], base))
            stranger = Fetcher(Settings(intermediates=pem)).fetch(moved(PLACES["ru-undesirable"], base))
    assert stranger.failure.startswith("TLS"), "an intermediate is no root"
    if how == "from nowhere":
        assert fetched.failure.startswith("TLS")
    else:
        assert not fetched.failure
        assert fetched.tls_chain == leaf.read_text(), "what the site sent, and nothing else"
        assert fetched.tls_added == pem.read_text()
        told = read_capture(
            write_capture(
                "x", fetched.payload, fetched.obtained(PLACES["ru-undesirable"], at="2026-01-16T12:00:00Z")
            )
        )[1]
        assert (told["tls_chain"], told["tls_added"]) == (fetched.tls_chain, fetched.tls_added)


def test_a_whole_chain_is_kept_as_it_was_sent(tmp_path: Path) -> None:
    root, leaf, key, middle = certificates(tmp_path, "http://localhost:9/middle.crt")
    both = tmp_path / "both.pem"
    both.write_text(leaf.read_text() + ssl.DER_cert_to_PEM_cert(middle))
    with serve(Site(rows(3)), (both, key)) as base:
        fetched = Fetcher(Settings(roots=root)).fetch(moved(PLACES["ru-undesirable"], base))
    assert (fetched.failure, fetched.tls_chain, fetched.tls_added) == ("", both.read_text(), "")


class Old:
    """A connection of a Python that tells the leaf only."""

    def getpeercert(self, _binary: bool) -> bytes:
        return b"leaf"


class New(Old):
    """A connection of Python 3.13."""

    def get_unverified_chain(self) -> list[bytes]:
        return [b"leaf", b"middle"]


@pytest.mark.parametrize(("tls", "count"), [(Old(), 1), (New(), 2)])
def test_other_pythons_tell_what_they_can(tls: Old, count: int) -> None:
    assert presented(tls).count("BEGIN CERTIFICATE") == count


def test_the_command_keeps_what_came_and_what_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    record = tmp_path / "record"
    with serve(Site(fault="503")) as base:
        assert (
            main(
                [
                    "collect",
                    "ru-undesirable",
                    "ru-terrorist-organisations",
                    "--record",
                    str(record),
                    "--base",
                    base,
                    "--lang",
                    "en",
                ]
            )
            == 3
        )
    assert (
        "ru-undesirable: failed: HTTP 503 (kept as captures/ru-undesirable/failed-" in capsys.readouterr().err
    )
    kept = open_record(record)
    assert [row["list"] for row in kept.store.failures()] == ["ru-undesirable", "ru-terrorist-organisations"]
    assert (kept.store.snapshots(), kept.log.size) == ([], 2)


def test_a_file_obtained_by_hand_goes_the_same_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    junk = tmp_path / "saved-2026-01-16.json"
    junk.write_text("[]")
    assert (
        main(
            [
                "collect",
                "ru-undesirable",
                "--from",
                str(junk),
                "--record",
                str(tmp_path / "r"),
                "--lang",
                "en",
            ]
        )
        == 3
    )
    assert "refused" in capsys.readouterr().err


def test_the_plain_door_tells_missing_from_broken() -> None:
    site = Site(files={"/lists.svk": b"lists"})
    with serve(site) as base:
        assert fetch_file(f"{base}/lists.svk") == b"lists"
        assert fetch_file(f"{base}/nothing") is None
        for fault in ("503", "cut"):
            site.fault = fault
            with pytest.raises(UnreachableError):
                fetch_file(f"{base}/lists.svk")
