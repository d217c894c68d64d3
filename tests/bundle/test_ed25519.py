"""Ed25519 against the RFC's vectors, the known edge cases and `cryptography`."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.bundle.ed25519 import L, decode, verify

VECTORS = [line.split() for line in (Path(__file__).parent / "rfc8032.txt").read_text().splitlines()[1:]]

# Every encoding, canonical or not, of the eight points of small order (C2SP/CCTV, ed25519/README).
SMALL = [
    "00" * 32,
    "ed" + "ff" * 30 + "7f",
    "00" * 31 + "80",
    "ed" + "ff" * 31,
    "01" + "00" * 31,
    "01" + "00" * 30 + "80",
    "ee" + "ff" * 30 + "7f",
    "ee" + "ff" * 31,
    "ec" + "ff" * 30 + "7f",
    "ec" + "ff" * 31,
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]


def openssl(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@pytest.mark.parametrize("vector", VECTORS, ids=["1", "2", "3", "1024", "sha-abc"])
def test_the_vectors_of_the_rfc_verify_and_no_bit_of_them_is_idle(vector: list[str]) -> None:
    key, message, signature = (bytes.fromhex(x.replace("-", "")) for x in vector)
    assert verify(key, signature, message)
    assert not verify(key, signature, message + b"\0")
    for bit in range(0, 512, 17):
        flipped = bytearray(signature)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not verify(key, bytes(flipped), message)


@settings(max_examples=100, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=200), bit=st.integers(0, 1000))
def test_it_agrees_with_openssl_on_honest_and_flipped_signatures(
    seed: bytes, message: bytes, bit: int
) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    key, signature = private.public_key().public_bytes_raw(), bytearray(private.sign(message))
    if bit < 512:
        signature[bit // 8] ^= 1 << bit % 8
    assert verify(key, bytes(signature), message) == openssl(key, bytes(signature), message) == (bit >= 512)


@pytest.mark.parametrize("small", SMALL)
def test_points_of_small_order_are_refused_as_key_and_as_nonce(small: str) -> None:
    """With A of small order and S = 0, R = A signs messages without any secret; OpenSSL lets some through."""
    point = bytes.fromhex(small)
    private = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    key, signature = private.public_key().public_bytes_raw(), private.sign(b"m")
    for message in (bytes([i]) for i in range(8)):
        assert not verify(point, point + bytes(32), message)
        assert not verify(point, signature, message)
    assert not verify(key, point + signature[32:], b"m")


def test_s_has_one_form_only() -> None:
    private = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    key, signature = private.public_key().public_bytes_raw(), private.sign(b"m")
    s = int.from_bytes(signature[32:], "little")
    assert verify(key, signature, b"m")
    assert not verify(key, signature[:32] + (s + L).to_bytes(32, "little"), b"m")


@pytest.mark.parametrize(
    "encoding",
    ["02" + "00" * 31, "ed" + "ff" * 30 + "7f", "01" + "00" * 30 + "80", "ff" * 32],
    ids=["no point", "y = p", "negative zero", "y > p"],
)
def test_what_is_no_canonical_point_is_none(encoding: str) -> None:
    assert decode(bytes.fromhex(encoding)) is None


def test_wrong_lengths_are_false_not_errors() -> None:
    assert not verify(b"", b"", b"")
    assert not verify(bytes(32), bytes(63), b"")
