"""Which rules apply to a person on a day, which do not, and which cannot be told.

Each tie (a gift to one organisation, work for another) is looked at on its own, because
the dates of one must not decide the other. Answers only ever narrow: replacing one by
"I don't know" can turn any answer into "cannot tell", never one certainty into the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from .conditions import Assessment, Known, Leaf, assess
from .pack import Pack, Rule, Version
from .spans import Truth

State = Literal["applies", "cannot_tell", "does_not_apply", "not_in_force"]
Reason = Literal["conditions", "status", "dates", "overridden"]

EVERYBODY = "any_person"
STALE_DAYS = 90  # older checks are marked; both limits are those of the project's promise to users
WITHHELD_DAYS = 365  # older checks are not shown, only pointed at


@dataclass(frozen=True, slots=True)
class Tie:
    """A connection with one organisation or event.

    Attributes:
        status: the status it gives, e.g. `donor_to_undesirable_org`.
        label: how to call it back to the person, e.g. the organisation's official name.
        act_on: when (the last time), `listed_on`: when the organisation was listed; both as
            `Span.parse` reads them, "" if not known. For an undesirable organisation
            `listed_on` is `decision/listing`: which of the two counts is not settled.
    """

    status: str
    label: str = ""
    act_on: str = ""
    listed_on: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A leaf of a condition and the connection it was looked at in ("" for the person)."""

    leaf: Leaf
    scope: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What came out for one rule.

    Attributes:
        version: the wording looked at; None where none could be in force.
        support: what decided. open: what could still decide.
        ties: labels of the connections this holds for.
        stale, withheld: checked more than 90, more than 365 days ago.
    """

    rule: Rule
    version: Version | None
    state: State
    reason: Reason
    support: tuple[Point, ...] = ()
    open: tuple[Point, ...] = ()
    ties: tuple[str, ...] = ()
    overridden_by: str = ""
    stale: bool = False
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """All findings for one person on one day, in the pack's order."""

    pack: Pack
    today: date
    statuses: tuple[str, ...]
    states: tuple[str, ...]
    known: Mapping[str, Known]
    labels: Mapping[str, str]
    findings: tuple[Finding, ...]


def evaluate(
    pack: Pack, today: date, answers: Mapping[str, str], statuses: Iterable[str | Tie], *, state: str = ""
) -> Result:
    """Evaluate the whole pack. Never raises on any answers or statuses; unknown ones do nothing.

    Args:
        answers: question id, or `scope:id` for one tie, -> `yes`, `no`, `unknown` or a date.
        statuses: ids, or ties with their dates.
        state: whose law, e.g. `RU`; by default that of the statuses, else Russia.
    """
    given = [item if isinstance(item, Tie) else Tie(item) for item in statuses]
    known, labels = _connections(pack, answers, given)
    states = (state,) if state else _states(pack, known)
    raw = tuple(_one(pack, rule, today, known, labels) for rule in pack.rules if rule.jurisdiction in states)
    by_id = {finding.rule.id: finding for finding in raw}
    findings = tuple(_give_way(pack, finding, by_id) for finding in raw)
    return Result(
        pack, today, tuple(dict.fromkeys(tie.status for tie in given)), states, known, labels, findings
    )


def _connections(
    pack: Pack, answers: Mapping[str, str], given: Sequence[Tie]
) -> tuple[dict[str, Known], dict[str, str]]:
    """One `Known` for the person ("") and one for each tie, with what statuses already answer."""
    ties = [tie for tie in given if tie.status in pack.statuses and pack.statuses[tie.status].group == "tie"]
    held = {EVERYBODY} | _closure(pack, [tie.status for tie in given if tie not in ties])
    base = {**_implied(pack, held), **answers}
    known = {"": Known(base, frozenset(held))}
    labels = {"": ""}
    for tie in ties:
        own = _closure(pack, [tie.status])
        count = sum(scope.split("#")[0] == tie.status for scope in known)
        scope = tie.status if not count else f"{tie.status}#{count + 1}"
        dates = {
            f"{scope}:{name}": value
            for name, value in (("act_on", tie.act_on), ("org_listed_on", tie.listed_on))
            if value
        }
        known[scope] = Known({**_implied(pack, own), **dates, **base}, frozenset(held | own), scope)
        labels[scope] = tie.label
    return known, labels


def _closure(pack: Pack, names: Iterable[str]) -> set[str]:
    held: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in held and name in pack.statuses:
            held.add(name)
            todo.extend(pack.statuses[name].implies)
    return held


def _implied(pack: Pack, held: Iterable[str]) -> dict[str, str]:
    return {
        key: value
        for name in sorted(held)
        if name in pack.statuses
        for key, value in pack.statuses[name].answers.items()
    }


