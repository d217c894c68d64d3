"""Sums and products of doubles, from left to right.

`sum` compensates for rounding from CPython 3.12 on, and a compiler may not: the last bit of an answer would
hang on where it was computed. These give one result under every Python and in the compiled kernel.
"""

from __future__ import annotations

from collections.abc import Iterable


def total(values: Iterable[float]) -> float:
    """0.0 + a + b + ..."""
    result = 0.0
    for value in values:
        result += value
    return result


def product(values: Iterable[float]) -> float:
    """1.0 * a * b * ..."""
    result = 1.0
    for value in values:
        result *= value
    return result
