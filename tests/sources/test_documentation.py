"""The examples in the docstrings of `sverka.sources` hold."""

import doctest
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sverka.sources

MODULES = [module.name for module in pkgutil.iter_modules(sverka.sources.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(f"sverka.sources.{name}")
    assert doctest.testmod(module).failed == 0


def test_the_page_of_the_lists_is_what_the_facts_files_say() -> None:
    tool = Path(__file__).parents[2] / "tools" / "lists_page.py"
    assert subprocess.run([sys.executable, str(tool), "--check"], check=False).returncode == 0


@pytest.mark.parametrize("list_id", sverka.sources.list_ids())
def test_facts_are_told_in_both_languages(list_id: str) -> None:
    known = sverka.sources.facts(list_id)
    for text in (known.title, known.keeper, *known.gaps):
        assert re.search("[a-z]", text.en) and re.search("[а-я]", text.ru)
    assert known.legal_basis and known.address.startswith("http") and known.cadence_days > 0


def test_every_closed_list_names_its_source_and_has_its_own_id() -> None:
    closed = sverka.sources.closed_lists()
    assert len({item.id for item in closed}) == len(closed) >= 10
    assert all(item.source and item.reported.ru and item.reported.en for item in closed)
