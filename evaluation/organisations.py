"""Organisations: is each found under the names people use, and is it told from the others?

Usage: python evaluation/organisations.py [--n 400] [--seed 1] [--show] [BUNDLE]

Every organisation of the bundle (default: the one shipped) is asked for by variants of its own
official name: without legal form and quotes, in capitals, romanised, one letter wrong, words in
another order, only its quoted core, its initials. Prints how often it is among the answers above
`unlikely`, and how many other organisations are.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

from people import romanise, typo

from sverka.bundle import Bundle
from sverka.matching import Index, build_index, match
from sverka.matching.organisations import readings
from sverka.model import Subject
from sverka.names.organisations import cores
from sverka.release.assemble import index_items


def variants(name: str, rng: random.Random) -> dict[str, str]:
    """Other ways to ask for an organisation."""
    plain = re.sub(r"[«»“”„\"]", "", re.sub(r"\([^()]*\)", "", name)).strip()
    words = plain.split()
    found = {"official": name, "capitals": plain.upper(), "no quotes": plain}
    if len(plain) > 6:
        found["one slip"] = typo(plain, rng)
    if re.search("[а-я]", plain):
        found["romanised"] = romanise(plain, rng.choice(("passport2014", "bgn")))
    if len(words) > 2:
        found["words shuffled"] = " ".join(rng.sample(words, len(words)))
    first = readings(name)[:1]
    if first and len(first[0].name.shown) > 1:
        found["no legal form"] = " ".join(first[0].name.shown)
    if cores(name):
        found["quoted core"] = cores(name)[0]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", nargs="?", type=Path, default=ROOT / "src/sverka/data/ru.svk")
    parser.add_argument("--n", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the misses")
    args = parser.parse_args()
    items, _ = index_items(Bundle(args.bundle.read_bytes()).listings)
    index = Index(build_index(items))
    bodies = [i for i, item in enumerate(items) if item.kind == "organisation" and readings(item.names[0])]
    rng = random.Random(args.seed)
    asked, found, top, others = (defaultdict(int) for _ in range(4))
    started = time.perf_counter()
    for entry in rng.sample(bodies, min(args.n, len(bodies))):
        names = set(items[entry].names)
        for how, text in variants(items[entry].names[0], rng).items():
            answers = [m for m in match(Subject((text,), "organisation"), index) if m.verdict != "unlikely"]
            # The same body stands on several lists, and its branches beside it.
            same = [m.entry == entry or bool(names & set(items[m.entry].names)) for m in answers]
            asked[how] += 1
            found[how] += any(same)
            top[how] += bool(same) and same[0]
            others[how] += len(same) - sum(same)
            if args.show and not any(same):
                print(f"  {how}: {text[:100]} | {items[entry].names[0][:100]}")
    print(f"{len(bodies)} organisations; found, first, other answers a question:")
    for how, n in asked.items():
        print(f"  {how:15} {n:5d} {found[how] / n:.3f} {top[how] / n:.3f} {others[how] / n:.2f}")
    print(f"  {1000 * (time.perf_counter() - started) / sum(asked.values()):.2f} ms a question")


if __name__ == "__main__":
    main()
