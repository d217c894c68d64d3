"""An answer in sentences: what the terminal prints and the page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .. import matching
from ..errors import Lang
from ..matching import region, region_of
from ..model import Entry, Evidence, Match, Namesakes
from . import texts
from .standing import Finding, ListState, Standing, letters
from .wording import (
    DAYS,
    ENTRIES,
    GENITIVE_DAYS,
    IN_LISTS,
    LISTINGS,
    PEOPLE,
    rounded,
    say_chance,
    say_count,
    say_date,
    say_number,
)

_SEVERAL = 2
# Corrections for how common the parts are together: the line on namesakes says it better.
_COUNTED_IN = ("name.rare", "name.together")
_LONG = 40  # characters; so long a name is known by its first half
_FEW = 20  # below it a single figure would claim more than is known


@dataclass(frozen=True, slots=True)
class Card:
    """One listing in words: its official name, then labelled lines.

    Attributes:
        rows: label and text; the label is empty for a line that goes on.
    """

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The answer for one subject in words.

    Attributes:
        opening: found or not found, in one sentence.
        caution: what that does and does not mean.
        more: how many matches were left out at the limit; "" for none.
        faint: how many faint likenesses were left out; "" for none.
        note: what of the question was not used; "" for nothing.
    """

    opening: str
    caution: str
    cards: tuple[Card, ...]
    more: str
    faint: str
    note: str = ""


def say(standing: Standing, lang: Lang) -> Said:
    """The answer for one subject in words."""
    person = standing.subject.kind == "person"
    faint = texts.FAINT.say(lang).format(count=say_count(standing.faint, LISTINGS, lang))
    faint = faint if standing.faint else ""
    asked = standing.subject.region
    note = texts.NO_REGION.say(lang) if asked and region_of(asked) is None else ""
    if not standing.findings:
        return Said(_not_found(standing.lists, lang), texts.NOT_SAFE.say(lang), (), "", faint, note)
    opening = (texts.FOUND_PERSON if person else texts.FOUND_ORGANISATION).say(lang)
    question = (texts.QUESTION if person else texts.QUESTION_OTHER).say(lang)
    states = {state.facts.id: state for state in standing.lists}
    cards = tuple(say_finding(f, states[f.listing.entry.list_id], lang) for f in standing.findings)
    total = say_count(len(cards) + standing.more, LISTINGS, lang)
    if standing.more and standing.cut:
        total = texts.AT_LEAST.say(lang).format(count=total)
    more = texts.MORE.say(lang).format(shown=len(cards), count=standing.more) if standing.more else ""
    return Said(opening.format(count=total), question, cards, more, faint, note)


def _not_found(lists: Sequence[ListState], lang: Lang) -> str:
    count = say_count(len(lists), IN_LISTS, lang)
    days = sorted({state.as_of for state in lists})
    form = texts.NOT_FOUND if len(days) == 1 else texts.NOT_FOUND_EACH
    return form.say(lang).format(lists=count, date=say_date(days[0], lang))


def say_finding(finding: Finding, state: ListState, lang: Lang) -> Card:
    """One match in words: what the list states, what agrees, and the odds."""
    label = {key: text.say(lang) for key, text in texts.LABELS.items()}
    entry = finding.listing.entry
    rows = [*entry_rows(entry, state, lang, gone=finding.listing.last_seen if finding.gone else None)]
    for text in _about_match(finding, lang):
        rows.append((label["alike"] if rows[-1][0] != "" and label["alike"] not in dict(rows) else "", text))
    if finding.match.namesakes:
        rows.append((label["namesakes"], say_all_namesakes(finding.match, lang)))
    person = entry.kind == "person" or finding.member
    chance = label["chance" if person else "chance_organisation"]
    rows.append((chance, say_chance(finding.match.probability, lang)))
    return Card(entry.official_name or finding.match.name, tuple(rows))


def entry_rows(entry: Entry, state: ListState, lang: Lang, *, gone: date | None) -> list[tuple[str, str]]:
    """What a list states of an entry, a labelled line each.

    Args: gone: for a listing the newest state no longer holds, the last state that does.
    """
    label = {key: text.say(lang) for key, text in texts.LABELS.items()}
    listed = say_date(entry.listed_on, lang) if entry.listed_on else texts.NO_DATE.say(lang)
    rows = [
        (label["list"], state.facts.title.say(lang)),
        (label["number"], entry.number),
        (label["listed_on"], listed),
        (label["status"], _status(entry, state, lang, gone)),
    ]
    if entry.birth_year:
        rows.append((label["birth_year"], str(entry.birth_year)))
    if entry.legal_basis:
        rows.append((label["legal_basis"], "; ".join(entry.legal_basis)))
    return [row for row in rows if row[1]]


