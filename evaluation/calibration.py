"""Is a probability of 0.3 right three times in ten? Fit the calibration knots and print reliability.

Usage: python evaluation/calibration.py [--write] [--people 40000] [--seed 7] NAMES_DIR

Trials, all on data the knots were not fitted on:
  register  a simulated population drawn from the population tables, some of it on a register with
            romanised, shortened and mistyped names; everybody asks; the prior is 1 / population.
            This is what a probability means here.
  random    positives and random negatives of the held-out half (by person) of dev-pairs.tsv.gz; the
            prior is the share of positives there.
  hard      the same with the negatives made to be confused (siblings, namesakes, swapped parts).
The bits of names that agree (`possible` or `strong`), and of those with one slip of the pen (`slip_odds`),
are not fitted at all: they are odds by themselves. Those of other names the verdict calls `unlikely` are;
below `CAUTIOUS` bits their scale is the lowest of three fits (on another simulated population, on the other
half of the pairs with random and with hard negatives): of a name that contradicts in a part, as a brother's
does, the chance must hold against a brother, too.
Names with a slip of the pen are printed apart.
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
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

from people import USUAL, Person, people, romanise, typo

from sverka.matching import Index, IndexItem, build_index, match
from sverka.matching import probability as odds
from sverka.matching.namesakes import POPULATION
from sverka.matching.persons import compare_persons
from sverka.matching.probability import Knots
from sverka.matching.slip_odds import nearly
from sverka.model import Evidence, Subject, Verdict
from sverka.names import parse

How = Literal["agrees", "slip", "unlikely"]
Scored = list[tuple[float, bool, How]]  # raw bits, whether one person, how the names agree
KNOT_AT = (-40, -20, -10, -5, 0, 4, 8, 11, 14, 17, 20, 24, 28, 34)
BINS = 15
FEW = 20  # pairs
CAUTIOUS = 12.0  # bits
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
            result = compare_persons(parse(left), parse(right))
            row = result.bits, label == "1", how(result.verdict, result.lines)
            half = halves[sides.pop()]
            half["hard"].append(row)
            if not kind.startswith("hard"):
                half["random"].append(row)
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
            found.append((answer.bits, chosen[answer.entry] == i, how(answer.verdict, answer.evidence)))
    return found, count


def how(verdict: Verdict, lines: Sequence[Evidence]) -> How:
    if nearly(lines):
        return "slip"
    if verdict == "unlikely":
        return "unlikely"
    return "slip" if any(line.kind.endswith((".near", ".slip")) for line in lines) else "agrees"


def fit(scored: Scored, prior: float) -> Knots:
    """Knots of unlikely names (raw bits, log2 likelihood ratio): pooled adjacent violators.

    Smoothed by half a count.
    Where a trial holds next to no pair of two people, or of one, it is too small to correct the raw bits.
    """
    bins: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for bits, one, verdict in scored:
        if verdict == "unlikely":
            bins[min(len(KNOT_AT) - 1, bisect_left(KNOT_AT, bits))][0 if one else 1] += 1
    blocks: list[list[float]] = []  # yes, no, number of bins
    for i in range(len(KNOT_AT)):
        blocks.append([*bins[i], 1])
        while len(blocks) > 1 and ratio(blocks[-2]) >= ratio(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    middles = [(a + b) / 2 for a, b in zip((-60, *KNOT_AT), KNOT_AT, strict=False)]
    values: list[float] = []
    each = [block for block in blocks for _ in range(int(block[2]))]
    for middle, block in zip(middles, each, strict=True):
        value = math.log2(ratio(block)) - prior
        if block[1] < FEW:
            value = max(value, middle) if block[0] >= FEW else middle
        values.append(max([value, *values[-1:]]))
    return tuple((middle, round(value, 2)) for middle, value in zip(middles, values, strict=True))


def prior_of(scored: Scored) -> float:
    """log2 odds of a positive."""
    ones = sum(one for _, one, _ in scored)
    return math.log2(ones / (len(scored) - ones))


def lowest(register: Knots, *others: Knots) -> Knots:
    """Below `CAUTIOUS` bits the lowest of the fits, above that of the register."""
    columns = zip(register, *others, strict=True)
    return tuple((column[0][0], min(y for _, y in column) if column[0][0] < CAUTIOUS else column[0][1])
                 for column in columns)


def ratio(block: list[float]) -> float:
    return (block[0] + 0.5) / (block[1] + 0.5)


def report(title: str, scored: Scored, prior: float, knots: Knots) -> float:
    """Print reliability; returns the expected calibration error. `prior`: log2 odds."""
    pairs = [(chance(bits, verdict, prior, knots), one) for bits, one, verdict in scored]
    random.Random(1).shuffle(pairs)  # so that equal chances are not in the order of the file
    pairs.sort(key=lambda pair: pair[0])
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


def chance(bits: float, verdict: How, prior: float, knots: Knots) -> float:
    exponent = (odds.calibrated(bits, knots) if verdict == "unlikely" else bits) + prior
    return 1 / (1 + 2 ** -max(-100.0, min(100.0, exponent)))


def told(scored: Scored, knots: Knots) -> float:
    """Mean chance at the prior of the country."""
    prior = -math.log2(POPULATION / odds.ASKER)
    return sum(chance(bits, how, prior, knots) for bits, _, how in scored) / len(scored)


def ece(pairs: list[tuple[float, bool]]) -> float:
    """Expected calibration error over bins of equal size."""
    size = max(1, -(-len(pairs) // BINS))
    total = 0.0
    for at in range(0, len(pairs), size):
        part = pairs[at : at + size]
        total += abs(sum(p for p, _ in part) - sum(o for _, o in part))
    return total / max(1, len(pairs))


def write(knots: Knots) -> None:
    head = "Raw bits -> calibrated bits of unlikely names. Written by evaluation/calibration.py; do not edit."
    lines = [f'"""{head}"""', "", "from __future__ import annotations", "",
             "KNOTS: tuple[tuple[float, float], ...] = (",
             *(f"    ({x:.1f}, {y:.2f})," for x, y in knots), ")"]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--people", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    train, held = read_pairs(args.names)
    held["register"], _ = simulate(args.people, args.seed + 1)
    train["register"], _ = simulate(args.people, args.seed)
    priors = {name: prior_of(train[name]) for name in ("random", "hard")}
    priors = {"register": -math.log2(args.people), **priors}
    knots = lowest(*(fit(train[name], prior) for name, prior in priors.items()))
    print("knots:", knots)
    for name, prior in priors.items():
        report(name, held[name], prior, knots)
        for part in ("agrees", "slip"):
            report(f"{name}, of these: {part}", [row for row in held[name] if row[2] == part], prior, knots)
    for one in (True, False):
        print("slips, hard pairs, as told by `sverka check`:", "one person" if one else "two people",
              f"{told([row for row in held['hard'] if row[2] == 'slip' and row[1] == one], knots):.3f}")
    if args.write:
        write(knots)


if __name__ == "__main__":
    main()
