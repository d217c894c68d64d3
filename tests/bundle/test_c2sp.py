"""Examples and test vectors of the formats, as their authors published them.

Facts only, typed over with their source: the specifications of C2SP (CC BY 4.0), Go's
golang.org/x/mod/sumdb (BSD-3), transparency-dev/formats and transparency-dev/merkle (Apache-2.0),
FiloSottile/torchwood (ISC) and sigsum/sigsum-go (BSD-2). There is no official vector file for
tlog-tiles, tlog-checkpoint, tlog-cosignature, tlog-witness, tlog-proof or tlog-policy: their
examples and their authors' tests are all there is.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode
from pathlib import Path

import pytest

from bundle.ceremony import key
from sverka.bundle.note import (
    COSIGNATURE,
    Note,
    VKey,
    b64,
    cosigned,
    parse_checkpoint,
    parse_note,
    parse_vkey,
    signers,
)
from sverka.bundle.refusals import ProofError
from sverka.bundle.tiles import tile_path
from sverka.bundle.tlog import EMPTY, leaf_hash, parse_proof
from sverka.bundle.trust import parse_policy
from sverka.record.disk import RealDisk
from sverka.release.sign import Signer, signed
from sverka.release.witness import SIZE_TYPE, Answer, Witness

# c2sp.org/signed-note, "Verifier keys".
SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = (
    "This is an example message.\n\n— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
# golang.org/x/mod/sumdb/note, note_test.go.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETER_LINE = (
    "— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCH_LINE = (
    "— EnochRoot "
    "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
)
# The checksum database of Go, its head of 2024-09-23 (sigsum-go, checkpoint_test.go).
SUMDB_KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
SUMDB_HEAD = (
    "go.sum database tree\n30055305\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n\n— sum.golang.org "
    "Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=\n"
)


def verified(note: str, *keys: str) -> list[str]:
    return [k.name for k in signers(parse_note(note.encode()), map(parse_vkey, keys))]


def test_notes_of_others_verify_and_are_written_as_they_were() -> None:
    assert verified(SPEC_NOTE, SPEC_KEY) == ["example.com/foo"]
    assert verified(f"{TEXT}\n{PETER_LINE}", PETER) == ["PeterNeumann"]
    assert verified(SUMDB_HEAD, SUMDB_KEY) == ["sum.golang.org"]
    for text in (SPEC_NOTE, SUMDB_HEAD):
        assert str(parse_note(text.encode())) == text
    assert [str(parse_vkey(k)) for k in (SPEC_KEY, PETER, ENOCH, SUMDB_KEY)] == [
        SPEC_KEY,
        PETER,
        ENOCH,
        SUMDB_KEY,
    ]


def test_gos_signer_gives_gos_signature() -> None:
    """Its skey, `PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALV...`, without the type byte."""
    seed = b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
    signer = Signer.load("PeterNeumann", 1, seed)
    assert str(signer.vkey) == PETER
    assert str(signed(TEXT, signer)) == f"{TEXT}\n{PETER_LINE}"


def test_open_as_gos_note_test_opens() -> None:
    both = f"{TEXT}\n{PETER_LINE}{ENOCH_LINE}"
    damaged = ENOCH_LINE[:60] + "ABCD" + ENOCH_LINE[60:]
    assert verified(both, PETER) == ["PeterNeumann"]
    assert verified(both, PETER, ENOCH) == ["PeterNeumann", "EnochRoot"]
    assert verified(both) == []
    # Doubled signatures, verified or not, are one; a stranger's may be anything.
    assert verified(f"{TEXT}\n{PETER_LINE}{PETER_LINE}{ENOCH_LINE}{ENOCH_LINE}{damaged}", PETER) == [
        "PeterNeumann"
    ]
    with pytest.raises(ProofError) as refusal:
        verified(f"{TEXT}\n{PETER_LINE[:60]}ABCD{PETER_LINE[60:]}", PETER)
    assert refusal.value.reason == "signature"
    renamed = PETER_LINE.replace("PeterNeumann", "CarmenSandiego")
    assert verified(f"{TEXT}\n{renamed}", PETER) == []
    assert verified(f"{TEXT}\n{PETER_LINE.replace('x08g', 'xxxx')}", PETER) == []


BAD_MESSAGES = [
    TEXT,
    TEXT + "\n",
    f"{TEXT}\n{PETER_LINE[:-1]}",
    f"\x01{TEXT}\n{PETER_LINE}",
    f"{TEXT}\n— Bad Name {PETER_LINE.split()[2]}",
    f"{TEXT}\n{PETER_LINE}Unexpected line.\n",
    f"{TEXT}\n" + PETER_LINE * 101,
]


@pytest.mark.parametrize(
    "message", [*(m.encode() for m in BAD_MESSAGES), b"\xff" + f"{TEXT}\n{PETER_LINE}".encode()]
)
def test_malformed_notes_of_go_are_refused(message: bytes) -> None:
    with pytest.raises(ProofError):
        parse_note(message)


def test_every_mangling_of_a_key_is_refused() -> None:
    bad = {PETER[i:j] for i in range(len(PETER)) for j in range(i + 1, len(PETER) + 1)} - {PETER}
    bad |= {PETER[:i] + chr(ord(PETER[i]) + 1) + PETER[i + 1 :] for i in range(len(PETER))}
    bad |= {
        # Wrong length, unknown type; both with the right id (Go), and formats/note/note_cosigv1_test.go.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "bananas.sigstore.dev+12344556",
        "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!",
        "rekor.sigstore.dev+12345678+AwEB",
        SPEC_KEY.replace("530d903a", "NOT_A_NUMBER"),
        SPEC_KEY.replace("530d903a", "00000000"),
        SPEC_KEY.replace("530d903a", "53 0d 90 3a"),
    }
    for text in bad:
        with pytest.raises(ProofError):
            parse_vkey(text)


# transparency-dev/formats, note_cosigv1_test.go.
def test_keys_of_both_types_are_read() -> None:
    assert parse_vkey("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6").type == 1
    assert parse_vkey("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2").type == 4


# c2sp.org/tlog-cosignature, the example; its witness's key is not published.
COSIGNED = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZ"
    "qhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
)


def test_the_example_of_a_cosignature_is_read_as_the_specification_reads_it() -> None:
    note = parse_note(COSIGNED.encode())
    time = int.from_bytes(note.signatures[1].data[:8], "big")
    assert (time, len(note.signatures[1].data)) == (1679315147, 72)
    assert parse_checkpoint(note.text).size == 20852163
    assert cosigned(note.text, time).decode() == f"cosignature/v1\ntime 1679315147\n{note.text}"


# sigsum/sigsum-go, checkpoint_test.go: the seed is 0x11 and 31 zero bytes.
SIGSUM = "sigsum.org/v1/tree/e796172b92befd62d9dc67e41c2f5bc9d3100a3023b20b1ca40288dd1c679e69"
SIGSUM_ROOT = "HA5HAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
SIGSUM_LINE = (
    f"— {SIGSUM} gJ2ho0n8F8olcerUF1FFdv235A/5as/coWrpLrtE7ovMeP5whgwouYExowG/lTznxu6OUGjjt5yJQ6bXtTcf718MqAQ="
)
SEED = b"\x11" + bytes(31)
WITNESS_LINE = (
    "— example.org/witness "
    "ys8uUAAAAAAAAATSftMzceM8zssdZ9jin9SjwIxzx9iADMf63VqirX2hafol9RsqNqbofIz0LVRqHXI2kpEBSki5RTXFtxz1vo9+Cg=="
)


def test_sigsums_checkpoint_is_signed_and_verified_alike() -> None:
    signer = Signer.load(SIGSUM, 1, SEED)
    text = f"{SIGSUM}\n10\n{SIGSUM_ROOT}\n"
    assert str(signed(text, signer)) == f"{text}\n{SIGSUM_LINE}\n"
    foreign = "— example.org/log2 DEADBEEF" + "A" * 83 + "="
    for lines in ([SIGSUM_LINE], [foreign, SIGSUM_LINE, "— example.org/log DEADBEEFAA=="]):
        note = parse_note(f"{text}\n{chr(10).join(lines)}\n".encode())
        assert list(signers(note, [signer.vkey])) == [signer.vkey]
    with pytest.raises(ProofError):
        parse_note(f"{text}\n{SIGSUM_LINE}\n— example.org/log DEADB\n".encode())


def test_sigsums_cosignature_is_made_and_verified_alike_among_strangers() -> None:
    signer = Signer.load("example.org/witness", COSIGNATURE, SEED)
    text = f"example.org/log\n10\n{SIGSUM_ROOT}\n"
    assert str(signer.cosign(text, 1234)) == f"{WITNESS_LINE}\n"
    other_id = WITNESS_LINE.replace(" ys8u", " yX8u")
    other_name = WITNESS_LINE.replace("witness ", "witness-2 ")
    note = parse_note(f"{text}\n{other_id}\n{WITNESS_LINE}\n{other_name}\n".encode())
    assert signers(note, [signer.vkey]) == {signer.vkey: 1234}
    longer = WITNESS_LINE.replace("Cg==", "CgXX")
    with pytest.raises(ProofError):
        signers(parse_note(f"{text}\n{longer}\n".encode()), [signer.vkey])


# transparency-dev/formats, log/checkpoint_test.go, and Go's tlog/note_test.go, with roots of 32 bytes.
ROOT = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0="
BAD_CHECKPOINTS = [
    "Head\n9944\n",
    f"\n9944\n{ROOT}\n",
    f"Log\nbananas\n{ROOT}\n",
    f"Log\n-34\n{ROOT}\n",
    f"Log\n3438945738945739845734895735\n{ROOT}\n",
    "Log\n123\nThisIsn'tBase64\n",
    f"Log\n0xabcdef\n{ROOT}\n",
    "Log\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=\n",
    f"Log\n0123\n{ROOT}\n",
    f"Log\n123\n{ROOT}\n\n",
    "Log\n123\nYmFuYW5hcw==\n",
]


def test_checkpoints_are_read_or_refused_as_elsewhere() -> None:
    head = parse_checkpoint(f"go.sum database tree\n123456789012\n{ROOT}\n")
    assert (head.size, head.root) == (123456789012, leaf_hash(b"hello world"))
    assert parse_checkpoint(f"Log\n9944\n{ROOT}\nlots\nof\nlines\n").extension == ("lots", "of", "lines")
    for text in BAD_CHECKPOINTS:
        with pytest.raises(ProofError):
            parse_checkpoint(text)


# transparency-dev/formats, proof/tlog_proof_test.go; each with a real checkpoint behind it.
HASHES = [hashlib.sha256(x).digest() for x in (b"hash1", b"hash2")]
HEAD = "c2sp.org/tlog-proof@v1\n"
PROOFS = {
    f"{HEAD}index 5\n{b64(HASHES[0])}\n{b64(HASHES[1])}\n\n": (b"", 5, HASHES),
    f"{HEAD}extra {b64(b'extra information')}\nindex 10\n{b64(HASHES[0])}\n\n": (
        b"extra information",
        10,
        HASHES[:1],
    ),
    f"{HEAD}index 0\n\n": (b"", 0, []),
}
BAD_PROOFS = [
    "wrong-header\nindex 0\n\n",
    f"{HEAD}extra !!notbase64!!\nindex 0\n\n",
    f"{HEAD}extra \nindex 0\n\n",
    f"{HEAD}\n\n",
    f"{HEAD}index notanumber\n\n",
    f"{HEAD}index -5\n\n",
    f"{HEAD}index 05\n\n",
    f"{HEAD}index 0\n!!notbase64!!\n\n",
    f"{HEAD}index 0\n{b64(bytes(64))}\n\n",
    f"{HEAD}index 0\n" + f"{b64(bytes(32))}\n" * 64 + "\n",
    f"{HEAD}index 0\n" + "a" * 65 * 1024 + "\n",
]


def test_proof_files_are_read_or_refused_as_elsewhere() -> None:
    for head, (entry, index, path) in PROOFS.items():
        proof = parse_proof((head + COSIGNED).encode())
        assert (proof.entry, proof.index, list(proof.path)) == (entry, index, path)
        assert str(proof) == head + COSIGNED
    for head in BAD_PROOFS:
        with pytest.raises(ProofError):
            parse_proof((head + COSIGNED).encode())


# c2sp.org/tlog-policy, its example, and formats/policy/tlog_policy_test.go.
W = [key(f"Wit{i}", COSIGNATURE).vkey for i in range(6)]
LOG = key("example.com/log").vkey
POLICIES = {
    "quorum none\n": "none",
    f"log {LOG}\n\nwitness X1 {W[0]}\nwitness X2 {W[1]}\nwitness X3 {W[2]}\ngroup X-witnesses 2 X1 X2 X3\n\n"
    f"witness Y1 {W[3]}\nwitness Y2 {W[4]}\nwitness Y3 {W[5]}\ngroup Y-witnesses any Y1 Y2 Y3\n\n"
    "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n": "X-and-Y",
    f"\n# comment\n\t # more\n\twitness \t w1  {W[0]}   https://w1.example.com/  \n\n  quorum\tw1": "w1",
    f"log {LOG} https://log.example.com/\nwitness w1 {W[0]}\nquorum w1\n": "w1",
    f"witness \u212aelvin {W[0]}\nquorum \u212aelvin\n": "\u212aelvin",
    f"witness all {W[0]}\nwitness any {W[1]}\ngroup group 2 all any\nquorum group\n": "group",
}
BAD_POLICIES = [
    "quorum none\n\x01",
    "quorum none\r\n",
    "quibble w1\nquorum none\n",
    f"witness w1 {W[0]} https://w1.example.com/ # comment\nquorum w1\n",
    "log\nquorum none\n",
    "log garbage\nquorum none\n",
    f"log {LOG}\nlog {LOG} https://log.example.com/\nquorum none\n",
    f"log {W[0]}\nquorum none\n",
    "witness w1\nquorum none\n",
    f"witness w1 {LOG}\nquorum w1\n",
    f"witness none {W[0]}\nquorum none\n",
    f"witness w1 {W[0]}\nwitness w1 {W[1]}\nquorum w1\n",
    f"witness w1 {W[0]}\ngroup w1 any w1\nquorum w1\n",
    f"witness w1 {W[0]}\ngroup g1 1\nquorum w1\n",
    f"witness w1 {W[0]}\ngroup none any w1\nquorum none\n",
    f"witness w1 {W[0]}\ngroup g1 0 w1\nquorum g1\n",
    f"witness w1 {W[0]}\ngroup g1 -1 w1\nquorum g1\n",
    f"witness w1 {W[0]}\ngroup g1 2 w1\nquorum g1\n",
    f"witness w1 {W[0]}\ngroup g1 any w2\nquorum g1\n",
    f"group g1 any w1\nwitness w1 {W[0]}\nquorum g1\n",
    f"witness w1 {W[0]}\ngroup g1 any none w1\nquorum g1\n",
    f"witness w1 {W[0]}\ngroup g1 all w1 w1\nquorum g1\n",
    f"witness w1 {W[0]}\nwitness w2 {W[1]}\ngroup g1 any w1 w2\ngroup g2 any w1\nquorum g1\n",
    f"witness w1 {W[0]}\n",
    f"witness w1 {W[0]}\nquorum w1\nquorum w1\n",
    "quorum unknown\n",
    f"quorum w1\nwitness w1 {W[0]}\n",
    "quorum\n",
    f"witness w1 {W[0]}\nwitness w2 {VKey('impostor.example.com', 4, W[0].key)}\nquorum w1\n",
]


def test_policies_are_read_or_refused_as_elsewhere() -> None:
    for text, quorum in POLICIES.items():
        assert parse_policy(text).quorum == quorum
    for text in BAD_POLICIES:
        with pytest.raises(ProofError):
            parse_policy(text)


def test_quorums_are_met_as_elsewhere() -> None:
    nested = parse_policy(
        "".join(f"witness w{i + 1} {W[i]}\n" for i in range(3))
        + "group inner any w2 w3\ngroup outer all w1 inner\nquorum outer\n"
    )
    assert nested.met(W[:3])
    assert nested.met([W[0], W[2]])
    assert not any(nested.met(few) for few in ([W[0]], W[1:3], []))


# c2sp.org/tlog-tiles: the widths of the tiles of a tree of 70,000, and of one of 256.
def test_the_tiles_of_a_size_are_those_of_the_specification() -> None:
    def widths(size: int) -> list[tuple[int, int]]:
        return [(size >> 8 * level >> 8, (size >> 8 * level) % 256) for level in range(3)]

    assert widths(70_000) == [(273, 112), (1, 17), (0, 1)]
    assert widths(256) == [(1, 0), (0, 1), (0, 0)]
    assert tile_path(0, 1234067) == "tile/0/x001/x234/067"


# FiloSottile/torchwood, internal/witness/witness_test.go.
ORIGIN = "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562"
LOG_KEY = VKey(ORIGIN, 1, bytes.fromhex("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f"))
HEADS = {
    1: (
        "KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=",
        [],
    ),
    3: (
        "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=",
        "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=",
        ["KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="],
    ),
    5: (
        "QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=",
        "UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=",
        [
            "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=",
            "KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        ],
    ),
}


def request(old: int, size: int, path: list[str] | None = None) -> bytes:
    root, line, proof = HEADS[size]
    lines = "".join(f"{h}\n" for h in (proof if path is None else path))
    return f"old {old}\n{lines}\n{ORIGIN}\n{size}\n{root}\n\n— {ORIGIN} {line}\n".encode()


def test_a_witness_grows_and_refuses_as_torchwoods_does(tmp_path: Path) -> None:
    anna = Witness(key("example.com", COSIGNATURE), [LOG_KEY], RealDisk(tmp_path))
    assert anna.answer(request(0, 1), 1).status == 200
    assert anna.answer(request(1, 5), 2).status == 200
    # The slower one of two requests from size 1 comes too late: 409 with the size, nothing rolled back.
    assert anna.answer(request(1, 3), 3) == Answer(409, "5\n", SIZE_TYPE)
    root = bytes.fromhex("42bb57ad06420afa4882c4a63ac6a1ec77480b330b2f20dfc53a0caa5f564e36")
    assert (anna.remembered(ORIGIN).size, anna.remembered(ORIGIN).root) == (5, root)
    assert anna.answer(request(0, 1, ["KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="] * 64), 4).status == 400


ZERO = key("example.com/log")
LEAF = leaf_hash(b"leaf")
# known size, old size, new size, root, proof, status; where torchwood says 422 for an equal size with
# another root, the specification says 409.
SIZES = [
    (0, 0, 0, EMPTY, [], 200),
    (0, 0, 0, LEAF, [], 409),
    (0, 0, 0, bytes(32), [], 409),
    (0, 0, 0, EMPTY, [LEAF], 422),
    (0, 0, 1, LEAF, [], 200),
    (0, 0, 1, LEAF, [LEAF], 422),
    (1, 0, 1, LEAF, [LEAF], 409),
    (1, 1, 0, EMPTY, [], 400),
]


@pytest.mark.parametrize("case", SIZES)
def test_the_empty_tree_is_confirmed_as_others_do(
    tmp_path: Path, case: tuple[int, int, int, bytes, list[bytes], int]
) -> None:
    known, old, new, root, proof, status = case
    anna = Witness(key("example.com/witness", COSIGNATURE), [ZERO.vkey], RealDisk(tmp_path))

    def ask(old: int, size: int, root: bytes, proof: list[bytes]) -> Answer:
        head = signed(f"example.com/log\n{size}\n{b64(root)}\n", ZERO)
        lines = "".join(f"{b64(h)}\n" for h in proof)
        return anna.answer(f"old {old}\n{lines}\n{head}".encode(), 1)

    if known:
        assert ask(0, 1, LEAF, []).status == 200
    answer = ask(old, new, root, proof)
    assert answer.status == status
    if status == 200:
        note = parse_note(
            (str(signed(f"example.com/log\n{new}\n{b64(root)}\n", ZERO)) + answer.body).encode()
        )
        assert isinstance(note, Note) and list(signers(note, [anna.signer.vkey])) == [anna.signer.vkey]
    else:
        assert "—" not in answer.body
