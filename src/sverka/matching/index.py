"""The name index: built once (`building`), read from bytes in place.

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
from bisect import bisect_left
from typing import TYPE_CHECKING

from ..model import Kind
from .homes import Homes
from .layout import cast, damaged, reading, unpack

if TYPE_CHECKING:
    from .candidates import Near
    from .regions import Region

PAIR_FROM = 192  # rows of a key from which it counts as common: its pairs are indexed
BUCKET = 4096  # shortenings read from one bucket; honest ones hold some dozens
UNMATCHED = 1.5  # bits for each key of a row that answers to no key of the query
SPACES = {"person": "p", "organisation": "o"}
KINDS: tuple[Kind, ...] = ("person", "organisation", "material")


def digest(key: str) -> int:
    """64 bits of BLAKE2b: what exact identifiers are looked up by."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def shortened(key: str) -> set[str]:
    """The key and every string it becomes with one letter left out."""
    if len(key) < 2:
        return {key}
    return {key, *(key[:i] + key[i + 1:] for i in range(len(key)))}


def encode(name: str) -> bytes:
    """Cyrillic in one byte a letter where that loses nothing: names are a third of an index."""
    try:
        return b"\0" + name.encode("cp1251")
    except UnicodeEncodeError:
        return b"\1" + name.encode("utf-8", "replace")


def _decode(data: bytes) -> str:
    return data[1:].decode("cp1251" if data[:1] == b"\0" else "utf-8")


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
        self.near_keys: dict[tuple[str, ...], Near] = {}

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
        try:  # as `reading`, which would cost as much as the rest: keys are asked for by the dozen
            return str(self.word[self.wordat[number]:self.wordat[number + 1]], "utf-8")
        except (IndexError, ValueError) as error:
            raise damaged() from error

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
        start, end = self.nearat[bucket], self.nearat[bucket + 1]
        marks = self.nearmark[start:min(end, start + BUCKET)].tolist()
        return [self.near[start + i] for i, found in enumerate(marks) if found == mark]


class Index:
    """An index opened from bytes, a memoryview or a memory map; nothing is parsed or copied.

    Raises: TrustError if the bytes are no index, or one of a form this version does not read.
    """

    __slots__ = ("_data", "homes", "identry", "idkey", "kinds", "spaces", "year")

    def __init__(self, data: bytes | memoryview) -> None:
        self._data = data
        sections = unpack(data)
        try:
            self.kinds = sections["kind"]
            self.year = cast(sections["year"], "H")
            self.idkey, self.identry = cast(sections["idkey"], "Q"), cast(sections["identry"])
            self.spaces = {kind: Space(sections, prefix) for kind, prefix in SPACES.items()}
            self.homes = Homes(sections, len(self.kinds))
        except (KeyError, ValueError, IndexError) as error:  # a section is missing or empty
            raise damaged() from error
        if len(self.year) != len(self.kinds) or len(self.identry) != len(self.idkey):
            raise damaged()

    def __len__(self) -> int:
        return len(self.kinds)

    def kind(self, entry: int) -> Kind:
        """What an entry is."""
        with reading():
            return KINDS[self.kinds[entry]]

    def birth_year(self, entry: int) -> int | None:
        """As given to `build_index`."""
        with reading():
            return int(self.year[entry]) or None

    def region(self, entry: int) -> Region | None:
        """As given to `build_index`."""
        return self.homes.region(entry)

    def exact(self, key: str) -> list[int]:
        """Entries with this identifier (see `keys.ids_of`)."""
        wanted = digest(key)
        at, found = bisect_left(self.idkey, wanted), []
        while at < len(self.idkey) and self.idkey[at] == wanted:
            found.append(int(self.identry[at]))
            at += 1
        return found
