"""Endings: patronymics, the sex and case of a surname, all on phonemic words.

`stem` strips what changes with sex and case, so that Иванов, Иванова, Иванову and Ivanovoy are one
word; it is applied to both sides of a comparison and never to a given name.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Sex = Literal["f", "m", ""]

_PATRONYMIC_M = re.compile(r"(?P<base>.{2,}?)(?P<tie>[oeEaiu]|aE)?v[iy][Cc](?P<case>|a|u|A|U|em|om|e|i)$")
_PATRONYMIC_F = re.compile(r"(?P<base>.{2,}?)(?P<tie>[oeEaiuj])?[vu]n(?P<case>a|y|i|e|u|oj|oU|A)$")
# Ильич, Кузьмич, Никитична: only on these, since -ич and -ична end countless surnames and words.
_SHORT_M = re.compile(
    r"(?P<base>[iy]l|k[uo]zm|luk|fom|nikit|savv?|mikit|em|vav?il|silu?)[iy]C(?P<case>|a|u|A|U|em|om|e)$")
_SHORT_F = re.compile(
    r"(?P<base>[iy]l|k[uo]zm|luk|fom|nikit|savv?|mikit|em)(?:[iy]n)?[iy](?:C|S)n(?P<case>a|y|i|e|u|oj|oU)$")
_SURNAME = re.compile(
    r"^(?P<stem>.{1,}(?:[oeEaA]v|[iy]n))(?P<end>a|u|oj|ym|im|om|e|y|i|oU|aA)?$")
_NEUTRAL_ADJECTIVE = re.compile(
    r"^(?P<stem>.{1,}[sc]k)(?P<end>i|ij|y|yj|oj|A|aA|aja|a|ogo|omu|im|om|uU|oU|aga|amu)$")


class Patronymic(NamedTuple):
    """A patronymic taken apart: `nikola`, `m`, declined or not."""

    base: str
    sex: Literal["f", "m"]
    declined: bool


def patronymic(phon: str) -> Patronymic | None:
    """The parts of a phonemic patronymic, Russian, Ukrainian or Belarusian; None if it is none."""
    if "C" in phon or "c" in phon:
        found = _SHORT_M.match(phon) or _PATRONYMIC_M.match(phon)
        if found:
            return Patronymic(found["base"], "m", found["case"] != "")
    if "vn" in phon or "un" in phon or "Cn" in phon or "Sn" in phon:
        found = _SHORT_F.match(phon) or _PATRONYMIC_F.match(phon)
        if found:
            return Patronymic(found["base"], "f", found["case"] not in ("a", "A"))
    return None


class Stem(NamedTuple):
    """A surname without the ending that changes, and what the ending said."""

    stem: str
    sex: Sex
    declined: bool


def surname(phon: str) -> Stem:
    """The part of a phonemic surname that sex and case leave alone."""
    found = _SURNAME.match(phon)
    if found and len(phon) >= 4:
        end = found["end"]
        sex: Sex = "m" if end is None else "f" if end in ("a", "aA") else ""
        return Stem(found["stem"], sex, end not in (None, "a", "aA"))
    found = _NEUTRAL_ADJECTIVE.match(phon)
    if found and len(phon) >= 4:
        end = found["end"]
        feminine = end in ("A", "aA", "aja", "a")
        return Stem(found["stem"], "f" if feminine else "m" if end in ("i", "y", "ij", "yj", "oj") else "",
                    not feminine and end not in ("i", "y", "ij", "yj", "oj"))
    return Stem(phon, "", False)
