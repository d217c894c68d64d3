"""Shares of names as the program expects them: of people of all ages and cultures, or of those of a list."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sverka.matching.cohorts import WOMEN
from sverka.matching.frequency import (
    WEIGHTS,
    Commonness,
    Role,
    commonness,
    of_generations,
    share_together,
)
from sverka.matching.keys import population_key
from sverka.names import parse

Man = tuple[str, str, str]  # or a woman
USUAL = {"m": ("иванов", "иван", "иванович"), "f": ("иванова", "анна", "ивановна")}
ROLES: tuple[Role, ...] = ("surname", "given", "patronymic")
MENS = frozenset("илья никита лука фома кузьма данила игорь муса савва лева мустафа".split())  # noqa: SIM905
DRAWS = 200


@dataclass(frozen=True, slots=True)
class Mix:
    """Of which people a share is.

    Attributes:
        ages: share of each birth cohort; empty: of all ages as they live.
        cultures: share of each name culture.
    """

    ages: tuple[float, ...] = ()
    cultures: tuple[float, ...] = WEIGHTS


def sex_of(words: Sequence[str]) -> str:
    """`f` or `m` by a given name or patronymic among the words."""
    return "f" if words[-1].endswith(("а", "я", "ь")) and words[-1] not in MENS else "m"


@cache
def parts_of(words: tuple[str, ...], at: tuple[int, ...], sex: str) -> tuple[Commonness, ...]:
    """What the tables say of these parts of the name of a man or a woman."""
    given = dict(zip(at, words, strict=True))
    tokens = parse(" ".join(given.get(i, usual) for i, usual in enumerate(USUAL[sex]))).tokens
    keys = [population_key(tokens[i], ROLES[i]) for i in at if i < len(tokens)]
    return tuple(commonness(*key) for key in keys if key)


def share(words: tuple[str, ...], at: tuple[int, ...], mix: Mix, sex: str = "") -> float:
    """Share with these parts, of all people (a surname alone) or of those of the sex of the words."""
    sex = sex or sex_of(words)
    parts = list(parts_of(words, at, sex))
    shared = share_together(parts) / (1.0 if at == (0,) else WOMEN if sex == "f" else 1 - WOMEN)
    if mix.cultures != WEIGHTS:
        shared *= mixed(parts, mix.cultures) / mixed(parts, WEIGHTS)
    if not mix.ages:
        return shared
    now = sum(part * math.prod(p.cohorts[i] for p in parts) for i, part in enumerate(mix.ages))
    return shared / of_generations(parts) * now


def mixed(parts: list[Commonness], cultures: Sequence[float]) -> float:
    """Sum over the cultures of their share times those of the parts."""
    return sum(part * math.prod(p.by_class[c] for p in parts) for c, part in enumerate(cultures))


def cultures_of(people: list[Man], rounds: int = 20) -> tuple[float, ...]:
    """Shares of the name cultures among listed men or women: EM over given name and patronymic."""
    likely = []
    for _, given, patronymic in people:
        parts = parts_of((given, patronymic), (1, 2), sex_of((given, patronymic)))
        if len(parts) == 2 and all(part.known for part in parts):
            likely.append([math.prod(p.by_class[c] for p in parts) for c in range(len(WEIGHTS))])
    weights = list(WEIGHTS)
    for _ in range(rounds):
        sums = [0.0] * len(weights)
        for classes in likely:
            odds = [w * p for w, p in zip(weights, classes, strict=True)]
            sums = [s + o / sum(odds) for s, o in zip(sums, odds, strict=True)]
        weights = [s / len(likely) for s in sums]
    return tuple(weights)


def ratios(people: list[Man], at: tuple[int, ...], least: float, mix: Mix) -> list[float]:
    """Expected / counted, of the names that at least `least` bear or should bear."""
    counts = Counter(tuple(person[i] for i in at) for person in people)
    expected = {words: share(words, at, mix) * len(people) for words in counts}
    return [expected[words] / seen for words, seen in counts.items() if max(expected[words], seen) >= least]


def perfect(people: list[Man], at: tuple[int, ...], least: float, mix: Mix,
            rng: random.Random) -> list[float]:
    """The same where our shares are true and the sample is drawn from them."""
    names = {tuple(person[i] for i in at) for person in people}
    expected = [share(words, at, mix) * len(people) for words in sorted(names)]
    found = []
    for mean in (mean for _ in range(DRAWS) for mean in expected if mean > least / 4):
        seen = poisson(mean, rng)
        if seen and max(mean, seen) >= least:
            found.append(mean / seen)
    return found


def poisson(mean: float, rng: random.Random) -> int:
    """One draw; by the normal curve above 50."""
    if mean > 50:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    at, left = -1, 1.0
    while left > math.exp(-mean):
        at, left = at + 1, left * rng.random()
    return at


def within(found: list[float]) -> float:
    """Share of ratios between a half and two."""
    return sum(abs(math.log2(ratio)) <= 1 for ratio in found) / max(1, len(found))


def middle(found: list[float]) -> float:
    """The median."""
    return sorted(found)[len(found) // 2]
