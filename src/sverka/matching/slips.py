"""One slip of the pen in an otherwise agreeing name.

`compare` holds that two words one letter apart are two names when the rest allows it; a word that
is no name at all is rather a slip: Светална, Борияович. Such a difference counts as nearly agreeing.
What both sides write as real names (Буткин, Уткин) stays a difference.
"""

from __future__ import annotations

from functools import lru_cache

from ..model import Evidence
from ..names import ParsedName, Token
from .commonness import token_bits
from .edits import distance
from .evidence import LEAST_AGREEMENT
from .keys import keys_of_token
from .slip_odds import own_names, token_of, written
from .sums import total

SLIP_COST = 8.0  # bits: about one name in 50 is mistyped, in one of some ten places
SLIP_LEAST = 0.5
STRANGE = 4  # consonants only one of two words has, from which no slip joins them
_ROLES = ("surname", "given", "patronymic", "name")


def forgiven(left: ParsedName, right: ParsedName, lines: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The lines with a single difference that is only a slip turned into `*.slip`; else as they were."""
    apart = [line for line in lines if line.kind.endswith(".differs")] or _unpaired(lines)
    spoilt = apart or any(line.kind.endswith(".near") and line.bits == LEAST_AGREEMENT for line in lines)
    if spoilt and _parted_otherwise(left, right) and _blank_moved(left, right):
        return (Evidence("name.slip", "", "", _whole_bits(right) - SLIP_COST),)
    if len(apart) == 1:
        line, role = apart[0], apart[0].kind.partition(".")[0]
        mine, theirs = token_of(left, line.left), token_of(right, line.right)
        alone = all(sum(token.role == role for token in name.tokens) < 2 for name in (left, right))
        if role in _ROLES and alone and mine and theirs and _is_slip(mine, theirs):
            bits = min(token_bits(mine, mine.role), token_bits(theirs, theirs.role)) - SLIP_COST
            slip = Evidence(f"{role}.slip", line.left, line.right, max(SLIP_LEAST, bits))
            return (*(old for old in lines if not _replaced(old, line)), slip)
    if apart and _blank_moved(left, right):
        return (Evidence("name.slip", "", "", _whole_bits(right) - SLIP_COST),)
    return lines


def _unpaired(lines: tuple[Evidence, ...]) -> list[Evidence]:
    """One part that only the left states and one that only the right states, as a difference."""
    missing = [line for line in lines if line.kind.endswith(".missing")]
    mine, theirs = [line for line in missing if line.left], [line for line in missing if line.right]
    if len(mine) != 1 or len(theirs) != 1:
        return []
    return [Evidence(theirs[0].kind.replace("missing", "differs"), mine[0].left, theirs[0].right, 0.0)]


def _replaced(old: Evidence, line: Evidence) -> bool:
    """Whether a slip makes a line void: the difference itself, and the doubt about a relative."""
    if old.kind == "name.doubt":
        return True
    return old.kind.endswith((".missing", ".differs")) and old.left in ("", line.left) and (
        old.right in ("", line.right))


@lru_cache(maxsize=1 << 12)
def _is_slip(left: Token, right: Token) -> bool:
    if (left.letters ^ right.letters).bit_count() > STRANGE:
        return False
    near = any(distance(a, b) == 1 for a in keys_of_token(left) for b in keys_of_token(right)) or any(
        distance(a, b) == 1 for a, b in written(left, right))
    return near and not own_names(left, right)


def _parted_otherwise(left: ParsedName, right: ParsedName) -> bool:
    """Whether two words or more of one name are not in the other: a slip inside a word spoils one."""
    one, other = ({token.norm for token in name.tokens} for name in (left, right))
    return max(len(one - other), len(other - one)) > 1


def _blank_moved(left: ParsedName, right: ParsedName) -> bool:
    """Whether two names are one edit apart when their blanks are left out."""
    one, other = ("".join(token.phon for token in name.tokens) for name in (left, right))
    short, long = sorted((len(one), len(other)))
    return len(left.tokens) > 1 and short >= 10 and long - short <= 1 and distance(one, other) <= 1


def _whole_bits(name: ParsedName) -> float:
    return total([token_bits(token, token.role) for token in name.tokens if token.role in _ROLES])
