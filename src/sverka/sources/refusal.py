"""How a file is refused: one sentence on what is wrong, one on what to do."""

from __future__ import annotations

import re

from ..errors import SourceError, Text

_PLACES = (("page", "стр."), ("row", "строка"), ("line", "строка"), ("item", "запись"), ("record", "запись"),
           ("number", "номер"))

AGAIN = Text(
    "Obtain the file again and compare its size; the list already held stays as it is.",
    "Получите файл ещё раз и сравните размер; уже имеющийся список остаётся как был.",
)
LOOK = Text(
    "Open it beside the previous one; if the publication itself changed, the parser must learn that first.",
    "Откройте файл рядом с предыдущим; если изменилась сама публикация, сначала нужно обновить разбор.",
)


def refused(en: str, ru: str, fix: Text = LOOK) -> SourceError:
    """A `SourceError` in both languages; `fix` says what to do next.

    A place (`page 3, row 41`) may stand in `ru` as it is kept; it is put into Russian here.
    """
    for english, russian in _PLACES:
        ru = re.sub(rf"\b{english} (?=\d)", russian + " ", ru)
    return SourceError(Text(en, ru), fix)


class RowError(SourceError):
    """A refusal after the file's rows were counted."""

    def __init__(self, error: SourceError, rows: int) -> None:
        super().__init__(error.problem, error.fix)
        self.rows = rows


def quoted(value: str, limit: int = 60) -> str:
    """A value for an error line: one line, cut, so that a broken file cannot flood the screen."""
    flat = " ".join(value.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
