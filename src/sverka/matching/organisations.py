"""Two organisations' names held against each other.

Words are aligned by key, so a translated or transliterated word agrees with its counterpart. The
hard case is a name inside another: Дождь is Телеканал Дождь (what is left over says only what kind
of body it is), Агора is the quoted core of a long official name, but Голос is not Голос Калитвы.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..model import Comparison, Evidence, Verdict
from ..names import parse
from ..names.organisations import (
    OrganisationName,
    alternatives,
    cores,
    folded,
    form_words,
    initials,
    parse_organisation,
    word_stem,
)
from ..names.tables.organisation_words import CONCEPTS, COUNTRIES, TELLING
from .edits import distance
from .sums import total

_CONCEPTS = frozenset(CONCEPTS.values())
CONCEPT_BITS = 5.0  # "foundation", "centre": one organisation in 32 has the word
BITS_A_LETTER, RARE_BITS = 2.5, 16.0  # any other word: by length, for long words are rarer
NEAR_LOSS = 4.0  # one edit between two words
EXTRA = -6.0  # a word of one name without counterpart in the other
EXTRA_GENERAL = -1.0  # ... that only says what kind of body it is, or where
BOTH_EXTRA = -6.0  # and the other name has a word left over too: they differ there
WHOLE = 6.0  # no word left over on either side: words of a name are not drawn one by one
FORM_SAME, FORM_DIFFERS = 1.0, -2.0
UNIT = -3.0
ACRONYM_LOSS = 3.0
NEAR_LETTERS = 5  # the same for a word
SLIP_LETTERS = 7  # a shorter name one letter away is another name
# Bits the agreeing words must bring, by what is left over.
STRONG_BITS = 7.0  # nothing: one short common word is never strong
GENERAL_BITS = 9.0  # only general words
ONE_MORE_BITS, TWO_MORE_BITS = 12.0, 22.0  # one or two telling words, two agreeing ones at least

_WHOLE = frozenset(("word.same", "word.form", "form.same", "name.whole"))
_RANK: dict[Verdict, int] = {"unlikely": 0, "possible": 1, "strong": 2}


@dataclass(frozen=True, slots=True)
class Reading:
    """One name inside a name cell. `part`: the short name inside a longer official one."""

    name: OrganisationName
    part: bool


def compare_organisations(left: str, right: str) -> Comparison:
    """Hold two organisations' names against each other, each with the names inside it.

    The best pair of readings counts; a short name inside a longer one is never `strong`.
    Symmetric in bits and verdict.
    """
    pairs = [compare_names(a.name, b.name, part=a.part or b.part)
             for a in readings(left) for b in readings(right)]
    if not pairs:
        return Comparison(EXTRA, (), "unlikely")
    return max(pairs, key=lambda c: (_RANK[c.verdict], c.bits))


@lru_cache(maxsize=4096)
def readings(raw: str) -> tuple[Reading, ...]:
    """The names in `raw`: outside its brackets, inside each bracket that is no country, in quotes."""
    found = dict.fromkeys(alternatives(raw), False)
    found |= {text: True for core in cores(raw) for text in alternatives(core) if text not in found}
    parsed = [Reading(parse_organisation(text), part) for text, part in found.items()
              if not set(text.replace(",", " ").split()) <= COUNTRIES]
    return tuple(reading for reading in parsed if reading.name.words)


def compare_names(left: OrganisationName, right: OrganisationName, *, part: bool = False) -> Comparison:
    """One reading against one reading; see `compare_organisations`."""
    lines, rest_left, rest_right = _align(left, right)
    agreed = total([line.bits for line in lines])
    if (rest_left or rest_right) and _one_slip(left.text, right.text):
        bits = max(total(map(weight, left.words)), total(map(weight, right.words))) - NEAR_LOSS
        return Comparison(bits, (Evidence("name.near", left.text, right.text, bits),), "possible")
    acronym = _acronym(left, right)
    if acronym is not None and acronym.bits > agreed:
        return Comparison(acronym.bits, (acronym,), "possible")
    lines += [_extra(word, shown, "left") for word, shown in rest_left]
    lines += [_extra(word, shown, "right") for word, shown in rest_right]
    if rest_left and rest_right:
        lines.append(Evidence("name.differs", _joined(rest_left), _joined(rest_right), BOTH_EXTRA))
    if agreed and not rest_left and not rest_right and not part:
        lines.append(Evidence("name.whole", left.text, right.text, WHOLE))
    lines += _forms(left, right)
    verdict = _verdict(agreed, lines, rest_left, rest_right)
    if part and verdict == "strong":
        verdict = "possible"
    return Comparison(total([line.bits for line in lines]), tuple(lines), verdict)


_Rest = list[tuple[str, str]]


def _one_slip(left: str, right: str) -> bool:
    """Whether two whole names are one edit apart, blanks aside: a slip in a word for the legal form."""
    one, other = "".join(left.split()), "".join(right.split())
    if [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]:
        return False  # a number tells two bodies apart
    short, long = sorted((len(one), len(other)))
    return short >= SLIP_LETTERS and long - short <= 1 and distance(one, other) <= 1


def _joined(rest: _Rest) -> str:
    return " ".join(shown for _, shown in rest)


def weight(word: str) -> float:
    """Bits an agreement on this word brings."""
    return CONCEPT_BITS if word in _CONCEPTS else min(RARE_BITS, BITS_A_LETTER * len(word))


def _is_general(word: str, shown: str) -> bool:
    """Whether a word only says what kind of body it is, where, or after whom."""
    return (word in _CONCEPTS or shown in COUNTRIES or (len(shown) == 1 and not shown.isdigit())
            or _is_form_word(word) or _is_given_name(shown))


@lru_cache(maxsize=4096)
def _is_form_word(word: str) -> bool:
    """Whether it is, but for a slip, a word of a legal form that was not recognised as a whole."""
    return word in form_words() or any(_near(word, known) for known in form_words())


@lru_cache(maxsize=4096)
def _is_given_name(word: str) -> bool:
    tokens = parse(word).tokens
    return len(tokens) == 1 and bool(tokens[0].canon) and tokens[0].role == "given"


def _extra(word: str, shown: str, side: Literal["left", "right"]) -> Evidence:
    bits = EXTRA_GENERAL if _is_general(word, shown) else EXTRA
    return Evidence("word.missing", shown if side == "left" else "", shown if side == "right" else "", bits)


def _align(left: OrganisationName, right: OrganisationName) -> tuple[list[Evidence], _Rest, _Rest]:
    """Pair equal keys, then keys one edit apart; order does not matter. The rest is left over."""
    rest_left = list(dict.fromkeys(zip(left.words, left.shown, strict=True)))
    rest_right = list(dict.fromkeys(zip(right.words, right.shown, strict=True)))
    lines: list[Evidence] = []
    for near in (False, True):
        for item in list(rest_left):
            other = next((o for o in rest_right if (_nearly(item, o) if near else item[0] == o[0])), None)
            if other is not None:
                rest_left.remove(item)
                rest_right.remove(other)
                bits = min(weight(item[0]), weight(other[0])) - (NEAR_LOSS if near else 0.0)
                kind = "word.near" if near else _agreement(item, other)
                lines.append(Evidence(kind, item[1], other[1], bits))
    return lines, rest_left, rest_right


def _agreement(one: tuple[str, str], other: tuple[str, str]) -> str:
    """`word.form` of words of one language whose stem alone agrees: Мемориала, but also Гроза, Грозный."""
    known = one[0] in _CONCEPTS or one[1] in TELLING or one[1].isascii() != other[1].isascii()
    same = known or folded(one[1]) == folded(other[1])
    return "word.same" if same else "word.form"


def _nearly(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether keys are one edit apart, or the words where a slip hid what one of them means."""
    return _near(one[0], other[0]) or _near(word_stem(one[1]), word_stem(other[1]))