def _states(pack: Pack, known: Mapping[str, Known]) -> tuple[str, ...]:
    held = {name for each in known.values() for name in each.statuses if name in pack.statuses}
    return tuple(sorted({pack.statuses[name].state for name in held} - {""})) or ("RU",)


def _one(
    pack: Pack, rule: Rule, today: date, known: Mapping[str, Known], labels: Mapping[str, str]
) -> Finding:
    """One rule before others may take its place: the person first, else each tie it concerns."""
    concerned = [scope for scope, each in known.items() if not each.statuses.isdisjoint(rule.applies_to)]
    if "" in concerned:
        concerned = [""]
    version, in_force = version_on(rule, today)
    if version is None:
        return Finding(rule, None, "not_in_force", "dates")
    if not concerned:
        return Finding(rule, version, "does_not_apply", "status")
    seen = [(scope, _weigh(version, known[scope])) for scope in concerned]
    finding = _merge(rule, version, in_force, seen)
    named = tuple(
        labels[scope] for scope, each in seen if each.truth is _truth(finding.state) and labels[scope]
    )
    age = (today - version.certainty.last_checked).days
    return replace(
        finding, ties=tuple(dict.fromkeys(named)), stale=age > STALE_DAYS, withheld=age > WITHHELD_DAYS
    )


def _weigh(version: Version, known: Known) -> Assessment:
    """`when` and not `unless`."""
    met = assess(version.when, known)
    if version.unless is None or met.truth is False:
        return met
    barred = assess(version.unless, known)
    if barred.truth is True:
        return Assessment(False, barred.support)
    if met.truth is None or barred.truth is None:
        return Assessment(None, (), (*met.open, *barred.open))
    return Assessment(True, (*met.support, *barred.support))


def _truth(state: State) -> Truth:
    return {"applies": True, "does_not_apply": False}.get(state)


def _merge(rule: Rule, version: Version, in_force: Truth, seen: Sequence[tuple[str, Assessment]]) -> Finding:
    """The worst of the connections; a norm whose start is uncertain can never be sure to apply."""
    truths = [each.truth for _, each in seen]
    truth: Truth = True if True in truths else None if None in truths else False
    support = tuple(
        Point(leaf, scope) for scope, each in seen if each.truth is truth for leaf in each.support
    )
    opened = tuple(Point(leaf, scope) for scope, each in seen if each.truth is None for leaf in each.open)
    if truth is False:
        return Finding(rule, version, "does_not_apply", "conditions", support)
    if in_force is None:
        return Finding(rule, version, "cannot_tell", "dates", support, opened)
    if truth is None:
        return Finding(rule, version, "cannot_tell", "conditions", (), opened)
    return Finding(rule, version, "applies", "conditions", support)


def for_everybody(result: Result, finding: Finding) -> bool:
    """Whether a rule is shown only because it concerns anyone, not for a status of this person."""
    held = {name for each in result.known.values() for name in each.statuses} - {EVERYBODY}
    return EVERYBODY in finding.rule.applies_to and not held & set(finding.rule.applies_to)


def version_on(rule: Rule, day: date) -> tuple[Version | None, Truth]:
    """The wording in force on a day; with None for "perhaps". (None, False) if there is none."""
    perhaps: Version | None = None
    for version in rule.versions:
        lasts = _in_force(version, day)
        if lasts is True:
            return version, True
        perhaps = version if lasts is None else perhaps
    return perhaps, None if perhaps else False


def _in_force(version: Version, day: date) -> Truth:
    started: Truth = True
    if version.starts is not None:
        started = True if day >= version.starts.hi else False if day < version.starts.lo else None
    elif day < version.seen_from:
        started = None
    ended: Truth = False
    if version.ends is not None:
        ended = True if day > version.ends.hi else False if day < version.ends.lo else None
    # The last day is still in force: a span of one day has lo == hi.
    if version.ends is not None and version.ends.lo == version.ends.hi == day:
        ended = False
    if started is False or ended is True:
        return False
    return True if started and ended is False else None


def _give_way(pack: Pack, finding: Finding, by_id: Mapping[str, Finding]) -> Finding:
    """Let a special rule in force take the place of a general one; unknown if it may."""
    if finding.state not in ("applies", "cannot_tell"):
        return finding
    special = [
        by_id[rule.id]
        for rule in pack.overriders.get(finding.rule.id, ())
        if rule.id in by_id and rule.id != finding.rule.id
    ]
    live = [each for each in special if each.version and each.version.norm_state == "in_force"]
    for each in live:
        if each.state == "applies":
            return replace(
                finding,
                state="does_not_apply",
                reason="overridden",
                support=each.support,
                open=(),
                overridden_by=each.rule.id,
            )
    unsure = [each for each in live if each.state == "cannot_tell"]
    if unsure:
        opened = dict.fromkeys((*finding.open, *(point for each in unsure for point in each.open)))
        return replace(finding, state="cannot_tell", support=(), open=tuple(opened))
    return finding
