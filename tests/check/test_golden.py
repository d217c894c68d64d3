"""Answers change only when somebody means them to: golden/answers.json.

After a change that is meant: python tools/golden.py answers, and a line in the changelog.
"""

import importlib.util
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def _tool() -> Any:
    spec = importlib.util.spec_from_file_location("golden_tool", ROOT / "tools" / "golden.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_first_answers_are_the_golden_ones() -> None:
    golden = json.loads((ROOT / "golden" / "answers.json").read_text())
    tool = _tool()
    assert tool.digests(3) == golden["answers"][:3]


def test_there_are_two_thousand_invented_subjects() -> None:
    subjects = json.loads((ROOT / "golden" / "subjects.json").read_text("utf-8"))
    assert len(subjects) == 2000 and all(subject["name"] for subject in subjects)