def _near(a: str, b: str) -> bool:
    short, long = sorted((len(a), len(b)))
    return short >= NEAR_LETTERS and long - short <= 1 and distance(a, b) == 1


def _acronym(left: OrganisationName, right: OrganisationName) -> Evidence | None:
    for short, full, swap in ((left, right, False), (right, left, True)):
        if short.short and len(short.shown[0]) >= 3 and initials(short.shown[0]) == full.acronym:
            bits = min(RARE_BITS, 5.0 * len(full.acronym)) - ACRONYM_LOSS
            one, other = short.shown[0], " ".join(full.shown)
            return Evidence("acronym.same", other if swap else one, one if swap else other, bits)
    return None


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _forms(left: OrganisationName, right: OrganisationName) -> list[Evidence]:
    lines = []
    if left.forms and right.forms:
        same = bool(left.forms & right.forms)
        lines.append(Evidence("form.same" if same else "form.differs", _listed(left.forms),
                              _listed(right.forms), FORM_SAME if same else FORM_DIFFERS))
    if left.units != right.units:
        lines.append(Evidence("unit.differs", _listed(left.units), _listed(right.units), UNIT))
    return lines


def _verdict(agreed: float, lines: list[Evidence], rest_left: _Rest, rest_right: _Rest) -> Verdict:
    if not agreed:
        return "unlikely"
    rest = rest_left + rest_right
    if not rest:
        forms = sum(line.kind == "word.form" for line in lines)
        whole = all(line.kind in _WHOLE for line in lines) and (not forms or len(lines) > forms + 1)
        return "strong" if whole and agreed >= STRONG_BITS else "possible"
    telling = [item for item in rest if not _is_general(*item)]
    words = sum(line.kind in ("word.same", "word.form", "word.near") for line in lines)
    if rest_left and rest_right:
        # Each has a word of its own; general ones on both sides still make two bodies.
        return "possible" if not telling and agreed >= ONE_MORE_BITS else "unlikely"
    if not telling:
        return "possible" if agreed >= GENERAL_BITS else "unlikely"
    enough = (len(telling) == 1 and words >= 2 and agreed >= ONE_MORE_BITS) or (
        len(telling) == 2 and words >= 2 and agreed >= TWO_MORE_BITS)
    return "possible" if enough else "unlikely"
