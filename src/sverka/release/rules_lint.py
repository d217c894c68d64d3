"""What an author of rules should know before publishing: gaps, dead ends, missing words, old checks.

`rules.read` sees to the schema; here is what a schema cannot say. Complaints come with file
and line, and an empty list means that the pack's own dated tests pass too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from .. import law
from ..law import conditions
from ..law.conditions import Answered, Dated, Held, Leaf, leaves
from ..law.evaluate import STALE_DAYS, evaluate
from ..law.spans import Span
from ..law.wording import PREFIX
from .rules import Complaint, Json, Pack, Source, compiled, publisher_names, read, rows

LONGEST_TEXT = 420  # two or three sentences: more is not read by somebody afraid
MOST_LEAVES = 12  # 4096 cases; a longer condition is not checked for being satisfiable

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def lint(folder: Path, *, today: date) -> list[Complaint]:
    """All complaints about a pack, sorted.

    Raises: RuleError if it does not even keep to the schema.
    """
    pack = read(folder)
    complaints = [*_names(pack), *_unused(pack)]
    for source in pack.rules:
        for check in (_versions, _wording, _publishers, _reachable, _scopes, _tested):
            complaints.extend(check(pack, source))
        complaints.extend(_stale(source, today))
    if not complaints:
        complaints.extend(_run_tests(pack, law.Pack.from_json(compiled(pack))))
    return sorted(complaints)


def _say(source: Source, problem: str, *path: str | int) -> Complaint:
    return Complaint(source.name, source.line(path), problem)


def _conditions(rule: Json) -> Iterator[tuple[tuple[str | int, ...], Json]]:
    for key in ("when", "unless"):
        if rule.get(key):
            yield (key,), rule[key]
        for place, version in enumerate(rule["versions"]):
            if version.get(key):
                yield ("versions", place, key), version[key]


def _names(pack: Pack) -> Iterator[Complaint]:
    """Ids: unique, at home in their file, and known where they are referred to."""
    known = {
        name: {str(row["id"]) for row in rows(pack, name)} for name in ("areas", "questions", "statuses")
    }
    rules = {source.value["id"]: source for source in pack.rules}
    for source in pack.rules:
        rule = source.value
        if rules[rule["id"]] is not source:
            yield _say(source, f"the id {rule['id']} is used twice", "id")
        state, _, stem = rule["id"].partition(".")
        if source.name != f"{state}/{stem}.yaml" or rule["jurisdiction"].lower() != state:
            yield _say(source, f"the rule {rule['id']} belongs in {state}/{stem}.yaml", "id")
        for key, table in (("applies_to", "statuses"), ("area", "areas")):
            yield from (
                _say(source, f"no such {table}: {name}", key)
                for name in rule[key]
                if name not in known[table]
            )
        yield from (
            _say(source, f"overrides no rule: {name}", "overrides")
            for name in rule.get("overrides", ())
            if name not in rules
        )
        for path, raw in _conditions(rule):
            yield from _unknown_leaves(source, path, raw, known["questions"] | known["statuses"], set(rules))


def _unknown_leaves(
    source: Source, path: tuple[str | int, ...], raw: Json, names: set[str], rules: set[str]
) -> Iterator[Complaint]:
    for leaf in leaves(conditions.read(raw)):
        wanted = (leaf.status,) if isinstance(leaf, Held) else conditions.asks(leaf)
        yield from (
            _say(source, f"no such question or status: {name}", *path) for name in wanted if name not in names
        )
        if isinstance(leaf, Answered) and leaf.basis and leaf.basis not in rules:
            yield _say(source, f"basis is no rule: {leaf.basis}", *path)


def _unused(pack: Pack) -> Iterator[Complaint]:
    """Questions no rule asks and statuses no rule speaks of, nor implies."""
    asked = {
        name
        for source in pack.rules
        for _, raw in _conditions(source.value)
        for leaf in leaves(conditions.read(raw))
        for name in conditions.asks(leaf)
    }
    spoken = {name for source in pack.rules for name in source.value["applies_to"]}
    for key, source in pack.tables.items():
        for place, row in enumerate(source.value if isinstance(source.value, list) else ()):
            if key.startswith("questions") and row["id"] not in asked:
                yield _say(source, f"a dead question, no rule asks it: {row['id']}", place)
            if (
                key.startswith("statuses")
                and row["id"] not in spoken
                and not set(row.get("implies", ())) & spoken
            ):
                yield _say(source, f"no rule speaks of the status {row['id']}", place)


def _versions(_: Pack, source: Source) -> Iterator[Complaint]:
    """Dates that overlap or leave a gap; an open end anywhere but last."""
    versions = source.value["versions"]
    for place, (early, late) in enumerate(pairwise(versions), 1):
        if early["valid_to"] is None or late["valid_from"] is None:
            yield _say(source, "only the first start and the last end may be open", "versions", place)
            continue
        ends, starts = Span.parse(early["valid_to"]), Span.parse(late["valid_from"])
        if starts.lo > ends.hi + timedelta(days=1):
            yield _say(source, f"a gap between {ends.hi} and {starts.lo}", "versions", place, "valid_from")
        # Where both days are loose they may well be the same stretch; only certain overlaps count.
        if starts.hi <= ends.lo:
            yield _say(
                source, f"overlaps the version before it, from {starts.lo}", "versions", place, "valid_from"
            )
    for place, version in enumerate(versions):
        first, last = version["valid_from"], version["valid_to"]
        if first and last and Span.parse(last).hi < Span.parse(first).lo:
            yield _say(source, "ends before it starts", "versions", place, "valid_to")
        if version["norm_state"] == "superseded" and not version["valid_to"]:
            yield _say(source, "superseded, but has no last day", "versions", place, "norm_state")


def _wording(_: Pack, source: Source) -> Iterator[Complaint]:
    """Both languages really there; a bill and an unconfirmed norm say so in their first words."""
    for place, version in enumerate(source.value["versions"]):
        text = version["text"]
        prefix = PREFIX.get(version["norm_state"])
        for lang, start in (("en", prefix.en), ("ru", prefix.ru)) if prefix else ():
            if not text[lang].startswith(start):
                yield _say(source, f"must begin with “{start}”", "versions", place, "text", lang)
        for part in (
            text,
            version["article"],
            *version["certainty"]["open_points"],
            *version["certainty"]["conflicts"],
        ):
            if not _CYRILLIC.search(part["ru"]) or _CYRILLIC.search(part["en"]):
                yield _say(source, f"not translated: {part['en'][:40]}", "versions", place, "text")
        yield from (
            _say(source, f"longer than {LONGEST_TEXT} characters", "versions", place, "text", lang)
            for lang in ("en", "ru")
            if len(text[lang]) > LONGEST_TEXT
        )
        sure = version["certainty"]
        if sure["level"] == "full" and (sure["open_points"] or sure["conflicts"]):
            yield _say(source, "full certainty, yet something is open", "versions", place, "certainty")


def _publishers(pack: Pack, source: Source) -> Iterator[Complaint]:
    """Publishers a Russian reader would meet under their English name."""
    names = publisher_names(pack)
    for place, version in enumerate(source.value["versions"]):
        for number, cite in enumerate(version["cites"]):
            if names and cite["publisher"] not in names:
                said = f"no Russian name in publisher-names.yaml: {cite['publisher']}"
                yield _say(source, said, "versions", place, "cites", number, "publisher")


def _reachable(pack: Pack, source: Source) -> Iterator[Complaint]:
    """A condition no answers can meet, and one all answers meet."""
    for path, raw in _conditions(source.value):
        condition = conditions.read(raw)
        parts = tuple(dict.fromkeys(leaves(condition)))
        if len(parts) > MOST_LEAVES:
            continue
        values = [
            _value(condition, dict(zip(parts, case, strict=True)))
            for case in product((True, False), repeat=len(parts))
            if _possible(parts, case)
        ]
        if not any(values):
            yield _say(source, "unreachable: no answers can meet this condition", *path)
        elif all(values):
            yield _say(source, "every answer meets this condition", *path)


def _possible(parts: tuple[Leaf, ...], case: tuple[bool, ...]) -> bool:
    """Whether leaves can have these values together: yes and no, before and since, exclude each other."""
    seen: dict[Any, bool] = {}
    for leaf, value in zip(parts, case, strict=True):
        if isinstance(leaf, Answered):
            key, holds = ("answer", leaf.question), value is (leaf.expected == "yes")
        elif isinstance(leaf, Dated):
            key, holds = ("date", f"{leaf.question} {leaf.bound}"), value is leaf.since
        else:
            key, holds = ("status", leaf.status), value
        if seen.setdefault(key, holds) is not holds:
            return False
    return True


def _value(condition: conditions.Condition, case: dict[Leaf, bool]) -> bool:
    if isinstance(condition, conditions.AllOf):
        return all(_value(part, case) for part in condition.parts)
    if isinstance(condition, conditions.AnyOf):
        return any(_value(part, case) for part in condition.parts)
    return not _value(condition.part, case) if isinstance(condition, conditions.Not) else case[condition]


def _scopes(pack: Pack, source: Source) -> Iterator[Complaint]:
    """Questions about one tie can be put only where every status of the rule is a tie."""
    scopes = {row["id"]: row.get("scope", "person") for row in rows(pack, "questions")}
    groups = {row["id"]: row["group"] for row in rows(pack, "statuses")}
    own = [name for name in source.value["applies_to"] if groups.get(name) != "tie"]
    for path, raw in _conditions(source.value):
        asked = [name for leaf in leaves(conditions.read(raw)) for name in conditions.asks(leaf)]
        if own and any(scopes.get(name) == "tie" for name in asked):
            yield _say(source, f"asks about one tie, but {own[0]} is none", *path)


def _tested(_: Pack, source: Source) -> Iterator[Complaint]:
    expected = [case["expect"] for case in source.value["tests"]]
    if any(_conditions(source.value)) and "cannot_tell" not in expected:
        yield _say(source, "has conditions but no test that expects cannot_tell", "tests")
    if "applies" not in expected:
        yield _say(source, "no test expects applies", "tests")


def _stale(source: Source, today: date) -> Iterator[Complaint]:
    for place, version in enumerate(source.value["versions"]):
        age = (today - date.fromisoformat(version["certainty"]["last_checked"])).days
        if age > STALE_DAYS:
            yield _say(source, f"last checked {age} days ago", "versions", place, "certainty", "last_checked")


def _run_tests(pack: Pack, rules: law.Pack) -> Iterator[Complaint]:
    for source in pack.rules:
        for place, case in enumerate(source.value["tests"]):
            got = outcome(rules, source.value, case)
            if got != case["expect"]:
                yield _say(source, f"“{case['name']}” gives {got}, not {case['expect']}", "tests", place)


def outcome(rules: law.Pack, rule: Json, case: Json) -> str:
    """What a dated test case gives for its rule."""
    result = evaluate(
        rules,
        date.fromisoformat(case["date"]),
        case["answers"],
        case["statuses"],
        state=rule["jurisdiction"],
    )
    return next(finding.state for finding in result.findings if finding.rule.id == rule["id"])
