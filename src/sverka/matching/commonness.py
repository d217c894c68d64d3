"""How much an agreement on one token weighs, in bits; the one door to the population tables."""

from __future__ import annotations

from functools import lru_cache

from ..names import Role, Token
from ..names.given import lookup

_BITS_A_LETTER = 2.1  # conditional entropy of a letter in Russian surnames


@lru_cache(maxsize=1 << 14)
def token_bits(token: Token, role: Role) -> float:
    """Minus log2 of the share of people who have this part in this role, at most 17."""
    if role in ("given", "patronymic"):
        names = lookup(token.phon) if role == "given" else ()
        return 5.5 if names or token.canon else min(12.0, _BITS_A_LETTER * len(token.stem))
    return max(6.0, min(15.0, _BITS_A_LETTER * len(token.stem)))
