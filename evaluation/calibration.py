"""Is a probability of 0.3 right three times in ten? Fit the calibration knots and print reliability.

Usage: python evaluation/calibration.py [--write] [--people 60000] [--seed 7] NAMES_DIR

Trials, all on data the knots were not fitted on:
  register  a simulated population drawn from the population tables, some of it on a register with
            romanised, shortened and mistyped names; everybody asks; the prior is 1 / population.
            This is what a probability means here, so the knots are fitted on another such population.
  random    positives and random negatives of the held-out half (by person) of dev-pairs.tsv.gz; the
            prior is the share of positives there.
  hard      the same with the negatives made to be confused (siblings, namesakes, swapped parts). A
            probability speaks of a person drawn at random, not of one chosen to confuse, so its knots
            are fitted anew on the other half: can bits be turned into probabilities even there?
Prints the expected calibration error (mean |predicted - observed| over 15 bins of equal size,
and over the same bins of the pairs that are neither certain nor hopeless) and a reliability table.
--write puts the fitted knots into src/sverka/matching/calibration.py.
"""

from __future__ import annotations

import argparse
import gzip
import math
import random
import sys
import zlib
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

from people import USUAL, Person, people, romanise, typo

from sverka.matching import Index, IndexItem, build_index, match
from sverka.matching import probability as odds
from sverka.matching.persons import compare_persons
from sverka.model import Subject
from sverka.names import parse

Scored = list[tuple[float, bool]]  # raw bits, whether one person
Knots = tuple[tuple[float, float], ...]
KNOT_AT = (-40, -20, -10, -5, 0, 4, 8, 11, 14, 17, 20, 24, 28, 34)
BINS = 15
FEW = 20  # pairs
REGISTER_SHARE = 0.08
OUT = ROOT / "src/sverka/matching/calibration.py"


