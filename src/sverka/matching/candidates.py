"""From a subject to the few rows worth comparing, with bounded work.

Each key of the query has near keys in the dictionary (same skeleton, or one edit apart). Rows
are read from the rarest key's postings first; a common key is read through pairs with the other
keys, never whole. A row scores the rarity of the keys it shares, less what the edits cost. Reading
stops when the budget is spent, or when the rows found already explain nearly all of the query.
"""

from __future__ import annotations

import math
from heapq import nlargest

from .edits import distance
from .index import Space, shortened

BUDGET = 3_000  # rows scored for one name, whatever the size of the index
WHOLE = 400  # a key with more rows than this is read through pairs
FEW = 500  # rows scored without asking whether another key of the query meets them
READ = 60_000  # postings read to find out
SPARE = 24  # rows looked at again for contradictions, beyond those asked for
CONTRADICTION = 8.0  # bits for a key of the query and one of the row that answer to nothing
QUERY_KEYS = 8  # a query of more tokens is cut: nobody's name needs them
KEY_LETTERS = 40  # a longer word is cut, as `names.phonemic` cuts it
ENOUGH = 0.8  # of the best score possible: reading stops
RARITY_CAP = 14.0  # bits a single shared key can bring
EDIT_COST = 5.0  # bits one edit costs, about log2 of how many keys lie one edit away
FAR_COST = 9.0  # two edits
LEAST = 0.5  # bits of a near key in a small index, where no key is rare
NEAR_CACHE = 20_000  # keys whose neighbours are remembered, so that bulk reads them once
INITIAL_BITS = 2.0
HALF = 3  # letters a part of a fused name has at least


class Plan:
    """The near keys of each key of a query, and what each brings."""

    __slots__ = ("best", "gain", "groups", "initials", "loads", "strange")

    def __init__(self, space: Space, keys: list[str]) -> None:
        self.groups: list[list[int]] = []
        self.loads: list[int] = []
        self.gain: dict[int, float] = {}
        self.strange = 0  # keys of the query that no row has, even nearly
        self.best = 0.0
        self.initials = [key for key in keys if len(key) == 1]
        for key in dict.fromkeys(keys):
            if len(key) > 1:
                self._add(space, key)

    def _add(self, space: Space, key: str) -> None:
        found, group, load, top = neighbours(space, key), [], 0, 0.0
        for number, edits in found:
            bearers = space.bearers(number)
            rarity = min(RARITY_CAP, math.log2((space.rows + 1) / bearers) + 1)
            gain = max(LEAST, rarity - (0.0, EDIT_COST, FAR_COST)[edits])
            top = max(top, gain)
            if gain > self.gain.get(number, 0.0):
                self.gain[number] = gain
            group.append(number)
            load += bearers
        self.best += top if found else RARITY_CAP / 2
        self.strange += not found
        if group:
            self.groups.append(group)
            self.loads.append(load)


    @staticmethod
    def known(group: list[int]) -> frozenset[int]:
        """A group as a set."""
        return frozenset(group)


def neighbours(space: Space, key: str) -> list[tuple[int, int]]:
    """Keys of the dictionary and their distance from `key` (0, 1 or 2 edits), nearest first."""
    known = space.neighbours.get(key)
    if known is not None:
        return known
    met: set[int] = set()
    for text in shortened(key):
        met.update(space.meeting(text))
    found = []
    for number in met:
        edits = distance(key, space.key(number))
        if edits <= (2 if len(key) > 5 else 1):
            found.append((number, edits))
    found.sort(key=lambda pair: (pair[1], pair[0]))
    if len(space.neighbours) >= NEAR_CACHE:
        space.neighbours.clear()
    space.neighbours[key] = found
    return found


def halves(space: Space, key: str) -> list[str]:
    """Parts of a key that two names were fused into, where the dictionary knows both; asked last."""
    found: list[str] = []
    for cut in range(HALF, len(key) - HALF + 1):
        left, right = key[:cut], key[cut:]
        if neighbours(space, left) and neighbours(space, right):
            found += [left, right]
    return list(dict.fromkeys(found))[:QUERY_KEYS]


