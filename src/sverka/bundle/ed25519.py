"""Checking Ed25519 signatures (RFC 8032) with the standard library alone; signing is not here.

A signature is accepted if, in this order:

1. the key has 32 bytes and the signature 64;
2. S < L, so that no signature has a second form;
3. A and R are canonical encodings of points on the curve (y < p, no negative zero);
4. neither A nor R is of small order, so that no key or nonce fits every message;
5. A is of prime order, so that every implementation agrees on its signatures;
6. [S]B = R + [k]A without the cofactor, k = SHA-512(R || A || M) mod L.

By 5 and 6 R is of prime order too, so all vectors of C2SP/CCTV are refused, as recent libsodium
refuses them. Rules 4 and 5 are stricter than RFC 8032, OpenSSL and Go; no honest key or signature
is refused by them. About 5 ms in CPython on a 2020s laptop, twice that for a key first met.
Nothing here is constant-time: only public values are handled.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
_SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)

Point = tuple[int, int, int, int]
"""Extended coordinates X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z."""

_NEUTRAL: Point = (0, 1, 1, 0)


def verify(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is the key's on `message`, by the rules above; never raises on bad bytes.

    >>> verify(bytes(32), bytes(64), b"")
    False
    """
    if len(public_key) != 32 or len(signature) != 64:
        return False
    r_bytes, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    a, r = decode_key(bytes(public_key)), decode(r_bytes)
    if a is None or r is None or is_small(r):
        return False
    k = int.from_bytes(hashlib.sha512(r_bytes + public_key + message).digest(), "little") % L
    minus_a = (P - a[0], a[1], a[2], P - a[3])
    return _equal(_two_multiples(s, _BASE, k, minus_a), r)


@lru_cache(maxsize=64)  # a root names few keys, and each is met again and again
def decode_key(data: bytes) -> Point | None:
    """The point of a public key by rules 3 to 5, None for what may be no key."""
    point = decode(data)
    if point is None or is_small(point) or not _equal(_two_multiples(L, point, 0, _NEUTRAL), _NEUTRAL):
        return None
    return point


def decode(data: bytes) -> Point | None:
    """The point that 32 bytes encode, None if they encode none or not in the canonical way."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * _SQRT_MINUS_1 % P
        if v * x * x % P != u:
            return None
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def is_small(point: Point) -> bool:
    """Whether eight times the point is the neutral element."""
    for _ in range(3):
        point = _double(point)
    return _equal(point, _NEUTRAL)


def _equal(a: Point, b: Point) -> bool:
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def _add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _double(p: Point) -> Point:
    a, b, c = p[0] * p[0] % P, p[1] * p[1] % P, 2 * p[2] * p[2] % P
    h = a + b
    e = h - (p[0] + p[1]) * (p[0] + p[1]) % P
    g = a - b
    f = c + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def _two_multiples(s: int, p: Point, k: int, q: Point) -> Point:
    """[s]p + [k]q, doubling once for both (Shamir's trick)."""
    both = _add(p, q)
    total = _NEUTRAL
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        total = _double(total)
        match (s >> bit & 1, k >> bit & 1):
            case (1, 1):
                total = _add(total, both)
            case (1, 0):
                total = _add(total, p)
            case (0, 1):
                total = _add(total, q)
    return total


_base = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
assert _base is not None
_BASE: Point = _base
