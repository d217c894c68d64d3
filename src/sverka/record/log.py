"""The append-only log on disk: entries and hashes in tiles, and a head that commits them.

    log/tile/entries/...   the entries, 256 a file, each after its length in two bytes
    log/tile/0/... 1/...   the hashes (c2sp.org/tlog-tiles)
    log/head               origin, size and root, as a checkpoint without signature, with a digest
    log/checkpoint         the newest signed head, for others

An append writes new tiles first and the head last: until the head is durable nothing has
happened, and what lies beyond it is overwritten by the next append. A tile that the head
covers is never changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from ..bundle.note import Checkpoint, parse_checkpoint
from ..bundle.refusals import ProofError
from ..bundle.tiles import HEIGHT, WIDTH, Tiles, tile_path
from ..bundle.tlog import EMPTY, MAX_ENTRY, leaf_hash, node_hash
from ..errors import Text, TrustError
from .disk import Disk, get, put

HEAD = "log/head"
CHECKPOINT = "log/checkpoint"


class LogDamagedError(TrustError):
    """A file of the log does not hold what its head says."""

    def __init__(self, what: str) -> None:
        super().__init__(
            Text(f"The record's log is damaged: {what}.", f"Журнал записи повреждён: {what}."),
            Text(
                "Restore the record's folder from a copy; nothing was changed.",
                "Восстановите папку записи из копии; ничего не изменено.",
            ),
        )


class Log:
    """One log in one folder. One writer at a time: the record's lock sees to it."""

    def __init__(self, disk: Disk, origin: str) -> None:
        self.disk, self.origin = disk, origin
        self.head = self._read_head()
        self._in_doubt = False  # whether an append failed, so that the head on disk may be either

    @property
    def size(self) -> int:
        """Entries committed."""
        return self.head.size

    def _read_head(self) -> Checkpoint:
        data = get(self.disk, HEAD)
        if data is None:
            return Checkpoint(self.origin, 0, EMPTY)
        text, _, digest = data.partition(b"\nsha256 ")
        if hashlib.sha256(text + b"\n").hexdigest().encode() + b"\n" != digest:
            raise LogDamagedError(HEAD)
        head = parse_checkpoint(text.decode() + "\n")
        if head.origin != self.origin:
            raise LogDamagedError(f"{HEAD}: {head.origin}")
        return head

    def append(self, entries: Sequence[bytes]) -> int:
        """Commit entries; returns the index of the first.

        Raises: ValueError for an entry above 65,535 bytes; OSError if the disk fails: nothing is
        committed then, though the entries may still be there when the log is read again.
        LogDamagedError if the present right edge does not give the present root.
        """
        if any(len(entry) > MAX_ENTRY for entry in entries):
            raise ValueError("an entry is at most 65,535 bytes")
        if self._in_doubt:  # going on from the head remembered would write other entries in the same places
            self.head = self._read_head()
        self._in_doubt = True
        first = self._append(entries)
        self._in_doubt = False
        return first

    def _append(self, entries: Sequence[bytes]) -> int:
        first, size = self.size, self.size + len(entries)
        if first and self.tiles().root() != self.head.root:
            raise LogDamagedError("tiles")
        self._write_entries(entries, size)
        hashes, level = [leaf_hash(entry) for entry in entries], 0
        while hashes or level == 0:
            hashes = self._write_hashes(level, hashes, size)
            level += 1
        root = Tiles(size, self._read_tile).root()
        text = str(Checkpoint(self.origin, size, root)).encode()
        put(self.disk, HEAD, text + b"sha256 " + hashlib.sha256(text).hexdigest().encode() + b"\n")
        self.head = Checkpoint(self.origin, size, root)
        self._drop_partial(first)
        return first

    def _write_entries(self, entries: Sequence[bytes], size: int) -> None:
        tile, held = divmod(self.size, WIDTH)
        pending = _frame(self._read_entries(tile, held)) if held else b""
        width = held
        for at, entry in enumerate(entries, self.size + 1):
            pending += len(entry).to_bytes(2, "big") + entry
            width += 1
            if width == WIDTH or at == size:
                put(self.disk, "log/" + tile_path("entries", tile, width), pending)
                tile, pending, width = tile + 1, b"", 0

    def _write_hashes(self, level: int, new: list[bytes], size: int) -> list[bytes]:
        """Extend one level's tiles; returns the hashes of the subtrees now complete, for the next."""
        start = self.size >> (HEIGHT * level)
        tile, held = divmod(start, WIDTH)
        row = self._read_tile(tile_path(level, tile, held)) if held else b""
        up: list[bytes] = []
        for number, value in enumerate(new, start + 1):
            row += value
            if number % WIDTH == 0:
                put(self.disk, "log/" + tile_path(level, tile), row)
                up.append(_fold(row))
                tile, row = tile + 1, b""
        if row and new:
            put(self.disk, "log/" + tile_path(level, tile, len(row) // 32), row)
        return up

    def _drop_partial(self, old_size: int) -> None:
        """Superseded partial tiles only cost room; a power cut before this leaves them, harmless."""
        kinds: list[tuple[int | str, int]] = [
            ("entries", 0),
            *((level, HEIGHT * level) for level in range(8)),
        ]
        for kind, height in kinds:
            count, now = old_size >> height, self.size >> height
            tile, held = divmod(count, WIDTH)
            if held and now != count:
                self.disk.remove("log/" + tile_path(kind, tile, held))

    def _read_tile(self, path: str) -> bytes:
        try:
            return self.disk.read("log/" + path)
        except FileNotFoundError as error:
            raise LogDamagedError(path) from error

    def _read_entries(self, tile: int, width: int) -> list[bytes]:
        data, entries = self._read_tile(tile_path("entries", tile, width)), []
        while data and len(data) >= 2:
            length = int.from_bytes(data[:2], "big")
            entries.append(data[2 : 2 + length])
            data = data[2 + length :]
        if data or len(entries) != width:
            raise LogDamagedError(tile_path("entries", tile, width))
        return entries

    def tiles(self) -> Tiles:
        """The committed tree, for proofs."""
        return Tiles(self.size, self._read_tile)

    def entries(self) -> Iterator[bytes]:
        """All committed entries, in order. Not verified: see `check`."""
        for tile in range((self.size + WIDTH - 1) // WIDTH):
            yield from self._read_entries(tile, min(WIDTH, self.size - tile * WIDTH))

    def check(self) -> None:
        """Recompute every hash from the entries. Raises LogDamagedError at the first that differs."""
        hashes, level = [leaf_hash(entry) for entry in self.entries()], 0
        while hashes:
            for tile in range((len(hashes) + WIDTH - 1) // WIDTH):
                row = b"".join(hashes[tile * WIDTH : (tile + 1) * WIDTH])
                path = tile_path(level, tile, len(row) // 32)
                if self._read_tile(path) != row:
                    raise LogDamagedError(path)
            hashes = [
                _fold(b"".join(hashes[at : at + WIDTH])) for at in range(0, len(hashes) - WIDTH + 1, WIDTH)
            ]
            level += 1
        try:
            good = self.tiles().root() == self.head.root
        except ProofError as error:
            raise LogDamagedError("tiles") from error
        if not good:
            raise LogDamagedError("root")


def _frame(entries: Sequence[bytes]) -> bytes:
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def _fold(row: bytes) -> bytes:
    """The root of a full tile's 256 hashes."""
    hashes = [row[at : at + 32] for at in range(0, len(row), 32)]
    while len(hashes) > 1:
        hashes = [node_hash(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]
