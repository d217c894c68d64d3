"""How often an ordinary person is alarmed for nothing: invented names against the shipped lists.

Usage: python evaluation/false_alarms.py [--n 1000] [--seed 1] [--show] [BUNDLE]

Draws names from the population tables (evaluation/people.py) and asks the bundle (default: the one
shipped) for each. Prints how many of them get an answer above `unlikely`, by verdict. An invented
name may by chance be exactly a listed one; such are counted apart, for there the question is right.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

from people import people

from sverka.bundle import Bundle
from sverka.matching import Index, build_index, match
from sverka.matching.keys import keys_of
from sverka.model import Subject
from sverka.release.assemble import index_items


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", nargs="?", type=Path, default=ROOT / "src/sverka/data/ru.svk")
    parser.add_argument("--n", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the alarms (not for publication)")
    args = parser.parse_args()
    items, _ = index_items(Bundle(args.bundle.read_bytes()).listings)
    index = Index(build_index(items))
    verdicts: Counter[str] = Counter()
    exact = alarmed = 0
    started = time.perf_counter()
    for person in people(args.n, args.seed):
        found = [m for m in match(Subject((person.full(),)), index) if m.verdict != "unlikely"]
        alarmed += bool(found)
        verdicts.update(m.verdict for m in found)
        exact += any(set(keys_of(m.name, "person")) >= set(keys_of(person.full(), "person")) for m in found)
        if args.show:
            for m in found:
                print(
                    f"  {person.full()} | {m.name} | {m.verdict} {m.bits:.1f} {m.probability:.4f}"
                    f" {[(line.kind, round(line.bits, 1)) for line in m.evidence]}"
                )
    seconds = time.perf_counter() - started
    print(
        f"{args.n} invented people against {sum(item.kind == 'person' for item in items)} persons: "
        f"{alarmed} alarmed ({exact} bear a listed name in full), {sum(verdicts.values())} answers "
        f"{dict(verdicts)}; {1000 * seconds / args.n:.2f} ms a question"
    )


if __name__ == "__main__":
    main()
