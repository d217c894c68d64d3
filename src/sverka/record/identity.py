"""Which row of a new state is which listing of the old ones.

A list never says "this is the same row as last week", so identity is found in rounds, the
surest first; a row paired in one round is out of the next, and a round pairs only what is
unambiguous on both sides:

1. number, name and listing date all agree;
2. name and listing date agree (no numbers in this form, or the list was renumbered);
3. number and listing date agree (renamed);
4. number and name agree (the date was moved);
5. name and birth year, then name alone, unless that would swallow a re-inclusion;
6. number alone, if the names still resemble each other (renamed *and* moved);
7. listing date alone, if the names resemble each other and no two numbers contradict it.

The hard case is the same name twice: a re-inclusion is a second listing under another date,
an old date moved is the same listing. They are told apart by the number where there is one,
else by the exclusion date: who was excluded before the new date was included anew.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from hashlib import blake2b

from ..model import Entry

# Latin letters typed for Cyrillic ones in official names ("Noize MС", Ukrainian i).
_LOOKALIKES = str.maketrans("abcehikmoptxyё", "авсенікмортхуе")
_TOKEN = re.compile(r"\w+")
# What cells say around names, which one form of a list writes and another does not.
_STRUCTURE = frozenset(
    _w.translate(_LOOKALIKES)
    for _w in (
        "псевдоним",
        "псевдонимы",
        "прежнее",
        "прежние",
        "наименование",
        "наименования",
        "ранее",
        "фио",
        "no",
        "n",
    )
)
RESEMBLES = 0.75  # share of equal characters; a surname changed in a full name gives about 0.75
NEW = -1  # no listing so far
_HELD = 20_000  # marks kept in memory together, about 1 KB each
_CROWD = 400  # more candidates of one date than this are not compared pair by pair


def tokens(text: str) -> list[str]:
    """Words and numbers of a text, case, ё and look-alike letters folded, in order.

    >>> tokens("Noize MС (псевдоним)") == tokens("NOIZE  MC")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LOOKALIKES)
    return [word for word in _TOKEN.findall(folded) if word not in _STRUCTURE]


def name_key(text: str) -> str:
    """A name reduced to what no retyping changes: its letters and digits, without blanks.

    Blanks are dropped because PDF cells break lines inside words.
    """
    return "".join(tokens(text))


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row or a listing is recognised by. `keys`: its name, then its whole name cell."""

    number: str
    keys: tuple[str, ...]
    listed_on: date | None
    removed_on: date | None
    birth_year: int | None
    words: frozenset[str]


def mark(entry: Entry) -> Mark:
    """The mark of one row; a material without a name is recognised by its digest."""
    texts = ([entry.names[0].text] if entry.names else []) + [entry.official_name]
    keys = tuple(dict.fromkeys(key for text in texts if (key := name_key(text))))
    words = frozenset(word for text in texts for word in tokens(text))
    return Mark(
        entry.number,
        keys or ((entry.digest,) if entry.digest else ()),
        entry.listed_on,
        entry.removed_on,
        entry.birth_year,
        words,
    )


def resemble(a: Mark, b: Mark) -> bool:
    """Whether two names may be one name edited: words in common, or most letters the same."""
    if not a.words or not b.words:
        return False
    shared = len(a.words & b.words)
    if shared and shared >= 0.6 * min(len(a.words), len(b.words)):
        return True
    return _close(a, b, RESEMBLES)


def _close(a: Mark, b: Mark, least: float) -> bool:
    return any(SequenceMatcher(None, x, y, autojunk=False).ratio() >= least for x in a.keys for y in b.keys)


class Marks:
    """The marks of so many rows or listings, by position; a large lot is read again when asked for."""

    def __init__(self, count: int, read: Callable[[Sequence[int]], Iterable[Mark]]) -> None:
        self.count, self._read = count, read
        self._held = list(read(range(count))) if count <= _HELD else None

    def at(self, positions: Sequence[int]) -> Iterable[Mark]:
        """The marks at these positions."""
        return self._read(positions) if self._held is None else map(self._held.__getitem__, positions)


def join(known: Marks, rows: Marks) -> Iterator[tuple[int, int]]:
    """For each row that has a listing in `known`: the positions of both, the row's first."""
    pairing = _Pairing(known, rows)
    pairing.round(lambda m: [(m.number, k, m.listed_on) for k in m.keys] if m.number else [])
    pairing.round(lambda m: [(k, m.listed_on) for k in m.keys] if m.listed_on else [])
    pairing.round(lambda m: [(m.number, m.listed_on)] if m.number and m.listed_on else [])
    pairing.round(lambda m: [(m.number, k) for k in m.keys] if m.number else [])
    pairing.round(lambda m: [(k, m.birth_year) for k in m.keys] if m.birth_year else [], _one_inclusion)
    pairing.round(lambda m: list(m.keys), _one_inclusion)
    pairing.round(lambda m: [m.number] if m.number else [], resemble)
    pairing.round_by_resemblance()
    return ((j, i) for j, i in enumerate(pairing.found) if i != NEW)


