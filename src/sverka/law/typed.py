"""Whether what was read from JSON has the types its dataclasses name; JSON holds anything anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass


def check(value: object) -> None:
    """Look through dataclasses, tuples and mappings for a text that is none.

    Raises: TypeError at the first field declared `str`, `tuple[str, ...]` or `Mapping[str, str]` that is not.
    """
    if is_dataclass(value):
        for field in fields(value):
            found = getattr(value, field.name)
            _field(f"{type(value).__name__}.{field.name}", str(field.type), found)
            check(found)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            _text("a key", key)
            check(one)
    elif isinstance(value, tuple):
        for one in value:
            check(one)


def _field(name: str, declared: str, found: object) -> None:
    if declared == "str":
        _text(name, found)
    elif declared == "tuple[str, ...]" and isinstance(found, tuple):
        for one in found:
            _text(name, one)
    elif declared == "Mapping[str, str]" and isinstance(found, Mapping):
        for one in found.values():
            _text(name, one)


def _text(name: str, found: object) -> None:
    if not isinstance(found, str):
        raise TypeError(f"{name} is {type(found).__name__}")
