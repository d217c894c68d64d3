"""Is a slip in a surname told from another surname, where the tables do not know them all?

Usage: python evaluation/slips.py [--people 40000] [--seed 8]

In the register of calibration.py nobody has a surname outside the tables, though about a fifth of people do.
So here the rarest surnames, borne by `HIDDEN` of the people, are taken out of the tables before anybody asks:
what they are to the rest is what the surnames outside are to the tables. Prints
  how often a mistyped surname is another one: of the whole tables, and of the shown and the hidden ones;
  reliability of names with a slip, `slip_odds.EXISTS` set to what those hidden ones make it.
`slip_odds.EXISTS` itself is the share of the whole tables, times the surnames outside for each one in them,
times how much less often a hidden one is met than its number says (the last line of the first part).
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

import math

from calibration import REGISTER_SHARE, Scored, how, listed, report
from people import Person, people, typo

from sverka.matching import (
    Index,
    IndexItem,
    build_index,
    commonness,
    evidence,
    frequency,
    keys,
    match,
    slip_odds,
    slips,
)
from sverka.model import Subject
from sverka.names import population

HIDDEN = 0.18  # as many people as have a surname outside the tables (tools/build_population.py)
DRAWN = 50_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=8)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    asking = list(people(args.people, args.seed))
    chosen = rng.sample(range(args.people), int(REGISTER_SHARE * args.people))
    cells = [listed(asking[i], rng) for i in chosen]
    table = {name: count for name, count, _ in frequency.rows("surname")}
    hidden = rarest(table)
    slip_odds.EXISTS = mistyped(table, hidden)
    hide(hidden, sum(table[name] for name in hidden) / len(hidden))
    report("names with a slip", asked(asking, chosen, cells), -math.log2(args.people), ())


def rarest(table: dict[str, int]) -> set[str]:
    """The rarest surnames, that `HIDDEN` of the people bear."""
    left, hidden = HIDDEN * sum(table.values()), set()
    for name, count in sorted(table.items(), key=lambda row: row[1]):
        left -= count
        if left < 0:
            break
        hidden.add(name)
    return hidden


def mistyped(table: dict[str, int], hidden: set[str]) -> float:
    """Print how often a slip makes another surname; returns it for the hidden ones."""
    rng = random.Random(1)

    def drawn(names: list[str]) -> list[str]:
        picked = rng.choices(names, [table[name] for name in names], k=DRAWN)
        return [wrong for name in picked if (wrong := typo(name, rng)) != name]

    whole = drawn(list(table))
    shown = [name for name in table if name not in hidden]
    wrong = drawn(shown)
    inside = sum(name in table for name in whole) / DRAWN
    seen = sum(name in table and name not in hidden for name in wrong) / DRAWN
    unseen = sum(name in hidden for name in wrong) / DRAWN
    numbers = len(hidden) / len(shown)
    print(f"{len(table)} surnames, {len(hidden)} of them hidden")
    print(f"mistyped ones that are another of the tables: {inside:.3f}; with the rarest hidden, another "
          f"of the shown {seen:.3f}, of the hidden {unseen:.3f}")
    less = unseen / seen / numbers
    outside = HIDDEN / (1 - HIDDEN) * sum(table.values()) / frequency.UNSEEN["surname"] / len(table)
    print(f"{outside:.1f} surnames outside the tables for one in them; a hidden one is met {less:.2f} times "
          f"as often as its number says: outside the tables {inside * outside * less:.2f}")
    return unseen


def hide(hidden: set[str], mean: float) -> None:
    """Take surnames out of the tables; `mean` bearers has one of them."""
    whole = population.blob
    rows = whole("surname").split(b"\n")
    kept = b"\n".join(row for row in rows if not row or row.split(b"\t")[1].decode("cp1251") not in hidden)
    population.blob = lambda role: kept if role == "surname" else whole(role)  # type: ignore[assignment]
    frequency.UNSEEN["surname"] = mean
    for module in (population, frequency, commonness, keys, slips, slip_odds, evidence):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def asked(asking: list[Person], chosen: list[int], cells: list[str]) -> Scored:
    """Everybody asks; the answers that agree but for a slip."""
    index = Index(build_index([IndexItem("person", (cell,)) for cell in cells]))
    return [(answer.bits, chosen[answer.entry] == i, "slip") for i, person in enumerate(asking)
            for answer in match(Subject((person.full(),)), index)
            if how(answer.verdict, answer.evidence) == "slip"]


if __name__ == "__main__":
    main()
