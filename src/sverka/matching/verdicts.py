"""From evidence on two persons' names to what a person is told: strong, possible or unlikely.

A name that agrees in every part both sides state is never `unlikely`, however many people bear
it: a false all-clear costs years. All else must earn its alarm, for an alarm costs nights: what
merely shares a given name, or is one letter away in a common name, stays `unlikely`.
"""

from __future__ import annotations

from ..model import Comparison, Evidence, Verdict
from ..names import ParsedName

NEAR_BITS = 9.0  # what is left of a name with a part only nearly agreeing
SLIP_BITS = 7.0  # the same where the part is no name, so a slip of the pen
PARTIAL_BITS = 13.0  # one agreeing part, the others stated by one side only
NO_SURNAME_BITS = 16.0  # given name and patronymic alone
AGREE = frozenset(("same", "form", "case", "spelling", "equivalent", "short", "initial"))
_STATED = ("surname", "given", "patronymic", "name")


def verdict_of(left: ParsedName, right: ParsedName, result: Comparison) -> Verdict:
    """The verdict on two parsed names and their comparison; never above `result.verdict`."""
    if result.verdict == "unlikely" or _any_crosses(left, right, result.lines):
        return "unlikely"
    agree, missing, hows = set[str](), set[str](), set[str]()
    for line in result.lines:
        role, _, how = line.kind.partition(".")
        hows.add(how)
        # An initial instead of a surname (Anton S.) names nobody.
        if how == "missing" or (how == "initial" and role == "surname"):
            missing.add(role)
        elif how in AGREE:
            agree.add(role)
    needed = _needed(agree, missing, _single(left))
    if "slip" in hows:
        needed = max(needed, SLIP_BITS)
    if "near" in hows:
        needed = max(needed, NEAR_BITS)
    if "missing" in hows and _contradicts(result.lines):
        needed = NO_SURNAME_BITS
    if needed:
        return "possible" if result.bits >= needed else "unlikely"
    return result.verdict


def _needed(agree: set[str], missing: set[str], single: bool) -> float:
    """Bits without which parts that only one side states make a name `unlikely`; 0 if none are needed."""
    if "surname" in missing and not agree & {"name", "surname"}:
        return NO_SURNAME_BITS
    if "given" in missing and not agree & {"given", "initial", "name", "patronymic"} and not single:
        return PARTIAL_BITS
    return 0.0


def _single(name: ParsedName) -> bool:
    """Whether the subject gave one word only, and so means everybody with that word."""
    return sum(token.role != "particle" for token in name.tokens) == 1


def _contradicts(lines: tuple[Evidence, ...]) -> bool:
    """Whether each side states a part that the other lacks: they do not add up to one name."""
    parts = [line for line in lines if line.kind.endswith(".missing") and line.kind.split(".")[0] in _STATED]
    return any(line.left for line in parts) and any(line.right for line in parts)


def _any_crosses(left: ParsedName, right: ParsedName, lines: tuple[Evidence, ...]) -> bool:
    fathers = [{token.text for token in name.tokens if token.role == "patronymic"} for name in (left, right)]
    return any(_crosses(left, right, line) for line in lines
               if (line.left in fathers[0]) != (line.right in fathers[1]) and _agrees(line))


def _agrees(line: Evidence) -> bool:
    how = line.kind.partition(".")[2]
    return how in AGREE and how != "initial"


def _crosses(left: ParsedName, right: ParsedName, line: Evidence) -> bool:
    """Whether a patronymic was taken for a given name or a surname: Петрович is not Пётр.

    The same word in two places is no crossing: Михаил Гуревич may be short of a patronymic.
    """
    tokens = [[token for token in name.tokens if token.text == text]
              for name, text in ((left, line.left), (right, line.right))]
    roles = [{token.role for token in side} for side in tokens]
    same = any(a.phon == b.phon or a.phon in b.others or b.phon in a.others for a in tokens[0]
        for b in tokens[1])
    return all(roles) and not same and (roles[0] == {"patronymic"}) != (roles[1] == {"patronymic"})
