"""Consonants alone, for names of which one side is written in a script that leaves vowels out.

Arabic and Hebrew words are compared with others by these: `محمد` and Mohammed are both `mhmd`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .lookalikes import Script
from .scripts import WEAK, romanise
from .text import strip_marks

_ARTICLE = re.compile(r"^(?:ال|אל)(?=\w{3})")
_LETTERS: tuple[tuple[str, str], ...] = (
    ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("zh", "z"), ("ts", "s"), ("dj", "j"), ("ph", "f"), ("q", "k"), ("c", "k"), ("x", "ks"), ("p", "b"),
)
_PATTERN = re.compile("|".join(old for old, _ in _LETTERS))
_BY = dict(_LETTERS)
# Phonemes of Cyrillic words that Latin spells with the letters above.
_FROM_PHONEMES = str.maketrans({"W": "S", "C": "S", "Z": "z", "c": "s", "p": "b", "x": "h"})
_SILENT = re.compile("[aeiouyAUEwj'](?<!^j)|v|(?<!^)h$")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 13)
def bones(norm: str, script: Script, phon: str) -> str:
    """The consonants of a word, doubled ones once, weak ones (w, y, v, a last h) dropped."""
    if script in WEAK or script == "latin":
        word = romanise(_ARTICLE.sub("", norm)) if script in WEAK else strip_marks(norm)
        word = _PATTERN.sub(lambda m: _BY[m[0]], word)
    else:
        word = phon.translate(_FROM_PHONEMES)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))
