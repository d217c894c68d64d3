"""Which word of a person's name is what, whatever their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from .forms import Patronymic, Stem
from .given import GivenName, lookup_declined
from .lookalikes import Script
from .tokens import NormalName, Role, Sex, Skeleton, Token

# Endings that only surnames have, on phonemic words.
_SURNAME_LIKE = re.compile(r"(?:[oeEa]v|[iy]n|sk|ck|enko|uk|Uk|Ak|Cuk|Jan|Adze|Svili|Anc?|jan|Cenko|iC)$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with everything the tables say of it alone."""

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

    def as_patronymic(self, sex: Literal["f", "m"]) -> Word:
        """The same word where a word of kinship (оглы, кызы) follows."""
        fathers = tuple(g for g in self.given if g.sex == "m" and not g.short)
        return replace(self, patronymic=Patronymic(self.phon, sex, False), fathers=fathers, particle=False)


def assign(words: list[Word]) -> tuple[tuple[Token, ...], Sex]:
    """Tokens in the order written, and the sex the given name and patronymic agree on ("" if unsure)."""
    roles: dict[int, Role] = {}
    for i, word in enumerate(words):
        if word.initial:
            roles[i] = "initial"
        elif word.particle and len(words) > 1:
            roles[i] = "particle"
    open_ = [i for i in range(len(words)) if i not in roles]
    patronymics = sorted((i for i in open_ if words[i].patronymic), key=lambda i: _patronymic_rank(words[i]))
    if patronymics and (len(open_) > 1 or roles):
        roles[patronymics[0]] = "patronymic"
        open_.remove(patronymics[0])
    _assign_given_and_surname(words, open_, roles)
    sex = _sex(words, roles)
    return tuple(_token(word, roles[i], sex) for i, word in enumerate(words)), sex


def _patronymic_rank(word: Word) -> tuple[bool, bool, int, str]:
    # A father's name that is known, a woman's form, then the commoner name: Абрамович loses to Аркадьевич.
    sex_f = word.patronymic is not None and word.patronymic.sex == "f"
    return not word.fathers, not sex_f, word.fathers[0].rank if word.fathers else 0, word.phon


def _assign_given_and_surname(words: list[Word], open_: list[int], roles: dict[int, Role]) -> None:
    known = sorted((i for i in open_ if words[i].given), key=lambda i: _given_rank(words[i]))
    rest = [i for i in open_ if i not in known]
    if known:
        if not rest and len(known) > 1:
            rest.append(known.pop())
        for i in known:
            roles[i] = "given"
        for i in rest:
            roles[i] = "surname"
        return
    like = [i for i in rest if _SURNAME_LIKE.search(words[i].surname.stem)]
    if len(rest) == 1:
        roles[rest[0]] = "surname"
    elif len(rest) == 2 and len(like) == 1:
        roles[like[0]] = "surname"
        roles[next(i for i in rest if i not in like)] = "given"
    else:
        for i in rest:
            roles[i] = "name"


def _given_rank(word: Word) -> tuple[bool, bool, bool, int, str]:
    best = word.given[0]
    surname_like = bool(_SURNAME_LIKE.search(word.phon)) and word.surname.stem != word.phon
    return word.given_declined, surname_like, best.short, best.rank, word.phon


def _sex(words: list[Word], roles: dict[int, Role]) -> Sex:
    said: set[Sex] = set()
    for i, role in roles.items():
        word = words[i]
        if role == "patronymic" and word.patronymic:
            return word.patronymic.sex
        if role == "given":
            said.update(g.sex for g in word.given)
    return said.pop() if len(said) == 1 else ""


def _token(word: Word, role: Role, sex: Sex) -> Token:
    stem, short, declined = word.phon, False, False
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
        short = bool(fit) and all(g.short for g in fit)
        declined = declined or word.given_declined
        own = fit[0].sex if fit and len({g.sex for g in fit}) == 1 else ""
    elif role == "patronymic" and word.patronymic:
        stem, own, declined = word.patronymic.base, word.patronymic.sex, word.patronymic.declined
        canon = tuple(g.canon for g in word.fathers)
    elif role in ("surname", "name"):
        stem, own, declined = word.surname.stem, word.surname.sex, word.surname.declined
    return Token(word.text, word.norm, word.phon, word.skeleton, stem, role, word.script,
                 canon, own, short, declined)
