"""From bits to the chance that the subject is the one listed.

odds = prior odds * 2^bits. The prior is that of a person taken at random from the stated
population (1 in 146 million), for `bits` hold the name's frequency: an agreeing name that n
people bear has odds of about 1 : n, which is what namesakes mean. For names that agree the bits are taken
as they are: evaluation/calibration.py shows them right. Of names the verdict calls `unlikely` they are first
put on the scale fitted there (`calibration.KNOTS`), for a part contradicted says another thing than a part
left out.
"""

from __future__ import annotations

import math
from itertools import pairwise

from ..model import Evidence, Verdict
from .calibration import KNOTS
from .cohorts import born_in

# Who asks has one organisation in mind: that it is a given one of the lists, before its name is looked
# at, is taken as 1 in 2,000 (an asker in two asks about a listed one; the lists hold about 1,000).
ORGANISATIONS = 2_000
# Who asks is taken to be this many times as likely to be on the lists as a resident drawn at random. A
# convention, not a measurement: nobody counts askers. 1 in `calibration` trials.
ASKER = 3.0
# How often two statements on one person's birth year are the same, a year apart, a slip of the pen apart (one
# digit other, or two swapped), or another year: a judgement, for no source counts such errors; one of 763
# listed people had the year corrected by the list itself.
BIRTH_YEAR_RIGHT, BIRTH_YEAR_NEAR, BIRTH_YEAR_SLIP, BIRTH_YEAR_WRONG = 0.95, 0.02, 0.02, 0.01
SLIPS = 14  # years one digit away from a usual one, of those people now alive were born in
EXACT_ID_BITS = 40.0  # identifiers are unique; what remains is a wrong identifier in a list
TOP = 0.999  # no match is certain


Knots = tuple[tuple[float, float], ...]


def calibrated(bits: float, knots: Knots = KNOTS) -> float:
    """Raw bits on the fitted scale: linear between knots, flat below, one for one above."""
    if bits <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in pairwise(knots):
        if bits <= x1:
            return y0 + (y1 - y0) * (bits - x0) / (x1 - x0)
    return knots[-1][1] + (bits - knots[-1][0])


def probability(bits: float, population: float, verdict: Verdict) -> float:
    """The chance that the subject, one of `population`, is the one listed; in 0 to `TOP`."""
    exponent = (calibrated(bits) if verdict == "unlikely" else bits) - math.log2(population)
    if exponent > 60:
        return TOP
    odds = float(2.0 ** max(exponent, -200.0))
    return min(TOP, odds / (1 + odds))


def birth_year_evidence(given: int, listed: int) -> Evidence:
    """What two birth years say; a slip of one digit and neighbouring years are common errors."""
    left, right = str(given), str(listed)
    differing = sum(a != b for a, b in zip(left, right, strict=False))
    if given == listed:
        return Evidence("birth_year.same", left, right, math.log2(BIRTH_YEAR_RIGHT / born_in(listed)))
    if abs(given - listed) == 1:
        return Evidence("birth_year.near", left, right, math.log2(BIRTH_YEAR_NEAR / 2 / born_in(listed)))
    if differing == 1 or (differing == 2 and sorted(left) == sorted(right)):
        return Evidence("birth_year.slip", left, right, math.log2(BIRTH_YEAR_SLIP / SLIPS / born_in(listed)))
    return Evidence("birth_year.differs", left, right, math.log2(BIRTH_YEAR_WRONG))


def with_details(verdict: Verdict, details: list[Evidence]) -> Verdict:
    """The verdict on a name, one step lower where the birth years are plainly another person's.

    A full name of another year may still be an error in the list, so it stays a question; a name given in
    part, with another year, is faint.
    """
    if not any(line.kind == "birth_year.differs" for line in details):
        return verdict
    return "possible" if verdict == "strong" else "unlikely"
