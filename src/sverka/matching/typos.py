"""One slip that moved a word's key further than the index looks: asked only where nothing else was found.

A slip changes one letter, but letters are read together: Овчинниов has no к, and ио becomes ё; a Latin
`ch` without its h is another sound. So the word is written again with each letter left out, each two swapped
and each place open, and the index is asked for the keys of these. Work: some 60 spellings of one word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..names import ParsedName, skeleton
from ..names.forms import patronymic, surname
from ..names.lookalikes import script_of
from ..names.organisations import word_key, word_stem
from ..names.phonemic import sounds
from .edits import distance
from .index import Space
from .keys import keys_of_token
from .organisations import readings

LETTERS = 24  # of a word; a longer one is left alone
ROWS = 16  # to be compared in full
RANKED = 160  # rows looked at
BEARERS = 64  # rows read of one key
# Letters that are read together: where one of them may be missing beside the other, it is tried.
_LATIN = "ch sh zh kh gh th ph ts tz tc cz sz rz zs cs sc ck ks"
_VOWELS = "ou oo ia ya ja iu yu ju io yo jo ie ye je ay ey oy iy ij"
_CYRILLIC = "тс тц сч зч шч ья ью ье ьё ьо ъе ъя ия ию ие ио йо дж дз"
_TOGETHER = tuple(" ".join((_LATIN, _VOWELS, _CYRILLIC)).split())
_GLIDES = frozenset("aeiouyjаеёиоуыэюяйьъіїє'")  # run into one another
_BESIDE = {side: {letter: "".join(sorted(pair[1 - side] for pair in _TOGETHER if pair[side] == letter))
                  for letter in {pair[side] for pair in _TOGETHER}} for side in (0, 1)}
_IN_ENDINGS = {"latin": "oeivnchsk", "cyrillic": "оеивнчск"}
_LONG = {"cyrillic": "жхцчшщюят"}  # what an organisation's word has in two Latin letters; т ends many
ENDING, LONGEST_ENDING = 4, 6  # letters: of a usual one, and of -ского
_WORDS = re.compile(r"[^\W_]+")
_OPEN = {"latin": "m", "cyrillic": "м"}  # stands for an unknown letter: it is read together with no other


class Odd(NamedTuple):
    """The one word of a name that no row has, in lower case, and the keys of each of the others.

    Attributes:
        keys: what a spelling of the word may be indexed under.
        letters: to be tried at every place, for their keys have more letters than one.
    """

    word: str
    keys: Callable[[str], Iterable[str]]
    others: list[tuple[str, ...]]
    letters: str = ""


def odd_of_person(space: Space, name: ParsedName) -> Odd | None:
    """The one word that is no key; None where there is none or more than one: one slip spoils one word."""
    words = [(token.norm, (*keys_of_token(token), *_keys_of_word(token.norm))) for token in name.tokens
             if token.role not in ("initial", "particle")]
    return _odd(space, words, _keys_of_word)


def odd_of_organisation(space: Space, name: str) -> Odd | None:
    """The same of an organisation's name, as it is first read."""
    first = [found.name for found in readings(name)[:1]]
    words = [(shown, (key, word_stem(shown))) for one in first
             for key, shown in zip(one.words, one.shown, strict=True)]
    odd = _odd(space, words, lambda word: (word_key(word), word_stem(word)))
    return odd._replace(letters=_LONG.get(script_of(odd.word), "")) if odd else None


def _odd(space: Space, words: Sequence[tuple[str, tuple[str, ...]]],
         keys: Callable[[str], Iterable[str]]) -> Odd | None:
    strange = [word for word, own in words if len(words) == 1 or not any(_numbers(space, key) for key in own)]
    if len(strange) != 1 or not 1 < len(strange[0]) <= LETTERS:
        return None
    return Odd(strange[0], keys, [own for word, own in words if word != strange[0]])


def rows_of_slip(space: Space, odd: Odd) -> list[int]:
    """Rows with a word that one slip makes `odd`; those that have most of its other words first."""
    numbers: dict[int, None] = {}
    for spelling in spellings(odd.word, odd.letters):
        for key in odd.keys(spelling):
            numbers |= dict.fromkeys(_numbers(space, key))
    letter = _OPEN.get(script_of(odd.word), "m")
    for at, spelling in opened(odd.word, letter, anywhere=bool(odd.letters)):
        for key in odd.keys(spelling):
            numbers |= dict.fromkeys(_opened(space, key, letter, at))
    others = [{number for key in keys for number in _numbers(space, key)} for keys in odd.others]
    if not numbers:
        for left, right in _parted(space, odd):
            numbers |= dict.fromkeys(left)
            others.append(right)
    rows: dict[int, tuple[bool, int, int]] = {}
    for number in numbers:
        for row in space.posting(number, BEARERS):
            if row not in rows and len(rows) < RANKED:
                rows[row] = _rank(space, row, odd.word, others)
    return sorted(rows, key=lambda row: (rows[row], row))[:ROWS]


