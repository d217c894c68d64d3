"""Which of several alike answers is meant: the order among matches, never their odds.

Comparing joins what one asker writes differently (борьбы, по борьбе), so listings of kindred names
tie; and a row naming somebody as a member often leaves the patronymic out, so it fits a short
question better than her own listing. Both are decided here, on the name as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ..model import Match
from ..names.organisations import clean, romanise
from ..names.phonemic import phonemes

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_DOUBTED = (".differs", ".near", ".slip")

Apart = tuple[int, int, bool]


def apart(asked: str, listed: str) -> Apart:
    """How far two whole names are apart, whatever the order of their words; smaller is nearer.

    Words without counterpart as they sound, then as they are spelled in Latin letters, then whether
    quotes and points differ. Legal forms and prepositions count, quotes and case do not. Symmetric;
    `(0, 0, False)` for one name in two orders, cases, or in Cyrillic and in a passport's Latin.
    """
    if asked == listed:
        return 0, 0, False
    (sounds, spelt, marks), (other_sounds, other_spelt, other_marks) = _bags(asked), _bags(listed)
    return _alone(sounds, other_sounds), _alone(spelt, other_spelt), marks != other_marks


def nearest(asked: Sequence[str], listed: Sequence[str]) -> Apart:
    """The least `apart` of any pair; at least one name on each side."""
    return min(apart(one, other) for one in asked for other in listed)


def covers(own: Match, other: Match) -> bool:
    """Whether a match doubts nothing and agrees in every part of the subject in which the other agrees."""
    doubted = any(line.kind.endswith(_DOUBTED) for line in own.evidence)
    return not doubted and _agreed(own) >= _agreed(other)


def _agreed(match: Match) -> frozenset[str]:
    return frozenset(line.left for line in match.evidence if line.left and line.bits > 0)


def _alone(words: tuple[str, ...], others: tuple[str, ...]) -> int:
    one, other = Counter(words), Counter(others)
    return ((one - other) + (other - one)).total()


@lru_cache(maxsize=2048)
def _bags(name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Words as they sound, words in Latin letters, and what is neither letter nor digit."""
    words = _WORD.findall(clean(name))
    latin = tuple(romanise(word) if _CYRILLIC.search(word) else word for word in words)
    # Digits have no sound; a word with one stays as it is.
    sounds = tuple(phonemes(word, "latin") if word.isalpha() else word for word in latin)
    marks = sorted(char for char in name if not (char.isalnum() or char.isspace()))
    return sounds, latin, tuple(marks)
