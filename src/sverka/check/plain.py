"""An answer as JSON values; docs/json.md and docs/check.schema.json describe them.

Dates are ISO 8601 or null, probabilities 0-1 with four digits, bits with two.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from .. import matching
from ..bundle import Bundle
from ..errors import Lang
from ..model import Change, ClosedList, Entry, Listing, Namesakes
from .answer import entry_rows, say, say_all_namesakes, say_lists, say_warnings
from .standing import Finding, ListState, Standing
from .wording import say_chance

SCHEMA = "sverka-check/1"

Plain = dict[str, Any]


def plain_answer(bundle: Bundle, standings: Sequence[Standing], lists: Sequence[ListState],
                 today: date, lang: Lang) -> Plain:
    """The whole answer: lists, what is not covered, and every subject.

    For a single subject its `matches` also stand at the top.
    """
    subjects = [plain_standing(standing, lang) for standing in standings]
    answer: Plain = {
        "schema": SCHEMA,
        "today": today.isoformat(),
        "bundle": bundle.sha256,
        "lists": [plain_list(state, lang) for state in lists],
        "not_covered": [plain_closed(closed, lang) for closed in bundle.closed],
        "warnings": say_warnings(lists, lang),
        "subjects": subjects,
    }
    if len(subjects) == 1:
        answer["matches"] = subjects[0]["matches"]
    return answer


def plain_standing(standing: Standing, lang: Lang) -> Plain:
    """One subject: what was asked, its matches, and the words of the answer."""
    subject = standing.subject
    said = say(standing, lang)
    matches = [plain_finding(finding, lang) for finding in standing.findings]
    states = {state.facts.id: state for state in standing.lists}
    for match, card, finding in zip(matches, said.cards, standing.findings, strict=True):
        match["words"] = [list(row) for row in card.rows]
        match.update(_words_apart(finding, states[finding.listing.entry.list_id], lang))
    answer = {
        "names": list(subject.names), "kind": subject.kind, "birth_year": subject.birth_year,
        "opening": said.opening, "caution": said.caution, "faint": standing.faint,
        "faint_words": said.faint, "more": standing.more, "cut": standing.cut, "more_words": said.more,
        "matches": matches,
    }
    if subject.region:
        known = matching.region_of(subject.region)
        answer |= {"region": known.code if known else "", "region_words": said.note}
    return answer


def _words_apart(finding: Finding, state: ListState, lang: Lang) -> Plain:
    """The same words by what they are about, for a page that lays them out itself."""
    gone = finding.listing.last_seen if finding.gone else None
    return {
        "stated": [list(row) for row in entry_rows(finding.listing.entry, state, lang, gone=gone)],
        "chance_words": say_chance(finding.match.probability, lang),
        "namesakes_words": say_all_namesakes(finding.match, lang),
    }


def plain_finding(finding: Finding, lang: Lang) -> Plain:
    """One match: the listing, how alike, and the odds."""
    match = finding.match
    local = {"namesakes_local": plain_namesakes(match.local)} if match.local else {}
    return local | plain_entry(finding.listing) | {
        "gone": finding.gone,
        "matched": match.name,
        "member": finding.member,
        "verdict": match.verdict,
        "probability": round(match.probability, 4),
        "bits": round(match.bits, 2),
        "namesakes": plain_namesakes(match.namesakes),
        "evidence": [
            {"kind": line.kind, "left": line.left, "right": line.right, "bits": round(line.bits, 2),
             "text": matching.explain(line, lang)}
            for line in match.evidence
        ],
    }


def plain_namesakes(namesakes: Namesakes | None) -> Plain | None:
    """Expected number, 90 % interval and the population they are counted in; null if not known."""
    if namesakes is None:
        return None
    plain = {"expected": round(namesakes.expected, 2), "low": round(namesakes.low, 2),
             "high": round(namesakes.high, 2), "population": namesakes.population}
    return plain | ({"region": namesakes.region} if namesakes.region else {})


def plain_entry(listing: Listing) -> Plain:
    """What the list states of a listing."""
    entry: Entry = listing.entry
    return {
        "list": entry.list_id, "number": entry.number, "key": listing.key, "name": entry.official_name,
        "kind": entry.kind, "category": entry.category,
        "listed_on": _iso(entry.listed_on), "published_on": _iso(entry.published_on),
        "removed_on": _iso(entry.removed_on), "first_seen": _iso(listing.first_seen),
        "last_seen": _iso(listing.last_seen), "birth_year": entry.birth_year,
        "legal_basis": list(entry.legal_basis), "note": entry.note,
    }


def plain_listing(listing: Listing, state: ListState, lang: Lang) -> Plain:
    """A listing in full, with its history."""
    entry = listing.entry
    gone = listing.last_seen if listing.last_seen < state.as_of else None
    return plain_entry(listing) | {
        "names": [{"text": n.text, "kind": n.kind, "since": _iso(n.since)} for n in entry.names],
        "domains": list(entry.domains), "handles": list(entry.handles), "members": list(entry.members),
        "decisions": list(entry.decisions), "country": entry.country, "inn": entry.inn, "ogrn": entry.ogrn,
        "terrorism": entry.terrorism, "gone": gone is not None,
        "source": {"sha256": entry.place.snapshot, "where": entry.place.where},
        "changes": [plain_change(change) for change in listing.changes],
        "words": [list(row) for row in entry_rows(entry, state, lang, gone=gone)],
    }


def plain_change(change: Change) -> Plain:
    """One change with the two snapshots that show it."""
    return {"action": change.action, "field": change.field, "before": change.before,
            "after": change.after, "known_on": change.known_on.isoformat(),
            "announced": change.announced, "earlier": change.earlier, "later": change.later}


def plain_list(state: ListState, lang: Lang) -> Plain:
    """One list of the bundle: facts, date, size, age."""
    facts = state.facts
    return {
        "id": facts.id, "state": facts.state, "title": facts.title.say(lang),
        "keeper": facts.keeper.say(lang), "as_of": state.as_of.isoformat(), "entries": state.entries,
        "age_days": state.age_days, "old": state.old, "cadence_days": facts.cadence_days,
        "legal_basis": list(facts.legal_basis), "address": facts.address,
        "gaps": [gap.say(lang) for gap in facts.gaps], "words": say_lists([state], lang)[0],
    }


def plain_closed(closed: ClosedList, lang: Lang) -> Plain:
    """One list that cannot be checked, and what is reported of it."""
    return {"id": closed.id, "title": closed.title.say(lang), "keeper": closed.keeper.say(lang),
            "reported": closed.reported.say(lang), "source": closed.source,
            "reported_on": closed.reported_on}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
