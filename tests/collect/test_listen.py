"""A witness over HTTP, asked over loopback: c2sp.org/tlog-witness, status by status."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.ceremony import LOG_KEY, ORIGIN, Log
from release.test_witness import CASES, NOW, SIGNER, FullDisk, head, log_of, request
from sverka.bundle.note import parse_note, signers
from sverka.collect.listen import MAX_REQUEST, PATH, Reply, server
from sverka.record.disk import RealDisk
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