def _one_inclusion(old: Mark, new: Mark) -> bool:
    """Whether one name under two dates or numbers can be one listing, not a re-inclusion."""
    if old.birth_year and new.birth_year and old.birth_year != new.birth_year:
        return False
    if old.listed_on and new.listed_on and old.listed_on != new.listed_on:
        if old.number and new.number:
            return False
        return not (old.removed_on and new.listed_on >= old.removed_on)
    return True


class _Pairing:
    """The rounds' bookkeeping: what is still unpaired on both sides."""

    def __init__(self, known: Marks, rows: Marks) -> None:
        self.known, self.rows = known, rows
        self.found = array("q", [NEW]) * rows.count
        self._free: Sequence[int] = range(known.count)
        self._open: Sequence[int] = range(rows.count)
        self._taken = bytearray(known.count)

    def round(
        self,
        keys: Callable[[Mark], Iterable[Hashable]],
        may: Callable[[Mark, Mark], bool] | None = None,
    ) -> None:
        """Pair rows and listings that alone share a key; equals in number are paired in order."""
        if not self._open or not self._free:
            return
        for listings, rows in self._groups(keys):
            if len(listings) != len(rows):
                continue
            for i, j in zip(listings, rows, strict=True):
                if not self._taken[i] and self.found[j] == NEW and (may is None or self._may(may, i, j)):
                    self._pair(i, j)
        self._free = array("q", (i for i in self._free if not self._taken[i]))
        self._open = array("q", (j for j in self._open if self.found[j] == NEW))

    def _groups(self, keys: Callable[[Mark], Iterable[Hashable]]) -> Iterator[tuple[list[int], list[int]]]:
        """The listings and rows that share a key, in the order of the first such row.

        Of a key only a digest is held, and of a group mostly one position a side: a million of them
        are some 200 MB.
        """
        numbers: dict[bytes, int] = {}
        listings, rows = _Members(), _Members()
        for i, known in zip(self._free, self.known.at(self._free), strict=True):
            for key in keys(known):
                listings.add(numbers.setdefault(_digest(key), len(numbers)), i)
        for j, row in zip(self._open, self.rows.at(self._open), strict=True):
            for key in keys(row):
                number = numbers.get(_digest(key))
                if number is not None:
                    rows.add(number, j)
        return ((listings.of(number), rows.of(number)) for number in rows.groups)

    def _may(self, may: Callable[[Mark, Mark], bool], i: int, j: int) -> bool:
        (old,), (new,) = self.known.at([i]), self.rows.at([j])
        return may(old, new)

    def round_by_resemblance(self) -> None:
        """Rows and listings of one date whose names resemble only each other."""
        if not self._open or not self._free:
            return
        for listings, rows in self._groups(lambda m: [m.listed_on]):
            if len(listings) * len(rows) > _CROWD * _CROWD:
                continue
            marks = list(self.known.at(listings))
            likes = [
                [i for i, other in zip(listings, marks, strict=True) if _alike(other, row)]
                for row in self.rows.at(rows)
            ]
            for j, candidates in zip(rows, likes, strict=True):
                if len(candidates) == 1 and sum(candidates[0] in some for some in likes) == 1:
                    self._pair(candidates[0], j)

    def _pair(self, i: int, j: int) -> None:
        self.found[j] = i
        self._taken[i] = 1


class _Members:
    """The positions in each numbered group. `groups`: those with members, in the order of their first."""

    def __init__(self) -> None:
        self.groups = array("q")
        self._first = array("q")
        self._more: dict[int, list[int]] = {}

    def add(self, group: int, at: int) -> None:
        """Put a position into a group, once."""
        if group >= len(self._first):
            self._first.extend([NEW] * (group + 1 - len(self._first)))
        if self._first[group] == NEW:
            self._first[group] = at
            self.groups.append(group)
        elif self._first[group] != at:
            self._more.setdefault(group, []).append(at)

    def of(self, group: int) -> list[int]:
        """The members of a group, in the order they came."""
        return [self._first[group], *self._more.get(group, ())]


def _digest(key: Hashable) -> bytes:
    return blake2b(repr(key).encode(), digest_size=16).digest()


def _alike(old: Mark, new: Mark) -> bool:
    if old.number and new.number:
        return False
    if old.birth_year and new.birth_year and old.birth_year != new.birth_year:
        return False
    # Without any date a shared word or two is too little to call two rows one.
    if old.listed_on is None:
        return _close(old, new, 0.9)
    return resemble(old, new)
