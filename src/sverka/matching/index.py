"""The name index: built once, read from bytes in place.

Two spaces, one of persons' names and one of organisations', each with

- a dictionary of keys (`keys.py`: phonemic skeletons of persons' tokens, words of organisations),
- its deletion-1 neighbourhood: every key with one letter left out leads to the key, so two keys
  one edit apart meet in a common shortening,
- postings key -> rows (a row is one name of one entry), and the keys of each row,
- postings of *pairs* of common keys, so that "Иванов Иван" never reads all Ivanovs.

Same items, same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ..model import Kind
from .keys import ids_of, keys_of
from .layout import cast, damaged, numbers, pack, reading, unpack

if TYPE_CHECKING:
    from .candidates import Near

PAIR_FROM = 192  # rows of a key from which it counts as common: its pairs are indexed
KEYS_PER_ROW = {"person": 16, "organisation": 64}  # a longer name is indexed by its first keys only
BUCKET = 4096  # shortenings read from one bucket; honest ones hold some dozens
UNMATCHED = 1.5  # bits for each key of a row that answers to no key of the query
SPACES = {"person": "p", "organisation": "o"}
_KINDS: tuple[Kind, ...] = ("person", "organisation", "material")


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One thing to be found; its position in the sequence given to `build_index` is `Match.entry`.

    Attributes:
        names: all names and other spellings, the official one first.
        ids: INN or OGRN (organisations), digits. addresses: domains, `platform:handle`.
    """

    kind: Kind
    names: tuple[str, ...]
    birth_year: int | None = None
    ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def build_index(items: Sequence[IndexItem]) -> bytes:
    """Index items for `Index` and `match`; the same items always give the same bytes."""
    sections: dict[str, bytes] = {
        "kind": bytes(_KINDS.index(item.kind) for item in items),
        "year": numbers((item.birth_year or 0 for item in items), "H"),
    }
    for kind, prefix in SPACES.items():
        rows = [(i, name) for i, item in enumerate(items) if item.kind == kind for name in item.names]
        sections |= {prefix + name: data for name, data in _build_space(kind, rows).items()}
    exact = sorted((digest(key), i) for i, item in enumerate(items)
                   for key in ids_of(item.ids, item.addresses))
    sections["idkey"] = numbers((key for key, _ in exact), "Q")
    sections["identry"] = numbers(i for _, i in exact)
    return pack(sections)


