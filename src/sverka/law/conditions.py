"""Conditions of a rule: a tree over plain questions, dates and statuses, with three values.

A part that is not known makes the whole unknown only where it could still decide:
"false and unknown" is false. So one answer is asked for only if it can change something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .spans import Span, Truth, span_or_none


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a yes/no question. `basis`: id of the rule that explains the question."""

    question: str
    expected: str = "yes"
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date asked for, against a fixed date or another date asked for.

    Attributes:
        since: True for "on or after `bound`", False for "before `bound`".
        bound: a fixed span, or the id of a date question.
    """

    question: str
    since: bool
    bound: Span | str


@dataclass(frozen=True, slots=True)
class Held:
    """A status the person has; one not named is not held."""

    status: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Leaf = Answered | Dated | Held
Condition = Leaf | AllOf | AnyOf | Not
ALWAYS = AllOf(())


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person in one connection.

    Attributes:
        answers: question id -> "yes", "no", "unknown", or a date for `Span.parse`.
        statuses: every status held, implied ones included.
        scope: prefix under which answers about one tie are kept ("" for the person).
    """

    answers: Mapping[str, str]
    statuses: frozenset[str]
    scope: str = ""

    def get(self, question: str) -> str | None:
        """The answer in this connection, else the person's; None if never asked."""
        scoped = self.answers.get(f"{self.scope}:{question}") if self.scope else None
        return self.answers.get(question) if scoped is None else scoped

    def span(self, ref: Span | str) -> Span | None:
        """A fixed date as it is, an asked one if it was answered with a date."""
        return ref if isinstance(ref, Span) else span_or_none(self.get(ref))


@dataclass(frozen=True, slots=True)
class Assessment:
    """The value of a condition and the leaves behind it.

    Attributes:
        support: where known: the leaves that decided, as few as it takes.
        open: where not known: the leaves that could still decide, in the author's order.
    """

    truth: Truth
    support: tuple[Leaf, ...] = ()
    open: tuple[Leaf, ...] = ()


def assess(condition: Condition, known: Known) -> Assessment:
    """Work out a condition, keeping what decided it. Never raises on any answers."""
    if isinstance(condition, AllOf):
        return _join([assess(part, known) for part in condition.parts], decisive=False)
    if isinstance(condition, AnyOf):
        return _join([assess(part, known) for part in condition.parts], decisive=True)
    if isinstance(condition, Not):
        inner = assess(condition.part, known)
        return Assessment(None if inner.truth is None else not inner.truth, inner.support, inner.open)
    truth = _leaf(condition, known)
    return Assessment(None, (), (condition,)) if truth is None else Assessment(truth, (condition,))


def _join(parts: Sequence[Assessment], *, decisive: bool) -> Assessment:
    for part in parts:
        if part.truth is decisive:
            return part
    opened = tuple(leaf for part in parts if part.truth is None for leaf in part.open)
    if any(part.truth is None for part in parts):
        return Assessment(None, (), tuple(dict.fromkeys(opened)))
    return Assessment(not decisive, tuple(dict.fromkeys(leaf for part in parts for leaf in part.support)))


def _leaf(leaf: Leaf, known: Known) -> Truth:
    if isinstance(leaf, Held):
        return leaf.status in known.statuses
    if isinstance(leaf, Answered):
        answer = known.get(leaf.question)
        return answer == leaf.expected if answer in ("yes", "no") else None
    asked, bound = known.span(leaf.question), known.span(leaf.bound)
    if asked is None or bound is None:
        return None
    truth = asked.not_before(bound)
    return None if truth is None else truth is leaf.since


def asks(leaf: Leaf) -> tuple[str, ...]:
    """Ids of the questions a leaf depends on, in the order to ask them."""
    if isinstance(leaf, Held):
        return ()
    if isinstance(leaf, Answered):
        return (leaf.question,)
    return (leaf.question,) if isinstance(leaf.bound, Span) else (leaf.question, leaf.bound)


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """All leaves in the author's order."""
    if isinstance(condition, AllOf | AnyOf):
        return tuple(leaf for part in condition.parts for leaf in leaves(part))
    return leaves(condition.part) if isinstance(condition, Not) else (condition,)


def read(raw: Mapping[str, Any] | None) -> Condition:  # noqa: PLR0911 (one return a form)
    """Read a condition as rules write it; nothing at all is a condition that always holds.

    Raises: KeyError, TypeError or ValueError if it is none of the known forms.
    """
    if not raw:
        return ALWAYS
    if "all" in raw:
        return AllOf(tuple(read(part) for part in raw["all"]))
    if "any" in raw:
        return AnyOf(tuple(read(part) for part in raw["any"]))
    if "not" in raw:
        return Not(read(raw["not"]))
    if "status" in raw:
        return Held(raw["status"])
    if "date" in raw:
        return _read_date(raw)
    return Answered(raw["answer"], raw.get("is", "yes"), raw.get("basis", ""))


def _read_date(raw: Mapping[str, Any]) -> Condition:
    parts = [
        Dated(raw["date"], since, _bound(raw[key]))
        for key, since in (("on_or_after", True), ("before", False))
        if key in raw
    ]
    if not parts:
        raise ValueError("a date condition needs on_or_after or before")
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _bound(text: str) -> Span | str:
    return Span.parse(text) if text[:1].isdigit() else text
