"""Passphrases of key files: asked for at the terminal, or read from a file; never an argument."""

from __future__ import annotations

import getpass
from pathlib import Path

from ..errors import Lang, Text, UsageError
from ..release.keys import load_key, save_key
from ..release.sign import Signer
from ._options import Options


def passphrase(options: Options, label: str, lang: Lang, *, twice: bool = False) -> str:
    """The passphrase of a key. Raises UsageError if it is empty or the two differ."""
    given = options.get("--passphrase-file")
    if given:
        return Path(given).read_text(encoding="utf-8").strip("\n")
    ask = Text(f"Passphrase for {label}: ", f"Фраза для ключа {label}: ").say(lang)
    phrase = getpass.getpass(ask)
    if not phrase or (twice and getpass.getpass(Text("Again: ", "Ещё раз: ").say(lang)) != phrase):
        raise UsageError(
            Text("The passphrase is empty, or the two differ.", "Фраза пустая или набрана по-разному.")
        )
    return phrase


def open_key(options: Options, folder: Path, label: str, lang: Lang) -> Signer:
    """The key of a label in a folder."""
    return load_key(folder / f"{label}.age", passphrase(options, label, lang))


def new_key(options: Options, folder: Path, label: str, signer: Signer, lang: Lang) -> Signer:
    """Save a new key under a label."""
    save_key(folder, label, signer, passphrase(options, label, lang, twice=True))
    return signer
