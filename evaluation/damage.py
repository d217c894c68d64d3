"""Damage to a release: every bit of its small files, random bits and every cut of its bundle.

    python evaluation/damage.py [--flips 10000] [--bundle FILE] [--cuts N]

Builds a release around FILE (default: the shipped lists) in memory, with two and with three of three
witnesses, two of whom are needed, and with three who are all needed, and then

- flips every bit of root, checkpoint and proof. The policy is a part of the root's text; its bits are
  counted by themselves, and once more as a file of its own against the root's fingerprint;
- flips random bits of the bundle;
- cuts the bundle at *every* length (or at N of them, evenly), three times over: through `accept`,
  which compares the length before the digest; through the opening of the container alone, as for
  somebody who has no proof; and through SHA-256, one running state copied at every byte, which
  shows that no beginning of the file has the file's digest, were the length not compared.

A damaged release may be accepted only if nothing it says has changed: a flip in the signature line
of a signer who is not needed turns it into a stranger's line, which C2SP says must be ignored
(signed-note, "even if they share a name or ID (but not both) with a known key"). It may then be
confirmed up to an earlier time, never a later one.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sverka.bundle import Bundle, ed25519
from sverka.bundle.note import COSIGNATURE, Checkpoint, parse_note
from sverka.bundle.refusals import ProofError
from sverka.bundle.tiles import Tiles
from sverka.bundle.tlog import Proof, leaf_hash
from sverka.bundle.trust import check_head, parse_policy, read_root
from sverka.bundle.verify import Accepted, Release, accept
from sverka.errors import TrustError
from sverka.release.root import Plan, first
from sverka.release.sign import Signer, signed

SHIPPED = Path(__file__).parents[1] / "src" / "sverka" / "data" / "ru.svk"
ed25519.verify = lru_cache(maxsize=1_000_000)(ed25519.verify)


def key(name: str, kind: int = 1) -> Signer:
    return Signer.load(name, kind, hashlib.sha256(name.encode()).digest())


CONFIRMED = (1_784_000_000, 1_784_000_500, 1_784_086_400)  # each witness at another time


def build(data: bytes, signers: int, needed: int = 2) -> tuple[bytes, bytes, bytes]:
    """Root, checkpoint and proof of a release in a log of 12 entries, confirmed by `signers` witnesses."""
    log_key, release_key = key("log.example"), key("release.example")
    roots, witnesses = [key(f"root{i}") for i in range(3)], [key(f"w{i}", COSIGNATURE) for i in range(3)]
    plan = Plan(
        tuple(r.vkey for r in roots),
        (release_key.vkey,),
        (log_key.vkey,),
        tuple(w.vkey for w in witnesses),
        witness_quorum=needed,
    )
    release = Release(
        hashlib.sha256(data).hexdigest(), len(data), "2026-07-16", {"ru-foreign-agents": "2026-07-16"}
    )
    entries = [b"snapshot %d" % i for i in range(11)] + [str(signed(release.text(), release_key)).encode()]
    tiles = Tiles(12, lambda _path: b"".join(map(leaf_hash, entries)))
    note = signed(str(Checkpoint("log.example", 12, tiles.root())), log_key)
    lines = [str(w.cosign(note.text, t)) for w, t in zip(witnesses[:signers], CONFIRMED, strict=False)]
    note = parse_note((str(note) + "".join(lines)).encode())
    proof = Proof(entries[-1], 11, tuple(tiles.inclusion(11)), note)
    return first(plan, roots[:2]), str(note).encode(), str(proof).encode()


def said(accepted: Accepted) -> tuple[object, ...]:
    """All that a reader would act on, but the time of confirmation."""
    return accepted.release, accepted.head.checkpoint, parse_note(accepted.root.note).text


def flips(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every copy with one bit changed, and which byte it is in."""
    for bit in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        yield bit // 8, bytes(flipped)


def verdict(same: bool, time: int, honest: int) -> str:
    if not same or time > honest:
        return "ACCEPTED WITH CHANGED MEANING"
    return "accepted, nothing changed" if time == honest else "accepted, confirmed up to an earlier time"


