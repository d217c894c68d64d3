"""Shares of Russian given names by birth year, from published tables of a few years (generations.toml).

Between two years of the tables a name's share runs evenly in logarithms. A table of one year is mixed
with the count table of all ages (`mixed`), for the former is Moscow's, where Иван and Николай were rarer
in 1940 than in the villages; names a table leaves out share `TAIL` as the count tables have them, in 1970
less what went out of use (`faded`). The weights of that mixing are the rounded ones of a fit on the men of
today's lists (EM over given names, then over fathers' names: about a fifth of the count tables in either
half of them).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sverka.matching.cohorts import COHORTS, DIGITS, WOMEN_BORN

Shares = dict[str, float]
FACTS = Path(__file__).parent / "generations.toml"
MIDDLE = {2020: 2022}  # the others: the fifth year
FATHERS_AGE = (22, 28, 36)  # years between father and child, each for a third
# How much of a year's share is that of the count table of all ages.
BLEND = {1940: 0.3, 1970: 0.2, 1990: 0.1, 2004: 0.0, 2015: 0.0, 2022: 0.0}
TAIL = 0.04  # of the people of a year bear a name outside its fifty commonest
LEAST = 1e-6
FADING = 25 / 30  # years from about 1945 to 1970 against those from about 1915 to 1945
# Share of the count table of given names that the tables of 1970 and 1990 explain (EM on men's names); what
# is left of a woman's name is how common it was before.
EXPLAINED = {1970: 0.37, 1990: 0.07}
OLD, OLDEST = 1937, 1915


@dataclass(frozen=True)
class Generations:
    """Shares of one sex's names at known years; `at` gives those of any year."""

    known: dict[int, Shares]

    def at(self, year: float) -> Shares:
        """Shares at a birth year, summing to 1."""
        years = sorted(self.known)
        year = min(max(year, years[0]), years[-1])
        low, high = next((a, b) for a, b in pairwise(years) if a <= year <= b)
        part = (year - low) / (high - low)
        return normal({name: math.exp((1 - part) * math.log(share) + part * math.log(self.known[high][name]))
                       for name, share in self.known[low].items()})


def read(path: Path = FACTS) -> dict[tuple[str, int, str], Shares]:
    """(source, year, sex) -> shares 0-1."""
    tables = {}
    for table in tomllib.loads(path.read_text("utf-8"))["table"]:
        words = table["shares"].lower().replace("ё", "е").split()
        sums: dict[str, float] = {}
        for name, number in zip(words[::2], words[1::2], strict=True):
            sums[name] = sums.get(name, 0.0) + float(number)
        total = sum(sums.values()) if table.get("counts") else table.get("total", 100)
        tables[table["source"], table["year"], table["sex"]] = {name: n / total for name, n in sums.items()}
    return tables


def named(sex: str) -> set[str]:
    """The names of newborns that a table of a year has, however rare they are among all people."""
    return {name for (source, _, of), table in read().items() if of == sex and source == "zags"
            for name in table}


def generations(sex: str, given: Mapping[str, float], fathers: Mapping[str, float]) -> Generations:
    """The shares of the years.

    Args: given, fathers: counts of the names of that sex in the tables, and of fathers (none for women).
    """
    tables = read()
    g = normal(given)
    p = normal({name: fathers.get(name, 0.0) for name in given}) if fathers else g
    known: dict[int, Shares] = {}
    for (source, year, of), table in tables.items():
        if of == sex and source in ("mercator", "ulzr", "zags"):
            older = p if year == 1940 else tables["ulzr", 2004, sex] if year >= 1990 else faded(g, p)
            shares = completed(table, g, older)
            of_all = g if year > 1940 else average(g, p)
            old = year == 1940 or sex == "f"  # nothing tells how women's names had faded
            counted = {name: of_all[name] if old or name in table else shares[name] for name in g}
            known[year] = normal(mixed(shares, counted, BLEND[year]))
    if sex == "m":
        known[OLDEST] = p
    else:
        known[OLD] = remainder(g, known)
    for source, year in (("pension", 1953), ("registry", 2022)):
        partial = tables[source, year, sex]
        known[year] = stated(partial, Generations(floored(known)).at(year))
    return Generations(floored(known))


