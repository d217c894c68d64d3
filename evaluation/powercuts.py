"""Cut the power of the record, of a release and of an installation, at every write, many times.

    python evaluation/powercuts.py [--trials 20000] [--seed 1] [--broken] [--every HISTORIES]

The disk is that of `faulty_disk.py`. Every trial runs a random history with up to three cuts; when
only the disk fails, the program gives up, is started again or goes on. After each cut:

  record    the log opens, holds every entry whose append returned, nothing that was never
            appended, and every hash is right; the captures it commits to are whole
  install   root and checkpoint never go back; the lists are whole releases, old or new; what
            `install` returned for is in place
  witness   a size confirmed is remembered

`--every` goes through whole histories: the power cut, the disk full and a sync failing at the first,
the second, ... operation, until the history has no more of them.
`--broken` runs the same against `broken_variants.py`; each must be caught.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from broken_variants import (
    going_on,
    head_first,
    lists_first,
    put_in_place,
    put_without_folder_sync,
    put_without_sync,
)
from faulty_disk import FaultyDisk, PowerCut

from sverka.bundle import ed25519
from sverka.bundle.note import COSIGNATURE, Checkpoint, parse_checkpoint, parse_note
from sverka.bundle.refusals import ProofError
from sverka.bundle.tiles import Tiles
from sverka.bundle.tlog import Proof
from sverka.bundle.trust import parse_root, read_root
from sverka.bundle.verify import Release, accept
from sverka.errors import SverkaError
from sverka.record.disk import get, put
from sverka.record.log import Log
from sverka.release import install as install_module
from sverka.release.install import install, read_home
from sverka.release.root import Plan, first, following
from sverka.release.sign import Signer, signed
from sverka.release.witness import Witness

# The same few signatures are met again and again; checking them is not what is tried here.
ed25519.verify = lru_cache(maxsize=100_000)(ed25519.verify)


@dataclass
class Trial:
    """One history; `wrong` says what was lost or went unnoticed."""

    rng: random.Random
    wrong: str = ""
    planned: tuple[str, int] | None = None
    made: FaultyDisk | None = None

    def disk(self) -> FaultyDisk:
        if self.planned is None:
            return FaultyDisk(self.rng, self.rng.randrange(1, 120))
        self.made = FaultyDisk(self.rng, faults=False, planned=self.planned)
        return self.made


def record_trial(trial: Trial) -> None:
    disk, committed, tried = trial.disk(), [], set()
    for life in range(4):
        try:
            log = Log(disk, "log.example")
            seen = list(log.entries())
            for _ in range(trial.rng.randrange(1, 6)):
                entries = [
                    b"%d" % trial.rng.getrandbits(60) for _ in range(trial.rng.choice([1, 1, 2, 40, 300]))
                ]
                captures = [f"captures/{hashlib.sha256(e).hexdigest()[:8]}.wacz" for e in entries[:1]]
                tried |= set(entries)
                try:
                    for path in captures:
                        put(disk, path, entries[0] * 100)
                    log.append(entries)
                    committed = seen = seen + entries
                except OSError:  # no power cut: who wrote goes on, or is started again, or gives up
                    fate = trial.rng.randrange(3)
                    if fate == 0:
                        raise
                    if fate == 1:
                        log = Log(disk, "log.example")
                    # Perhaps more is there than was committed; with the next append it is committed too.
                    seen = list(Log(disk, "log.example").entries())
        except (PowerCut, OSError):
            pass
        except SverkaError as error:
            trial.wrong = f"the record refuses itself: {error.problem.en}"
            return
        disk.restart(None)
        disk.faults = False
        try:
            after = Log(disk, "log.example")
            after.check()
            held = list(after.entries())
        except SverkaError as error:
            trial.wrong = f"damaged after the cut: {error.problem.en}"
            return
        if held[: len(committed)] != committed:
            trial.wrong = f"{len(committed)} committed, {len(held)} held"
            return
        if not set(held) <= tried:
            trial.wrong = "an entry nobody appended"
            return
        committed = held
        disk.faults, disk.fuse = life < 2, trial.rng.randrange(1, 120)


def _stage() -> tuple[list[bytes], list[tuple[bytes, bytes]], object]:
    """Two roots and six releases, made once."""

    def key(name: str, kind: int = 1) -> Signer:
        return Signer.load(name, kind, hashlib.sha256(name.encode()).digest())

    log_key, release_key = key("log.example"), key("release.example")
    roots, witnesses = [key(f"root{i}") for i in range(3)], [key(f"w{i}", COSIGNATURE) for i in range(3)]
    plan = Plan(
        tuple(r.vkey for r in roots), (release_key.vkey,), (log_key.vkey,), tuple(w.vkey for w in witnesses)
    )
    chain = [first(plan, roots)]
    chain.append(following(read_root(chain[0]), plan, roots))
    log = Log(FaultyDisk(random.Random(0), None, faults=False), "log.example")
    releases = []
    for number in range(6):
        data = b"lists %d " % number * 300
        release = Release(hashlib.sha256(data).hexdigest(), len(data), "2026-01-16", {})
        index = log.append([str(signed(release.text(), release_key)).encode()])
        note = signed(str(log.head), log_key)
        lines = "".join(str(w.cosign(note.text, 1_700_000_000)) for w in witnesses)
        text = str(signed(release.text(), release_key)).encode()
        proof = Proof(
            text, index, tuple(log.tiles().inclusion(index)), parse_note((str(note) + lines).encode())
        )
        releases.append((data, str(proof).encode()))
    return chain, releases, log


CHAIN, RELEASES, STAGE_LOG = _stage()


def _accepted() -> list[object]:
    root, out = read_root(CHAIN[0]), []
    for number, (data, proof) in enumerate(RELEASES):
        out.append(accept(root, CHAIN[: 1 + (number > 2)], proof, data))
    return out


ACCEPTED = _accepted()


def install_trial(trial: Trial) -> None:
    disk, done, at = trial.disk(), -1, -1
    newest_seen = newest_root = 0
    for life in range(4):
        try:
            while at < len(RELEASES) - 1:
                at = max(at, done) + 1 if trial.rng.randrange(4) else max(at, 0)
                data, proof = RELEASES[at]
                try:
                    install(disk, ACCEPTED[at], data, proof)  # type: ignore[arg-type]
                    done = at
                except OSError:  # no power cut: some try again
                    if trial.rng.randrange(2):
                        raise
        except (PowerCut, OSError):
            pass
        disk.restart(None)
        disk.faults = False
        try:
            home = read_home(disk)
        except SverkaError as error:
            trial.wrong = f"what is remembered is damaged: {error.problem.en}"
            return
        size, version = home.seen.size if home.seen else 0, home.root.version if home.root else 0
        if size < newest_seen or version < newest_root or size < done + 1:
            trial.wrong = "trust went back"
            return
        newest_seen, newest_root = size, version
        lists = get(disk, "lists.svk")
        known = [data for data, _ in RELEASES]
        if lists is not None and lists not in known:
            trial.wrong = "half a file of lists"
            return
        if done >= 0 and (lists is None or known.index(lists) < done):
            trial.wrong = "an installed release is gone"
            return
        if lists is not None and known.index(lists) >= size:
            trial.wrong = "lists newer than what is remembered: a rollback would pass"
            return
        disk.faults, disk.fuse = life < 2, trial.rng.randrange(1, 60)


def witness_trial(trial: Trial) -> None:
    disk, log = trial.disk(), STAGE_LOG
    assert isinstance(log, Log)
    signer = Signer.load("w0", COSIGNATURE, b"w" * 32)
    log_key = Signer.load("log.example", 1, hashlib.sha256(b"log.example").digest())
    confirmed = 0
    tiles: Tiles = log.tiles()
    for _life in range(4):
        try:
            witness = Witness(signer, [log_key.vkey], disk)
            for _ in range(3):
                seen = witness.remembered("log.example").size
                size = trial.rng.randint(seen, log.size)
                note = signed(str(Checkpoint("log.example", size, tiles.root(size))), log_key)
                try:
                    if witness.consider(note, seen, tiles.consistency(seen, size), 1).status == 200:
                        confirmed = size
                except OSError:  # a server goes on
                    if trial.rng.randrange(2):
                        raise
        except (PowerCut, OSError):
            pass
        except (ProofError, UnicodeDecodeError):
            trial.wrong = "the witness's memory is damaged while it runs"
            return
        disk.restart(None)
        disk.faults = False
        data = get(disk, "seen/log%2e.example")
        try:
            remembered = parse_checkpoint(data.decode()).size if data else 0
        except (ProofError, UnicodeDecodeError):
            trial.wrong = "the witness's memory is damaged"
            return
        if remembered < confirmed:
            trial.wrong = "a confirmed size is forgotten"
            return
        disk.faults, disk.fuse = True, trial.rng.randrange(1, 30)


TRIALS: dict[str, Callable[[Trial], None]] = {
    "record": record_trial,
    "install": install_trial,
    "witness": witness_trial,
}


def run(name: str, count: int, seed: int) -> tuple[int, str]:
    """How many of `count` trials went wrong, and the first way."""
    wrong, example = 0, ""
    for number in range(count):
        trial = Trial(random.Random(f"{name} {seed} {number}"))
        TRIALS[name](trial)
        if trial.wrong:
            wrong, example = wrong + 1, example or f"trial {number}: {trial.wrong}"
    return wrong, example


def every(name: str, histories: int) -> tuple[int, int, str]:
    """A fault at every operation of some histories: trials, how many went wrong, and the first way."""
    trials, wrong, example = 0, 0, ""
    for history in range(histories):
        for fault in ("cut", "full", "sync"):
            at, reached = 0, True
            while reached:
                trial = Trial(random.Random(f"{name} every {history}"), planned=(fault, at))
                TRIALS[name](trial)
                reached = trial.made is not None and trial.made.reached
                trials, at = trials + reached, at + 1
                if trial.wrong:
                    wrong, example = wrong + 1, example or f"{fault} at {at}: {trial.wrong}"
    return trials, wrong, example


def broken(count: int, seed: int) -> None:
    from sverka.record import log as log_module  # noqa: PLC0415
    from sverka.release import witness as witness_module  # noqa: PLC0415

    for label, variant in (
        ("no fsync of the file", put_without_sync),
        ("no fsync of the folder", put_without_folder_sync),
        ("written in place", put_in_place),
    ):
        for name, module in (
            ("record", log_module),
            ("install", install_module),
            ("witness", witness_module),
        ):
            real, module.put = module.put, variant  # type: ignore[attr-defined]
            wrong, example = run(name, count, seed)
            module.put = real  # type: ignore[attr-defined]
            print(f"broken: {label:24} {name:8} caught in {wrong:,} of {count:,}  ({example})", flush=True)
    for label, append in (("head before tiles", head_first), ("goes on after a failure", going_on)):
        Log.honest_append, Log.append = Log.append, append  # type: ignore[attr-defined, method-assign, assignment]
        # Such a log shows its fault only where the disk fails and the program lives on.
        wrong, example = run("record", count, seed) if append is head_first else every("record", 4)[1:]
        Log.append = Log.honest_append  # type: ignore[attr-defined, method-assign]
        of = f"{count:,}" if append is head_first else "the operations of 4 histories"
        print(f"broken: {label:24} {'record':8} caught in {wrong:,} of {of}  ({example})", flush=True)
    real_install = globals()["install"]
    globals()["install"] = lists_first
    wrong, example = run("install", count, seed)
    globals()["install"] = real_install
    print(
        f"broken: {'lists before checkpoint':24} {'install':8} caught in {wrong:,} of {count:,}  ({example})"
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--trials", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default=",".join(TRIALS), help="record, install, witness")
    options.add_argument("--broken", action="store_true")
    options.add_argument("--every", type=int, default=0, metavar="HISTORIES")
    args = options.parse_args()
    failed = 0
    for name in args.only.split(","):
        begun = time.perf_counter()
        wrong, example = run(name, args.trials, args.seed)
        failed += wrong
        spent = time.perf_counter() - begun
        print(
            f"{name:8} {args.trials:,} trials: {wrong} lost or unnoticed, {spent:.0f} s {example}", flush=True
        )
    for name in args.only.split(",") if args.every else ():
        trials, wrong, example = every(name, args.every)
        failed += wrong
        print(f"{name:8} {trials:,} operations of {args.every} histories, each with the power cut, the disk "
              f"full or a sync failing: {wrong} lost or unnoticed {example}", flush=True)  # fmt: skip
    if args.broken:
        broken(min(args.trials, 500), args.seed)
    print(f"newest root in the install trials: {parse_root(CHAIN[-1]).version}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
