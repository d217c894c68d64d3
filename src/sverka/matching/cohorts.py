"""How many people were born in a year: what a birth year narrows, and what its agreement weighs."""

from __future__ import annotations

from itertools import pairwise

# Shares of the population by ten-year birth cohort (first year of the cohort -> share): rough figures after
# Russia's age structure of about 2023, NOT yet held against Rosstat's own table; a cohort may be off by a
# tenth of itself. They only narrow by age: names are not tied to cohorts here.
COHORTS = {1930: 0.012, 1940: 0.041, 1950: 0.121, 1960: 0.132, 1970: 0.142, 1980: 0.164,
           1990: 0.112, 2000: 0.102, 2010: 0.123, 2020: 0.051}
RARE_YEAR = 0.0005  # share of people born in a year outside the table


def born_in(year: int) -> float:
    """Share of the population born in that year; even inside a cohort, never zero."""
    for start, following in pairwise((*COHORTS, 2030)):
        if start <= year < following:
            return COHORTS[start] / (following - start)
    return RARE_YEAR
