"""A witness over HTTP, asked over loopback: c2sp.org/tlog-witness, status by status."""

from __future__ import annotations

import http.client
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.ceremony import LOG_KEY, ORIGIN, WITNESSES, Log, root_note
from release.test_witness import CASES, NOW, SIGNER, FullDisk, head, log_of, request
from sverka.bundle.note import parse_note, signers
from sverka.bundle.trust import read_root
from sverka.bundle.verify import accept
from sverka.cli import main
from sverka.collect.listen import MAX_REQUEST, PATH, Reply, server
from sverka.record.disk import RealDisk, put
from sverka.release.witness import Witness


class Asked:
    """A running witness and a connection to it."""

    def __init__(self, witness: Witness, port: int) -> None:
        self.witness, self.port = witness, port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def post(self, body: bytes, path: str = PATH) -> tuple[int, str, str]:
        self.connection.request("POST", path, body)
        answer = self.connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read().decode()


def running(witness: Witness) -> Iterator[Asked]:
    def reply(body: bytes) -> Reply:
        answer = witness.answer(body, NOW)
        return answer.status, answer.content_type, answer.body

    made = server("127.0.0.1", 0, reply)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    asked = Asked(witness, made.server_port)
    yield asked
    asked.connection.close()
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Asked]:
    yield from running(Witness(SIGNER, [LOG_KEY.vkey], RealDisk(tmp_path)))


def test_it_confirms_growth_on_one_connection_and_its_lines_verify(anna: Asked) -> None:
    for old, size in ((0, 3), (3, 9), (9, 9)):
        log = log_of(size)
        status, kind, body = anna.post(request(log, old))
        assert (status, kind) == (200, "text/plain; charset=utf-8")
        note = parse_note((str(head(log)) + body).encode())
        assert signers(note, [SIGNER.vkey]) == {SIGNER.vkey: NOW}
    assert anna.witness.remembered(ORIGIN).size == 9


@pytest.mark.parametrize("case", CASES)
def test_each_refusal_has_its_status_and_changes_nothing(anna: Asked, case: str) -> None:
    assert anna.post(request(log_of(5), 0))[0] == 200
    data, expected = CASES[case]
    assert anna.post(data) == (expected.status, expected.content_type, expected.body)
    assert anna.witness.remembered(ORIGIN).size == 5


def test_a_conflict_tells_the_size_so_that_the_log_can_ask_again(anna: Asked) -> None:
    assert anna.post(request(log_of(5), 0))[0] == 200
    status, kind, body = anna.post(request(log_of(9), 0))
    assert (status, kind, body) == (409, "text/x.tlog.size", "5\n")
    assert anna.post(request(log_of(9), int(body)))[0] == 200


def test_other_addresses_methods_and_sizes_are_refused(anna: Asked) -> None:
    assert anna.post(request(log_of(5), 0), "/add-entry")[0] == 404
    for path, status in ((PATH, 405), ("/", 404)):
        anna.connection.request("GET", path)
        answer = anna.connection.getresponse()
        assert (answer.status, answer.read()) == (status, b"")
    assert anna.post(b"old 0\n" + b"x" * MAX_REQUEST)[0] == 400


def test_nothing_is_confirmed_when_memory_fails(tmp_path: Path) -> None:
    for asked in running(Witness(SIGNER, [LOG_KEY.vkey], FullDisk(tmp_path))):
        assert asked.post(request(log_of(5), 0)) == (500, "text/plain; charset=utf-8", "")


def test_two_that_ask_at_once_are_never_both_confirmed_on_different_pasts(anna: Asked) -> None:
    """Forty requests for two forks from nothing: all that are confirmed belong to one of them."""
    forks = {name: request(Log([f"{name} {i}".encode() for i in range(3)]), 0) for name in ("left", "right")}
    confirmed: list[str] = []

    def ask(name: str) -> None:
        asked = Asked(anna.witness, anna.port)
        if asked.post(forks[name])[0] == 200:
            confirmed.append(name)
        asked.connection.close()

    threads = [threading.Thread(target=ask, args=(name,)) for name in [*forks] * 20]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(confirmed)) == 1 and len(confirmed) == 1  # the second asker's old size is stale




def folder_of(path: Path, log: Log) -> RealDisk:
    """A release's folder with the log's tiles and nobody's confirmation."""
    out = RealDisk(path)
    proof = log.release(b"lists", witnesses=())
    size = len(log.entries)
    files = {
        "root.1.note": root_note(),
        "checkpoint": str(log.checkpoint(witnesses=())).encode(),
        "lists.svk": b"lists",
        "lists.svk.tlog-proof": proof,
        f"tile/0/000.p/{size}": log.read(f"tile/0/000.p/{size}"),
    }
    for name, data in files.items():
        put(out, name, data)
    return out


def test_a_publisher_asks_two_witnesses_and_a_stranger_accepts_the_release(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One witness saw an older head and says so with 409; a third cannot be reached."""
    log = log_of(4)
    out = folder_of(tmp_path / "out", log)
    witnesses = [Witness(w, [LOG_KEY.vkey], RealDisk(tmp_path / w.vkey.name)) for w in WITNESSES[:2]]
    assert witnesses[0].answer(request(log_of(3), 0), NOW).status == 200
    servers = [running(w) for w in witnesses]
    at = [f"http://127.0.0.1:{next(s).port}" for s in servers]
    command = ["witness", "ask", str(tmp_path / "out")]
    assert main([*command, at[0], "http://127.0.0.1:9"]) == 1
    assert main([*command, *at]) == 0
    for s in servers:
        next(s, None)
    told = capsys.readouterr().err
    assert f"{at[0]}: confirmed" in told and "http://127.0.0.1:9: " in told
    trusted = read_root(root_note())
    accepted = accept(trusted, (), out.read("lists.svk.tlog-proof"), out.read("lists.svk"))
    assert accepted.head.checkpoint.size == 5
    assert set(signers(parse_note(out.read("checkpoint")), [w.vkey for w in WITNESSES])) == {
        w.vkey for w in WITNESSES[:2]
    }


def test_a_witness_that_saw_another_past_does_not_confirm(tmp_path: Path) -> None:
    folder_of(tmp_path / "out", log_of(4))
    witness = Witness(WITNESSES[0], [LOG_KEY.vkey], RealDisk(tmp_path / "w"))
    assert witness.answer(request(log_of(4, "another"), 0), NOW).status == 200
    for asked in running(witness):
        assert main(["witness", "ask", str(tmp_path / "out"), f"http://127.0.0.1:{asked.port}"]) == 1
    assert witness.remembered(ORIGIN).root == log_of(4, "another").tiles().root()


@pytest.mark.skipif(os.name != "posix", reason="no such locks")
def test_two_copies_of_one_witness_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import fcntl  # noqa: PLC0415 (not there on Windows)

    monkeypatch.setattr("sverka.cli.witness.open_key", lambda *_args: SIGNER)
    (tmp_path / "root").write_bytes(root_note())
    folder_of(tmp_path / "out", log_of(4))
    command = ["witness", "confirm", str(tmp_path / "out"), "--key", "w", "--root", str(tmp_path / "root")]
    command += ["--memory", str(tmp_path / "seen"), "--lang", "en"]
    assert main(command) == 0
    with (tmp_path / "seen" / "lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert main(command) == 2
    assert "Another witness is using" in capsys.readouterr().err
    assert main(command) == 0