def bits(name: str, data: bytes, root: bytes, checkpoint: bytes, proof: bytes) -> None:
    """Every bit of one small file."""
    files = {"root": root, "checkpoint": checkpoint, "proof": proof}
    honest_root = read_root(root)
    whole = accept(honest_root, (), proof, data)
    head = check_head(honest_root.policy, checkpoint)
    start = root.index(b"\npolicy\n") + 1
    policy = range(start, root.index(b"\n\n", start))
    counts: Counter[str] = Counter()
    in_policy: Counter[str] = Counter()
    for at, damaged in flips(files[name]):
        try:
            if name == "checkpoint":
                got = check_head(honest_root.policy, damaged)
                result = verdict(got.checkpoint == head.checkpoint, got.time, head.time)
            else:
                # The damaged root is met twice: as the one trusted, and as the one that came with the files.
                accepted = accept(
                    read_root(damaged if name == "root" else root),
                    (),
                    damaged if name == "proof" else proof,
                    data,
                )
                if name == "root":
                    accept(honest_root, (damaged,), proof, data)
                result = verdict(said(accepted) == said(whole), accepted.head.time, whole.head.time)
        except ProofError as error:
            result = error.reason
        counts[result] += 1
        in_policy[result] += name == "root" and at in policy
    print(f"{name}: {len(files[name]) * 8:,} single-bit flips: {told(counts)}")
    if name == "root":
        print(f"  of these in the policy: {len(policy) * 8:,}: {told(+in_policy)}")


def told(counts: Counter[str]) -> str:
    return ", ".join(f"{c:,} {r}" for r, c in counts.most_common())


def policy_alone(root: bytes) -> None:
    """The policy as a text by itself: how many flips still read as some policy. It is never met so."""
    text = parse_note(root).text.partition("\npolicy\n")[2]
    counts: Counter[str] = Counter()
    for _, damaged in flips(text.encode()):
        try:
            parse_policy(damaged.decode())
            changed = parse_note(root).text.replace(text, damaged.decode())
            same = hashlib.sha256(changed.encode()).hexdigest() == read_root(root).fingerprint
            counts["HAS THE ROOT'S FINGERPRINT" if same else "reads, but under another fingerprint"] += 1
        except (ProofError, UnicodeDecodeError):
            counts["no policy"] += 1
    print(f"policy as a text of its own: {sum(counts.values()):,} single-bit flips: {told(counts)}")


def bundle(data: bytes, root: bytes, proof: bytes, flips: int, cuts: int) -> None:
    trusted, rng = read_root(root), random.Random(1)
    counts: Counter[str] = Counter()

    def read(damaged: bytes | memoryview) -> None:
        try:
            accept(trusted, (), proof, damaged)  # type: ignore[arg-type]
            counts["ACCEPTED"] += 1
        except ProofError as error:
            counts[error.reason] += 1

    for _ in range(flips):
        flipped = bytearray(data)
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        read(bytes(flipped))
    print(f"bundle of {len(data):,} bytes: {flips:,} random flips: {dict(counts)}", flush=True)
    counts.clear()
    step = max(1, len(data) // cuts) if cuts else 1
    lengths, view = range(0, len(data), step), memoryview(data)
    for length in lengths:
        read(view[:length])
    print(f"bundle: {len(lengths):,} truncations through `accept`: {dict(counts)}", flush=True)
    counts.clear()
    for length in lengths:
        try:
            Bundle(view[:length])
            counts["OPENED"] += 1
        except TrustError:
            counts["refused"] += 1
    print(f"bundle: {len(lengths):,} truncations opened without a proof: {dict(counts)}", flush=True)
    running, found, wanted = hashlib.sha256(), 0, hashlib.sha256(data).digest()
    for at in range(len(data)):
        found += running.copy().digest() == wanted  # the digest of data[:at]
        running.update(view[at : at + 1])
    print(f"bundle: {len(data):,} beginnings hashed: {found} with the digest of the whole", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--flips", type=int, default=10_000)
    options.add_argument("--bundle", type=Path, default=SHIPPED)
    options.add_argument("--cuts", type=int, default=0)
    args = options.parse_args()
    data = args.bundle.read_bytes()
    for witnesses, needed in ((2, 2), (3, 2), (3, 3)):
        begun = time.perf_counter()
        root, checkpoint, proof = build(data[:1000], witnesses, needed)
        print(f"with {witnesses} witnesses of 3, {needed} needed; 2 root signatures of 3")
        for name in ("root", "checkpoint", "proof"):
            bits(name, data[:1000], root, checkpoint, proof)
        if witnesses == 2:
            policy_alone(root)
        print(f"  {time.perf_counter() - begun:.0f} s", flush=True)
    root, _, proof = build(data, 2)
    bundle(data, root, proof, args.flips, args.cuts)


if __name__ == "__main__":
    main()
