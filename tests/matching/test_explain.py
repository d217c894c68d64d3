"""Evidence in sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sverka.matching import compare, explain
from sverka.matching.explain import KINDS
from sverka.model import Evidence

DOCS = Path(__file__).parents[2] / "docs" / "matching.md"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_sentence_names_both_sides_and_no_bits(kind: str) -> None:
    for lang in ("ru", "en"):
        sentence = explain(Evidence(kind, "Щеглова", "Shcheglova", -7.25), lang)  # type: ignore[arg-type]
        assert sentence.endswith(".")
        assert "7.2" not in sentence and "{" not in sentence


def test_a_difference_shows_what_differs() -> None:
    line = next(x for x in compare("Зябликов Аркадий", "Зябликов Никита").lines if x.kind == "given.differs")
    assert "«Аркадий»" in explain(line, "ru")
    assert "“Никита”" in explain(line, "en")


def test_every_kind_is_in_the_documentation() -> None:
    documented = set(re.findall(r"`([a-z_]+\.[a-z_]+)`", DOCS.read_text(encoding="utf-8")))
    parts = ("surname", "given", "patronymic", "initial", "particle", "name", "word")
    said = documented | {f"{part}.{kind.removeprefix('part.')}" for kind in documented for part in parts}
    assert set(KINDS) <= said
