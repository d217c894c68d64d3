"""What changed between states of a list, worked out in memory: `fold` for all, `diff` for two.

The rules are those of the store, which does the same for lists that no memory holds: `walk`
says which row is which listing, `threads` what its change is.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from ..model import Change, Entry, Listing, Snapshot
from .threads import State, Thread, Version, begin, name_and_date, state_of, words
from .walk import Rows, Walk


def fold(snapshots: Sequence[Snapshot]) -> tuple[Listing, ...]:
    """The listings of one list through all its states, in whatever order these are given.

    Args: snapshots of one list; the same bytes twice count once.
    Returns: listings in order of first sight, then of their rows.
    Raises: ValueError if two lists are mixed.
    """
    held = _Held()
    walk = Walk(held)
    for snapshot in in_order(snapshots):
        for _ in walk.step(state_of(snapshot), _InMemory(snapshot)):
            pass
    return held.listings()


def diff(a: Snapshot, b: Snapshot) -> tuple[Change, ...]:
    """What `b` changes against `a`, the earlier state, in the order of `b`'s rows, gone rows last."""
    return tuple(compare(state_of(a), _InMemory(a), state_of(b), _InMemory(b)))


def compare(a: State, before: Rows, b: State, after: Rows) -> Iterator[Change]:
    """`diff` over rows that are read when asked for."""
    return Walk(_OneState(a, before), a.states).step(b, after)


def in_order(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    """By the date of the state; ties by digest, so that the order of import never shows."""
    if len({s.list_id for s in snapshots}) > 1:
        raise ValueError("snapshots of different lists cannot be one history")
    unique = {s.sha256: s for s in sorted(snapshots, key=lambda s: (s.as_of, s.sha256), reverse=True)}
    return sorted(unique.values(), key=lambda s: (s.as_of, s.sha256))


class _InMemory:
    """A snapshot's rows."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._entries = snapshot.entries
        self.contents: Sequence[Hashable] = [words(entry) for entry in snapshot.entries]

    def entries(self, positions: Sequence[int]) -> Iterator[Entry]:
        return (self._entries[at] for at in positions)


class _Held:
    """Every listing's thread, in memory."""

    def __init__(self) -> None:
        self.last: State | None = None
        self.seen, self.gone = bytearray(), bytearray()
        self.contents: list[Hashable] = []
        self._threads: list[Thread] = []
        self._changes: list[list[Change]] = []
        self._numbers: list[list[str]] = []
        self._first: list[Version] = []

    def read(self, positions: Sequence[int]) -> Iterator[Thread]:
        for at in positions:
            thread = self._threads[at]
            if self.seen[at] and self.last:  # what it says has not changed since it was last read
                thread.last_seen, thread.last_snapshot = self.last.as_of, self.last.sha256
            yield thread

    def entries(self, positions: Sequence[int]) -> Iterator[Entry]:
        return (self._threads[at].entry for at in positions)

    def numbers(self, positions: Sequence[int]) -> Iterator[str]:
        return (self._threads[at].entry.number for at in positions)

    def add(self, content: Hashable, begun: tuple[Thread, Change, Version]) -> None:
        thread, change, version = begun
        self._threads.append(thread)
        self._changes.append([change])
        self._first.append(version)
        self._numbers.append([])
        self.contents.append(content)
        self.seen.append(1)
        self.gone.append(0)
        self._count(-1, thread)

    def keep(
        self, at: int, content: Hashable, thread: Thread, made: Sequence[Change], _version: Version | None
    ) -> None:
        self.contents[at] = content
        self._changes[at] += made
        self._count(at, thread)

    def _count(self, at: int, thread: Thread) -> None:
        number = thread.entry.number
        if number and number not in self._numbers[at]:
            self._numbers[at].append(number)

    def lose(self, positions: Sequence[int]) -> None:
        for _ in self.read(positions):
            pass

    def flush(self) -> None:
        pass

    def listings(self) -> tuple[Listing, ...]:
        """All threads as listings, each under its key."""
        everyone = self.read(range(len(self._threads)))
        return tuple(
            Listing(
                key,
                t.entry,
                first.known_from,
                t.last_seen,
                tuple(dataclasses.replace(c, key=key) for c in changes),
            )
            for key, first, t, changes in zip(
                self._keys(), self._first, everyone, self._changes, strict=True
            )
        )

    def _keys(self) -> Iterator[str]:
        """Its number if a listing had one only and shared it with none, else name and date."""
        holders = Counter(number for numbers in self._numbers for number in numbers)
        taken: Counter[str] = Counter()
        for numbers, first in zip(self._numbers, self._first, strict=True):
            key = name_and_date(first.entry)
            if len(numbers) == 1 and holders[numbers[0]] == 1:
                key = numbers[0]
            taken[key] += 1
            yield key if taken[key] == 1 else f"{key}#{taken[key]}"


class _OneState:
    """The rows of one state as threads just begun; what happens to them is only told."""

    def __init__(self, state: State, rows: Rows) -> None:
        self.last: State | None = state
        self._state, self._rows = state, rows
        self.contents = rows.contents
        self.seen, self.gone = bytearray(b"\1") * len(rows.contents), bytearray(len(rows.contents))

    def read(self, positions: Sequence[int]) -> Iterator[Thread]:
        return (begin(entry, self._state, None)[0] for entry in self.entries(positions))

    def entries(self, positions: Sequence[int]) -> Iterator[Entry]:
        return self._rows.entries(positions)

    def numbers(self, positions: Sequence[int]) -> Iterator[str]:
        return (entry.number for entry in self.entries(positions))

    def add(self, content: Hashable, begun: tuple[Thread, Change, Version]) -> None:
        pass

    def keep(
        self, at: int, content: Hashable, thread: Thread, made: Sequence[Change], version: Version | None
    ) -> None:
        pass

    def lose(self, positions: Sequence[int]) -> None:
        pass

    def flush(self) -> None:
        pass
