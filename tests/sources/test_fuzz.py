"""A few mutations of every parser's file; evaluation/fuzz_parsers.py takes 20,000 of each."""

import importlib.util
from pathlib import Path
from random import Random
from types import ModuleType

import pytest


def script() -> ModuleType:
    path = Path(__file__).parents[2] / "evaluation" / "fuzz_parsers.py"
    spec = importlib.util.spec_from_file_location("fuzz_parsers", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FUZZ = script()


@pytest.mark.parametrize("name", FUZZ.SEEDS)
def test_mutated_files_are_refused_or_read_and_cut_ones_never_accepted(name: str) -> None:
    list_id, make = FUZZ.SEEDS[name]
    assert FUZZ._fuzz(name, list_id, make(), 30, Random(name)) == 0
