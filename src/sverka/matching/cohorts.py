"""How many people were born in a year, by sex: what a birth year narrows, and what its agreement weighs."""

from __future__ import annotations

from itertools import pairwise

from .sums import total

# Shares of the population by ten-year birth cohort (first year of the cohort -> share), rough figures of
# about 2023. Held against Rosstat's bulletin of 1 January 2022 as others quote it: of those aged 18 to 64,
# 31 % were born 1958-72, 42 % 1973-89, 27 % 1990-2004; here 32, 42 and 26 %. A single cohort may be off by a
# tenth of itself.
COHORTS = {1930: 0.012, 1940: 0.041, 1950: 0.121, 1960: 0.132, 1970: 0.142, 1980: 0.164,
           1990: 0.112, 2000: 0.102, 2010: 0.123, 2020: 0.051}
STARTS = tuple(COHORTS)
# Share of women in each, likewise rough; the bulletin has 55, 51 and 49 % for the three groups above.
WOMEN_BORN = (0.75, 0.67, 0.59, 0.55, 0.515, 0.505, 0.49, 0.488, 0.487, 0.486)
WOMEN = total([share * women for share, women in zip(COHORTS.values(), WOMEN_BORN, strict=True)])
RARE_YEAR = 0.0005  # share of people born in a year outside the table


# How common a name is in a cohort against all people, in one digit: from a hundredth to 32 times as common.
DIGITS = {digit: 2.0 ** ((place - 20) / 3)
          for place, digit in enumerate("0123456789abcdefghijklmnopqrstuvwxyz")}


def cohort_of(year: int) -> int | None:
    """Place of the cohort of a birth year in `STARTS`; None outside the table."""
    place = (year - STARTS[0]) // 10
    return place if 0 <= place < len(STARTS) else None


def born_in(year: int) -> float:
    """Share of the population born in that year; even inside a cohort, never zero."""
    for start, following in pairwise((*COHORTS, 2030)):
        if start <= year < following:
            return COHORTS[start] / (following - start)
    return RARE_YEAR


def aged(women: float, cohort: int) -> float:
    """How much likelier than a resident the bearers of a name are of a cohort, for their sex alone.

    Args: women: share of women among the bearers, 0-1.
    """
    born = WOMEN_BORN[cohort]
    return (women * born / WOMEN) + (1 - women) * (1 - born) / (1 - WOMEN)
