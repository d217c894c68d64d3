"""Whether a Latin name is of Arabic, Persian or South Asian naming.

Such names have no surname in the Slavic sense and are romanised without any system: vowels change at
will (Husayn, Hossein), the article comes and goes. Words of Arabic origin that follow Slavic naming
(Akhmed Magomedov) are not meant.
"""

from __future__ import annotations

import re

from .tables.world import MUSLIM
from .text import strip_marks

_WORDS = frozenset(word for words in MUSLIM.values() for word in words.split() if len(word) > 2)
_TRAIT = re.compile(
    r"\b(?:al|el|bin|ibn|abd[aeu]l|abd|abu|abou|umm|ould)\b|\bal-|\bm[uo]ham+[ae]d\b|\babd[aeu]l|[uo]llah?\b"
    r"|[aei]l?[ -]?d[ie]e?n\b|\b(?:mullah|hajj?i?|qari|maulavi|mawlawi|shaykh|sheikh)\b")
_SLAVIC = re.compile(
    r"[oei](?:v|ff|w|u)(?:a|na|ich|ych)?\b|sk(?:iy|ii|yi|y|i|aya|aia)\b|(?:enk|chuk)[oa]?\b|vi?(?:ch|cz|tch)\b")


def looks_arabic(low: str) -> bool:
    """Whether lower-case Latin text is such a name: a word or particle of that naming, no Slavic ending."""
    low = strip_marks(low)
    if not low.isascii() or looks_slavic(low):
        return False
    return bool(_TRAIT.search(low)) or not _WORDS.isdisjoint(re.split("[^a-z]+", low))


def looks_slavic(low: str) -> bool:
    """Whether a word of lower-case Latin text ends as Slavic surnames and patronymics do."""
    return bool(_SLAVIC.search(low))


_SOUNDS = tuple((re.compile(pattern), to) for pattern, to in (
    ("(?:ay|ey|ei)(?![aeiou])", "ai"), ("(?<=[aeiou])h$", ""), ("dh", "d"), ("gh", "g")))


def plain(norm: str) -> str:
    """A word of such a name with what its romanisations vary at will written one way: Husayn, Hussein."""
    for pattern, to in _SOUNDS:
        norm = pattern.sub(to, norm)
    return norm
