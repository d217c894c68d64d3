"""Writing for the eye: width, bold, and a terminal that cannot show every letter."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable
from typing import TextIO

WIDEST = 88  # a longer line is hard to follow
NARROWEST = 40


def be_tolerant() -> None:
    """Let a terminal without Cyrillic show `?` instead of ending in an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")


def width() -> int:
    """Columns to write in, 40 to 88."""
    try:
        columns = int(os.environ.get("COLUMNS", "")) or WIDEST
    except ValueError:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = WIDEST
    return max(NARROWEST, min(WIDEST, columns))


def bold(text: str, stream: TextIO | None = None) -> str:
    """Bold on a terminal, plain in a pipe or where NO_COLOR is set."""
    stream = stream or sys.stdout
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty()
    return text if plain else f"\x1b[1m{text}\x1b[0m"


def wrap(text: str, indent: str = "", hang: str | None = None) -> str:
    """Fold a paragraph to the width.

    Args: hang: indent of the second line and on; as the first if None.
    """
    return textwrap.fill(text, width(), initial_indent=indent,
                         subsequent_indent=indent if hang is None else hang,
                         break_long_words=False, break_on_hyphens=False)


def table(rows: Iterable[tuple[str, str]], indent: str = "") -> str:
    """Labelled lines, the texts aligned; a row without a label goes on below the last."""
    rows = list(rows)
    column = max((len(label) for label, _ in rows), default=0) + 2
    lines = [wrap(text, indent + label.ljust(column), indent + " " * column) if text else indent + label
             for label, text in rows]
    return "\n".join(lines)


def clean(text: str) -> str:
    """Without control characters: official texts and file names may hold anything."""
    return "".join(char if char.isprintable() or char == "\u00a0" else " " for char in text)
