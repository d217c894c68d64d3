"""Record, installation and witness with one rule of durability left out; `powercuts.py` must catch each."""

from __future__ import annotations

from sverka.record import disk as disk_module
from sverka.record.disk import put
from sverka.record.log import Log


def put_without_sync(disk: disk_module.Disk, path: str, data: bytes) -> None:
    disk.write(path + ".new", data)
    disk.rename(path + ".new", path)
    disk.sync_dir(path.rpartition("/")[0])


def put_without_folder_sync(disk: disk_module.Disk, path: str, data: bytes) -> None:
    disk.write(path + ".new", data)
    disk.sync(path + ".new")
    disk.rename(path + ".new", path)


def put_in_place(disk: disk_module.Disk, path: str, data: bytes) -> None:
    disk.write(path, data)
    disk.sync(path)
    disk.sync_dir(path.rpartition("/")[0])


def head_first(log: Log, entries: list[bytes]) -> int:
    """A log that commits before its tiles are there."""
    from sverka.record import log as log_module  # noqa: PLC0415

    later: list[tuple[disk_module.Disk, str, bytes]] = []
    real = log_module.put

    def hold(disk: disk_module.Disk, path: str, data: bytes) -> None:
        if path == log_module.HEAD:
            real(disk, path, data)
            for args in later:
                real(*args)
            return
        later.append((disk, path, data))
        disk.seen[path] = data  # type: ignore[attr-defined]

    log_module.put = hold
    try:
        return Log.honest_append(log, entries)  # type: ignore[attr-defined, no-any-return]
    finally:
        log_module.put = real


def going_on(log: Log, entries: list[bytes]) -> int:
    """A log that goes on from the head it remembers after the disk failed it."""
    return log._append(entries)


def lists_first(disk: disk_module.Disk, accepted: object, data: bytes, proof: bytes) -> bool:
    """An installation that remembers last."""
    put(disk, "lists.svk", data)
    put(disk, "lists.svk.tlog-proof", proof)
    put(disk, "root.note", accepted.root.note)  # type: ignore[attr-defined]
    put(disk, "checkpoint", accepted.head.note.encode())  # type: ignore[attr-defined]
    return True