def _rank(space: Space, row: int, word: str, others: list[set[int]]) -> tuple[bool, int, int]:
    """Rows with a word of one slip first, then those with most of the other words and fewest more."""
    own = space.fwd[space.fwdat[row]:space.fwdat[row + 1]].tolist()
    near = any(distance(word, other) < 2 for other in _WORDS.findall(space.name(row).lower()))
    return not near, -sum(not known.isdisjoint(own) for known in others), len(own)


def _parted(space: Space, odd: Odd) -> Iterator[tuple[list[int], set[int]]]:
    """The keys of two words that stand as one, for a blank that was lost or typed as a letter."""
    word = odd.word
    for cut in range(2, len(word) - 1):
        left = [number for key in odd.keys(word[:cut]) for number in _numbers(space, key)]
        for rest in (word[cut:], word[cut + 1:]) if left else ():
            right = {number for key in odd.keys(rest) for number in _numbers(space, key)}
            if right:
                yield left, right


def spellings(word: str, letters: str) -> Iterator[str]:
    """The word with each letter left out, each two swapped, and a letter put where it may belong to another.

    Args: letters: to be put in at every place besides.
    """
    for i in range(len(word)):
        before, after = word[:i], word[i + 1:]
        anyway = bool(letters) or i >= len(word) - LONGEST_ENDING  # the ending decides on the stem
        swapped = before + after[:1] + word[i] + after[1:]
        if anyway or _met(word[max(0, i - 1):i + 2]) or _met(before[-1:] + after[:1]):
            yield before + after
        if after and (anyway or _met(word[max(0, i - 1):i + 3]) or _met(swapped[max(0, i - 1):i + 3])):
            yield swapped
        for rest in (after, word[i:]):
            beside = _BESIDE[0].get(before[-1:], "") + _BESIDE[1].get(rest[:1], "")
            for letter in dict.fromkeys(beside + letters):
                yield before + letter + rest
    for letter in _BESIDE[0].get(word[-1:], ""):
        yield word + letter
    if surname(sounds(word, script_of(word))).sex == "":
        yield from _mended_ending(word)
    if len(word) > 3:  # a blank was lost or became a letter, and an initial is at the end
        yield word[:-2]
        yield word[2:]


def _mended_ending(word: str) -> Iterator[str]:
    """The word with a letter of the usual endings put in near its end: Muhpna has none, Muhina has."""
    letters = _IN_ENDINGS.get(script_of(word), "")
    for i in range(max(1, len(word) - ENDING), len(word)):
        for letter in letters:
            yield word[:i] + letter + word[i + 1:]
            yield word[:i] + letter + word[i:]


def opened(word: str, letter: str, anywhere: bool) -> Iterator[tuple[int, str]]:
    """The word with an unknown letter put in, or in place of a letter, and where.

    Args: anywhere: not only where letters may be read together.
    """
    for i in range(len(word) + 1):
        if anywhere or _met(word[max(0, i - 1):i + 1]):
            yield i, word[:i] + letter + word[i:]
        if anywhere or _met(word[max(0, i - 1):i + 2]) or _met(word[max(0, i - 1):i] + word[i + 1:i + 2]):
            yield i, word[:i] + letter + word[i + 1:]


@lru_cache(maxsize=1 << 12)
def _met(letters: str) -> bool:
    """Whether neighbours among letters are read together; else an edit of the word is one of its key."""
    return any(a == b or a + b in _TOGETHER or (a in _GLIDES and b in _GLIDES) for a, b in pairwise(letters))


def _numbers(space: Space, key: str) -> list[int]:
    """The number of a key in the dictionary, if it is there."""
    return [number for number in space.meeting(key) if space.key(number) == key] if len(key) > 1 else []


def _opened(space: Space, key: str, letter: str, at: int) -> list[int]:
    """The keys that have any letter where `key` has the open one."""
    shown = "m" if letter in "mм" else letter
    places = [i for i, c in enumerate(key) if c == shown]
    if not places:
        return []
    i = min(places, key=lambda place: abs(place - at))
    found = []
    for number in space.meeting(key[:i] + key[i + 1:]):
        known = space.key(number)
        if known[:i] == key[:i] and known[i + 1:] == key[i + 1:]:
            found.append(number)
    return found


def _keys_of_word(word: str) -> list[str]:
    """What a word of a person's name may be indexed under, whatever its place in the name."""
    phon = sounds(word, script_of(word))
    keys = [skeleton(phon), skeleton(surname(phon).stem)]
    father = patronymic(phon)
    return [*dict.fromkeys(keys), skeleton(father.base) + "+"] if father else list(dict.fromkeys(keys))
