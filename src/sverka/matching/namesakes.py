"""How many people one would expect to share a name.

expected = N * sum over name cultures of P(culture) P(surname | culture) P(given | culture)
P(patronymic | culture), a part that is not given being left out. Inside a culture the parts are
taken as independent; between cultures they are not, which is why Тимур Русланович is not as
rare as the product of the two shares says.
"""

from __future__ import annotations

import math

from ..errors import Lang
from ..model import Namesakes
from ..names import ParsedName, parse
from . import regions
from .cohorts import WOMEN, aged, born_in, cohort_of
from .frequency import (
    DOUBLE,
    WEIGHTS,
    Commonness,
    Role,
    of_generations,
    of_sexes,
    share_together,
)
from .keys import commonness_of, population_role
from .regions import Region
from .sums import product, total

# Rosstat, preliminary estimate of the resident population of the Russian Federation on 1 January 2025.
POPULATION = 146_028_325

# Spread (standard deviation of the natural logarithm) of the tables' share of one part around its true
# share: what makes the 90 % interval hold for nine names in ten of the men on today's lists
# (evaluation/namesakes.py), most of whom are not of the age of the population.
SPREAD = {"surname": 0.4, "given": 0.6, "patronymic": 0.5}
# Of a part mostly borne outside the Slavic culture, and of one in no table: judgements. The names of the
# other cultures were counted in few places; it holds for nine in ten of those of evaluation/bearers.tsv.
SPREAD_ELSEWHERE = 0.9
SPREAD_UNSEEN = 1.2
# Of a part rarer than that share of people: with it the interval holds for nine in ten of the rare surnames
# of evaluation/bearers.tsv.
SPREAD_RARE, RARE = 0.7, 1e-4
# How unsure it is beside that how common a part is in one region: a surname may be at home in a few
# districts. Judgements.
SPREAD_LOCAL = {"surname": 0.8, "given": 0.2, "patronymic": 0.2}
Z90 = 1.645
_ROLES: tuple[Role, ...] = ("surname", "given", "patronymic")


def namesakes(name: str, birth_year: int | None = None, region: str | None = None) -> Namesakes:
    """How many people in Russia are expected to bear this name, the subject among them or not.

    The hard case is a name with parts the tables do not know: it is rare, but how rare is unsure,
    so the interval is wide. A part that is missing or an initial is left out, and counts more people.

    Args: region: count only who lives there: an ISO code, a name or a usual short form (`regions.read`).
    Raises: UsageError for a region that is none.
    """
    return namesakes_of(parse(name), birth_year, regions.read(region) if region else None)


def namesakes_of(name: ParsedName, birth_year: int | None = None, region: Region | None = None) -> Namesakes:
    """`namesakes` of a name already parsed.

    A region has its people by its mix of name cultures; inside a culture a name is taken to be as common
    in one region as in another. So the regions add up to the country, and that a surname is at home in one
    of them shows only by its culture.
    """
    doubles = 0
    rarest: dict[Role, Commonness] = {}  # of a double surname the rarer half: the two go together
    for token in name.tokens:
        part, role = commonness_of(token), population_role(token.role)
        if part is not None:
            doubles += role in rarest
            if role not in rarest or part.share < rarest[role].share:
                rarest[role] = part
    parts = [(role, rarest[role]) for role in _ROLES if role in rarest]  # whatever the order typed
    people = POPULATION * region.share if region else POPULATION
    weights = region.weights if region else WEIGHTS
    expected = people * share_together([part for _, part in parts], weights) * DOUBLE ** doubles
    if birth_year is not None:
        expected *= born_in(birth_year) * of_age([part for _, part in parts], birth_year)
    return interval(expected, parts, region)


def of_age(parts: list[Commonness], birth_year: int) -> float:
    """How much commoner these parts are among those born about a year than among all people, joined."""
    cohort = cohort_of(birth_year)
    if cohort is None:
        return 1.0
    men, women = of_sexes(parts)
    share = women / (men + women) if men + women else WOMEN
    return aged(share, cohort) * product([part.cohorts[cohort] for part in parts]) / of_generations(parts)


