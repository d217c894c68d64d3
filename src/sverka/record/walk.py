"""From one state of a list to the next: which row is which listing, and what that changes.

`Walk.step` takes in states in order of their dates. Listings are known by their position in
order of first sight; what is known of each lies behind `Threads`, in memory for a few states
or in the store for many, and is read only where a row says something new. A row that says the
same as in the state before costs one look-up.

A list that closes a gap and renumbers everybody has edited nobody: changed numbers are edits
only where they change the order.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Hashable, Iterator, Sequence
from typing import Protocol

from ..model import Change, Entry
from .identity import NEW, Mark, Marks, join, mark
from .threads import State, Thread, Version, begin, go_on, vanish

CHUNK = 500  # rows read and written together


class Rows(Protocol):
    """One state's rows. `contents`: equal for rows that say the same, place aside, else different."""

    @property
    def contents(self) -> Sequence[Hashable]:
        """What each row says, in order."""

    def entries(self, positions: Sequence[int]) -> Iterator[Entry]:
        """The rows at these positions."""


class Threads(Rows, Protocol):
    """All listings so far, by position in order of first sight.

    Attributes:
        last: the newest state; None before the first. The walk sets it.
        seen, gone: 1 for those in the newest state, and for those whose row a state no longer
            held. The walk sets them.
    """

    last: State | None
    seen: bytearray
    gone: bytearray

    def read(self, positions: Sequence[int]) -> Iterator[Thread]:
        """What is known of these."""

    def numbers(self, positions: Sequence[int]) -> Iterator[str]:
        """The newest number of each of these."""

    def add(self, content: Hashable, begun: tuple[Thread, Change, Version]) -> None:
        """Keep a new listing."""

    def keep(
        self, at: int, content: Hashable, thread: Thread, made: Sequence[Change], version: Version | None
    ) -> None:
        """Keep what a state said of a listing."""

    def lose(self, positions: Sequence[int]) -> None:
        """These are in the newest state and not in the next."""

    def flush(self) -> None:
        """A chunk is done."""


class Walk:
    """Between two states. `ever`: all fields that any state so far could state."""

    def __init__(self, threads: Threads, ever: frozenset[str] = frozenset()) -> None:
        self.threads, self.ever = threads, ever

    def step(self, state: State, rows: Rows) -> Iterator[Change]:
        """Take in the next state; yields what it changes, in the order of its rows, gone rows last."""
        self.ever |= state.states
        old = len(self.threads.contents)
        found = _find(self.threads, rows)
        busy = self._busy(state, rows, found)
        renumbered = "number" in state.states and _renumbered(self.threads, rows, found, busy)
        for chunk in chunks(busy):
            yield from self._take(state, rows, [(j, found[j]) for j in chunk], renumbered)
            self.threads.flush()
        if self.threads.last is not None:
            yield from self._miss(state, rows, found, old)
        self.threads.last = state

    def _busy(self, state: State, rows: Rows, found: Sequence[int]) -> Sequence[int]:
        """The rows that may say something new."""
        last = self.threads.last
        if last is None or (last.form, last.states) != (state.form, state.states):
            return range(len(found))
        seen, before, now = self.threads.seen, self.threads.contents, rows.contents
        return array(
            "q", (j for j, at in enumerate(found) if at == NEW or not seen[at] or before[at] != now[j])
        )

    def _take(
        self, state: State, rows: Rows, pairs: Sequence[tuple[int, int]], renumbered: bool
    ) -> Iterator[Change]:
        threads = self.threads
        known = threads.read([at for _, at in pairs if at != NEW])
        for (j, at), entry in zip(pairs, rows.entries([j for j, _ in pairs]), strict=True):
            content = rows.contents[j]
            if at == NEW:
                begun = begin(entry, state, threads.last)
                threads.add(content, begun)
                yield begun[1]
                continue
            thread = next(known)
            made, version = go_on(thread, entry, state, threads.last, renumbered=renumbered)
            threads.seen[at], threads.gone[at] = 1, 0
            threads.keep(at, content, thread, made, version)
            yield from made

    def _miss(self, state: State, rows: Rows, found: Sequence[int], old: int) -> Iterator[Change]:
        """Listings without a row.

        A form without numbers that holds no name twice folds re-inclusions into one row: it
        cannot say that the other one is gone.
        """
        threads, missing = self.threads, bytearray(b"\1") * old
        for at in found:
            if at != NEW:
                missing[at] = 0
        lost = [at for at in range(old) if missing[at] and threads.seen[at]]
        threads.lose(lost)
        for at in lost:
            threads.seen[at] = 0
        going = [at for at in range(old) if missing[at] and not threads.gone[at]]
        folded = _names_held(rows) if going and "number" not in state.states else frozenset()
        # Where the list has a column for exclusions, a row that vanishes was not excluded openly.
        announced = "removed_on" not in self.ever
        for chunk in chunks(going):
            for at, thread in zip(chunk, threads.read(chunk), strict=True):
                if not folded.isdisjoint(mark(thread.entry).keys):
                    continue
                change, version = vanish(thread, state, threads.last, announced=announced)
                threads.gone[at] = 1
                threads.keep(at, threads.contents[at], thread, [change], version)
                yield change
            threads.flush()


