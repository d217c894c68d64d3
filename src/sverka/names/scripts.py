"""Scripts other than Cyrillic and Latin, letter by letter into Latin.

Good enough to be compared by their consonants, and weak: Arabic and Hebrew leave most vowels
unwritten, so a name parsed from them carries the note `script.weak`. Georgian, Armenian and Greek are
nearly phonemic. Letters follow the national systems (Georgia 2002, BGN/PCGN 1981, ISO 843); Arabic
and Hebrew are simplified to what European spellings of names share; `'h` keeps k + h apart from kh.
"""

from __future__ import annotations

from .text import strip_marks

WEAK: frozenset[str] = frozenset(("arabic", "hebrew", "other"))

_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "'h",
    "خ": "kh",
    "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "'h", "ة": "a", "و": "w",
    "ي": "i",
    "ى": "a", "ئ": "i", "ؤ": "u", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "i",
    "ۀ": "e",
    "ہ": "'h", "ھ": "'h", "ے": "e", "ں": "n", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ۆ": "o", "ە": "a", "ێ": "e",
    "ڤ": "v",
    "َ": "a", "ِ": "i", "ُ": "u",
}
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "'h", "ו": "o", "ז": "z", "ח": "'h", "ט": "t", "י": "i",
    "כ": "k",
    "ך": "kh", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f",
    "צ": "ts",
    "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}
_GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", (
    "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u",
    "p", "k",
    "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"), strict=True))
_ARMENIAN = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև", (
    "a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch",
    "m", "y",
    "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f", "ev"),
    strict=True))
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", (
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t",
    "y", "f",
    "kh", "ps", "o"), strict=True))
_LETTERS = {**_ARABIC, **_HEBREW, **_GEORGIAN, **_ARMENIAN, **_GREEK}


# What several letters stand for together: the ways in which these scripts write Russian sounds.
_TOGETHER: tuple[tuple[str, str], ...] = (
    ("ու", "u"), ("μπ", "b"), ("γκ", "g"), ("τζ", "j"), ("וו", "v"),
)
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("וב", "ov"), ("ביץ'", "vich"), ("ביץ", "vich"), ("סקי", "ski"), ("وف", "ov"), ("يف", "ev"),
    ("فيتش", "vich"), ("φ", "v"),
)


def romanise(word: str) -> str:
    """A lower-case word letter by letter in Latin; a letter without a rule stays as it is."""
    if word.isascii():
        return word
    for ending, latin in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[:-len(ending)] + latin
            break
    for letters, latin in _TOGETHER:
        word = word.replace(letters, latin)
    if word.startswith("ντ"):
        word = "d" + word[2:]
    out = "".join(_LETTERS.get(char) or _LETTERS.get(strip_marks(char), char) for char in word)
    if "ο" in word or "ό" in word:
        out = out.replace("oy", "u")
    return out if out.isascii() else strip_marks(out)
