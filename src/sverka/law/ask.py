"""Which questions are worth asking: only those whose answer can change something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .conditions import asks
from .evaluate import Finding, Result, Tie, evaluate, for_everybody
from .pack import Pack, Question

MOST_QUESTIONS = 8  # what a frightened person can be expected to go through in one sitting
_STATE_OF_LAW = {"in_force": 0, "practice": 0, "adopted_not_confirmed": 1}


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to put, and where its answer belongs.

    Attributes:
        key: under which to return the answer: the question id, or `scope:id` for one tie.
        about: the connection it asks about, as the person named it; "" for the person.
        rules: ids of the rules that wait for it. gravity: of the gravest of them, 1-5.
    """

    key: str
    question: Question
    about: str
    rules: tuple[str, ...]
    gravity: int


def questions(  # noqa: PLR0913 (evaluate's arguments and a limit)
    pack: Pack,
    today: date,
    answers: Mapping[str, str],
    statuses: Iterable[str | Tie],
    *,
    limit: int = MOST_QUESTIONS,
    state: str = "",
) -> tuple[Ask, ...]:
    """The open questions, the gravest first; none that could change nothing.

    An answer of "unknown" counts as given: nobody is asked twice.

    Args:
        limit: how many at most, 0 or more.
    """
    return open_questions(evaluate(pack, today, answers, statuses, state=state))[: max(limit, 0)]


def open_questions(result: Result) -> tuple[Ask, ...]:
    """All questions the findings wait for, in the order to ask them."""
    waiting: dict[str, list[tuple[tuple[int, ...], Finding]]] = {}
    for finding in result.findings:
        if finding.state != "cannot_tell" or finding.withheld:
            continue
        for place, (key, _) in enumerate(_unanswered(result, finding)):
            waiting.setdefault(key, []).append(((*_urgency(result, finding), place), finding))
    order = sorted(waiting, key=lambda key: (min(rank for rank, _ in waiting[key]), -len(waiting[key])))
    return tuple(_ask(result, key, [finding for _, finding in waiting[key]]) for key in order)


def _unanswered(result: Result, finding: Finding) -> list[tuple[str, str]]:
    """Keys never answered, each with its question id, in the author's order."""
    keys: dict[str, str] = {}
    for point in finding.open:
        for name in asks(point.leaf):
            question = result.pack.questions.get(name)
            if question is None or result.known[point.scope].get(name) is not None:
                continue
            keys[f"{point.scope}:{name}" if question.scope == "tie" and point.scope else name] = name
    return list(keys.items())


def _urgency(result: Result, finding: Finding) -> tuple[int, ...]:
    """Sorts first what concerns this person in particular, then the gravest, then law before bills."""
    state = finding.version.norm_state if finding.version else "unknown"
    return (for_everybody(result, finding), _STATE_OF_LAW.get(state, 2), -finding.rule.gravity)


def _ask(result: Result, key: str, findings: list[Finding]) -> Ask:
    scope, _, name = key.rpartition(":")
    return Ask(
        key,
        result.pack.questions[name],
        result.labels.get(scope, ""),
        tuple(finding.rule.id for finding in findings),
        max(each.rule.gravity for each in findings),
    )
