"""The law part behind the boundary that page and tools share."""

from __future__ import annotations

import json
from typing import Any

from invented import AGENTS, UNDESIRABLE, bundle_bytes
from sverka.check import check_json, open_bundle

from .packs import COMPILED


def ask(**request: Any) -> Any:
    assert "error" not in json.loads(open_bundle(bundle_bytes(rules_json=COMPILED.read_bytes())))
    return json.loads(check_json(json.dumps({"today": "2026-11-23", "lang": "en", **request})))


def test_a_listed_person_is_told_what_the_listing_means() -> None:
    listings = [{"list": AGENTS, "key": "1"}]
    reply = ask(op="law_questions", listings=listings)
    assert 1 <= len(reply["questions"]) <= 8
    told = ask(op="law_answers", listings=listings, answers={"abroad": "yes"})
    ids = {effect["id"] for group in told["groups"] for effect in group["effects"]}
    assert "ru.fa.fined-abroad" in ids and "ru.fa.income-tax" in ids


def test_an_excluded_person_is_not_told_the_same() -> None:
    """The day of the exclusion, long past, answers for itself."""
    told = ask(op="law_answers", listings=[{"list": AGENTS, "key": "2"}])
    assert "ru.fa.income-tax" in {effect["id"] for effect in told["not_by_answers"]}
    assert not [effect for group in told["groups"] for effect in group["effects"]]


def test_a_tie_to_a_listed_organisation_takes_its_dates_from_the_list() -> None:
    listings = [{"list": UNDESIRABLE, "key": "1"}]
    choices = ask(op="law_questions", listings=listings)["choices"]
    assert {choice["tie"] for choice in choices} == {"donated", "took_part", "worked_for", "reposted"}
    for given, state in (("2024-01", "not_by_answers"), ("2025", "groups")):
        told = ask(
            op="law_answers",
            listings=listings,
            statuses=["donor_to_undesirable_org"],
            answers={"act_on": given, "left_voluntarily_or_helped_stop": "no"},
        )
        groups = [effect for group in told["groups"] for effect in group["effects"]]
        found = {effect["id"] for effect in (groups if state == "groups" else told["not_by_answers"])}
        assert "ru.un.uk-284-1-funding" in found
        assert any("Blue Turnip" in word for word in told["about"])


def test_a_request_that_makes_no_sense_is_refused() -> None:
    for request in (
        {"statuses": ["nobody"]},
        {"answers": {"abroad": "perhaps"}},
        {"answers": {"nothing": "yes"}},
        {"ties": [{}]},
        {"ties": ["x"]},
        {"answers": 3},
        {"today": "soon"},
        {"listings": "x"},
    ):
        assert ask(op="law_answers", **request)["error"]["exit_status"] == 2, request
