"""Our proofs and signatures against other people's code.

    python evaluation/proofs.py [--proofs 100000] [--signatures 10000] [--seed 1]

- inclusion and consistency proofs, honest and damaged, against `aics-tlog` (pip download it; it
  asks for Python 3.12 but its `tree` module also runs on 3.11: unpack the wheel, put it on PYTHONPATH);
- signatures, honest and damaged, against `cryptography` (OpenSSL);
- the 1,024 vectors of `cryptography-vectors` (Ed25519/sign.input), which hold RFC 8032's;
- every encoding of a point of small order, as key and as nonce (C2SP/CCTV).
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sverka.bundle import ed25519
from sverka.bundle.tiles import HEIGHT, WIDTH, Tiles
from sverka.bundle.tlog import extends, includes, leaf_hash, node_hash

LARGEST = 70_000  # two levels of tiles and a bit


def openssl(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def tiles_of(entries: list[bytes]) -> Tiles:
    """All tiles in memory, as a log of this size would have them."""
    rows = [[leaf_hash(e) for e in entries]]
    while len(rows[-1]) >= WIDTH:
        level = rows[-1]
        up = []
        for at in range(0, len(level) - WIDTH + 1, WIDTH):
            hashes = level[at : at + WIDTH]
            for _ in range(HEIGHT):
                hashes = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes), 2)]
            up.append(hashes[0])
        rows.append(up)

    def read(path: str) -> bytes:
        _, level, *parts = path.split("/")
        width = int(parts.pop()) if ".p" in path else WIDTH
        index = int("".join(p.removeprefix("x").removesuffix(".p") for p in parts))
        return b"".join(rows[int(level)][index * WIDTH : index * WIDTH + width])

    return Tiles(len(entries), read)


def damaged(rng: random.Random, path: list[bytes]) -> list[bytes]:
    """The proof with one thing wrong."""
    kind = rng.randrange(4)
    if not path or kind == 0:
        return [*path, rng.randbytes(32)]
    at = rng.randrange(len(path))
    if kind == 1:
        return path[:at] + path[at + 1 :]
    if kind == 2 and len(path) > 1 and path[at] != path[at - 1]:
        swapped = list(path)
        swapped[at], swapped[at - 1] = swapped[at - 1], swapped[at]
        return swapped
    flipped = bytearray(path[at])
    flipped[rng.randrange(32)] ^= 1 << rng.randrange(8)
    return [*path[:at], bytes(flipped), *path[at + 1 :]]


def proofs(count: int, rng: random.Random) -> None:
    from aics_tlog import tree  # noqa: PLC0415 (optional, see above)

    entries = [b"entry %d" % i for i in range(LARGEST)]
    mine = tiles_of(entries)
    theirs = tree.MerkleTree()
    for entry in entries:
        theirs.append(entry)
    differ = accepted = 0
    size = LARGEST
    for number in range(count):
        if number % 100 == 0:  # aics-tlog hashes the whole tree anew for every size
            size = rng.choice([rng.randint(1, 600), rng.randint(1, LARGEST)])
        root, at = mine.root(size), rng.randrange(size)
        if number % 2:
            path, leaf = mine.inclusion(at, size), leaf_hash(entries[at])
            differ += path != list(theirs.inclusion_proof(at, size)) or root != theirs.root(size)
            differ += not includes(root, size, at, leaf, path) or not tree.verify_inclusion(
                leaf, at, size, path, root
            )
            bad = damaged(rng, path)
            said = (
                includes(root, size, at, leaf, bad),
                bool(tree.verify_inclusion(leaf, at, size, bad, root)),
            )
        else:
            old = max(at, 1)
            path, before = mine.consistency(old, size), mine.root(old)
            differ += path != list(theirs.consistency_proof(old, size))
            differ += not extends(before, old, root, size, path)
            differ += not tree.verify_consistency(old, size, before, root, path)
            bad = damaged(rng, path)
            said = (
                extends(before, old, root, size, bad),
                bool(tree.verify_consistency(old, size, before, root, bad)),
            )
        differ += said[0] != said[1]
        accepted += said[0]
    print(f"proofs: {count:,} honest and {count:,} damaged against aics-tlog:")
    print(f"  {differ} differ, {accepted} damaged ones accepted")


def signatures(count: int, rng: random.Random) -> None:
    differ = accepted = 0
    for _ in range(count):
        private = Ed25519PrivateKey.from_private_bytes(rng.randbytes(32))
        key, message = private.public_key().public_bytes_raw(), rng.randbytes(rng.randrange(200))
        signature = private.sign(message)
        if rng.randrange(2):
            whole = bytearray(key + signature + message)
            whole[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
            key, signature, message = bytes(whole[:32]), bytes(whole[32:96]), bytes(whole[96:])
        mine, theirs = ed25519.verify(key, signature, message), openssl(key, signature, message)
        differ += mine != theirs
        accepted += mine
    print(f"signatures: {count:,} against cryptography, {accepted:,} good: {differ} differ")


def vectors() -> None:
    import cryptography_vectors  # noqa: PLC0415 (optional, see above)

    path = Path(cryptography_vectors.__file__).parent / "asymmetric" / "Ed25519" / "sign.input"
    lines = [line.split(":") for line in path.read_text().split()]
    good = sum(
        ed25519.verify(bytes.fromhex(k), bytes.fromhex(s[:128]), bytes.fromhex(m)) for _, k, m, s, *_ in lines
    )
    print(f"vectors of sign.input: {good} of {len(lines)} verify")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--proofs", type=int, default=100_000)
    options.add_argument("--signatures", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    for work in (
        vectors,
        lambda: proofs(args.proofs, random.Random(args.seed)),
        lambda: signatures(args.signatures, random.Random(args.seed)),
    ):
        begun = time.perf_counter()
        try:
            work()
            print(f"  {time.perf_counter() - begun:.0f} s")
        except ModuleNotFoundError as error:
            print(f"skipped: {error.name} is not installed")


if __name__ == "__main__":
    main()
