"""The READMEs show what the program prints, and name only what exists."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def _tool() -> Any:
    spec = importlib.util.spec_from_file_location("readme_tool", ROOT / "tools" / "readme.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_blocks_are_what_the_program_prints(name: str) -> None:
    assert _tool().current(name) == (ROOT / name).read_text("utf-8"), "run: python tools/readme.py"


@pytest.mark.parametrize("name", ["README.md", "README.ru.md", "CONTRIBUTING.md", "SECURITY.md",
                                  "docs/json.md", "docs/decisions/README.md"])
def test_every_linked_file_and_named_script_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    scripts = re.findall(r"`((?:evaluation|benchmarks|tools|tests)/[\w/]+\.py)`", text)
    missing = [x for x in links if not (ROOT / name).parent.joinpath(x).exists()]
    assert not missing + [x for x in scripts if not (ROOT / x).exists()]