def interval(expected: float, parts: list[tuple[Role, Commonness]], region: Region | None = None
             ) -> Namesakes:
    """The 90 % interval: log-normal from what the tables do not know, and Poisson from chance."""
    local = [SPREAD_LOCAL[role] ** 2 for role, _ in parts] if region else []
    spread = math.sqrt(total([spread_of(role, part) ** 2 for role, part in parts] + local))
    low, high = expected * math.exp(-Z90 * spread), expected * math.exp(Z90 * spread)
    low = max(0.0, low - Z90 * math.sqrt(low))
    high = high + Z90 * math.sqrt(high)
    if region:
        return Namesakes(expected, low, high, round(POPULATION * region.share), region.code)
    return Namesakes(expected, low, high, POPULATION)


def spread_of(role: Role, part: Commonness) -> float:
    """How unsure the share of one part is, as the standard deviation of its natural logarithm."""
    if not part.known:
        return SPREAD_UNSEEN
    if WEIGHTS[0] * part.by_class[0] <= part.share / 2:
        return SPREAD_ELSEWHERE
    return SPREAD[role] if part.share >= RARE else SPREAD_RARE


def sentence(count: Namesakes, lang: Lang) -> str:
    """The count as a plain sentence: about 2,300 people are called that; probably nobody else."""
    n = rounded(count.expected)
    if count.region:
        return _local(count, n, regions.region(count.region).where.say(lang), lang)
    if count.expected < 0.5 and count.high < 3:
        return ("Скорее всего, больше никого так не зовут." if lang == "ru"
                else "Probably nobody else is called that.")
    if n < 1:
        top = rounded(count.high) or 1
        return (f"Так зовут, возможно, кого-то ещё, но не больше {_ru_at_most(top)}."
                if lang == "ru" else f"Perhaps somebody else is called that, at most {grouped(top, lang)}.")
    if lang == "ru":
        verb = "зовут"
        return f"Так {verb} примерно {grouped(n, lang)} {_ru_people(n)} в России; в списке — один из них."
    people = "person is" if n == 1 else "people are"
    return f"About {grouped(n, lang)} {people} called that in Russia; the listing is one of them."


def _local(count: Namesakes, n: int, where: str, lang: Lang) -> str:
    """The same of one region; a listed person may live in another, so nothing is said of the listing."""
    top = rounded(count.high) or 1
    if lang == "ru":
        if count.expected < 0.5 and count.high < 3:
            return f"Скорее всего, {where} больше никого так не зовут."
        if n < 1:
            return f"Возможно, {where} так зовут кого-то ещё, но не больше {_ru_at_most(top)}."
        return f"{where[:1].upper()}{where[1:]} так зовут примерно {grouped(n, lang)} {_ru_people(n)}."
    if count.expected < 0.5 and count.high < 3:
        return f"Probably nobody else {where} is called that."
    if n < 1:
        return f"Perhaps somebody else {where} is called that, at most {grouped(top, lang)}."
    return f"About {grouped(n, lang)} {'person' if n == 1 else 'people'} {where} " + (
        "is called that." if n == 1 else "are called that.")


def rounded(value: float) -> int:
    """Two significant digits: a count that is known within x2 must not look exact."""
    if value < 1:
        return round(value)
    scale = 10 ** max(0, math.floor(math.log10(value)) - 1)
    return int(round(value / scale) * scale)


def grouped(n: int, lang: Lang) -> str:
    """Digits in groups of three, as the language writes them (Russian: from five digits on)."""
    if lang == "en":
        return f"{n:,}"
    return f"{n:,}".replace(",", "\u00a0") if n >= 10_000 else str(n)


def _ru_at_most(n: int) -> str:
    """A number in the genitive: 4 человек, 21 человека."""
    return f"{grouped(n, 'ru')} {'человека' if n % 10 == 1 and n % 100 != 11 else 'человек'}"


def _ru_people(n: int) -> str:
    """человек after any number except those in 2-4 (not 12-14): человека."""
    return "человека" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "человек"
