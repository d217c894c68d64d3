"""Worked lives: invented people, their answers, and the whole transcript in both languages.

`SVERKA_GOLDEN=write` rewrites the transcripts; read the difference before committing it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sverka.law import answers_json, questions_json

from .packs import shipped

LIVES = Path(__file__).parent / "lives"
FILES = sorted(LIVES.glob("*.json"))


def transcript(life: dict[str, Any], lang: str) -> str:
    """What the person is asked, what they say, and what they are told."""
    request = {**life["request"], "lang": lang, "answers": {}}
    lines = [life["title"][lang], ""]
    lines.extend(_conversation(request, life["replies"]))
    return "\n".join([*lines, "", answers_json(shipped(), request)["text"]])


def _conversation(request: dict[str, Any], replies: dict[str, str]) -> Iterator[str]:
    while asks := questions_json(shipped(), request)["questions"]:
        ask = asks[0]
        request["answers"][ask["key"]] = reply = replies.get(ask["key"], "unknown")
        about = f" ({ask['about']})" if ask["about"] else ""
        yield f"? {ask['ask']}{about}"
        yield f"> {reply}"


def test_there_are_twelve_lives_or_more() -> None:
    assert len(FILES) >= 12


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_life_is_told_as_agreed(path: Path, lang: str) -> None:
    life = json.loads(path.read_text("utf-8"))
    told = transcript(life, lang)
    golden = path.with_suffix(f".{lang}.txt")
    if os.environ.get("SVERKA_GOLDEN") == "write":
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    assert told.count("\n> ") <= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_life_comes_out_as_its_author_meant(path: Path) -> None:
    """The rules named in the life have the state named there, whatever the wording."""
    life = json.loads(path.read_text("utf-8"))
    request = {**life["request"], "lang": "en", "answers": {}}
    list(_conversation(request, life["replies"]))
    answer = answers_json(shipped(), request)
    groups = [effect for group in answer["groups"] for effect in group["effects"]]
    effects = [*groups, *answer["bills"], *answer["everybody"], *answer["not_by_answers"]]
    got = {effect["id"]: effect["state"] for effect in effects}
    assert {name: got.get(name) for name in life["expect"]} == life["expect"]
