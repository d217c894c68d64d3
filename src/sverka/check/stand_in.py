"""A plain stand-in for `sverka.matching` until that lands: whole words, both scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Evidence, Match, Subject, Verdict

_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y",
    "ь": "", "э": "e", "ю": "iu", "я": "ia",
})


class IndexItem(NamedTuple):
    """What is indexed of one entry."""

    kind: str
    names: tuple[str, ...]
    birth_year: int | None
    ids: tuple[str, ...]
    addresses: tuple[str, ...]


def _words(name: str) -> list[str]:
    latin = name.casefold().translate(_LATIN)
    return sorted({w for w in "".join(c if c.isalnum() else " " for c in latin).split() if len(w) > 1})


def build_index(items: Sequence[IndexItem]) -> bytes:
    """Every name's words, as JSON."""
    return json.dumps([[[n, _words(n)] for n in item.names] + [list(item.ids), list(item.addresses)]
                       for item in items]).encode()


class Index:
    """The words of every name."""

    def __init__(self, data: bytes | memoryview) -> None:
        self.items = json.loads(bytes(data))


def match(subject: Subject, index: Index, *, limit: int = 10) -> list[Match]:
    """Items that share at least two words, or all of them, with the subject."""
    found: list[Match] = []
    verdict: Verdict
    for position, (*names, ids, addresses) in enumerate(index.items):
        best = max(((len(set(w) & set(asked)) / max(len(asked), 1), name)
                    for name, w in names for asked in map(_words, subject.names)), default=(0.0, ""))
        if set(subject.ids) & set(ids) or set(subject.addresses) & set(addresses):
            best = (1.0, names[0][0])
        if best[0] > 0.6:
            line = Evidence("name.same", "".join(subject.names[:1]), best[1], 12.0 * best[0])
            verdict = "strong" if best[0] > 0.9 else "possible"
            found.append(Match(position, best[1], (line,), line.bits, verdict, 0.5 * best[0]))
    return sorted(found, key=lambda m: -m.bits)[:limit]
