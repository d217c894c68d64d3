"""Dates, counts and chances in words, Russian and English.

>>> from datetime import date
>>> say_date(date(2026, 7, 16), "ru")
'16 июля 2026 г.'
>>> say_count(21, ENTRIES, "ru"), say_count(1226, ENTRIES, "en")
('21 запись', '1,226 entries')
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..errors import Lang, Text

_MONTHS = (
    Text("January", "января"), Text("February", "февраля"), Text("March", "марта"), Text("April", "апреля"),
    Text("May", "мая"), Text("June", "июня"), Text("July", "июля"), Text("August", "августа"),
    Text("September", "сентября"), Text("October", "октября"), Text("November", "ноября"),
    Text("December", "декабря"),
)
_NARROW = "\u00a0"  # keeps 1 226 and a unit on one line


class Noun(NamedTuple):
    """A thing that is counted: English one/many, Russian forms for 1, 2 and 5."""

    one: str
    many: str
    ru1: str
    ru2: str
    ru5: str


ENTRIES = Noun("entry", "entries", "запись", "записи", "записей")
IN_LISTS = Noun("list", "lists", "списке", "списках", "списках")
LISTINGS = Noun("listing", "listings", "запись", "записи", "записей")
DAYS = Noun("day", "days", "день", "дня", "дней")
GENITIVE_DAYS = Noun("day", "days", "дня", "дней", "дней")
PEOPLE = Noun("person", "people", "человек", "человека", "человек")


def say_date(day: date, lang: Lang) -> str:
    """`16 July 2026`, `16 июля 2026 г.`"""
    month = _MONTHS[day.month - 1].say(lang)
    return f"{day.day} {month} {day.year}" + (f"{_NARROW}г." if lang == "ru" else "")


def say_number(number: int, lang: Lang) -> str:
    """With thousands apart: `1,226`; in Russian a no-break blank, from five digits on."""
    if lang == "ru":
        return f"{number:,}".replace(",", _NARROW) if abs(number) > 9999 else str(number)
    return f"{number:,}"


def say_count(number: int, noun: Noun, lang: Lang) -> str:
    """A number and its noun in the right form."""
    if lang == "en":
        word = noun.one if number == 1 else noun.many
    elif number % 10 == 1 and number % 100 != 11:
        word = noun.ru1
    elif number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        word = noun.ru2
    else:
        word = noun.ru5
    return f"{say_number(number, lang)} {word}"


def rounded(number: float) -> int:
    """To two significant digits: a count of namesakes is not known better.

    >>> rounded(2317.4), rounded(0.7), rounded(12.2)
    (2300, 1, 12)
    """
    whole = round(number)
    return round(whole, -max(0, len(str(whole)) - 2))


def say_percent(probability: float, lang: Lang) -> str:
    """Never 0 % and never 100 %: a match is a question."""
    blank = _NARROW if lang == "ru" else ""
    if probability < 0.01:
        return ("less than 1" if lang == "en" else "меньше 1") + f"{blank}%"
    if probability > 0.99:
        return ("over 99" if lang == "en" else "больше 99") + f"{blank}%"
    return f"{round(100 * probability)}{blank}%"


_CHANCE = (
    (0.95, Text("very likely", "очень вероятно")),
    (0.75, Text("likely", "вероятно")),
    (0.40, Text("quite possible", "вполне возможно")),
    (0.10, Text("possible", "возможно")),
    (0.01, Text("less likely, but not ruled out", "менее вероятно, но не исключено")),
    (0.00, Text("unlikely, but not ruled out", "маловероятно, но не исключено")),
)


def say_chance(probability: float, lang: Lang) -> str:
    """A probability in words and per cent: `likely (82%)`."""
    word = next(text for floor, text in _CHANCE if probability >= floor)
    return f"{word.say(lang)} ({say_percent(probability, lang)})"
