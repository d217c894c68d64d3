"""From findings to what a person reads: one structure for page and JSON, see `plain` for text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..errors import Lang, Text
from . import wording
from .ask import open_questions
from .evaluate import Finding, Result, for_everybody
from .pack import Cite, Version
from .reasons import because, fill, would_change
from .spans import Span

Json = dict[str, Any]

_LEVEL = {"full": 0, "partial": 1, "none": 2}
_NORM = {"in_force": 0, "superseded": 0, "practice": 1, "adopted_not_confirmed": 2, "unknown": 3, "bill": 4}
_STATE = {"applies": 0, "cannot_tell": 1, "does_not_apply": 2, "not_in_force": 3}


def structure(result: Result, lang: Lang, *, everything: bool = False) -> Json:
    """The whole answer as plain JSON values, in one language.

    Keys: `as_of`, `notice`, `about`, `groups` (by area, gravest and surest first), `bills`,
    `everybody`, `not_by_answers`, `not_in_force` (only if `everything`), `withheld`,
    `unknowable`, `help`, `open_questions` (how many). A withheld rule shows its article only.
    """
    shown = [f for f in result.findings if f.state in ("applies", "cannot_tell") and not f.withheld]
    own = [f for f in shown if not _bill(f) and not for_everybody(result, f)]
    denied = [
        f
        for f in result.findings
        if f.state == "does_not_apply"
        and not f.withheld
        and not _bill(f)
        and not for_everybody(result, f)
        and f.reason in ("conditions", "overridden")
    ]
    gone = [f for f in result.findings if f.state == "not_in_force"] if everything else []
    return {
        "as_of": result.pack.as_of.isoformat(),
        "today": result.today.isoformat(),
        "states": list(result.states),
        "notice": [_as_of(result).say(lang), wording.NOT_ADVICE.say(lang), wording.NOTHING_KEPT.say(lang)],
        "sources_caution": wording.SOURCES_CAUTION.say(lang),
        "about": _about(result, lang),
        "groups": _groups(result, own, lang),
        "bills": [_effect(result, f, lang) for f in _sorted(f for f in shown if _bill(f))],
        "everybody": [
            _effect(result, f, lang)
            for f in _sorted(f for f in shown if for_everybody(result, f) and not _bill(f))
        ],
        "not_by_answers": [_effect(result, f, lang) for f in _sorted(denied)],
        "not_in_force": [
            {
                "id": f.rule.id,
                "norm_state": f.rule.versions[-1].norm_state,
                "article": f.rule.versions[-1].article.say(lang),
                "dates": _dates(f.rule.versions[-1], lang),
            }
            for f in gone
        ],
        "withheld": [
            _withheld(f, lang) for f in result.findings if f.withheld and f.state != "does_not_apply"
        ],
        "unknowable": _unknowable(result, lang),
        "help": _help(result, lang),
        "open_questions": len(open_questions(result)),
    }


def _as_of(result: Result) -> Text:
    as_of, today = (Span(day, day).say() for day in (result.pack.as_of, result.today))
    return fill(wording.AS_OF, as_of=as_of, today=today)


def _bill(finding: Finding) -> bool:
    return finding.version is not None and finding.version.norm_state == "bill"


def _about(result: Result, lang: Lang) -> list[str]:
    """The person's own words back: statuses, with what they called each tie."""
    labels = dict.fromkeys(name for name in result.statuses if name in result.pack.statuses)
    said = [result.pack.statuses[name].label.say(lang) for name in labels]
    return said + [label for label in dict.fromkeys(result.labels.values()) if label]


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[int, ...]:
    version = finding.version
    sure = _LEVEL[version.certainty.level] if version else 2
    norm = _NORM[version.norm_state] if version else 4
    return (_STATE[finding.state], -finding.rule.gravity, norm, sure)


def _groups(result: Result, findings: list[Finding], lang: Lang) -> list[Json]:
    areas: dict[str, list[Finding]] = {}
    for finding in _sorted(findings):
        areas.setdefault(finding.rule.area[0], []).append(finding)
    # Areas stand in the order of their gravest and surest effect, not of the alphabet.
    return [
        {
            "area": area,
            "title": result.pack.areas.get(area, Text(area, area)).say(lang),
            "effects": [_effect(result, finding, lang) for finding in found],
        }
        for area, found in areas.items()
    ]


