"""A disk that forgets: the fault-injecting layer under record and release.

It keeps two states: what programs see and what survives. Written bytes are lost, torn at a sector
(the rest of it old, zero or junk) or kept; renames and new names are lost or kept, in any order,
until synced; a sync may fail (then nothing is known of the file), the disk may be full. Its methods
are those of `sverka.record.disk.Disk`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

SECTOR = 512


class PowerCut(Exception):  # noqa: N818 (it is an event, not an error)
    """The lights went out."""


@dataclass
class FaultyDisk:
    """A disk that forgets.

    Attributes:
        fuse: operations left before the cut; None for a steady one. faults: whether the disk is now and
            then full, or a sync fails, at random.
        planned: `cut`, `full` or `sync`, and the number of the operation at which that happens, once;
            after the latter two the power is cut some operations later.
    """

    rng: random.Random
    fuse: int | None = None
    seen: dict[str, bytes] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)
    unsynced: set[str] = field(default_factory=set)  # files whose bytes may not have arrived
    pending: list[tuple[str, str, str]] = field(default_factory=list)  # renames and new names not yet durable
    faults: bool = True
    planned: tuple[str, int] | None = None
    done: int = 0
    reached: bool = False

    def _tick(self, kind: str = "") -> None:
        self.done += 1
        if self.planned and self.done > self.planned[1] and self.planned[0] in ("cut", "full", kind):
            (what, _), self.planned, self.reached = self.planned, None, True
            if what == "cut":
                raise PowerCut
            self.fuse = self.rng.randrange(1, 60)  # and then, whoever goes on, the power is cut as well
            raise OSError(*((5, "Input/output error") if what == "sync" else (28, "No space left on device")))
        if self.fuse is not None:
            self.fuse -= 1
            if self.fuse < 0:
                raise PowerCut
        if self.faults and self.rng.random() < 0.004:
            raise OSError(28, "No space left on device")

    def read(self, path: str) -> bytes:
        if path not in self.seen:
            raise FileNotFoundError(path)
        return self.seen[path]

    def write(self, path: str, data: bytes) -> None:
        # A cut in the middle: some of the bytes are there.
        self.seen[path] = data[: self.rng.randrange(len(data) + 1)]
        self.unsynced.add(path)
        self.pending.append(("new", path, path))
        self._tick()
        self.seen[path] = data

    def sync(self, path: str) -> None:
        self._tick("sync")
        if self.faults and self.rng.random() < 0.004:
            raise OSError(5, "Input/output error")  # the file stays unsynced: nothing is known of it
        self.unsynced.discard(path)
        if path in self.kept:  # the name is durable already: so are the bytes now
            self.kept[path] = self.seen[path]

    def rename(self, old: str, new: str) -> None:
        self._tick()
        self.seen[new] = self.seen.pop(old)
        if old in self.unsynced:
            self.unsynced.discard(old)
            self.unsynced.add(new)
        else:
            self.unsynced.discard(new)
        self.pending.append(("rename", old, new))

    def sync_dir(self, path: str) -> None:
        self._tick("sync")
        for step in [s for s in self.pending if s[2].rpartition("/")[0] == path]:
            self._settle(step)
            self.pending.remove(step)

    def _settle(self, step: tuple[str, str, str]) -> None:
        _, old, new = step
        if new in self.seen:
            self.kept[new] = self._landed(new)
            if old != new:
                self.kept.pop(old, None)

    def _landed(self, path: str) -> bytes:
        """What is on the platter under a name: the bytes if synced, else some mixture."""
        data = self.seen[path]
        if path not in self.unsynced:
            return data
        whole = bytearray(data)
        for at in range(0, len(whole), SECTOR):
            fate = self.rng.randrange(4)
            end = min(at + SECTOR, len(whole))
            if fate == 0:
                whole[at:end] = bytes(end - at)
            elif fate == 1:
                whole[at:end] = self.rng.randbytes(end - at)
            elif fate == 2:
                return bytes(whole[:at])
        return bytes(whole)

    def make_dir(self, path: str) -> None:
        self._tick()

    def remove(self, path: str) -> None:
        self._tick()
        self.seen.pop(path, None)
        self.unsynced.discard(path)
        if self.rng.randrange(2):
            self.kept.pop(path, None)

    def names(self, path: str) -> list[str]:
        return sorted({p[len(path) + 1 :].split("/")[0] for p in self.seen if p.startswith(path + "/")})

    def restart(self, fuse: int | None) -> None:
        """What survives becomes what is seen. Each step not yet durable may have happened all the same."""
        for step in self.pending:
            if self.rng.randrange(2):
                self._settle(step)
        for path in self.unsynced & self.kept.keys():  # overwritten in place: old, new or a mixture
            if self.rng.randrange(2):
                self.kept[path] = self._landed(path)
        self.seen = dict(self.kept)
        self.unsynced.clear()
        self.pending.clear()
        self.fuse = fuse
