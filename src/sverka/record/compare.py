"""Whether two values of a field say the same, within one form of publication and across forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from .identity import tokens

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟″＂", '"') | dict.fromkeys("‐‑‒–—−", "-") | {"№": "N"})
_LAW_NUMBER = re.compile(r"\d[\d.]*")


def same(name: str, before: object, after: object, *, one_form: bool) -> bool:
    """Whether two values of a field say the same.

    Within one form: apart from blanks, quotation marks, dashes and № / No. Across forms,
    whose conventions differ: apart from order, case and punctuation as well, and of a legal
    basis only the numbers of article and law count.
    """
    if before == after:
        return True
    if isinstance(before, tuple) and isinstance(after, tuple):
        if name == "legal_basis" and not one_form:
            return _law(before) == _law(after)
        return _alike_texts(name, before, after, one_form)
    return (
        isinstance(before, str)
        and isinstance(after, str)
        and _alike_texts(name, (before,), (after,), one_form)
    )


def _alike_texts(name: str, before: tuple[str, ...], after: tuple[str, ...], one_form: bool) -> bool:
    if {_squeezed(x) for x in before} == {_squeezed(x) for x in after}:
        return True
    left, right = "; ".join(before), "; ".join(after)
    if one_form or name in ("number", "inn", "ogrn", "digest"):
        return False
    a, b = tokens(left), tokens(right)
    return sorted(a) == sorted(b) or "".join(a) == "".join(b)


def _squeezed(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_QUOTES)).replace("No ", "N ")
    return "".join(folded.split())


def _law(texts: Sequence[str]) -> list[str]:
    return sorted({number.strip(".") for text in texts for number in _LAW_NUMBER.findall(text)})


def as_text(value: object) -> str:
    """A field's value as a change shows it: dates in ISO, several values joined by `; `."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(str(v) for v in value)
    return str(value)
