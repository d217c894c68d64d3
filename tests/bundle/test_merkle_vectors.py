"""Merkle proofs of others: the RFC 6962 reference tree with every corruption, and a real CT log's proof.

Sources: transparency-dev/merkle, proof/verify_test.go (Apache-2.0), whose committed JSON vectors are
these probes written out; golang.org/x/mod/sumdb/tlog, testdata/argon2020 (BSD-3).
"""

from __future__ import annotations

from base64 import b64decode

import pytest

from bundle.ceremony import Log
from sverka.bundle.tlog import EMPTY, extends, includes, leaf_hash

LEAVES = [
    bytes.fromhex(x)
    for x in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    bytes.fromhex(x)
    for x in (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )
]
SOME = bytes.fromhex("abacaba000000000000000000000000000000000000000000060061e00123456")
LEFT = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
RIGHT = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
FIFTH = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
SECOND = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
PAIR = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
SIX = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
SEVENTH = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"

# leaf from 1, size, path
INCLUSION = [
    (1, 1, []),
    (1, 8, [SECOND, LEFT, RIGHT]),
    (6, 8, [FIFTH, PAIR, ROOTS[3].hex()]),
    (3, 3, [ROOTS[1].hex()]),
    (2, 5, [ROOTS[0].hex(), LEFT, FIFTH]),
]
CONSISTENCY = [
    (1, 1, []),
    (1, 8, [SECOND, LEFT, RIGHT]),
    (6, 8, [SIX, PAIR, ROOTS[3].hex()]),
    (2, 5, [LEFT, FIFTH]),
    (6, 7, [SIX, SEVENTH, ROOTS[3].hex()]),
]


def flipped(path: list[bytes], at: int, bit: int) -> list[bytes]:
    return [*path[:at], bytes([path[at][0] ^ bit]) + path[at][1:], *path[at + 1 :]]


