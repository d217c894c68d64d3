"""Building the index: one pass over the names, then numbers laid out in arrays.

Nothing is kept a Python object a row, so that millions of names fit: what grows with the names are
arrays of 4-byte numbers and the text itself.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

from ..model import Kind
from .homes import region_sections
from .index import KINDS, PAIR_FROM, SPACES, digest, encode, shortened
from .keys import ids_of, keys_of
from .layout import numbers, pack

FILL = 4  # shortenings a bucket, within a factor of two
KEYS_PER_ROW = {"person": 16, "organisation": 64}  # a longer name is indexed by its first keys only


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One thing to be found; its position in the sequence given to `build_index` is `Match.entry`.

    Attributes:
        names: all names and other spellings, the official one first.
        ids: INN or OGRN (organisations), digits. addresses: domains, `platform:handle`.
        region: of Russia, of a person; as in `regions.read`, "" if not stated.
    """

    kind: Kind
    names: tuple[str, ...]
    birth_year: int | None = None
    ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    region: str = ""


def build_index(items: Sequence[IndexItem]) -> bytes:
    """Index items for `Index` and `match`; the same items always give the same bytes.

    Raises: UsageError for a region that is none.
    """
    sections: dict[str, bytes] = {
        "kind": bytes(KINDS.index(item.kind) for item in items),
        "year": numbers((item.birth_year or 0 for item in items), "H"),
    }
    for kind, prefix in SPACES.items():
        rows = ((i, name) for i, item in enumerate(items) if item.kind == kind for name in item.names)
        sections |= {prefix + name: data for name, data in _build_space(kind, rows).items()}
    exact = sorted((digest(key), i) for i, item in enumerate(items)
                   for key in ids_of(item.ids, item.addresses))
    sections["idkey"] = numbers((key for key, _ in exact), "Q")
    sections["identry"] = numbers(i for _, i in exact)
    return pack(sections | region_sections([item.region for item in items]))


def _build_space(kind: str, rows: Iterable[tuple[int, str]]) -> dict[str, bytes]:
    number: dict[str, int] = {}  # in the order met
    entry, keys, keysat = array("I"), array("I"), array("I", [0])
    text, textat = bytearray(), array("I", [0])
    most = KEYS_PER_ROW[kind]
    for i, name in rows:
        entry.append(i)
        for key in keys_of(name, kind)[:most]:
            keys.append(number.setdefault(key, len(number)))
        keysat.append(len(keys))
        text += encode(name)
        textat.append(len(text))
    words = sorted(number)
    rank = array("I", bytes(4 * len(words)))
    for i, word in enumerate(words):
        rank[number[word]] = i
    forward = array("I", map(rank.__getitem__, keys))
    post, postat = _postings(forward, keysat, len(words))
    encoded = [word.encode("utf-8", "replace") for word in words]
    built = {
        "entry": numbers(entry), "text": bytes(text), "textat": numbers(textat),
        "word": b"".join(encoded), "wordat": numbers(accumulate(map(len, encoded), initial=0)),
        "fwd": numbers(forward), "fwdat": numbers(keysat), "post": numbers(post), "postat": numbers(postat),
    }
    return built | _neighbourhood(words) | _pairs(forward, keysat, postat)


def _postings(forward: array[int], keysat: array[int], words: int) -> tuple[array[int], array[int]]:
    """The rows of each key one after another, rising, and where each key's begin."""
    count = array("I", bytes(4 * words))
    for key in forward:
        count[key] += 1
    postat = array("I", accumulate(count, initial=0))
    free, post = postat[:-1], array("I", bytes(4 * len(forward)))
    for row, keys in enumerate(_rows(forward, keysat)):
        for key in keys:
            post[free[key]] = row
            free[key] += 1
    return post, postat


def _rows(forward: array[int], keysat: array[int]) -> Iterator[array[int]]:
    """The keys of each row."""
    start = 0
    for end in keysat[1:]:
        yield forward[start:end]
        start = end


def _neighbourhood(words: list[str]) -> dict[str, bytes]:
    """Open hash of shortenings: bucket offsets, and the keys of each bucket."""
    # 32 bits of hash, then 32 of the key, in one number: a tuple is thrice as large.
    short = sorted([zlib.crc32(text.encode("utf-8", "replace")) << 32 | i for i, word in enumerate(words)
                    for text in shortened(word)])
    bits = max(1, (len(short) // FILL).bit_length())
    filled = array("I", bytes(4 << bits))
    for code in short:
        filled[code >> (64 - bits)] += 1
    return {"nearat": numbers(accumulate(filled, initial=0)),
            "near": numbers(code & 0xFFFFFFFF for code in short),
            "nearmark": numbers((code >> 32 & 0xFFFF for code in short), "H")}


def _pairs(forward: array[int], keysat: array[int], postat: array[int]) -> dict[str, bytes]:
    """The rows of each pair of common keys, so that nobody reads all Ivanovs for "Иванов Иван"."""
    common = bytearray(end - start >= PAIR_FROM for start, end in pairwise(postat))
    count: dict[int, int] = {}
    for _, pair in _common_pairs(forward, keysat, common):
        count[pair] = count.get(pair, 0) + 1
    found = sorted(count)
    pairat = array("I", accumulate(map(count.__getitem__, found), initial=0))
    free = dict(zip(found, pairat, strict=False))
    rows = array("I", bytes(4 * pairat[-1]))
    for row, pair in _common_pairs(forward, keysat, common):
        rows[free[pair]] = row
        free[pair] += 1
    return {"pairkey": numbers(found, "Q"), "pairat": numbers(pairat), "pair": numbers(rows)}


def _common_pairs(forward: array[int], keysat: array[int], common: bytearray) -> Iterator[tuple[int, int]]:
    for row, keys in enumerate(_rows(forward, keysat)):
        few = sorted({key for key in keys if common[key]})
        if len(few) > 1:
            for a, b in combinations(few, 2):
                yield row, a << 32 | b
