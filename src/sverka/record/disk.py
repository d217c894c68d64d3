"""The few things the record asks of a disk, behind an interface that a test can cut the power of.

Durable means: written, synced, renamed into place, and the folder synced. Whatever is only
written may be lost, torn or arrive in another order when the power goes.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """Paths are relative, with `/`. Every method may raise OSError."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError."""

    def write(self, path: str, data: bytes) -> None:
        """Create or replace a file; not durable."""

    def sync(self, path: str) -> None:
        """Make a file's bytes durable."""

    def rename(self, old: str, new: str) -> None:
        """Put a file in another's place; whole or not at all, and durable only after `sync_dir`."""

    def sync_dir(self, path: str) -> None:
        """Make the names in a folder durable."""

    def make_dir(self, path: str) -> None:
        """Create a folder and those above it, durably."""

    def remove(self, path: str) -> None:
        """Take a file away; no error if there is none."""

    def names(self, path: str) -> list[str]:
        """The names in a folder, sorted; none if it does not exist."""


def put(disk: Disk, path: str, data: bytes) -> None:
    """Write a file so that after a power cut it holds the old bytes or the new ones, never others.

    When this returns, the new ones are durable.
    """
    folder = path.rpartition("/")[0]
    disk.make_dir(folder)
    disk.write(path + ".new", data)
    disk.sync(path + ".new")
    disk.rename(path + ".new", path)
    disk.sync_dir(folder)


def get(disk: Disk, path: str) -> bytes | None:
    """The bytes of a file, None if it is not there."""
    try:
        return disk.read(path)
    except FileNotFoundError:
        return None


class RealDisk:
    """A folder of the file system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    def write(self, path: str, data: bytes) -> None:
        (self.folder / path).write_bytes(data)

    def sync(self, path: str) -> None:
        _fsync(self.folder / path, os.O_RDWR)

    def rename(self, old: str, new: str) -> None:
        (self.folder / old).replace(self.folder / new)

    def sync_dir(self, path: str) -> None:
        if os.name == "posix":  # Windows has no such call and renames durably
            _fsync(self.folder / path, os.O_RDONLY)

    def make_dir(self, path: str) -> None:
        folder = self.folder / path
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True)
        for parent in [folder, *folder.parents]:
            self.sync_dir(str(parent.relative_to(self.folder)))
            if parent == self.folder:
                break

    def remove(self, path: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            (self.folder / path).unlink()

    def names(self, path: str) -> list[str]:
        folder = self.folder / path
        return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


def _fsync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
