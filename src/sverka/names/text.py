"""Cleaning a raw string into words, before anything is known about names.

What is invisible (zero-width, bidi, soft hyphen, variation selectors) goes; what looks like an
apostrophe becomes one; compatibility forms are unfolded; й and ё stay whole (a plain NFKD strip
would turn Йозеф into иозеф). Work is bounded whatever comes in: see the limits below.
"""

from __future__ import annotations

import re
import unicodedata

from ..errors import Text, UsageError

MAX_CHARS = 512  # the longest real name cell seen in the lists is under 300 characters
MAX_MARKS = 2  # combining marks kept after one letter; a name needs one, Vietnamese two

_INVISIBLE = frozenset(("Cf", "Cc", "Cs", "Co"))
# Invisible too, though Unicode counts them as marks or letters: variation selectors, joiners and fillers.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʹʺ′″ʽʻ＇‛ˈ\u05f3\u0640", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－_", "-"))
_BLANKS = re.compile(r"\s+")
_PLAIN = re.compile(r"[A-Za-zА-Яа-яЁё \-.,']*", re.ASCII)


def clean(raw: str) -> str:
    """The string with blanks collapsed, invisible characters gone and apostrophes and dashes unified.

    At most `MAX_CHARS` characters of the input are read.

    Raises: UsageError where a letter is a code point this Python's Unicode does not know: it
        cannot be compared, and dropping it in silence would compare another name.
    """
    raw = raw[:MAX_CHARS]
    if _PLAIN.fullmatch(raw):
        return " ".join(raw.split())
    raw = _visible(_UNSEEN.sub("", unicodedata.normalize("NFKC", raw))[:MAX_CHARS])
    return _BLANKS.sub(" ", raw.translate(_APOSTROPHES).translate(_DASHES)).strip()


def _visible(text: str) -> str:
    out: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category == "Cn":
            raise UsageError(
                Text("The name holds a character that is not known here, so it cannot be compared.",
                     "В имени есть неизвестный здесь знак, поэтому сравнить его нельзя."),
                Text("Type the name again by hand.", "Наберите имя заново вручную."),
            )
        marks = marks + 1 if category[0] == "M" else 0
        if marks > MAX_MARKS:
            continue
        if category in _INVISIBLE or category == "Me":
            # A tab or line break parts words; a zero-width or bidi sign does not.
            out.append(" " if char.isspace() else "")
        else:
            out.append(char)
    return "".join(out)


def strip_marks(text: str) -> str:
    """Letters without their diacritics, й and ё excepted; used for scripts and letters without a rule."""
    if text.isascii():
        return text
    parts: list[str] = []
    for char in text:
        if char in "йёї" or not unicodedata.decomposition(char):
            parts.append("" if unicodedata.category(char)[0] == "M" else char)
        else:
            parts.append("".join(c for c in unicodedata.normalize("NFKD", char)
                                 if unicodedata.category(c)[0] != "M"))
    return "".join(parts)
