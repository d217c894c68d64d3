"""Names: from a raw string in any script to tokens with roles, in one phonemic alphabet.

>>> [(t.role, t.phon) for t in parse("Иванов Иван").tokens]
[('surname', 'ivanov'), ('given', 'ivan')]
"""

from .parsing import parse
from .phonemic import phonemes, skeleton
from .spellings import spellings
from .tokens import NormalName, ParsedName, Role, Skeleton, Token

__all__ = ["NormalName", "ParsedName", "Role", "Skeleton", "Token", "parse", "phonemes", "skeleton",
    "spellings"]
