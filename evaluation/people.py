"""Invented people drawn from the population tables: what registers and queries are simulated from.

Nobody here is real except by chance: culture, sex, birth year, surname, and the given name and father's
name of that year are drawn one after another from `sverka.names.tables.population`, and written in
Cyrillic or romanised.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from sverka.matching.cohorts import DIGITS, STARTS, born_in
from sverka.matching.frequency import CLASSES, SEXED, STEPS, WEIGHTS, rows

_TABLES: dict[str, dict[str, str]] = {
    "passport2014": {
        "ё": "e",
        "й": "i",
        "х": "kh",
        "ц": "ts",
        "щ": "shch",
        "ъ": "ie",
        "ь": "",
        "ю": "iu",
        "я": "ia",
        "э": "e",
        "ы": "y",
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
    },
    "bgn": {
        "ё": "yo",
        "й": "y",
        "х": "kh",
        "ц": "ts",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "э": "e",
        "ы": "y",
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
    },
    "iso9": {
        "ё": "ë",
        "й": "j",
        "х": "h",
        "ц": "c",
        "щ": "ŝ",
        "ъ": "ʺ",
        "ь": "ʹ",
        "ю": "û",
        "я": "â",
        "э": "è",
        "ы": "y",
        "ж": "ž",
        "ч": "č",
        "ш": "š",
    },
    "german": {
        "ё": "jo",
        "й": "i",
        "х": "ch",
        "ц": "z",
        "щ": "schtsch",
        "ъ": "",
        "ь": "",
        "ю": "ju",
        "я": "ja",
        "э": "e",
        "ы": "y",
        "ж": "sch",
        "ч": "tsch",
        "ш": "sch",
        "в": "w",
        "з": "s",
    },
    "french": {
        "ё": "io",
        "й": "i",
        "х": "kh",
        "ц": "ts",
        "щ": "chtch",
        "ъ": "",
        "ь": "",
        "ю": "iou",
        "я": "ia",
        "э": "e",
        "ы": "y",
        "ж": "j",
        "ч": "tch",
        "ш": "ch",
        "у": "ou",
    },
    "gost": {
        "ё": "yo",
        "й": "j",
        "х": "x",
        "ц": "cz",
        "щ": "shh",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "э": "e",
        "ы": "y",
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
    },
}
_COMMON = dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
YEARS = range(1945, 2006)  # of birth, of those who ask
USUAL = ("passport2014", "passport2014", "bgn", "bgn", "iso9", "german", "french")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person; `year` of birth."""

    surname: str
    given: str
    patronymic: str
    sex: str
    year: int

    def full(self) -> str:
        """Surname, given name, patronymic, in Russian."""
        return f"{self.surname} {self.given} {self.patronymic}"


def romanise(text: str, system: str) -> str:
    """Russian text in Latin letters, by one of the usual systems."""
    table = _COMMON | _TABLES[system]
    if system == "bgn":
        text = re.sub("(^|(?<=[ аеёиоуыэюяйъь-]))е", "ye", text.lower())
    return "".join(table.get(c, c) for c in text.lower()).title()


@cache
def _drawers(role: str, sex: str, cohort: int) -> tuple[tuple[list[str], list[float]], ...]:
    found = []
    table = rows(role)  # (name, count, code)
    for c in range(len(CLASSES)):
        names, weights = [], []
        for name, count, code in table:
            share = int(code[c], 16) / STEPS
            women = 0.5 if role == "surname" else int(code[SEXED]) / 9
            weight = count * share * (women if sex == "f" else 1 - women)
            if len(code) > SEXED + 1:
                weight *= DIGITS[code[SEXED + 1 + cohort]]
            if weight > 0:
                names.append(name)
                weights.append(weight)
        found.append((names, list(accumulate(weights))))
    return tuple(found)


def feminine(surname: str) -> str:
    """The feminine form of a masculine Russian surname."""
    if re.search("(ов|ев|ин|ын)$", surname):
        return surname + "а"
    return re.sub("(ий|ый|ой)$", "ая", surname)


def draw(rng: random.Random, sex: str | None = None) -> Person:
    """One person."""
    culture = rng.choices(range(len(CLASSES)), WEIGHTS)[0]
    sex = sex or rng.choice("fm")
    year = rng.choices(YEARS, [born_in(year) for year in YEARS])[0]

    def pick(role: str) -> str:
        cohort = 0 if role == "surname" else (year - STARTS[0]) // 10
        names, cumulative = _drawers(role, sex, cohort)[culture]
        return rng.choices(names, cum_weights=cumulative)[0]

    surname = pick("surname")
    return Person(
        shown(feminine(surname) if sex == "f" else surname),
        shown(pick("given")),
        shown(pick("patronymic")),
        sex,
        year,
    )


def shown(word: str) -> str:
    """With a capital."""
    return "-".join(part.capitalize() for part in word.split("-"))


def people(n: int, seed: int) -> Iterator[Person]:
    """`n` people; the same for the same seed."""
    rng = random.Random(seed)
    for _ in range(n):
        yield draw(rng)


def typo(text: str, rng: random.Random) -> str:
    """One letter left out, doubled, replaced or swapped with its neighbour."""
    at = rng.randrange(len(text))
    letters = "абвгдеиклмнопрстуя" if re.search("[а-я]", text) else "abcdefghiklmnoprstuvy"
    how = rng.randrange(4)
    if how == 0:
        return text[:at] + text[at + 1 :]
    if how == 1:
        return text[:at] + rng.choice(letters) + text[at:]
    if how == 2:
        return text[:at] + rng.choice(letters) + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
