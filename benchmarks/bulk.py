"""Subjects a second of `match_many`, against nomenklatura and rapidfuzz in the same run.

Usage: python benchmarks/bulk.py [--names 100000] [--subjects 3000] [--peer 300] [--alone 20] [--workers 2]
                                 [--registers FOLDER]

rapidfuzz gets a sample. nomenklatura is timed twice: as its cross-references run, where its blocking index
gives up to 75 candidates for each of --peer subjects in one batch and logic-v2 scores every one of them; and
with --alone subjects put one after another, as questions come. Building indexes and loading tables is counted
for nobody. Recall is the share whose own entry is among the best ten. A peer that is not installed is
said to be so. All is processor time, but for `sverka.parallel` (--workers), which is timed by the clock, with
five times as many subjects, its start included.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "src"), str(ROOT / "evaluation"), str(ROOT / "benchmarks")]

from people import romanise  # noqa: E402
from query import PEER_QUESTIONS, kernel  # noqa: E402
from registers import KEPT, register  # noqa: E402

from sverka import parallel  # noqa: E402
from sverka.matching import match, match_many  # noqa: E402
from sverka.model import Subject  # noqa: E402


def rapidfuzz_rate(full: list[str], latin: list[str]) -> float | None:
    """Subjects a second of rapidfuzz.process.extract."""
    try:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 (a peer that need not be there)
    except ImportError:
        return None
    plain = [name.lower() for name in latin]
    at = time.process_time()
    for name in full[:PEER_QUESTIONS]:
        process.extract(romanise(name, "bgn").lower(), plain, scorer=fuzz.token_sort_ratio, limit=10)
    return PEER_QUESTIONS / (time.process_time() - at)


class Nomenklatura:
    """nomenklatura's blocking index over names, with logic-v2 behind it.

    Raises: ImportError if it is not installed.
    """

    def __init__(self, asked: list[str], latin: list[str], folder: Path) -> None:
        from followthemoney import Dataset, StatementEntity  # noqa: PLC0415
        from nomenklatura.blocker.index import Index as Blocker  # noqa: PLC0415
        from nomenklatura.matching import LogicV2  # noqa: PLC0415
        from nomenklatura.matching.types import ScoringConfig  # noqa: PLC0415

        dataset = Dataset.make({"name": "bulk", "title": "bulk"})
        self.queries, self.entries = ([StatementEntity.from_data(
            dataset, {"id": f"{sort}{i}", "schema": "Person", "properties": {"name": [name]}})
            for i, name in enumerate(names)] for sort, names in (("q", asked), ("e", latin)))
        self._compare, self._config = LogicV2.compare, ScoringConfig.defaults()
        self._blocker = Blocker(self, folder)
        self._blocker.build()

    def entities(self, include_schemata: object = None) -> Iterator[Any]:
        """As much of a view as the blocker reads."""
        yield from self.entries

    def found(self, queries: list[Any], chosen: list[int]) -> int:
        """How many of the queries have their own entry among the best ten."""
        hits, of_id = 0, {query.id: query for query in queries}
        for query, candidates in self._blocker.match_entities(queries):
            numbers = [int(entry.id[1:]) for entry, _ in candidates]
            own = of_id[query.id]
            scored = sorted(((self._compare(own, self.entries[number], self._config).score, number)
                             for number in numbers), reverse=True)
            hits += chosen[int(query.id[1:])] in [number for _, number in scored[:10]]
        return hits


def nomenklatura_rates(asked: list[str], alone: int, chosen: list[int],
                       latin: list[str]) -> tuple[float, float, float] | None:
    """Its subjects a second in one batch and one after another (the first `alone` of them), and recall@10."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            peer = Nomenklatura(asked, latin, Path(folder))
        except ImportError:
            return None
        peer.found(peer.queries[:1], chosen)  # loads its tables
        at = time.process_time()
        found = peer.found(peer.queries, chosen)
        batch = len(asked) / (time.process_time() - at)
        at = time.process_time()
        for query in peer.queries[:alone]:
            peer.found([query], chosen)
        return batch, alone / (time.process_time() - at), found / len(asked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--subjects", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", type=int, default=300)
    parser.add_argument("--alone", type=int, default=20)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--registers", type=Path, default=KEPT)
    args = parser.parse_args()
    made = register(args.names, args.seed, args.registers)
    chosen = random.Random(args.seed + 1).sample(range(args.names), args.subjects)
    asked = [made.full[entry] for entry in chosen]
    index = made.index()
    match(Subject((made.full[0],)), index)  # loads the tables
    at = time.process_time()
    answers = list(match_many((Subject((name,)) for name in asked), index))
    ours = args.subjects / (time.process_time() - at)
    recall = sum(entry in [m.entry for m in found] for entry, found in zip(chosen, answers, strict=True))
    print(f"{args.names} names, {kernel()}: match_many {ours:.0f} subjects a second of processor time, "
          f"recall@10 {recall / args.subjects:.3f}", flush=True)
    if args.workers:
        many = [Subject((name,)) for name in random.Random(args.seed).choices(made.full, k=5 * args.subjects)]
        at = time.perf_counter()
        answered = len(list(parallel.match_many(many, made.place, workers=args.workers)))
        rate = answered / (time.perf_counter() - at)
        print(f"  {args.workers} processes: {rate:.0f} subjects a second by the clock", flush=True)
    plain = rapidfuzz_rate(asked, made.latin)
    print("  rapidfuzz.process.extract: "
          + ("not installed" if plain is None else f"{plain:.1f} a second, ratio {ours / plain:.0f}x"))
    peer = nomenklatura_rates(asked[:args.peer], args.alone, chosen, made.latin)
    print("  nomenklatura, blocker and logic-v2: " + ("not installed" if peer is None else
          f"in one batch {peer[0]:.1f} a second, ratio {ours / peer[0]:.1f}x, recall@10 {peer[2]:.3f}; "
          f"one after another {peer[1]:.1f}, ratio {ours / peer[1]:.0f}x"))


if __name__ == "__main__":
    main()
