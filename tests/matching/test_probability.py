"""The chance that a match is the subject: a law and what namesakes mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.matching import Index, IndexItem, build_index, match
from sverka.matching.probability import ASKER, TOP, birth_year_evidence, probability
from sverka.model import Subject, Verdict

BITS = st.floats(-80, 80)
VERDICTS: tuple[Verdict, ...] = ("strong", "possible", "unlikely")


@given(one=BITS, other=BITS, population=st.floats(1, 1e9), verdict=st.sampled_from(VERDICTS))
def test_a_chance_never_falls_as_evidence_rises(one: float, other: float, population: float,
                                                verdict: Verdict) -> None:
    """And is never below zero nor certain."""
    low, high = sorted((one, other))
    assert 0 <= probability(low, population, verdict) <= probability(high, population, verdict) <= TOP


def test_bits_of_an_agreeing_name_are_odds() -> None:
    """Ten bits against a thousand people are an even chance."""
    assert probability(10, 1024, "strong") == pytest.approx(0.5)


@pytest.mark.parametrize(
    "name", ["Иванов Александр Сергеевич", "Зябликов Аркадий Викторович", "Кузнецова Анна"])
def test_an_agreeing_name_has_odds_of_one_to_its_namesakes(name: str) -> None:
    """Times how much likelier an asker is to be listed; a rare name is not above its cap."""
    found = match(Subject((name,)), Index(build_index([IndexItem("person", (name,))])))[0]
    assert found.namesakes is not None
    odds = found.probability / (1 - found.probability)
    assert odds < 3 * ASKER / found.namesakes.expected
    assert odds > 0.3 * ASKER / max(found.namesakes.expected, 0.05)


def test_what_birth_years_say_goes_down_with_their_distance() -> None:
    """The same year, the next, a slip, another; a rare year says more when it agrees."""
    bits = [birth_year_evidence(1975, year).bits for year in (1975, 1976, 1971, 1958)]
    assert bits == sorted(bits, reverse=True)
    assert birth_year_evidence(1938, 1938).bits > bits[0]