@pytest.mark.parametrize(("number", "size", "path"), INCLUSION)
def test_inclusion_in_the_reference_tree_and_in_nothing_else(number: int, size: int, path: list[str]) -> None:
    index, proof, root = number - 1, [bytes.fromhex(h) for h in path], ROOTS[size - 1]
    leaf = leaf_hash(LEAVES[index])
    assert Log(LEAVES[:size]).tiles().inclusion(index) == proof
    assert includes(root, size, index, leaf, proof)
    probes = [
        *((root, size, other, leaf, proof) for other in (index - 1, index + 1, index ^ 2)),
        *((root, other, index, leaf, proof) for other in (size * 2, size // 2)),
        (root, size, index, b"WrongLeaf", proof),
        *((other, size, index, leaf, proof) for other in (EMPTY, SOME, b"")),
        *((root, size, index, leaf, [*proof, more]) for more in (b"", root)),
        *((root, size, index, leaf, [more, *proof]) for more in (b"", root)),
        *((root, size, index, leaf, flipped(proof, at, 8)) for at in range(len(proof))),
        *([(root, size, index, leaf, proof[:-1])] if proof else []),
        *([(root, size, index, leaf, [proof[0], SOME, *proof[1:]])] if len(proof) > 1 else []),
    ]
    assert not [probe for probe in probes if includes(*probe)]


@pytest.mark.parametrize(("old", "size", "path"), CONSISTENCY)
def test_growth_of_the_reference_tree_and_of_no_other(old: int, size: int, path: list[str]) -> None:
    proof, one, two = [bytes.fromhex(h) for h in path], ROOTS[old - 1], ROOTS[size - 1]
    assert Log(LEAVES[:size]).tiles().consistency(old) == proof
    assert extends(one, old, two, size, proof)
    if not proof:
        return
    probes = [
        *((one, other, two, size, proof) for other in (old - 1, old + 1, old ^ 2)),
        *((one, old, two, other, proof) for other in (size * 2, size // 2)),
        (b"WrongRoot", old, two, size, proof),
        (one, old, b"WrongRoot", size, proof),
        (two, old, one, size, proof),
        (one, old, two, size, []),
        *((one, old, two, size, [*proof, more]) for more in (b"", one, two)),
        *((one, old, two, size, [more, *proof]) for more in (b"", one, two, proof[0])),
        (one, old, two, size, proof[:-1]),
        *((one, old, two, size, flipped(proof, at, 16)) for at in range(len(proof))),
    ]
    assert not [probe for probe in probes if extends(*probe)]


ONE, TWO = b"don't care 1", b"don't care 2"
# old size, size, old root, root, proof, verdict; a tree of 0 has the root of the empty tree here, where
# the source lets it have any.
TRIVIAL = [
    (0, 0, ONE, TWO, [], False),
    (1, 1, ONE, TWO, [], False),
    (0, 0, EMPTY, EMPTY, [], True),
    (0, 1, EMPTY, TWO, [], True),
    (1, 1, TWO, TWO, [], True),
    (1, 0, ONE, TWO, [], False),
    (2, 1, ONE, TWO, [], False),
    (1, 2, ONE, TWO, [], False),
    (0, 0, EMPTY, TWO, [], False),
    (1, 1, EMPTY, TWO, [], False),
    (0, 0, EMPTY, EMPTY, [EMPTY], False),
    (0, 1, EMPTY, EMPTY, [EMPTY], False),
    (1, 1, EMPTY, EMPTY, [EMPTY], False),
]


@pytest.mark.parametrize("case", TRIVIAL)
def test_the_trivial_cases_of_growth(case: tuple[int, int, bytes, bytes, list[bytes], bool]) -> None:
    old, size, one, two, proof, good = case
    assert extends(one, old, two, size, proof) == good


def test_the_trivial_cases_of_inclusion() -> None:
    for index, size in ((0, 0), (0, 1), (1, 0), (2, 1)):
        for root, leaf in ((b"", SOME), (EMPTY, b""), (EMPTY, SOME)):
            assert not includes(root, size, index, leaf, [])
    data = leaf_hash(b"data")
    assert includes(data, 1, 0, data, [])
    assert not includes(data, 1, 0, b"", []) and not includes(b"", 1, 0, data, [])


# get-sth-consistency?first=3654490 of Google's Argon 2020 at size 961,984,013.
ARGON = b64decode("dwlueapdd7LaOEnX2W2Wp9v2XE+KzejHRQGHwEx0oaM=")
ARGON_OLD = b64decode("AuIZ5V6sDUj1vn3Y1K85oOaQ7y+FJJKtyRTl1edIKBQ=")
ARGON_PROOF = """
80Sfbj6UQEdVSZCSIgh9NMPj3vCBzcc1A48B2crJSWg= FZcrgAHUk6nNPviJZq8kEK6jCG1d18pJOFE45ZDc1TQ=
Q67reWXmPBo1UfmwBap4Xi9PMPfFdUSSw3WGlRZdG7k= eJ7CyhR4PxzBxDIsWgrVYW1eFUb9ndgf46tFmiqVrxA=
QrDwp062Grm5WY8KdrhFsBuuNjGzRox2Jb8PmVL5OYw= XM4YMjMEdLH/XJam/ZWyaP14k3cmsOtnPsOWQ54lW1s=
SGiBh+jOTGccXU48ZzgQ88lRcBmtB4wz4oSDndv2QTg= WAS6txqNLYKGL1GdBdpqmV42TTfn6cJsuDsqLXuTCNI=
QFmRS0rirUA7ZN3lxFjDncV+E1OCrn3NUB4RCp+5fzc= Hdbp7It2XBNZmNDBpCN/KPd7vfVqxgzwOosqVIaEA9E=
mxvHL0ZiblBdD7j7pIa1jlfB0gSqfJ6oX0UGo7L0VsU= q5hjyvoW6TL/PThgcitpDcSTrnKX2p1+aqscqH2euRA=
jTOWDqt3IHj2NVFeezyBz2ofpru+ztEywqKUAfFclKI= GIRn0w3HqJdvU9j1WVD//eR6lk2AaTVjyzjsJNP8U88=
x52GJvxG81fnQBrgOTbll1A5tz95/LXK0Ag1NhB0r1I= 6/0OqrcTgc3o5dD5PymmoC96lB9yLPFuTHVvLy8fSGk=
Gf+iKLfcXO5l4JEFmsZvSdG5q1uEeWPfYLrds6pmjz0= DGuaco+McyM3AfRSF6qX7RwSetwe2ieYJmxw5e9rVx0=
2tQJ9V32hnYp+fdpP6TcjmgJmLeNVOMKM0Ml1kk4cNU= 3PapK+IkyJr8I9yAErAmzuZezzLMzsg+PfeRCgNW8NQ=
s6xiYeejb+wtqHA+URJZ2I/SCPyIW8coP6aB00FJbMY= z9lSpmdTcr5M5ZzKlc4EPh3SrSypKFdk6JUF/UccaZU=
GXIElfmnRuWfbA4z7ubV/UwlpSRUbUeec7oL5HDDnh0= pR0SH/NYP6s9+8azWwaeUXA4Ze/3WCIgMfh5YW6wvcE=
f3GuAKYVrF8RBg3s15jvA/YvV9oAliWtzP/imwPhQVA= WHn8zDxlVgkV+lSlmzaOdfSBrTHoRr5nT3d76q0KKWE=
f2uV2ZxVgULzLPKuZcowRY3ZY7fRlX59iDBjV1R8kNQ= NzQVjJsvQwbi7WStMr9oFkh9VbHfK7LB6o7WwAqwNTs=
C0LttBeYHZHgL+032JIcJC3CTBIyza/hsbmJUgJfmDI= nixU5CWTFVDlF4BGdcU6kA7WSYurEpe9jRWc+F/7sOc=
"""


def test_a_real_certificate_log_has_grown() -> None:
    proof = [b64decode(h) for h in ARGON_PROOF.split()]
    assert extends(ARGON_OLD, 3_654_490, ARGON, 961_984_013, proof)
    assert not extends(ARGON_OLD, 3_654_491, ARGON, 961_984_013, proof)
    for at in range(len(proof)):
        assert not extends(ARGON_OLD, 3_654_490, ARGON, 961_984_013, flipped(proof, at, 1))
