"""Private keys in files, each encrypted by age with a passphrase; public keys beside them.

    NAME.age    the age file; inside: `sverka key v1`, name, type, 32 secret bytes in base64
    NAME.vkey   the public key as notes and roots write it

A key is one of four kinds: `root` (offline, 2 of 3), `release`, `log`, `witness`. The kind is in
the file's name only to help people; what a key may do is what the root says.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyrage

from ..bundle.note import COSIGNATURE, ED25519, VKey, b64, parse_vkey, unb64
from ..errors import SverkaError, Text, TrustError, UsageError
from .sign import Signer

HEAD = "sverka key v1"
_SAFE = re.compile(r"[^A-Za-z0-9.-]+")


class BusyError(SverkaError):
    """This machine is too slow, or too busy just now, for the key's passphrase."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                f"Opening {name} would take this machine too long just now.",
                f"Сейчас этой машине слишком долго открывать {name}.",
            ),
            Text(
                "Close what keeps it busy and try again.", "Закройте то, что её занимает, и попробуйте снова."
            ),
        )


def save_key(folder: Path, label: str, signer: Signer, passphrase: str) -> Path:
    """Write a key pair; never over an existing one. About a second: the passphrase is stretched.

    Raises: UsageError if the file exists.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_SAFE.sub('-', label)}.age"
    if path.exists():
        raise UsageError(
            Text(f"{path} exists; keys are never overwritten.", f"{path} уже есть; ключи не переписываются.")
        )
    plain = f"{HEAD}\n{signer.vkey.name}\n{signer.vkey.type}\n{b64(signer.seed())}\n"
    path.touch(mode=0o600)
    path.write_bytes(pyrage.passphrase.encrypt(plain.encode(), passphrase))
    path.with_suffix(".vkey").write_text(f"{signer.vkey}\n", encoding="utf-8")
    return path


def load_key(path: Path, passphrase: str) -> Signer:
    """Open a key file. Raises UsageError for a wrong passphrase, TrustError for a damaged file."""
    try:
        plain = pyrage.passphrase.decrypt(path.read_bytes(), passphrase).decode()
    except FileNotFoundError as error:
        raise UsageError(Text(f"There is no key {path}.", f"Ключа {path} нет.")) from error
    except pyrage.DecryptError as error:
        if "work" in str(error):
            # age times this machine and refuses what would take it much longer than the one that encrypted.
            raise BusyError(path.name) from error
        raise UsageError(
            Text(
                f"{path.name} does not open with this passphrase.", f"{path.name} этой фразой не открывается."
            ),
            Text("Did you forget which passphrase this key has?", "Может быть, у этого ключа другая фраза?"),
        ) from error
    match plain.split("\n"):
        case [head, name, kind, seed, ""] if head == HEAD and kind in (str(ED25519), str(COSIGNATURE)):
            return Signer.load(name, int(kind), unb64(seed))
    raise TrustError(Text(f"{path.name} is no key file.", f"{path.name} — не файл ключа."))


def load_vkey(path: Path) -> VKey:
    """The public key beside a key file."""
    return parse_vkey(path.with_suffix(".vkey").read_text(encoding="utf-8").strip())
