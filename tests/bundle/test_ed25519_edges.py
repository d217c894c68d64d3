"""The known edge cases of Ed25519: all of them are refused, and they are real ones.

"Real" means that some other implementation takes them: where the vector's source says that the
classic rules (ref10, Go, OpenSSL) accept it, OpenSSL must accept it here, else the vector was
mistyped and our refusal shows nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.test_ed25519 import SMALL, openssl
from sverka.bundle.ed25519 import _BASE, _NEUTRAL, L, P, Point, _add, _two_multiples, decode, verify

SPECCHECK = [
    [part.strip() for part in line.split("|")]
    for line in (Path(__file__).parent / "speccheck.txt").read_text().splitlines()
    if not line.startswith("#")
]
# Which of the twelve OpenSSL takes, by the table of the paper: those that need no cofactor,
# except S > L and non-canonical R; it does not look at the order of A.
CLASSIC = {0, 1, 2, 3, 10, 11}


@pytest.mark.parametrize("number", range(12), ids=[case[0] for case in SPECCHECK])
def test_all_twelve_of_taming_the_many_eddsas_are_refused(number: int) -> None:
    _, message, key, signature = SPECCHECK[number]
    args = bytes.fromhex(key), bytes.fromhex(signature), bytes.fromhex(message)
    assert not verify(*args)
    if number not in CLASSIC:
        assert not openssl(*args)


# From C2SP/CCTV, ed25519/ed25519vectors.json (BSD-style): number, key, signature, message after
# "ed25519vectors", and whether the classic rules accept it (no `low_order_residue`, no `non_canonical_R`).
LOW, LOW_TWIN = "00" * 32, "ed" + "ff" * 30 + "7f"
MIXED = "10eb7c3acfb2bed3e0d6ab89bf5a3d6afddd1176ce4812e38d9fd485058fdb1f"
R_3 = "36684ea91032ba5b1dbab2d02f4debc74c3327f2b3802e2e4d371aa42b12b56b"
R_25 = "b797b156efcd45a4e2454d2fd0b21438b3ccd80d4c7fd1d1b2c8e55bd4ed4a94"
S_3 = "05ba9a796274d80437afa36f1236563f2f3b0aa84cecddc3d20914615ba4fe02"
CCTV = [
    (0, LOW, LOW + LOW, " 3", False),
    (1, LOW, LOW + LOW, " 11", True),
    (2, LOW, R_3 + S_3, " 7", False),
    (3, LOW, R_3 + S_3, " 3", True),
    (4, MIXED, LOW + "5e176f12cfb0d4e6eb6929b19ae4c998ef05c1c2cf628a9b1fa1c21312627108", " 7", False),
    (5, MIXED, LOW + "9472a69cd9a701a50d130ed52189e2455b23767db52cacb8716fb896ffeeac09", " 3", True),
    (6, MIXED, R_3 + "c02e2b9e63e385c058bf62b14b3a2b29ccefe8e38ddb536bc3f9865320a3d801", " 10", False),
    (7, MIXED, R_3 + "bbfd00bd9c259d8d222d15e67a3d8228585050dbb9b9585be20d8fadc721da03", "", True),
    (9, LOW_TWIN, LOW + LOW, " 6", True),
    (11, LOW_TWIN, R_3 + S_3, "", True),
    (13, LOW_TWIN, R_3 + S_3, " 3", False),
    (15, LOW, LOW_TWIN + LOW, " 10", False),
    (17, MIXED, LOW_TWIN + "ad7a355469b5c87e550469f6b2de409ee723acd584bf35f86b80c384e8ceb702", " 3", False),
    (25, LOW, R_25 + S_3, " 9", True),
    (
        27,
        MIXED,
        "00" * 31 + "80050abffcd4d8ccbb4b8d6bf6649f5aa99e8de5cc182a7409633856ff53f49e0c",
        " 10",
        True,
    ),
    (29, MIXED, R_25 + "732d9e0279fe001d90327efa319816e3e4506b78432b8b4e1f2fdc4b960d700f", " 2", True),
]


@pytest.mark.parametrize("case", CCTV, ids=[str(case[0]) for case in CCTV])
def test_vectors_of_cctv_are_refused(case: tuple[int, str, str, str, bool]) -> None:
    _, key, signature, tail, classic = case
    args = bytes.fromhex(key), bytes.fromhex(signature), f"ed25519vectors{tail}".encode()
    assert openssl(*args) == classic
    assert not verify(*args)


def encode(point: Point) -> bytes:
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def times(scalar: int, point: Point) -> Point:
    return _two_multiples(scalar, point, 0, _NEUTRAL)


EIGHTH = decode(bytes.fromhex(SMALL[10]))
assert EIGHTH is not None
TORSION = {encode(times(i, EIGHTH)): i for i in range(8)}


def encodings(secret: int) -> Iterator[tuple[bytes, int, int, bool]]:
    """Points with a small part: encoding, secret, which small part, whether it is canonical.

    All fourteen encodings of the small points themselves, then the secret's point with each of the
    seven small parts that are not neutral.
    """
    for text in SMALL:
        data = bytes.fromhex(text)
        y = int.from_bytes(data, "little") & (1 << 255) - 1
        sign = data[31] >> 7 if y % P not in (1, P - 1) else 0  # x = 0 has no sign
        canonical = (y % P | sign << 255).to_bytes(32, "little")
        yield data, 0, TORSION[canonical], canonical == data
    for part in range(1, 8):
        yield encode(_add(times(secret, _BASE), times(part, EIGHTH))), secret, part, True


def combinations() -> Iterator[tuple[bytes, bytes, bytes, bool]]:
    """Each such key with each such nonce, with and without a residue: key, signature, message, classic."""
    for key, a, small_a, _ in encodings(0xA11CE):
        for nonce, r, small_r, canonical in encodings(0xB0B):
            for residue in (False, True):
                for number in range(200):
                    message = b"edge %d" % number
                    digest = hashlib.sha512(nonce + key + message).digest()
                    k = int.from_bytes(digest, "little") % L
                    if ((small_r + k * small_a) % 8 != 0) == residue:
                        s = (r + k * a) % L
                        yield key, nonce + s.to_bytes(32, "little"), message, canonical and not residue
                        break


def test_every_combination_of_a_small_part_in_key_and_nonce_is_refused() -> None:
    """As CCTV makes its vectors: 21 keys x 21 nonces, both with and without a residue where there is one."""
    tried = taken_elsewhere = 0
    for key, signature, message, classic in combinations():
        assert openssl(key, signature, message) == classic
        assert not verify(key, signature, message)
        tried += 1
        taken_elsewhere += classic
    assert (tried, taken_elsewhere) == (708, 175)


def test_a_nonce_with_a_small_part_under_an_honest_key_is_refused() -> None:
    secret = 0xA11CE
    key = encode(times(secret, _BASE))
    for nonce, r, _, _ in encodings(0xB0B):
        digest = hashlib.sha512(nonce + key + b"m").digest()
        s = (r + int.from_bytes(digest, "little") * secret) % L
        assert not verify(key, nonce + s.to_bytes(32, "little"), b"m")
