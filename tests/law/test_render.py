"""How an answer is put: order, groups, what is left out, and lines that fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sverka.law import Tie, evaluate, render

from .packs import pack, rule, shipped, version

TODAY = date(2026, 11, 23)
A = {"answer": "a", "is": "yes"}


def told(*rules: dict[str, Any], answers: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    return render(evaluate(pack(*rules), TODAY, answers or {}, ["listed"]), "en", **more)


def ids(effects: list[dict[str, Any]]) -> list[str]:
    return [effect["id"] for effect in effects]


def unsure(**changes: Any) -> dict[str, Any]:
    certainty = {**version()["certainty"], "level": "partial"}
    return version(certainty=certainty, **changes)


def test_areas_come_gravest_first_and_in_them_the_gravest_and_surest() -> None:
    answer = told(
        rule("small", gravity=1, area=["life"]),
        rule("grave", gravity=5, area=["money"]),
        rule("unsure", gravity=3, area=["money"], versions=[unsure()]),
        rule("sure", gravity=3, area=["money"]),
        rule("open", A, gravity=5, area=["money"]),
    )
    assert [group["area"] for group in answer["groups"]] == ["money", "life"]
    assert ids(answer["groups"][0]["effects"]) == ["grave", "sure", "unsure", "open"]


def test_bills_and_what_concerns_everybody_stand_apart() -> None:
    answer = told(
        rule("own"),
        rule("bill", versions=[version(norm_state="bill", valid_from=None)]),
        rule("all", applies_to=["any_person"]),
        rule("both", applies_to=["any_person", "listed"]),
    )
    assert ids(answer["groups"][0]["effects"]) == ["own", "both"]
    assert ids(answer["bills"]) == ["bill"] and answer["bills"][0]["state_text"] == "would concern you"
    assert ids(answer["everybody"]) == ["all"]


def test_an_effect_says_why_and_what_would_change_it() -> None:
    effect = told(rule("r", A), answers={"a": "yes"})["groups"][0]["effects"][0]
    assert effect["because"] == ["a is so"] and effect["would_change"] == ["if a is not so"]
    effect = told(rule("r", A))["groups"][0]["effects"][0]
    assert effect["state"] == "cannot_tell" and effect["would_change"] == ["a?"]
    effect = told(rule("r"))["groups"][0]["effects"][0]
    assert effect["would_change"] == ["being taken off the list (listed)"]


def test_what_does_not_apply_by_ones_answers_is_named_what_never_concerned_one_is_not() -> None:
    answer = told(rule("denied", A), rule("other", applies_to=["gave"]), answers={"a": "no"})
    assert ids(answer["not_by_answers"]) == ["denied"] and not answer["groups"]
    assert "No rule in this pack follows" in answer["text"]


def test_a_rule_that_gives_way_names_the_one_that_takes_its_place() -> None:
    answer = told(rule("general"), rule("special", overrides=["general"]))
    assert answer["not_by_answers"][0]["because"] == ["a special rule takes its place: special"]


def test_a_person_reads_back_their_own_words_for_a_tie() -> None:
    after = {"date": "act_on", "on_or_after": "org_listed_on"}
    result = evaluate(
        pack(rule("r", after, applies_to=["gave"])), TODAY, {}, [Tie("gave", "The Club", "2022", "2021")]
    )
    answer = render(result, "ru")
    assert answer["about"] == ["по-русски gave", "The Club"]
    assert answer["groups"][0]["effects"][0]["ties"] == ["The Club"]
    assert "2022 год, не раньше, чем" in answer["text"]


@pytest.mark.parametrize("width", [40, 60, 88])
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_lines_fit_but_for_addresses(width: int, lang: Any) -> None:
    result = evaluate(shipped(), TODAY, {}, ["foreign_agent_person", "left_the_country_no_status"])
    for line in render(result, lang, width=width)["text"].splitlines():
        assert len(line) <= width or "http" in line or " " not in line.strip(), line