def _effect(result: Result, finding: Finding, lang: Lang) -> Json:
    version, rule = finding.version, finding.rule
    assert version is not None
    sure = version.certainty
    return {
        "id": rule.id,
        "state": finding.state,
        "state_text": _state(finding.state, version.norm_state).say(lang),
        "norm_state": version.norm_state,
        "norm_text": wording.NORM[version.norm_state].say(lang),
        "gravity": rule.gravity,
        "areas": list(rule.area),
        "text": version.text.say(lang),
        "article": version.article.say(lang),
        "dates": _dates(version, lang),
        "outcome": dict(version.outcome),
        "ties": list(finding.ties),
        "because": [text.say(lang) for text in because(result, finding)],
        "would_change": [text.say(lang) for text in would_change(result, finding)],
        "certainty": sure.level,
        "certainty_text": wording.CERTAINTY[sure.level].say(lang),
        "open_points": [text.say(lang) for text in sure.open_points],
        "conflicts": [text.say(lang) for text in sure.conflicts],
        "stale": fill(wording.STALE, days=_number((result.today - sure.last_checked).days)).say(lang)
        if finding.stale
        else "",
        "sources": [_source(cite, lang) for cite in version.cites],
    }


def _state(state: str, norm: str) -> Text:
    """A bill never "applies", nor for sure does a norm whose entry into force nobody confirmed."""
    return wording.UNCONFIRMED.get((state, norm), wording.STATE[state])


def _number(value: int) -> Text:
    return Text(str(value), str(value))


def _day(text: str) -> Text:
    return Span.parse(text).say() if text else Text("", "")


def _dates(version: Version, lang: Lang) -> list[str]:
    parts = _start(version)
    if version.ends:
        parts.append(fill(wording.UNTIL, day=version.ends.say()))
    if version.certainty.last_seen_valid_on:
        parts.append(fill(wording.SEEN, day=_day(version.certainty.last_seen_valid_on)))
    checked = version.certainty.last_checked
    parts.append(fill(wording.CHECKED, day=Span(checked, checked).say()))
    return [part.say(lang) for part in parts]


def _start(version: Version) -> list[Text]:
    """When it began; nothing for a bill, which never did, nor for practice without a date."""
    if not version.starts:
        return [] if version.norm_state in ("bill", "practice") else [wording.FROM_UNKNOWN]
    if version.norm_state == "practice":
        return [fill(wording.FOUND_FROM, day=version.starts.say())]
    if not version.starts.loose():
        return [fill(wording.FROM, day=version.starts.say())]
    first, last = (Span(day, day).say() for day in (version.starts.lo, version.starts.hi))
    return [fill(wording.FROM_BETWEEN, first=first, last=last)]


def _source(cite: Cite, lang: Lang) -> Json:
    return {
        "publisher": cite.publisher.say(lang),
        "published": (_day(cite.published) if cite.published else wording.UNDATED).say(lang),
        "kind": cite.kind,
        "pinpoint": cite.pinpoint,
        "supports": cite.supports,
        "read_on": cite.read_on,
        "url": cite.url,
        "caution": wording.CAUTION[cite.caution].say(lang) if cite.caution in wording.CAUTION else "",
    }


def _withheld(finding: Finding, lang: Lang) -> Json:
    version = finding.version or finding.rule.versions[-1]
    day = version.certainty.last_checked
    return {
        "id": finding.rule.id,
        "line": fill(wording.WITHHELD_LINE, article=version.article, day=Span(day, day).say()).say(lang),
    }


def _unknowable(result: Result, lang: Lang) -> Json:
    rows = [
        {
            "id": row.id,
            "title": row.title.say(lang),
            "reported": row.reported.say(lang),
            "source": row.source,
            "reported_on": _day(row.reported_on).say(lang),
        }
        for row in result.pack.closed
        if row.state in result.states
    ]
    return {"lead": wording.UNKNOWABLE_LEAD.say(lang), "lists": rows}


def _help(result: Result, lang: Lang) -> Json:
    rows = [
        {
            "name": row.name.say(lang),
            "address": row.address,
            "about": row.about.say(lang),
            "caution": wording.CAUTION[row.caution].say(lang) if row.caution else "",
        }
        for row in result.pack.help
        if row.state in (*result.states, "")
    ]
    return {"caution": wording.HELP_CAUTION.say(lang), "organisations": rows}
