"""Which word of a person's name is what, whatever their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from .forms import Patronymic, Stem
from .given import GivenName, lookup_declined
from .lookalikes import Script
from .phonemic import letters, phonemes, skeleton
from .population import bearers_of, rows_of
from .tokens import NormalName, Role, Sex, Skeleton, Token, Variety

# Endings that only surnames have, on phonemic words.
_SURNAME_LIKE = re.compile(r"(?:[oeEaA]v|[iy]n|sk|ck|ko|uk|Uk|Ak|Cuk|Jan|Adze|Svili|Anc?|jan|iC)$")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word with everything the tables say of it alone.

    Attributes:
        countable: whether anybody may bear the word as a given name: neither initial nor patronymic.
        repaired: whether look-alike letters were put right.
        others: its readings by other systems of romanisation.
        oblique: other given names of which it may be a case (Александра of Александр).
    """

    text: str
    norm: NormalName
    phon: str
    skeleton: Skeleton
    script: Script
    initial: bool
    particle: bool
    given: tuple[GivenName, ...]
    given_declined: bool
    patronymic: Patronymic | None
    fathers: tuple[GivenName, ...]
    surname: Stem
    countable: bool
    repaired: bool
    oblique: tuple[GivenName, ...] = ()
    others: tuple[Word, ...] = ()

    def with_others(self, others: tuple[Word, ...]) -> Word:
        """The same word with its readings by other systems of romanisation."""
        values = [*_VALUES(self)]  # in a third of the time of `dataclasses.replace`
        values[-1] = others
        return Word(*values)

    def as_patronymic(self, sex: Literal["f", "m"]) -> Word:
        """The same word where a word of kinship (оглы, кызы) follows."""
        fathers = tuple(g for g in self.given if g.sex == "m" and not g.short)
        return replace(self, patronymic=Patronymic(self.phon, sex, False), fathers=fathers, particle=False)


_VALUES = attrgetter(*[field.name for field in fields(Word)])


def assign(words: list[Word], variety: Variety = "") -> tuple[tuple[Token, ...], Sex]:
    """Tokens in the order written, and the sex the given name and patronymic agree on ("" if unsure)."""
    roles: dict[int, Role] = {}
    for i, word in enumerate(words):
        if word.initial:
            roles[i] = "initial"
        elif word.particle and len(words) > 1:
            roles[i] = "particle"
    open_ = [i for i in range(len(words)) if i not in roles]
    patronymics = [i for i in open_ if _may_be_patronymic(words[i])]
    if len(patronymics) > 1:
        patronymics.sort(key=lambda i: _patronymic_rank(words[i]))
    if len(patronymics) == 1 and (len(open_) == 2 or len(words) == 2):
        beside = next(i for i in (*open_, *range(len(words))) if i != patronymics[0])
        if _is_rather_surname(words[patronymics[0]], words[beside]):
            patronymics = []
    if patronymics and (len(open_) > 1 or roles):
        roles[patronymics[0]] = "patronymic"
        open_.remove(patronymics[0])
    _assign_given_and_surname(words, open_, roles)
    if not {"surname", "name"} & set(roles.values()) and "particle" in roles.values():
        # Ван Илья: no particle, but the surname.
        last = max((i for i, role in roles.items() if role == "particle"), key=lambda i: words[i].phon)
        roles[last] = "surname"
    sex = _sex(words, roles)
    case = _case(words, roles)
    return tuple([_token(word, roles[i], sex, variety, case) for i, word in enumerate(words)]), sex


SURNAME_RATHER = 10  # two words are rather first name and surname than first name and patronymic: a guess
Case = Literal["", "maybe", "oblique"]


def _case(words: list[Word], roles: dict[int, Role]) -> Case:
    """Whether the name stands in an oblique case; a given name may leave it open, a patronymic never."""
    for i, word in enumerate(words):
        if roles[i] == "patronymic" and word.patronymic is not None:
            return "oblique" if word.patronymic.declined else ""
    given = [word for i, word in enumerate(words) if roles[i] == "given"]
    if any(word.given_declined for word in given):
        return "oblique"
    return "maybe" if any(word.oblique or not word.given for word in given) else ""


