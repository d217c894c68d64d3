"""Bundles made to be opened: right digests, wrong contents. A sample of evaluation/fuzz_container.py."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sverka.bundle import Bundle
from sverka.bundle.container import LARGEST_UNFOLDED
from sverka.errors import TrustError
from sverka.matching import Index

SCRIPT = Path(__file__).parents[2] / "evaluation" / "fuzz_container.py"


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_container", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz_container"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", ["bytes", "table", "meta", "listings", "keys", "items", "index"])
def test_a_made_up_bundle_gives_values_or_a_refusal(fuzz: ModuleType, kind: str) -> None:
    data, rng = fuzz.honest(), random.Random(kind)
    sections = fuzz.opened(data) | {"rules": (b"", "raw")}
    outcomes = set()
    for _ in range(40):
        try:
            fuzz.read_all(fuzz.mutant(rng, data, sections, kind))
            outcomes.add("read")
        except TrustError:
            outcomes.add("refused")
    assert "refused" in outcomes


def test_a_section_that_says_it_unfolds_to_more_than_is_allowed_is_not_unfolded(fuzz: ModuleType) -> None:
    bomb = {"meta": (b"{}", "zlib"), "keys": (bytes(1000), "zlib")}
    data = fuzz.sealed(bomb, lambda rows: rows[1].__setitem__(3, LARGEST_UNFOLDED + 1))
    with pytest.raises(TrustError):
        Bundle(data)


DEEP = b"[" * 100_000


@pytest.mark.parametrize("name", ["meta", "keys"])
def test_json_without_a_floor_is_a_refusal(fuzz: ModuleType, name: str) -> None:
    sections = fuzz.opened(fuzz.honest()) | {name: (DEEP, "zlib")}
    bundle = Bundle(fuzz.sealed(sections))
    with pytest.raises(TrustError):
        bundle.find("ru-foreign-agents", "1")


def test_an_index_cut_anywhere_is_refused_at_opening(fuzz: ModuleType) -> None:
    index = bytes(Bundle(fuzz.honest()).index_bytes)
    for cut in range(8, len(index), 997):
        with pytest.raises(TrustError):
            Index(index[:cut])
