"""Where a subject stands: the matches, and what they were looked for in.

`check` is the whole of a check, without words: bundle and subject in, values out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from ..bundle import Bundle
from ..matching import Index, match
from ..model import ClosedList, ListFacts, Listing, Match, Subject
from ..names.organisations import names_a_body
from .closeness import Apart, covers, nearest

LIMIT = 10
"""Matches shown of a subject unless more are asked for; what is left out is counted."""
MOST = 1000
BEYOND = 3
"""How many times the limit is looked for, so as to say how much was left out."""

_PERSONS_WORDS = (2, 3, 4)

FAINTEST = 0.001
"""A likeness less probable than this is not worth mentioning: one in a thousand of them is meant."""

STALE_CADENCES = 4
"""A state is old when the list has probably changed this many times since."""
STALE_DAYS = 30
"""... but never before a month has passed: releases are not daily ..."""
OLD_DAYS = 90
"""... and always after three months, however rarely the list changes."""


@dataclass(frozen=True, slots=True)
class ListState:
    """One list as the bundle holds it.

    Attributes:
        entries: how many entries the state of `as_of` holds.
        age_days: from `as_of` to the day of the check; negative if the clock is wrong.
        old: by now the list has probably changed several times.
    """

    facts: ListFacts
    as_of: date
    entries: int
    age_days: int
    old: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One listing that may mean the subject.

    Attributes:
        member: the name is that of a person inside the listed organisation.
        gone: the newest state of the list does not show the listing. That may be a removal;
            but a state that gives each name once also hides who was listed a second time.
    """

    match: Match
    listing: Listing
    member: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer for one subject.

    Attributes:
        findings: most probable first, `unlikely` ones left out.
        more: how many further ones were left out at the limit.
        cut: there may be still more than those.
        faint: how many `unlikely` ones were left out.
    """

    subject: Subject
    findings: tuple[Finding, ...]
    more: int
    cut: bool
    faint: int
    lists: tuple[ListState, ...]
    closed: tuple[ClosedList, ...]


def list_states(bundle: Bundle, today: date) -> tuple[ListState, ...]:
    """Every list of the bundle with its age on the day."""
    states = []
    for facts in bundle.facts:
        as_of = bundle.as_of[facts.id]
        age = (today - as_of).days
        limit = min(max(STALE_DAYS, STALE_CADENCES * facts.cadence_days), OLD_DAYS)
        states.append(ListState(facts, as_of, bundle.entries[facts.id], age, age > limit))
    return tuple(states)


@lru_cache(maxsize=2)
def open_index(bundle: Bundle) -> Index:
    """The index of a bundle, opened once."""
    return Index(bundle.index_bytes)


def check(bundle: Bundle, subject: Subject, *, today: date, faint: bool = False,
          limit: int = LIMIT) -> Standing:
    """Look for a subject in every list of a bundle.

    Args:
        faint: keep `unlikely` matches too.
        limit: findings at most, 1 to `MOST`.
    Raises: TrustError if the bundle is damaged.
    """
    matches = _matches(subject, open_index(bundle), BEYOND * limit)
    plain = [m for m in matches if m.verdict != "unlikely"]
    findings = [_finding(bundle, m) for m in (matches if faint else plain)]
    findings = _ordered(findings, subject)
    worth = [m for m in matches if m.verdict == "unlikely" and m.probability >= FAINTEST]
    best = _best_of_each(findings)
    return Standing(subject, best[:limit], max(0, len(best) - limit), len(matches) >= BEYOND * limit,
                    0 if faint else len(worth), list_states(bundle, today), bundle.closed)


def _matches(subject: Subject, index: Index, limit: int) -> list[Match]:
    """Matches of the subject's kind; where none is strong, those of the other kind as well.

    People type an organisation where a person is asked for, and a stage name may be
    listed as either. A name of two to four words is most likely a person's, so there only
    strong matches of the other kind are worth showing, unless a word of it names a body (Фонд).
    """
    found = match(subject, index, limit=limit)
    if any(each.verdict == "strong" for each in found):
        return found
    kind: Literal["person", "organisation"] = "organisation" if subject.kind == "person" else "person"
    # A person's name in quotes was split; put together again it may be an organisation's.
    names = (*subject.names, " ".join(subject.names[:2])) if kind == "organisation" else subject.names
    other = match(Subject(names, kind), index, limit=limit)
    plain = any(len(name.split()) in _PERSONS_WORDS and not names_a_body(name) for name in subject.names)
    worth = ("strong",) if plain else ("strong", "possible")
    return [each for each in other if each.verdict in worth] + found


def _ordered(findings: list[Finding], subject: Subject) -> list[Finding]:
    """Order of findings: as matched; among equals the very name asked for first, members last.

    A person's own listing comes before a row that only names her as a member and agrees in no
    more: such rows leave patronymics out, which is no evidence that she is meant.
    """
    own = [finding for finding in findings if _is_main(finding)]

    def likelihood(finding: Finding) -> float:
        found = finding.match
        best = [found.probability]
        if finding.member:
            better = [one.match.probability for one in own
                      if one.match.verdict == found.verdict and covers(one.match, found)]
            best += [max(better)] if better else []
        return round(min(best), 4)

    return sorted(findings, key=lambda finding: _rank(finding, subject, likelihood(finding)))


def _is_main(finding: Finding) -> bool:
    """Whether a person's listing matched by its main name, not by a pseudonym or a former one."""
    entry = finding.listing.entry
    mine = (entry.official_name, *(name.text for name in entry.names[:1]))
    return entry.kind == "person" and not finding.member and finding.match.name in mine


def _rank(finding: Finding, subject: Subject, likelihood: float) -> tuple[bool, bool, float, bool, Apart]:
    """Sorting key of one finding.

    An organisation that bears exactly the name asked for comes before all others: its
    odds hang on rough word weights, and half a per cent says nothing there.
    """
    entry, found = finding.listing.entry, finding.match
    own = [entry.official_name, *(name.text for name in entry.names[:1])]
    distance = nearest(subject.names, own) if subject.names else (0, 0, False)
    other = distance[0] > 0 and entry.kind != "person"
    if finding.member and subject.kind == "person":
        other = False
    return found.verdict == "unlikely", other, -likelihood, finding.member, distance


def letters(name: str) -> str:
    """A name's letters and digits alone, in one case."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _finding(bundle: Bundle, found: Match) -> Finding:
    position, member = bundle.item(found.entry)
    listing = bundle.listings[position]
    gone = listing.last_seen < bundle.as_of[listing.entry.list_id]
    return Finding(found, listing, member, gone)


def _best_of_each(findings: list[Finding]) -> tuple[Finding, ...]:
    """One finding a listing: an organisation and its members are indexed apart."""
    best: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        best.setdefault((finding.listing.entry.list_id, finding.listing.key), finding)
    return tuple(best.values())
