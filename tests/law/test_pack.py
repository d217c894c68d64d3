"""The shipped rules: enough of them, cited, tested, compiled, and true to what was verified."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any

import pytest
import yaml

from sverka.bundle import Bundle
from sverka.cli._lists import SHIPPED
from sverka.errors import TrustError
from sverka.law import Pack, Tie, evaluate, render
from sverka.law.wording import PREFIX
from sverka.release.rules import compile_pack, read
from sverka.release.rules_lint import lint, outcome

from .packs import COMPILED, ROOT, RULES, shipped

TODAY = date(2026, 11, 23)
SOURCES = read(RULES).rules
FACTS = {row["id"]: row for row in yaml.safe_load((RULES / "facts.yaml").read_text("utf-8"))}


def test_the_compiled_pack_is_what_the_rules_give() -> None:
    assert compile_pack(RULES) == COMPILED.read_text("utf-8"), "run tools/compile_rules.py"


@pytest.mark.parametrize(("part", "field"), [
    ("statuses", "group"), ("statuses", "id"), ("rules", "id"), ("rules", "applies_to"), ("questions", "id"),
])
def test_a_pack_with_something_else_for_a_text_is_refused(part: str, field: str) -> None:
    raw = json.loads(COMPILED.read_text("utf-8"))
    raw[part][0][field] = [[]]
    with pytest.raises(TrustError):
        Pack.from_json(json.dumps(raw))


def test_the_coverage_table_is_what_the_rules_give() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "rules_coverage.py"), "--check"], check=False)
    assert done.returncode == 0, "run tools/rules_coverage.py"


def test_the_linter_has_nothing_to_say() -> None:
    assert lint(RULES, today=TODAY) == []


def test_there_are_ninety_russian_rules_and_a_pack_for_belarus() -> None:
    states = [rule.jurisdiction for rule in shipped().rules]
    assert states.count("RU") >= 90
    assert states.count("BY") >= 7


def test_every_version_is_cited() -> None:
    for rule in shipped().rules:
        for version in rule.versions:
            assert version.cites, rule.id
            assert all(
                cite.publisher and cite.supports and cite.read_on == "2026-11-23" for cite in version.cites
            )


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_the_dated_cases_of_a_rule_hold(source: Any) -> None:
    rule = source.value
    assert len(rule["tests"]) >= 2
    for case in rule["tests"]:
        assert outcome(shipped(), rule, case) == case["expect"], case["name"]


def test_every_verified_fact_is_a_rule_or_left_out_with_a_reason() -> None:
    used = {fact for source in SOURCES for fact in source.value["from_facts"]}
    assert used <= set(FACTS)
    for name, fact in FACTS.items():
        assert (name in used) is not bool(fact.get("left_out")), name


def test_no_rule_rests_on_an_unverified_fact() -> None:
    for source in SOURCES:
        for name in source.value["from_facts"]:
            assert FACTS[name]["confidence"] == "verified", source.name


def test_what_a_fact_leaves_open_its_rules_leave_open() -> None:
    """A fact with unverified parts or conflicts gives no rule that claims to be sure."""
    for source in SOURCES:
        facts = [FACTS[name] for name in source.value["from_facts"]]
        for version in source.value["versions"]:
            if any(fact["unverified_parts"] for fact in facts):
                assert version["certainty"]["level"] == "partial", source.name
                assert version["certainty"]["open_points"] or version["norm_state"] == "superseded", (
                    source.name
                )
        states = {fact["norm_state"] for fact in facts}
        if states & {"bill", "adopted_not_confirmed"}:
            assert {version["norm_state"] for version in source.value["versions"]} <= states, source.name


def test_no_exact_start_is_given_where_the_start_was_not_verified() -> None:
    """Where the facts say that a start was not seen, the rule gives a stretch of time or nothing."""
    known = {"ru.ex.election-bar", "by.listed-persons"}  # a month, a year: as loosely as the source says
    for source in SOURCES:
        rule = source.value
        parts = " ".join(part for name in rule["from_facts"] for part in FACTS[name]["unverified_parts"])
        first = rule["versions"][-1]["valid_from"]
        if (
            re.search(r"exact in-force d|start date|date of signature|exact date|in-force dates?\b", parts)
            and rule["id"] not in known
        ):
            assert first is None or "/" in first, (rule["id"], first, parts)


# ---- every screen

WORDS = {  # what each unverified part would look like if a text stated it, by fact
    "ru-fa-006-reporting": ["255-FZ, art. 9;", "255-ФЗ, ст. 9;"],
    "ru-fa-007-label-form": ["2108", "2028-12", "12.2028", "December 2028"],
    "ru-fa-021-public-service": ["498-FZ", "498-ФЗ"],
    "ru-fa-032-affiliated-not-public": ["kept by the Ministry of Justice but is not published"],
    "ru-fa-033-donating-to-agent": ["is not prohibited by itself"],
    "ru-un-014-unregistered-foreign-ngo": ["19.34.2"],
    "ru-un-015-limitation": ["limitation period", "срок давности"],
    "ru-ex-002-participation": [
        "282.2 part 2",
        "282.2 ч. 2",
        "two to six years' imprisonment for taking part",
    ],
    "ru-ex-005-acf-terrorist": ["205.5 part 2", "205.5 ч. 2"],
    "ru-ex-012-election-bar": ["157-FZ", "157-ФЗ"],
    "ru-rf-007-banks-abroad": ["no legal force for banks"],
    "ru-rf-009-notary-inheritance": ["notarial deeds"],
    "ru-rf-010-removal-grounds": ["on acquittal", "оправда"],
    "ru-wa-001-who-can-be-wanted": ["art. 210", "ст. 210"],
    "ru-wa-012-limitation-suspended": ["art. 78", "ст. 78"],
    "ru-ia-005-sanctions-calls": ["284.2"],
    "ru-ia-008-uk-284-3": ["seven years", "семи лет"],
    "ru-lt-014-birth-citizenship": ["Constitution, art. 6", "Конституция"],
    "by-003-extremist-material": ["19.11"],
}


@lru_cache(maxsize=1)
def screens() -> tuple[tuple[str, str], ...]:
    """Everything a person can be shown: each status and tie, nothing, all yes and all no answered."""
    return tuple(_screens())


def _screens() -> Iterator[tuple[str, str]]:
    pack = shipped()
    dates = {name: "2024-05-01" for name, question in pack.questions.items() if question.kind == "date"}
    asked = [name for name, question in pack.questions.items() if question.kind == "yes_no"]
    everything = [
        {},
        dict.fromkeys(asked, "yes") | dates | {"org_listed_on": "2021"},
        dict.fromkeys(asked, "no") | dates | {"org_listed_on": "2026"},
    ]
    for status, answers in product([name for name in pack.statuses if name != "any_person"], everything):
        state = pack.statuses[status].state or "RU"
        held: list[str | Tie] = (
            [Tie(status, "Invented")] if pack.statuses[status].group == "tie" else [status]
        )
        result = evaluate(pack, TODAY, answers, held, state=state)
        for lang in ("en", "ru"):
            text = render(result, lang, everything=True, width=10_000)["text"]  # type: ignore[arg-type]
            yield f"{status} {lang} {len(answers)}", text


def test_no_screen_states_what_was_not_verified() -> None:
    for name, text in screens():
        bare = "\n".join(
            line
            for line in text.splitlines()
            if not line.lstrip().startswith(("Not checked:", "Не проверено:", "Sources", "Источники"))
        )
        state = "by" if name.startswith("by_") else "ru"
        for fact, words in WORDS.items():
            for word in words if fact.startswith(state) else ():
                assert word not in bare, (name, fact, word)


def test_every_screen_says_as_of_when_and_that_it_is_no_advice() -> None:
    for name, text in screens():
        assert "23" in text.splitlines()[0], name
        assert "not legal advice" in text or "не юридическая консультация" in text
        assert "kovcheg.live" in text or "defenders.by" in text, name


def test_a_bill_or_an_unconfirmed_norm_says_so_first_wherever_it_is_shown() -> None:
    pack = shipped()
    for lang in ("en", "ru"):
        marked = {}
        for rule in pack.rules:
            for version in rule.versions:
                prefix = PREFIX.get(version.norm_state)
                if prefix:
                    assert version.text.say(lang).startswith(prefix.say(lang))  # type: ignore[arg-type]
                    marked[version.text.say(lang)] = prefix.say(lang)  # type: ignore[arg-type]
        assert len(marked) > 10
        seen = "\n".join(text for name, text in screens() if f" {lang} " in name)
        for text in marked:
            assert f"] {text}" in seen, "a bill never shown, or not with its first words first"


def test_no_bill_is_said_to_apply() -> None:
    """Neither a bill, nor without a condition a norm nobody saw in force."""
    for name, text in screens():
        assert not re.search(r"\[(applies|применяется)\] (A bill|Adopted|Законопроект|Принято)", text), name


def test_no_screen_hands_out_an_address_of_a_listed_publisher() -> None:
    known = yaml.safe_load((RULES / "publishers.yaml").read_text("utf-8"))["publishers"]
    closed = [host for row in known if row["caution"] != "foreign_agent" for host in row["hosts"]]
    compiled = COMPILED.read_text("utf-8")
    for host in [*closed, "a.run.app", "cloudfront.net", "appspot.com"]:
        assert f"://{host}" not in compiled
        assert f".{host}/" not in compiled
        assert all(f"//{host}" not in text for _, text in screens())


def test_nobody_on_a_list_of_banned_organisations_is_named_as_help() -> None:
    known = yaml.safe_load((RULES / "publishers.yaml").read_text("utf-8"))["publishers"]
    cautions = {host: row["caution"] for row in known for host in row["hosts"]}
    for row in shipped().help:
        assert cautions.get(row.address, "") == row.caution
        assert row.caution in ("", "foreign_agent")


def test_closed_lists_are_named_with_who_reported_them() -> None:
    rows = json.loads(COMPILED.read_text("utf-8"))["closed"]
    assert {"ru-emigrant-database", "ru-exit-restrictions", "ru-mvd-wanted"} <= {row["id"] for row in rows}
    assert all(row["source"] and "://" not in row["source"] for row in rows)


def test_half_a_year_later_all_is_marked_stale_and_later_nothing_is_shown() -> None:
    half = render(evaluate(shipped(), date(2027, 5, 23), {}, ["foreign_agent_person"]), "en")
    effects = [effect for group in half["groups"] for effect in group["effects"]]
    assert effects and all(effect["stale"] for effect in effects)
    late = render(evaluate(shipped(), date(2027, 11, 24), {}, ["foreign_agent_person"]), "en")
    assert not late["groups"] and len(late["withheld"]) > 10
    assert "Look for a newer pack of rules" in late["text"]


def test_the_shipped_lists_carry_these_rules() -> None:
    """Else the page and `sverka check` would tell an older law than `sverka law`."""
    assert Bundle(SHIPPED.read_bytes()).rules_json == COMPILED.read_bytes(), "run tools/bundle_rules.py"