def _status(entry: Entry, state: ListState, lang: Lang, gone: date | None) -> str:
    if entry.removed_on:
        return texts.REMOVED.say(lang).format(date=say_date(entry.removed_on, lang))
    if gone:
        return texts.GONE.say(lang).format(date=say_date(gone, lang), newest=say_date(state.as_of, lang))
    return texts.STILL.say(lang).format(date=say_date(state.as_of, lang))


def _about_match(finding: Finding, lang: Lang) -> list[str]:
    entry = finding.listing.entry
    lines = []
    if finding.member:
        lines.append(texts.MEMBER.say(lang))
    if not _is_part(finding.match.name, entry.official_name):
        lines.append(texts.OTHER_NAME.say(lang).format(name=finding.match.name))
    return lines + say_evidence(finding.match.evidence, lang)


def _is_part(name: str, official: str) -> bool:
    """Whether a reader sees the name in the official one, brackets cut out of it or not."""
    seen = letters(official)
    return letters(name) in seen or (len(name) > _LONG and letters(name)[:_LONG // 2] in seen)


def say_evidence(evidence: Sequence[Evidence], lang: Lang) -> list[str]:
    """What agrees and what does not, a sentence each; words that are the same in one sentence."""
    evidence = [line for line in evidence if line.kind not in _COUNTED_IN]
    same = [line for line in evidence if line.kind == "word.same"]
    if len(same) < _SEVERAL:
        return [matching.explain(line, lang) for line in evidence]
    words = (line.left if line.left == line.right else f"{line.left} / {line.right}" for line in same)
    rest = [matching.explain(line, lang) for line in evidence if line not in same]
    return [texts.SAME_WORDS.say(lang).format(words=", ".join(words)), *rest]


def say_namesakes(namesakes: Namesakes, lang: Lang) -> str:
    """How many share the name, no more exactly than it is known."""
    where, forms = texts.RUSSIA.say(lang), texts.NAMESAKES
    if namesakes.region:
        where, forms = region(namesakes.region).where.say(lang), texts.LOCAL_NAMESAKES
    low, high = rounded(namesakes.low), max(1, rounded(namesakes.high))
    if namesakes.high < 2:
        return forms["nobody"].say(lang).format(where=where)
    form = "few" if namesakes.expected < _FEW else "many"
    return forms[form].say(lang).format(
        where=where, low=say_number(max(low, 1), lang), high=say_number(high, lang),
        expected=say_count(rounded(namesakes.expected), PEOPLE, lang))


def say_all_namesakes(match: Match, lang: Lang) -> str:
    """The count for the country, then that for the region asked for; "" without any."""
    if match.namesakes is None:
        return ""
    said = [say_namesakes(match.namesakes, lang)]
    if match.local and match.namesakes.high >= 2:
        said.append(say_namesakes(match.local, lang))
        if not any(line.kind.startswith("region.") for line in match.evidence):
            said.append(texts.ANYWHERE.say(lang))
    return " ".join(said)


def say_lists(lists: Sequence[ListState], lang: Lang) -> list[str]:
    """Each list with its date and size, a line each."""
    return [texts.LIST_LINE.say(lang).format(title=state.facts.title.say(lang),
                                             date=say_date(state.as_of, lang),
                                             count=say_count(state.entries, ENTRIES, lang))
            for state in lists]


def say_warnings(lists: Sequence[ListState], lang: Lang) -> list[str]:
    """A sentence for each list that is old, or dated later than today; empty if none is."""
    warnings = []
    for state in lists:
        title = state.facts.title.say(lang)
        if state.old:
            warnings.append(texts.OLD_LINE.say(lang).format(
                title=title, age=say_count(state.age_days, DAYS, lang),
                cadence=say_count(state.facts.cadence_days, GENITIVE_DAYS, lang)))
        elif state.age_days < 0:
            warnings.append(texts.CLOCK.say(lang).format(title=title, date=say_date(state.as_of, lang)))
    return warnings
