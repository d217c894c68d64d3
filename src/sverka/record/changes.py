"""What changed between two states of a list, field by field, announced or silent.

`fold` walks the states in order of their dates and keeps, for every listing, each field's
newest *stated* value: a form that cannot state a field says nothing about it, so neither its
emptiness nor its return is a change. `diff` is the same walk over two states.

Announced is what the keeper does in the open: a row dated after the state before it, an
exclusion date set after it. Silent is everything else: an old date moved, a name, a birth
year or a legal basis rewritten, a row gone, an event written in after the fact.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from ..model import Change, Entry, Listing, Place, Snapshot
from .compare import as_text, same
from .identity import join, mark, name_key

COMPARED = (
    "number",
    "official_name",
    "category",
    "listed_on",
    "published_on",
    "removed_on",
    "legal_basis",
    "birth_year",
    "inn",
    "ogrn",
    "domains",
    "handles",
    "members",
    "decisions",
    "country",
    "terrorism",
    "note",
    "digest",
)
"""The fields whose difference is a change. `kind` and `names` are read out of others; `place` is ours."""

PUBLICATION_LAG = timedelta(days=31)
"""A decision dated up to this long before the state that lacks it is still news, not rewriting:
the ministry's own lists showed decisions days to weeks late in 2022-2025."""

_NOWHERE = Place("", "")


def fold(snapshots: Sequence[Snapshot]) -> tuple[Listing, ...]:
    """The listings of one list through all its states, in whatever order these are given.

    Args: snapshots of one list; the same bytes twice count once.
    Returns: listings in order of first sight, then of their rows.
    Raises: ValueError if two lists are mixed.
    """
    walk = Walk()
    for snapshot in in_order(snapshots):
        walk.step(snapshot)
    return walk.listings()


def diff(a: Snapshot, b: Snapshot) -> tuple[Change, ...]:
    """What `b` changes against `a`, the earlier state, in the order of `b`'s rows, gone rows last."""
    walk = Walk(may_exclude="removed_on" in a.states | b.states)
    walk.step(a)
    return walk.step(b)


