"""How much an agreement on one token weighs, in bits; the one door to the population tables."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from ..names import Role, Token, phonemes, skeleton
from ..names.forms import surname
from ..names.population import rows_of
from ..names.tables.world import COMMON
from .costs import distance
from .frequency import Role as TableRole
from .frequency import commonness, masculine

_BITS_A_LETTER = 2.1  # what a letter adds in Russian surnames; for words in no table
_MOST_A_LETTER = 3.0  # a short word is borne by more people, somewhere, than the tables know
LEAST, MOST = 3.0, 17.0  # no table of samples supports a rarer name than 1 in 130,000
FOREIGN_MOST = 12.0  # a word in no table may be common elsewhere
FATHERS = 1.0  # a father's name is looked up among all people, half of whom are women


@lru_cache(maxsize=1 << 14)
def token_bits(token: Token, role: Role) -> float:
    """Minus log2 of the share of people who have this part in this role, `LEAST` to `MOST`."""
    key = skeleton(token.stem)
    # Only a Cyrillic word stands in the tables as it is spelled: one look-up for all romanisations.
    norm = token.norm if token.script == "cyrillic" else ""
    known = [found.bits for r in _roles(token, role)
             if (found := commonness(key, norm, r, token.sex if r != "surname" else "")).known]
    if token.canon and role in ("given", "patronymic"):
        name = token.canon[0].lower()
        found = commonness(skeleton(phonemes(name, "cyrillic")), name, "given")
        known += [found.bits - (FATHERS if role == "patronymic" else 0.0)] if found.known else []
    abroad = _abroad().get(token.skeleton) if role != "patronymic" else None
    if abroad is not None:
        known.append(float(abroad))
    letters = len(token.stem)
    most = min(MOST, _MOST_A_LETTER * letters + 1) if known else min(FOREIGN_MOST, _BITS_A_LETTER * letters)
    return max(LEAST, min([most, *known]))


def _roles(token: Token, role: Role) -> tuple[TableRole, ...]:
    if role in ("given", "patronymic"):
        return (role,)
    return ("surname", "given") if role != "surname" or token.canon else ("surname",)


@cache
def _abroad() -> dict[str, int]:
    return {skeleton(phonemes(word, "latin")): bits for bits, words in sorted(COMMON.items(), reverse=True)
            for word in words.split()}


def is_surname(stem: str) -> bool:
    """Whether a phonemic surname without its ending is in the population table, in that very spelling."""
    return stem in [known for _, known, _ in _readings(skeleton(stem))]


@lru_cache(maxsize=1 << 13)
def _readings(key: str) -> tuple[tuple[str, str, int], ...]:
    """Surnames of the population table with that skeleton: name, phonemic stem, bearers."""
    return tuple((row.name, surname(phonemes(row.name, "cyrillic")).stem, row.bearers)
                 for row in rows_of(key, "surname"))


def rivals(left: Token, right: Token, cost: float) -> float:
    """Bits against a Latin and a Cyrillic surname, because others fit the Latin one better.

    LISITSYNA is Лисицина far more seldom than Лисицына: what the Latin spelling stands for is shared out
    among the surnames of that sound by how many bear them and how near they are.
    """
    latin, own = (left, right) if left.script == "latin" else (right, left)
    if latin.script != "latin" or own.script != "cyrillic" or left.variety or right.variety:
        return 0.0
    mine, others = 0.0, 0.0
    forms, key = masculine(own.norm), skeleton(latin.stem)
    alike = rows_of(key, "surname")
    if len(alike) == 1 and alike[0].name in forms:
        return 0.0
    for name, stem, bearers in _readings(key):
        if name in forms:
            mine += bearers
        elif stem != own.stem:
            others += bearers * 2.0 ** -distance(stem, latin.stem, "cross", 12.0)
    if not mine:
        mine = sum(bearers for name, _, bearers in _readings(skeleton(own.stem)) if name in forms)
    share = (mine or UNKNOWN_BEARERS) * 2.0 ** -cost
    return min(MOST_AMBIGUOUS, AMBIGUITY_WEIGHT * math.log2((share + others) / share))


UNKNOWN_BEARERS = 5.0  # see `frequency.UNSEEN`
MOST_AMBIGUOUS = 9.0
AMBIGUITY_WEIGHT = 1.5  # relatives and namesakes are compared more often than chance has it
OTHER_LETTERS = 4.0  # Кузьменко and Кузменко, both written in Cyrillic


def ambiguity(left: Token, right: Token) -> float:
    """Bits against two surnames that sound alike, because that sound more often stands for another.

    KUZMENKO is written for Кузьменко far more often than for Кузменко. 0 between Latin words.
    """
    if left.stem != right.stem or "cyrillic" not in (left.script, right.script):
        return 0.0
    key = skeleton(left.stem)
    if left.variety or right.variety or len(rows_of(key, "surname")) < 2:
        return 0.0
    known = [(name, bearers) for name, stem, bearers in _readings(key) if stem == left.stem]
    if len(known) < 2:
        return 0.0
    mine, theirs = ({row for row in known if row[0] in forms}
                    for forms in (masculine(left.norm), masculine(right.norm)))
    if left.script == right.script:
        return OTHER_LETTERS if mine and theirs and not mine & theirs else 0.0
    if not (mine or theirs):
        return 0.0
    share = sum([bearers for _, bearers in mine or theirs]) / sum([bearers for _, bearers in known])
    return min(MOST_AMBIGUOUS, -AMBIGUITY_WEIGHT * math.log2(share))
