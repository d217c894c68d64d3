"""Damage to a release: every bit of its small files, random bits and every cut of its bundle.

    python evaluation/damage.py [--flips 10000] [--bundle FILE] [--cuts N]

Builds a release around FILE (default: the shipped lists) in memory, then
- flips every bit of root, checkpoint and proof (the policy is a part of the root);
- flips random bits of the bundle, and cuts it at every length (or at N of them, evenly);
and reads each damaged release as `sverka update` and `sverka verify` do. A damaged release may
be accepted only if nothing it says has changed: a flip in the signature line of a signer who is
not needed turns it into a stranger's line, which C2SP says to ignore.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections import Counter
from functools import lru_cache
from pathlib import Path

from sverka.bundle import ed25519
from sverka.bundle.note import COSIGNATURE, Checkpoint, parse_note
from sverka.bundle.refusals import ProofError
from sverka.bundle.tiles import Tiles
from sverka.bundle.tlog import Proof, leaf_hash
from sverka.bundle.trust import check_head, read_root
from sverka.bundle.verify import Accepted, Release, accept
from sverka.release.root import Plan, first
from sverka.release.sign import Signer, signed

SHIPPED = Path(__file__).parents[1] / "src" / "sverka" / "data" / "ru.svk"
ed25519.verify = lru_cache(maxsize=1_000_000)(ed25519.verify)


def key(name: str, kind: int = 1) -> Signer:
    return Signer.load(name, kind, hashlib.sha256(name.encode()).digest())


def build(data: bytes, signers: int) -> tuple[bytes, bytes, bytes]:
    """Root, checkpoint and proof of a release in a log of 12 entries, confirmed by `signers` witnesses."""
    log_key, release_key = key("log.example"), key("release.example")
    roots, witnesses = [key(f"root{i}") for i in range(3)], [key(f"w{i}", COSIGNATURE) for i in range(3)]
    plan = Plan(
        tuple(r.vkey for r in roots), (release_key.vkey,), (log_key.vkey,), tuple(w.vkey for w in witnesses)
    )
    release = Release(
        hashlib.sha256(data).hexdigest(), len(data), "2026-07-16", {"ru-foreign-agents": "2026-07-16"}
    )
    entries = [b"snapshot %d" % i for i in range(11)] + [str(signed(release.text(), release_key)).encode()]
    tiles = Tiles(12, lambda _path: b"".join(map(leaf_hash, entries)))
    note = signed(str(Checkpoint("log.example", 12, tiles.root())), log_key)
    note = parse_note(
        (str(note) + "".join(str(w.cosign(note.text, 1_784_000_000)) for w in witnesses[:signers])).encode()
    )
    proof = Proof(entries[-1], 11, tuple(tiles.inclusion(11)), note)
    return first(plan, roots[:2]), str(note).encode(), str(proof).encode()


def said(accepted: Accepted) -> tuple[object, ...]:
    """All that a reader would act on."""
    return accepted.release, accepted.head.checkpoint, accepted.head.time, parse_note(accepted.root.note).text


def bits(name: str, data: bytes, root: bytes, checkpoint: bytes, proof: bytes) -> None:
    """Every bit of one small file."""
    files = {"root": root, "checkpoint": checkpoint, "proof": proof}
    honest_root = read_root(root)
    honest = said(accept(honest_root, (), proof, data))
    head = check_head(honest_root.policy, checkpoint)
    counts: Counter[str] = Counter()
    for bit in range(len(files[name]) * 8):
        flipped = bytearray(files[name])
        flipped[bit // 8] ^= 1 << bit % 8
        damaged = {**files, name: bytes(flipped)}
        try:
            if name == "checkpoint":
                got = check_head(honest_root.policy, damaged["checkpoint"])
                same = (got.checkpoint, got.time) == (head.checkpoint, head.time)
            else:
                # The damaged root is met twice: as the one trusted, and as the one that came with the files.
                accepted = accept(read_root(damaged["root"]), (), damaged["proof"], data)
                accept(honest_root, (damaged["root"],), damaged["proof"], data)
                same = said(accepted) == honest
        except ProofError as error:
            counts[error.reason] += 1
            continue
        counts["accepted, nothing changed" if same else "ACCEPTED WITH CHANGED MEANING"] += 1
    print(
        f"{name}: {len(files[name]) * 8:,} single-bit flips: "
        + ", ".join(f"{c:,} {r}" for r, c in counts.most_common())
    )


def bundle(data: bytes, root: bytes, proof: bytes, flips: int, cuts: int) -> None:
    trusted, rng = read_root(root), random.Random(1)
    counts: Counter[str] = Counter()

    def read(damaged: bytes) -> None:
        try:
            accept(trusted, (), proof, damaged)
            counts["ACCEPTED"] += 1
        except ProofError as error:
            counts[error.reason] += 1

    for _ in range(flips):
        flipped = bytearray(data)
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        read(bytes(flipped))
    print(f"bundle of {len(data):,} bytes: {flips:,} random flips: {dict(counts)}")
    counts.clear()
    step = max(1, len(data) // cuts) if cuts else 1
    lengths = range(0, len(data), step)
    for length in lengths:
        read(data[:length])
    print(f"bundle: {len(lengths):,} truncations: {dict(counts)}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--flips", type=int, default=10_000)
    options.add_argument("--bundle", type=Path, default=SHIPPED)
    options.add_argument("--cuts", type=int, default=0)
    args = options.parse_args()
    data = args.bundle.read_bytes()
    for witnesses in (2, 3):
        begun = time.perf_counter()
        root, checkpoint, proof = build(data[:1000], witnesses)
        print(f"with {witnesses} witnesses of 3, 2 needed; 2 root signatures of 3")
        for name in ("root", "checkpoint", "proof"):
            bits(name, data[:1000], root, checkpoint, proof)
        print(f"  {time.perf_counter() - begun:.0f} s")
    root, _, proof = build(data, 2)
    bundle(data, root, proof, args.flips, args.cuts)


if __name__ == "__main__":
    main()