def in_order(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    """By the date of the state; ties by digest, so that the order of import never shows."""
    if len({s.list_id for s in snapshots}) > 1:
        raise ValueError("snapshots of different lists cannot be one history")
    unique = {s.sha256: s for s in sorted(snapshots, key=lambda s: (s.as_of, s.sha256), reverse=True)}
    return sorted(unique.values(), key=lambda s: (s.as_of, s.sha256))


@dataclass(slots=True)
class Thread:
    """One listing while the walk goes on.

    Attributes:
        stated: field -> (`as_of`, digest, form) of its newest word.
        name_and_date: as first seen; the key where numbers will not do.
        content: the row as it last stood, by whatever `Walk.step` was given for it.
        read: digest of the state that was last compared field by field; those after it up to
            `last_snapshot` said the same.
        versions: what was known, oldest first.
    """

    entry: Entry
    first_seen: date
    last_seen: date
    stated: dict[str, tuple[date, str, str]]
    name_and_date: str
    content: Hashable
    read: str
    numbers: list[str] = field(default_factory=list)
    gone: bool = False
    changes: list[Change] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    last_snapshot: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What one state and those after it say of a listing, until the next version."""

    known_from: date
    snapshot: str
    entry: Entry
    gone: bool


class Walk:
    """The state of a fold between two snapshots; `step` in order of `as_of`."""

    def __init__(self, *, may_exclude: bool | None = None) -> None:
        self.threads: list[Thread] = []
        self.last: Snapshot | None = None
        self._may_exclude = may_exclude
        self._states: frozenset[str] = frozenset()

    def step(self, snapshot: Snapshot, contents: Sequence[Hashable] | None = None) -> tuple[Change, ...]:
        """Take in the next state; returns what it changed.

        Args: contents: something equal for rows that say the same, place aside, and different for
            rows that do not; computed from the rows if not given. It only saves time.
        """
        self._states |= snapshot.states
        words = [_words(entry) for entry in snapshot.entries] if contents is None else contents
        old = len(self.threads)
        found = self._find(snapshot, words)
        renumbered = self._renumbered(snapshot, found)
        made: list[Change] = []
        for entry, content, at in zip(snapshot.entries, words, found, strict=True):
            if at is None:
                self.threads.append(_begin(entry, content, snapshot, self.last))
                made.append(self.threads[-1].changes[-1])
            elif self._is_as_before(self.threads[at], content, snapshot):
                self.threads[at].last_seen, self.threads[at].last_snapshot = snapshot.as_of, snapshot.sha256
            else:
                made += _continue(self.threads[at], entry, snapshot, self.last, renumbered)
                self.threads[at].content = content
        if self.last is not None:
            seen = {at for at in found if at is not None}
            missing = [t for at, t in enumerate(self.threads[:old]) if at not in seen]
            made += self._gone(snapshot, missing)
        self.last = snapshot
        return tuple(made)

    def _find(self, snapshot: Snapshot, words: Sequence[Hashable]) -> list[int | None]:
        """Where each row's listing is: rows that say the same as last time first, then by marks."""
        before: dict[Hashable, int] = {}
        doubled = {content for content, count in Counter(words).items() if count > 1}
        for at, thread in enumerate(self.threads):
            if before.setdefault(thread.content, at) != at:
                doubled.add(thread.content)
        found = [None if content in doubled else before.get(content) for content in words]
        taken = {at for at in found if at is not None}
        rest = [j for j, at in enumerate(found) if at is None]
        if rest:
            free = [at for at in range(len(self.threads)) if at not in taken]
            known = [mark(self.threads[at].entry) for at in free]
            for j, i in zip(rest, join(known, [mark(snapshot.entries[j]) for j in rest]), strict=True):
                found[j] = None if i is None else free[i]
        return found

    def _is_as_before(self, thread: Thread, content: Hashable, snapshot: Snapshot) -> bool:
        last = self.last
        return (
            last is not None
            and not thread.gone
            and thread.content == content
            and thread.last_seen == last.as_of
            and last.form == snapshot.form
            and last.states == snapshot.states
        )

    def _gone(self, snapshot: Snapshot, missing: Sequence[Thread]) -> list[Change]:
        """Rows that this state no longer holds.

        A form without numbers that holds no name twice folds re-inclusions into one row: it
        cannot say that the other one is gone.
        """
        folded: set[str] = set()
        if "number" not in snapshot.states:
            keys = [row.keys[0] for row in map(mark, snapshot.entries) if row.keys]
            folded = set(keys) if len(set(keys)) == len(keys) else set()
        excludes = self._may_exclude if self._may_exclude is not None else "removed_on" in self._states
        made = []
        for thread in missing:
            if thread.gone or folded.intersection(mark(thread.entry).keys):
                continue
            thread.gone = True
            # Where the list has a column for exclusions, a row that vanishes was not excluded openly.
            made.append(_whole("removed", thread.entry, snapshot, self.last, announced=not excludes))
            thread.changes.append(made[-1])
            thread.versions.append(Version(snapshot.as_of, snapshot.sha256, thread.entry, gone=True))
        return made

    def _renumbered(self, snapshot: Snapshot, found: Sequence[int | None]) -> bool:
        """Whether changed numbers are edits: a list that closes a gap renumbers all and edits nobody."""
        pairs = [
            (int(self.threads[at].entry.number), int(entry.number))
            for entry, at in zip(snapshot.entries, found, strict=True)
            if at is not None and entry.number.isdecimal() and self.threads[at].entry.number.isdecimal()
        ]
        order = [new for _, new in sorted(pairs)]
        return order != sorted(order)

    def listings(self) -> tuple[Listing, ...]:
        """All threads as listings, each under its key."""
        return tuple(
            Listing(
                key,
                t.entry,
                t.first_seen,
                t.last_seen,
                tuple(dataclasses.replace(c, key=key) for c in t.changes),
            )
            for key, t in zip(keys(self.threads), self.threads, strict=True)
        )


def _words(entry: Entry) -> Hashable:
    return dataclasses.replace(entry, place=_NOWHERE)


def _begin(entry: Entry, content: Hashable, snapshot: Snapshot, last: Snapshot | None) -> Thread:
    announced = last is None or _is_news(entry.listed_on, last.as_of)
    change = _whole("added", entry, snapshot, last, announced=announced)
    word = (snapshot.as_of, snapshot.sha256, snapshot.form)
    name = name_key(entry.official_name) or entry.digest
    return Thread(
        entry,
        snapshot.as_of,
        snapshot.as_of,
        dict.fromkeys(snapshot.states, word),
        f"{name}|{entry.listed_on or ''}",
        content,
        snapshot.sha256,
        [entry.number] if entry.number else [],
        changes=[change],
        versions=[Version(snapshot.as_of, snapshot.sha256, entry, gone=False)],
        last_snapshot=snapshot.sha256,
    )


def _continue(
    thread: Thread,
    entry: Entry,
    snapshot: Snapshot,
    last: Snapshot | None,
    renumbered: bool,
) -> list[Change]:
    """The next state of a listing; `renumbered` as `Walk._renumbered` says."""
    made = []
    if thread.gone:
        thread.gone = False
        made.append(_whole("added", entry, snapshot, last, announced=False))
    for name, (_, digest, form) in thread.stated.items():
        if digest == thread.read:
            thread.stated[name] = (thread.last_seen, thread.last_snapshot, form)
    thread.read = snapshot.sha256
    newer: dict[str, object] = {"place": entry.place}
    for name in sorted(snapshot.states - {"names", "place"}):
        before, after = getattr(thread.entry, name), getattr(entry, name)
        day, digest, form = thread.stated.get(name, (snapshot.as_of, "", ""))
        alike = same(name, before, after, one_form=form == snapshot.form)
        # Another form's spelling of the same thing is not news: the longer-standing one stays.
        stays = alike and bool(digest) and form != snapshot.form
        thread.stated[name] = (snapshot.as_of, snapshot.sha256, form if stays else snapshot.form)
        if not stays:
            newer[name] = after
        if not digest or alike or name not in COMPARED or (name == "number" and not renumbered):
            continue
        announced = name == "removed_on" and before is None and _is_news(after, day)
        made.append(
            Change(
                "edited",
                name,
                as_text(before),
                as_text(after),
                snapshot.as_of,
                announced,
                digest,
                snapshot.sha256,
                _label(entry),
            )
        )
    # Names are read out of the cell: they follow it, or a form that splits more out of the same cell.
    if "official_name" in newer or len(entry.names) > len(thread.entry.names):
        newer["names"] = entry.names
    entry_before, thread.entry = thread.entry, dataclasses.replace(thread.entry, **newer)  # type: ignore[arg-type]
    if made or _words(entry_before) != _words(thread.entry):
        thread.versions.append(Version(snapshot.as_of, snapshot.sha256, thread.entry, gone=False))
    thread.last_seen, thread.last_snapshot = snapshot.as_of, snapshot.sha256
    if entry.number and entry.number not in thread.numbers:
        thread.numbers.append(entry.number)
    thread.changes += made
    return made


def _whole(
    action: Literal["added", "removed"],
    entry: Entry,
    snapshot: Snapshot,
    last: Snapshot | None,
    *,
    announced: bool,
) -> Change:
    before, after = ("", _label(entry, long=True)) if action == "added" else (_label(entry, long=True), "")
    return Change(
        action,
        "",
        before,
        after,
        snapshot.as_of,
        announced,
        last.sha256 if last else "",
        snapshot.sha256,
        _label(entry),
    )


def _label(entry: Entry, *, long: bool = False) -> str:
    name = entry.official_name or entry.digest
    return name if long else entry.number or name


def _is_news(day: object, before: date) -> bool:
    return not isinstance(day, date) or day >= before - PUBLICATION_LAG


def keys(threads: Sequence[Thread]) -> list[str]:
    """Each listing's key: its number if it had one only and shared it with none, else name and date."""
    holders = Counter(number for t in threads for number in t.numbers)
    taken: Counter[str] = Counter()
    keys = []
    for thread in threads:
        key = thread.name_and_date
        if len(thread.numbers) == 1 and holders[thread.numbers[0]] == 1:
            key = thread.numbers[0]
        taken[key] += 1
        keys.append(key if taken[key] == 1 else f"{key}#{taken[key]}")
    return keys
