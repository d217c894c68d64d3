"""Signed notes, verifier keys, checkpoints and cosignatures as C2SP writes them.

Reading a note (c2sp.org/signed-note), in this order:

1. at most 64 KiB of UTF-8 without control characters other than newline, ending in a newline;
2. the last empty line parts the text from at least one signature line, 100 at most;
3. base64 is in its one canonical form;
4. signatures by keys that are not known, by name *and* id, are ignored;
5. a signature by a known key that does not verify refuses the whole note;
6. a note that no known key has signed is refused; until then its text means nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from . import ed25519
from .refusals import ProofError

ED25519, COSIGNATURE = 0x01, 0x04  # signature types of c2sp.org/signed-note
MAX_NOTE = 64 * 1024
MAX_SIGNATURES = 100
MAX_SIZE = 2**63 - 1
_NAME = re.compile(r"[^\s+\x00-\x1f\x7f]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class VKey:
    """A verifier key: who (`name`), for what (`type`), and the 32 bytes of the public key."""

    name: str
    type: int
    key: bytes

    @property
    def id(self) -> bytes:
        """The four bytes that signature lines carry."""
        head = self.name.encode() + b"\n" + bytes([self.type])
        return hashlib.sha256(head + self.key).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64(bytes([self.type]) + self.key)}"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: key name, key id (4 bytes), and what follows it."""

    name: str
    id: bytes
    data: bytes

    def __str__(self) -> str:
        return f"— {self.name} {b64(self.id + self.data)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A note as read; `text` ends in a newline and is worth nothing before `signers` has spoken."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log's signed head (c2sp.org/tlog-checkpoint). `size`: entries, 0 to 2**63 - 1; `root`: 32 bytes."""

    origin: str
    size: int
    root: bytes
    extension: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in (self.origin, self.size, b64(self.root), *self.extension))


def b64(data: bytes) -> str:
    """Standard base64."""
    return base64.b64encode(data).decode()


def unb64(text: str) -> bytes:
    """Base64 in its canonical form. Raises ProofError for anything else."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ProofError("form", "base64") from error
    if b64(data) != text:
        raise ProofError("form", "base64")
    return data


def decimal(text: str) -> int:
    """A size or index without sign or leading zeroes. Raises ProofError."""
    if not _DECIMAL.fullmatch(text) or int(text) > MAX_SIZE:
        raise ProofError("form", "number")
    return int(text)


def parse_vkey(text: str) -> VKey:
    """`name+id+base64(type, key)`. Raises ProofError if the id is not the key's or the key is no point."""
    name, _, rest = text.partition("+")
    hexid, _, material = rest.partition("+")
    data = unb64(material)
    if not _NAME.fullmatch(name) or len(data) != 33 or data[0] not in (ED25519, COSIGNATURE):
        raise ProofError("form", "key")
    vkey = VKey(name, data[0], data[1:])
    if vkey.id.hex() != hexid or ed25519.decode_key(vkey.key) is None:
        raise ProofError("form", "key")
    return vkey


def parse_note(data: bytes) -> Note:
    """Read a note by rules 1-3; nothing is verified yet. Raises ProofError."""
    text = _plain_text(data)
    body, blank, tail = text.rpartition("\n\n")
    if not blank or not tail:
        raise ProofError("form", "note")
    lines = tail.removesuffix("\n").split("\n")
    if len(lines) > MAX_SIGNATURES:
        raise ProofError("form", "signatures")
    return Note(body + "\n", tuple(map(_signature, lines)))


def _plain_text(data: bytes) -> str:
    if len(data) > MAX_NOTE or not data.endswith(b"\n"):
        raise ProofError("form", "note")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise ProofError("form", "UTF-8") from error
    if _CONTROL.search(text):
        raise ProofError("form", "control character")
    return text


def _signature(line: str) -> Signature:
    dash, _, rest = line.partition(" ")
    name, _, material = rest.partition(" ")
    data = unb64(material)
    if dash != "—" or not _NAME.fullmatch(name) or len(data) < 5:
        raise ProofError("form", "signature line")
    return Signature(name, data[:4], data[4:])


def signers(note: Note, keys: Iterable[VKey]) -> dict[VKey, int]:
    """The known keys that signed, each with its cosignature's time in POSIX seconds (0 for plain ones).

    Rules 4 and 5. Of a key that signed twice the newer time counts, and it counts as one signer.
    Raises ProofError if any signature of a known key is wrong.
    """
    known = {(key.name, key.id): key for key in keys}
    found: dict[VKey, int] = {}
    for signature in note.signatures:
        key = known.get((signature.name, signature.id))
        if key is None:
            continue
        time = _verify(note.text, signature, key)
        if time is None:
            raise ProofError("signature", signature.name)
        found[key] = max(time, found.get(key, 0))
    return found


def _verify(text: str, signature: Signature, key: VKey) -> int | None:
    if key.type == ED25519:
        return 0 if ed25519.verify(key.key, signature.data, text.encode()) else None
    if len(signature.data) != 72:
        return None
    time = int.from_bytes(signature.data[:8], "big")
    good = time <= MAX_SIZE and ed25519.verify(key.key, signature.data[8:], cosigned(text, time))
    return time if good else None


def cosigned(text: str, time: int) -> bytes:
    """The bytes a witness signs (c2sp.org/tlog-cosignature, v1)."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def parse_checkpoint(text: str) -> Checkpoint:
    """Origin, size, root and any extension lines of a note's text. Raises ProofError."""
    lines = text.removesuffix("\n").split("\n")
    if len(lines) < 3 or not all(lines):
        raise ProofError("form", "checkpoint")
    root = unb64(lines[2])
    if len(root) != 32:
        raise ProofError("form", "checkpoint")
    return Checkpoint(lines[0], decimal(lines[1]), root, tuple(lines[3:]))
