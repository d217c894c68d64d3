"""A name cell, taken apart into the names it really holds.

The registers write into one cell what a person is called, was called and calls themself:
`Фамилия Имя Отчество "Псевдоним, Второй" (Прежняя)`. Quotes and brackets are often left
open or closed twice, so nothing here depends on their balance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Name, NameKind
from .cells import fold, spaced
from .countries import COUNTRY, IS_COUNTRY

OPEN, CLOSE = "«“„‹", "»”›"
QUOTES = OPEN + CLOSE + "\"'"
_RENAMED = re.compile(r"[(,;]?\s*\(?\s*с (\d{2})\.(\d{2})\.(\d{4})(?: ?г\.?)?\s*[–—:-]?\s*(.+?)\)?\s*$")
_LABEL = re.compile(
    r"^(?P<label>псевдонимы?|прежн\w+(?: наименовани\w+| фио| имя| название)?|ранее|бывш\w+"
    r"|(?:друг\w+|ин\w+)(?: \w+){0,4}?(?: (?:наименовани\w+|названи\w+))(?: \w+){0,4}?"
    r"|(?:название|наименование) на \w+ языке|использующ\w+ также наименование"
    r"|он[оаи] же|также|сокращ[её]нно)"
    r"\s*[–—:-]*\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"регистрационный номер|дата регистрации|огрн|инн\b|решени\w+|определени\w+|дата размещения|"
    r"haftungsbeschr|созданн|повышение квалификации|\d{5}", re.IGNORECASE)
_TAIL = 200  # letters at a cell's end in which its country stands
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_PATRONYMIC = re.compile(r"\w+(?:ич|вна|чна|шна|оглы|кызы|улы|уулу|заде)$", re.IGNORECASE)
_FINAL_STOP = re.compile(r"(?<=\w\w)\.$")  # not the stop of an initial
_ROLE = re.compile(
    r"(?:[а-яё]+ ){0,2}(?:руководител|координатор|основател|активист|юрист|адвокат|директор|редактор"
    r"|председател|журналист|сотрудни|участни|член)")
_WORD = re.compile(r"[А-ЯЁA-Z][\w’'ʼ-]*$|оглы$|кызы$")


def person_names(cell: str) -> tuple[Name, ...]:
    """The names of one person's cell, the full name first.

    >>> [(n.text, n.kind) for n in person_names('Ивина Анна Львовна "Нюша, Anna I" (Котова)')]
    [('Ивина Анна Львовна', 'full'), ('Нюша', 'pseudonym'), ('Anna I', 'pseudonym'), \
('Котова Анна Львовна', 'former')]
    """
    base, groups = _split_person(spaced(fold(cell)))
    names = [Name(base)] if base else []
    for mark, text in groups:
        label, rest = _label(text)
        if mark in ("inner", "former"):
            names.append(Name(text, "former" if mark == "former" else "alias"))
        elif mark == "quote" or label.startswith("псевдоним"):
            names += [part for item in split_items(rest) for part in _pseudonym(item)]
        else:
            names += [Name(_whole(item, base), "former") for item in split_items(rest)]
    return _distinct(names)


def organisation_names(cell: str) -> tuple[Name, ...]:
    """The names of one organisation's cell: present name first, then former, aliases, spellings.

    A country in brackets or after the last comma is not a name (see `country_of`).

    >>> [(n.text, n.kind) for n in organisation_names("Проект «Лес» (Wood) (Норвегия)")]
    [('Проект «Лес»', 'full'), ('Лес', 'alias'), ('Wood', 'alias')]
    """
    text, since, new = _renaming(_without_country(spaced(fold(cell))))
    base, groups = split_brackets(text)
    base = base.strip(" ,;")
    first = unquote(base) if base else ""
    names = [Name(new, "full", since)] if new else []
    names += [Name(first, "former" if new else "full")] if first else []
    names += [Name(core, "alias") for core in _cores(base) if core != first]
    for group in groups:
        names += _bracketed(group)
    return _distinct(names)


def members(cell: str) -> tuple[tuple[str, ...], tuple[Name, ...]]:
    """Who a members cell lists, and every name they are known by.

    The export writes `[A, B, C]`, the PDF `A; B` or `A, B`, older states what somebody is, before
    the name (`координатор в Энске - Фома Рябинин`) or behind it: that is left out. A company stays
    a member and gives no name.

    >>> people, names = members('[Ивин Иван "Ваня, Ян", Котова (Ивина) Яна]')
    >>> people, [name.text for name in names]
    (('Ивин Иван', 'Котова Яна'), ['Ивин Иван', 'Ваня', 'Ян', 'Котова Яна', 'Ивина Яна'])
    """
    text = spaced(fold(cell))
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    people: list[str] = []
    names: list[Name] = []
    for item in split_items(_FINAL_STOP.sub("", text), keep_quotes=True):
        found = person_names(item)
        if not (found and is_personal(found[0].text)):
            found = person_names(re.split(r" [-–—] ", item)[-1])
        if found and is_personal(found[0].text):
            people.append(found[0].text)
            names += [Name(name.text, "member") for name in found]
        elif not _ROLE.match(item):
            people.append(item)
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(names))


def is_personal(name: str) -> bool:
    """Two to five capitalised words and nothing else."""
    words = name.split()
    return 2 <= len(words) <= 5 and all(_WORD.match(word) for word in words)


def looks_like_a_person(cell: str) -> bool:
    """Whether a cell without birth date or numbers is a person's: two to four capitalised words,
    one of them a patronymic when there are more than two, nothing quoted in front."""
    base, _ = _split_person(spaced(fold(cell)))
    words = base.split()
    return is_personal(base) and len(words) > 2 and any(_PATRONYMIC.match(word) for word in words[1:])


def country_of(cell: str) -> str:
    """The country a cell ends with, in brackets or after a comma; "" if it names none.

    >>> country_of("Wood Fund («Фонд Лес»), Королевство Норвегия")
    'Королевство Норвегия'
    """
    found = COUNTRY.search(fold(cell)[-_TAIL:])
    return found["name"] if found else ""


def split_items(text: str, *, keep_quotes: bool = False) -> list[str]:
    """Split at commas and semicolons that stand outside brackets and quotes."""
    items, depth, quoted, straight, start = [], 0, 0, False, 0
    before = ""  # the last character that is no blank
    for at, char in enumerate(text):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char in OPEN:
            quoted += 1
        elif char in CLOSE:
            quoted = max(0, quoted - 1)
        elif char == '"':
            straight = not straight
        elif char in ",;" and depth == 0 and (
            char == ";" or (quoted == 0 and not straight) or (before and before in CLOSE)
        ):
            items.append(text[start:at])
            start, quoted = at + 1, 0
        before = char if char != " " else before
    items.append(text[start:])
    cleaned = (fold(item).strip(" ,;") if keep_quotes else unquote(item) for item in items)
    return [item for item in cleaned if item]


def split_brackets(text: str) -> tuple[str, list[str]]:
    """The text outside round brackets, and each outermost bracket's content."""
    outside, groups, depth, start = [], [], 0, 0
    for at, char in enumerate(text):
        if char == "(":
            if depth == 0:
                outside.append(text[start:at])
                start = at + 1
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if depth == 0:
                groups.append(text[start:at])
                start = at + 1
    (groups if depth else outside).append(text[start:])
    return fold(" ".join(outside)).replace(" ,", ","), [fold(g) for g in groups if g.strip()]


