"""What two tokens say of each other: a likelihood ratio in bits, and its kind.

An agreement weighs what it would take to agree by chance (the commonness of the part in its role) less
the cost of the spelling. A difference weighs a fixed amount against; parts differ by how
often one person is really written with two of them.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from ..names import ParsedName, Role, Token, phonemes, skeleton
from ..names.given import key
from ..names.phonemic import letters
from ..names.scripts import WEAK
from .commonness import FOREIGN_MOST, ambiguity, is_surname, rivals, token_bits
from .costs import Pairing, distance, plain_edits

# Against, where both names have the part and it is another one. A surname changes by marriage, a given
# name and a patronymic hardly ever.
DIFFERS: dict[Role, float] = {
    "surname": -16.0, "given": -16.0, "patronymic": -18.0, "initial": -9.0, "particle": 0.0, "name": -4.0,
    "word": -4.0,
}
# Where only one name has the part: omission is usual for a patronymic, rare for a surname.
MISSING: dict[Role, float] = {
    "surname": -3.0, "given": -2.5, "patronymic": -0.5, "initial": -0.5, "particle": 0.0, "name": -1.0,
    "word": -1.0,
}
LEAST_AGREEMENT = 0.5  # of two forms of one given name, however common it is
EQUIVALENT_COST = 2.0  # Микола for Николай
CASE_COST = 5.0  # names are mostly typed in the nominative, and Александра is mostly a woman
SHORT_COST = 3.5  # Саша for Александр
OTHER_SURNAME = 8.0  # two surnames that both exist, a letter apart
ONE_KNOWN = 3.0  # one of them exists, the other is in no table
OTHER_FROM = 2.5  # bits of cost below which they are rather one name in two systems of romanisation
BONE_BITS, BONE_COST = 2.4, 3.0  # what one agreeing consonant weighs, and what one more or other costs
STRANGERS = 5  # consonants only one of two words has, from which no spelling joins them
VOWELS_COST = 5.0  # of other vowels in an Arabic name, whose script has none
NAMES_DIFFER = -8.0  # of two words of names of that naming
ODD_LETTERS = 5  # of a father's name in no table, from which one letter other is a slip
SEX_COST = 8.0  # of Викторович for Викторовна
FORM_COST = 0.3  # of another case or sex of a surname
SYSTEM_COST = 1.0  # of reading a word by another system than the rest of the name shows
SLIP_STRANGERS = 2  # the same for two words taken for different parts of the name
ROLE_SLIP = 2.0  # the same word in two roles
INITIAL_BITS = 3.3  # log2 of about ten letters that begin most names
VARIANT_FROM = 0.5  # bits of cost from which a line says "spelled otherwise"
TYPO_FROM = 6.0  # bits of cost from which a difference is more than another romanisation


class Pair(NamedTuple):
    """Two tokens held against each other.

    Attributes:
        bits: log2 likelihood ratio. role: of the line. cost: bits the spelling takes off.
        how: `same`, `form`, `spelling`, `near`, `equivalent`, `short`, `initial` or `differs`.
    """

    bits: float
    how: str
    role: Role
    cost: float = 0.0


def pairing_of(left: Token, right: Token) -> Pairing:
    """Which table of costs serves two tokens."""
    varieties = left.variety, right.variety
    if "be" in varieties:
        return "belarusian"
    if "uk" in varieties:
        return "ukrainian"
    if left.script != right.script:
        return "cross"
    if left.script == "cyrillic":
        return "cyrillic"
    if "ar" in varieties or "arabic" in varieties:
        return "arabic"
    return "world" if left.variety in ("world", "asian") else "latin"


@lru_cache(maxsize=1 << 15)
def token_pair(left: Token, right: Token) -> Pair:
    """What two tokens say of each other; symmetric."""
    role = _joint_role(left, right)
    if "initial" in (left.role, right.role):
        return _initial(left, right)
    if "particle" in (left.role, right.role):
        same = left.phon == right.phon
        return Pair(0.2 if same else 0.0, "same" if same else "differs", "particle")
    if left.script != right.script and (left.script in WEAK or right.script in WEAK):
        return _by_bones(left, right, role)
    slip = ROLE_SLIP if left.role != right.role and "name" not in (left.role, right.role) else 0.0
    strange = (left.letters ^ right.letters).bit_count()
    if strange >= (SLIP_STRANGERS if slip else STRANGERS) and not (
            (left.canon and right.canon) or left.others or right.others):
        return Pair(differs(left, right, role), "differs", role)
    return _by_sound(left, right, role, slip)


def _by_sound(left: Token, right: Token, role: Role, slip: float) -> Pair:
    """Two whole words of one role by the table of given names, else by their phonemes."""
    info = min(token_bits(left, role), token_bits(right, role))
    named = _by_name(left, right, info)
    cost, how = _spelling(left, right)
    if named and named.bits >= info - cost - slip:
        return named
    other = _are_other_names(left, right) and cost >= VARIANT_FROM
    bits = info - cost - slip
    if role == "surname":
        bits -= _another(left, right, cost)
        if bits > LEAST_AGREEMENT:
            bits = max(LEAST_AGREEMENT, bits - rivals(left, right, cost))
    if bits <= 0.0 and not other and _is_slip(left, right, role, cost):
        return Pair(LEAST_AGREEMENT, "near", role, cost)
    if other or bits <= 0.0 or cost > most_cost(left, right):
        return _by_consonants(left, right, role, info) or Pair(differs(left, right, role), "differs", role)
    return Pair(bits, how, role, info - slip - bits)


def _by_consonants(left: Token, right: Token, role: Role, info: float) -> Pair | None:
    """Two romanised Arabic words with the same consonants: Fazl, Fazal."""
    if "ar" not in (left.variety, right.variety) or left.bones != right.bones:
        return None
    ends_alike = left.phon[0] == right.phon[0] and (left.phon[-1] in "aeiou") == (right.phon[-1] in "aeiou")
    if len(left.bones) < 2 or (len(left.bones) == 2 and not ends_alike):
        return None
    return Pair(max(LEAST_AGREEMENT, info - VOWELS_COST), "near", role, VOWELS_COST)


def differs(left: Token, right: Token, role: Role) -> float:
    """What two words weigh that are not one: in a name without places, each is as telling as another."""
    if role == "name" and left.role == right.role == "name" and left.script == right.script == "latin":
        return NAMES_DIFFER
    return DIFFERS[role]


def _by_bones(left: Token, right: Token, role: Role) -> Pair:
    """Two words by their consonants, where one is Arabic or Hebrew."""
    shorter = min(len(left.bones), len(right.bones))
    edits = plain_edits(left.bones, right.bones)
    info = min(BONE_BITS * shorter, token_bits(left, role), token_bits(right, role), FOREIGN_MOST)
    bits = info - BONE_COST * edits
    if bits <= 0.0 or edits > 1 + (shorter > 4):
        return Pair(DIFFERS["name"], "differs", "name")
    return Pair(bits, "spelling" if edits == 0 else "near", role, BONE_COST * edits)


def _another(left: Token, right: Token, cost: float) -> float:
    """Bits against, because both surnames exist in their own right."""
    if cost < VARIANT_FROM:
        return ambiguity(left, right)
    neighbours = left.variety != right.variety and "be" in (left.variety, right.variety)
    if cost < OTHER_FROM or neighbours or key(left.stem) == key(right.stem):
        return 0.0
    known = is_surname(left.stem) + is_surname(right.stem)
    return OTHER_SURNAME if known == 2 else ONE_KNOWN * known


def _joint_role(left: Token, right: Token) -> Role:
    if left.role == right.role:
        return left.role
    roles = {left.role, right.role}
    for role in ("surname", "given", "patronymic", "name"):
        if role in roles:
            return role
    return left.role


def _initial(left: Token, right: Token) -> Pair:
    letter, whole = (left, right) if left.role == "initial" else (right, left)
    # A surname is hardly ever cut to its letter: rather the other name's parts were told apart wrongly.
    role: Role = "initial" if whole.role == "surname" else whole.role
    slip = ROLE_SLIP if whole.role == "surname" else 0.0
    firsts = left.phon[:1], right.phon[:1]
    if firsts[0] == firsts[1] or left.norm[:1] == right.norm[:1] or set(firsts) in _SAME_INITIAL:
        return Pair(INITIAL_BITS - slip, "initial", role)
    # Ch. is Х in German, Ш in French.
    if any(other[:1] == firsts[1] for other in left.others) or any(
            other[:1] == firsts[0] for other in right.others):
        return Pair(INITIAL_BITS - slip - SYSTEM_COST, "initial", role)
    if any(letter.phon[:1] == _first(name) for name in whole.canon):
        return Pair(INITIAL_BITS - EQUIVALENT_COST, "initial", role)
    return Pair(DIFFERS["initial"], "differs", role)


# What the first letter of one sound may be in another system or language.
_SAME_INITIAL: tuple[set[str], ...] = (
    {"e", "E"}, {"g", "h"}, {"A", "i"}, {"U", "i"}, {"e", "j"}, {"x", "h"}, {"A", "j"}, {"U", "j"},
    {"E", "i"}, {"i", "y"}, {"e", "y"}, {"A", "y"}, {"U", "y"}, {"j", "y"},  # Y begins Егор, Юрий, Яков
    {"c", "t"}, {"x", "k"}, {"S", "s"}, {"Z", "z"},
)


@lru_cache(maxsize=1 << 10)
def _first(canon: str) -> str:
    return phonemes(canon.lower(), "cyrillic")[:1]


def _by_name(left: Token, right: Token, info: float) -> Pair | None:
    """The line of two given names (or patronymics) that the table knows for one name."""
    if left.role != right.role:
        return None
    if not any(name in right.canon for name in left.canon):
        return _by_case(left, right, info)
    if left.declined or right.declined:
        cost, how = (0.0, "same") if left.phon == right.phon else (0.5, "form")
    elif left.short or right.short:
        # Серёга and Серега are one word.
        cost, how = (0.0, "same") if key(left.phon) == key(right.phon) else (SHORT_COST, "short")
    else:
        cost = distance(left.phon, right.phon, pairing_of(left, right), EQUIVALENT_COST)
        how = "spelling" if cost >= VARIANT_FROM else "same"
        if cost >= EQUIVALENT_COST:
            cost, how = EQUIVALENT_COST, "equivalent"
    return Pair(max(LEAST_AGREEMENT, info - cost), how, left.role)


def _by_case(left: Token, right: Token, info: float) -> Pair | None:
    """Two given names one of which may be a case of the other: Александра Зяблова, of Александр Зяблов."""
    if any(name in right.oblique for name in left.canon) or any(name in left.oblique for name in right.canon):
        return Pair(max(LEAST_AGREEMENT, info - CASE_COST), "case", left.role, CASE_COST)
    return None


def _are_other_names(left: Token, right: Token) -> bool:
    """Whether both are known given names (or patronymics) and of different people."""
    return bool(left.canon and right.canon and left.role == right.role and not set(left.canon) & set(
        right.canon))


def _spelling(left: Token, right: Token) -> tuple[float, str]:
    pairing = pairing_of(left, right)
    limit = most_cost(left, right) + 1.0
    if "patronymic" in (left.role, right.role) and left.role != right.role:
        cost = distance(left.phon, right.phon, pairing, limit)  # Олег is not Олегович
    elif left.role == "patronymic":
        # The father's name alone. A man's and a woman's form are of one father, not one person.
        cost = distance(left.stem, right.stem, pairing, limit) + (SEX_COST if left.sex != right.sex else 0.0)
    else:
        cost = distance(left.stem, right.stem, pairing, limit)
    if cost > SYSTEM_COST and (left.others or right.others):
        cost = min(cost, SYSTEM_COST + _other_readings(left, right, pairing, limit))
    how = "same" if cost < VARIANT_FROM else "spelling" if cost < TYPO_FROM else "near"
    if cost < VARIANT_FROM and left.phon != right.phon and (left.stem, right.stem) != (left.phon, right.phon):
        cost, how = cost + FORM_COST, "form"
    return cost, how


def _other_readings(left: Token, right: Token, pairing: Pairing, limit: float) -> float:
    found = [distance(a, b, pairing, limit)
             for a in (left.stem, *left.others) for b in (right.stem, *right.others)
             if (letters(skeleton(a)) ^ letters(skeleton(b))).bit_count() < STRANGERS]
    return min(found, default=limit)


def _is_slip(left: Token, right: Token, role: Role, cost: float) -> bool:
    """Whether a common given name or patronymic is misspelled rather than another."""
    if role not in ("given", "patronymic"):
        return False
    if cost <= 2.0 + 0.8 * min(len(left.phon), len(right.phon)):
        return True
    # A patronymic of no known father (Николавеич) is rather a slip than another man.
    odd = left.role == right.role == "patronymic" and bool(left.canon) != bool(right.canon)
    if not odd:
        return False
    known, unknown = (left, right) if left.canon else (right, left)
    # Николаевна and Мікалаеўна are one father: Nikoayevna is a slip of the former.
    return any(_is_slip_of(key(unknown.stem), stem) for stem in (key(known.stem), *map(_father, known.canon)))


def _is_slip_of(stem: str, other: str) -> bool:
    shorter = min(len(stem), len(other))
    return shorter >= ODD_LETTERS and plain_edits(stem, other) <= 1 + (shorter > ODD_LETTERS)


@lru_cache(maxsize=1 << 10)
def _father(canon: str) -> str:
    """A father's name as it stands in a patronymic, as `given.key` writes it."""
    return key(phonemes(canon.lower(), "cyrillic")).rstrip("ij")


def most_cost(left: Token, right: Token) -> float:
    """Bits of cost above which two words are not spellings of one, however rare."""
    return 4.0 + 1.6 * min(len(left.stem), len(right.stem))


# The order in which words are typed must not show in the evidence, nor which name is on which side.
FIXED_ORDER = attrgetter("role", "phon", "text")


def parts(name: ParsedName) -> list[Token]:
    """The tokens worth aligning, particles last."""
    return [t for t in name.tokens if t.role != "particle"] + [t for t in name.tokens if t.role == "particle"]
