"""Everything Sverka refuses, with what to do about it.

    SverkaError
    ├── UsageError      you asked wrongly                      exit status 2
    ├── SourceError     an official file is not what it was    exit status 3
    └── TrustError      data cannot be read or trusted         exit status 3

One error is one sentence on what is wrong and one on what to do, in Russian and
English. A name being checked never appears in either.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["ru", "en"]


class Text(NamedTuple):
    """One sentence or phrase in each language a user may read."""

    en: str
    ru: str

    def say(self, lang: Lang) -> str:
        """The wording in `lang`."""
        return self.ru if lang == "ru" else self.en


class SverkaError(Exception):
    """The base of every refusal.

    Args:
        problem: what is wrong. A plain string is for tools that only a record
            keeper runs and is shown as it is in both languages.
        fix: what to do next; "" only where nothing can be done.
    """

    exit_status = 3

    def __init__(self, problem: Text | str, fix: Text | str = "") -> None:
        self.problem = problem if isinstance(problem, Text) else Text(problem, problem)
        self.fix = fix if isinstance(fix, Text) else Text(fix, fix)
        super().__init__(self.problem.en)

    def __reduce__(self) -> tuple[type[SverkaError], tuple[Text, Text]]:
        return type(self), (self.problem, self.fix)  # whole from one process to another

    def say(self, lang: Lang) -> str:
        """Problem and fix, a line each."""
        return "\n".join(part for part in (self.problem.say(lang), self.fix.say(lang)) if part)


class UsageError(SverkaError):
    """The request makes no sense as it stands."""

    exit_status = 2


class SourceError(SverkaError):
    """An official file is truncated, changed its form, or is another list's file.

    Nothing of it is kept: a parser stops rather than guess.
    """


class TrustError(SverkaError):
    """Lists or proofs are damaged, forged, rolled back or unreadable; nothing was checked."""
