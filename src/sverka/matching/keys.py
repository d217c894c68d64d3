"""What a name is indexed under: skeletons of a person's tokens, words of an organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from ..names import ParsedName, Token, parse
from ..names.organisations import romanise
from ..names.phonemic import phonemes, skeleton
from .frequency import Role
from .organisations import readings

CANON = 3  # full forms one given name is indexed under


def keys_of(name: str, kind: str) -> list[str]:
    """Keys of a name, most telling parts included; the same for every spelling of it."""
    if kind == "organisation":
        return organisation_keys(name)
    return person_keys(name)


def person_keys(name: str) -> list[str]:
    """Keys of every reading of a person's name, those in brackets included."""
    return keys_of_readings(parse(name))


def keys_of_readings(name: ParsedName) -> list[str]:
    """Keys of a parsed name and of what its brackets hold."""
    keys = dict.fromkeys(keys_of_parsed(name))
    for other in name.alternatives:
        keys |= dict.fromkeys(keys_of_parsed(other))
    return list(keys)


def keys_of_parsed(name: ParsedName) -> list[str]:
    """Keys of the tokens, in order. An initial is its letter; a given name adds its full forms."""
    keys: dict[str, None] = {}
    for token in name.tokens:
        keys |= dict.fromkeys(keys_of_token(token))
    return list(keys)


def keys_of_token(token: Token) -> tuple[str, ...]:
    """What one token is found under.

    The skeleton of its stem, so that feminine and declined forms meet the plain one; for a given
    name also that of the Russian names it may stand for (Саша, Siarhei). A patronymic's key ends
    in `+`, so that Иванович does not meet Иван.
    """
    if token.role == "patronymic":
        return (skeleton(token.stem) + "+",)
    if token.role == "initial":
        return (token.skeleton[:1],)
    keys = {skeleton(token.stem or token.phon): None}
    for other in token.others:
        keys[skeleton(other)] = None
    for full in token.canon[:CANON]:
        keys[_canon_key(full)] = None
    return tuple(key for key in keys if key)


@lru_cache(maxsize=4096)
def _canon_key(full: str) -> str:
    return skeleton(phonemes(full.lower(), "cyrillic"))


def population_key(token: Token, role: str = "") -> tuple[str, str, Role, str] | None:
    """Arguments of `frequency.commonness` for a token; None for an initial or a particle.

    Args: role: taken instead of the token's own, for a token whose place only the other name shows.
    """
    role = role or token.role
    if role in ("initial", "particle", "word"):
        return None
    if role == "given" and token.canon:
        return _canon_key(token.canon[0]), token.canon[0].lower(), "given", token.sex
    known: Role = "given" if role == "given" else "patronymic" if role == "patronymic" else "surname"
    return skeleton(token.stem or token.phon), token.norm, known, token.sex


def organisation_keys(name: str) -> list[str]:
    """Words of every alternative, and `=abc` for the initials of a name of several words."""
    keys: dict[str, None] = {}
    for reading in (found.name for found in readings(name)):
        keys |= dict.fromkeys(reading.words)
        if len(reading.acronym) >= 3:
            keys["=" + reading.acronym[:8]] = None
        if reading.short:
            keys["=" + romanise(reading.shown[0])[:8]] = None
    return list(keys)


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
