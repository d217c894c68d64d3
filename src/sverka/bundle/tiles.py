"""A log's hashes cut into files that never change (c2sp.org/tlog-tiles), and proofs made from them.

A tile of level l and index n holds up to 256 hashes: those of the complete subtrees of 256**l
entries, from number 256 * n on. Its path ends in `.p/W` while it holds only W of them. A full
tile is never rewritten; a partial one is superseded by a wider one. Pure: `read` fetches.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from .refusals import ProofError
from .tlog import EMPTY, node_hash

HEIGHT = 8
WIDTH = 1 << HEIGHT
HASH = 32

ReadTile = Callable[[str], bytes]
"""Fetches a tile by its path below the log's folder; raises OSError or ProofError if it is missing."""


def tile_path(kind: int | str, index: int, width: int = WIDTH) -> str:
    """Where a tile lies; `kind` is its level or `entries`.

    >>> tile_path(0, 1234067, 5)
    'tile/0/x001/x234/067.p/5'
    """
    parts = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        parts.insert(0, f"x{index % 1000:03}")
    tail = "" if width == WIDTH else f".p/{width}"
    return f"tile/{kind}/" + "/".join(parts) + tail


class Tiles:
    """A tree of `size` entries behind its tiles. Hashes read are not verified: compare `root`."""

    def __init__(self, size: int, read: ReadTile) -> None:
        self.size = size
        self._read = lru_cache(maxsize=64)(read)

    def node(self, height: int, index: int) -> bytes:
        """The hash of the complete subtree of 2**height entries from index * 2**height on."""
        level, rest = divmod(height, HEIGHT)
        first = index << rest
        tile, at = divmod(first, WIDTH)
        hashes = self._tile(level, tile)
        row = [hashes[i * HASH : (i + 1) * HASH] for i in range(at, at + (1 << rest))]
        if any(len(h) != HASH for h in row):
            raise ProofError("consistency", tile_path(level, tile))
        while len(row) > 1:
            row = [node_hash(row[i], row[i + 1]) for i in range(0, len(row), 2)]
        return row[0]

    def _tile(self, level: int, index: int) -> bytes:
        held = (self.size >> (HEIGHT * level)) - index * WIDTH
        return self._read(tile_path(level, index, min(held, WIDTH)))

    def root(self, size: int | None = None) -> bytes:
        """The root of the tree's first `size` entries, all by default."""
        size = self.size if size is None else size
        return self._range(0, size) if size else EMPTY

    def _range(self, start: int, end: int) -> bytes:
        count = end - start
        height = count.bit_length() - 1
        if count == 1 << height:
            return self.node(height, start >> height)
        middle = start + _left(count)
        return node_hash(self._range(start, middle), self._range(middle, end))

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """The proof that entry `index` is in the tree of `size`; sibling of the leaf first."""
        start, end = 0, self.size if size is None else size
        if not 0 <= index < end <= self.size:
            raise ValueError("no such entry")
        path: list[bytes] = []
        while end - start > 1:
            middle = start + _left(end - start)
            if index < middle:
                path.append(self._range(middle, end))
                end = middle
            else:
                path.append(self._range(start, middle))
                start = middle
        return path[::-1]

    def consistency(self, old: int, size: int | None = None) -> list[bytes]:
        """The proof that the tree of `old` entries begins the tree of `size`; empty for 0 and equal."""
        start, end = 0, self.size if size is None else size
        if not 0 <= old <= end <= self.size:
            raise ValueError("no such size")
        if old in (0, end):
            return []
        path: list[bytes] = []
        whole = True  # whether the old tree is a complete left part, whose hash the reader knows
        while old != end:
            middle = start + _left(end - start)
            if old <= middle:
                path.append(self._range(middle, end))
                end = middle
            else:
                path.append(self._range(start, middle))
                start, whole = middle, False
        if not whole:
            path.append(self._range(start, end))
        return path[::-1]


def _left(count: int) -> int:
    """The largest power of two below `count`."""
    return 1 << ((count - 1).bit_length() - 1)
