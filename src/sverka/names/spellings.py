"""The main spellings of a name, for showing what will be looked for.

Matching does not use this list: it compares sounds, and finds spellings that are not in it.
"""

from __future__ import annotations

from functools import cache

from .parsing import parse
from .tables.given import GIVEN
from .tables.romanisation import PASSPORT_2014, SYSTEMS, TO_CYRILLIC
from .tokens import ParsedName, Token

MAX_SPELLINGS = 16
_VOWELS = "аеёиоуыэюяъь"


def spellings(name: str) -> list[str]:
    """How official papers and the press of several countries may write a name, the likeliest first.

    A name in Cyrillic gives its Latin spellings; a name in Latin gives one Russian reading (a guess:
    romanisation loses letters) and the spellings of that. Ukrainian and Belarusian forms follow where
    the given name has them. At most `MAX_SPELLINGS`, never the name as typed.

    Raises: UsageError if a letter is a code point that is not known here.
    >>> spellings("Юрий Щукин")[:2]
    ['Iurii Shchukin', 'Yuriy Shchukin']
    """
    parsed = parse(name)
    if not parsed.tokens or parsed.script not in ("cyrillic", "latin"):
        return []
    russian = [_russian(token) for token in parsed.tokens]
    found = [_title(russian)] if parsed.script == "latin" else []
    found += [_title([romanise(word, system) for word in russian]) for _, system in SYSTEMS]
    found += _neighbours(parsed, russian)
    typed = name.strip().lower()
    return [s for s in dict.fromkeys(found) if s.lower() != typed][:MAX_SPELLINGS]


def romanise(word: str, system: dict[str, str]) -> str:
    """A lower-case Russian word by one system of `tables.romanisation`."""
    out, i = "", 0
    while i < len(word):
        pair, rest = word[i : i + 2], word[i:]
        letter = word[i]
        if rest + "$" in system:
            return out + system[rest + "$"]
        if pair in system:
            out, i = out + system[pair], i + 2
            continue
        place = "^" if i == 0 else "+" if word[i - 1] in _VOWELS else ""
        out += system.get(place + letter, system.get(letter, PASSPORT_2014.get(letter, letter)))
        i += 1
    return out


def _russian(token: Token) -> str:
    if token.script == "cyrillic":
        return token.norm
    if token.role == "given" and token.canon:
        return token.canon[0].lower()
    word = token.phon
    if len(word) > 3 and word.endswith("ski"):
        word += "j"
    for phoneme, letter in TO_CYRILLIC:
        word = word.replace(phoneme, letter)
    return word


def _title(words: list[str]) -> str:
    return " ".join(word.capitalize() for word in words)


def _neighbours(parsed: ParsedName, russian: list[str]) -> list[str]:
    """The name with its given name in Ukrainian and in Belarusian."""
    out: list[str] = []
    for i, token in enumerate(parsed.tokens):
        if token.role != "given" or not token.canon:
            continue
        for form in _equivalents().get(token.canon[0], ())[:2]:
            words = [*russian[:i], form.lower(), *russian[i + 1 :]]
            out += [_title(words), _title([romanise(word, {}) for word in words])]
    return out


@cache
def _equivalents() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in GIVEN.splitlines():
        head, _, rest = line.partition(":")
        forms = rest.partition("=")[0].split()
        table[head.split()[0]] = tuple(f for f in forms if not f.isascii())
    return table
