"""Answers keep to docs/check.schema.json, and every key of the schema is used."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from invented import bundle_bytes
from sverka.check import check_json, open_bundle

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "check.schema.json").read_text())
SUBJECTS: list[Any] = [
    {"name": "Хвощинский Елизар Прохорович", "birth_year": 1971}, "Ломтева К. Ю.", "Незнайкин",
    {"name": "Синяя репка", "kind": "organisation", "ids": ["1027700000000"]},
    {"name": "Хвощинский Елизар Прохорович", "region": "Дагестан"},
    {"name": "Ломтева Капитолина", "region": "Атлантида"},
]


def answer(*subjects: object, lang: str = "en", today: str = "2026-07-20") -> Any:
    open_bundle(bundle_bytes())
    return json.loads(check_json(json.dumps(
        {"op": "check", "lang": lang, "today": today, "subjects": subjects, "faint": True})))


@pytest.mark.parametrize("subjects", [[subject] for subject in SUBJECTS] + [SUBJECTS])
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_an_answer_keeps_to_the_schema(subjects: list[object], lang: str) -> None:
    Draft202012Validator(SCHEMA).validate(answer(*subjects, lang=lang))
    Draft202012Validator(SCHEMA).validate(answer(*subjects, lang=lang, today="2027-01-01"))


def test_the_schema_itself_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_an_answer_with_another_key_would_be_noticed() -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(answer(SUBJECTS[0]) | {"verdict": "safe"})


def test_the_description_names_every_operation() -> None:
    from sverka.check.service import _OPERATIONS  # noqa: PLC0415

    assert all(f"`{name}`" in (DOCS / "json.md").read_text() for name in _OPERATIONS)