def candidates(space: Space, keys: list[str], limit: int) -> list[tuple[float, int]]:
    """Rows that may bear the name, `(score, row)`, best first, at most `limit`.

    Work is bounded (`BUDGET`, `READ`), however common the name and however large the index. Equal
    scores keep the order of the index.
    """
    plan = Plan(space, [key[:KEY_LETTERS] for key in keys[:QUERY_KEYS]])
    if not plan.groups:
        plan = Plan(space, [part for key in keys[:QUERY_KEYS] for part in halves(space, key[:KEY_LETTERS])])
    order = sorted(range(len(plan.groups)), key=plan.loads.__getitem__)
    seen: set[int] = set()
    scored: list[tuple[float, int]] = []
    for position in order:
        fresh = dict.fromkeys(row for row in _rows(space, plan, position, order) if row not in seen)
        scored += score(space, plan, list(fresh)[:BUDGET - len(seen)])
        seen.update(fresh)
        if len(seen) >= BUDGET or (scored and max(scored)[0] >= ENOUGH * plan.best):
            break
    best = nlargest(limit + SPARE, scored, key=lambda pair: (pair[0], -pair[1]))
    return _refined(space, plan, best)[:limit]


def _rows(space: Space, plan: Plan, position: int, order: list[int]) -> list[int]:
    """Rows of one group of near keys: whole if they are few, else where they meet other groups."""
    others = [plan.groups[i] for i in order if i != position]
    rows: list[int] = []
    for key in plan.groups[position]:
        if space.bearers(key) <= WHOLE or not others:
            rows += space.posting(key, BUDGET)
        else:
            for other in others:
                for second in other:
                    rows += space.pair_posting(key, second, BUDGET)
    if len(rows) > FEW and others:
        return _narrowed(space, rows, others) or rows[:FEW]
    return rows or space.posting(plan.groups[position][0], FEW)


def _narrowed(space: Space, rows: list[int], others: list[list[int]]) -> list[int]:
    """The rows that some other group has too; reads at most `READ` postings."""
    wanted, kept, read = set(rows), set[int](), 0
    for other in others:
        for key in other:
            bearers = space.bearers(key)
            if read + bearers <= READ:
                read += bearers
                start = space.postat[key]
                kept.update(wanted.intersection(space.post[start:start + bearers]))
    return sorted(kept)


def _refined(space: Space, plan: Plan, scored: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """The same rows with contradictions counted: keys left over on both sides."""
    refined = []
    for total, row in scored:
        keys = space.fwd[space.fwdat[row]:space.fwdat[row + 1]].tolist()
        alone = sum(key not in plan.gain for key in keys) if space.contradicts else 0
        unmet = sum(1 for group in plan.groups if plan.known(group).isdisjoint(keys)) + plan.strange
        refined.append((total - CONTRADICTION * min(alone, unmet), row))
    refined.sort(key=lambda pair: (-pair[0], pair[1]))
    return refined


def score(space: Space, plan: Plan, rows: list[int]) -> list[tuple[float, int]]:
    """What the shared keys of each row bring, in bits; nearer is higher."""
    gain, at, keys = plan.gain.get, space.fwdat, space.fwd
    unmatched = -space.unmatched
    scored = []
    for row in rows:
        start, end = at[row], at[row + 1]
        total = 0.0
        for i in range(start, end):
            brought = gain(keys[i])
            total += brought if brought is not None else unmatched
        scored.append((total, row))
    if plan.initials:
        scored = [(total + _initials(space, plan, row), row) for total, row in scored]
    return scored


def _initials(space: Space, plan: Plan, row: int) -> float:
    """Bits for keys of the row that begin with an initial of the query."""
    left = list(plan.initials)
    for i in range(space.fwdat[row], space.fwdat[row + 1]):
        number = space.fwd[i]
        if number not in plan.gain:
            first = space.key(number)[:1]
            if first in left:
                left.remove(first)
    return INITIAL_BITS * (len(plan.initials) - 2 * len(left))
