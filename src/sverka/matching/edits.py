"""How far apart two keys are, when only 0, 1 and more matter."""

from __future__ import annotations

from operator import ne


def distance(a: str, b: str) -> int:
    """0 for equal, 1 for one edit (letter more, less, other, two swapped), 2 or 3 for more.

    2 stands for two edits only among keys that share a shortening, which is where it is asked.
    """
    if a == b:
        return 0
    more = len(a) - len(b)
    if more == 0:
        other = sum(map(ne, a, b))
        return 1 if other == 1 or (other == 2 and _swapped(a, b)) else 2
    if more == 1:
        return 1 if _is_shortened(a, b) else 2
    if more == -1:
        return 1 if _is_shortened(b, a) else 2
    return 3


def _swapped(a: str, b: str) -> bool:
    at = _parting(a, b)
    return a[at] == b[at + 1] and a[at + 1] == b[at]


def _is_shortened(long: str, short: str) -> bool:
    at = _parting(short, long)
    return long[at + 1:] == short[at:]


def _parting(a: str, b: str) -> int:
    """Where two words part; the length of the first where it begins the second."""
    at = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        at += 1
    return at
