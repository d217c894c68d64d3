"""Rows of the population tables by skeleton, searched in place: no dictionary is built for one question."""

from __future__ import annotations

import base64
import zlib
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from .phonemic import phonemes

TableRole = Literal["surname", "given", "patronymic"]
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


@lru_cache(maxsize=1 << 13)
def rows_of(key: str, role: TableRole) -> tuple[Row, ...]:
    """The names whose skeleton is `key`."""
    data, wanted = blob(role), key.encode() + b"\t"
    low, high = 0, len(data) - 1
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle + 1) + 1
        if data[start:data.find(b"\t", start) + 1] < wanted:
            low = data.find(b"\n", middle + 1)
        else:
            high = start - 1
    found, at = [], low + 1
    while data.startswith(wanted, at):
        end = data.find(b"\n", at)
        _, name, count, code = data[at:end].decode("cp1251").split("\t")
        found.append(Row(name, int(count), code))
        at = end + 1
    return tuple(found)


def bearers(phon: str, key: str) -> int:
    """How many in the samples bear this very given name; 0 below `KNOWN_FROM`."""
    count = sum(row.bearers for row in rows_of(key, "given") if phonemes(row.name, "cyrillic") == phon)
    return count if count >= KNOWN_FROM else 0
