"""Turning the pages of the lists, and looking for a word in official names.

This is not matching: it finds what is literally there. Case, ё and e, and the kind of
quotation marks do not matter.
"""

from __future__ import annotations

from ..bundle import Bundle
from .plain import Plain, plain_entry


def browse(bundle: Bundle, *, list_id: str, text: str, start: int, count: int) -> Plain:
    """Listings whose official name holds every word of `text`, in the list's own order.

    Args:
        list_id: one list; "" for all.
        start, count: which of the found to return.
    Returns: `total` found, and `listings` from `start` on.
    """
    words = _plain(text).split()
    spans = [span for key, span in bundle.spans.items() if list_id in ("", key)]
    found = []
    total = 0
    for position in (i for span in spans for i in span):
        if words and not _holds(bundle.listings[position].entry.official_name, words):
            continue
        if start <= total < start + count:
            found.append(plain_entry(bundle.listings[position]))
        total += 1
    return {"total": total, "start": start, "listings": found}


def _holds(name: str, words: list[str]) -> bool:
    plain = _plain(name)
    return all(word in plain for word in words)


def _plain(text: str) -> str:
    folded = text.casefold().replace("ё", "е")
    return "".join(char if char.isalnum() else " " for char in folded)
