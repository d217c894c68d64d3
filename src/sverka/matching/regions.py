"""Regions of Russia: what people call them, how many live there, and by which name cultures.

What a region is good for here: a count of namesakes in it (`namesakes`), and evidence where both sides state
one (`homes`). It is never required; the lists at hand state none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from ..errors import Text, UsageError
from ..names import phonemes
from ..names.lookalikes import script_of
from ..names.text import clean
from .federal_subjects import NEIGHBOURS, TABLE
from .frequency import WEIGHTS
from .sums import total

LONGEST = 120  # characters read
# What a region is called beside its own name: oblast, krai, republic, autonomous, or nothing that tells.
_TYPES = {
    **dict.fromkeys(("область", "обл", "области", "oblast", "obl", "region"), "o"),
    **dict.fromkeys(("край", "края", "krai", "kray", "territory"), "k"),
    **dict.fromkeys(("республика", "респ", "республики", "republic", "respublika"), "r"),
    **dict.fromkeys(("ао", "автономный", "автономная", "округ", "autonomous", "okrug"), "a"),
    **dict.fromkeys(("г", "гор", "город", "города", "федерального", "значения", "ар", "рф", "россия"), ""),
    **dict.fromkeys(("city", "of", "the", "russia"), ""),
}
_WORD = re.compile(r"[^\W\d_]+")
# Where somebody lives, in Russian; what follows "Республика" stays as it is.
_CASES = (("Республика", "Республике"), ("область", "области"), ("край", "крае"), ("округ", "округе"),
          ("Москва", "Москве"), ("ополь", "ополе"), ("бург", "бурге"), ("ная", "ной"), ("ный", "ном"),
          ("кая", "кой"), ("кий", "ком"))

Key = tuple[tuple[str, ...], frozenset[str]]  # words of the name in phonemes, sorted; what it is


@dataclass(frozen=True, slots=True)
class Region:
    """One federal subject.

    Attributes:
        code: ISO 3166-2. name: as in a list of regions. where: with its preposition.
        share: of the stated population, 0-1.
        weights: share of each name culture (`frequency.CLASSES`) among its people; the sum over
            the regions, each by its `share`, is that of the country (`frequency.WEIGHTS`).
    """

    code: str
    name: Text
    where: Text
    share: float
    weights: tuple[float, ...]


def read(text: str) -> Region:
    """The region a text names: its ISO code, Russian or English name, a usual short form or its main city.

    Raises: UsageError, which says what is understood and never repeats the text.
    """
    found = region_of(text)
    if found is None:
        names = [region.name for region in regions()]
        raise UsageError(
            Text("The region cannot be made out.", "Регион не удалось разобрать."),
            Text("Write it by its code (RU-DA) or name: " + ", ".join(name.en for name in names) + ".",
                 "Укажите код (RU-DA) или название: " + ", ".join(name.ru for name in names) + "."))
    return found


@lru_cache(maxsize=1 << 10)
def region_of(text: str) -> Region | None:
    """As `read`; None for a text that names no region of Russia, or might name two (Алтай)."""
    try:
        text = clean(text[:LONGEST])
    except UsageError:
        return None
    coded = by_code().get(text.upper())
    if coded:
        return coded
    known, alone = _known()
    core, types = key = _key(text)
    if key in known:
        return known[key]
    possible = [(region, its) for region, its in alone.get(core, ()) if types <= its]
    return possible[0][0] if len({region.code for region, _ in possible}) == 1 else None


@lru_cache(maxsize=1)
def by_code() -> dict[str, Region]:
    """ISO code -> region, by rising code; RU may be left out."""
    rows = [line.split("|") for line in TABLE.strip().split("\n")]
    people = [int(row[4]) for row in rows]
    shares = [count / sum(people) for count in people]
    given = [[float(number) / 100 for number in row[5].split()] for row in rows]
    sums = [total([share * row[i] for share, row in zip(shares, given, strict=True)])
            for i in range(len(WEIGHTS) - 1)]
    scaled = [[part * weight / whole for part, weight, whole in zip(row, WEIGHTS[1:], sums, strict=True)]
              for row in given]
    found = {}
    for row, share, others in zip(rows, shares, scaled, strict=True):
        # A region of hardly any Slavic names may come out a little above 1 after scaling.
        over = max(1.0, total(others))
        weights = tuple(part / over for part in others)
        name = Text(row[2], row[1])
        found[row[0]] = Region(row[0], name, _where(name), share, (max(0.0, 1 - total(weights)), *weights))
    return found


def region(code: str) -> Region:
    """The region of an ISO code that `region_of` gave."""
    return by_code()[code]


def regions() -> tuple[Region, ...]:
    """All of them, by rising code."""
    return tuple(by_code().values())


@lru_cache(maxsize=1)
def _known() -> tuple[dict[Key, Region], dict[tuple[str, ...], list[tuple[Region, frozenset[str]]]]]:
    """Whole names, and names by their own words alone with what the region is."""
    known: dict[Key, Region] = {}
    alone: dict[tuple[str, ...], list[tuple[Region, frozenset[str]]]] = defaultdict(list)
    for line in TABLE.strip().split("\n"):
        code, russian, english, others = line.split("|")[:4]
        region, types = by_code()[code], _key(russian)[1]
        for name in (russian, english, *filter(None, others.split(", "))):
            key = _key(name)
            known[key] = region
            alone[key[0]].append((region, types))
    return known, dict(alone)


def _key(text: str) -> Key:
    words = _WORD.findall(text.lower().replace("ё", "е"))
    types = frozenset(filter(None, (_TYPES.get(word, "") for word in words)))
    return tuple(sorted(phonemes(word, script_of(word)) for word in words if word not in _TYPES)), types


def _where(name: Text) -> Text:
    words = name.ru.split()
    declined = 1 if words[0] == "Республика" else len(words)
    ru = " ".join([*map(_prepositional, words[:declined]), *words[declined:]])
    article = "the " if " Autonomous " in name.en or name.en.endswith(" Republic") else ""
    return Text(f"in {article}{name.en}", f"{'во' if ru.startswith('Вл') else 'в'} {ru}")


def _prepositional(word: str) -> str:
    for ending, other in _CASES:
        if word.endswith(ending):
            return word[:-len(ending)] + other
    return word


@lru_cache(maxsize=1)
def _neighbours() -> frozenset[frozenset[str]]:
    lines = [line.split() for line in NEIGHBOURS.strip().split("\n")]
    return frozenset(frozenset((a, b)) for line in lines for a in line for b in line if a != b)


def neighbours(one: str, other: str) -> bool:
    """Whether two regions (codes) are of one agglomeration or one was cut out of the other."""
    return frozenset((one, other)) in _neighbours()
