"""From a subject to the few rows worth comparing, with bounded work.

Each word of the query has near keys in the dictionary (same skeleton, or one edit apart). Rows
are read from the rarest word's postings first; a common key is read through pairs with the other
words' keys, never whole. A row scores for each word the rarity of the key it shares, less what the edits
cost: once a word, for a romanised name has several keys a word. Reading stops when the budget is
spent, or when the rows found already explain nearly all of the query.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from .edits import distance
from .index import PAIR_FROM, Space, shortened

BUDGET = 3_000  # rows scored for one name, whatever the size of the index
WHOLE = 400  # a key with more rows than this is read through pairs
MOST_READ = 12_000  # rows read for one word, the same ones again included
NARROW_FROM = 12  # rows from which those that no other word of the query meets are left out first
CHEAPER = 10  # times: a posting read against the keys of a row
FEW = 500  # rows of a common word that meets no other word of the query
SPARE = 24  # rows looked at again for contradictions, beyond those asked for
CONTRADICTION = 8.0  # bits for a key of the query and one of the row that answer to nothing
QUERY_WORDS = 8  # a query of more is cut: nobody's name needs them
KEY_LETTERS = 40  # a longer word is cut, as `names.phonemic` cuts it
ENOUGH = 0.8  # of the best score possible: reading stops
RARITY_CAP = 14.0  # bits a single shared key can bring
# Bits 0, 1 or 2 edits cost; one is about log2 of how many keys lie one edit away.
COSTS = (0.0, 5.0, 9.0)
LEAST = 0.5  # bits of a near key in a small index, where no key is rare
NEAR_CACHE = 20_000  # keys whose neighbours are remembered, so that bulk reads them once
Word = tuple[str, ...]  # the keys of one word of a name
INITIAL_BITS = 2.0
HALF = 3  # letters a part of a fused name has at least


class Near(NamedTuple):
    """The keys of the dictionary near one word of a query.

    Attributes:
        gains: the keys, nearest first, and the bits each brings. load: rows that have any of them.
        top: the most one of the nearest brings. common: those of the keys that have pairs.
        initials: whether the word is the first letters of an organisation's other words.
    """

    gains: dict[int, float]
    common: list[int]
    load: int
    top: float
    initials: bool


class Plan:
    """The near keys of each word of a query, and what each brings."""

    __slots__ = ("best", "gain", "groups", "initials", "strange")

    def __init__(self, space: Space, words: list[Word]) -> None:
        self.groups: list[Near] = []
        self.gain: dict[int, tuple[int, float]] = {}  # of a key: the group that brings it, and bits
        self.strange = 0  # words of the query that no row has, even nearly
        self.best = 0.0
        self.initials = [keys[0] for keys in words if len(keys) == 1 == len(keys[0])]
        for keys in dict.fromkeys([tuple([key for key in keys if len(key) > 1]) for keys in words]):
            if keys:
                self._add(near(space, keys))

    def _add(self, found: Near) -> None:
        if not found.gains:
            self.best += RARITY_CAP / 2
            self.strange += 1
            return
        self.best += found.top
        word = len(self.groups)
        known = self.gain
        for number, bits in found.gains.items():
            if number not in known or bits > known[number][1]:
                known[number] = word, bits
        self.groups.append(found)


def near(space: Space, keys: Word) -> Near:
    """The keys of the dictionary near a word's; remembered, for given names come again and again."""
    known = space.near_keys.get(keys)
    if known is None:
        if len(space.near_keys) >= NEAR_CACHE:
            space.near_keys.clear()
        known = space.near_keys[keys] = _near(space, keys)
    return known


def _near(space: Space, keys: Word) -> Near:
    edits_of: dict[int, int] = {}
    for key in keys:
        for number, edits in neighbours(space, key[:KEY_LETTERS]):
            edits_of[number] = min(edits, edits_of.get(number, edits))
    gains, load, top = dict[int, float](), 0, 0.0
    common: list[int] = []
    at, whole = space.postat, space.rows + 1
    nearest = sorted([(edits, number) for number, edits in edits_of.items()])
    for edits, number in nearest:
        bearers = at[number + 1] - at[number]
        rarity = min(RARITY_CAP, math.log2(whole / bearers) + 1)
        gains[number] = max(LEAST, rarity - COSTS[edits])
        load += bearers
        if bearers >= PAIR_FROM:
            common.append(number)
        if edits == nearest[0][0]:
            top = max(top, gains[number])
    return Near(gains, common, load, top, _are_initials(keys[0]))


def _are_initials(key: str) -> bool:
    return key.startswith("=")


def neighbours(space: Space, key: str) -> list[tuple[int, int]]:
    """Keys of the dictionary and their distance from `key` (0, 1 or 2 edits), nearest first."""
    met: set[int] = set()
    for text in shortened(key):
        met.update(space.meeting(text))
    most = 0 if _are_initials(key) else 2 if len(key) > 5 else 1
    found = []
    for number in met:
        edits = distance(key, space.key(number))
        if edits <= most:
            found.append((edits, number))
    found.sort()
    return [(number, edits) for edits, number in found]


