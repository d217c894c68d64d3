"""What must hold for any rules and any answers.

SVERKA_LAW_EXAMPLES sets how many random packs each law is tried on; evaluation/law_random.py tries 10,000.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sverka.law import Tie, evaluate, questions, render
from sverka.law.ask import open_questions
from sverka.law.spans import Span

from .packs import pack, rule, shipped, version

EXAMPLES = int(os.environ.get("SVERKA_LAW_EXAMPLES", "40"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
LOOSE = st.one_of(
    DAYS.map(str),
    st.integers(2015, 2030).map(str),
    st.tuples(st.integers(2015, 2030), st.integers(1, 12)).map(lambda d: f"{d[0]}-{d[1]:02}"),
)
YES_NO = st.sampled_from(["yes", "no", "unknown"])
LEAF: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(lambda q, a: {"answer": q, "is": a}, st.sampled_from("abc"), st.sampled_from(["yes", "no"])),
    st.builds(lambda s: {"status": s}, st.sampled_from(["listed", "gone"])),
)
TIE_LEAF = st.one_of(
    LEAF,
    st.just({"answer": "x", "is": "yes"}),
    st.builds(
        lambda k, b: {"date": "act_on", k: b},
        st.sampled_from(["on_or_after", "before"]),
        st.one_of(LOOSE, st.just("org_listed_on")),
    ),
)


def conditions(leaf: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            inner.map(lambda part: {"not": part}),
        ),
        max_leaves=5,
    )


VERSION = st.builds(
    lambda start, norm: version(valid_from=start, norm_state=norm),
    st.one_of(st.none(), LOOSE),
    st.sampled_from(["in_force", "bill", "practice", "adopted_not_confirmed"]),
)


@st.composite
def rules(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = [f"r{i}" for i in range(draw(st.integers(1, 5)))]
    made = []
    for name in names:
        tie = draw(st.booleans())
        made.append(
            rule(
                name,
                draw(st.one_of(st.none(), conditions(TIE_LEAF if tie else LEAF))),
                unless=draw(st.one_of(st.none(), conditions(TIE_LEAF if tie else LEAF))),
                applies_to=["gave"] if tie else draw(st.sampled_from([["listed"], ["gone"], ["any_person"]])),
                gravity=draw(st.integers(1, 5)),
                versions=[draw(VERSION)],
                overrides=draw(st.lists(st.sampled_from(names), max_size=2, unique=True)),
            )
        )
    return made


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "a": YES_NO,
        "b": YES_NO,
        "c": YES_NO,
        "x": YES_NO,
        "gave:x": YES_NO,
        "act_on": LOOSE,
        "gave:org_listed_on": LOOSE,
    },
)
HELD: st.SearchStrategy[list[str | Tie]] = st.lists(
    st.one_of(
        st.sampled_from(["listed", "gone", "gave"]),
        st.builds(Tie, st.just("gave"), act_on=LOOSE, listed_on=LOOSE),
    ),
    max_size=4,
)


def states(
    made: list[dict[str, Any]], day: date, answers: dict[str, str], held: list[str | Tie]
) -> dict[str, str]:
    return {f.rule.id: f.state for f in evaluate(pack(*made), day, answers, held, state="RU").findings}


@many
@given(rules(), DAYS, ANSWERS, HELD, st.data())
def test_not_knowing_never_turns_one_certainty_into_the_other(
    made: list[dict[str, Any]], day: date, answers: dict[str, str], held: list[str | Tie], data: st.DataObject
) -> None:
    """An answer "don't know" never turns "applies" into "does not apply", nor the other way round."""
    known = states(made, day, answers, held)
    for key in data.draw(st.lists(st.sampled_from(sorted(answers) or ["a"]), max_size=3)):
        answers = {**answers, key: "unknown"}
    for name, state in states(made, day, answers, held).items():
        assert state in (known[name], "cannot_tell"), (name, known[name], state)


@many
@given(rules(), DAYS, ANSWERS, HELD, conditions(LEAF))
def test_an_unrelated_rule_changes_no_answer(
    made: list[dict[str, Any]], day: date, answers: dict[str, str], held: list[str | Tie], when: Any
) -> None:
    """Adding a rule that overrides nothing leaves every other rule's answer as it was."""
    more = states([*made, rule("unrelated", when)], day, answers, held)
    more.pop("unrelated")
    assert more == states(made, day, answers, held)