def chunks(positions: Sequence[int]) -> Iterator[Sequence[int]]:
    """The positions, some at a time."""
    return (positions[at : at + CHUNK] for at in range(0, len(positions), CHUNK))


def marks(rows: Rows, positions: Sequence[int]) -> Iterator[Mark]:
    """What rows or listings are recognised by."""
    return (mark(entry) for chunk in chunks(positions) for entry in rows.entries(chunk))


def _find(threads: Threads, rows: Rows) -> array[int]:
    """Where each row's listing is: rows that say the same as last time first, then by marks."""
    found = _same_words(threads.contents, rows.contents)
    taken = bytearray(len(threads.contents))
    for at in found:
        if at != NEW:
            taken[at] = 1
    rest = array("q", (j for j, at in enumerate(found) if at == NEW))
    free = array("q", (at for at, held in enumerate(taken) if not held))
    if rest and free:
        known = Marks(len(free), lambda some: marks(threads, [free[i] for i in some]))
        new = Marks(len(rest), lambda some: marks(rows, [rest[i] for i in some]))
        for j, i in join(known, new):
            found[rest[j]] = free[i]
    return found


def _same_words(before: Sequence[Hashable], now: Sequence[Hashable]) -> array[int]:
    """The listing that alone said what a row alone says."""
    where: dict[Hashable, int] = {}
    for at, content in enumerate(before):
        if where.setdefault(content, at) != at:
            where[content] = NEW
    found = array("q", (where.get(content, NEW) for content in now))
    times = bytearray(len(before))
    for at in found:
        if at != NEW and times[at] < 2:
            times[at] += 1
    if 2 in times:
        found = array("q", (NEW if at != NEW and times[at] > 1 else at for at in found))
    return found


def _renumbered(threads: Threads, rows: Rows, found: Sequence[int], busy: Sequence[int]) -> bool:
    """Whether changed numbers are edits: they are if they change the order of the numbers."""
    changed: dict[int, tuple[int, int] | None] = {}
    for chunk in chunks([j for j in busy if found[j] != NEW]):
        ats = [found[j] for j in chunk]
        for at, old, entry in zip(ats, threads.numbers(ats), rows.entries(chunk), strict=True):
            if not (old.isdecimal() and entry.number.isdecimal()):
                changed[at] = None
            elif int(old) != int(entry.number):
                changed[at] = int(old), int(entry.number)
    if not any(changed.values()):
        return False
    pairs = [pair for pair in changed.values() if pair]
    steady = [at for at in found if at != NEW and at not in changed]
    numbers = (int(n) for chunk in chunks(steady) for n in threads.numbers(chunk) if n.isdecimal())
    order = [new for _, new in sorted([*pairs, *((n, n) for n in numbers)])]
    return any(a > b for a, b in itertools.pairwise(order))


def _names_held(rows: Rows) -> frozenset[str]:
    """The first key of every row, if no two share one; else nothing."""
    keys: set[str] = set()
    count = 0
    for row in marks(rows, range(len(rows.contents))):
        if row.keys:
            keys.add(row.keys[0])
            count += 1
    return frozenset(keys) if len(keys) == count else frozenset()

