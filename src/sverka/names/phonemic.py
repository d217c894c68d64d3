"""One phonemic alphabet for all scripts, and the coarser skeleton the index is keyed on.

A phoneme is one ASCII character: `a e i o u y`(ы) `A`(я) `U`(ю) `E`(ё) and
`b v g d Z`(ж)` z j`(й)` k l m n p r s t f x`(х)` h c`(ц)` C`(ч)` S`(ш)` W`(щ). What the usual
romanisations write differently for one sound is joined here (Dmitry, Dmitrii, Дмитрий: `dmitri`;
Vasilyev, Vasiliev, Васильев: `vasilev`); what is only probable (g and h, o and a, e and A) is left to
the learned edit costs of `matching.costs`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import eq

from .lookalikes import Script
from .scripts import romanise
from .systems import System, alternation, compiled
from .text import strip_marks

MAX_PHONEMES = 40  # the longest single name in the population tables has 27 letters

_CYRILLIC = {
    **dict(zip("абвгґдежзийклмнопрстуфхцчшщыэ", "abvggdeZzijklmnoprstufxcCSWye", strict=True)),
    "ё": "E", "ю": "U", "я": "A", "ъ": "'", "ь": "'", "і": "i", "ї": "i", "є": "e", "ў": "v",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "җ": "dZ", "ҷ": "dZ",
    "ҳ": "x", "ӣ": "i", "ӯ": "u", "ҡ": "k", "ҙ": "z", "ҫ": "s", "ђ": "dZ", "ј": "j", "љ": "l'", "њ": "n'",
    "ћ": "C", "џ": "dZ", "ѓ": "g", "ќ": "k", "ѕ": "z", "ӑ": "a", "ӗ": "e", "ӳ": "u", "ӏ": "", "ѐ": "e",
    "ѝ": "i", "ҥ": "n", "ӡ": "z", "ҕ": "g", "ҭ": "t", "ҟ": "k", "ҵ": "c", "ҽ": "C", "ҿ": "C", "ҩ": "o",
    "ѣ": "e", "ѳ": "f", "ѵ": "i", "ӓ": "a", "ӧ": "o", "ӱ": "u", "ӹ": "y", "ӝ": "Z", "ӟ": "z", "ӥ": "i",
    "ӵ": "C", "'": "'",
}
_PLAIN = str.maketrans({**dict.fromkeys(map(chr, range(128)), ''), **_CYRILLIC})
# Latin letters with marks, as the systems that use them mean them.
_MARKED = {
    "š": "S", "č": "C", "ž": "Z", "ś": "S", "ć": "C", "ź": "Z", "ż": "Z", "ş": "S", "ș": "S", "ç": "C",
    "ğ": "g",
    "ŝ": "W", "ł": "l", "ŭ": "v", "ě": "e", "ř": "r", "ë": "E", "ê": "e", "è": "e", "é": "e", "ė": "e",
    "ę": "e",
    "ï": "i", "ì": "i", "í": "i", "ı": "y", "û": "U", "â": "A", "ä": "a", "ö": "o", "ü": "u", "ø": "o",
    "æ": "e",
    "å": "o", "ß": "s", "đ": "d", "ð": "d", "þ": "t", "ţ": "c", "ț": "c", "ñ": "n", "ń": "n", "ň": "n",
    "ə": "a",
    "õ": "o", "ű": "u", "ő": "o", "œ": "e", "ŷ": "y", "ÿ": "y", "ý": "y", "ĵ": "Z", "ĝ": "g", "ĥ": "h",
    "ẓ̇": "Z",
}
# Where these letters stand, c is ц, ch is х and j is й throughout.
_SLAVIC_MARKS = re.compile("[ščžśźżćłŭěřŝ]")
_LATIN_RULES: tuple[tuple[str, str], ...] = (
    ("schtsch|shtsh|schtch|chtch|shch|shh|szcz|stsch|sctsch|ŠČ|SC(?=[aeiou])", "W"),
    ("tsch|tch|cz", "C"), ("dsch|dzh|dZ|^dj(?=[aeou])|(?<=[aei])dj(?=[ai])", "dZ"), ("tsh", "tS"), (
        "sch|sh|sz", "S"), ("zh", "Z"),
    ("kh", "x"), ("ch", "C"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck(?=[iy]j)", "ck"), ("ck", "k"), (
        "ts|tz|tc(?!h)",
        "c"), ("jj", "j"),
    ("gu(?=[ei])", "g"), ("qu(?=[ei])", "k"), ("qu", "kv"), ("x", "ks"),
    ("c(?=[eiy])|(?<=[ei])c$", "c"), ("c", "k"), ("q", "k"),
    ("(?<=[oeaE])(?:ff|w|u)$", "v"), ("ou(?!$)|oo", "u"), ("w", "v"),
    ("j(?=i$)", ""), ("^j(?=ou|i|d)", "Z"),
)
_SLAVIC_RULES: tuple[tuple[str, str], ...] = (
    ("SC|StS", "W"), ("tS", "C"), ("sz(?=cz)", "S"), ("sz", "S"), ("cz", "C"), ("ch|kh", "x"), ("zh", "Z"), (
        "sh", "S"),
    ("ts", "c"), ("dZ", "dZ"), ("(?<=[oeaE])(?:ff|w|u)$", "v"), ("w", "v"), ("x", "ks"), ("q",
        "k"),
    ("â", "A"),
)


_LATIN, _LATIN_TO = alternation(_LATIN_RULES)
_SLAVIC, _SLAVIC_TO = alternation(_SLAVIC_RULES)
# What both alphabets share, in the order of `_joined`. j is a glide, ' a soft or hard sign.
_GLIDING = re.compile("[iyj][aAuUoEeiyj]|[aeouAUE][iy]")  # nothing of the next four is found without it
_BETWEEN = re.compile("(?<=[aeouAUE])[iy](?=[aeou])|y(?=[aeou])")
_SOFT_VOWEL = re.compile("[iyj']+([aAuUoEe])")
_SOFTENED = {"a": "A", "A": "A", "u": "U", "U": "U", "o": "E", "E": "E", "e": "e"}
_AFTER_VOWEL = re.compile("(?<=[aeou])[iy](?![iyj])")
_TS = re.compile("t[sc]")
_SHCH = re.compile("[Ss]C")
_HISSED = re.compile("(?<=[CSZW])[oE]")
_DOUBLED = re.compile(r"(.)\1+")
_LONG_I = re.compile("[iy]j|ii|iy|yi|yy|ji|jy")
_SHORT_U = re.compile("(?<=[aeo])u(?![aeiouy])")
# Belarusian says дз and ц where its neighbours write д and т: Мядзведзеў, Цімафей.
_SOFT_D, _SOFT_T = re.compile("дз(?=[еёіюяьмв])"), re.compile("ц(?=[еёіюяьв])")
_SKELETON = str.maketrans({
    "A": "a", "o": "a", "E": "i", "e": "i", "y": "i", "U": "u", "j": "", "h": "g", "x": "g", "W": "S",
    "C": "S",
    "Z": "z",
})
_CONSONANTS = "bvgdzklmnprstfcS"


@lru_cache(maxsize=1 << 13)
def phonemes(word: str, script: Script, variety: str = "", system: System = "") -> str:
    """A lower-case word of one script in the phonemic alphabet, at most `MAX_PHONEMES` long.

    Args:
        variety: `uk` makes и what Latin y is, `be` makes u after a vowel what ў is.
        system: by which a Latin word is read, see `names.systems`.
    """
    return sounds(word, script, variety, system)


def reads_alike(word: str, system: System) -> bool:
    """Whether a Latin word, at a glance, is read by a system as it is plainly: neither changes a letter."""
    return word.isascii() and not _LATIN.search(word) and not compiled(system)[0].search(word)


def sounds(word: str, script: Script, variety: str = "", system: System = "") -> str:
    """`phonemes` of a word not likely to come again: nothing is remembered."""
    word = word[: 2 * MAX_PHONEMES]
    if variety == "uk" and script == "cyrillic":
        word = word.replace("и", "ы")
    elif system == "soft" and script == "cyrillic":
        word = _SOFT_D.sub("д", _SOFT_T.sub("т", word))
    elif variety == "be" and script == "latin":
        word = _SHORT_U.sub("v", word)
    if script == "cyrillic":
        text = word.translate(_PLAIN)
        if not text.isascii():
            text = "".join([c if c.isascii() else _CYRILLIC.get(strip_marks(c), "") for c in text])
    else:
        text = _latin(word if script == "latin" else romanise(word), system)
    return _joined(text)[:MAX_PHONEMES]


def _joined(text: str) -> str:
    """What the alphabets write differently for one sound, joined; no rule is tried without its letters."""
    if "'" in text or _GLIDING.search(text):
        text = _BETWEEN.sub("j", text)
        text = _SOFT_VOWEL.sub(_soft_vowel, text)
        text = _AFTER_VOWEL.sub("j", text).replace("'", "")
        text = _LONG_I.sub("i", _hissed(text))
    else:
        text = _hissed(text)
    if text[-1:] == "y" and text[-2:-1] not in _NO_LETTER_OR_VOWEL:
        text = text[:-1] + "i"
    if text[-1:] == "u" and text[-2:-1] in _BEFORE_SHORT_U:
        text = text[:-1] + "v"
    return _single(text)


def _single(text: str) -> str:
    """Every run of one letter as that letter."""
    return _DOUBLED.sub(_once, text) if True in map(eq, text, text[1:]) else text


def _once(found: re.Match[str]) -> str:
    # A template, "\\1", is interpreted anew at every call.
    return found[1]


def _hissed(text: str) -> str:
    if "ts" in text or "tc" in text:
        text = _TS.sub("c", text)
    if "C" in text or "S" in text or "Z" in text or "W" in text:
        text = _HISSED.sub("e", _SHCH.sub("W", text))
    return text.replace("Ae", "A")


def _soft_vowel(found: re.Match[str]) -> str:
    return _SOFTENED[found[1]]


_LACINKA = str.maketrans("źśćńŭ", "zscnv")
_NO_LETTER_OR_VOWEL = frozenset(("", *"aeouAUE"))
_BEFORE_SHORT_U = frozenset("oeaE")


def _latin(word: str, system: System) -> str:
    slavic = not word.isascii() and _SLAVIC_MARKS.search(word)
    if system == "polish":
        word = word.replace("ł", "L")
    elif system == "soft":
        word = word.translate(_LACINKA)
    if not word.isascii():
        word = strip_marks("".join(_MARKED.get(c, c) for c in word))
    pattern, to = (_SLAVIC, _SLAVIC_TO) if slavic else (_LATIN, _LATIN_TO)
    if system:
        pattern, to = compiled(system)
    text = pattern.sub(lambda m: to[(m.lastindex or 1) - 1], word)
    if text.isalpha() and text.isascii():
        return text
    return "".join([c for c in text if c.isascii() and (c.isalpha() or c == "'")])


@lru_cache(maxsize=1 << 14)
def skeleton(phonemic: str) -> str:
    """The stable coarse key of a phonemic word: akanye, г/h/х, и/ы/е, ш/щ/ч and ж/з are joined.

    Two spellings of one name mostly share it or differ by one letter. The index is built on it, so
    a change here is a change of the index format.
    """
    return _single(phonemic.translate(_SKELETON)) or phonemic


@lru_cache(maxsize=1 << 14)
def letters(key: str) -> int:
    """The consonants of a skeleton as a set of bits, to tell strangers at a glance."""
    mask = 0
    for char in key:
        at = _CONSONANTS.find(char)
        mask |= 1 << at if at >= 0 else 0
    return mask
