"""Two Latin names outside Slavic naming, whose words have no places.

Nothing in Mohammed Salah Khalid or Kim Chol Song tells a surname from a given name, so every word may answer
every other. Arabic and Persian names are romanised without a system and put together at will (Abd
al-Rahman, Abdurrahman; Badr al-Din, Badreddine); titles and articles come and go; names of East Asia are
written syllable by syllable in several systems. A word that is merely spelled far off speaks less
against than one that is plainly another.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ..model import Evidence
from ..names import ParsedName, Token, phonemes
from ..names.arabic import core, looks_slavic, plain, sound_alike
from ..names.asian import looks_asian, syllable
from ..names.given import key
from ..names.tables.world import HONORIFICS, TITLES
from ..names.tokens import NormalName, Variety
from .abroad import is_common_abroad, word_bits
from .align import assign
from .costs import distance
from .evidence import DIFFERS, EQUIVALENT_COST, FIXED_ORDER, Pair, pairing_of, token_pair

NAMES_DIFFER = -8.0  # of two plainly different words
NEAR_FROM = -4.0  # bits from which a line says that the words are near each other
ALIKE_COST = 1.5  # Mohamed for Muhammad
SHORT_COST = 3.5  # Siraj for Sirajuddin
FUSED_COST = 1.5  # bits for a blank lost or gained
BONES = 4  # consonants of a word by which it is known to be two words of the other name
_TITLES, _HONORIFICS = frozenset(TITLES.split()), frozenset(HONORIFICS.split())
_ARTICLES = frozenset(
    ("al", "el", "ul", "an", "ad", "as", "ar", "at", "ash", "az", "ed", "es", "ud", "ur", "uz", "il"))
_VOWELS = frozenset("aeiou")
_WEAKER = str.maketrans("g", "k")  # gh and q are one sound in Persian
_DOUBLED = re.compile(r"(.)\1+")


def without_places(left: ParsedName, right: ParsedName) -> tuple[ParsedName, ParsedName]:
    """The names as words without places, if both are Latin and outside Slavic naming; else as they are."""
    if left.script == right.script == "latin" and not (_has_places(left) or _has_places(right)):
        kind: Variety = "arabic" if "ar" in (left.variety, right.variety) else "world"
        if kind == "world" and _is_asian(left) and _is_asian(right):
            kind = "asian"
        return _placeless(left, kind), _placeless(right, kind)
    return left, right


def is_placeless(name: ParsedName) -> bool:
    """Whether `without_places` took the places away."""
    return name.variety in ("arabic", "world", "asian")


@lru_cache(maxsize=1 << 10)
def _has_places(name: ParsedName) -> bool:
    if name.variety == "ar":
        return False
    slavic = name.variety or any(token.role == "patronymic" or _is_slavic(token) for token in name.tokens)
    return bool(slavic) or looks_slavic(" ".join(token.norm for token in name.tokens))


def _is_slavic(token: Token) -> bool:
    """Whether a word is a Russian given name as it is, and not common elsewhere (Aleksandr, not Anna)."""
    return token.role == "given" and not is_common_abroad(token) and any(
        key(phonemes(name.lower(), "cyrillic")) == key(token.phon) for name in token.canon)


@lru_cache(maxsize=1 << 10)
def _is_asian(name: ParsedName) -> bool:
    return looks_asian(tuple(token.norm for token in name.tokens))


@lru_cache(maxsize=1 << 10)
def _placeless(name: ParsedName, kind: Variety) -> ParsedName:
    tokens = [_without_place(token, kind) for token in name.tokens]
    if not any(token.role == "name" for token in tokens):
        tokens = [replace(token, role="name") if token.role == "particle" else token for token in tokens]
    return replace(name, tokens=tuple(tokens), variety=kind)


def _without_place(token: Token, kind: Variety) -> Token:
    norm = token.norm.replace("'", "")
    if norm in _TITLES and len(token.norm) > 1:
        return replace(token, role="particle", variety=kind)
    if token.role == "initial" and kind == "asian" and len(norm) < 3:
        token = replace(token, role="name")
    if token.role not in ("surname", "given", "name"):
        return replace(token, variety=kind)
    if kind == "arabic" and token.norm.isascii():
        phon = phonemes(plain(norm), "latin") or token.phon
    elif kind == "asian":
        phon = syllable(token.norm) or token.phon
    else:
        return replace(token, role="name", variety=kind)
    return replace(token, role="name", canon=(), variety=kind, phon=phon, stem=phon, others=())


@lru_cache(maxsize=1 << 15)
def word_pair(left: Token, right: Token) -> Pair:
    """What two words of such names say of each other; below 0, but above `NAMES_DIFFER`, if they are near."""
    if left.role != "name" or right.role != "name":
        return _beside_names(left, right)
    info = min(word_bits(left), word_bits(right))
    if left.norm in _HONORIFICS and right.norm in _HONORIFICS:
        info = LEAST_WORD
    cost = distance(left.stem, right.stem, pairing_of(left, right), info - NAMES_DIFFER)
    if left.others or right.others:
        cost = min(cost, 1.0 + min(distance(a, b, pairing_of(left, right), info - NAMES_DIFFER)
            for a in (left.stem, *left.others) for b in (right.stem, *right.others)))
    if cost > ALIKE_COST and left.variety == "arabic" and sound_alike(left.norm, right.norm):
        cost = ALIKE_COST
    if cost > EQUIVALENT_COST and not set(left.canon).isdisjoint(right.canon):
        cost = EQUIVALENT_COST
    bits, how = info - cost, "same" if cost < 0.5 else "spelling" if cost < 6.0 else "near"
    if bits < info - SHORT_COST and left.variety == "arabic" and _is_short(left, right):
        bits, cost, how = info - SHORT_COST, SHORT_COST, "short"
    if bits < info - VOWELS_COST and _same_consonants(left, right):
        bits, cost, how = max(LEAST, info - VOWELS_COST), VOWELS_COST, "near"
    if bits <= NEAR_FROM:
        how = "differs"
    return Pair(max(NAMES_DIFFER, bits), how, "name", cost)


def _beside_names(left: Token, right: Token) -> Pair:
    """A particle or an initial with whatever it meets."""
    if left.role == right.role == "particle":
        return token_pair(left, right)
    if "particle" in (left.role, right.role):
        return Pair(0.0, "differs", "particle")
    pair = token_pair(left, right)
    return pair._replace(bits=min(pair.bits, INITIAL))


INITIAL = 1.0  # any of the words may stand behind it
VOWELS_COST = 5.0  # of other vowels in a name whose script has none
LEAST = 0.5
LEAST_WORD = 3.0


def _same_consonants(left: Token, right: Token) -> bool:
    if left.variety != "arabic" or left.bones != right.bones:
        return False
    ends_alike = left.phon[:1] == right.phon[:1] and (
        (left.phon[-1:] in _VOWELS) == (right.phon[-1:] in _VOWELS))
    if abs(len(left.phon) - len(right.phon)) > 1:
        return False
    return len(left.bones) > 2 or (len(left.bones) == 2 and ends_alike)


def _is_short(left: Token, right: Token) -> bool:
    """Whether one is what the other is built on: Siraj, Sirajuddin."""
    a, b = left.norm.replace("'", ""), right.norm.replace("'", "")
    cores = core(a), core(b)
    if (cores[0] == a) == (cores[1] == b) or min(len(cores[0]), len(cores[1])) < 4:
        return False
    one, other = (phonemes(plain(c), "latin") for c in cores)
    return distance(one, other, "arabic") <= 4.0


def join_words(left: ParsedName, right: ParsedName) -> tuple[list[Token], list[Token]]:
    """The words of two such names, neighbours put together where the other has one word."""
    lefts, rights = list(left.tokens), list(right.tokens)
    return _join_side(lefts, rights), _join_side(rights, lefts)


def _join_side(tokens: list[Token], others: list[Token]) -> list[Token]:
    known = {t.phon for t in tokens}
    for other in sorted(others, key=FIXED_ORDER):
        if other.role == "name" and other.phon not in known and len(other.phon) > 4:
            found = _run_of(tokens, other)
            if found:
                start, end = found
                run = tokens[start:end]
                whole = replace(other, text=" ".join(t.text for t in run), script=run[0].script,
                norm=NormalName(" ".join(t.norm for t in run if t.norm not in _ARTICLES)))
                tokens = [*tokens[:start], whole, *tokens[end:]]
    return tokens


def _run_of(tokens: list[Token], other: Token) -> tuple[int, int] | None:
    """Where two or three neighbours stand that together are the other word."""
    bones = _bones([other])
    for size in (2, 3):
        for start in range(len(tokens) - size + 1):
            run = tokens[start:start + size]
            words = [t for t in run if t.norm not in _ARTICLES]
            if not words or run[-1] is not words[-1] or "initial" in (run[0].role, run[-1].role):
                continue
            joint = "".join(t.phon for t in run)
            if other.variety == "asian":
                joint = syllable("".join(t.norm for t in run))
            if joint == other.phon or _nearly(joint, other):
                return start, start + size
            if (len(bones) >= BONES + (other.variety != "arabic") and joint[:1] == other.phon[:1]
                    and bones in (_bones(run), _bones(words))):
                return start, start + size
    return None


def _nearly(joint: str, other: Token) -> bool:
    alike = joint[:1] == other.phon[:1] and joint[-2:] == other.phon[-2:]
    return alike and abs(len(joint) - len(other.phon)) < 2 and distance(
        joint, other.phon, pairing_of(other, other)) <= FUSED_COST


def _bones(tokens: list[Token]) -> str:
    return _DOUBLED.sub(r"\1", "".join(t.bones for t in tokens).translate(_WEAKER))


def leftover_words(lefts: list[Token], rights: list[Token]) -> list[Evidence]:
    """Words that nothing answers, each beside the one it is least unlike; honorifics contradict nothing."""
    mine, theirs = ([t for t in side if t.role == "name" and t.norm not in _HONORIFICS]
                    for side in (lefts, rights))
    pairs = [[word_pair(a, b) for b in theirs] for a in mine]
    chosen = assign([[pair.bits - NAMES_DIFFER + 1.0 for pair in row] for row in pairs], len(theirs),
                    turned=lambda: [*map(FIXED_ORDER, mine)] > [*map(FIXED_ORDER, theirs)])
    lines: list[Evidence] = []
    for i, k in enumerate(chosen):
        if k >= 0:
            lines.append(Evidence(f"name.{pairs[i][k].how}", mine[i].text, theirs[k].text, pairs[i][k].bits))
    held = {*(mine[i] for i, k in enumerate(chosen) if k >= 0), *(theirs[k] for k in chosen if k >= 0)}
    initials = ([t for t in side if t.role == "initial"] for side in (lefts, rights))
    for a, b in zip(*initials, strict=False):
        lines.append(Evidence("initial.differs", a.text, b.text, DIFFERS["initial"]))
        held |= {a, b}
    for side, tokens in enumerate((lefts, rights)):
        for token in tokens:
            if token not in held and token.role != "particle":
                texts = (token.text, "") if side == 0 else ("", token.text)
                lines.append(Evidence(f"{token.role}.missing", *texts, _omission(token)))
    return lines


def _omission(token: Token) -> float:
    if token.role == "initial":
        return INITIAL_MISSING
    return SYLLABLE_MISSING if token.variety == "asian" else WORD_MISSING


WORD_MISSING = -1.5  # of four or five words two or three are mostly given
SYLLABLE_MISSING = -3.0  # Kim Chol Song is hardly ever Kim Chol
INITIAL_MISSING = -0.5