def digest(key: str) -> int:
    """64 bits of BLAKE2b: what exact identifiers are looked up by."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def shortened(key: str) -> set[str]:
    """The key and every string it becomes with one letter left out."""
    if len(key) < 2:
        return {key}
    return {key, *(key[:i] + key[i + 1:] for i in range(len(key)))}


def _build_space(kind: str, rows: list[tuple[int, str]]) -> dict[str, bytes]:
    row_keys = [keys_of(name, kind)[:KEYS_PER_ROW[kind]] for _, name in rows]
    words = sorted({key for keys in row_keys for key in keys})
    number = {word: i for i, word in enumerate(words)}
    forward = [[number[key] for key in keys] for keys in row_keys]
    postings: list[list[int]] = [[] for _ in words]
    for row, keys in enumerate(forward):
        for key in dict.fromkeys(keys):
            postings[key].append(row)
    texts = [_encode(name) for _, name in rows]
    encoded = [word.encode("utf-8", "replace") for word in words]
    built = {
        "entry": numbers(entry for entry, _ in rows),
        "text": b"".join(texts), "textat": numbers(_offsets(texts)),
        "word": b"".join(encoded), "wordat": numbers(_offsets(encoded)),
        "fwd": numbers(key for keys in forward for key in keys), "fwdat": numbers(_offsets(forward)),
        "post": numbers(row for rows_ in postings for row in rows_), "postat": numbers(_offsets(postings)),
    }
    return built | _neighbourhood(words) | _pairs(forward, postings)


def _offsets(parts: Sequence[Sequence[object] | bytes]) -> Iterator[int]:
    at = 0
    yield at
    for part in parts:
        at += len(part)
        yield at


def _encode(name: str) -> bytes:
    """Cyrillic in one byte a letter where that loses nothing: names are a third of an index."""
    try:
        return b"\0" + name.encode("cp1251")
    except UnicodeEncodeError:
        return b"\1" + name.encode("utf-8", "replace")


def _decode(data: bytes) -> str:
    return data[1:].decode("cp1251" if data[:1] == b"\0" else "utf-8")


def _neighbourhood(words: list[str]) -> dict[str, bytes]:
    """Open hash of shortenings: bucket offsets, and the keys of each bucket."""
    short = [(zlib.crc32(text.encode()), i) for i, word in enumerate(words) for text in shortened(word)]
    bits = max(1, (len(short) // 2).bit_length())
    short.sort()
    starts = array("I", bytes(4 * ((1 << bits) + 1)))
    for hashed, _ in short:
        starts[(hashed >> (32 - bits)) + 1] += 1
    for bucket in range(1 << bits):
        starts[bucket + 1] += starts[bucket]
    return {"nearat": numbers(starts), "near": numbers(i for _, i in short),
            "nearmark": numbers((hashed & 0xFFFF for hashed, _ in short), "H")}


def _pairs(forward: list[list[int]], postings: list[list[int]]) -> dict[str, bytes]:
    common = {key for key, rows in enumerate(postings) if len(rows) >= PAIR_FROM}
    pairs: dict[int, list[int]] = {}
    for row, keys in enumerate(forward):
        for a, b in combinations(sorted(common.intersection(keys)), 2):
            pairs.setdefault(a << 32 | b, []).append(row)
    found = sorted(pairs)
    return {"pairkey": numbers(found, "Q"), "pairat": numbers(_offsets([pairs[key] for key in found])),
            "pair": numbers(row for key in found for row in pairs[key])}


class Space:
    """The names of one kind, as views into the index."""

    __slots__ = (
        "_near_bits", "contradicts", "entry", "fwd", "fwdat", "near", "near_keys", "nearat", "nearmark",
        "pair", "pairat", "pairkey", "post", "postat", "rows", "text", "textat", "unmatched", "word",
        "wordat", "words",
    )

    def __init__(self, sections: dict[str, memoryview], prefix: str) -> None:
        def view(name: str, code: str = "I") -> memoryview:
            return cast(sections[prefix + name], code)

        self.entry, self.fwd, self.fwdat = view("entry"), view("fwd"), view("fwdat")
        self.text, self.textat = sections[prefix + "text"], view("textat")
        self.word, self.wordat = sections[prefix + "word"], view("wordat")
        self.post, self.postat = view("post"), view("postat")
        self.near, self.nearat, self.nearmark = view("near"), view("nearat"), view("nearmark", "H")
        self.pair, self.pairat, self.pairkey = view("pair"), view("pairat"), view("pairkey", "Q")
        self.rows, self.words = len(self.entry), len(self.wordat) - 1
        self._near_bits = (len(self.nearat) - 1).bit_length() - 1
        self._check_lengths()
        # An organisation's row holds all its names, so most of its keys answer to nothing.
        self.contradicts = prefix == SPACES["person"]
        self.unmatched = UNMATCHED if self.contradicts else UNMATCHED / 20
        self.near_keys: dict[str, Near] = {}

    def _check_lengths(self) -> None:
        """Whether the sections fit each other; each offset table must end where its values end."""
        tables = ((self.textat, self.text, self.rows), (self.fwdat, self.fwd, self.rows),
                  (self.wordat, self.word, self.words), (self.postat, self.post, self.words),
                  (self.pairat, self.pair, len(self.pairkey)), (self.nearat, self.near, 1 << self._near_bits))
        whole = all(len(at) == count + 1 and at[count] == len(values) for at, values, count in tables)
        if not whole or len(self.near) != len(self.nearmark) or not 0 < self._near_bits <= 32:
            raise damaged()

    def name(self, row: int) -> str:
        """The name of a row as it was given to `build_index`."""
        with reading():
            return _decode(bytes(self.text[self.textat[row]:self.textat[row + 1]]))

    def key(self, number: int) -> str:
        """A key of the dictionary."""
        with reading():
            return str(self.word[self.wordat[number]:self.wordat[number + 1]], "utf-8")

    def bearers(self, key: int) -> int:
        """How many rows have this key."""
        return int(self.postat[key + 1] - self.postat[key])

    def posting(self, key: int, limit: int) -> list[int]:
        """The first `limit` rows with this key."""
        start = self.postat[key]
        return self.post[start:min(self.postat[key + 1], start + limit)].tolist()

    def pair_posting(self, a: int, b: int, limit: int) -> list[int]:
        """The first `limit` rows with both keys; only pairs of common keys have any."""
        wanted = (a << 32 | b) if a < b else (b << 32 | a)
        at = bisect_left(self.pairkey, wanted)
        if at == len(self.pairkey) or self.pairkey[at] != wanted:
            return []
        start = self.pairat[at]
        return self.pair[start:min(self.pairat[at + 1], start + limit)].tolist()

    def meeting(self, text: str) -> list[int]:
        """Keys that have `text` among their shortenings (rarely, by a clash of hashes, others)."""
        hashed = zlib.crc32(text.encode("utf-8", "replace"))
        bucket, mark = hashed >> (32 - self._near_bits), hashed & 0xFFFF
        start = self.nearat[bucket]
        return [self.near[i] for i in range(start, min(self.nearat[bucket + 1], start + BUCKET))
                if self.nearmark[i] == mark]


class Index:
    """An index opened from bytes, a memoryview or a memory map; nothing is parsed or copied.

    Raises: TrustError if the bytes are no index, or one of a form this version does not read.
    """

    __slots__ = ("_data", "identry", "idkey", "kinds", "spaces", "year")

    def __init__(self, data: bytes | memoryview) -> None:
        self._data = data
        sections = unpack(data)
        try:
            self.kinds = sections["kind"]
            self.year = cast(sections["year"], "H")
            self.idkey, self.identry = cast(sections["idkey"], "Q"), cast(sections["identry"])
            self.spaces = {kind: Space(sections, prefix) for kind, prefix in SPACES.items()}
        except (KeyError, ValueError) as error:  # a section is missing or empty
            raise damaged() from error
        if len(self.year) != len(self.kinds) or len(self.identry) != len(self.idkey):
            raise damaged()

    def __len__(self) -> int:
        return len(self.kinds)

    def kind(self, entry: int) -> Kind:
        """What an entry is."""
        with reading():
            return _KINDS[self.kinds[entry]]

    def birth_year(self, entry: int) -> int | None:
        """As given to `build_index`."""
        with reading():
            return int(self.year[entry]) or None

    def exact(self, key: str) -> list[int]:
        """Entries with this identifier (see `keys.ids_of`)."""
        wanted = digest(key)
        at, found = bisect_left(self.idkey, wanted), []
        while at < len(self.idkey) and self.idkey[at] == wanted:
            found.append(int(self.identry[at]))
            at += 1
        return found
