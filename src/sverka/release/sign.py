"""Signing: notes, checkpoints and cosignatures, with Ed25519 keys of `cryptography`."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ..bundle.note import COSIGNATURE, ED25519, Note, Signature, VKey, cosigned


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key with its name and purpose. Never printed: `repr` shows the public key only."""

    vkey: VKey
    _key: Ed25519PrivateKey

    @classmethod
    def generate(cls, name: str, kind: int = ED25519) -> Signer:
        """A new key; `kind` as in signed notes, a witness's is `COSIGNATURE`."""
        return cls.load(name, kind, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def load(cls, name: str, kind: int, seed: bytes) -> Signer:
        """The key of 32 secret bytes."""
        key = Ed25519PrivateKey.from_private_bytes(seed)
        return cls(VKey(name, kind, key.public_key().public_bytes_raw()), key)

    def seed(self) -> bytes:
        """The 32 secret bytes, to be stored encrypted."""
        return self._key.private_bytes_raw()

    def sign(self, text: str) -> Signature:
        """A plain signature on a note's text."""
        if self.vkey.type != ED25519:
            raise ValueError("a witness key signs nothing but cosignatures")
        return Signature(self.vkey.name, self.vkey.id, self._key.sign(text.encode()))

    def cosign(self, text: str, time: int) -> Signature:
        """A witness's cosignature on a checkpoint's text at `time`, POSIX seconds."""
        if self.vkey.type != COSIGNATURE:
            raise ValueError("only a witness key cosigns")
        signature = self._key.sign(cosigned(text, time))
        return Signature(self.vkey.name, self.vkey.id, time.to_bytes(8, "big") + signature)

    def __repr__(self) -> str:
        return f"Signer({self.vkey})"


def signed(text: str, *signers: Signer) -> Note:
    """A note over `text`, which must end in a newline, signed by all of `signers`."""
    if not text.endswith("\n"):
        raise ValueError("a note's text ends in a newline")
    return Note(text, tuple(signer.sign(text) for signer in signers))
