"""Two persons' names with what the population says of them together.

`compare` weighs each part alone, and no part above a cap. But given name and patronymic come from
one culture and are of one sex, so two agreeing parts say less than their sum (Магомед Магомедович
is not as rare as the two shares multiplied), and a rare surname says more than the cap. One
line puts the sum right: `name.together` takes the difference off, `name.rare` adds it. With it
an agreeing name that n people are expected to bear has odds of about 1 : n.
"""

from __future__ import annotations

import math

from ..model import Comparison, Evidence
from ..names import ParsedName
from .commonness import token_bits
from .compare import KINDRED, compare_parsed
from .frequency import DOUBLE, Commonness, share_together
from .keys import commonness_of
from .slip_odds import aligned, nearly, own_names, slip_bits, token_of
from .slips import forgiven
from .sums import total
from .verdicts import AGREE, verdict_of

SMALL = 0.05  # bits not worth a line
MOST_RARE = 12.0  # bits the tables may add: beyond, a name is only known to be in none of them
_ROLES = ("surname", "given", "patronymic")


def compare_persons(left: ParsedName, right: ParsedName) -> Comparison:
    """The evidence of `compare_parsed`, its parts taken together, with a verdict that earns its alarm."""
    result = compare_parsed(left, right)
    lines = forgiven(left, right, result.lines)
    if lines is not result.lines:
        result = Comparison(total([line.bits for line in lines]), lines, "possible")
    verdict = verdict_of(left, right, result)
    lines = rated(left, right, result.lines)
    bits = total([line.bits for line in lines]) if lines is not result.lines else result.bits
    more = together(left, right, lines)
    if abs(more) < SMALL:
        return Comparison(bits, lines, verdict)
    line = Evidence("name.together" if more < 0 else "name.rare", "", "", more)
    return Comparison(bits + more, (*lines, line), verdict)


def rated(left: ParsedName, right: ParsedName, lines: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The lines with one that agrees but for a slip put on the scale of chances; else as they were.

    The doubt that the others are a relative's stays where both words are names; Светална is nobody's.
    """
    line = nearly(lines)
    if line is None:
        return lines
    if not line.left:  # a whole name, of which `slips` shows no words
        lines = aligned(left, right)
        line = nearly(lines)
        if line is None:
            return (_moved(left, right),)
    bits = slip_bits(left, right, line, list(agreeing(left, right, lines)[0].values()))
    new = [Evidence(line.kind, line.left, line.right, bits) if old is line else old for old in lines]
    sure = [old for old in new if old.kind != "name.doubt"]
    mine, theirs = token_of(left, line.left), token_of(right, line.right)
    if mine and theirs and not own_names(mine, theirs):
        return tuple(sure)
    excess = total([old.bits for old in lines if old.bits > 0 and old is not line]) - KINDRED
    if len(sure) == len(new) and excess > 0:
        new.append(Evidence("name.doubt", "", "", -excess))
    return tuple(new)


def _moved(left: ParsedName, right: ParsedName) -> Evidence:
    """A whole name with a blank moved: as rare as the commoner of the two as they are read."""
    share, bits = max(map(_whole, (left, right)), key=lambda found: found[0])
    mine, theirs = (" ".join(token.text for token in name.tokens) for name in (left, right))
    return Evidence("name.slip", mine, theirs, min(-math.log2(share), bits + MOST_RARE))


def _whole(name: ParsedName) -> tuple[float, float]:
    """Share of the people with every part of a name, and the bits of its parts."""
    parts = [part for part in map(commonness_of, name.tokens) if part]
    return share_together(parts), total([token_bits(token, token.role) for token in name.tokens])


def together(left: ParsedName, right: ParsedName, lines: tuple[Evidence, ...]) -> float:
    """Bits by which the agreeing parts are rarer (or, below 0, more common) together than counted."""
    parts, counted, doubles = agreeing(left, right, lines)
    if not parts:
        return 0.0
    return min(MOST_RARE, -math.log2(share_together(list(parts.values())) * DOUBLE ** doubles) - counted)


def agreeing(left: ParsedName, right: ParsedName, lines: tuple[Evidence, ...]
             ) -> tuple[dict[str, Commonness], float, int]:
    """The agreeing parts by role, the bits they were counted with, and how many surnames are double."""
    parts: dict[str, Commonness] = {}
    counted, doubles = 0.0, 0
    for line in lines:
        role, _, how = line.kind.partition(".")
        if role not in _ROLES or how not in AGREE or how == "initial":
            continue
        mine, theirs = token_of(left, line.left), token_of(right, line.right)
        if mine is None or theirs is None:
            continue
        part, other = commonness_of(mine, role), commonness_of(theirs, role)
        if part is None or (other is not None and other.share > part.share):
            part = other
        if part is not None:
            # Of a double surname the rarer half counts: the two go together.
            doubles += role in parts
            if role not in parts or part.share < parts[role].share:
                parts[role] = part
            counted += min(token_bits(mine, role), token_bits(theirs, role))
    return parts, counted, doubles
