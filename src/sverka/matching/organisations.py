"""Two organisations' names held against each other.

Words are aligned by key, so a translated or transliterated word agrees with its counterpart. A
name that merely contains another (Голос, Голос Америки) has words left over, and each speaks
against; a legal form, a country in brackets or a word for a branch is no word of the name.
"""

from __future__ import annotations

from functools import lru_cache

from ..model import Comparison, Evidence, Verdict
from ..names.organisations import OrganisationName, alternatives, parse_organisation, romanise
from ..names.tables.organisation_words import CONCEPTS, COUNTRIES
from .edits import distance

_CONCEPTS = frozenset(CONCEPTS.values())
CONCEPT_BITS = 4.0  # "foundation", "centre": one organisation in 16 has the word
BITS_A_LETTER, RARE_BITS = 1.8, 14.0  # any other word: by length, for long words are rarer
NEAR_LOSS = 4.0  # one edit between two words
EXTRA = -6.0  # a word of one name without counterpart in the other
EXTRA_CONCEPT = -2.5
BOTH_EXTRA = -3.0  # and the other name has a word left over too: they differ there
FORM_SAME, FORM_DIFFERS = 1.0, -2.0
UNIT = -3.0
ACRONYM_LOSS = 3.0
NAME_BITS = 5.0  # a name with less to it (one short common word) is never strong


def compare_organisations(left: str, right: str) -> Comparison:
    """Hold two organisations' names against each other, each with the aliases its brackets hold.

    The best pair of alternatives counts. Symmetric in bits and verdict.
    """
    pairs = [(a, b) for a in readings(left) for b in readings(right)]
    if not pairs:
        return Comparison(EXTRA, (), "unlikely")
    return max((compare_names(a, b) for a, b in pairs), key=lambda c: (_RANK[c.verdict], c.bits))


_RANK: dict[Verdict, int] = {"unlikely": 0, "possible": 1, "strong": 2}


@lru_cache(maxsize=4096)
def readings(raw: str) -> tuple[OrganisationName, ...]:
    """The names in `raw`: outside its brackets, and each bracket that is more than a country."""
    parsed = [parse_organisation(text) for text in alternatives(raw)
              if not set(text.replace(",", " ").split()) <= COUNTRIES]
    return tuple(name for name in parsed if name.words)


def compare_names(left: OrganisationName, right: OrganisationName) -> Comparison:
    """One reading against one reading; see `compare_organisations`."""
    lines, rest_left, rest_right = _align(left, right)
    agreed = sum(line.bits for line in lines)
    acronym = _acronym(left, right)
    if acronym is not None and acronym.bits > agreed:
        return Comparison(acronym.bits, (acronym,), "possible")
    lines += [_extra(word, shown, "left") for word, shown in rest_left]
    lines += [_extra(word, shown, "right") for word, shown in rest_right]
    if rest_left and rest_right:
        lines.append(Evidence("name.differs", _joined(rest_left), _joined(rest_right), BOTH_EXTRA))
    lines += _forms(left, right)
    bits = sum(line.bits for line in lines)
    return Comparison(bits, tuple(lines), _verdict(agreed, bits, rest_left + rest_right, lines))


def _joined(rest: list[tuple[str, str]]) -> str:
    return " ".join(shown for _, shown in rest)


def weight(word: str) -> float:
    """Bits an agreement on this word brings."""
    return CONCEPT_BITS if word in _CONCEPTS else min(RARE_BITS, BITS_A_LETTER * len(word))


def _extra(word: str, shown: str, side: str) -> Evidence:
    bits = EXTRA_CONCEPT if word in _CONCEPTS or shown in COUNTRIES else EXTRA
    return Evidence("word.missing", *((shown, "") if side == "left" else ("", shown)), bits)


_Rest = list[tuple[str, str]]


def _align(left: OrganisationName, right: OrganisationName) -> tuple[list[Evidence], _Rest, _Rest]:
    """Pair equal keys, then keys one edit apart; order does not matter. The rest is left over."""
    rest_left = list(dict.fromkeys(zip(left.words, left.shown, strict=True)))
    rest_right = list(dict.fromkeys(zip(right.words, right.shown, strict=True)))
    lines: list[Evidence] = []
    for near in (False, True):
        for item in list(rest_left):
            other = next((o for o in rest_right if (_near(item[0], o[0]) if near else item[0] == o[0])), None)
            if other is not None:
                rest_left.remove(item)
                rest_right.remove(other)
                bits = min(weight(item[0]), weight(other[0])) - (NEAR_LOSS if near else 0.0)
                lines.append(Evidence("word.near" if near else "word.same", item[1], other[1], bits))
    return lines, rest_left, rest_right


def _near(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 5 and abs(len(a) - len(b)) <= 1 and distance(a, b) == 1


def _acronym(left: OrganisationName, right: OrganisationName) -> Evidence | None:
    for short, full, swap in ((left, right, False), (right, left, True)):
        if short.short and len(short.shown[0]) >= 3 and full.acronym and _spelled(short) == full.acronym:
            bits = min(RARE_BITS, 4.0 * len(full.acronym)) - ACRONYM_LOSS
            one, other = short.shown[0], " ".join(full.shown)
            return Evidence("acronym.same", other if swap else one, one if swap else other, bits)
    return None


def _spelled(name: OrganisationName) -> str:
    return romanise(name.shown[0])


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


def _verdict(agreed: float, bits: float, rest: _Rest, lines: list[Evidence]) -> Verdict:
    if not agreed:
        return "unlikely"
    plain = all(line.kind in ("word.same", "form.same") for line in lines)
    if plain:
        return "strong" if agreed >= NAME_BITS else "possible"
    if not rest:
        return "possible"
    # Words left over: only general ones, and the agreeing part must be telling.
    general = all(word in _CONCEPTS or shown in COUNTRIES for word, shown in rest)
    return "possible" if general and agreed >= RARE_BITS * 0.7 and bits > 0 else "unlikely"
