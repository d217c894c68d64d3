"""Looking a word up among the given names: which Russian names it stands for, and as what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from .phonemic import phonemes, skeleton
from .population import TableRole, rows_of
from .tables.given import GIVEN
from .tables.given_keys import KEYS

# What is one letter for finding a given name: Ukrainian и and г in Latin letters, ё.
_KEY = str.maketrans("yhEUA", "igeua")
_CASE_ENDINGS = ("oj", "ej", "Ej", "om", "em", "Em", "oU", "u", "U", "a", "A", "e", "i", "y")
_CASE_LETTERS = {ending[-1] for ending in _CASE_ENDINGS}
_NOMINATIVE_ENDINGS = ("", "j", "i", "ej", "a", "A")
# Names whose vowel falls out when they are declined or a patronymic is built on them.
_FLEETING = {"pavl": "pavel", "lv": "lev", "petr": "petr", "akovl": "akov", "ak": "akov", "mixal": "mixajl"}


@dataclass(frozen=True, slots=True)
class GivenName:
    """One row of the table as found: the passport form, its sex, and whether the word was a short form.

    Attributes: latin: whether the word stands there in Latin letters alone (Andrew), so that it has no cases.
    """

    canon: str
    sex: Literal["f", "m"]
    short: bool
    rank: int
    latin: bool = False


def key(phon: str) -> str:
    """The phonemic word as the table is keyed."""
    return phon.translate(_KEY)


@cache
def _table() -> dict[str, tuple[GivenName, ...]]:
    names = [line.partition(":")[0].split() for line in GIVEN.splitlines()]
    found: dict[str, tuple[GivenName, ...]] = {}
    for row in KEYS.split():
        word, _, numbers = row.partition("=")
        given = []
        for number in numbers.split(","):
            rank = int(number.rstrip("sx"))
            canon, sex = names[rank]
            given.append(GivenName(canon, "f" if sex == "f" else "m", "s" in number, rank, "x" in number))
        found[word] = tuple(sorted(given, key=lambda g: (g.short, g.rank)))
    return found


# What makes a pet name of a name (Саша: Сашка, Сашенька, Сашуля), on the keys of the table: of short forms
# and women's names in -а, and of men's names as they stand.
_PET = ("ulka", "enka", "onka", "unka", "uSka", "oCka", "eCka", "iCka", "jka", "Cka", "ula", "una", "uSa",
    "ka")
_PET_MEN = ("uSka", "Cik", "ka", "ik")
_PET_END = re.compile("(?:ka|[uU](?:[ln][aA]|Sa)|ik)$")
_BORNE = 40  # bearers of a surname from which a word is that rather than a pet name: Галка, Данчик


def lookup(phon: str) -> tuple[GivenName, ...]:
    """The given names a phonemic word may be, full forms before short ones; () if none is known."""
    table = _table()
    found = table.get("!" + phon) or table.get(key(phon), ())
    if (found and not found[0].short) or not _PET_END.search(phon):
        return found
    return tuple(dict.fromkeys((*found, *_pet(phon))))


def _pet(phon: str) -> tuple[GivenName, ...]:
    """The names of which a word is a pet form (Машенька, Максимка); () where it is another name."""
    table, word, names = _table(), key(phon), dict[GivenName, None]()
    for endings, back in ((_PET, "a"), (_PET_MEN, "")):
        for ending in endings:
            if not names and word.endswith(ending) and len(word) - len(ending) > 1:
                found = table.get(word[: -len(ending)] + back, ())
                names |= {replace(name, short=True): None for name in found
                          if not name.latin and (back or (name.sex == "m" and not name.short))}
    others: tuple[tuple[TableRole, int], ...] = (("surname", _BORNE), ("given", 1))
    if any(row.bearers >= most and phonemes(row.name, "cyrillic") == phon
           for role, most in others if names for row in rows_of(skeleton(phon), role)):
        return ()
    return tuple(names)


def lookup_declined(phon: str, sex: Literal["f", "m", ""] = "") -> tuple[GivenName, ...]:
    """The given names of which the word may be an oblique case (Ивану, Марией); () if none.

    Several where cases meet: Юлию is Юлий in the dative and Юлия in the accusative.
    """
    if phon[-1:] not in _CASE_LETTERS:
        return ()
    table, found = _table(), dict[str, GivenName]()
    for ending in _CASE_ENDINGS:
        if not phon.endswith(ending) or len(phon) - len(ending) < 2:
            continue
        base = key(phon[: -len(ending)])
        base = _FLEETING.get(base, base)
        for back in _NOMINATIVE_ENDINGS:
            if base + back != key(phon):
                for name in table.get(base + key(back), ()):
                    if not name.short and not name.latin and (not sex or name.sex == sex):
                        found.setdefault(name.canon, name)
    return tuple(found.values())


def fathers(base: str) -> tuple[GivenName, ...]:
    """The men's names on which a patronymic's base (`nikola` of Николаевич) is built."""
    table = _table()
    base = key(base)
    for stem in (base, _FLEETING.get(base, ""), _FLEETING.get(base + "l", "")):
        if not stem:
            continue
        for back in ("", "j", "i", "ej", "a", "o", "a"):
            names = tuple(g for g in table.get(stem + back, ()) if g.sex == "m" and not g.short)
            if names:
                return names
    return ()
