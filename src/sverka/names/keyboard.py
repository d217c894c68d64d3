"""Names typed with the wrong keyboard layout on (Dbrnjh Gtnhjd for Виктор Петров).

A string is read the other way only if that yields a known given name or a patronymic and the
string as typed has neither, so a real name is never turned into noise.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_RUSSIAN = str.maketrans(_LATIN + _LATIN.upper() + '{}:"<>~', _RUSSIAN + _RUSSIAN.upper() + "ХЪЖЭБЮЁ")
_TO_LATIN = str.maketrans(_RUSSIAN + _RUSSIAN.upper(), _LATIN + _LATIN.upper())


_VOWELS = re.compile("[aeiouаеёиоуыэюя]")
_NO_BEGINNING = re.compile(r"\b[ыьъЫЬЪ]")  # of a Russian word: Ыукпун is Sergey
# Share of vowels from which letters make words as they stand; names have 0.35-0.5, shifted ones below 0.25.
TOO_MANY_VOWELS = 0.28


def relayout(text: str, known: Callable[[str], bool]) -> str:
    """The string typed with the other layout if only that makes sense, else "".

    Args:
        known: whether a single word is a given name or a patronymic.
    """
    vowels = len(_VOWELS.findall(text.lower()))
    if _NO_BEGINNING.search(text):
        vowels = 0
    if vowels >= TOO_MANY_VOWELS * len(text):
        return ""  # whatever the letters are
    latin = sum(c.isascii() and c.isalpha() for c in text)
    cyrillic = sum("а" <= c.lower() <= "ё" for c in text)
    if (latin and cyrillic) or vowels >= TOO_MANY_VOWELS * (latin + cyrillic):
        return ""
    other = text.translate(_TO_RUSSIAN if latin else _TO_LATIN)
    if any(known(word) for word in text.split()):
        return ""
    return other if any(known(word) for word in other.split()) else ""
