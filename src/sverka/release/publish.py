"""Publishing: from a record to a folder that any static host or USB stick can carry.

    root.1.note, root.2.note, ...    the chain of trusted keys
    checkpoint                       the log's head, signed by the log and the witnesses
    lists.svk                        the bundle
    lists.svk.tlog-proof             the proof that the log holds this release
    tile/...                         the log itself, for proofs of growth and for whoever watches
    NOTES.md                         what changed, for people

The order: the release's entry is signed and logged first, then the head is signed, then the
witnesses confirm it, then files are written beside and renamed; `checkpoint` is the last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..bundle.note import Note, parse_note
from ..bundle.tiles import WIDTH, tile_path
from ..bundle.trust import Root, check_head, follow, read_root
from ..bundle.verify import Release, accept
from ..errors import Text, UsageError
from ..record.disk import Disk, get, put
from ..record.keeper import Record
from .sign import Signer, signed

LISTS, PROOF, CHECKPOINT, NOTES = "lists.svk", "lists.svk.tlog-proof", "checkpoint", "NOTES.md"

Confirm = Callable[[Note, int], Note]
"""Asks witnesses about a checkpoint of a log that had so many entries before; returns it cosigned."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who signs. `roots`: the chain, oldest first."""

    roots: tuple[bytes, ...]
    log: Signer
    release: Signer

    @property
    def root(self) -> Root:
        """The newest root."""
        return follow(read_root(self.roots[0]), self.roots)


def publish(  # noqa: PLR0913, PLR0917 (what is published, by whom, where)
    record: Record,
    publisher: Publisher,
    confirm: Confirm,
    data: bytes,
    release: Release,
    notes: str,
    out: Disk,
) -> Note:
    """Log and sign a release of `data`, and write its folder; returns the checkpoint.

    With too few confirmations the folder still holds everything for witnesses elsewhere to confirm
    (`sverka witness`), but nobody's `sverka update` takes it until they have.
    Raises: UsageError if the log is another than the root's.
    """
    if publisher.log.vkey not in publisher.root.policy.logs or publisher.log.vkey.name != record.log.origin:
        raise UsageError(
            Text(
                f"The root does not name the log {record.log.origin}.",
                f"Корень не называет журнал {record.log.origin}.",
            ),
            Text(
                "The record's origin, the log's key and the root must agree.",
                "Имя журнала в записи, ключ журнала и корень должны совпадать.",
            ),
        )
    assert release.sha256 == hashlib.sha256(data).hexdigest()
    before = record.log.size
    index = record.log.append([str(signed(release.text(), publisher.release)).encode()])
    note = confirm(signed(str(record.log.head), publisher.log), before)
    record.sign(note)
    for number, root in enumerate(publisher.roots, 1):
        put(out, f"root.{number}.note", root)
    _copy_tiles(record, out)
    put(out, NOTES, notes.encode())
    put(out, LISTS, data)
    put(out, PROOF, str(record.proof(index, note, record.log.size)).encode())
    put(out, CHECKPOINT, str(note).encode())
    return note


def _copy_tiles(record: Record, out: Disk) -> None:
    size = record.log.size
    for kind, height in [("entries", 0), *((str(level), 8 * level) for level in range(8))]:
        count = size >> height
        for tile in range((count + WIDTH - 1) // WIDTH):
            path = tile_path(kind, tile, min(WIDTH, count - tile * WIDTH))
            if get(out, path) is None:
                put(out, path, record.disk.read("log/" + path))


def prove_captures(record: Record, note: Note) -> int:
    """Write a tlog-proof beside every capture that has none yet; returns how many."""
    made = 0
    for index, entry in list(record.entries()):
        path = entry.capture + ".tlog-proof"
        if get(record.disk, path) is None:
            put(record.disk, path, str(record.proof(index, note, record.log.size)).encode())
            made += 1
    return made


def read_roots(disk: Disk) -> tuple[bytes, ...]:
    """The chain of roots in a folder, oldest first."""
    chain: list[bytes] = []
    while (data := get(disk, f"root.{len(chain) + 1}.note")) is not None:
        chain.append(data)
    return tuple(chain)


def add_cosignatures(out: Disk, notes: Sequence[Note]) -> Note:
    """Put further signatures on a folder's checkpoint, in its proof too; returns the checkpoint.

    Raises: ProofError if a signature does not fit; UsageError if a note is of another head.
    """
    present = parse_note(out.read(CHECKPOINT))
    for note in notes:
        if note.text != present.text:
            raise UsageError(
                Text("That is a signature on another checkpoint.", "Это подпись на другом состоянии журнала.")
            )
        have = {(s.name, s.id) for s in present.signatures}
        present = replace(
            present,
            signatures=present.signatures + tuple(s for s in note.signatures if (s.name, s.id) not in have),
        )
    head, _, _ = out.read(PROOF).partition(b"\n\n")
    put(out, PROOF, head + b"\n\n" + str(present).encode())
    put(out, CHECKPOINT, str(present).encode())
    return present


def self_check(publisher: Publisher, out: Disk) -> None:
    """Read a folder back as a stranger would. Raises ProofError."""
    chain = read_roots(out)
    accept(read_root(chain[0]), chain, out.read(PROOF), out.read(LISTS))
    check_head(publisher.root.policy, out.read(CHECKPOINT))
