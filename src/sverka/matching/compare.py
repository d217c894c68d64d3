"""Two names held against each other, one line of evidence a part."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from ..model import Comparison, Evidence, Verdict
from ..names import NormalName, ParsedName, Role, Token, parse
from ..names.scripts import WEAK
from .align import assign
from .commonness import is_surname
from .costs import Pairing, distance, plain_edits
from .edits import distance as edits
from .evidence import (
    DIFFERS,
    FIXED_ORDER,
    LEAST_AGREEMENT,
    MISSING,
    Pair,
    differs,
    pairing_of,
    parts,
    token_pair,
)
from .organisations import compare_organisations
from .placeless import is_placeless, join_words, leftover_words, without_places, word_pair
from .sums import total

_GIVES: tuple[Role, ...] = ("surname", "given", "patronymic", "name")
_WHOLLY = ("same", "form", "spelling", "equivalent", "short")
MOST_JOINS = 3  # pairs of words put together; more is no name
LEAST_JOINED = 4  # letters of a word that may have been parted
FUSED_COST = 1.5  # bits for a blank lost or gained
CROSSED = -6.0  # beside the two omissions
KINDRED = 10.0  # log2 of how many times likelier than chance such people are to be compared at all
DOUBT_FROM, DOUBT_WHOLLY = 2.0, 8.0  # bits of spelling cost: a romanisation, a slip
STRONG_BITS = 8.0  # agreement of given name and a common surname, less spelling
POSSIBLE_BITS = 2.0


def compare(left: str, right: str, *, kind: Literal["person", "organisation"] = "person") -> Comparison:
    """Hold two names against each other.

    Names alone: nothing is known of who bears them, so `bits` is evidence, not a probability; the
    chance that two people share the name is counted in `matching.namesakes`. Symmetric up to the
    sides of the lines.

    Raises: UsageError if a letter is a code point that is not known here.
    >>> compare("Щербаков Евгений", "Schtscherbakow, Jewgeni").verdict
    'strong'
    """
    if kind == "organisation":
        return compare_organisations(left, right)
    return compare_parsed(parse(left), parse(right))


def compare_parsed(left: ParsedName, right: ParsedName) -> Comparison:
    """The same for names already parsed; the best of their alternatives counts."""
    if not left.alternatives and not right.alternatives:
        return _compare_one(left, right)
    found = [_compare_one(a, b) for a in (left, *left.alternatives) for b in (right, *right.alternatives)]
    most = max(one.bits for one in found)
    return min((one for one in found if one.bits == most), key=_as_read)


def _as_read(one: Comparison) -> list[tuple[str, list[str]]]:
    """The evidence whichever side it is read from, to choose between two readings that say as much."""
    return [(line.kind, sorted((line.left, line.right))) for line in one.lines]


def _compare_one(left: ParsedName, right: ParsedName) -> Comparison:
    left, right = without_places(left, right)
    places = not is_placeless(left)
    lefts, rights = _join_fused(parts(left), parts(right)) if places else join_words(left, right)
    lefts.sort(key=FIXED_ORDER)
    rights.sort(key=FIXED_ORDER)
    pairs = _pairs(lefts, rights) if places else [[word_pair(a, b) for b in rights] for a in lefts]
    chosen = assign([[pair.bits for pair in row] for row in pairs], len(rights),
                    turned=lambda: [*map(FIXED_ORDER, lefts)] > [*map(FIXED_ORDER, rights)])
    lines: list[Evidence] = []
    spare_right = [k for k in range(len(rights)) if k not in chosen]
    spare_left: list[int] = []
    for i, k in enumerate(chosen):
        if k < 0:
            spare_left.append(i)
        else:
            lines.append(_line(pairs[i][k], lefts[i].text, rights[k].text))
    alone = [lefts[i] for i in spare_left], [rights[k] for k in spare_right]
    lines += _leftovers(*alone, lines) if places else leftover_words(*alone)
    if places:
        weak = left.script in WEAK or right.script in WEAK
        lines += _doubt(lines, [pairs[i][k] for i, k in enumerate(chosen) if k >= 0], weak)
    lines += _remarks(left, right)
    _in_fixed_order(lines)
    bits = round(total([line.bits for line in lines]), 3)
    return Comparison(bits, tuple(lines), _verdict(bits, lines))


def _in_fixed_order(lines: list[Evidence]) -> None:
    lines.sort(key=lambda line: _place(line.kind))
    if len({line.kind for line in lines}) < len(lines):
        lines.sort(key=lambda line: (_place(line.kind), -line.bits, sorted((line.left, line.right))))


@cache
def _place(kind: str) -> tuple[int, str]:
    return _ORDER.get(kind.partition(".")[0], 9), kind


_ORDER = {"surname": 0, "given": 1, "patronymic": 2, "name": 3, "initial": 4, "particle": 5}


_NOT_ASKED = Pair(0.0, "differs", "name")
_OWN_PLACES: tuple[Role, ...] = ("surname", "given", "patronymic")


def _pairs(lefts: list[Token], rights: list[Token]) -> list[list[Pair]]:
    """Every left token against every right one, but what already agrees in its own place only there.

    Most names agree place by place; asking a surname against a patronymic would cost thrice the time.
    """
    settled: dict[int, tuple[int, Pair]] = {}
    mine, theirs = [a.role for a in lefts], [b.role for b in rights]
    for role in _OWN_PLACES:
        if mine.count(role) == 1 == theirs.count(role):
            i, k = mine.index(role), theirs.index(role)
            pair = token_pair(lefts[i], rights[k])
            if pair.how in _WHOLLY and pair.bits > 0:
                settled[i] = k, pair
    if len(settled) == len(lefts) == len(rights):
        return [[settled[i][1] if k == settled[i][0] else _NOT_ASKED for k in range(len(rights))]
                for i in range(len(lefts))]
    taken = {k for k, _ in settled.values()}
    rows = []
    for i, a in enumerate(lefts):
        at, pair = settled.get(i, (-1, _NOT_ASKED))
        rows.append([pair if k == at else _NOT_ASKED if at >= 0 or k in taken else token_pair(a, b)
                     for k, b in enumerate(rights)])
    return rows


def _line(pair: Pair, left: str, right: str) -> Evidence:
    return Evidence(f"{pair.role}.{pair.how}", left, right, pair.bits)


def _leftovers(lefts: list[Token], rights: list[Token], known: list[Evidence]) -> list[Evidence]:
    """Contradictions where both names have the part, omissions where one has."""
    lines: list[Evidence] = []
    if not lefts and not rights:
        return lines
    for a, b in _misread(lefts, rights):
        role = next(role for role in _BY_WEIGHT if role in (a.role, b.role))
        slip = 1 in (edits(a.phon, b.phon), edits(a.norm, b.norm))
        lines.append(Evidence(f"{role}.near", a.text, b.text, LEAST_AGREEMENT) if slip
                     else Evidence(f"{role}.differs", a.text, b.text, DIFFERS[role]))
        lefts, rights = [t for t in lefts if t is not a], [t for t in rights if t is not b]
    for role in _GIVES:
        mine = [t for t in lefts if t.role == role]
        theirs = [t for t in rights if t.role == role]
        for a, b in zip(mine, theirs, strict=False):
            lines.append(Evidence(f"{role}.differs", a.text, b.text, differs(a, b, role)))
        more = len(mine) - len(theirs)
        alone = mine[len(theirs):] if more > 0 else theirs[len(mine):]
        for token in alone:
            sides = (token.text, "") if more > 0 else ("", token.text)
            lines.append(Evidence(f"{role}.missing", *sides, MISSING[role]))
    lines += _crossed(known + lines)
    initials = [t for t in lefts if t.role == "initial"], [t for t in rights if t.role == "initial"]
    for side, tokens in enumerate(initials):
        others = [t for t in (rights, lefts)[side] if t.role in ("given", "patronymic", "initial")]
        for token in tokens:
            bits = DIFFERS["initial"] if others else MISSING["initial"]
            how = "differs" if others else "missing"
            other = others[0].text if others else ""
            sides = (token.text, other) if side == 0 else (other, token.text)
            lines.append(Evidence(f"initial.{how}", *sides, bits))
    return lines


def _misread(lefts: list[Token], rights: list[Token]) -> list[tuple[Token, Token]]:
    """A word of each name that look alike, and stand in two places only because one of them is no name.

    Паввлосич is taken for a surname; that the other name's Павлович is left over is no omission.
    """
    found: list[tuple[Token, Token]] = []
    for a in lefts:
        for b in rights:
            if a.role == b.role or not {a.role, b.role} <= _WORDS or any(b is taken for _, taken in found):
                continue
            shorter = min(len(a.phon), len(b.phon))
            if shorter >= LEAST_JOINED and not (_known(a) and _known(b)) and plain_edits(
                    a.phon, b.phon) <= max(2, shorter // 3):
                found.append((a, b))
                break
    return found


_BY_WEIGHT: tuple[Role, ...] = ("patronymic", "given", "surname", "name")
_WORDS: frozenset[Role] = frozenset(_GIVES)


def _known(token: Token) -> bool:
    return is_surname(token.stem) if token.role == "surname" else bool(token.canon)


def _doubt(lines: list[Evidence], agreed: list[Pair], weak: bool) -> list[Evidence]:
    """What the agreeing parts weigh less because one part may be another.

    People who are alike in all parts but one are no chance meeting: they are relatives, or namesakes one
    met because the rest agreed. So beside a doubtful part the others count up to `KINDRED` bits only;
    the more doubtful it is, the more of the excess goes. A second doubtful part never helps: only the most
    doubtful one is left out of what counts as sure.

    Args: weak: one name is in a script without vowels, where words that differ tell little.
    """
    differs = any(line.kind.endswith(".differs") and (
        not weak if line.kind == "name.differs" else line.bits < DIFFERS["word"]) for line in lines)
    doubts = [min(1.0, max(0.0, (pair.cost - DOUBT_FROM) / (DOUBT_WHOLLY - DOUBT_FROM))) for pair in agreed]
    differs = differs or any(line.bits == LEAST_AGREEMENT and line.kind.endswith(".near") for line in lines)
    most = 1.0 if differs else max(doubts, default=0.0)
    if most <= 0.0:
        return []
    least = min((pair.bits for pair, doubt in zip(agreed, doubts, strict=True) if doubt == most), default=0.0)
    sure = total(sorted([pair.bits for pair in agreed if pair.bits > 0])) - (0.0 if differs else most * least)
    excess = sure - KINDRED
    return [Evidence("name.doubt", "", "", -most * excess)] if excess > 0 else []


def _crossed(lines: list[Evidence]) -> list[Evidence]:
    """What is left over on both sides, each for want of the other: one word was taken for what it is not.

    A surname here and a first name there may be a guess gone wrong. Two words that are both no first name
    are two surnames, and a word in -вич beside an unmatched patronymic is another patronymic.
    """
    if not any(line.kind.startswith("patronymic.") for line in lines):
        return []  # outside East Slavic names the places are guesses
    sides = [[line for line in lines if line.kind.endswith(".missing") and bool(line.left) == (side == 0)]
             for side in (0, 1)]
    alone = [[line for line in side if line.kind in _CROSSING] for side in sides]
    found = [Evidence(*_crossing(lines, a, b)) for a, b in zip(*alone, strict=False)]
    for mine, theirs in (sides, sides[::-1]):
        fathers = [line for line in mine if line.kind == "patronymic.missing"]
        others = [line for line in theirs if _FATHERLY.search((line.left or line.right).lower())]
        if fathers and others and fathers[0].kind != others[0].kind:
            both = fathers[0], others[0]
            left, right = (both if fathers[0].left else both[::-1])
            found.append(Evidence("patronymic.differs", left.left, right.right, DIFFERS["patronymic"]))
    return found


def _crossing(lines: list[Evidence], a: Evidence, b: Evidence) -> tuple[str, str, str, float]:
    surnames = "given.missing" not in (a.kind, b.kind) and any(
        line.kind.startswith("patronymic.") and line.bits > 0 for line in lines)
    return (("surname.differs", a.left, b.right, DIFFERS["surname"]) if surnames
            else ("name.differs", a.left, b.right, CROSSED))


_FATHERLY = re.compile("(?:вич|віч|вна|ўна|vich|vych|vič|vna)$")
_CROSSING = ("surname.missing", "given.missing", "name.missing")


def _remarks(left: ParsedName, right: ParsedName) -> list[Evidence]:
    """Lines that carry no weight and tell the reader what was repaired or is weak."""
    if not left.notes and not right.notes:
        return []
    notes = sorted({*left.notes, *right.notes})
    return [Evidence(note, "", "", 0.0) for note in notes if note in _REMARKS]


_REMARKS = frozenset(("keyboard.layout", "script.weak", "name.cut"))


def _join_fused(lefts: list[Token], rights: list[Token]) -> tuple[list[Token], list[Token]]:
    """Put neighbours together where the other name writes them as one word (Абд Аллах, Abdallah)."""
    return _join_side(lefts, rights), _join_side(rights, lefts)


def _join_side(tokens: list[Token], others: list[Token]) -> list[Token]:
    for _ in range(MOST_JOINS):
        joined = _join_once(tokens, others)
        if joined is tokens:
            break
        tokens = joined
    return tokens


def _join_once(tokens: list[Token], others: list[Token]) -> list[Token]:
    if len(tokens) < 2 or len(tokens) <= len(others) - 1:
        return tokens
    known = {t.phon for t in tokens}
    wanted = {t.phon: t for t in others if t.phon not in known and len(t.phon) >= LEAST_JOINED}
    if not wanted:
        return tokens
    for i in range(len(tokens) - 1):
        joint = tokens[i].phon + tokens[i + 1].phon
        for phon, other in wanted.items():
            if (joint == phon or _one_word(joint, phon, pairing_of(tokens[i], other))
                    or _same_bones(tokens[i], tokens[i + 1], other)):
                return [*tokens[:i], _fuse(tokens[i], tokens[i + 1], other), *tokens[i + 2:]]
    return tokens


def _same_bones(first: Token, second: Token, whole: Token) -> bool:
    # عبد الله is one word in Latin; vowels are written on one side only.
    if first.script == whole.script or not {first.script, whole.script} & WEAK:
        return False
    return len(whole.bones) > 2 and first.bones + second.bones == whole.bones


def _one_word(joint: str, phon: str, pairing: Pairing) -> bool:
    alike = joint[:1] == phon[:1] and joint[-2:] == phon[-2:] and abs(len(joint) - len(phon)) < 2
    return alike and distance(joint, phon, pairing) <= FUSED_COST


def _fuse(first: Token, second: Token, like: Token) -> Token:
    text = f"{first.text} {second.text}"
    if first.script in WEAK:  # which is compared by its own letters
        return replace(like, text=text, norm=NormalName(first.norm + second.norm), script=first.script)
    return replace(like, text=text, script=first.script)


def _verdict(bits: float, lines: list[Evidence]) -> Verdict:
    agreed, near, wholly = False, False, list[str]()
    for line in lines:
        role, _, how = line.kind.partition(".")
        if how == "differs" and role != "particle":
            return "unlikely"
        agreed = agreed or how not in ("differs", "missing", "doubt")
        near = near or how == "near"
        if how in _WHOLLY:
            wholly.append(role)
    if not agreed:
        return "unlikely"
    whole = ("surname" in wholly and "given" in wholly) or wholly.count("name") > 1
    if whole and bits >= STRONG_BITS and not near:
        return "strong"
    return "possible" if bits >= POSSIBLE_BITS else "unlikely"