@many
@given(rules(), ANSWERS, HELD, LOOSE)
def test_before_its_start_a_version_yields_nothing(
    made: list[dict[str, Any]], answers: dict[str, str], held: list[str | Tie], start: str
) -> None:
    """Moving the date before a version's start never yields its outcome."""
    for each in made:
        each["versions"] = [version(valid_from=start)]
    day = Span.parse(start).lo - timedelta(days=1)
    assert set(states(made, day, answers, held).values()) == {"not_in_force"}


WILD = st.dictionaries(st.text(max_size=12), st.text(max_size=12), max_size=5)


@many
@given(rules(), DAYS, st.one_of(ANSWERS, WILD), st.one_of(HELD, st.lists(st.text(max_size=8), max_size=3)))
def test_nothing_raises_on_random_packs_and_answers(
    made: list[dict[str, Any]], day: date, answers: dict[str, str], held: list[str | Tie]
) -> None:
    """Evaluation, questions and both languages of the answer, on anything."""
    result = evaluate(pack(*made), day, answers, held, state="RU")
    for lang in ("en", "ru"):
        assert render(result, lang, everything=True)["text"]  # type: ignore[arg-type]
    assert len(questions(pack(*made), day, answers, held)) <= 8


@settings(max_examples=min(EXAMPLES, 300), deadline=None, suppress_health_check=list(HealthCheck))
@given(rules(), DAYS, HELD)
def test_a_question_that_is_asked_can_change_something(
    made: list[dict[str, Any]], day: date, held: list[str | Tie]
) -> None:
    """For each yes/no question asked there are answers to the others under which it matters."""
    plain = [each for each in made if "act_on" not in str(each)]
    asked = [ask for ask in questions(pack(*plain), day, {}, held) if ask.question.kind == "yes_no"]
    keys = [ask.key for ask in asked]
    for key in keys:
        others = [name for name in keys if name != key][:3]
        cases = (
            {**dict(zip(others, case, strict=True))} for case in product(("yes", "no"), repeat=len(others))
        )
        once = [name for each in plain for name in [each["id"]] if _asked_once(each)]
        if not once:
            continue
        changed = any(
            states(plain, day, {**case, key: "yes"}, held) != states(plain, day, {**case, key: "no"}, held)
            for case in cases
        )
        waiting = {name for ask in asked if ask.key == key for name in ask.rules}
        assert changed or not waiting <= set(once) or len(keys) > 4, key


def _asked_once(made: dict[str, Any]) -> bool:
    """No question stands twice in a rule, where one place may cancel the other, and nothing gives way."""
    text = str(made)
    return all(text.count(f"'answer': '{name}'") <= 1 for name in "abcx") and not made["overrides"]


@settings(max_examples=min(EXAMPLES, 100), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_shipped_rules_keep_the_law_of_not_knowing(data: st.DataObject) -> None:
    """The same law on the real pack: statuses, answers and dates at random, one answer taken back."""
    rules_ = shipped()
    held = data.draw(st.lists(st.sampled_from(sorted(rules_.statuses)), min_size=1, max_size=4))
    chosen = data.draw(
        st.lists(st.sampled_from(sorted(rules_.questions)), min_size=1, max_size=8, unique=True)
    )
    answers = {
        name: data.draw(YES_NO if rules_.questions[name].kind == "yes_no" else LOOSE) for name in chosen
    }
    day = data.draw(st.dates(date(2015, 1, 1), date(2027, 10, 1)))
    before = {f.rule.id: f.state for f in evaluate(rules_, day, answers, held).findings}
    lost = data.draw(st.sampled_from(chosen))
    result = evaluate(rules_, day, {**answers, lost: "unknown"}, held)
    for finding in result.findings:
        assert finding.state in (before[finding.rule.id], "cannot_tell")
    assert all(ask.key.rpartition(":")[2] != lost for ask in open_questions(result))
