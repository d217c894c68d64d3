"""Loose dates and three-valued conditions."""

from __future__ import annotations

import pytest

from sverka.law.conditions import Known, assess, read
from sverka.law.spans import Span, span_or_none


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-08-04", "2021-08-04", "2021-08-04"),
        ("2021-08-04/2022", "2021-08-04", "2022-12-31"),
    ],
)
def test_a_loose_date_is_all_the_days_it_may_mean(text: str, first: str, last: str) -> None:
    span = Span.parse(text)
    assert (span.lo.isoformat(), span.hi.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "unknown", "21", "2021-13", "2021-02-30", "2022/2021", "2021-1-1-1", "٢٠٢١"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Span.parse(text)
    assert span_or_none(text) is None


@pytest.mark.parametrize(
    ("one", "other", "truth"),
    [
        ("2022", "2021-08-04", True),
        ("2020", "2021-08-04", False),
        ("2021", "2021-08-04", None),
        ("2021-08-04", "2021-08-04", True),
        ("2021-08-03", "2021-08-04", False),
        # Between the prosecutor's decision and the ministry's entry nothing is decided.
        ("2026-01-20", "2026-01-15/2026-01-27", None),
        ("2026-01-27", "2026-01-15/2026-01-27", True),
        ("2026-01-14", "2026-01-15/2026-01-27", False),
    ],
)
def test_before_or_after_is_told_only_where_the_dates_allow(one: str, other: str, truth: bool | None) -> None:
    assert Span.parse(one).not_before(Span.parse(other)) is truth


A, B = {"answer": "a", "is": "yes"}, {"answer": "b", "is": "yes"}


@pytest.mark.parametrize(
    ("raw", "answers", "truth"),
    [
        (None, {}, True),
        (A, {"a": "yes"}, True),
        (A, {"a": "no"}, False),
        (A, {"a": "unknown"}, None),
        (A, {}, None),
        ({"answer": "a", "is": "no"}, {"a": "no"}, True),
        ({"all": [A, B]}, {"a": "no"}, False),
        ({"all": [A, B]}, {"a": "yes"}, None),
        ({"any": [A, B]}, {"a": "yes"}, True),
        ({"any": [A, B]}, {"a": "no"}, None),
        ({"not": A}, {"a": "yes"}, False),
        ({"not": A}, {}, None),
        ({"status": "s"}, {}, True),
        ({"status": "t"}, {}, False),
        ({"date": "d", "on_or_after": "2021-08-04"}, {"d": "2022"}, True),
        ({"date": "d", "before": "2021-08-04"}, {"d": "2022"}, False),
        ({"date": "d", "on_or_after": "2020", "before": "2022"}, {"d": "2021"}, True),
        ({"date": "d", "on_or_after": "e"}, {"d": "2022"}, None),
        ({"date": "d", "on_or_after": "e"}, {"d": "2022", "e": "2021"}, True),
        (A, {"a": "perhaps"}, None),
    ],
)
def test_a_condition_is_true_false_or_not_to_be_told(
    raw: object, answers: dict[str, str], truth: bool | None
) -> None:
    assert assess(read(raw), Known(answers, frozenset({"s"}))).truth is truth  # type: ignore[arg-type]


def test_what_decided_is_as_little_as_it_takes() -> None:
    known = Known({"a": "no"}, frozenset())
    assert [leaf.question for leaf in assess(read({"all": [B, A]}), known).support] == ["a"]  # type: ignore[union-attr]
    assert [leaf.question for leaf in assess(read({"any": [A, B]}), known).open] == ["b"]  # type: ignore[union-attr]


def test_an_answer_about_one_tie_goes_before_the_persons() -> None:
    known = Known({"a": "no", "gave:a": "yes"}, frozenset(), "gave")
    assert assess(read(A), known).truth is True
