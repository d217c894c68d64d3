"""Rows of the population tables by skeleton, searched in place: no dictionary is built for one question."""

from __future__ import annotations

import base64
import zlib
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from .phonemic import phonemes, skeleton

TableRole = Literal["surname", "given", "patronymic"]
STRIDE = 2048  # bytes between the rows that are found by bisection; the rest is searched
KNOWN_FROM = 30  # bearers in the samples from which a rare given name is more than a slip in them


class Row(NamedTuple):
    """A name in Cyrillic, its bearers in the samples, and the code of `tables.population`."""

    name: str
    bearers: int
    code: str


@cache
def blob(role: TableRole) -> bytes:
    """The sorted rows of a role, `key<TAB>name<TAB>count<TAB>code` in cp1251, between line breaks."""
    from .tables import population  # noqa: PLC0415 (a megabyte; not needed to import names)

    return zlib.decompress(base64.b64decode(getattr(population, role.upper())))


@cache
def _marks(role: TableRole) -> tuple[list[bytes], list[int]]:
    """Of about every `STRIDE` bytes of the rows: the key of a row, and where the line break before it is."""
    data, keys, places = blob(role), list[bytes](), list[int]()
    at = 0
    while 0 <= at < len(data) - 1:
        keys.append(data[at + 1:data.find(b"\t", at)])
        places.append(at)
        at = data.find(b"\n", at + STRIDE)
    return keys, places


@lru_cache(maxsize=1 << 13)
def rows_of(key: str, role: TableRole) -> tuple[Row, ...]:
    """The names whose skeleton is `key`."""
    data, wanted = blob(role), key.encode() + b"\t"
    keys, places = _marks(role)
    after = bisect_right(keys, wanted[:-1])
    before = max(0, bisect_left(keys, wanted[:-1], 0, after) - 1)
    end = places[after] if after < len(places) else len(data)
    at = data.find(b"\n" + wanted, places[before] if places else 0, end) + 1
    found = []
    while at and data.startswith(wanted, at):
        end = data.find(b"\n", at)
        _, name, count, code = data[at:end].decode("cp1251").split("\t")
        found.append(Row(name, int(count), code))
        at = end + 1
    return tuple(found)


def bearers(phon: str) -> int:
    """How many in the samples bear this very given name; 0 below `KNOWN_FROM`."""
    count = sum(row.bearers for row in rows_of(skeleton(phon), "given")
                if phonemes(row.name, "cyrillic") == phon)
    return count if count >= KNOWN_FROM else 0


@lru_cache(maxsize=1 << 12)
def bearers_of(phon: str, full: str) -> int:
    """Of a phonemic word, or of the full form it is one of ("" if none); Кирия is no form of Кира."""
    own = bearers(phon)
    canon = phonemes(full.lower(), "cyrillic") if full else phon
    if phon.endswith("A") and not canon.endswith("A"):
        return own
    return max(own, bearers(canon))
