"""Rules over dates, statuses, ties, exceptions and overrides."""

from __future__ import annotations

import json
from datetime import date

import pytest

from sverka.errors import TrustError
from sverka.law import Pack, Tie, evaluate, questions

from .packs import pack, raw, rule, version

TODAY = date(2026, 11, 23)
A, AFTER = {"answer": "a", "is": "yes"}, {"date": "act_on", "on_or_after": "org_listed_on"}


def states(p: Pack, answers: dict[str, str], statuses: list[str | Tie], day: date = TODAY) -> dict[str, str]:
    return {f.rule.id: f.state for f in evaluate(p, day, answers, statuses).findings}


def test_a_rule_applies_only_to_its_statuses() -> None:
    p = pack(rule("r"))
    assert states(p, {}, ["listed"]) == {"r": "applies"}
    assert states(p, {}, []) == {"r": "does_not_apply"}
    assert states(p, {}, ["gone"]) == {"r": "applies"}, "gone implies listed"


def test_a_status_may_answer_a_question_and_the_person_may_say_otherwise() -> None:
    p = pack(rule("r", A))
    assert states(p, {}, ["gone"]) == {"r": "applies"}
    assert states(p, {"a": "no"}, ["gone"]) == {"r": "does_not_apply"}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2019, 12, 31), "not_in_force"),
        (date(2020, 1, 1), "applies"),
        (date(2024, 6, 30), "applies"),
        (date(2024, 7, 1), "not_in_force"),
    ],
)
def test_a_version_holds_from_its_first_day_to_its_last(day: date, state: str) -> None:
    assert states(pack(rule("r", versions=[version(valid_to="2024-06-30")])), {}, ["listed"], day) == {
        "r": state
    }


@pytest.mark.parametrize(
    ("start", "day", "state"),
    [
        ("2025-10", date(2025, 9, 30), "not_in_force"),
        ("2025-10", date(2025, 10, 15), "cannot_tell"),
        ("2025-10", date(2025, 10, 31), "applies"),
        (None, date(2025, 12, 31), "cannot_tell"),
        (None, date(2026, 1, 1), "applies"),
    ],
)
def test_a_loose_start_decides_nothing_while_it_may_still_be_ahead(
    start: str | None, day: date, state: str
) -> None:
    assert states(pack(rule("r", versions=[version(valid_from=start)])), {}, ["listed"], day) == {"r": state}


def test_each_version_may_have_its_own_condition() -> None:
    p = pack(
        rule(
            "r",
            versions=[
                version(valid_from="2015", valid_to="2019-12-31", when={"answer": "b", "is": "yes"}),
                version(when=A),
            ],
        )
    )
    assert states(p, {"a": "yes"}, ["listed"]) == {"r": "applies"}
    assert states(p, {"b": "yes", "a": "no"}, ["listed"], date(2018, 1, 1)) == {"r": "applies"}


def test_an_exception_bars_and_an_open_one_leaves_it_open() -> None:
    p = pack(rule("r", unless=A))
    assert states(p, {"a": "yes"}, ["listed"]) == {"r": "does_not_apply"}
    assert states(p, {}, ["listed"]) == {"r": "cannot_tell"}


def test_a_special_rule_takes_the_place_of_the_general_one() -> None:
    p = pack(rule("general"), rule("special", A, overrides=["general"]))
    assert states(p, {"a": "yes"}, ["listed"]) == {"general": "does_not_apply", "special": "applies"}
    assert states(p, {"a": "no"}, ["listed"])["general"] == "applies"
    assert states(p, {}, ["listed"])["general"] == "cannot_tell"
    before = pack(
        rule("general"), rule("special", overrides=["general"], versions=[version(valid_from="2027")])
    )
    assert states(before, {}, ["listed"])["general"] == "applies", "not before the special rule is in force"


def test_a_bill_takes_nobodys_place() -> None:
    p = pack(
        rule("general"),
        rule("bill", overrides=["general"], versions=[version(norm_state="bill", valid_from=None)]),
    )
    assert states(p, {}, ["listed"])["general"] == "applies"


def test_each_tie_is_looked_at_on_its_own_dates() -> None:
    p = pack(rule("r", AFTER, applies_to=["gave"]))
    before = Tie("gave", "One", "2020", "2021-08-04")
    after = Tie("gave", "Two", "2022", "2021-08-04")
    assert states(p, {}, [before]) == {"r": "does_not_apply"}
    result = evaluate(p, TODAY, {}, [before, after])
    assert [(f.state, f.ties) for f in result.findings] == [("applies", ("Two",))]


def test_only_the_questions_of_the_open_tie_are_asked() -> None:
    p = pack(rule("r", AFTER, applies_to=["gave"]))
    ties: list[str | Tie] = [Tie("gave", "One", "2020", "2021"), Tie("gave", "Two", "", "2021")]
    assert [(ask.key, ask.about) for ask in questions(p, TODAY, {}, ties)] == [("gave#2:act_on", "Two")]
    assert states(p, {"gave#2:act_on": "2023"}, ties) == {"r": "applies"}


@pytest.mark.parametrize(
    ("days", "stale", "withheld"),
    [(90, False, False), (91, True, False), (365, True, False), (366, True, True)],
)
def test_an_old_check_is_marked_and_a_very_old_one_withheld(days: int, stale: bool, withheld: bool) -> None:
    day = date.fromordinal(TODAY.toordinal() + days)
    finding = evaluate(pack(rule("r")), day, {}, ["listed"]).findings[0]
    assert (finding.stale, finding.withheld) == (stale, withheld)


def test_questions_come_gravest_first_and_never_more_than_allowed() -> None:
    p = pack(
        rule("small", A, gravity=1),
        rule("grave", {"answer": "b", "is": "yes"}, gravity=5),
        rule("all", {"answer": "c", "is": "yes"}, applies_to=["any_person"], gravity=5),
    )
    assert [ask.key for ask in questions(p, TODAY, {}, ["listed"])] == ["b", "a", "c"]
    assert [ask.key for ask in questions(p, TODAY, {}, ["listed"], limit=1)] == ["b"]
    assert [ask.key for ask in questions(p, TODAY, {"b": "unknown"}, ["listed"])] == ["a", "c"], "not twice"


def test_a_decided_branch_asks_nothing() -> None:
    p = pack(rule("r", {"all": [A, {"answer": "b", "is": "yes"}]}))
    assert questions(p, TODAY, {"a": "no"}, ["listed"]) == ()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema":"other"}', "null", "[" * 100_000])
def test_a_pack_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(TrustError):
        Pack.from_json(text)


def test_a_pack_with_a_torn_rule_is_refused() -> None:
    broken = raw(rule("r"))
    del broken["rules"][0]["versions"][0]["cites"][0]["publisher"]
    with pytest.raises(TrustError):
        Pack.from_json(json.dumps(broken))
