"""Throw mutated notes, proofs, roots, bundles and captures at what reads them.

    python evaluation/fuzz_proofs.py [--n 500000] [--seed 1]

Each input is an honest one with bytes flipped, cut, doubled, swapped, replaced by telling ones,
or spliced with another. Nothing but an orderly refusal may come of it, unless what it says is
exactly what the honest one says.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable

from damage import build, said

from sverka.bundle.note import parse_note
from sverka.bundle.trust import check_head, parse_policy, read_root
from sverka.bundle.verify import Accepted, accept
from sverka.errors import SverkaError
from sverka.record.capture import Exchange, Obtained, read_capture, write_capture

TELLING = [
    b"\n\n",
    b"\x00",
    b"\xff",
    b"=",
    b" ",
    b"\xe2\x80\x94 ",
    b"99999999999999999999",
    b"-1",
    b"+",
    b"\r\n",
    b"A" * 70,
]


def mutate(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """One to four changes."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at, end = sorted((rng.randrange(len(out) + 1), rng.randrange(len(out) + 1)))
        match rng.randrange(7):
            case 0 if out:
                out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
            case 1:
                del out[at:]
            case 2:
                out[at:at] = out[at : min(end, at + 200)]
            case 3:
                del out[at : min(end, at + 50)]
            case 4:
                out[at:at] = rng.choice(TELLING)
            case 5:
                cut = rng.randrange(len(other) + 1)
                out[at:] = other[cut:]
            case _ if out:
                out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def heard(accepted: Accepted) -> tuple[object, ...]:
    return *said(accepted), accepted.head.time


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--n", type=int, default=500_000)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    rng, data = random.Random(args.seed), b"lists" * 200
    root, checkpoint, proof = build(data, 2)
    trusted = read_root(root)
    whole = accept(trusted, (), proof, data)
    honest, head = heard(whole), check_head(trusted.policy, checkpoint)
    policy = root.partition(b"\npolicy\n")[2].partition(b"\n\n")[0] + b"\n"
    obtained = Obtained(
        "2026-01-16T12:00:00Z",
        "fetched",
        url="https://list.example/",
        exchanges=(
            Exchange("https://list.example/", b"page 1"),
            Exchange("https://list.example/2", b"page 2"),
        ),
    )
    capture = write_capture("xx-test", data, obtained)
    targets: dict[str, tuple[bytes, bytes, Callable[[bytes], object], object]] = {
        "note": (checkpoint, proof, lambda x: parse_note(x).text and None, None),
        "checkpoint": (
            checkpoint,
            proof,
            lambda x: check_head(trusted.policy, x).checkpoint,
            head.checkpoint,
        ),
        "root": (root, checkpoint, lambda x: parse_note(read_root(x).note).text, parse_note(root).text),
        "policy": (policy, root, lambda x: parse_policy(x.decode("utf-8", "replace")) and None, None),
        "proof": (proof, root, lambda x: heard(accept(trusted, (), x, data)), honest),
        "bundle": (data, proof, lambda x: heard(accept(trusted, (), proof, x)), honest),
        "capture": (capture, proof, lambda x: read_capture(x)[0], data),
    }
    bad = 0
    for name, (good, other, read, expected) in targets.items():
        begun, counts = time.perf_counter(), Counter[str]()
        for _ in range(args.n // len(targets)):
            mutant = mutate(rng, good, other)
            try:
                same = read(mutant) == expected
            except SverkaError:
                counts["refused"] += 1
            except Exception:
                counts["UNCAUGHT"] += 1
                if counts["UNCAUGHT"] == 1:
                    traceback.print_exc()
            else:
                counts["says the same" if same else "ACCEPTED"] += 1
        bad += counts["UNCAUGHT"] + counts["ACCEPTED"]
        print(
            f"{name:10} {args.n // len(targets):,}: {dict(counts)}  {time.perf_counter() - begun:.0f} s",
            flush=True,
        )
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
