"""Korean and Chinese names in Latin letters, written syllable by syllable in several systems.

McCune-Reischauer, the system of the DPRK, the Revised Romanisation, pinyin and Wade-Giles part plosives by
voice, by breath (an h or an apostrophe) or not at all: Jong, Chong and Ch'ong, Pak and Bak. `syllable`
writes them one way; what is left (o and u, ae and e) is a matter of cost.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .tables.world import ASIAN_SURNAMES
from .text import strip_marks

_SURNAMES = frozenset(ASIAN_SURNAMES.split())
_VOWELS = "(?:[iuyw]?(?:ae|eo|eu|oo|ee|ai|ay|ao|ou|ei|oi|oe|ui|ue|wo|wa|[aeiou])[uiaoy]?)"
_SYLLABLE = (f"(?:[ktpsj]{{2}}|ch|sh|zh|ts|tz|tch|hs|ph|th|kh|[bpmfdtnlrgkhjzcsqxyw])?'?{_VOWELS}"
             "(?:ng|ck|[nmklprtbg](?![aeiouwy]))?")
_WORD = re.compile(f"(?:{_SYLLABLE}){{1,2}}")
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("^(?:lee|rhee|rhie|yi|ri|li)$", "i"), ("park|bark", "pak"), ("^(?:n|r|l)(?=[iy])|^y(?=i)", ""),
    ("eo", "o"), ("eu", "u"), ("w?oo", "u"), ("wu", "u"), ("ou", "u"), ("ee", "i"),
    ("ae|ai|ay(?![aeiou])", "e"),
    ("oe|oi|oy(?![aeiou])", "oe"), ("ie", "i"),
    ("tch|ch|zh|jj|j|q", "C"), ("hs|sh|ss|x", "s"), ("ts|tz|z|c", "c"), ("kh|kk|gg|ck|g|k", "k"),
    ("ph|pp|b|p", "p"), ("th|tt|d|t", "t"), ("ng", "ng"), ("l|r", "l"), ("w", "v"), ("y", "j"),
)
_PATTERN = re.compile("|".join(f"({old})" for old, _ in _SOUNDS))
_TO = tuple(new for _, new in _SOUNDS)
_DOUBLED = re.compile(r"(.)\1+")


def looks_asian(words: tuple[str, ...]) -> bool:
    """Whether lower-case words are such a name: a surname of theirs, and syllables all."""
    bare = [_bare(word) for word in words]
    return any(word in _SURNAMES for word in bare) and all(_WORD.fullmatch(word) for word in bare)


@lru_cache(maxsize=1 << 12)
def syllable(norm: str) -> str:
    """A word of such a name in phonemes, with what the systems write differently written one way."""
    # ng is one sound; its g is no plosive.
    word = _bare(norm).replace("ng", "N")
    word = _PATTERN.sub(lambda found: _TO[(found.lastindex or 1) - 1], word)
    return _DOUBLED.sub(r"\1", word.replace("N", "ng"))


def _bare(norm: str) -> str:
    return strip_marks(norm).replace("'", "")