# Endings of the oblique cases, each with the nominative endings that go with it.
_ENDINGS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("om", "em", "Em", "a", "A", "u", "U", "e"), ("", "j")),  # Карпука, Коваля, Мовчане
    (("oj", "ej", "Ej", "oU", "u", "U", "e", "i", "y"), ("a", "A")),  # Волной, Канкию
    (("ogo", "ego", "omu", "emu", "ym", "im", "om", "em"), ("i", "oj")),  # Белого
    (("oj", "ej", "uU"), ("aA",)),  # Беленькой
    (("ca", "cu", "cem", "com", "ce"), ("ec",)),  # Стрельца
)


def _nominatives(phon: str) -> list[str]:
    """What a surname in an oblique case may be without it; those of the population table first."""
    found = [phon[: -len(ending)] + back for endings, backs in _ENDINGS for ending in endings
             if phon.endswith(ending) and len(phon) - len(ending) >= 3 for back in backs]
    guesses = [stem for stem in dict.fromkeys(found) if stem != phon]
    return sorted(guesses, key=lambda stem: not any(
        phonemes(row.name, "cyrillic") == stem for row in rows_of(skeleton(stem), "surname")))


def _may_be_patronymic(word: Word) -> bool:
    # A short base that is nobody's father ends a surname: Бруевич.
    parted = word.patronymic
    return parted is not None and bool(
        len(parted.base) >= 4 or parted.base[-1] not in "aeiouyAUE" or word.fathers
        or rows_of(skeleton(parted.base), "patronymic"))


def _is_rather_surname(word: Word, other: Word) -> bool:
    """Whether the -ович beside one other word is a surname: Ирина Данилович, Михаил Гуревич."""
    sexes = {g.sex for g in other.given}
    wrong_sex = word.patronymic is not None and len(sexes) == 1 and word.patronymic.sex not in sexes
    as_surname, as_father = _as_surname_and_father(word)
    unknown = not as_father and not word.fathers
    return (other.initial or wrong_sex or unknown or not other.given
            or SURNAME_RATHER * as_surname > as_father)


def _as_surname_and_father(word: Word) -> tuple[int, int]:
    """Bearers of the word as a surname and as a patronymic; of that very spelling where either table has it.

    Борисевич sounds like Борисович, but no father's name takes -евич after с.
    """
    base = skeleton(word.patronymic.base) if word.patronymic else ""
    surname = word.surname.stem
    if word.patronymic and word.patronymic.declined and "C" in surname:
        surname = surname[:surname.rindex("C") + 1]  # Борисевичем
    rows = rows_of(skeleton(surname), "surname"), rows_of(base, "patronymic")
    spelled = word.norm[:word.norm.rfind("ч") + 1]
    exact = [sum(row.bearers for row in found if row.name == spelled) for found in rows]
    if any(exact):
        return exact[0], exact[1]
    return sum(row.bearers for row in rows[0]), sum(row.bearers for row in rows[1])


def _patronymic_rank(word: Word) -> tuple[bool, bool, float, str]:
    # A known father, a woman's form; then what the population bears as a patronymic rather than as a
    # surname: Абрамович loses to Аркадьевич, Якубович to Исаевич.
    parted = word.patronymic
    as_surname, as_father = _as_surname_and_father(word)
    feminine = parted is not None and parted.sex == "f"
    return not (as_father or word.fathers), not feminine, (as_surname + 1) / (as_father + 1), word.phon


def _assign_given_and_surname(words: list[Word], open_: list[int], roles: dict[int, Role]) -> None:
    known = _given_names(words, open_)
    if len(known) > 1:
        known.sort(key=lambda i: _given_rank(words[i]))
    rest = [i for i in open_ if i not in known]
    if len(known) == 1 and not rest and "initial" in roles.values() and "patronymic" not in roles.values():
        known, rest = [], known  # Савва М. В.: beside initials stands a surname
    if known:
        if not rest and len(known) > 1:
            rest.append(known.pop())
        for i in known:
            roles[i] = "given"
        for i in rest:
            roles[i] = "surname"
        return
    if len(rest) == 1:
        roles[rest[0]] = "surname"
        return
    like = [i for i in rest if _SURNAME_LIKE.search(words[i].surname.stem)]
    given = max(rest, key=lambda i: (_givenness(words[i]), i not in like, words[i].phon), default=-1)
    sure = "patronymic" in roles.values() or (len(like) == 1 and given not in like)
    if len(rest) == 2 and sure and (_bearers(words[given]) or given not in like):
        roles.update({i: "given" if i == given else "surname" for i in rest})
    else:
        roles.update(dict.fromkeys(rest, "name"))


