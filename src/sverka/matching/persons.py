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
from .compare import compare_parsed
from .frequency import DOUBLE, Commonness, share_together
from .keys import commonness_of
from .slips import forgiven, token_of
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
    more = together(left, right, result.lines)
    if abs(more) < SMALL:
        return Comparison(result.bits, result.lines, verdict_of(left, right, result))
    line = Evidence("name.together" if more < 0 else "name.rare", "", "", more)
    return Comparison(result.bits + more, (*result.lines, line), verdict_of(left, right, result))


def together(left: ParsedName, right: ParsedName, lines: tuple[Evidence, ...]) -> float:
    """Bits by which the agreeing parts are rarer (or, below 0, more common) together than counted."""
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
    if not parts:
        return 0.0
    return min(MOST_RARE, -math.log2(share_together(list(parts.values())) * DOUBLE ** doubles) - counted)
