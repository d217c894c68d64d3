"""What one slip of the pen in an otherwise agreeing name weighs, on the scale of chances.

Two words a letter apart, x and y, of shares a and b of the people; s is the chance that x is written y by
a slip, t that y is written x. If one person is meant, either word is the name: a * s + b * t. If two are,
each writes his own, rightly or not: about (a + b * t) * (b + a * s). Where y is no name the ratio is about
1 / a, as if x had been written: nothing but a slip makes Светална. Where both are names it is s / b + t / a:
an Уткин is hardly ever a Буткин. It is never more than an agreement on either word would weigh.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ..model import Evidence
from ..names import ParsedName, Role, Token
from ..names.population import rows_of
from ..names.spellings import romanise
from ..names.tables.romanisation import SYSTEMS
from .commonness import token_bits
from .costs import plain_edits
from .edits import distance
from .frequency import Commonness, commonness, masculine, share_together
from .keys import population_key

# Chance of one given slip: about one name in fifty is mistyped, at one of some 25 letters, by a letter left
# out, two swapped, one too many or another one; for the last two some ten letters are likely. Judgements.
LOST = 1 / 50 / 25 / 4
GAINED = LOST / 10
MORE = 1 / 16  # of each further letter that differs: another system of romanisation, or another name
# Of the words outside the tables that a slip in a surname makes, the share that are surnames all the same;
# the others are no name, and nobody bears them. evaluation/slips.py.
EXISTS = 0.15
OWN = 3.0  # times as many as slips of the other word explain: from here on a row of the tables is a name
UNSEEN_KEY = "?"  # of a word in no table
# The most telling first: a word in -вна beside another that might be a surname is a patronymic.
_PARTS: tuple[Role, ...] = ("patronymic", "given", "surname")
_ROLES: tuple[Role, ...] = (*_PARTS, "name")


def nearly(lines: Sequence[Evidence]) -> Evidence | None:
    """The one part that agrees but for a slip, if there is one and no other contradicts.

    Names without places and scripts without vowels have a measure of their own and are none of these.
    """
    found: list[Evidence] = []
    for line in lines:
        role, _, how = line.kind.partition(".")
        if how in ("differs", "weak"):
            return None
        if (how == "near" and role in _PARTS) or (how == "slip" and role in _ROLES):
            found.append(line)
    return found[0] if len(found) == 1 else None


def aligned(left: ParsedName, right: ParsedName) -> tuple[Evidence, ...]:
    """The lines of two names alike word for word but for one; none if a blank was moved."""
    if len(left.tokens) != len(right.tokens):
        return ()
    lines = []
    for mine, theirs in zip(left.tokens, right.tokens, strict=True):
        role = _joint(mine, theirs)
        how = "same" if mine.phon == theirs.phon else "slip"
        bits = min(token_bits(mine, role), token_bits(theirs, role))
        lines.append(Evidence(f"{role}.{how}", mine.text, theirs.text, bits))
    return tuple(lines) if nearly(lines) else ()


def slip_bits(left: ParsedName, right: ParsedName, line: Evidence, parts: list[Commonness]) -> float:
    """log2 of the ratio for the two words of a line, beside parts that agree."""
    mine, theirs = token_of(left, line.left), token_of(right, line.right)
    if mine is None or theirs is None:
        return line.bits
    role = _joint(mine, theirs)
    whole = share_together(parts) if parts else 1.0
    a, b = (share_together([*parts, part]) / whole
            for part in (_borne(mine, theirs, role), _borne(theirs, mine, role)))
    s, t = chances(mine, theirs)
    ratio = (a * s + b * t) / ((a + b * t) * (b + a * s))
    return min(math.log2(ratio), token_bits(mine, mine.role), token_bits(theirs, theirs.role))


def own_names(left: Token, right: Token) -> bool:
    """Whether two words are names of their own, neither a row of slips of the other."""
    role = _joint(left, right)
    one, other = _borne(left, right, role), _borne(right, left, role)
    s, t = chances(left, right)
    slips = other.share < OWN * one.share * s or one.share < OWN * other.share * t
    return one.known and other.known and not slips


def token_of(name: ParsedName, text: str) -> Token | None:
    """The token a line of evidence shows, in any reading of the name."""
    for one in (name, *name.alternatives):
        for token in one.tokens:
            if token.text == text:
                return token
    return None


def _joint(mine: Token, theirs: Token) -> Role:
    """The part of a name that two words are: the first that either shows."""
    return next((role for role in _ROLES if role in (mine.role, theirs.role)), mine.role)


def written(left: Token, right: Token) -> list[tuple[str, str]]:
    """Two words letter by letter: by their sounds, as they stand, a Cyrillic one by the usual systems."""
    pairs = [(left.phon, right.phon), (left.stem, right.stem)]
    if left.script == right.script:
        pairs.append((left.norm, right.norm))
    elif (left.script, right.script) == ("cyrillic", "latin"):
        pairs += [(word, right.norm) for word in romanised(left.norm)]
    elif (left.script, right.script) == ("latin", "cyrillic"):
        pairs += [(left.norm, word) for word in romanised(right.norm)]
    return pairs


@lru_cache(maxsize=1 << 12)
def romanised(word: str) -> tuple[str, ...]:
    """A Cyrillic word by each usual system."""
    return tuple({romanise(word, system): None for _, system in SYSTEMS})


@lru_cache(maxsize=1 << 12)
def chances(left: Token, right: Token) -> tuple[float, float]:
    """Chance that the left word is written as the right one by a slip, and the right one as the left."""
    found = [_chances(a, b) for a, b in written(left, right) if a != b]
    return max(found, key=lambda both: both[0] * both[1], default=(LOST, LOST))


def _chances(left: str, right: str) -> tuple[float, float]:
    edits = 1 if distance(left, right) == 1 else max(1, plain_edits(left, right))
    swapped = len(left) == len(right) and sorted(left) == sorted(right)
    more = MORE ** (edits - 1)
    return ((LOST if swapped or len(left) > len(right) else GAINED) * more,
            (LOST if swapped or len(left) < len(right) else GAINED) * more)


def _borne(token: Token, other: Token, role: str) -> Commonness:
    """How common a word is as a name of its own.

    In Cyrillic in that very spelling, in Latin by a usual system or as a form of a given name; any other
    Latin word is a misspelling, be its sound that of a name.
    """
    key = population_key(token, role) or population_key(token, "surname")
    assert key is not None  # only of initials and particles there is none
    found, rows = commonness(*key), rows_of(key[0], key[2])
    if token.script != "cyrillic" and token.canon and found.known:
        return found
    if token.script == "cyrillic":
        counted_as_another = key[1] != token.norm
        if counted_as_another or any(row.name in masculine(token.norm) for row in rows):
            return found
    else:
        others = masculine(other.norm)
        kept = sum(row.bearers for row in rows if row.name not in others and (
            token.script != "latin" or _spells(token.norm, row.name)))
        if kept:
            return _part_of(found, kept / sum(row.bearers for row in rows))
    return _part_of(commonness(UNSEEN_KEY, UNSEEN_KEY, key[2], key[3]), EXISTS)


def _spells(word: str, name: str) -> bool:
    """Whether a Latin word is a name, or a surname's feminine form, by one of the usual systems."""
    feminine = name[:-2] + "ая" if name.endswith(("ий", "ый", "ой")) else name + "а"
    return word in romanised(name) or word in romanised(feminine)


def _part_of(found: Commonness, part: float) -> Commonness:
    return replace(found, share=found.share * part, by_class=tuple(share * part for share in found.by_class))
