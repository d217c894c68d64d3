"""The examples in the docstrings of `sverka.sources` hold."""

import doctest
import importlib
import pkgutil

import pytest

import sverka.sources

MODULES = [module.name for module in pkgutil.iter_modules(sverka.sources.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(f"sverka.sources.{name}")
    assert doctest.testmod(module).failed == 0