def _given_names(words: list[Word], open_: list[int]) -> list[int]:
    """The words the table knows; one it knows in an oblique case only gives way to a name people bear."""
    known = [i for i in open_ if words[i].given]
    plain = [i for i in known if not words[i].given_declined]
    if plain or not known:
        return plain
    borne = [i for i in open_ if not words[i].given and _bearers(words[i]) and _givenness(words[i]) > 1]
    return borne or known


def _givenness(word: Word) -> float:
    """How much rather the population bears the word as a given name than as a surname; 1 if as neither."""
    rows = rows_of(skeleton(word.surname.stem), "surname")
    return (_bearers(word) + 1) / (sum(row.bearers for row in rows) + 1)


def looks_surname(word: Word) -> bool:
    """Whether the word ends as surnames alone do."""
    return bool(_SURNAME_LIKE.search(word.surname.stem))


def is_rather_given(word: Word) -> bool:
    """Whether the population bears the word as a given name rather than as a surname (Мартин is both)."""
    return _givenness(word) > 1


def _given_rank(word: Word) -> tuple[bool, bool, bool, int, int, str]:
    surname_like = bool(_SURNAME_LIKE.search(word.phon)) and word.surname.stem != word.phon
    # Found by a key that joins letters: Кирия finds Кира, but nobody is called so.
    short, rank = (word.given[0].short, word.given[0].rank) if word.given else (False, _UNLISTED)
    return word.given_declined, surname_like, short, -_bearers(word), rank, word.phon


_UNLISTED = 1 << 16  # the rank of a given name that only the population table has


def _bearers(word: Word) -> int:
    """Of the word as a given name in the population samples, or of the Russian name it is a form of."""
    return bearers_of(word.phon, word.given[0].canon if word.given else "") if word.countable else 0


def _sex(words: list[Word], roles: dict[int, Role]) -> Sex:
    said: set[Sex] = set()
    for i, role in roles.items():
        word = words[i]
        if role == "patronymic" and word.patronymic:
            return word.patronymic.sex
        if role == "given":
            said.update(g.sex for g in word.given)
    return said.pop() if len(said) == 1 else ""


@lru_cache(maxsize=1 << 14)
def _token(word: Word, role: Role, sex: Sex, variety: Variety, case: Case) -> Token:
    stem, short, declined = word.phon, False, False
    more: list[str] = []
    canon: tuple[str, ...] = ()
    own: Sex = ""
    if role == "given":
        # Саша of a man is Александр only; the patronymic tells.
        fit = tuple(g for g in word.given if not sex or g.sex == sex)
        if not fit and word.script == "cyrillic":
            fit = lookup_declined(word.phon, sex)  # Александра Петровича: not the woman's name
            declined = bool(fit)
        fit = fit or word.given
        canon = tuple(g.canon for g in fit)
        canon += tuple(g.canon for other in word.others for g in other.given if g.canon not in canon)
        short = bool(fit) and all(g.short for g in fit)
        declined = declined or word.given_declined
        own = fit[0].sex if fit and len({g.sex for g in fit}) == 1 else ""
        more = _nominatives(word.phon) if case and not canon and word.script == "cyrillic" else []
    elif role == "patronymic" and word.patronymic:
        stem, own, declined = word.patronymic.base, word.patronymic.sex, word.patronymic.declined
        canon = tuple(g.canon for g in word.fathers)
    elif role in ("surname", "name"):
        stem, own, declined = word.surname.stem, word.surname.sex, word.surname.declined
        if case and stem == word.phon and word.script == "cyrillic":
            nominatives = _nominatives(word.phon)
            if case == "oblique" and nominatives:
                stem, *more = [*nominatives, word.phon]
                declined = True
            else:
                more = nominatives
        if variety == "be" and word.phon.endswith("ka") and stem != word.phon:
            more.append(word.phon)  # Шапецька is no adjective, but Шапетько
    return Token(word.text, word.norm, word.phon, word.skeleton, stem, role, word.script,
                 canon, own, short, declined, variety, letters(word.skeleton),
                 tuple(dict.fromkeys([*more, *(_stem_of(other, role) for other in word.others)])),
                 tuple(g.canon for g in word.oblique) if role == "given" and case == "maybe" else ())


def _stem_of(word: Word, role: Role) -> str:
    if role == "patronymic" and word.patronymic:
        return word.patronymic.base
    return word.surname.stem if role in ("surname", "name") else word.phon
