"""Whether a record is whole: bytes, digests, tree, proofs, signatures, store against snapshots."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from ..bundle.note import parse_checkpoint, parse_note
from ..bundle.refusals import ProofError
from ..bundle.tlog import extends, includes, leaf_hash, parse_proof
from ..bundle.trust import Policy, check_head
from ..errors import SverkaError
from ..model import ListId
from .disk import get
from .keeper import LogEntry, Parse, Record, RecordDamagedError
from .log import CHECKPOINT
from .settle import Guard
from .store import Store


def audit(
    record: Record,
    *,
    parse: Parse | None = None,
    guard: Guard | None = None,
    policy: Policy | None = None,
) -> Iterator[str]:
    """Everything that is wrong, a line each; nothing if the record is whole.

    Args:
        parse: reads captures again, to hold the store against the published bytes; without it
            the store is held against its own snapshots only.
        guard: what sets states aside.
        policy: whose signatures must stand on the checkpoint; without it only its form and its
            place in the tree are checked.
    """
    try:
        record.log.check()
    except SverkaError as error:
        yield error.problem.en
        return
    yield from _checkpoint(record, policy)
    rebuilt = Store("")
    for index, entry in record.entries():
        try:
            data = record.payload(entry)
            yield from _proof(record, index, entry)
            yield from _again(record, rebuilt, index, entry, data, parse)
        except SverkaError as error:
            yield f"{entry.capture}: {error.problem.en}"
    for list_id in rebuilt.lists():
        rebuilt.settle(list_id, guard)
    kept = record.store
    if (rebuilt.fingerprint(), rebuilt.fingerprint_of_memory()) != (
        kept.fingerprint(),
        kept.fingerprint_of_memory(),
    ):
        yield "record.sqlite: not what this version reads in the captures; remove it to rebuild it"
    if any(row[0] != "ok" for row in record.store.db.execute("PRAGMA integrity_check")):
        yield "record.sqlite: damaged"


def _checkpoint(record: Record, policy: Policy | None) -> Iterator[str]:
    data = get(record.disk, CHECKPOINT)
    if data is None:
        return
    try:
        head = check_head(policy, data).checkpoint if policy else parse_checkpoint(parse_note(data).text)
    except ProofError as error:
        yield f"{CHECKPOINT}: {error.problem.en}"
        return
    now = record.log.head
    path = record.log.tiles().consistency(head.size) if head.size <= now.size else []
    if not extends(head.root, head.size, now.root, now.size, path):
        yield f"{CHECKPOINT}: not a beginning of the log"


def _proof(record: Record, index: int, entry: LogEntry) -> Iterator[str]:
    """The tlog-proof beside a capture, where there is one."""
    path = entry.capture + ".tlog-proof"
    data = get(record.disk, path)
    if data is None:
        return
    proof = parse_proof(data)
    head = parse_checkpoint(proof.checkpoint.text)
    inside = includes(head.root, head.size, index, leaf_hash(entry.text()), proof.path)
    if proof.index != index or proof.entry != entry.text() or not inside:
        yield f"{path}: does not prove its capture"
    elif head.size > record.log.size or record.log.tiles().root(head.size) != head.root:
        yield f"{path}: from another log"


def _again(  # noqa: PLR0913, PLR0917 (one capture and what it is held against)
    record: Record, rebuilt: Store, index: int, entry: LogEntry, data: bytes, parse: Parse | None
) -> Iterator[str]:
    if any(row["log_index"] == index for row in record.store.failures()):
        return
    kept = record.store.snapshot(entry.sha256)
    if kept is None:
        yield f"{entry.capture}: not in record.sqlite; run any `sverka record` command that writes"
        return
    snapshot = kept
    if parse is not None:
        snapshot = parse(
            ListId(entry.list_id), data, entry.obtained.get("name", ""), date.fromisoformat(entry.as_of)
        )
    if snapshot.sha256 != hashlib.sha256(data).hexdigest():
        raise RecordDamagedError(entry.capture)
    rebuilt.add(snapshot, log_index=index, capture=entry.capture, obtained=dict(entry.obtained))
