"""A witness: confirms that a log has only grown, once for each size, and remembers it first.

The order, as c2sp.org/tlog-witness has it:

1. the checkpoint is signed by a log this witness knows, else 404 or 403;
2. the old size is not above the new one, else 400;
3. the old size is the one remembered, else 409 with that size;
4. the same size has the same root, else 409; a larger one a consistency proof, else 422;
5. the new head is durable *before* the cosignature leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..bundle.note import (
    Checkpoint,
    Note,
    Signature,
    VKey,
    b64,
    decimal,
    parse_checkpoint,
    parse_note,
    signers,
)
from ..bundle.refusals import ProofError
from ..bundle.tiles import Tiles
from ..bundle.tlog import EMPTY, extends, parse_hashes, parse_lines
from ..record.disk import Disk, get, put
from .sign import Signer

SIZE_TYPE = "text/x.tlog.size"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a witness says; `status` as in HTTP, `body` a cosignature line or the size remembered."""

    status: int
    body: str = ""
    content_type: str = "text/plain; charset=utf-8"


class Witness:
    """One witness with its key, the logs it knows, and its memory: a file for each origin."""

    def __init__(self, signer: Signer, logs: Sequence[VKey], disk: Disk) -> None:
        self.signer, self.logs, self.disk = signer, tuple(logs), disk

    def remembered(self, origin: str) -> Checkpoint:
        """The largest head confirmed for a log, the empty one if none."""
        data = get(self.disk, _file(origin))
        return parse_checkpoint(data.decode()) if data else Checkpoint(origin, 0, EMPTY)

    def answer(self, request: bytes, now: int) -> Answer:
        """Answer an `add-checkpoint` request at `now`, POSIX seconds; never raises on bad bytes."""
        try:
            head, _, note = request.partition(b"\n\n")
            first, *hashes = parse_lines(head)
            if not first.startswith("old "):
                return Answer(400)
            return self.consider(parse_note(note), decimal(first[4:]), parse_hashes(hashes), now)
        except ProofError:
            return Answer(400)

    def consider(  # noqa: PLR0911 (one return for each rule)
        self, note: Note, old_size: int, path: Sequence[bytes], now: int
    ) -> Answer:
        """Rules 1 to 5. Raises ProofError if the note's text is no checkpoint; OSError if memory fails."""
        new = parse_checkpoint(note.text)
        keys = [key for key in self.logs if key.name == new.origin]
        if not keys:
            return Answer(404)
        try:
            if not signers(note, keys):
                return Answer(403)
        except ProofError:
            return Answer(403)
        if old_size > new.size:
            return Answer(400)
        seen = self.remembered(new.origin)
        if old_size != seen.size:
            return Answer(409, f"{seen.size}\n", SIZE_TYPE)
        if seen.size == new.size and seen.root != new.root:
            return Answer(409, f"{seen.size}\n", SIZE_TYPE)
        if not extends(seen.root, seen.size, new.root, new.size, path):
            return Answer(422)
        put(self.disk, _file(new.origin), str(Checkpoint(new.origin, new.size, new.root)).encode())
        return Answer(200, str(self.signer.cosign(note.text, now)))


def _file(origin: str) -> str:
    return "seen/" + "".join(c if c.isalnum() else f"%{ord(c):x}." for c in origin)


def with_cosignature(note: Note, line: Signature) -> Note:
    """The checkpoint with a cosignature more; a newer one of the same witness replaces the older."""
    kept = tuple(s for s in note.signatures if (s.name, s.id) != (line.name, line.id))
    return Note(note.text, (*kept, line))


Send = Callable[[bytes], tuple[int, bytes]]
"""Takes a request to a witness; gives its status and body."""


def ask(note: Note, tiles: Tiles, witnesses: Sequence[VKey], send: Send) -> Note:
    """Ask a witness to confirm a checkpoint; the checkpoint with its lines.

    The witness is asked from nothing, and once more from the size it says it has seen.
    Args: tiles: of the log at this checkpoint. witnesses: whose signatures count.
    Raises: ProofError `witnesses` with the status if it does not confirm; other ProofErrors for an
        answer that is not what a witness says.
    """
    old, status, body = 0, 0, b""
    for _ in range(2):
        head = [f"old {old}", *map(b64, tiles.consistency(old)), ""]
        status, body = send(("\n".join(head) + "\n" + str(note)).encode())
        if status != 409:
            break
        old = decimal(body.decode("ascii", "replace").removesuffix("\n"))
        if old > tiles.size:
            raise ProofError("rollback", f"{old} > {tiles.size}")
    if status != 200:
        raise ProofError("witnesses", str(status))
    answered = parse_note(f"{note.text}\n".encode() + body)
    known = {(key.name, key.id) for key in signers(answered, witnesses)}
    if not known:
        raise ProofError("unknown_key")
    for line in answered.signatures:
        note = with_cosignature(note, line) if (line.name, line.id) in known else note
    return note
