"""How far apart two keys are, when only 0, 1 and more matter."""

from __future__ import annotations


def distance(a: str, b: str) -> int:
    """0 for equal, 1 for one edit (letter more, less, other, two swapped), 2 or 3 for more.

    2 stands for two edits only among keys that share a shortening, which is where it is asked.
    """
    if a == b:
        return 0
    start, end_a, end_b = 0, len(a), len(b)
    while start < end_a and start < end_b and a[start] == b[start]:
        start += 1
    while end_a > start and end_b > start and a[end_a - 1] == b[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
    left, right = a[start:end_a], b[start:end_b]
    if len(left) <= 1 and len(right) <= 1:
        return 1
    if len(left) == 2 and left == right[::-1]:
        return 1
    return 2 if abs(len(a) - len(b)) <= 1 else 3
