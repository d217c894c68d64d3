"""Organisations' names: legal forms, quotes and brackets, translated and transliterated words.

A name becomes words of one Latin alphabet: «Фонд борьбы с коррупцией» and "Anti-Corruption
Foundation" both become `fond`, `korrup`, ... The legal form is set apart, for it is left out or
changed at will; what stands in brackets is an alias of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from .lookalikes import repair
from .tables.organisation_words import CONCEPTS, LEGAL_FORMS, STOP, TELLING, UNITS

LENGTH = 600  # letters read of one name: the longest official names have about 500
WORDS = 48
CORE_LETTERS = 3  # of a short name inside a long one

_CYRILLIC = {
    **dict(zip("абвгдеёзийклмнопрстуфыэіїєґў", "abvgdeeziiklmnoprstufyeiiegu", strict=True)),
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ъ": "",
    "ь": "",
}
_QUOTES = re.compile("[«»„“”‟\"‘’'`′ʼ<>*]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,})[)\]]")
_WORD = re.compile(r"[^\W_]+_?")
_SPACED = re.compile(r"(?=.* )(?:\w+ )*\w(?: \w+)*")  # a form with a word of one letter: e v, s r o
_QUOTED = re.compile(r"[«„“]([^«»„“”\"]+)(?=[»”“])|\"([^\"«»]+)\"")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]{3,}")
_LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z'’.-]*(?:\s+[A-Za-z][A-Za-z'’.-]*)*")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?)+[^\W\d_]\b\.?")
_FOLDS = (("iee", "e"), ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("ph", "f"), ("ck", "k"),
          ("zh", "j"),
          ("ts", "c"), ("tz", "c"), ("yu", "iu"), ("ya", "ia"), ("yo", "e"), ("ye", "e"), ("x", "ks"),
          ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"))
# An English c is what Cyrillic writes as к or с (Беллингкэт); ch and ck are folded below.
_HARD_C, _SOFT_C = re.compile("c(?![hkeiyz])"), re.compile("c(?=[eiy])")
_ENDING = re.compile("(?:ogo|ego|omu|emu|imi|ami|iami|ih|ah|iah|oi|ei|ii|aia|uiu|oe|ee|ie|ia|iu|am|om|em|"
                     "ov|ev|ni|n|a|e|i|o|u|s)$")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """One name of an organisation, read.

    Attributes:
        words: keys of the words that tell it apart, in order; concepts of both languages are one key.
        shown: the words as written, parallel to `words`.
        forms: canonical legal forms (`ooo`, `ano`, ...). units: `branch`, ... for a part of a body.
        acronym: initials of the words, "" for a single word. short: whether it is an acronym itself.
    """

    text: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    forms: frozenset[str]
    units: frozenset[str]
    acronym: str
    short: bool


def romanise(word: str) -> str:
    """A word in plain Latin letters; Cyrillic by the passport system, diacritics dropped."""
    if word.isascii():
        return word
    letters = "".join(_CYRILLIC.get(c, c) for c in word)
    if letters.isascii():
        return letters
    plain = unicodedata.normalize("NFKD", letters)
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def word_key(word: str) -> str:
    """The key of a lower-case word: what it is in either language, or its folded stem."""
    if word in CONCEPTS or word in TELLING:
        return CONCEPTS.get(word) or TELLING[word]
    latin = folded(word)
    if latin in _romanised_concepts():
        return _romanised_concepts()[latin]
    stem = _stem(latin)
    return CONCEPTS.get("~" + stem[:6], stem)


@lru_cache(maxsize=8192)
def word_stem(word: str) -> str:
    """The folded stem of a lower-case word, whatever it means: a slip in it leads to no meaning."""
    return _stem(folded(word))


def _stem(latin: str) -> str:
    if len(latin) <= 4:
        return latin
    cut = _ENDING.sub("", latin)
    if len(cut) > 6 and cut.endswith(("ov", "ev")):
        cut = cut[:-2]  # Сахарова as Sakharov
    return cut if len(cut) >= 4 else latin[:max(4, len(latin) - 1)]


def initials(words: Iterable[str]) -> str:
    """The first letter of each word, a Cyrillic one as the Latin letter it begins with: Ц as t."""
    return "".join(romanise(word[:1])[:1] for word in words)


def folded(word: str) -> str:
    """A lower-case word in plain Latin letters with what systems write differently joined."""
    latin = romanise(word)
    if word.isascii():
        latin = _SOFT_C.sub("s", _HARD_C.sub("k", latin))
    for old, new in _FOLDS:
        latin = latin.replace(old, new)
    return re.sub(r"(.)\1", r"\1", latin)


@cache
def _romanised_concepts() -> dict[str, str]:
    """The Russian words of `CONCEPTS` in Latin letters: a passport writes «общество» as obshchestvo."""
    return {folded(word): key for word, key in (TELLING | CONCEPTS).items() if not word.isascii()}


@cache
def _forms_by_keys() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Legal forms of several words by the keys of these, longest first."""
    found = {}
    for phrase, form in LEGAL_FORMS.items():
        words = tuple(word_key(word) for word in _WORD.findall(phrase) if word not in STOP)
        if len(words) > 1 and all(len(word) > 1 for word in words):
            found[tuple(sorted(words))] = form
    return tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item)))


