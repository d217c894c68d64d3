"""Court-banned groups described by their members: names and years of birth, nothing else.

`Объединение, членами которого являются: Ивин Иван Львович, родившийся 01.02.1985 в г. Орле,
и Котова Яна Ильинична, 3 мая 1990 года рождения, ООО «Лес»`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cells import fold
from .scrub import scrub, years_only

_BY_MEMBERS = re.compile(
    r"^(?P<head>.*?(?:членами которого являются|в составе))\s*:?\s+(?P<rest>.+)$", re.IGNORECASE)
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
# A full name with its patronymic, declined or not, or two words with a year after them.
_PERSON = re.compile(
    rf"(?<![\w«])(?:(?P<name>{_WORD} {_WORD} (?:[А-ЯЁ][а-яё]+(?:ича|ич|вны|вна|ичны|ична)|{_WORD}"
    rf" (?:оглы|кызы)))(?!\w)(?P<year> \(\d{{4}}\))?|(?P<short>{_WORD} {_WORD})(?P<since> \(\d{{4}}\)))")
_CITIZEN = re.compile(r"\bграждан(?:ин|ка|ина|ки|е|ином|кой) (?:Республики )?[А-ЯЁ]\w+\s+")
_COMPANY = re.compile(
    r"(?:ООО|АО|ЗАО|ПАО|компани\w+|ассоциаци\w+|общество \w[\w\s]{0,80}?"
    r"|[\w\s]{0,60}?компани\w+[\w\s]{0,80}?)"
    r"\s*«[^»]+»", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """Attributes: name: what may be kept of the text. members: people and companies named in it."""

    name: str
    members: tuple[str, ...]


def by_members(text: str) -> Group | None:
    """The group a text describes by its members, None if it does not.

    >>> by_members("Объединение, членами которого являются Ивин Иван Львович, 01.02.1985 г.р.")
    Group(name='Объединение, членами которого являются: Ивин Иван Львович (1985)', \
members=('Ивин Иван Львович',))
    """
    found = _BY_MEMBERS.match(fold(text))
    if not found:
        return None
    rest = _CITIZEN.sub("", years_only(scrub(found["rest"])))
    kept = [(person.start(), person["name"] or person["short"], person[0])
            for person in _PERSON.finditer(rest)]
    kept += [(company.start(), fold(company[0]), fold(company[0])) for company in _COMPANY.finditer(rest)]
    if not kept:
        return None
    kept.sort()
    return Group(
        name=f"{found['head']}: " + ", ".join(shown for _, _, shown in kept),
        members=tuple(dict.fromkeys(name for _, name, _ in kept)),
    )
