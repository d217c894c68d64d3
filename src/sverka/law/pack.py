"""The rules as they come compiled in a bundle: dated, cited, in two languages.

A pack is data, not code: another state's law is another set of the same rows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from ..errors import Text, TrustError
from . import conditions
from .conditions import Condition
from .spans import Span
from .typed import check

SCHEMA = "sverka-rules/1"

NormState = Literal["in_force", "adopted_not_confirmed", "superseded", "bill", "practice", "unknown"]


@dataclass(frozen=True, slots=True)
class Cite:
    """One source: what it is, what it shows, and when it was read.

    Attributes:
        url: "" where the address is not to be handed out (see docs/decisions, law sources).
        caution: "" or the list its publisher stands on, e.g. `foreign_agent`, `undesirable`, `mirror`.
    """

    act: str
    pinpoint: str
    publisher: Text
    kind: str
    published: str
    read_on: str
    supports: str
    url: str
    caution: str


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a version is, and of what it is not."""

    level: Literal["full", "partial", "none"]
    last_checked: date
    last_seen_valid_on: str
    open_points: tuple[Text, ...]
    conflicts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A wording of the rule over a stretch of time.

    Attributes:
        starts: first day in force; None where no source names it.
        ends: last day in force; None while it lasts.
        article: the norm as its language cites it, e.g. `Criminal Code, art. 284.1 part 2`.
        seen_from: the day by which a source shows it; before it an unknown start stays unknown.
    """

    starts: Span | None
    ends: Span | None
    seen_from: date
    norm_state: NormState
    outcome: Mapping[str, Any]
    article: Text
    text: Text
    cites: tuple[Cite, ...]
    certainty: Certainty
    when: Condition
    unless: Condition | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One consequence.

    Attributes:
        applies_to: statuses, any of which brings the rule into play.
        area: areas of life, the one it is shown under first.
        gravity: 5 prison or arrest, 4 loss of property, money or citizenship, 3 fine, lost
            work or passport, 2 a duty or a bar, 1 to know.
        overrides: ids of rules that give way where this one is in force and applies.
    """

    id: str
    jurisdiction: str
    applies_to: tuple[str, ...]
    area: tuple[str, ...]
    gravity: int
    overrides: tuple[str, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the person knows.

    Attributes:
        kind: `yes_no` or `date`. scope: `person`, or `tie` for one connection.
        ask: the question. yes, no: the same as a clause ("you were fined"); for a date,
            `yes` is its short name ("the day you last gave").
    """

    id: str
    kind: Literal["yes_no", "date"]
    scope: Literal["person", "tie"]
    ask: Text
    yes: Text
    no: Text


@dataclass(frozen=True, slots=True)
class Status:
    """A listing, a tie, or a life event that rules speak of.

    Attributes:
        state: the state whose law it belongs to, "" for any.
        group: `listing`, `tie`, `life`, or `hidden` (never offered).
        tie: short word for a tie, e.g. `donated`. lists: list ids it belongs to.
        kind: `person`, `organisation` or "".
        implies: further statuses. answers: what the status already answers.
    """

    id: str
    state: str
    group: str
    label: Text
    tie: str
    lists: tuple[str, ...]
    kind: str
    implies: tuple[str, ...]
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Closed:
    """A list reported to exist that nobody can check; from whom, and when."""

    id: str
    state: str
    title: Text
    reported: Text
    source: str
    reported_on: str


@dataclass(frozen=True, slots=True)
class Help:
    """An organisation that gives legal help or explains the law, with its public address."""

    name: Text
    address: str
    about: Text
    state: str
    caution: str


@dataclass(frozen=True)
class Pack:
    """All rules, questions and statuses; see `from_json`."""

    as_of: date
    areas: Mapping[str, Text]
    questions: Mapping[str, Question]
    statuses: Mapping[str, Status]
    rules: tuple[Rule, ...]
    closed: tuple[Closed, ...] = ()
    help: tuple[Help, ...] = ()

    @classmethod
    def from_json(cls, text: str | bytes) -> Pack:
        """Read a compiled pack.

        Raises: TrustError if it is not one, or names a question, status or area it lacks.
        """
        try:
            raw = json.loads(text)
            if raw["schema"] != SCHEMA:
                raise ValueError(f"schema {raw['schema']!r}")
            pack = cls(
                date.fromisoformat(raw["as_of"]),
                {row["id"]: _text(row) for row in raw["areas"]},
                {row["id"]: _question(row) for row in raw["questions"]},
                {row["id"]: _status(row) for row in raw["statuses"]},
                tuple(_rule(row) for row in raw["rules"]),
                tuple(_closed(row) for row in raw.get("closed", ())),
                tuple(_help(row) for row in raw.get("help", ())),
            )
            check(pack)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise TrustError(
                Text("The pack of legal rules cannot be read.", "Набор правовых правил не читается."),
                Text("Install the lists or Sverka anew.", "Установите списки или Сверку заново."),
            ) from error
        return pack

    @cached_property
    def overriders(self) -> Mapping[str, tuple[Rule, ...]]:
        """Rule id -> the rules that may take its place."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for name in rule.overrides:
                found.setdefault(name, []).append(rule)
        return {name: tuple(rules) for name, rules in found.items()}


def _text(row: Mapping[str, Any] | None) -> Text:
    return Text(row["en"], row["ru"]) if row else Text("", "")


def _question(row: Mapping[str, Any]) -> Question:
    return Question(
        row["id"],
        row["kind"],
        row.get("scope", "person"),
        _text(row["ask"]),
        _text(row["yes"]),
        _text(row.get("no")),
    )


def _status(row: Mapping[str, Any]) -> Status:
    return Status(
        row["id"],
        row.get("state", ""),
        row["group"],
        _text(row["label"]),
        row.get("tie", ""),
        tuple(row.get("lists", ())),
        row.get("kind", ""),
        tuple(row.get("implies", ())),
        dict(row.get("answers", {})),
    )


def _closed(row: Mapping[str, Any]) -> Closed:
    return Closed(
        row["id"],
        row["state"],
        _text(row["title"]),
        _text(row["reported"]),
        row["source"],
        row.get("reported_on", ""),
    )


def _help(row: Mapping[str, Any]) -> Help:
    return Help(_text(row["name"]), row["address"], _text(row["about"]), row["state"], row.get("caution", ""))


def _rule(row: Mapping[str, Any]) -> Rule:
    when = conditions.read(row.get("when"))
    unless = conditions.read(row["unless"]) if row.get("unless") else None
    return Rule(
        row["id"],
        row["jurisdiction"],
        tuple(row["applies_to"]),
        tuple(row["area"]),
        int(row.get("gravity", 1)),
        tuple(row.get("overrides", ())),
        tuple(_version(version, when, unless) for version in row["versions"]),
    )


def _version(row: Mapping[str, Any], when: Condition, unless: Condition | None) -> Version:
    cites = tuple(_cite(cite) for cite in row["cites"])
    sure = row["certainty"]
    return Version(
        _span(row["valid_from"]),
        _span(row["valid_to"]),
        _shown_by(sure),
        row["norm_state"],
        dict(row.get("outcome") or {}),
        _text(row["article"]),
        _text(row["text"]),
        cites,
        Certainty(
            sure["level"],
            date.fromisoformat(sure["last_checked"]),
            sure["last_seen_valid_on"] or "",
            tuple(map(_text, sure.get("open_points", ()))),
            tuple(map(_text, sure.get("conflicts", ()))),
        ),
        conditions.read(row["when"]) if row.get("when") else when,
        conditions.read(row["unless"]) if row.get("unless") else unless,
    )


def _shown_by(sure: Mapping[str, Any]) -> date:
    """The newest day on which a source shows the norm, else the day the sources were read."""
    return Span.parse(sure["last_seen_valid_on"] or sure["last_checked"]).hi


def _span(text: str | None) -> Span | None:
    return Span.parse(text) if text else None


def _cite(row: Mapping[str, Any]) -> Cite:
    return Cite(
        row["act"],
        row["pinpoint"],
        Text(row["publisher"], row.get("publisher_ru") or row["publisher"]),
        row["kind"],
        row.get("published") or "",
        row["read_on"],
        row["supports"],
        row.get("url", ""),
        row.get("caution", ""),
    )
