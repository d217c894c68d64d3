"""What it costs, in bits, to take one phonemic word for another spelling of the same.

A cost is minus log2 of how much rarer the change is than no change, learned by EM from pairs of
spellings (tools/train_costs.py writes `weights.py`). Five tables: both words Cyrillic, both Latin, one
of each, one of them in a Belarusian
or a Ukrainian spelling; each symmetric. Cost of a letter against itself is 0.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from .weights import LETTERS, TABLES

Pairing = Literal["cross", "cyrillic", "latin", "belarusian", "ukrainian", "arabic", "world"]
UNKNOWN = 12.0  # a symbol the training never saw
INFINITE = 1e9
MAX_COST = 40.0
SWAP = 8.0  # two neighbours in the wrong order, a common slip of the hand


@cache
def _rows(pairing: Pairing) -> dict[str, dict[str, float]]:
    """letter -> letter -> bits; the empty string stands for a gap."""
    flat = TABLES[pairing].split()
    letters = ["", *LETTERS]
    size = len(letters)
    return {a: {b: int(flat[i * size + k]) / 10 for k, b in enumerate(letters)} for i, a in enumerate(
        letters)}


@lru_cache(maxsize=1 << 15)
def distance(left: str, right: str, pairing: Pairing, limit: float = MAX_COST) -> float:
    """Cheapest way from one phonemic word to the other, in bits, `limit` at most.

    Work: length of one times length of the other, both at most 40.
    """
    if left == right:
        return 0.0
    if left > right:
        left, right = right, left  # so that the sums, and the answer, are the same both ways
    start, end = _common(left, right)
    cost = _align(left[start : len(left) - end], right[start : len(right) - end], _rows(pairing), limit)
    return min(cost, limit)


def _common(left: str, right: str) -> tuple[int, int]:
    shorter = min(len(left), len(right))
    start = 0
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return start, end


def _align(left: str, right: str, rows: dict[str, dict[str, float]], limit: float) -> float:
    empty: dict[str, float] = {}
    gaps = rows[""]
    gap_right = [gaps.get(b, UNKNOWN) for b in right]
    previous = [0.0]
    for gap in gap_right:
        previous.append(previous[-1] + gap)
    before, last = previous, ""
    for a in left:
        row = rows.get(a, empty)
        gap_left = gaps.get(a, UNKNOWN)
        diagonal = previous[0]
        best = current = diagonal + gap_left
        line = [current]
        seen = ""
        for k, b in enumerate(right):
            above = previous[k + 1]
            change = diagonal if a == b else diagonal + row.get(b, UNKNOWN)
            if b == last and a == seen and before[k - 1] + SWAP < change:
                change = before[k - 1] + SWAP
            diagonal, seen = above, b
            current += gap_right[k]
            current = min(current, above + gap_left)
            current = min(current, change)
            best = min(best, current)
            line.append(current)
        if best > limit:
            return best
        before, previous, last = previous, line, a
    return previous[-1]


@lru_cache(maxsize=1 << 13)
def plain_edits(left: str, right: str) -> int:
    """Letters to change, add or drop to make one word of the other."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        diagonal, row[0] = row[0], i
        for k, b in enumerate(right, 1):
            diagonal, row[k] = row[k], min(row[k] + 1, row[k - 1] + 1, diagonal + (a != b))
    return row[-1]
