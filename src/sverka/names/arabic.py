"""Whether a Latin name is of Arabic, Persian or South Asian naming.

Such names have no surname in the Slavic sense and are romanised without any system: vowels change at
will (Husayn, Hossein), the article comes and goes. Words of Arabic origin that follow Slavic naming
(Akhmed Magomedov) are not meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .tables.world import MUSLIM, MUSLIM_RARER
from .text import strip_marks

_WORDS = frozenset(
    word for words in (*MUSLIM.values(), MUSLIM_RARER) for word in words.split() if len(word) > 2)
_TRAIT = re.compile(
    r"\b(?:al|el|bin|ibn|abd[aeu]l|abd|abu|abou|umm|ould)\b|\bal-|\bm[uo]ham+[ae]d\b|\babd[aeu]l|[uo]llah?\b"
    r"|[aei]l?[ -]?d[ie]e?n\b|\b(?:mullah|hajj?i?|qari|maulavi|mawlawi|shaykh|sheikh)\b")
_SLAVIC = re.compile(
    r"[oei](?:v|ff|w)(?:a|na|ich|ych)?\b|sk(?:iy|ii|yi|y|i|aya|aia)\b|(?:enk|chuk)[oa]?\b|vi?(?:ch|cz|tch)\b")


def looks_arabic(low: str) -> bool:
    """Whether lower-case Latin text is such a name: a word or particle of that naming, no Slavic ending."""
    low = strip_marks(low)
    if not low.isascii() or looks_slavic(low):
        return False
    return bool(_TRAIT.search(low)) or not _WORDS.isdisjoint(re.split("[^a-z]+", low))


def looks_slavic(low: str) -> bool:
    """Whether a word of lower-case Latin text ends as Slavic surnames and patronymics do.

    -ou does not tell: Ivanou is Belarusian, Abou and Mamadou are French spellings.
    """
    return bool(_SLAVIC.search(low))


_SOUNDS = tuple((re.compile(pattern), to) for pattern, to in (
    ("^(?:mohd|muhd|mhd|md)$", "mohammed"), ("^abd(?:[aeou]{1,2}[lr])?$", "abdul"),
    ("(?:ay|ey|ei)(?![aeiou])", "ai"), ("(?<=[aeiou])h$", ""), ("dh", "d"), ("gh", "g"),
    ("i?y+[ae]h?$", "ia")))


def plain(norm: str) -> str:
    """A word of such a name with what its romanisations vary at will written one way: Husayn, Hussein."""
    for pattern, to in _SOUNDS:
        norm = pattern.sub(to, norm)
    return norm


_CORE = re.compile(
    r"^abd(?:[aeiou]{1,2}(?:l(?=[^aeiou])|l(?=a?[aeiou])|(?=([rsztdn])\1)))?(?=\w{3})"
    r"|(?<=\w{3})[aeou]{1,2}l{1,2}[aeou]h?$|(?<=\w{3})[aeou]{1,2}[ld]?d[ie]{1,2}ne?$")


@lru_cache(maxsize=1 << 12)
def core(norm: str) -> str:
    """The word that a compound is built on: Siraj of Sirajuddin, Obaid of Obaidullah, Qader of Abdulqader."""
    return _CORE.sub("", norm)


_CLASSES = tuple((re.compile(pattern), to) for pattern, to in (
    ("'", ""), ("ou|oo", "u"), ("ee", "i"), ("ch|sch", "sh"), ("dj|g(?=[ei])", "j"),
    ("gh|q|g|ck", "k"), ("kh", "h"), ("th", "t"),
    ("dh", "d"), ("ph|p", "f"), ("c", "k"), ("w", "v"), ("z", "s"), ("o", "u"), ("y", "i"),
    (r"(.)\1+", r"\1")))


@lru_cache(maxsize=1 << 12)
def sounds(norm: str) -> str:
    """A word with what is one sound to Arabic, or to those who write it, as one letter."""
    word = plain(norm)
    for pattern, to in _CLASSES:
        word = pattern.sub(to, word)
    return word


def sound_alike(left: str, right: str) -> bool:
    """Whether two words may spell one Arabic word: Mohamed and Muhammad, not Hasan and Husein.

    A short vowel written e may be a or i.
    """
    one, other = sounds(left), sounds(right)
    return len(one) == len(other) and all(
        a == b or (a + b in _VOWELS_ALIKE) for a, b in zip(one, other, strict=True))


_VOWELS_ALIKE = frozenset(("ae", "ea", "ie", "ei"))