def read_pairs(folder: Path) -> tuple[dict[str, Scored], dict[str, Scored]]:
    """Raw bits of the two halves of the pairs, split by person: `random` and `hard`."""
    with gzip.open(folder / "dev-pairs.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        rows = [line.rstrip("\n").split("\t") for line in lines]
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for _, label, left, right in rows:
        if label == "1":
            parent[root(left)] = root(right)
    halves: tuple[dict[str, Scored], dict[str, Scored]] = (defaultdict(list), defaultdict(list))
    for kind, label, left, right in rows:
        if "_ara" in kind or kind.endswith(("_un", "_ofac", "_world")):
            continue  # other worlds than the one the population tables speak of
        sides = {zlib.crc32(root(name).encode()) & 1 for name in (left, right)}
        if len(sides) == 1:
            bits = compare_persons(parse(left), parse(right)).bits
            half = halves[sides.pop()]
            half["hard"].append((bits, label == "1"))
            if not kind.startswith("hard"):
                half["random"].append((bits, label == "1"))
    return halves


def listed(person: Person, rng: random.Random) -> str:
    """How a register may write a person: Cyrillic or romanised, parts missing, a slip."""
    chance = rng.random()
    name = person.full()
    if chance < 0.25:
        name = f"{person.surname} {person.given}"
    elif chance < 0.32:
        name = f"{person.surname} {person.given[0]}. {person.patronymic[0]}."
    if rng.random() < 0.4:
        name = romanise(name, rng.choice(USUAL))
    return typo(name, rng) if rng.random() < 0.1 else name


def simulate(count: int, seed: int) -> tuple[Scored, int]:
    """Everybody of a population asks a register that holds some of it; raw bits of all answers."""
    rng = random.Random(seed)
    population = list(people(count, seed))
    chosen = rng.sample(range(count), int(REGISTER_SHARE * count))
    index = Index(build_index([IndexItem("person", (listed(population[i], rng),)) for i in chosen]))
    found: Scored = []
    for i, person in enumerate(population):
        for answer in match(Subject((person.full(),)), index):
            found.append((answer.bits, chosen[answer.entry] == i))
    return found, count


def fit(scored: Scored, prior: float) -> Knots:
    """Knots (raw bits, log2 likelihood ratio): pooled adjacent violators, smoothed by half a count."""
    bins: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for bits, one in scored:
        bins[min(len(KNOT_AT) - 1, bisect_left(KNOT_AT, bits))][0 if one else 1] += 1
    blocks: list[list[float]] = []  # yes, no, number of bins
    for i in range(len(KNOT_AT)):
        blocks.append([*bins[i], 1])
        while len(blocks) > 1 and ratio(blocks[-2]) >= ratio(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    values = [math.log2(ratio(block)) - prior for block in blocks for _ in range(int(block[2]))]
    middles = [(a + b) / 2 for a, b in zip((-60, *KNOT_AT), KNOT_AT, strict=False)]
    # Where a trial holds next to no pair of two people, it is too small to correct the raw bits.
    few = [block[1] < FEW for block in blocks for _ in range(int(block[2]))]
    values = [max(v, m) if f else v for v, m, f in zip(values, middles, few, strict=True)]
    return tuple((m, round(v, 2)) for m, v in zip(middles, values, strict=True))


def prior_of(scored: Scored) -> float:
    """log2 odds of a positive."""
    return math.log2(sum(one for _, one in scored) / sum(not one for _, one in scored))


def lowered(register: Knots, pairs: Knots) -> Knots:
    """Below 0 bits the lower of the two: a search shows few of the register's worst pairs at all."""
    both = zip(register, pairs, strict=True)
    return tuple((x, min(y, other) if x < 0 else y) for (x, y), (_, other) in both)


def ratio(block: list[float]) -> float:
    return (block[0] + 0.5) / (block[1] + 0.5)


def report(title: str, scored: Scored, prior: float, knots: Knots) -> float:
    """Print reliability; returns the expected calibration error. `prior`: log2 odds."""
    exponents = [(max(-100.0, min(100.0, odds.calibrated(bits, knots) + prior)), one) for bits, one in scored]
    pairs = sorted((1 / (1 + 2**-exponent), one) for exponent, one in exponents)
    unsure = [pair for pair in pairs if 0.01 <= pair[0] <= 0.99]
    print(
        f"\n{title}: {len(pairs)} pairs, {sum(one for _, one in pairs)} of one person; "
        f"ECE {ece(pairs):.4f}, on the {len(unsure)} between 0.01 and 0.99: {ece(unsure):.4f}"
    )
    print("  predicted  observed      n")
    for low, high in (
        (0, 0.001),
        (0.001, 0.01),
        (0.01, 0.05),
        (0.05, 0.1),
        (0.1, 0.2),
        (0.2, 0.4),
        (0.4, 0.6),
        (0.6, 0.8),
        (0.8, 0.9),
        (0.9, 0.95),
        (0.95, 0.99),
        (0.99, 1.01),
    ):
        part = [(p, one) for p, one in pairs if low <= p < high]
        if part:
            print(
                f"  {sum(p for p, _ in part) / len(part):9.4f} {sum(o for _, o in part) / len(part):9.4f} "
                f"{len(part):6d}"
            )
    return ece(pairs)


def ece(pairs: list[tuple[float, bool]]) -> float:
    """Expected calibration error over bins of equal size."""
    size = max(1, -(-len(pairs) // BINS))
    total = 0.0
    for at in range(0, len(pairs), size):
        part = pairs[at : at + size]
        total += abs(sum(p for p, _ in part) - sum(o for _, o in part))
    return total / max(1, len(pairs))


def write(knots: Knots) -> None:
    head = "Raw bits -> calibrated bits. Written by evaluation/calibration.py --write; do not edit."
    lines = [
        f'"""{head}"""',
        "",
        "from __future__ import annotations",
        "",
        "KNOTS: tuple[tuple[float, float], ...] = (",
        *(f"    ({x:.1f}, {y:.2f})," for x, y in knots),
        ")",
    ]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--people", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    train, held = read_pairs(args.names)
    simulated, count = simulate(args.people, args.seed + 1)
    fitted = fit(simulate(args.people, args.seed)[0], -math.log2(count))
    fitted = lowered(fitted, fit(train["random"], prior_of(train["random"])))
    print("knots:", fitted)
    report("register", simulated, -math.log2(count), fitted)
    for name in ("random", "hard"):
        prior = prior_of(train[name])
        report(f"pairs, {name}", held[name], prior, fitted)
        own = fit(train[name], prior)
        report(f"pairs, {name}, knots of the other half", held[name], prior, own)
    if args.write:
        write(fitted)


if __name__ == "__main__":
    main()
