"""What a cell holds, cleaned of how it was typeset."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from ..errors import SourceError
from .refusal import quoted, refused

_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?")
_EPOCH_MS = re.compile(r"-?\d{11,14}")
_MOSCOW = timezone(timedelta(hours=3))
# Soft hyphens, zero-width marks and byte-order marks carry nothing and differ between copies.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]")

BIRTH_YEARS = (1850, 2025)


def fold(text: str) -> str:
    """The text with every run of blanks as one space and invisible marks removed.

    >>> fold(" Иванов\\u00a0 Иван\\n")
    'Иванов Иван'
    """
    return " ".join(_INVISIBLE.sub("", text).split())


def spaced(text: str) -> str:
    """A text with the blanks that copies lose at line ends put back, and `No 7` as `№ 7`.

    Nothing but blanks and the number sign changes, so that copies of one cell agree.

    >>> spaced("Фонд«Лес»,Проект No7")
    'Фонд «Лес», Проект № 7'
    """
    text = re.sub(r"(?<=[\w)\].,»])(?=«)", " ", text)
    text = re.sub(r"»(?=[\w(«])", "» ", text)
    text = re.sub(r",(?=[^\W\d]|«)", ", ", text)
    text = re.sub(r"(?:№|\bN[oо]\.?) ?(?=\d)", "№ ", text)
    text = re.sub(r"([(«]) (?=\S)", r"\1", text)
    text = re.sub(r"(?<=\w)- (?=\w)", "-", text)
    return re.sub(r"(?<=\S) ([)»,;])", r"\1", text)


def read_date(text: str, where: str, column: str) -> date | None:
    """A day as the lists write it: `DD.MM.YYYY`, ISO, or milliseconds as the portal's REST does.

    Args:
        text: the cell; blank means the list states no date.
        where, column: named in the refusal.
    Raises: SourceError when the cell holds anything else, a day that does not exist included.
    """
    text = fold(text)
    if not text:
        return None
    try:
        if found := _DATE.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if _EPOCH_MS.fullmatch(text):
            return datetime.fromtimestamp(int(text) / 1000, _MOSCOW).date()
    except (ValueError, OverflowError, OSError):
        pass
    raise unreadable(text, where, column)


def unreadable(text: str, where: str, column: str) -> SourceError:
    """The refusal for a date that cannot be read."""
    return refused(
        f"{where}: the date “{quoted(text, 30)}” in the column “{quoted(column)}” cannot be read.",
        f"{where}: дату «{quoted(text, 30)}» в столбце «{quoted(column)}» прочесть нельзя.",
    )


def birth_year(text: str, where: str, column: str) -> int | None:
    """The year of a birth date; its day and month end here.

    Raises: SourceError for a date that cannot be read or a year outside 1850-2025. The
        refusal does not repeat the cell, which may be somebody's full birth date.
    """
    text = fold(text)
    if not text:
        return None
    try:
        year = int(text) if re.fullmatch(r"\d{4}", text) else getattr(read_date(text, "", ""), "year", 0)
    except SourceError:
        raise unreadable("…", where, column) from None
    if not BIRTH_YEARS[0] <= year <= BIRTH_YEARS[1]:
        raise refused(
            f"{where}: a birth year of {year} in the column “{quoted(column)}” cannot be right.",
            f"{where}: год рождения {year} в столбце «{quoted(column)}» невозможен.",
        )
    return year


def digits(text: str) -> str:
    """The digits of a number, without blanks and hyphens."""
    return re.sub(r"\D", "", text)
