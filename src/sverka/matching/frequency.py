"""How common a name part is in the population, by role and name culture.

The tables (`names/tables/population.py`) are sorted text, searched in place: no dictionary of
120,000 names is built for one question. A part is looked up by its key (see `population_key`),
so that every spelling of a name, and a surname's feminine form, count together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from typing import Literal

from ..names.population import Row, blob, rows_of
from ..names.tables import population
from .cohorts import COHORTS, DIGITS, STARTS, WOMEN
from .sums import product, total

Role = Literal["surname", "given", "patronymic"]

CLASSES: tuple[str, ...] = population.CLASSES
# Census 2020/21 shares, see tools/build_population.py.
WEIGHTS: tuple[float, ...] = population.WEIGHTS
STEPS = 15  # a class share is a hexadecimal digit of fifteenths
# A name outside a table is rarer than its last rows: the tail of the surnames below their cut-off (15 men),
# read off its slope, has 4 men for the average bearer; the other tables go down to 1.
UNSEEN: dict[Role, float] = {"surname": 4.0, "given": 1.0, "patronymic": 1.0}
# Part of the people of each culture who are named like people at large: names cross over, and the class of
# a rare name is a guess from its letters.
MIXED = 0.15
DOUBLE = 0.05  # share of the bearers of the rarer half of a double surname who bear just that pair: a guess
ODD = 0.01  # of what independence would give: the least for parts that contradict each other


EVEN = (1.0,) * len(STARTS)
ALIVE = tuple(COHORTS.values())  # share of people in each cohort


@dataclass(frozen=True, slots=True)
class Commonness:
    """What the tables say of one name part.

    Attributes:
        known: whether the table has it. share: of all people in the stated population, 0-1.
        by_class: share of the people of each name culture that bear it.
        women: share of women among its bearers, 0-1 (that of the population for surnames, which fold both).
        cohorts: how common it is in each birth cohort (`cohorts.STARTS`) against all people of its sex;
            1 where the tables do not say.
    """

    known: bool
    share: float
    by_class: tuple[float, ...]
    women: float
    cohorts: tuple[float, ...] = EVEN

    @property
    def bits(self) -> float:
        """How much an agreement on this part weighs: log2(1 / share)."""
        return -math.log2(self.share)


_DIGITS = {digit: int(digit, 16) / STEPS for digit in "0123456789abcdef"}
SEXED = len(CLASSES)  # place of the digit of women in a code; those of the cohorts follow


def _scales(role: Role) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What a man and a woman of a table's row add to the share of each culture."""
    totals = population.TOTALS[role]
    if role == "surname":
        both = tuple(1 / total for total in totals)
        return both, both
    return (tuple((1 - WOMEN) / total for total in totals[:SEXED]),
            tuple(WOMEN / total for total in totals[SEXED:]))


_SCALES = {role: _scales(role) for role in UNSEEN}


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
    exact = tuple([row for row in found if row.name in forms])
    if norm and role == "surname" and len(exact) in (0, len(found)):
        return commonness(key, "", role)
    if role != "surname" and sex and not exact:
        found = tuple(row for row in found if (int(row.code[SEXED]) >= 5) == (sex == "f"))
    if not (exact or found):
        men, women = _SCALES[role]
        one = tuple(UNSEEN[role] * w * (m + f) / 2 for w, m, f in zip(WEIGHTS, men, women, strict=True))
        return Commonness(False, total(map(mul, WEIGHTS, one)), one, WOMEN)
    rows = exact or found
    *by_class, borne, of_women = _added(rows, role)
    share = total(map(mul, WEIGHTS, by_class))
    common = MIXED * share
    mixed = tuple([(1 - MIXED) * part + common for part in by_class])
    return Commonness(True, share, mixed, WOMEN if role == "surname" else of_women / borne, _cohorts(rows))


def _added(rows: tuple[Row, ...], role: Role) -> list[float]:
    """Shares of the cultures, of all people and of the women who bear any of the rows' names."""
    sums = [0.0] * (SEXED + 2)
    for _, number, code in rows:
        each = _bearer(code[:SEXED + 1], role)
        sums = [before + number * more for before, more in zip(sums, each, strict=True)]
    return sums


@lru_cache(maxsize=1 << 12)
def _bearer(code: str, role: Role) -> tuple[float, ...]:
    """What one bearer of a row adds to the share of each culture, of all people, and of the women."""
    men, women = _SCALES[role]
    part = int(code[SEXED]) / 9
    cultures = [_DIGITS[code[i]] * ((1 - part) * men[i] + part * women[i]) for i in range(SEXED)]
    return (*cultures, (1 - part) * men[0] + part * women[0], part * women[0])


def _cohorts(found: tuple[Row, ...]) -> tuple[float, ...]:
    """How common these names are in each cohort against all people, by the digits of their codes."""
    if not any(len(row.code) > SEXED + 1 for row in found):
        return EVEN
    sums, bearers = [0.0] * len(STARTS), 0
    for _, number, code in found:
        bearers += number
        for i, digit in enumerate(code[SEXED + 1:] or "k" * len(STARTS)):
            sums[i] += number * DIGITS[digit]
    return tuple(value / bearers for value in sums)


def masculine(norm: str) -> set[str]:
    """The word and the masculine forms it may be the feminine of; ё as е."""
    norm = norm.replace("ё", "е")
    forms = {norm}
    if norm.endswith("а"):
        forms.add(norm[:-1])
    if norm.endswith("ая"):
        forms |= {norm[:-2] + ending for ending in ("ий", "ый", "ой")}
    return forms


def share_together(parts: list[Commonness], weights: tuple[float, ...] = WEIGHTS) -> float:
    """Share of the population with all these parts, over the mixture of name cultures.

    Args: weights: of the cultures, those of the country if not of one region.
    """
    mixed: Iterable[float] = weights
    for part in parts:
        mixed = map(mul, mixed, part.by_class)
    men, women = of_sexes(parts)
    together = total(mixed) * (men + women) * of_generations(parts)
    # Not even a man's name with a daughter's patronymic is impossible: lists have such rows.
    return max(together, ODD * product([part.share for part in parts]))


def of_generations(parts: list[Commonness]) -> float:
    """How much commoner the parts are together than apart, for they come and go with the generations.

    Кирилл is seldom the son of an Иван: most of the former are young, most sons of the latter old.
    """
    changing = [part.cohorts for part in parts if part.cohorts is not EVEN]
    if len(changing) < 2:
        return 1.0
    together: Iterable[float] = ALIVE
    for part in changing:
        together = map(mul, together, part)
    return total(together)


def of_sexes(parts: list[Commonness]) -> tuple[float, float]:
    """What the product of the shares is to be multiplied by, for the men and for the women with all parts.

    Given name and patronymic go together in sex: all who bear a man's name have a son's patronymic.
    """
    men = (1 - WOMEN) * product([(1 - part.women) / (1 - WOMEN) for part in parts])
    return men, WOMEN * product([part.women / WOMEN for part in parts])


def rows(role: Role) -> list[tuple[str, int, str]]:
    """The whole table of a role: name, count, class code. For simulations, not for a question."""
    lines = blob(role).decode("cp1251").strip("\n").split("\n")
    return [(name, int(count), code) for _, name, count, code in (line.split("\t") for line in lines)]


@lru_cache(maxsize=4096)
def spelled(key: str, role: Role) -> frozenset[str]:
    """The names of a table whose skeleton is `key`, in Cyrillic."""
    return frozenset(row.name for row in rows_of(key, role))
