"""Which file of lists to read: the one named, the newest installed, else the shipped one."""

from __future__ import annotations

import mmap
import os
import sys
from pathlib import Path

from ..bundle import Bundle
from ..errors import Text, TrustError

SHIPPED = Path(__file__).parent.parent / "data" / "ru.svk"


def installed() -> Path:
    """Where `sverka update` puts the lists it has verified (there may be none yet)."""
    home = os.environ.get("SVERKA_HOME")
    if home:
        return Path(home) / "lists.svk"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "sverka" / "lists.svk"


def open_lists(option: str | None) -> Bundle:
    """Open and verify the file of lists.

    Args: option: what `--bundle` says, None if it was not given.
    Raises: TrustError if it cannot be read or is damaged; a damaged one is never replaced
        by another in silence.
    """
    path = Path(option) if option else installed()
    if not option and not path.exists():
        path = SHIPPED
    bundle = Bundle(map_file(path))
    bundle.verify()
    return bundle


def map_file(path: Path) -> memoryview:
    """The bytes of a file, read from disk only where they are touched.

    Raises: TrustError
    """
    try:
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return memoryview(b"")
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError as error:
        raise TrustError(
            Text(f"The file of lists cannot be opened: {error.strerror}.",
                 f"Файл со списками не открывается: {error.strerror}."),
            Text("Give another with --bundle FILE.", "Укажите другой: --bundle ФАЙЛ."),
        ) from error
