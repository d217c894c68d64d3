"""The watch over the portable part (tests/conftest.py) can fail."""

from pathlib import Path

import pytest

from sverka.errors import Text


def test_a_file_opened_from_a_portable_module_is_an_error() -> None:
    as_if = str(Path(__file__).parents[2] / "src" / "sverka" / "errors.py")
    code = compile("def touch():\n    return open(__file__)", as_if, "exec")
    scope: dict[str, object] = {"__file__": __file__}
    exec(code, scope)
    with pytest.raises(RuntimeError, match="may not touch the outside"):
        scope["touch"]()  # type: ignore[operator]


def test_a_file_opened_from_a_test_is_none() -> None:
    assert Path(__file__).read_text() and Text("a", "b").en == "a"