def unquote(text: str) -> str:
    """A name without the quotes around all of it; quotes inside stay.

    >>> unquote("«Центр «Лес»"), unquote("Проект «Лес»")
    ('Центр «Лес»', 'Проект «Лес»')
    """
    text = fold(text).strip(" ,;")
    while len(text) > 1 and text[0] in QUOTES and (
        text[-1] in QUOTES or not any(c in CLOSE + '"' for c in text[1:])
    ):
        inner = text[1:-1] if text[-1] in QUOTES else text[1:]
        # `«А» и «Б»`: the first and the last quote are not a pair.
        if any(c in CLOSE for c in inner) and inner.index(next(c for c in inner if c in CLOSE)) < min(
            (inner.find(c) for c in OPEN if c in inner), default=len(inner)
        ):
            break
        # `«Центр «Лес»`: one closing quote serves two opening ones.
        text = inner + ("»" if sum(inner.count(c) for c in OPEN) > sum(inner.count(c) for c in CLOSE) else "")
    return text.strip(" ,;")


def _split_person(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The base name and its groups: `quote`, `bracket`, `inner` or `former` for a bracket amid the name."""
    groups: list[tuple[str, str]] = []
    base = text
    if quote := re.search(r"[\"«“„](.+?)[\"»”]?\s*(?:\(([^\"«»]*)\)\s*)?$", base):
        base = base[: quote.start()]
        groups.append(("quote", quote[1]))
        if quote[2]:
            groups.append(("bracket", quote[2]))
    if inner := re.search(r"^([^()]+?) \(([^()]+)\) (\w.*)$", base):
        words = inner[1].split()
        # After the surname stands a former surname, after the given name another given name.
        mark = "former" if len(words) == 1 else "inner"
        groups.insert(0, (mark, fold(" ".join([*words[:-1], inner[2], inner[3]]))))
        base = f"{inner[1]} {inner[3]}"
    if "(" in base:
        base, _, bracket = base.partition("(")
        bracket = bracket.strip()
        if bracket.endswith(")") and bracket.count(")") > bracket.count("("):
            bracket = bracket[:-1]
        groups.append(("bracket", bracket))
    return fold(base).strip(" ,;"), groups


def _label(text: str) -> tuple[str, str]:
    found = _LABEL.match(text)
    return (found["label"].lower(), text[found.end():]) if found else ("", text)


def _pseudonym(item: str) -> Iterator[Name]:
    base, groups = split_brackets(item)
    if base:
        yield Name(base, "pseudonym")
    for group in groups:
        differs = bool(_LATIN.search(base)) != bool(_LATIN.search(group))
        yield Name(unquote(group), "transliteration" if differs else "pseudonym")


def _whole(former: str, base: str) -> str:
    """A former surname alone stands for the whole former name."""
    words = base.split()
    return " ".join([former, *words[1:]]) if " " not in former and len(words) > 1 else former


def _renaming(text: str) -> tuple[str, date | None, str]:
    found = _RENAMED.search(text)
    if not found:
        return text, None, ""
    try:
        since = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return text, None, ""
    new = re.sub(r"^переименован\w* в ", "", found[4])
    return text[: found.start()].rstrip(" ,(–—-"), since, unquote(new)


def _without_country(text: str) -> str:
    cut = max(0, len(text) - _TAIL)
    found = COUNTRY.search(text[cut:])
    if not found:
        return text
    if found["inside"]:
        return text[: cut + found.start("name")].rstrip(" ,\u2003") + ")"
    return text[: cut + found.start()].rstrip(" ,")


def _bracketed(group: str, depth: int = 0) -> Iterator[Name]:
    if depth > 3 or _NOT_A_NAME.search(group) or IS_COUNTRY.fullmatch(group):
        return
    label, rest = _label(group)
    kind: NameKind = "former" if label.startswith(("прежн", "ранее", "бывш")) else "alias"
    for item in (part for chunk in split_items(rest) for part in re.split(r" или (?=[«\"])", chunk)):
        base, inner = split_brackets(unquote(item))
        base = unquote(_LABEL.sub("", base))
        if len(base) > 1 and not _NOT_A_NAME.search(base):
            yield Name(base, kind)
        for deeper in inner:
            yield from _bracketed(deeper, depth + 1)


def _cores(base: str) -> Iterator[str]:
    """The proper name inside `Проект «Лес»`, and both halves of `Лес/Роща плюс`."""
    start = min((base.find(c) for c in OPEN + '"' if c in base), default=-1)
    end = max((base.rfind(c) for c in CLOSE + '"'), default=-1)
    if 0 <= start < end and base[start:end].count("»") <= 1:
        core = unquote(base[start: end + 1])
        if len(core) > 1:
            yield core
    halves = [unquote(half) for half in base.split("/")]
    if len(halves) == 2 and all(len(half) >= 4 for half in halves):
        yield from halves


def _distinct(names: list[Name]) -> tuple[Name, ...]:
    kept: dict[str, Name] = {}
    for name in names:
        if name.text:
            kept.setdefault(name.text.casefold(), name)
    return tuple(kept.values())
