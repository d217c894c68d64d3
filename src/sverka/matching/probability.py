"""From bits to the chance that the subject is the one listed.

odds = prior odds * 2^bits. The prior is that of a person taken at random from the stated
population (1 in 146 million), for `bits` hold the name's frequency: an agreeing name that n
people bear has odds of about 1 : n, which is what namesakes mean. Raw bits are first put on the
scale fitted on held-out pairs (`calibration.KNOTS`).
"""

from __future__ import annotations

import math
from itertools import pairwise

from ..model import Evidence
from .calibration import KNOTS
from .cohorts import born_in

# Who asks has one organisation in mind: that it is a given one of the lists, before its name is looked
# at, is taken as 1 in 2,000 (an asker in two asks about a listed one; the lists hold about 1,000).
ORGANISATIONS = 2_000
# Who asks is taken to be this many times as likely to be on the lists as a resident drawn at random. A
# convention, not a measurement: nobody counts askers. 1 in `calibration` trials.
ASKER = 3.0
BIRTH_YEAR_RIGHT = 0.95  # how often both sides state the true year
BIRTH_YEAR_NEAR = 1.0  # one year off: lists and people err
BIRTH_YEAR_SLIP = -2.0  # one digit other, or two swapped
BIRTH_YEAR_DIFFERS = -7.0
EXACT_ID_BITS = 40.0  # identifiers are unique; what remains is a wrong identifier in a list
TOP = 0.999  # no match is certain


def calibrated(bits: float, knots: tuple[tuple[float, float], ...] = KNOTS) -> float:
    """Raw bits on the fitted scale: linear between knots, flat below, one for one above."""
    if bits <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in pairwise(knots):
        if bits <= x1:
            return y0 + (y1 - y0) * (bits - x0) / (x1 - x0)
    return knots[-1][1] + (bits - knots[-1][0])


def probability(bits: float, population: float) -> float:
    """The chance that the subject, one of `population`, is the one listed; in 0 to `TOP`."""
    exponent = calibrated(bits) - math.log2(population)
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
        return Evidence("birth_year.near", left, right, BIRTH_YEAR_NEAR)
    if differing == 1 or (differing == 2 and sorted(left) == sorted(right)):
        return Evidence("birth_year.slip", left, right, BIRTH_YEAR_SLIP)
    return Evidence("birth_year.differs", left, right, BIRTH_YEAR_DIFFERS)
