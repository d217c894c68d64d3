"""How long one question takes, cold, in pure Python, against the best general-purpose peer.

Usage: python benchmarks/query.py [--names 10000,100000] [--questions 1000] [--seed 1] [--registers FOLDER]

Invented people (registers.py), their names romanised in the usual systems, are indexed; some of them ask in
Cyrillic, each once. Prints size and opening time of the index, p50, p95 and p99 of `match` (wall clock and
processor time: on a shared machine only the second means much), recall@10, and the same for
rapidfuzz.process.extract over plain romanised names on a sample of the questions.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "src"), str(ROOT / "evaluation"), str(ROOT / "benchmarks")]

from people import romanise  # noqa: E402
from registers import KEPT, register  # noqa: E402

from sverka.matching import costs, match  # noqa: E402
from sverka.model import Subject  # noqa: E402

PEER_QUESTIONS = 40  # of the questions put to the peer, which needs 10-100 ms for each


def kernel() -> str:
    """Which of the two runs: the sources or what tools/compile_kernel.py made of them."""
    return "pure Python" if str(costs.__file__).endswith(".py") else "compiled kernel"


Times = tuple[list[float], list[float], list[int]]


def timed(ask: Callable[[str], list[int]], full: list[str], chosen: list[int]) -> Times:
    """Wall and processor seconds of each question, and those that did not find their own entry."""
    walls, cpus, missed = [], [], []
    for entry in chosen:
        wall, cpu = time.perf_counter(), time.process_time()
        answers = ask(full[entry])
        cpus.append(time.process_time() - cpu)
        walls.append(time.perf_counter() - wall)
        if entry not in answers:
            missed.append(entry)
    return walls, cpus, missed


def quantiles(seconds: list[float]) -> str:
    """p50 / p95 / p99 in milliseconds."""
    cuts = statistics.quantiles(seconds, n=100)
    return " / ".join(f"{1000 * cuts[p - 1]:.2f}" for p in (50, 95, 99))


def peer(full: list[str], latin: list[str], chosen: list[int]) -> str:
    """rapidfuzz.process.extract with the scorer that does best on names."""
    try:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 (a peer that need not be there)
    except ImportError:
        return "rapidfuzz is not installed"
    plain = [name.lower() for name in latin]

    def ask(name: str) -> list[int]:
        asked = romanise(name, "bgn").lower()
        return [found[2] for found in process.extract(asked, plain, scorer=fuzz.token_sort_ratio, limit=10)]

    walls, cpus, missed = timed(ask, full, chosen)
    recall = 1 - len(missed) / len(chosen)
    return f"{quantiles(walls)} ms wall, {quantiles(cpus)} ms processor, recall@10 {recall:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", default="10000,100000")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--registers", type=Path, default=KEPT)
    args = parser.parse_args()
    for count in map(int, args.names.split(",")):
        made = register(count, args.seed, args.registers)
        opened = []
        for _ in range(9):
            at = time.perf_counter()
            index = made.index()
            opened.append(time.perf_counter() - at)
        chosen = random.Random(args.seed + 1).sample(range(count), min(args.questions, count))
        match(Subject(("Кот Василий",)), index)  # the tables are unpacked once, not for a question
        walls, cpus, missed = timed(
            lambda name, index=index: [m.entry for m in match(Subject((name,)), index)], made.full, chosen)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count} names, {kernel()}: {len(made.data) / 1e6:.2f} MB, built in {made.seconds:.1f} s, "
              f"opened in {1000 * statistics.median(opened):.2f} ms, {memory:.0f} MB of memory")
        print(f"  sverka     p50 / p95 / p99 {quantiles(walls)} ms wall, {quantiles(cpus)} ms processor, "
              f"recall@10 {1 - len(missed) / len(chosen):.3f}")
        borne = Counter(made.full)
        print(f"  missed {len(missed)}, of whom {sum(borne[made.full[entry]] > 10 for entry in missed)} "
              "share their name with ten others or more", flush=True)
        answer = peer(made.full, made.latin, chosen[:PEER_QUESTIONS])
        print(f"  rapidfuzz  p50 / p95 / p99 {answer}", flush=True)


if __name__ == "__main__":
    main()
