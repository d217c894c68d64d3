"""What a name is indexed under: skeletons of a person's tokens, words of an organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from ..names import ParsedName, Token, parse
from ..names.given import lookup
from ..names.organisations import initials, word_stem
from ..names.phonemic import phonemes, skeleton
from ..names.population import KNOWN_FROM, rows_of
from .frequency import SEXED, STEPS, Commonness, Role, commonness
from .organisations import readings

CANON = 3  # full forms one given name is indexed under
OTHERS = 100  # bearers in the samples from which a form that another culture bears is that culture's name
OWN_SHARE = 0.1  # of the full form's bearers: from here on a short form is a name of its own (Яна and Анна)


def keys_of(name: str, kind: str) -> list[str]:
    """Keys a listed name is indexed under, most telling parts included; the same for every spelling of it."""
    if kind == "organisation":
        return organisation_keys(name)
    return keys_of_readings(parse(name), listed=True)


def words_of_readings(name: ParsedName, *, listed: bool = False) -> list[tuple[str, ...]]:
    """The keys of each word of a parsed name and of its brackets, a word once; see `keys_of_token`."""
    words: dict[tuple[str, ...], None] = {}
    for reading in (name, *name.alternatives):
        for token in reading.tokens:
            words[keys_of_token(token, listed=listed)] = None
    words.pop((), None)
    return list(words)


def keys_of_readings(name: ParsedName, *, listed: bool = False) -> list[str]:
    """All those keys, each once, in order."""
    return list(dict.fromkeys([key for keys in words_of_readings(name, listed=listed) for key in keys]))


def keys_of_token(token: Token, *, listed: bool = False) -> tuple[str, ...]:
    """What one token is found under. An initial is its letter; a given name adds its full forms.

    The skeleton of its stem, so that feminine and declined forms meet the plain one; for a given
    name also that of the Russian names it may stand for (Саша, Siarhei). A patronymic's key ends
    in `+`, so that Иванович does not meet Иван.

    Args: listed: of a name on a list, which stands in the nominative: no other case is read into it.
    """
    if token.role == "patronymic":
        return (skeleton(token.stem) + "+",)
    if token.role == "initial":
        return (token.skeleton[:1],)
    cases = not listed or token.declined or token.script != "cyrillic"
    keys = {skeleton(token.stem or token.phon): None}
    for other in token.others if cases else ():
        keys[skeleton(other)] = None
    for full in (*token.canon[:CANON], *(token.oblique[:1] if cases else ())):
        keys[_canon_key(full)] = None
    return tuple(key for key in keys if key)


@lru_cache(maxsize=4096)
def _canon_key(full: str) -> str:
    return skeleton(phonemes(full.lower(), "cyrillic"))


def population_key(token: Token, role: str = "") -> tuple[str, str, Role, str] | None:
    """Arguments of `frequency.commonness` for a token; None for an initial or a particle.

    Only a Cyrillic word stands in the tables as it is spelled; of others the skeleton says all.

    Args: role: taken instead of the token's own, for a token whose place only the other name shows.
    """
    role = role or token.role
    if role in ("initial", "particle", "word"):
        return None
    if role == "given" and token.canon:
        name = _counted_as(token.phon, token.norm, token.canon[0])
        return _canon_key(name), name, "given", token.sex
    norm = token.norm if token.script == "cyrillic" else ""
    table = population_role(role)
    return skeleton(token.stem or token.phon), norm, table, token.sex if table != "surname" else ""


def population_role(role: str) -> Role:
    """In which of the tables a token of that role is looked up."""
    return "given" if role == "given" else "patronymic" if role == "patronymic" else "surname"


@lru_cache(maxsize=1 << 13)
def commonness_of(token: Token, role: str = "") -> Commonness | None:
    """`frequency.commonness` of a token under its `population_key`; None where it has none."""
    key = population_key(token, role)
    return commonness(*key) if key else None


@lru_cache(maxsize=1 << 12)
def _counted_as(phon: str, norm: str, canon: str) -> str:
    """The name whose bearers count: one of its own (Оксана, Искандер), or a full form (Саша, Микола).

    A name that stands beside the passport form (not a short form of it) is its own where the tables
    have `KNOWN_FROM` bearers; a short form (Яна) only where they are not few against the full form's, or
    where they are of another culture (Галия is no Галина).
    """
    full = canon.lower()
    found = [given for given in lookup(phon) if given.canon == canon]
    if not found:
        return full
    own, women, slavic = _bearers(norm)
    other = all(women != (given.sex == "f") for given in lookup(phon))  # Муса is no Муся
    of_full, _, slavic_full = _bearers(full)
    other |= own >= OTHERS and slavic_full > slavic + STEPS // 2
    short = all(given.short for given in found) and not other
    return norm if own >= max(KNOWN_FROM, OWN_SHARE * of_full if short else 0.0) else full


def _bearers(name: str) -> tuple[int, bool, int]:
    """Bearers of a given name in the samples, whether most are women, and how Slavic it is (0 to `STEPS`)."""
    spelled = name.replace("ё", "е")
    found = [row for row in rows_of(_canon_key(name), "given") if row.name == spelled]
    slavic = max((int(row.code[0], 16) for row in found), default=STEPS)
    return sum(row.bearers for row in found), any(row.code[SEXED] > "4" for row in found), slavic


def organisation_words(name: str) -> list[tuple[str, ...]]:
    """The keys of each word of every alternative, and `=abc` for the initials of a name of several words.

    A word is found by what it means in either language, and by its stem, for a slip in it hides the meaning.
    """
    words: dict[tuple[str, ...], None] = {}
    for reading in (found.name for found in readings(name)):
        for key, shown in zip(reading.words, reading.shown, strict=True):
            words[tuple(dict.fromkeys((key, word_stem(shown))))] = None
        if len(reading.acronym) >= 3:
            words["=" + reading.acronym[:8],] = None
        if reading.short:
            words["=" + initials(reading.shown[0])[:8],] = None
    return list(words)


def organisation_keys(name: str) -> list[str]:
    """All those keys, each once, in order."""
    return list(dict.fromkeys([key for keys in organisation_words(name) for key in keys]))


def ids_of(ids: tuple[str, ...], addresses: tuple[str, ...]) -> list[str]:
    """Exact identifiers: digits of an INN or OGRN, a host without `www.`, `t.me:name`."""
    keys = ["".join(c for c in value if c.isdigit()) for value in ids]
    found = ["id:" + key for key in keys if len(key) in (10, 12, 13, 15)]
    return found + [f"at:{address_key(value)}" for value in addresses if value.strip()]


_SCHEME = re.compile(r"^[a-z]+://")
_PLATFORMS = {"telegram.me": "t.me", "telegram.org": "t.me", "m.youtube.com": "youtube.com",
              "twitter.com": "x.com",
              "m.vk.com": "vk.com", "vkontakte.ru": "vk.com",
              "facebook.com": "fb.com"}
_NAMED = frozenset({*_PLATFORMS.values(), "instagram.com", "ok.ru", "rutube.ru"})


def address_key(value: str) -> str:
    """One form for an address: no scheme, `www.` or trailing slash; `@name` as `t.me:name`."""
    text = _SCHEME.sub("", value.strip().lower()).removeprefix("www.").rstrip("/")
    if text.startswith("@"):
        text = "t.me:" + text[1:]
    host, slash, rest = text.partition("/")
    if not slash and ":" in text:
        host, slash, rest = text.partition(":")
    host = _PLATFORMS.get(host.removeprefix("www."), host)
    rest = rest.partition("?")[0].strip("/@")
    if not rest:
        return host
    return f"{host}:{rest}" if slash == ":" or host in _NAMED else text
