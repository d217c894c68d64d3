"""Merkle trees as RFC 6962 and C2SP build them: hashes, and checking of proofs.

    leaf = SHA-256(0x00 || entry)        node = SHA-256(0x01 || left || right)

An *inclusion proof* shows that an entry stands at an index of a tree, a *consistency proof*
that a tree is the beginning of a larger one. Both are checked by recomputing the root(s) along
one path; a proof that is a hash too long or too short is wrong.

Proofs travel as `tlog-proof` files (c2sp.org/tlog-proof): index, hashes, then the checkpoint.
Sverka puts the entry itself into `extra`: it is not trusted there, only hashed. A proof without
`extra` is read, and then shows nothing, as no entry is in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from .note import MAX_NOTE, Note, b64, decimal, parse_note, unb64
from .refusals import ProofError

EMPTY = hashlib.sha256(b"").digest()
PROOF_HEAD = "c2sp.org/tlog-proof@v1"
MAX_HASHES = 63  # a path in a tree of 2**63 entries
MAX_ENTRY = 64 * 1024 - 1  # the 16-bit length of tlog-tiles


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def includes(root: bytes, size: int, index: int, leaf: bytes, path: Sequence[bytes]) -> bool:
    """Whether `leaf` (a leaf hash) stands at `index` of the tree, by RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        return False
    at, last, value = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            value = node_hash(sibling, value)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            value = node_hash(value, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and value == root


def extends(old_root: bytes, old_size: int, root: bytes, size: int, path: Sequence[bytes]) -> bool:
    """Whether the tree of `size` begins with the tree of `old_size`, by RFC 9162, 2.1.4.2.

    An empty tree begins every tree; equal sizes need equal roots; both need an empty proof.
    """
    if old_size > size or old_size < 0:
        return False
    if old_size in (0, size):
        return not path and (old_root == root if old_size == size else old_root == EMPTY)
    hashes = list(path)
    if old_size & (old_size - 1) == 0:
        hashes.insert(0, old_root)
    if not hashes:
        return False
    at, last = old_size - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and old == old_root and new == root


@dataclass(frozen=True, slots=True)
class Proof:
    """A `tlog-proof` file as read: nothing of it is verified. `entry`: b"" without `extra`."""

    entry: bytes
    index: int
    path: tuple[bytes, ...]
    checkpoint: Note

    def __str__(self) -> str:
        extra = [f"extra {b64(self.entry)}"] if self.entry else []
        lines = [PROOF_HEAD, *extra, f"index {self.index}", *map(b64, self.path), ""]
        return "\n".join(lines) + "\n" + str(self.checkpoint)


def parse_proof(data: bytes) -> Proof:
    """Read a `tlog-proof` file. Raises ProofError."""
    if len(data) > 4 * MAX_NOTE:
        raise ProofError("form", "proof")
    head, _, note = data.partition(b"\n\n")
    lines = parse_lines(head)
    entry = b""
    if lines[1:] and lines[1].startswith("extra "):
        entry = unb64(lines.pop(1)[6:])
        if not entry:  # the line is omitted then
            raise ProofError("form", "proof")
    if len(lines) < 2 or lines[0] != PROOF_HEAD or not lines[1].startswith("index "):
        raise ProofError("form", "proof")
    return Proof(entry, decimal(lines[1][6:]), parse_hashes(lines[2:]), parse_note(note))


def parse_lines(data: bytes) -> list[str]:
    """ASCII lines of a proof's head. Raises ProofError."""
    try:
        return data.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise ProofError("form", "proof") from error


def parse_hashes(lines: Sequence[str]) -> tuple[bytes, ...]:
    """Base64 hashes, one a line. Raises ProofError if one is not 32 bytes or they are more than 63."""
    hashes = tuple(map(unb64, lines))
    if len(hashes) > MAX_HASHES or any(len(h) != 32 for h in hashes):
        raise ProofError("form", "hashes")
    return hashes