def halves(space: Space, key: str) -> list[Word]:
    """Parts of a key that two names were fused into, where the dictionary knows both; asked last."""
    found: list[Word] = []
    for cut in range(HALF, len(key) - HALF + 1):
        left, right = key[:cut], key[cut:]
        if near(space, (left,)).gains and near(space, (right,)).gains:
            found += [(left,), (right,)]
    return list(dict.fromkeys(found))[:QUERY_WORDS]


def candidates(space: Space, words: list[Word], limit: int, below: float) -> list[tuple[float, int]]:
    """Rows that may bear the name, `(score, row)`, best first, at most `limit`, none `below` the best.

    Args: words: the keys of each word of the name.

    Work is bounded (`BUDGET`, `MOST_READ`), however common the name and however large the index. Equal
    scores keep the order of the index.
    """
    words = words[:QUERY_WORDS]
    plan = Plan(space, words)
    if not plan.groups:
        keys = [key[:KEY_LETTERS] for word in words for key in word]
        plan = Plan(space, [part for key in keys for part in halves(space, key)])
    # First letters hold for one order of the words only: they never end the search.
    order = sorted(plan.groups, key=lambda group: (group.initials, group.load))
    seen: dict[int, None] = {}
    scores: list[float] = []  # of the rows seen, in their order
    for group in order:
        rows = _rows(space, group, [other for other in order if other is not group])
        fresh = list(dict.fromkeys([row for row in rows if row not in seen] if seen else rows))
        del fresh[BUDGET - len(seen):]
        scores += score(space, plan, fresh)
        seen.update(dict.fromkeys(fresh))
        if len(seen) >= BUDGET or (scores and max(scores) >= ENOUGH * plan.best):
            break
    if not seen:
        return []
    top = max(scores)
    least = _contradicted(space, plan, list(seen)[scores.index(top)], top) - below
    # Negative, so that the least pair is the best and the first of equals.
    hopeful = [(-value, row) for value, row in zip(scores, seen, strict=True) if value >= least]
    return _refined(space, plan, sorted(hopeful)[:limit + SPARE], below)[:limit]


def _rows(space: Space, group: Near, others: list[Near]) -> list[int]:
    """Rows of one group of near keys, nearest first: whole if they are few, else where they meet others.

    May hold a row twice, and more than `BUDGET` of them.
    """
    rows: list[int] = []
    at, posting = space.postat, space.post
    for key in group.gains:
        start, end = at[key], at[key + 1]
        if end - start <= WHOLE or not others:
            rows += posting[start:min(end, start + BUDGET)].tolist()
        else:
            for other in others:
                for second in other.common:
                    rows += space.pair_posting(key, second, BUDGET)
        if len(rows) > MOST_READ:
            break
    if others and len(rows) >= NARROW_FROM:
        rows = _narrowed(space, rows, others) or rows
    return rows or space.posting(next(iter(group.gains)), FEW)


def _narrowed(space: Space, rows: list[int], others: list[Near]) -> list[int]:
    """The rows that some other group has too: nothing else can be near the best."""
    if sum([other.load for other in others]) < CHEAPER * len(rows):
        wanted, kept = set(rows), set[int]()
        for other in others:
            for key in other.gains:
                kept.update(wanted.intersection(space.post[space.postat[key]:space.postat[key + 1]]))
        return [row for row in rows if row in kept]
    met = {key for other in others for key in other.gains}
    at, keys = space.fwdat, space.fwd
    return [row for row in rows if not met.isdisjoint(keys[at[row]:at[row + 1]])]


def _refined(space: Space, plan: Plan, hopeful: list[tuple[float, int]],
             below: float) -> list[tuple[float, int]]:
    """The rows with contradictions counted: keys left over on both sides.

    A contradiction only takes off, so what lies too far below the best before need not be looked at.
    """
    refined = sorted([(-_contradicted(space, plan, row, -minus), row) for minus, row in hopeful])
    most = below + refined[0][0]
    return [(-minus, row) for minus, row in refined if minus <= most]


def _contradicted(space: Space, plan: Plan, row: int, value: float) -> float:
    """The score of a row less what its own keys and the query's say against each other."""
    if not space.contradicts:
        return value
    keys = space.fwd[space.fwdat[row]:space.fwdat[row + 1]].tolist()
    alone = 0
    for key in keys:
        alone += key not in plan.gain
    if not alone:
        return value
    unmet = plan.strange
    for group in plan.groups:
        unmet += group.gains.keys().isdisjoint(keys)
    return value - CONTRADICTION * min(alone, unmet)


def score(space: Space, plan: Plan, rows: list[int]) -> list[float]:
    """What the shared keys of each row bring, in bits; nearer is higher."""
    gain, at, every, alone = plan.gain, space.fwdat, space.fwd, space.unmatched
    scores = []
    for row in rows:
        keys = every[at[row]:at[row + 1]].tolist()
        met = [gain[key] for key in keys if key in gain]
        value = alone * (len(met) - len(keys))
        # Of the keys of one word of the query the best counts: the last of them in order.
        for bits in dict(sorted(met)).values() if len(met) > 1 else [bits for _, bits in met]:
            value += bits
        scores.append(value)
    if plan.initials:
        scores = [value + _initials(space, plan, row) for value, row in zip(scores, rows, strict=True)]
    return scores


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
