"""`parse`: from a raw string to tokens with roles.

Nothing depends on the order or the case of the words: СТАРОСТИН Георгий, Georgy Starostin and
"Starostin, Georgy" give the same tokens. What decides is the patronymic ending, the table of given
names, then the ending of a surname. A role is a guess; comparing never relies on it alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from . import forms, given, keyboard
from .lookalikes import Script, as_cyrillic, repair, script_of
from .phonemic import phonemes, reads_alike, skeleton, sounds
from .population import rows_of
from .roles import Word, assign, is_rather_given, looks_surname
from .scripts import WEAK
from .systems import System, systems_of
from .text import clean
from .tokens import NormalName, ParsedName, Sex, Skeleton, Token, Variety
from .varieties import Seen, seen_of, variety_of

MAX_TOKENS = 10  # the longest names in the UN list have nine parts
MAX_LETTERS = 48  # of one word; more is cut
MAX_ALTERNATIVES = 4

_PARTICLE_LIST = (
    "de la von van der den zu zur al el ul an ad as ar at ash ed es bin ben ibn bint bt da di do dos "
    "das du del le y e ud ur uz abd mr mrs ms dr prof sir haji hajj hajji bek beg bey abu abou umm "
    "фон де ла ван дер ден аль эль ан ад ас аш ар ибн бин бен да ди дю дель ле и г гр бек бей бег "
    "абу гражданин гражданка")
PARTICLES = frozenset(_PARTICLE_LIST.split())
_CHILD_OF = frozenset((
    "оглы", "оглу", "огли", "угли", "ўғли", "улы", "ұлы", "уулу", "оғлу", "ogly", "oglu", "ogli", "ugli",
    "uly", "uli", "uulu", "oğlu", "oghlu", "ūly", "ūlı", "ulı"))
_DAUGHTER_OF = frozenset((
    "кызы", "кизи", "қизи", "қызы", "гызы", "ҡыҙы", "кыз", "kyzy", "kizi", "gizi", "gyzy", "qizi", "qyzy",
    "qızı", "kızı", "kyz"))
_SOFT_ENDINGS = ("A", "U")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652']|\d(?=[^\W\d_]))*\.?|\d+")
_ONLY_LATIN = re.compile("[isj]")  # their twins і, ѕ, ј are no Russian letters
_CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁІЇЄЎ]{3})(?=[A-ZА-ЯЁІЇЄЎ][^\W\d_A-ZА-ЯЁІЇЄЎ]{2})")
# In Latin letters only what cannot be said: Xu and Li are names all over Asia.
_GLUED = re.compile(r"(?<![\w.'’-])(?:[А-ЯЁІЇЄЎ]{2}|[B-DF-HJ-NP-TV-XZ]{2})(?![\w.'’-])")
_PARTED = re.compile(r"[(\[{«;/|]")
# What stands before another name of the person; after a comma or in brackets as well.
_OTHERWISE = re.compile(
    r"\b(?:урожд(?:[её]нн\w+)?|до (?:брака|замужества)|в (?:девичестве|браке)|ранее|бывш(?:ая|ий)|по мужу"
    r"|прежняя фамилия|псевдоним|настоящее имя|он(?:а)? же|также известн\w+ как|née|formerly|also known as"
    r"|(?<=\w )aka|a\.k\.a)\b[\s.:,–-]*", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[{«]([^)\]}»]*)[)\]}»]")


@lru_cache(maxsize=1 << 12)
def parse(raw: str, kind: Literal["person", "organisation"] = "person") -> ParsedName:
    """Take a name apart.

    Brackets and semicolons hold other names of the same person (`alternatives`); words typed in
    the wrong layout, with look-alike letters or fused are repaired and noted.

    Raises: UsageError if a letter is a code point that is not known here.
    """
    text = clean(raw)
    names: list[ParsedName] = []
    for piece in _split_alternatives(text):
        instead = _instead(names, piece, kind)
        # Vladimir / Volodymyr Kotyk: a second given name alone is nobody's name.
        alone = None if instead and _is_given(piece) else _parse_one(piece, kind)
        names += [name for name in (instead, alone) if name and name.tokens]
    if len(names) < 2:
        return names[0] if names else ParsedName((), kind)
    return replace(names[0], alternatives=tuple(names[1:1 + MAX_ALTERNATIVES]))


def _instead(names: list[ParsedName], piece: str, kind: Literal["person",
    "organisation"]) -> ParsedName | None:
    """One word beside a name is another surname or given name: the name with it in place of its own."""
    if kind == "organisation" or not names or len(_WORD.findall(piece)) != 1:
        return None
    role = "given" if _is_given(piece) else "surname"
    rest = [token.text for token in names[0].tokens if token.role != role]
    return _parse_one(" ".join([*rest, piece]), kind) if 0 < len(rest) < len(names[0].tokens) else None


def _is_given(piece: str) -> bool:
    words = _WORD.findall(piece)
    word = _word(words[0], False, "") if len(words) == 1 else None
    return word is not None and any(not name.short for name in word.given) and is_rather_given(word)


def _split_alternatives(text: str) -> list[str]:
    if "," in text or "(" in text or " же " in text or " aka " in text or "урожд" in text:
        text = _OTHERWISE.sub("; ", text)
    if not _PARTED.search(text):
        return [text]
    inside = [part for part in _BRACKETS.findall(text) if part.strip()]
    outside = _BRACKETS.sub(" ", text) if inside else text
    parts = [part for part in re.split(r"[;/|]", outside) if part.strip()] or [""]
    # The whole name first: in Vladimir / Volodymyr Kotyk it is the second.
    main, *others = sorted(parts, key=lambda part: len(_WORD.findall(part)) == 1) if len(parts) > 1 else parts
    alternatives = others + inside
    return [main, *alternatives][: 1 + MAX_ALTERNATIVES] if main else alternatives[:MAX_ALTERNATIVES]


def _parse_one(text: str, kind: Literal["person", "organisation"]) -> ParsedName:
    notes: list[str] = []
    if kind == "person" and (other := keyboard.relayout(text, _is_known)):
        text = other
        notes.append("keyboard.layout")
    # Nothing is fused where every word is written Thus or THUS.
    split = text if text.istitle() or text.isupper() else _CAMEL.sub(" ", text)
    if split != text:
        notes.append("fused")
    raw_words = _words(split)
    if kind == "person" and len(raw_words) == 2:
        raw_words = _WORD.findall(_GLUED.sub(_as_initials, split))
    if len(raw_words) > MAX_TOKENS:
        notes.append("name.cut")
        del raw_words[MAX_TOKENS:]
    cyrillic = not text.isascii() and "cyrillic" in [script_of(word) for word in raw_words]
    seen = [_seen(raw, cyrillic) for raw in raw_words]
    variety = variety_of(seen)
    words = [word for raw in raw_words if (word := _word(raw, cyrillic, variety)).norm]
    if any(word.repaired for word in words):
        notes.append("lookalike")
    if len(words) == 2 and any(word.patronymic for word in words):
        words = [part for word in words for part in _parted(word, cyrillic, variety)]
        seen = seen if len(words) == 2 else [_seen(word.text, cyrillic) for word in words]
    words = _join_child_of(_best_readings(words, seen, variety))
    script = _main_script(words)
    if script in WEAK:
        notes.append("script.weak")
    if kind == "organisation":
        return ParsedName(tuple(_token(w, "word") for w in words), kind, script, tuple(notes))
    tokens, sex = assign(words, variety)
    return ParsedName(tokens, kind, script, tuple(notes), (), variety, sex)


def _parted(word: Word, among_cyrillic: bool, variety: Variety) -> list[Word]:
    """The surname and given name that a list has run together: КОТЕНКОАНДРЕЙ Петрович."""
    if len(word.norm) < LEAST_FUSED or word.given or word.patronymic:
        return [word]
    for at in range(LEAST_PARTED, len(word.text) - LEAST_PARTED + 1):
        parts = [_word(part, among_cyrillic, variety) for part in (word.text[:at], word.text[at:])]
        for surname, name in (parts, parts[::-1]):
            full = any(not given.short for given in name.given) and not name.given_declined
            if full and looks_surname(surname) and len(surname.norm) > LEAST_PARTED:
                return parts
    return [word]


LEAST_FUSED, LEAST_PARTED = 9, 4  # letters of a surname and given name run together, and of either


def _words(text: str) -> list[str]:
    return text.split() if text.replace(" ", "").isalpha() else _WORD.findall(text)


def _as_initials(found: re.Match[str]) -> str:
    """Two capitals beside one word are initials (АП Шустров) unless they are a name: Ли, Ан, Ян."""
    word = found[0].lower()
    phon = phonemes(word, script_of(word))
    known = word in PARTICLES or given.lookup(phon) or rows_of(skeleton(phon), "surname")
    return found[0] if known else f"{found[0][0]}. {found[0][1]}."


def _best_readings(words: list[Word], seen: list[Seen], variety: Variety) -> list[Word]:
    """The words as the system reads them under which most are known names; the other readings go along."""
    soft: tuple[System, ...] = ("soft",) if variety == "be" else ()
    systems = systems_of([word.traits for word in seen]) + soft
    if not systems or (not soft and "latin" not in [word.script for word in words]):
        return words
    heard = [_heard(word, variety, systems) for word in words]
    known = [[bool(word.given or word.fathers) for word in readings] for readings in heard if readings]
    if not known:
        return words
    sums = [sum(system) for system in zip(*known, strict=True)]
    at = sums.index(max(sums))  # ties go to the first: the plain reading
    return [_read_as(readings, at) if readings else word for word, readings in zip(words, heard, strict=True)]


@lru_cache(maxsize=1 << 13)
def _heard(word: Word, variety: Variety, systems: tuple[System, ...]) -> tuple[Word, ...]:
    """A word as it is plainly read, and as each of the systems reads it; () where all sounds the same."""
    if word.script != "latin" and (word.script != "cyrillic" or "soft" not in systems):
        return ()
    # `D.` is an initial by its dot, which the text of a word has lost.
    found = {} if word.initial and len(word.text) > 1 else {word.phon: word}
    heard = [word]
    for system in systems:
        plainly = not variety and word.script == "latin" and reads_alike(word.norm, system)
        phon = word.phon if plainly else sounds(word.norm, word.script, variety, system)
        if phon not in found:
            found[phon] = _word(word.text, False, variety, system)
        heard.append(found[phon])
    return () if all(other is word for other in heard) else tuple(heard)


@lru_cache(maxsize=1 << 13)
def _read_as(readings: tuple[Word, ...], at: int) -> Word:
    """One of the readings, with those beside it that sound otherwise.

    Cached, so that two parses of one text share their words and all that is cached by them.
    """
    word = readings[at]
    others = tuple(dict.fromkeys([other for other in readings if other.phon != word.phon]))
    return word.with_others(others) if others else word


def _main_script(words: list[Word]) -> Script:
    if len({word.script for word in words}) == 1:
        return words[0].script
    counts: dict[Script, int] = {}
    for word in words:
        counts[word.script] = counts.get(word.script, 0) + len(word.norm)
    return max(sorted(counts), key=lambda s: counts[s]) if counts else ""


@lru_cache(maxsize=1 << 14)
def _seen(raw: str, among_cyrillic: bool) -> Seen:
    return seen_of(_normal(raw, among_cyrillic))


def _is_known(raw: str) -> bool:
    word = _word(raw.strip(".-"), False, "")
    # A short word hits the table by chance, an oblique case too.
    long = len(word.norm) >= 4 and len(word.phon) >= 3
    return long and not word.given_declined and bool(word.given or word.fathers)


def _normal(raw: str, among_cyrillic: bool) -> NormalName:
    norm = repair(raw.lower()[:MAX_LETTERS].replace("i\u0307", "i").rstrip(".").strip("'"))
    if not among_cyrillic or not norm.isascii() or _ONLY_LATIN.search(norm):
        return NormalName(norm)
    # OKCAHA between Cyrillic words is Оксана; Max between them stays Max.
    return NormalName(norm if given.lookup(phonemes(norm, "latin")) else as_cyrillic(norm) or norm)


@lru_cache(maxsize=1 << 14)
def _word(raw: str, among_cyrillic: bool, variety: Variety, system: System = "") -> Word:
    norm = _seen(raw, among_cyrillic).norm
    script = script_of(norm)
    phon = sounds(norm, script, variety, system)
    bare = norm.replace("'", "")
    initial = len(bare) == 1 or (len(phon) <= 1 and len(bare) <= 2) or (raw.endswith(".") and len(bare) <= 2)
    patronymic = None if initial else forms.patronymic(phon)
    found, declined = ((), False) if initial else _given(phon, script, bool(patronymic))
    oblique = _also_case_of(phon) if found and not declined and script == "cyrillic" else ()
    return Word(
        text=raw.rstrip("."), norm=norm, phon=phon, skeleton=Skeleton(skeleton(phon)),
        script=script,
        initial=initial, particle=bare in PARTICLES, given=found, given_declined=declined,
        patronymic=patronymic, fathers=given.fathers(patronymic.base) if patronymic else (),
        surname=forms.surname(phon), oblique=oblique,
        countable=not initial and patronymic is None,
        repaired=script in ("cyrillic", "latin") and norm != raw.lower().rstrip(".").strip("'"),
    )


def _given(phon: str, script: Script, fatherly: bool) -> tuple[tuple[given.GivenName, ...], bool]:
    """The given names a word may be, and whether in an oblique case."""
    found = given.lookup(phon)
    if script != "cyrillic":
        return found, False
    # In Cyrillic Яне is a case of Яна, Зое of Зоя: neither is Anne or Zoe; but Мари is Marie.
    foreign = phon[-1:] == "e" and all(name.latin for name in found)
    if foreign if found else not fatherly:
        cases = given.lookup_declined(phon)
        return cases or found, bool(cases)
    if phon[-1:] not in _SOFT_ENDINGS:
        return found, False
    # Юрия is rather Юрий in the genitive than another way to write Юра; Илья is Илья.
    full = {name.canon for name in found if not name.short} or {name.canon for name in found}
    return found, not any(name[-1] == "я" for name in full) and any(
        name.canon in full for name in given.lookup_declined(phon))


def _also_case_of(phon: str) -> tuple[given.GivenName, ...]:
    """The names of which a given name as written may be a case: Александра of Александр."""
    names = ((name, phonemes(name.canon.lower(), "cyrillic")) for name in given.lookup_declined(phon))
    return tuple(name for name, full in names
                 if phon != full and phon.startswith(full[:-1] if full[-1] in "aiAj" else full))


def _join_child_of(words: list[Word]) -> list[Word]:
    """Make `Вели оглы` one patronymic; the word of kinship itself is dropped."""
    out: list[Word] = []
    for word in words:
        bare = word.norm.replace("'", "")
        sex: Sex = "m" if bare in _CHILD_OF else "f" if bare in _DAUGHTER_OF else ""
        if sex and out:
            out[-1] = out[-1].as_patronymic(sex)
        elif not sex:
            out.append(word)
    return out


def _token(word: Word, role: Literal["word"]) -> Token:
    return Token(word.text, word.norm, word.phon, word.skeleton, word.phon, role, word.script)