def faded(given: Shares, fathers: Shares) -> Shares:
    """How common names outside the fifty of 1970 were: those that went out of use went on doing so.

    The count table of given names is of people born about 1945 in the middle, the fathers' of about 1915.
    What a name lost between the two it lost once more, for its years to 1970 (straight in logarithms).
    """
    return {name: share * min(1.0, share / max(fathers[name], LEAST)) ** FADING
            for name, share in given.items()}


def completed(table: Shares, given: Shares, others: Shares) -> Shares:
    """A year's table with the names it leaves out: `TAIL` of the people, as common as in `others`."""
    least = min(share for name, share in table.items())
    rest = {name: min(least, others.get(name, 0.0) + 0.1 * share)
            for name, share in given.items() if name not in table}
    total = sum(rest.values())
    tail = {name: TAIL * share / total for name, share in rest.items()}
    return normal({name: share * (1 - TAIL) for name, share in table.items() if name in given} | tail)


def mixed(left: Shares, right: Shares, part: float) -> Shares:
    """`part` of the right, the rest of the left."""
    return {name: (1 - part) * left.get(name, 0.0) + part * right.get(name, 0.0) for name in right}


def average(left: Shares, right: Shares) -> Shares:
    """Half of each."""
    return mixed(left, right, 0.5)


def remainder(given: Shares, known: Mapping[int, Shares]) -> Shares:
    """What a count table of all ages leaves for the older people, the younger being taken out."""
    left = {}
    for name, share in given.items():
        younger = sum(part * known[year].get(name, 0.0) for year, part in EXPLAINED.items())
        left[name] = max(share - younger, 0.1 * share)
    return normal(left)


def stated(partial: Shares, rest: Shares) -> Shares:
    """Shares with those of `partial` as stated, the others in the same proportion as before."""
    free = sum(share for name, share in rest.items() if name not in partial)
    left = 1 - sum(partial.values())
    return {name: partial.get(name, share * left / free) for name, share in rest.items()}


def floored(known: Mapping[int, Shares]) -> dict[int, Shares]:
    """Every year has every name, none with a share of zero."""
    names = {name for shares in known.values() for name in shares}
    return {year: {name: max(shares.get(name, 0.0), LEAST) for name in sorted(names)}
            for year, shares in known.items()}


def normal(counts: Mapping[str, float]) -> Shares:
    """Shares that sum to 1."""
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()}


def of_cohort(names: Generations, start: int) -> Shares:
    """Shares among those born in the ten years from `start`."""
    return names.at(MIDDLE.get(start, start + 5))


def fathers_of_cohort(men: Generations, start: int) -> Shares:
    """Shares of the fathers' names of those born in the ten years from `start`."""
    tables = [men.at(MIDDLE.get(start, start + 5) - age) for age in FATHERS_AGE]
    return {name: sum(table[name] for table in tables) / len(tables) for name in tables[0]}


def ages(sex: str) -> list[float]:
    """Share of each cohort among the people of a sex."""
    alive = [share * (women if sex == "f" else 1 - women)
             for share, women in zip(COHORTS.values(), WOMEN_BORN, strict=True)]
    return [share / sum(alive) for share in alive]


def profile(by_cohort: list[float], sex: str) -> tuple[float, str]:
    """(share among all of that sex, a digit a cohort: the nearest of `DIGITS` to its share against that)."""
    share = sum(part * weight for part, weight in zip(by_cohort, ages(sex), strict=True))
    digits = (min(DIGITS, key=lambda digit: abs(math.log(DIGITS[digit] * share / part)))
              for part in by_cohort)
    return share, "".join(digits)
