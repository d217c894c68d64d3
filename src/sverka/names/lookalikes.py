"""Letters of one script that stand where another script's letter belongs (Bладимир with a Latin B).

A word is repaired only as a whole: into the script in which each of its letters exists or has a
twin, Cyrillic first, so that the result never depends on which of two look-alikes was typed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Script = Literal["cyrillic", "latin", "arabic", "hebrew", "georgian", "armenian", "greek", "other", ""]

# Latin and Greek letters -> the Cyrillic letter of the same shape, large or small, lower case.
TO_CYRILLIC = {
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "j": "ј", "k": "к", "m": "м",
    "o": "о", "p": "р", "s": "ѕ", "t": "т", "x": "х", "y": "у", "ë": "ё", "ï": "ї", "ĸ": "к",
    "α": "а", "β": "в", "ε": "е", "ι": "і", "κ": "к", "ο": "о", "ρ": "р", "τ": "т", "χ": "х",
    "0": "о", "3": "з",
}
TO_LATIN = {
    "а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "і": "i", "ј": "j", "к": "k", "м": "m", "о": "o",
    "р": "p", "ѕ": "s", "т": "t", "у": "y", "х": "x", "ё": "ë", "ї": "ï", "0": "o",
    "α": "a", "β": "b", "ε": "e", "ι": "i", "κ": "k", "ο": "o", "ρ": "p", "τ": "t", "χ": "x",
}
_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x41, 0x24F, "latin"), (0x250, 0x2AF, "latin"), (0x370, 0x3FF, "greek"), (0x400, 0x52F, "cyrillic"),
    (0x530, 0x58F, "armenian"), (0x590, 0x5FF, "hebrew"), (0x600, 0x6FF, "arabic"),
    (0x750, 0x77F, "arabic"), (0x8A0, 0x8FF, "arabic"), (0x10A0, 0x10FF, "georgian"),
    (0x1C80, 0x1C8F, "cyrillic"), (0x1C90, 0x1CBF, "georgian"), (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"), (0x2DE0, 0x2DFF, "cyrillic"), (0xA640, 0xA69F, "cyrillic"),
    (0xFB50, 0xFDFF, "arabic"), (0xFE70, 0xFEFF, "arabic"),
)


_CYRILLIC = re.compile("[А-яёЁІіЇїЄєҐґЎў]+")


@lru_cache(maxsize=4096)
def script_of_letter(char: str) -> Script:
    """The script of one character; "" for what is not a letter."""
    if not char.isalpha() and unicodedata.category(char)[0] != "M":
        return ""
    code = ord(char)
    return next((name for low, high, name in _BLOCKS if low <= code <= high), "other")


def script_of(word: str) -> Script:
    """The script of most of a word's letters; the first to reach the most on a tie."""
    if word.isalpha():
        if word.isascii():
            return "latin"
        if _CYRILLIC.fullmatch(word):
            return "cyrillic"
    counts: dict[Script, int] = {}
    for char in word:
        script = script_of_letter(char)
        if script:
            counts[script] = counts.get(script, 0) + 1
    return max(sorted(counts), key=lambda s: counts[s]) if counts else ""


def repair(word: str) -> str:
    """A lower-case word wholly in one script, if its odd letters are look-alikes; else as it was."""
    if (word.isascii() and word.isalpha()) or _CYRILLIC.fullmatch(word):
        return word
    scripts = {script_of_letter(char) for char in word} - {""}
    if len(scripts) < 2 and not any(char in "03" for char in word):
        return word
    return as_cyrillic(word) or _as_latin(word) or word


def as_cyrillic(word: str) -> str:
    """The word with every foreign letter replaced by its Cyrillic twin; "" if one has none."""
    # A stressed vowel is often typed as a Latin letter with an acute: Анатóлий.
    out = "".join(c if script_of_letter(c) == "cyrillic" else TO_CYRILLIC.get(c) or TO_CYRILLIC.get(
        unicodedata.normalize("NFD", c)[0], c) for c in word)
    return out if _wholly(out, "cyrillic") else ""


def _as_latin(word: str) -> str:
    out = "".join(c if script_of_letter(c) == "latin" else TO_LATIN.get(c, c) for c in word)
    return out if _wholly(out, "latin") else ""


def _wholly(word: str, script: Script) -> bool:
    return all(script_of_letter(c) in (script, "") and not c.isdigit() for c in word)
