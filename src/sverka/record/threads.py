"""One listing on its way through the states: begun, gone on, gone. The rules of what a change is.

For every listing each field's newest *stated* value is kept: a form that cannot state a field
says nothing about it, so neither its emptiness nor its return is a change.

Announced is what the keeper does in the open: a row dated after the state before it, an
exclusion date set after it. Silent is everything else: an old date moved, a name, a birth
year or a legal basis rewritten, a row gone, an event written in after the fact.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from ..model import Change, Entry, Snapshot
from .compare import as_text, same
from .identity import name_key

COMPARED = frozenset({
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
})
"""The fields whose difference is a change. `kind` and `names` are read out of others; `place` is ours."""

PUBLICATION_LAG = timedelta(days=31)
"""A decision dated up to this long before the state that lacks it is still news, not rewriting:
the ministry's own lists showed decisions days to weeks late in 2022-2025."""

_FOLLOWING = frozenset({"names", "place"})  # never compared by themselves
_WORDS = attrgetter(*(f.name for f in dataclasses.fields(Entry) if f.name not in ("list_id", "place")))


@dataclass(frozen=True, slots=True)
class State:
    """What the rules need of a snapshot besides its rows."""

    sha256: str
    as_of: date
    form: str
    states: frozenset[str]


def state_of(snapshot: Snapshot) -> State:
    """A snapshot without its rows."""
    return State(snapshot.sha256, snapshot.as_of, snapshot.form, snapshot.states)


@dataclass(frozen=True, slots=True)
class Word:
    """Who said a field's newest value last: the state, its date, and the form whose spelling it is."""

    as_of: date
    sha256: str
    form: str


@dataclass(slots=True)
class Thread:
    """One listing while the walk goes on.

    Attributes:
        entry: every field's newest stated value.
        stated: field -> its newest word.
        read: digest of the state that was last compared field by field; those after it up to
            `last_snapshot` said the same.
        numbers: how many different numbers it has had.
    """

    entry: Entry
    stated: dict[str, Word]
    read: str
    last_seen: date
    last_snapshot: str
    gone: bool = False
    numbers: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """What one state and those after it say of a listing, until the next version."""

    known_from: date
    snapshot: str
    entry: Entry
    gone: bool


def words(entry: Entry) -> Hashable:
    """What a row says, its place aside: equal for rows that say the same."""
    return _WORDS(entry)


def name_and_date(entry: Entry) -> str:
    """The key of a listing first seen as `entry`, where numbers will not do."""
    return f"{name_key(entry.official_name) or entry.digest}|{entry.listed_on or ''}"


def stated_by(state: State) -> dict[str, Word]:
    """The words of a listing of which one state alone has said all."""
    return dict.fromkeys(state.states - _FOLLOWING, Word(state.as_of, state.sha256, state.form))


def begin(entry: Entry, state: State, last: State | None) -> tuple[Thread, Change, Version]:
    """A listing at first sight; `last` is the state before, None if this is the first."""
    announced = last is None or _is_news(entry.listed_on, last.as_of)
    thread = Thread(
        entry,
        stated_by(state),
        state.sha256,
        state.as_of,
        state.sha256,
        numbers=1 if entry.number else 0,
    )
    change = _whole("added", entry, state, last, announced=announced)
    return thread, change, Version(state.as_of, state.sha256, entry, gone=False)


def go_on(
    thread: Thread, entry: Entry, state: State, last: State | None, *, renumbered: bool
) -> tuple[list[Change], Version | None]:
    """The next row of a listing: what it changes, and the new version if anything is otherwise.

    Args: renumbered: whether a changed number is an edit of this row (see `walk`).
    """
    made = []
    if thread.gone:
        thread.gone = False
        made.append(_whole("added", entry, state, last, announced=False))
    _catch_up(thread, state)
    newer, edits = _hold_against(thread, entry, state, renumbered)
    made += edits
    # Names are read out of the cell: they follow it, or a form that splits more out of the same cell.
    if "official_name" in newer or len(entry.names) > len(thread.entry.names):
        newer["names"] = entry.names
    old = thread.entry
    thread.entry = dataclasses.replace(old, place=entry.place, **newer)  # type: ignore[arg-type]
    thread.last_seen, thread.last_snapshot = state.as_of, state.sha256
    if made or words(old) != words(thread.entry):
        return made, Version(state.as_of, state.sha256, thread.entry, gone=False)
    return made, None


def _hold_against(
    thread: Thread, entry: Entry, state: State, renumbered: bool
) -> tuple[dict[str, object], list[Change]]:
    """The fields whose value this row takes over, and the edits among them; notes who said what."""
    newer: dict[str, object] = {}
    made = []
    spoken: dict[str, Word] = {}  # this state's words, one for each spelling
    for name in _compared_in(state.states):
        before, after = getattr(thread.entry, name), getattr(entry, name)
        word = thread.stated.get(name)
        alike = same(name, before, after, one_form=word is not None and word.form == state.form)
        # Another form's spelling of the same thing is not news: the longer-standing one stays.
        stays = alike and word is not None and word.form != state.form
        form = word.form if word is not None and stays else state.form
        if form not in spoken:
            spoken[form] = Word(state.as_of, state.sha256, form)
        thread.stated[name] = spoken[form]
        if not stays:
            newer[name] = after
        if word is None or alike or name not in COMPARED or (name == "number" and not renumbered):
            continue
        made.append(_edit(name, before, after, word, state, entry))
    return newer, made


def vanish(
    thread: Thread, state: State, last: State | None, *, announced: bool
) -> tuple[Change, Version]:
    """A listing whose row this state no longer holds."""
    thread.gone = True
    change = _whole("removed", thread.entry, state, last, announced=announced)
    return change, Version(state.as_of, state.sha256, thread.entry, gone=True)


@lru_cache(maxsize=64)
def _compared_in(states: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(states - _FOLLOWING))


def _catch_up(thread: Thread, state: State) -> None:
    """The states between the last reading and now said the same: their words are the newest."""
    if thread.read != thread.last_snapshot:
        for name, word in thread.stated.items():
            if word.sha256 == thread.read:
                thread.stated[name] = Word(thread.last_seen, thread.last_snapshot, word.form)
    thread.read = state.sha256


def _edit(  # noqa: PLR0913, PLR0917 (one field and all that is said of it)
    name: str, before: object, after: object, word: Word, state: State, entry: Entry
) -> Change:
    announced = name == "removed_on" and before is None and _is_news(after, word.as_of)
    return Change(
        "edited",
        name,
        as_text(before),
        as_text(after),
        state.as_of,
        announced,
        word.sha256,
        state.sha256,
        _label(entry),
    )


def _whole(
    action: Literal["added", "removed"], entry: Entry, state: State, last: State | None, *, announced: bool
) -> Change:
    before, after = ("", _label(entry, long=True)) if action == "added" else (_label(entry, long=True), "")
    return Change(
        action,
        "",
        before,
        after,
        state.as_of,
        announced,
        last.sha256 if last else "",
        state.sha256,
        _label(entry),
    )


def _label(entry: Entry, *, long: bool = False) -> str:
    name = entry.official_name or entry.digest
    return name if long else entry.number or name


def _is_news(day: object, before: date) -> bool:
    return not isinstance(day, date) or day >= before - PUBLICATION_LAG
