"""Two persons' names with what the population says of them together.

`compare` weighs each part alone. But given name and patronymic come from one culture and are of
one sex, so two agreeing parts say less than their sum: Магомед Магомедович is not as rare as the
two shares multiplied. The line `name.together` takes the difference off.
"""

from __future__ import annotations

import math

from ..model import Comparison, Evidence
from ..names import ParsedName, Token
from .compare import compare_parsed
from .frequency import Commonness, commonness, share_together
from .keys import population_key
from .verdicts import AGREE, verdict_of

SMALL = 0.05  # bits not worth a line
_ROLES = ("surname", "given", "patronymic")


def compare_persons(left: ParsedName, right: ParsedName) -> Comparison:
    """The evidence of `compare_parsed`, its parts taken together, with a verdict that earns its alarm."""
    result = compare_parsed(left, right)
    lines = result.lines
    less = together(left, lines)
    if less < -SMALL:
        lines = (*lines, Evidence("name.together", "", "", less))
    return Comparison(result.bits + (less if less < -SMALL else 0.0), lines, verdict_of(left, right, result))


def together(name: ParsedName, lines: tuple[Evidence, ...]) -> float:
    """Bits (0 or less) by which the agreeing parts are more common together than apart."""
    parts: dict[str, Commonness] = {}
    for line in lines:
        role, _, how = line.kind.partition(".")
        if role in _ROLES and how in AGREE and how != "initial":
            token = _token(name, line.left)
            key = population_key(token, role) if token else None
            if key:
                parts[role] = commonness(*key)
    if len(parts) < 2:
        return 0.0
    found = list(parts.values())
    return min(0.0, sum(math.log2(part.share) for part in found) - math.log2(share_together(found)))


def _token(name: ParsedName, text: str) -> Token | None:
    names = (name, *name.alternatives)
    return next((token for one in names for token in one.tokens if token.text == text), None)
