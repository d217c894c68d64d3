"""The compiled kernel: what mypyc makes of names and matching answers as the sources do, to the last bit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KERNEL = ROOT / "build" / "kernel"
MAKE = [sys.executable, str(ROOT / "tools" / "compile_kernel.py")]
NAMES = 2000  # drawn; each is asked in several spellings

# Run by both; prints everything a name can lead to. `repr` of a float gives all its bits.
ANSWERS = """
import hashlib, random, sys
from people import USUAL, people, romanise, typo
from sverka.errors import SverkaError
from sverka.matching import Index, IndexItem, build_index, compare, costs, match, namesakes
from sverka.matching.keys import keys_of
from sverka.model import Subject
from sverka.names import parse, spellings
print(costs.__file__.endswith(".py"), file=sys.stderr)
rng = random.Random(7)
drawn = [person.full() for person in people({names}, 7)]
latin = [romanise(name, rng.choice(USUAL)) for name in drawn]
odd = ["", "...", "И" * 999, "и\\u0301" * 99, "Dbrnjh Gtnhjd", "OKCAHA Петрова", "Иванова-Петрова А. Б.",
       "ИвановИван", "Вели оглы Али", "محمد عبد الله", "Ван Илья", "Иванову Ивану", "Саша Белый",
       "Siarhei Karavaika",
       "Example Freedom Foundation (Фонд «Свобода Примера»)", "\\U0001fae8"]
for name in [*drawn, *latin, *odd, *(typo(name, rng) for name in drawn[:500])]:
    try:
        print(repr(parse(name)), keys_of(name, "person"), keys_of(name, "organisation"))
    except SverkaError as error:
        print(error)
for left, right in zip(drawn, latin):
    print(repr(compare(left, right)), repr(compare(right, rng.choice(latin))))
for left, right in zip(odd, reversed(odd[:-1])):
    print(repr(compare(left, right)), repr(compare(left, right, kind="organisation")))
items = [IndexItem("person", (name,), 1950 + i % 50) for i, name in enumerate(latin)]
items += [IndexItem("organisation", (f"Фонд «{{name}}»", name), ids=("7700000001",)) for name in drawn[:200]]
data = build_index(items)
print(hashlib.sha256(data).hexdigest())
index = Index(data)
for name in [*drawn[:400], *odd[:-1], *(typo(name, rng) for name in drawn[:200]), "Иванов Иван"]:
    print(repr(match(Subject((name,), birth_year=1970, sex="f"), index)))
    print(repr(match(Subject((name,), "organisation"), index)), repr(namesakes(name)), spellings(name))
"""


def answers(package: Path) -> tuple[str, bool]:
    """What the package in a folder answers, and whether it was the sources that answered."""
    path = os.pathsep.join((str(package), str(ROOT / "evaluation")))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", ANSWERS.format(names=NAMES)], check=True,
                          capture_output=True, encoding="utf-8", env=environment)
    return done.stdout, done.stderr.strip() == "True"


def test_the_compiled_kernel_answers_as_the_sources_do() -> None:
    """Readings, keys, evidence, matches, namesakes, spellings and an index's bytes, of thousands of names."""
    # Compiling takes a minute: `./run test` does it before the tests; else it is done by hand.
    if subprocess.run([*MAKE, "--check"], check=False, capture_output=True).returncode:
        pytest.skip("no kernel of these sources: run tools/compile_kernel.py (needs a C compiler)")
    pure, from_sources = answers(ROOT / "src")
    fast, from_sources_too = answers(KERNEL)
    assert from_sources
    assert not from_sources_too
    assert pure.count("\n") > 3 * NAMES
    for expected, found in zip(pure.splitlines(), fast.splitlines(), strict=True):
        assert found == expected
