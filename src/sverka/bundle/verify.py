"""Whether a file of lists may be used: the order of the rules, each a refusal of its own.

1. **root**: follow the chain of roots from the one trusted here; none missing, none forged.
2. **policy**: the checkpoint in the proof is signed by the log and confirmed by enough witnesses.
3. **consistency**: the log has only grown since the checkpoint seen last: smaller is a rollback,
   the same size with another root is a fork, a bad or missing proof is neither believed nor excused.
4. **inclusion**: the release's entry stands in the log at the place the proof names.
5. **release**: the entry is a note signed by a release key of the root.
6. **digest**: the file has the length and SHA-256 that the entry states.

Nothing is read, written or timed here: bytes in, `Accepted` or `ProofError` out. There is no expiry:
old lists are used with their age shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .note import Checkpoint, decimal, parse_note, signers
from .refusals import ProofError
from .tlog import extends, includes, leaf_hash, parse_proof
from .trust import Head, Root, check_head, follow

RELEASE_HEAD = "sverka release v1"
_HEX = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LIST = re.compile(r"[a-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class Release:
    """What a release's entry says: the file's SHA-256 and length, its day, and each list's state."""

    sha256: str
    length: int
    day: str
    as_of: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The text that is signed and logged."""
        states = "".join(f"as-of {name} {day}\n" for name, day in sorted(self.as_of.items()))
        return f"{RELEASE_HEAD}\nsha256 {self.sha256}\nlength {self.length}\nday {self.day}\n{states}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What may be trusted from now on: remember `root` and `head` for the next time."""

    root: Root
    head: Head
    release: Release


Extend = Callable[[Checkpoint, Checkpoint], Sequence[bytes]]
"""Finds the consistency proof from the checkpoint seen last to the new one."""


def accept(  # noqa: PLR0913 (what is trusted, what came, what was seen)
    trusted: Root,
    chain: Sequence[bytes],
    proof: bytes,
    data: bytes,
    *,
    seen: Checkpoint | None = None,
    extend: Extend = lambda _old, _new: (),
) -> Accepted:
    """Check a file of lists against what is trusted here, by the six rules.

    Args:
        trusted: the root trusted so far. chain: roots that came with the files, oldest first;
            () if none did. proof: the release's `tlog-proof`. data: the file of lists.
        seen: the newest checkpoint this device has accepted; None on the first time.
        extend: where to look for a consistency proof, if one is needed.
    Raises: ProofError.
    """
    root = follow(trusted, chain) if chain else trusted
    parsed = parse_proof(proof)
    head = check_head(root.policy, str(parsed.checkpoint).encode())
    if seen is not None:
        check_growth(seen, head.checkpoint, extend)
    new = head.checkpoint
    if not includes(new.root, new.size, parsed.index, leaf_hash(parsed.entry), parsed.path):
        raise ProofError("inclusion")
    release = read_release(root, parsed.entry)
    if len(data) != release.length or hashlib.sha256(data).hexdigest() != release.sha256:
        raise ProofError("truncated" if len(data) < release.length else "digest")
    return Accepted(root, head, release)


def check_growth(old: Checkpoint, new: Checkpoint, extend: Extend) -> None:
    """Rule 3. Raises ProofError."""
    if new.origin != old.origin:
        raise ProofError("origin")
    if new.size < old.size:
        raise ProofError("rollback")
    if new.size == old.size:
        if new.root != old.root:
            raise ProofError("fork")
        return
    if not extends(old.root, old.size, new.root, new.size, extend(old, new)):
        raise ProofError("consistency")


def read_release(root: Root, entry: bytes) -> Release:
    """Rule 5. Raises ProofError."""
    note = parse_note(entry)
    if not note.text.startswith(RELEASE_HEAD + "\n"):
        raise ProofError("not_release")
    if not signers(note, root.release_keys):
        raise ProofError("unknown_key")
    return parse_release(note.text)


def parse_release(text: str) -> Release:
    """The fields of a release's text, each once and in order. Raises ProofError."""
    lines = [line.split(" ") for line in text.removesuffix("\n").split("\n")[1:]]
    match lines:
        case [["sha256", digest], ["length", length], ["day", day], *states]:
            as_of = {state[1]: state[2] for state in states if len(state) == 3 and state[0] == "as-of"}
            release = Release(digest, decimal(length), day, as_of)
        case _:
            raise ProofError("not_release")
    good = (
        _HEX.fullmatch(digest)
        and _DAY.fullmatch(day)
        and all(_LIST.fullmatch(name) and _DAY.fullmatch(state) for name, state in as_of.items())
    )
    if not good or release.text() != text:
        raise ProofError("not_release")
    return release
