"""A witness confirms growth only, remembers before it answers, and answers as C2SP's tlog-witness says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.ceremony import LOG_KEY, ORIGIN, Log, key
from sverka.bundle.note import COSIGNATURE, Checkpoint, Note, b64, parse_note, signers
from sverka.record.disk import RealDisk
from sverka.release.sign import signed
from sverka.release.witness import SIZE_TYPE, Answer, Witness

SIGNER = key("w0.example", COSIGNATURE)
NOW = 1_700_000_000


class FullDisk(RealDisk):
    def write(self, path: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")


def witness(folder: Path) -> Witness:
    return Witness(SIGNER, [LOG_KEY.vkey], RealDisk(folder))


def head(log: Log) -> Note:
    return signed(str(Checkpoint(ORIGIN, len(log.entries), log.tiles().root())), LOG_KEY)


def request(log: Log, old: int, note: Note | None = None) -> bytes:
    path = log.tiles().consistency(old) if old <= len(log.entries) else []
    lines = [f"old {old}", *map(b64, path), ""]
    return ("\n".join(lines) + "\n" + str(note or head(log))).encode()


def log_of(size: int, name: str = "entry") -> Log:
    return Log([f"{name} {i}".encode() for i in range(size)])


def test_it_confirms_growth_and_its_line_verifies(tmp_path: Path) -> None:
    anna = witness(tmp_path)
    for old, size in ((0, 3), (3, 9), (9, 9)):
        log = log_of(size)
        answer = anna.answer(request(log, old), NOW)
        assert answer.status == 200
        note = parse_note((str(head(log)) + answer.body).encode())
        assert signers(note, [SIGNER.vkey]) == {SIGNER.vkey: NOW}
    assert witness(tmp_path).remembered(ORIGIN).size == 9


CASES: dict[str, tuple[bytes, Answer]] = {
    "a stale size": (request(log_of(9), 3), Answer(409, "5\n", SIZE_TYPE)),
    "a fork of the same size": (request(log_of(5, "other"), 5), Answer(409, "5\n", SIZE_TYPE)),
    "a fork that grows": (request(log_of(9, "other"), 5), Answer(422)),
    "a size above the new one": (request(log_of(4), 5), Answer(400)),
    "another log": (
        request(log_of(9), 5, signed("other.example\n9\n" + b64(bytes(32)) + "\n", key("other.example"))),
        Answer(404),
    ),
    "an unsigned head": (
        request(log_of(9), 5, signed(head(log_of(9)).text, key("mallory.example"))),
        Answer(403),
    ),
    "a wrong signature": (
        request(log_of(9), 5, Note(head(log_of(9)).text, head(log_of(8)).signatures)),
        Answer(403),
    ),
    "junk": (b"\xff\x00", Answer(400)),
    "no old size": (b"new 5\n\n" + str(head(log_of(9))).encode(), Answer(400)),
    "64 hashes": (
        b"old 5\n" + b64(bytes(32)).encode() * 64 + b"\n\n" + str(head(log_of(9))).encode(),
        Answer(400),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_it_does_not_confirm_changes_nothing(tmp_path: Path, case: str) -> None:
    anna = witness(tmp_path)
    assert anna.answer(request(log_of(5), 0), NOW).status == 200
    data, expected = CASES[case]
    assert anna.answer(data, NOW) == expected
    assert anna.remembered(ORIGIN).root == log_of(5).tiles().root()


def test_no_cosignature_leaves_when_memory_fails(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        Witness(SIGNER, [LOG_KEY.vkey], FullDisk(tmp_path)).answer(request(log_of(5), 0), NOW)
