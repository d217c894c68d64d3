"""How much an agreement weighs on a word of a Latin name that has no places (`matching.placeless`)."""

from __future__ import annotations

from functools import cache, lru_cache

from ..names import Token, phonemes, skeleton
from ..names.arabic import core, plain
from ..names.bones import bones
from ..names.tables.world import COMMON, MUSLIM_RARER, OTHERS_RARER, RARER_BITS
from .commonness import FOREIGN_MOST, LEAST
from .frequency import Role as TableRole
from .frequency import commonness

BITS_A_LETTER = 2.1  # see `commonness`


@lru_cache(maxsize=1 << 14)
def word_bits(token: Token) -> float:
    """The same for a word of a Latin name whose words have no places (`matching.placeless`), `LEAST` to 12.

    The tables of Russia say nothing of how common Marwan is. A word is looked up by its sound and, in Arabic
    naming, by its consonants; a compound (Abdulhamid, Sirajuddin) is little rarer than what it is built on.
    """
    if token.variety == "asian":
        return min(ASIAN_MOST, _world().get(token.skeleton, 99), BITS_A_LETTER * len(token.stem))
    if " " in token.norm:
        return min(FOREIGN_MOST, sum([_of_word(word, "", token.variety) for word in token.norm.split()]))
    bits = _of_word(token.norm, token.stem, token.variety)
    if token.variety == "arabic" and (inner := core(token.norm)) != token.norm:
        bits = min(bits, COMPOUND + _of_word(inner, "", "arabic"))
    return bits


ASIAN_MOST = 5.0  # of one syllable of a Korean or Chinese name
COMPOUND = 2.0  # bits that Abd- or -uddin makes a word rarer
VOWELS = frozenset("aeiouyAUE")
_TABLES: tuple[TableRole, ...] = ("surname", "given")


def _of_word(norm: str, stem: str, variety: str) -> float:
    phon = phonemes(norm, "latin")
    stem = stem or (phonemes(plain(norm), "latin") if variety == "arabic" else phon)
    known: list[float | None] = [_world().get(skeleton(stem)), _world().get(skeleton(phon))]
    for role in _TABLES:
        found = commonness(skeleton(phon), norm, role)
        if found.known:
            known.append(found.bits)
    if variety == "arabic" and len(inner := bones(norm, "latin", "")) > 2:
        known.append(_bones().get((phon[:1] in VOWELS, inner)))
    return max(LEAST, min([FOREIGN_MOST, BITS_A_LETTER * len(stem), *(k for k in known if k)]))


def _common() -> list[tuple[int, str]]:
    classes = (*sorted(COMMON.items()), (RARER_BITS, MUSLIM_RARER), (RARER_BITS, OTHERS_RARER))
    return [(bits, word) for bits, words in classes for word in words.split()]


@cache
def _world() -> dict[str, int]:
    found = dict[str, int]()
    for bits, word in _common():
        for phon in (phonemes(word, "latin"), phonemes(plain(word), "latin")):
            found.setdefault(skeleton(phon), bits)
    return found


@cache
def _bones() -> dict[tuple[bool, str], int]:
    found = dict[tuple[bool, str], int]()
    for bits, word in _common():
        found.setdefault((word[0] in VOWELS, bones(word, "latin", "")), bits)
    return found


def is_common_abroad(token: Token) -> bool:
    """Whether a word is common outside Slavic naming."""
    return token.skeleton in _world()
