"""How common a name part is in the population, by role and name culture.

The tables (`names/tables/population.py`) are sorted text, searched in place: no dictionary of
120,000 names is built for one question. A part is looked up by its key (see `population_key`),
so that every spelling of a name, and a surname's feminine form, count together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..names.population import blob, rows_of
from ..names.tables import population

Role = Literal["surname", "given", "patronymic"]

CLASSES: tuple[str, ...] = population.CLASSES
# Census 2020/21 shares, see tools/build_population.py.
WEIGHTS: tuple[float, ...] = population.WEIGHTS
STEPS = 15  # a class share is a hexadecimal digit of fifteenths
# A name outside a table is rarer than its last rows. Half of the surnames' cut-off (15 men);
# the other tables go down to 1 bearer.
UNSEEN = {"surname": 5.0, "given": 1.0, "patronymic": 1.0}
# Part of the bearers of any name that is spread over the cultures as people are: names cross over,
# and the class of a rare name is a guess from its letters.
MIXED = 0.15
DOUBLE = 0.05  # share of the bearers of the rarer half of a double surname who bear just that pair: a guess
ODD = 0.01  # of what independence would give: the least for parts that contradict each other


@dataclass(frozen=True, slots=True)
class Commonness:
    """What the tables say of one name part.

    Attributes:
        known: whether the table has it. share: of all people in the stated population, 0-1.
        by_class: share of the people of each name culture that bear it.
        women: share of women among its bearers, 0-1 (0.5 for surnames, which fold both).
    """

    known: bool
    share: float
    by_class: tuple[float, ...]
    women: float

    @property
    def bits(self) -> float:
        """How much an agreement on this part weighs: log2(1 / share)."""
        return -math.log2(self.share)


# Of each culture, what a digit of a name's code stands for.
_SHARES = tuple({digit: (1 - MIXED) * int(digit, 16) / STEPS + MIXED * weight for digit in "0123456789abcdef"}
                for weight in WEIGHTS)


@lru_cache(maxsize=1 << 13)
def commonness(key: str, norm: str, role: Role, sex: str = "") -> Commonness:
    """How common a part is in that role; never zero.

    Args:
        key: its skeleton. norm: the part in lower case. If it is Cyrillic and in the table, its
            own row counts; else (romanised, declined) every name of that skeleton does, for each
            may be the one that was written so. sex: `f` or `m` where the part shows it.
    """
    found = rows_of(key, role)
    forms = masculine(norm)
    exact = tuple(row for row in found if row.name in forms)
    if role != "surname" and sex and not exact:
        found = tuple(row for row in found if (int(row.code[-1]) >= 5) == (sex == "f"))
    by_class, women, bearers = [0.0] * len(CLASSES), 0.0, 0.0
    totals = population.TOTALS[role]
    for _, number, code in exact or found:
        count = float(number)
        bearers += count
        women += count * int(code[-1]) / 9
        for i, total in enumerate(totals):
            by_class[i] += count * _SHARES[i][code[i]] / total
    if not bearers:
        by_class = [UNSEEN[role] * w / t for w, t in zip(WEIGHTS, population.TOTALS[role], strict=True)]
    share = sum(weight * part for weight, part in zip(WEIGHTS, by_class, strict=True))
    known_sex = bearers > 0 and role != "surname"
    return Commonness(bearers > 0, share, tuple(by_class), women / bearers if known_sex else 0.5)


def masculine(norm: str) -> set[str]:
    """The word and the masculine forms it may be the feminine of; ё as е."""
    norm = norm.replace("ё", "е")
    forms = {norm}
    if norm.endswith("а"):
        forms.add(norm[:-1])
    if norm.endswith("ая"):
        forms |= {norm[:-2] + ending for ending in ("ий", "ый", "ой")}
    return forms


def share_together(parts: list[Commonness]) -> float:
    """Share of the population with all these parts, over the mixture of name cultures."""
    total = 0.0
    for i, weight in enumerate(WEIGHTS):
        total += weight * math.prod(part.by_class[i] for part in parts)
    # Given names and patronymics are of one sex half the time: shares are of both sexes together.
    sexed = [part.women for part in parts]
    men, women = math.prod(2 * (1 - w) for w in sexed), math.prod(2 * w for w in sexed)
    # Not even a man's name with a daughter's patronymic is impossible: lists have such rows.
    return max(total * (men + women) / 2, ODD * math.prod(part.share for part in parts))


def rows(role: Role) -> list[tuple[str, int, str]]:
    """The whole table of a role: name, count, class code. For simulations, not for a question."""
    lines = blob(role).decode("cp1251").strip("\n").split("\n")
    return [(name, int(count), code) for _, name, count, code in (line.split("\t") for line in lines)]


@lru_cache(maxsize=4096)
def spelled(key: str, role: Role) -> frozenset[str]:
    """The names of a table whose skeleton is `key`, in Cyrillic."""
    return frozenset(row.name for row in rows_of(key, role))
