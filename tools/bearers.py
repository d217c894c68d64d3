"""Counts of the names the count tables saw little of: those of the cultures other than the Slavic one.

The given names were counted mostly among Tatars and Bashkirs, the surnames hardly among the peoples of the
Caucasus. bearers.toml has the commoner names of these cultures from a larger table. They replace the counts
here; a rarer name of the same culture is corrected by what its culture's names were off by in the middle, and
a patronymic by what the father's name was off by, for both were counted among the same people.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from cultures import CLASSES, SURE, WEIGHT

FACTS = Path(__file__).parent / "bearers.toml"
# The cultures of a section; names of Muslims at large are borne in two. None: the culture stays as guessed.
SECTIONS: dict[str, tuple[int, ...] | None] = {
    "turkic": (1,), "north_caucasian": (2,), "muslim": (1, 2), "transcaucasian": (3,), "korean": None}
MOST = 4.0  # a patronymic is corrected by at most this factor either way: other generations, other slips

Row = tuple[str, str, int, list[float]]  # name, sex, count, class shares


@dataclass(frozen=True)
class Bearers:
    """What bearers.toml says of one role.

    Attributes:
        share: (name, sex) -> share of all people of that sex in the source, 0-1.
        classes: name -> its cultures, where they are stated.
    """

    share: dict[tuple[str, str], float]
    classes: dict[str, tuple[int, ...]]


def read(role: str, path: Path = FACTS) -> Bearers:
    """The names of a role, in lower case, ё as е. Surnames are men's."""
    facts = tomllib.loads(path.read_text("utf-8"))
    people = {**facts["people"], "u": sum(facts["people"].values())}
    share: dict[tuple[str, str], float] = defaultdict(float)
    classes = {}
    for section, sexes in facts[role].items():
        for sex, text in sexes.items():
            words = text.lower().replace("ё", "е").split()
            for name, count in zip(words[::2], words[1::2], strict=True):
                share[name, "m" if sex == "u" else sex] += int(count) / people[sex]
                tagged = SECTIONS[section]
                if tagged is not None:
                    classes[name] = tagged
    return Bearers(dict(share), classes)


def tagged_shares(classes: tuple[int, ...]) -> list[float]:
    """Class shares of a surname whose cultures are known."""
    return [SURE * (c in classes) / len(classes) + (1 - SURE) * weight for c, weight in enumerate(WEIGHT)]


def recounted(rows: list[Row], facts: Bearers, sure: Set[str], *, least: int,
              covered: float = 1.0) -> tuple[list[Row], dict[str, float]]:
    """The rows with the counts of the facts, and by what factor each listed name was off (name -> factor).

    Args: sure: names whose culture is more than a guess from their letters; the others stay as they are.
        least: so do rarer rows. covered: share of people whose name is in the rows.
    """
    bearers: dict[str, float] = defaultdict(float)
    for _, sex, n, _ in rows:
        bearers[sex] += n
    counted = {key: share * bearers[key[1]] / covered for key, share in facts.share.items()}
    factors = {text: counted[text, sex] / n for text, sex, n, _ in rows if (text, sex) in counted}
    of_class = middle(rows, facts, factors)
    done = [(text, sex, round(counted.pop((text, sex))) if (text, sex) in counted
             else corrected(n, blended(shares, of_class), least) if text in sure else n, shares)
            for text, sex, n, shares in rows]
    shares_of = {text: tagged_shares(classes) for text, classes in facts.classes.items()}
    done += [(text, sex, round(count), shares_of.get(text, list(WEIGHT)))
             for (text, sex), count in counted.items()]
    return done, factors


def recounted_patronymics(rows: list[Row], father: dict[str, str], factors: dict[str, float],
                          of_class: list[float], least: int) -> list[Row]:
    """Rows of patronymics, corrected by what the father's name was off by."""
    def factor(text: str, shares: list[float]) -> float:
        own = factors.get(father[text])
        return min(MOST, max(1 / MOST, own)) if own else blended(shares, of_class)

    return [(text, sex, corrected(n, factor(text, shares), least), shares) for text, sex, n, shares in rows]


def corrected(n: int, factor: float, least: int) -> int:
    """A count times a factor; one below `least`, mostly a slip of the pen, as it is."""
    return n if n < least else max(least, round(n * factor))


def middle(rows: list[Row], facts: Bearers, factors: dict[str, float]) -> list[float]:
    """What the names of each culture were off by in the middle; 1 for cultures without facts."""
    found: dict[int, list[float]] = defaultdict(list)
    for text, _, _, shares in rows:
        if text in factors and text in facts.classes:
            found[max(range(len(CLASSES)), key=shares.__getitem__)].append(factors[text])
    return [median(found[c]) if c and found[c] else 1.0 for c in range(len(CLASSES))]


def blended(shares: list[float], of_class: list[float]) -> float:
    """The factor of a name by its cultures."""
    return sum(share * factor for share, factor in zip(shares, of_class, strict=True))
