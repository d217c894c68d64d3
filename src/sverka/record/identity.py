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
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

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


def join(known: Sequence[Mark], rows: Sequence[Mark]) -> list[int | None]:
    """For each row, the position of its listing in `known`, or None for a new listing."""
    pairing = _Pairing(known, rows)
    pairing.round(lambda m: [(m.number, k, m.listed_on) for k in m.keys] if m.number else [])
    pairing.round(lambda m: [(k, m.listed_on) for k in m.keys] if m.listed_on else [])
    pairing.round(lambda m: [(m.number, m.listed_on)] if m.number and m.listed_on else [])
    pairing.round(lambda m: [(m.number, k) for k in m.keys] if m.number else [])
    pairing.round(lambda m: [(k, m.birth_year) for k in m.keys] if m.birth_year else [], _one_inclusion)
    pairing.round(lambda m: list(m.keys), _one_inclusion)
    pairing.round(lambda m: [m.number] if m.number else [], resemble)
    pairing.round_by_resemblance()
    return pairing.found


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

    def __init__(self, known: Sequence[Mark], rows: Sequence[Mark]) -> None:
        self.known, self.rows = known, rows
        self.found: list[int | None] = [None] * len(rows)
        self._free = set(range(len(known)))
        self._open = list(range(len(rows)))

    def round(
        self,
        keys: Callable[[Mark], Iterable[Hashable]],
        may: Callable[[Mark, Mark], bool] = lambda _a, _b: True,
    ) -> None:
        """Pair rows and listings that alone share a key; equals in number are paired in order."""
        if not self._open or not self._free:
            return
        old, new = defaultdict(list), defaultdict(list)
        for i in sorted(self._free):
            for key in keys(self.known[i]):
                old[key].append(i)
        for j in self._open:
            for key in keys(self.rows[j]):
                new[key].append(j)
        for key, rows in new.items():
            for i, j in _even(old.get(key, []), rows):
                if i in self._free and self.found[j] is None and may(self.known[i], self.rows[j]):
                    self._pair(i, j)
        self._open = [j for j in self._open if self.found[j] is None]

    def round_by_resemblance(self) -> None:
        """Rows and listings of one date whose names resemble only each other."""
        old = defaultdict(list)
        for i in sorted(self._free):
            old[self.known[i].listed_on].append(i)
        for day, rows in _by_day(self.rows, self._open).items():
            if len(old[day]) * len(rows) > _CROWD * _CROWD:
                continue
            likes = {j: [i for i in old[day] if _alike(self.known[i], self.rows[j])] for j in rows}
            for j, candidates in likes.items():
                if len(candidates) == 1 and sum(candidates[0] in c for c in likes.values()) == 1:
                    self._pair(candidates[0], j)

    def _pair(self, i: int, j: int) -> None:
        self.found[j] = i
        self._free.discard(i)


def _even(old: list[int], new: list[int]) -> Iterable[tuple[int, int]]:
    return zip(old, new, strict=True) if len(old) == len(new) else ()


def _by_day(rows: Sequence[Mark], positions: Iterable[int]) -> dict[date | None, list[int]]:
    days: dict[date | None, list[int]] = defaultdict(list)
    for j in positions:
        days[rows[j].listed_on].append(j)
    return days


def _alike(old: Mark, new: Mark) -> bool:
    if old.number and new.number:
        return False
    if old.birth_year and new.birth_year and old.birth_year != new.birth_year:
        return False
    # Without any date a shared word or two is too little to call two rows one.
    if old.listed_on is None:
        return _close(old, new, 0.9)
    return resemble(old, new)
