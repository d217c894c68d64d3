"""Random packs and answers: nothing raises, and not knowing never makes sure.

Usage: python evaluation/law_random.py [PACKS] [SEED]

For each of PACKS (10,000) random packs: one evaluation of random statuses, ties and answers on a
random day, the questions, and the same with one answer taken back. Every tenth is put into words.
Prints how often each state came out; stops at the first broken law. The same laws run under
Hypothesis in tests/law/test_laws.py.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sverka import law

FIRST = date(2015, 1, 1)
SPREAD = 365 * 15
NORMS = ("in_force", "in_force", "practice", "bill", "adopted_not_confirmed", "superseded", "unknown")


def said(word: str) -> dict[str, str]:
    return {"en": word, "ru": f"по-русски {word}"}


def day(rng: random.Random) -> str:
    found = (FIRST + timedelta(days=rng.randrange(SPREAD))).isoformat()
    return found[: rng.choice((4, 7, 10))]


def condition(rng: random.Random, tie: bool, depth: int = 0) -> dict[str, Any]:
    kind = rng.random()
    if depth < 3 and kind < 0.4:
        parts = [condition(rng, tie, depth + 1) for _ in range(rng.randint(1, 3))]
        return {rng.choice(("all", "any")): parts}
    if depth < 3 and kind < 0.5:
        return {"not": condition(rng, tie, depth + 1)}
    if tie and kind < 0.75:
        return {
            "date": "act_on",
            rng.choice(("before", "on_or_after")): rng.choice((day(rng), "org_listed_on")),
        }
    if kind < 0.8:
        return {"status": rng.choice(("listed", "gone", "nobody"))}
    return {"answer": rng.choice("abcd"), "is": rng.choice(("yes", "no"))}


def version(rng: random.Random) -> dict[str, Any]:
    cite = {
        "act": "Act",
        "pinpoint": "1",
        "publisher": "P",
        "kind": "other",
        "published": None,
        "read_on": "2026-11-23",
        "supports": "it",
        "url": "",
    }
    sure = {
        "level": rng.choice(("full", "partial")),
        "last_checked": "2026-11-23",
        "open_points": [],
        "last_seen_valid_on": rng.choice((None, day(rng))),
        "conflicts": [],
    }
    return {
        "valid_from": rng.choice((None, day(rng))),
        "valid_to": rng.choice((None, None, day(rng))),
        "norm_state": rng.choice(NORMS),
        "article": said("art."),
        "text": said("text"),
        "cites": [cite],
        "certainty": sure,
    }


def rule(rng: random.Random, name: str, names: list[str]) -> dict[str, Any]:
    tie = rng.random() < 0.5
    made: dict[str, Any] = {
        "id": name,
        "jurisdiction": "RU",
        "area": ["life"],
        "gravity": rng.randint(1, 5),
        "applies_to": ["gave"] if tie else rng.sample(["listed", "gone", "any_person"], rng.randint(1, 2)),
        "overrides": rng.sample(names, rng.randint(0, 2)),
        "versions": [version(rng) for _ in range(rng.randint(1, 3))],
    }
    for key, chance in (("when", 0.8), ("unless", 0.3)):
        if rng.random() < chance:
            made[key] = condition(rng, tie)
    return made


def pack(rng: random.Random) -> law.Pack:
    names = [f"r{i}" for i in range(rng.randint(2, 8))]
    questions = [
        {"id": name, "kind": "yes_no", "ask": said(name), "yes": said(name), "no": said(name)}
        for name in "abcd"
    ]
    questions += [
        {"id": name, "kind": "date", "scope": "tie", "ask": said(name), "yes": said(name)}
        for name in ("act_on", "org_listed_on")
    ]
    statuses = [
        {"id": "listed", "group": "listing", "label": said("l")},
        {"id": "any_person", "group": "hidden", "label": said("any")},
        {"id": "gone", "group": "life", "label": said("g"), "implies": ["listed"], "answers": {"a": "yes"}},
        {"id": "gave", "group": "tie", "label": said("t"), "tie": "gave"},
    ]
    return law.Pack.from_json(
        json.dumps(
            {
                "schema": "sverka-rules/1",
                "as_of": "2026-11-23",
                "areas": [{"id": "life", **said("life")}],
                "questions": questions,
                "statuses": statuses,
                "rules": [rule(rng, name, names) for name in names],
            }
        )
    )


def held(rng: random.Random) -> list[str | law.Tie]:
    some: list[str | law.Tie] = rng.sample(["listed", "gone", "gave", "nobody"], rng.randint(0, 3))
    some += [
        law.Tie("gave", "Org", rng.choice(("", day(rng))), rng.choice(("", day(rng))))
        for _ in range(rng.randint(0, 2))
    ]
    return some


def answers(rng: random.Random) -> dict[str, str]:
    given = {
        name: rng.choice(("yes", "no", "unknown", "rubbish"))
        for name in rng.sample("abcd", rng.randint(0, 4))
    }
    for name in rng.sample(
        ["act_on", "org_listed_on", "gave:act_on", "gave#2:org_listed_on"], rng.randint(0, 3)
    ):
        given[name] = rng.choice((day(rng), "unknown", ""))
    return given


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20261123)
    states: Counter[str] = Counter()
    for turn in range(count):
        rules, given, statuses = pack(rng), answers(rng), held(rng)
        today = FIRST + timedelta(days=rng.randrange(SPREAD))
        result = law.evaluate(rules, today, given, statuses, state="RU")
        before = {finding.rule.id: finding.state for finding in result.findings}
        states.update(before.values())
        assert len(law.questions(rules, today, given, statuses)) <= law.MOST_QUESTIONS
        if given:
            less = given | {rng.choice(sorted(given)): "unknown"}
            for finding in law.evaluate(rules, today, less, statuses, state="RU").findings:
                assert finding.state in (before[finding.rule.id], "cannot_tell"), (turn, finding.rule.id)
        if turn % 10 == 0:
            assert all(law.render(result, lang, everything=True)["text"] for lang in ("en", "ru"))
    print(f"{count:,} random packs, {states.total():,} rules: nothing raised, not knowing never made sure")
    print(", ".join(f"{state} {number:,}" for state, number in states.most_common()))


main()
