"""Which token of one name stands for which of the other: the pairing with the most evidence.

Exact for up to `EXACT` tokens a side (dynamic programming over subsets), greedy above. The common
case needs neither: when each token's best partner is a different one and no other is as good, that is the
answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

EXACT = 6


def assign(scores: Sequence[Sequence[float]], columns: int, turned: Callable[[], bool]) -> list[int]:
    """For each row the column paired with it, or -1; maximises the sum of scores above 0.

    Args:
        scores: one row a left token, one value a right token; not above 0 where they do not agree.
        turned: whether to pair the right side with the left instead, asked only if several pairings may
            be as good: the answer must not hang on which name is on which side.
    Work: rows x columns x 2**columns for small sides, rows x columns squared otherwise.
    """
    best = [_best(row) for row in scores]
    taken = [b for b in best if b >= 0]
    if len(set(taken)) == len(taken) and _TIE not in best:
        return best
    if not turned():
        return _assign(scores, columns)
    chosen = _assign([[row[k] for row in scores] for k in range(columns)], len(scores))
    back = {i: k for k, i in enumerate(chosen)}
    return [back.get(i, -1) for i in range(len(scores))]


def _assign(scores: Sequence[Sequence[float]], columns: int) -> list[int]:
    if len(scores) <= EXACT and columns <= EXACT:
        return _exact(scores, columns)
    return _greedy(scores, columns)


_TIE = -2


def _best(row: Sequence[float]) -> int:
    """The column with the most, -1 if none has any, `_TIE` if several have."""
    at = -1
    most = 0.0
    for k, value in enumerate(row):
        if value > most:
            at, most = k, value
        elif value == most and at >= 0:
            at = _TIE
    return at


def _exact(scores: Sequence[Sequence[float]], columns: int) -> list[int]:
    # used columns -> (sum, pairing so far); the smallest pairing wins a tie.
    states: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row in scores:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for used, (total, chosen) in states.items():
            options = [(used, total, (*chosen, -1))]
            options += [(used | 1 << k, total + row[k], (*chosen, k))
                        for k in range(columns) if not used >> k & 1 and row[k] > 0]
            for mask, value, picks in options:
                if mask not in following or value > following[mask][0]:
                    following[mask] = (value, picks)
        states = following
    return list(max(states.values(), key=lambda state: state[0])[1])


def _greedy(scores: Sequence[Sequence[float]], columns: int) -> list[int]:
    order = sorted(((row[k], -i, -k) for i, row in enumerate(scores) for k in range(columns) if row[k] > 0),
                   reverse=True)
    chosen = [-1] * len(scores)
    used: set[int] = set()
    for _, i, k in order:
        if chosen[-i] < 0 and -k not in used:
            chosen[-i] = -k
            used.add(-k)
    return chosen
