"""How much an agreement on one token weighs, in bits; the one door to the population tables."""

from __future__ import annotations

from functools import lru_cache

from ..names import Role, Token
from .frequency import commonness
from .keys import population_key

MOST = 17.0  # bits: below 1 in 130,000 the tables cannot tell one rarity from another
LEAST = 3.0


@lru_cache(maxsize=1 << 14)
def token_bits(token: Token, role: Role) -> float:
    """Minus log2 of the share of people who have this part in this role, at most `MOST`."""
    found = population_key(token, role)
    if found is None:
        return LEAST
    return max(LEAST, min(MOST, commonness(*found).bits))
