"""Whether a name is spelled the Belarusian, Ukrainian or Arabic way, and what each word shows of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from .arabic import looks_arabic, looks_slavic
from .systems import System, traits_of
from .tokens import NormalName, Variety

# On lower-case text. Belarusian alone has ў, the ending -віч and і beside ы or э.
_BELARUSIAN = re.compile(r"ў|віч\b|і.*[ыэ]|[ыэ].*і|\bдзм|\b(?:аляк|міка|сярг|святл|пятр)")
_UKRAINIAN = re.compile(
    r"ї|є|йович|івна|і.*и|и.*і|олекс|володим|микол|дмитр[оу]|костянт|тетян|[йь]ов(?:а|ич)?\b"
    r"|\b(?:михайло|петро|павло|данило|кирило|олена|едуард|ельвіра|наталя|григорович)\b")
# The same in Latin letters.
_BELARUSIAN_LATIN = re.compile(
    r"ŭ|\bdzm|dz(?:im|ev|ian|iv)|aliaks|siarh|yauh|uladz|mikal[ai]|sviat|piatr|ryhor"
    r"|\b(?:aleh|ihar|viachas\w+|alena|natallia|henadz|ta(?:ts|c)iana|ka(?:ts|c)iaryna|aksana)\b"
    r"|[ae]nka\b|[b-df-z]avich\b|[ae]u(?:na)?\b|ouna\b")
_ENDS_IN_OU = re.compile(r"\w\wou\b")
_UKRAINIAN_LATIN = re.compile(
    r"serhi|oleks|volodym|mykol|dmytr|ovych\b|[iy]ivna|yevhen|andrii\b|kost[iy]+ant|tet[iy]an"
    r"|\b(?:ihor|oleh|mykha[iy]lo|petro|pavlo|danylo|kyrylo|olena|vadym|maksym|denys|borys)\b")
_LATIN_LETTER = re.compile("[a-z]")
# What these find in a name, one of its words shows: a letter or one of the patterns.
_EITHER_I = re.compile("[іїєў]")


class Seen(NamedTuple):
    """What a word shows before anything is known of the name.

    Attributes:
        varied: whether it may show a variety. slavic: whether it ends in Latin letters as Slavic names do.
        traits: of systems of romanisation.
    """

    norm: NormalName
    varied: bool
    slavic: bool
    traits: frozenset[System]


def seen_of(norm: NormalName) -> Seen:
    """What a word shows by itself."""
    varied = not norm.isascii() and bool(
        _EITHER_I.search(norm) or _BELARUSIAN.search(norm) or _UKRAINIAN.search(norm))
    if not _LATIN_LETTER.search(norm):
        return Seen(norm, varied, False, frozenset())
    varied = varied or "ou" in norm or bool(_BELARUSIAN_LATIN.search(norm) or _UKRAINIAN_LATIN.search(norm))
    return Seen(norm, varied, looks_slavic(norm), traits_of(norm))


def variety_of(seen: list[Seen]) -> Variety:
    """The variety of a name, from what its words show."""
    low = " ".join([word.norm for word in seen])
    if any(word.varied for word in seen):
        latin, other = _LATIN_LETTER.search(low), not low.isascii()
        if (other and _BELARUSIAN.search(low)) or (latin and _BELARUSIAN_LATIN.search(low)):
            return "be"
        # A French ou stands anywhere, a Belarusian one ends the surname.
        if latin and low.count("ou") == 1 and _ENDS_IN_OU.search(low) and not looks_arabic(low):
            return "be"
        if (other and _UKRAINIAN.search(low)) or (latin and _UKRAINIAN_LATIN.search(low)):
            return "uk"
    if any(word.slavic for word in seen):
        return ""
    return "ar" if _LATIN_LETTER.search(low) and looks_arabic(low) else ""