@cache
def _romanised_forms() -> dict[str, str]:
    return {romanise(word): form for word, form in LEGAL_FORMS.items() if " " not in word}


@cache
def form_words() -> frozenset[str]:
    """Keys of all words that occur in legal forms."""
    words = {word for phrase in LEGAL_FORMS for word in _WORD.findall(phrase)}
    return frozenset(word_key(word) for word in words if len(word) > 3)


def names_a_body(text: str) -> bool:
    """Whether a word of the text says what kind of body it is: Фонд Сахарова, Новая газета."""
    words = _WORD.findall(clean(text))
    return any(word in LEGAL_FORMS or (word in CONCEPTS and len(word) > 3) for word in words)


def _repaired(word: str) -> str:
    # A digit is none of its letters here: Заря3.
    return word if word.isascii() or not word.isalpha() else repair(word)


@cache
def _romanised_units() -> dict[str, str]:
    return {romanise(word): unit for word, unit in UNITS.items()}


def clean(raw: str) -> str:
    """Lower case, one kind of blank, no quotes, ё as е; bounded length."""
    text = unicodedata.normalize("NFKC", raw[:LENGTH]).replace("\u00ad", "").lower().replace("ё", "е")
    return " ".join(_QUOTES.sub(" ", text).split())


def alternatives(raw: str) -> tuple[str, ...]:
    """The name without its brackets, and what each bracket holds; the whole text if there are none.

    >>> alternatives("Free Example (Фонд «Пример») (США)")
    ('free example', 'фонд пример', 'сша')
    """
    text = clean(raw)
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    inside = [part for found in _BRACKETS.findall(text) for part in re.split(";|, ", found)]
    return tuple(dict.fromkeys(part.strip(" ,;.-") for part in (outside, *inside) if part.strip(" ,;.-()")))


def cores(raw: str) -> tuple[str, ...]:
    """What a long name is called for short: its innermost quotes, and runs of Latin in Russian text.

    >>> cores("Ассоциация «В защиту садов «КОЛОС»»; сеть Primer Platforms")
    ('КОЛОС', 'Primer Platforms')
    """
    text = unicodedata.normalize("NFKC", raw[:LENGTH])
    found = [part for pair in _QUOTED.findall(text) for part in pair]
    if len(_RUSSIAN.findall(text)) > 1:
        found += _LATIN_RUN.findall(text)
    return tuple(dict.fromkeys(part.strip() for part in found if len(part.strip()) >= CORE_LETTERS))


@lru_cache(maxsize=4096)
def parse_organisation(text: str) -> OrganisationName:
    """Read one name (an element of `alternatives`)."""
    text = _DOTTED.sub(lambda m: m[0].replace(".", "").replace(" ", ""), clean(text))
    for phrase, form in LEGAL_FORMS.items():
        if phrase in text and _SPACED.fullmatch(phrase):
            text = re.sub(rf"\b{phrase}\b", f" {form}_ ", text)
    words, shown, forms, units = [], [], set(), set()
    for word in map(_repaired, _WORD.findall(text)[:WORDS]):
        if word.endswith("_"):
            forms.add(word[:-1])
        elif word in LEGAL_FORMS or word in _romanised_forms():
            forms.add(LEGAL_FORMS.get(word) or _romanised_forms()[word])
        elif word in UNITS or word in _romanised_units():
            units.add(UNITS.get(word) or _romanised_units()[word])
        elif word not in STOP:
            words.append(word_key(word))
            shown.append(word)
    # A form of several words, in whichever alphabet, case and order: the longest that is there.
    for keys, form in _forms_by_keys():
        if not Counter(keys) - Counter(words):
            forms.add(form)
            for key in keys:
                at = words.index(key)
                del words[at], shown[at]
    if not words and forms:  # "Фонд", "Союз": the form is the name
        words = shown = sorted(forms)
    return OrganisationName(text, tuple(words), tuple(shown), frozenset(forms), frozenset(units),
                            initials(shown) if len(shown) > 1 else "", len(shown) == 1 and len(shown[0]) <= 6)
