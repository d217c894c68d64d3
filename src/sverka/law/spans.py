"""Dates known only to the day, the month, the year, or between two of them.

Law and memory both speak loosely ("since October 2025", "I gave in 2021"), so a date is
a span of days and a comparison may have no answer.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from ..errors import Text

Truth = bool | None
"""True, False, or None for "cannot tell" (Kleene's third value)."""

_MONTHS_EN = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS_RU = (
    "",
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)


@dataclass(frozen=True, slots=True)
class Span:
    """All days a loosely given date may mean, `lo` to `hi`, both included.

    >>> Span.parse("2021").hi
    datetime.date(2021, 12, 31)
    """

    lo: date
    hi: date

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read `2021`, `2021-08`, `2021-08-04` or `2021-08-04/2021-08-20` (some day between).

        Raises: ValueError if `text` is none of these, or ends before it starts.
        """
        first, slash, last = text.strip().partition("/")
        if slash:
            span = cls(cls.parse(first).lo, cls.parse(last).hi)
            if span.hi < span.lo:
                raise ValueError(f"a span that ends before it starts: {text!r}")
            return span
        parts = first.split("-")
        if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (*map(int, parts), 0, 0, 0)[:3]
        if len(parts) == 1:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if len(parts) == 2:
            return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        if len(parts) == 3:
            return cls(date(year, month, day), date(year, month, day))
        raise ValueError(f"not a date: {text!r}")

    def not_before(self, other: Span) -> Truth:
        """Whether this date is on or after `other`; None where the two overlap."""
        if self.lo >= other.hi:
            return True
        return False if self.hi < other.lo else None

    def loose(self) -> bool:
        """Whether it is "some day between", not a day, a month or a year."""
        return not self._unit()

    def say(self) -> Text:
        """As a reader writes it: `04.08.2021` or `2021-08-04`, a month, a year, or a range."""
        year, month, unit = self.lo.year, self.lo.month, self._unit()
        if unit == "day":
            return Text(self.lo.isoformat(), self.lo.strftime("%d.%m.%Y"))
        if unit == "month":
            return Text(f"{_MONTHS_EN[month]} {year}", f"{_MONTHS_RU[month]} {year}")
        if unit == "year":
            return Text(str(year), f"{year} год")
        return Text(
            f"{self.lo.isoformat()} to {self.hi.isoformat()}",
            f"{self.lo.strftime('%d.%m.%Y')}–{self.hi.strftime('%d.%m.%Y')}",
        )

    def _unit(self) -> str:
        """What it is one whole of: `day`, `month`, `year`, or "" for none."""
        year, month = self.lo.year, self.lo.month
        if self.lo == self.hi:
            return "day"
        if self == Span(date(year, 1, 1), date(year, 12, 31)):
            return "year"
        last = calendar.monthrange(year, month)[1]
        return "month" if self == Span(date(year, month, 1), date(year, month, last)) else ""


def span_or_none(text: str | None) -> Span | None:
    """Read a date a person typed; None for anything that is not one, "unknown" included."""
    try:
        return Span.parse(text) if text else None
    except ValueError:
        return None


def say_date(text: str) -> Text:
    """A date as `Span.parse` reads it, in words; a dash for one that cannot be read."""
    span = span_or_none(text)
    return span.say() if span else Text("—", "—")
