"""Notes, proofs and tiles against the formats' own examples and a tree computed by definition."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bundle.ceremony import LOG_KEY, WITNESSES, Log, key
from sverka.bundle.note import Note, parse_checkpoint, parse_note, parse_vkey, signers
from sverka.bundle.refusals import ProofError
from sverka.bundle.tiles import tile_path
from sverka.bundle.tlog import EMPTY, extends, includes, leaf_hash, node_hash, parse_proof

# The example of Go's golang.org/x/mod/sumdb/note, which C2SP's signed-note generalises.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
    "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def by_definition(entries: list[bytes]) -> bytes:
    """MTH as RFC 6962, 2.1 defines it."""
    if len(entries) < 2:
        return leaf_hash(entries[0]) if entries else EMPTY
    left = 1 << ((len(entries) - 1).bit_length() - 1)
    return node_hash(by_definition(entries[:left]), by_definition(entries[left:]))


def log_of(size: int) -> Log:
    return Log([b"entry %d" % i for i in range(size)])


def test_the_example_note_of_go_verifies() -> None:
    vkey = parse_vkey(GO_KEY)
    assert str(vkey) == GO_KEY
    assert signers(parse_note(GO_NOTE.encode()), [vkey]) == {vkey: 0}


def test_a_note_is_written_as_it_was_read() -> None:
    note = log_of(3).checkpoint()
    assert parse_note(str(note).encode()) == note
    assert str(parse_checkpoint(note.text)) == note.text


NOTE = str(log_of(3).checkpoint())
BROKEN_NOTES = {
    "empty": b"",
    "no final newline": NOTE.removesuffix("\n").encode(),
    "no signature": b"text\n\n",
    "no blank line": NOTE.replace("\n\n", "\n").encode(),
    "carriage returns": NOTE.replace("\n", "\r\n").encode(),
    "tab in the text": ("\t" + NOTE).encode(),
    "hyphen for dash": NOTE.replace("— ", "- ").encode(),
    "not UTF-8": b"\xff" + NOTE.encode(),
    "a second form of base64": NOTE.replace("=\n", "==\n").encode(),
    "101 signatures": ("text\n\n" + "— a.example AAAAAAA=\n" * 101).encode(),
}


@pytest.mark.parametrize("case", BROKEN_NOTES)
def test_a_broken_note_is_refused(case: str) -> None:
    with pytest.raises(ProofError):
        parse_note(BROKEN_NOTES[case])


def test_sixteen_signatures_and_unknown_keys_are_no_obstacle() -> None:
    note = parse_note(NOTE.encode())
    strangers = [key(f"stranger{i}.example").sign("other text\n") for i in range(13)]
    many = Note(note.text, (*strangers, *note.signatures))
    assert list(signers(parse_note(str(many).encode()), [LOG_KEY.vkey])) == [LOG_KEY.vkey]


def test_a_wrong_signature_of_a_known_key_refuses_the_whole_note_even_beside_a_good_one() -> None:
    note = parse_note(NOTE.encode())
    wrong = LOG_KEY.sign("other\n")
    for lines in ((wrong, *note.signatures[1:]), (*note.signatures, wrong)):
        with pytest.raises(ProofError):
            signers(Note(note.text, lines), [LOG_KEY.vkey])


def test_a_key_that_signed_twice_counts_once_with_its_newer_time() -> None:
    text, witness = parse_note(NOTE.encode()).text, WITNESSES[0]
    twice = Note(text, tuple(witness.cosign(text, time) for time in (1_700_000_200, 1_700_000_100)))
    assert signers(twice, [w.vkey for w in WITNESSES]) == {witness.vkey: 1_700_000_200}


def test_a_cosignature_carries_its_time_and_holds_for_no_other() -> None:
    note = log_of(3).checkpoint(time=1_700_000_123)
    keys = [w.vkey for w in WITNESSES]
    assert set(signers(note, keys).values()) == {1_700_000_123}
    line = note.signatures[1]
    late = Note(
        note.text, (type(line)(line.name, line.id, (1_800_000_000).to_bytes(8, "big") + line.data[8:]),)
    )
    with pytest.raises(ProofError):
        signers(late, keys)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 8, 255, 256, 257, 700])
def test_the_root_from_tiles_is_the_root_by_definition(size: int) -> None:
    log = log_of(size)
    assert log.tiles().root() == by_definition(log.entries)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 21, 300])
def test_every_proof_of_a_tree_holds_and_no_changed_one_does(size: int) -> None:
    tiles, rng = log_of(size).tiles(), random.Random(size)
    root = tiles.root()
    for index in range(size) if size < 30 else rng.sample(range(size), 20):
        leaf, path = leaf_hash(b"entry %d" % index), tiles.inclusion(index)
        assert includes(root, size, index, leaf, path)
        assert not includes(root, size, index, leaf, [*path, root])
        assert not any(
            includes(root, size, other, leaf, path) for other in range(min(size, 30)) if other != index
        )
        old = tiles.root(index)
        growth = tiles.consistency(index)
        assert extends(old, index, root, size, growth)
        assert not extends(old, index, root, size, [*growth, root])
        assert not growth or not extends(old, index, root, size, growth[:-1])
        assert index == 0 or not extends(EMPTY, index, root, size, growth)


def test_equal_sizes_need_equal_roots_and_a_smaller_tree_extends_nothing() -> None:
    root = log_of(5).tiles().root()
    assert extends(root, 5, root, 5, [])
    assert not extends(EMPTY, 5, root, 5, [])
    assert not extends(root, 6, root, 5, [])


def test_a_proof_file_is_written_as_it_was_read() -> None:
    log = log_of(9)
    data = log.proof(4)
    assert str(parse_proof(data)).encode() == data
    assert data.startswith(b"c2sp.org/tlog-proof@v1\nextra ")


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 10**6), byte=st.integers(1, 255))
def test_a_changed_byte_of_a_proof_file_is_an_orderly_refusal_or_another_proof(at: int, byte: int) -> None:
    data = bytearray(log_of(9).proof(4))
    data[at % len(data)] ^= byte
    with contextlib.suppress(ProofError):
        assert str(parse_proof(bytes(data))).encode() == bytes(data)


@pytest.mark.parametrize(
    ("args", "path"),
    [
        ((0, 0), "tile/0/000"),
        ((2, 1234067), "tile/2/x001/x234/067"),
        (("entries", 67, 5), "tile/entries/067.p/5"),
    ],
)
def test_tile_paths_are_those_of_c2sp(args: tuple[int, int], path: str) -> None:
    assert tile_path(*args) == path
