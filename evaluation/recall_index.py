"""Does a name find its entry in a large index, however it is written?

Usage: python evaluation/recall_index.py [--names 100000] [--questions 300] [--seed 1]

Invented people, indexed as a register romanises them (the usual systems mixed). Each kind of
question is put for the same people; prints recall@1, recall@10 and the share above `unlikely`.
Misses at 10 are mostly namesakes: the register holds more than ten people of that name.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

from people import USUAL, Person, people, romanise, typo

from sverka.matching import Index, IndexItem, build_index, match
from sverka.model import Subject

KINDS: dict[str, Callable[[Person, random.Random], str]] = {
    "Cyrillic": lambda p, _: p.full(),
    "order changed": lambda p, _: f"{p.given} {p.patronymic} {p.surname}",
    "other romanisation": lambda p, rng: romanise(p.full(), rng.choice(USUAL)),
    "no patronymic": lambda p, _: f"{p.surname} {p.given}",
    "initials": lambda p, _: f"{p.surname} {p.given[0]}. {p.patronymic[0]}.",
    "one slip": lambda p, rng: typo(p.full(), rng),
    "slip in surname": lambda p, rng: f"{typo(p.surname, rng)} {p.given} {p.patronymic}",
    "slip, romanised": lambda p, rng: typo(romanise(p.full(), rng.choice(USUAL)), rng),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    population = list(people(args.names, args.seed))
    latin = [romanise(p.full(), rng.choice(USUAL)) for p in population]
    index = Index(build_index([IndexItem("person", (name,)) for name in latin]))
    chosen = rng.sample(range(args.names), args.questions)
    print(f"{args.names} names, {args.questions} questions a kind: recall@1, recall@10, above unlikely, ms")
    for kind, write in KINDS.items():
        first = ten = likely = 0
        at = time.process_time()
        for entry in chosen:
            found = match(Subject((write(population[entry], rng),)), index)
            verdicts = {m.entry: m.verdict for m in found}
            first += bool(found) and found[0].entry == entry
            ten += entry in verdicts
            likely += verdicts.get(entry, "unlikely") != "unlikely"
        n, spent = len(chosen), 1000 * (time.process_time() - at)
        print(f"  {kind:20} {first / n:.3f} {ten / n:.3f} {likely / n:.3f} {spent / n:6.2f}", flush=True)


if __name__ == "__main__":
    main()
