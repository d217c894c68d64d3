"""What a parsed name is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from .bones import bones
from .lookalikes import Script

NormalName = NewType("NormalName", str)
"""A word repaired and in lower case, in its own script."""
Skeleton = NewType("Skeleton", str)
"""The coarse phonemic key of a word; see `phonemic.skeleton`."""

Role = Literal["surname", "given", "patronymic", "initial", "particle", "name", "word"]
"""What a token is. `name`: part of a person's name whose place cannot be told; `word`: of an organisation."""

Sex = Literal["f", "m", ""]
Variety = Literal["", "be", "uk", "ar", "arabic", "asian", "world"]


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One word of a name. Compared by identity; two parses of one text may share their tokens.

    Attributes:
        text: as written. norm: repaired, lower case, own script.
        phon: in the phonemic alphabet. skeleton: the key for the index.
        stem: `phon` without the ending of sex and case, e.g. `ivanov` for Ивановой; what is compared.
        canon: Russian given names this may stand for, full forms first (for a patronymic: the father's);
            empty if unknown. short: a diminutive. declined: not in the nominative.
        sex: what this word alone says. variety: of the whole name.
        letters: the consonants of the skeleton as bits. others: `stem` as other
            systems of romanisation read it, or other cases.
        oblique: given names of which the word may be a case (Александра of Александр).
    """

    text: str
    norm: NormalName
    phon: str
    skeleton: Skeleton
    stem: str
    role: Role
    script: Script
    canon: tuple[str, ...] = ()
    sex: Sex = ""
    short: bool = False
    declined: bool = False
    variety: Variety = ""
    letters: int = 0
    others: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()

    @property
    def bones(self) -> str:
        """Its consonants, see `names.bones`; asked for only beside a script that leaves vowels out."""
        return bones(self.norm, self.script, self.phon)


@dataclass(frozen=True, slots=True, eq=False)
class ParsedName:
    """A name taken apart.

    Attributes:
        tokens: in the order written, at most `parsing.MAX_TOKENS`.
        notes: dotted kinds of what was repaired or is weak: `keyboard.layout`, `lookalike`, `fused`,
            `script.weak`, `name.cut`.
        alternatives: other names given in the same string, e.g. in brackets.
        variety: `be`, `uk` or `ar` (see `names.arabic`) where the spelling shows it, else "".
    """

    tokens: tuple[Token, ...]
    kind: Literal["person", "organisation"] = "person"
    script: Script = ""
    notes: tuple[str, ...] = ()
    alternatives: tuple[ParsedName, ...] = ()
    variety: Variety = ""
    sex: Sex = ""
