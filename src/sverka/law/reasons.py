"""Why a rule came out as it did, and what would change it, in words."""

from __future__ import annotations

from ..errors import Text
from . import wording
from .conditions import Answered, Dated, Held, Known
from .evaluate import Finding, Point, Result
from .spans import Span


def because(result: Result, finding: Finding) -> tuple[Text, ...]:
    """What decided, a clause each; empty for a rule without conditions."""
    if finding.reason == "overridden":
        return (fill(wording.OVERRIDDEN, rule=Text(finding.overridden_by, finding.overridden_by)),)
    clauses = [_clause(result, point) for point in finding.support]
    if finding.reason == "dates" and finding.state == "cannot_tell":
        clauses.append(wording.START_UNKNOWN)
    return tuple(dict.fromkeys(clause for clause in clauses if clause.en))


def would_change(result: Result, finding: Finding) -> tuple[Text, ...]:
    """For "cannot tell": what to find out. For "applies": what would have to be otherwise."""
    if finding.state == "cannot_tell":
        found = [_missing(result, point) for point in finding.open]
    elif finding.reason == "overridden":
        found = []
    else:
        found = [_opposite(result, point) for point in finding.support]
    if finding.state == "applies" and not found:
        found = [_without_conditions(result, finding)]
    return tuple(dict.fromkeys(text for text in found if text.en))


def _without_conditions(result: Result, finding: Finding) -> Text:
    """What ends an unconditional rule: coming off the list it follows from, else only new law."""
    held = {name for known in result.known.values() for name in known.statuses} & set(finding.rule.applies_to)
    for name in finding.rule.applies_to:
        status = result.pack.statuses.get(name)
        if name in held and status and status.group == "listing":
            return fill(wording.NO_LISTING, what=status.label)
    return wording.ONLY_LAW


def _clause(result: Result, point: Point) -> Text:
    leaf, known = point.leaf, result.known[point.scope]
    if isinstance(leaf, Held):
        status = result.pack.statuses.get(leaf.status)
        return status.label if status and leaf.status in known.statuses else Text("", "")
    if isinstance(leaf, Answered):
        question = result.pack.questions.get(leaf.question)
        if question is None:
            return Text("", "")
        return question.yes if known.get(leaf.question) == "yes" else question.no
    return _dated(result, leaf, known, opposite=False)


def _opposite(result: Result, point: Point) -> Text:
    leaf, known = point.leaf, result.known[point.scope]
    if isinstance(leaf, Answered):
        question = result.pack.questions.get(leaf.question)
        if question is None:
            return Text("", "")
        other = question.no if known.get(leaf.question) == "yes" else question.yes
        return fill(wording.IF_NOT, what=other) if other.en else other
    if isinstance(leaf, Dated):
        return _dated(result, leaf, known, opposite=True)
    return Text("", "")


def _missing(result: Result, point: Point) -> Text:
    leaf, known = point.leaf, result.known[point.scope]
    if isinstance(leaf, Answered):
        question = result.pack.questions.get(leaf.question)
        return question.ask if question else Text("", "")
    if isinstance(leaf, Dated):
        refs = [ref for ref in (leaf.question, leaf.bound) if isinstance(ref, str)]
        unknown = [ref for ref in refs if known.span(ref) is None] or refs[:1]
        named = [result.pack.questions[ref] for ref in unknown if ref in result.pack.questions]
        if named and known.span(unknown[0]) is not None:
            return fill(wording.MORE_EXACT, what=named[0].yes)
        return named[0].ask if named else Text("", "")
    return Text("", "")


def _dated(result: Result, leaf: Dated, known: Known, *, opposite: bool) -> Text:
    asked, bound = known.span(leaf.question), known.span(leaf.bound)
    if asked is None or bound is None or leaf.question not in result.pack.questions:
        return Text("", "")
    later = asked.not_before(bound) is True
    named = _bound(result, leaf.bound, bound)
    if opposite:
        return fill(wording.WERE_BEFORE if later else wording.WERE_NOT_BEFORE, bound=named)
    form = wording.NOT_BEFORE if later else wording.BEFORE
    return fill(form, what=result.pack.questions[leaf.question].yes, day=asked.say(), bound=named)


def _bound(result: Result, ref: Span | str, span: Span) -> Text:
    question = result.pack.questions.get(ref) if isinstance(ref, str) else None
    said = span.say()
    return Text(f"{question.yes.en} ({said.en})", f"{question.yes.ru} ({said.ru})") if question else said


def fill(form: Text, **parts: Text) -> Text:
    """A form with its places filled, in both languages."""
    return Text(
        form.en.format(**{key: value.en for key, value in parts.items()}),
        form.ru.format(**{key: value.ru for key, value in parts.items()}),
    )
