"""Subjects as people write them: a line of text, or JSON.

A line is `Name; birth year or date; other names...`; the second part may be left out or
empty. `org:` in front means an organisation, whose further parts are other names, an
INN or OGRN, a domain or a channel.

>>> read_line("Иванова Мария Петровна; 1984; Сидорова Мария Петровна").birth_year
1984
>>> read_line("org: Общество «Ромашка»; 7700000000; t.me/romashka").ids
('7700000000',)
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from ..errors import Text, UsageError
from ..model import Subject

LONGEST_NAME = 300
"""Characters; the longest official name of an organisation has about 250."""
MOST_NAMES = 20

_ORGANISATION = re.compile(r"^\s*(?:org|орг)\s*:\s*", re.IGNORECASE)
_YEAR = re.compile(r"^\d{4}$")
_DATES = (
    re.compile(r"^(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})$"),
    re.compile(r"^(?P<y>\d{4})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})$"),
    re.compile(r"^(?P<m>\d{1,2})[./-](?P<y>\d{4})$"),
    re.compile(r"^(?P<y>\d{4})[./-](?P<m>\d{1,2})$"),
)
_BORN = re.compile(r"\s*(?:г\.?|год|года)(?:\s*(?:р\.?|рожд\.?|рождения))?$", re.IGNORECASE)
_MONTHS = ("январь января january", "февраль февраля february", "март марта march", "апрель апреля april",
           "май мая may", "июнь июня june", "июль июля july", "август августа august",
           "сентябрь сентября september", "октябрь октября october", "ноябрь ноября november",
           "декабрь декабря december")
_WORDED = re.compile(r"^(?:(\d{1,2})\s+)?([^\W\d_]{3,9})\.?\s+(\d{4})$")
_QUOTED = re.compile(r'"([^"]+)"|«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]')
_BRACKETED = re.compile(r"\(([^()]+)\)")
_ID = re.compile(r"^(?:(?:ИНН|ОГРН|INN|OGRN)\s*:?\s*)?(\d{10}|\d{12}|\d{13}|\d{15})$", re.IGNORECASE)
_ADDRESS = re.compile(r"^@[\w.]+$|^(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?:/\S*)?$")


def read_line(line: str, *, organisation: bool = False) -> Subject:
    """A subject from one line.

    Raises: UsageError if there is no name, or the birth date is none.
    """
    marked = _ORGANISATION.match(line)
    parts = [part.strip() for part in line[marked.end() if marked else 0:].split(";")]
    if marked or organisation:
        return organisation_of([part for part in parts if part])
    born = parts[1] if len(parts) > 1 else ""
    return person_of([parts[0], *parts[2:]], born)


def person_of(names: list[str], born: str = "") -> Subject:
    """A person from names (present name first) and a birth year or date as typed.

    Raises: UsageError
    """
    year, month, day = read_birth(born)
    return Subject(_checked(_split(names)), "person", year, month, day)


def _split(names: list[str]) -> list[str]:
    """Names with what stands in quotes or brackets as names of their own, as lists write them.

    `Иванов Иван "Тигр"` has a pseudonym; `Иванова (Петрова) Мария` had another surname.

    >>> _split(['Иванова (Петрова) Мария "Птица"'])
    ['Иванова Мария', 'Птица', 'Петрова Мария']
    """
    found: list[str] = []
    for name in names:
        outside = " ".join(_BRACKETED.sub(" ", _QUOTED.sub(" ", name)).split())
        if not outside or outside == " ".join(name.split()):
            found.append(name)
            continue
        found += [outside, *(text for quoted in _QUOTED.findall(name) for text in quoted if text.strip())]
        for text in _BRACKETED.findall(name):
            single = len(text.split()) == 1 and " " in outside
            found.append(f"{text} {outside.partition(' ')[2]}" if single else text)
    return found


def organisation_of(parts: list[str]) -> Subject:
    """An organisation from names, INN/OGRN, domains and channels in any order.

    Raises: UsageError
    """
    ids: list[str] = []
    addresses: list[str] = []
    names: list[str] = []
    for part in parts:
        number = _ID.match(part)
        if number:
            ids.append(number[1])
        elif _ADDRESS.match(part):
            addresses.append(part)
        else:
            names.append(part)
    # A domain is often the very name an outlet is listed by.
    return Subject(_checked(names or addresses, needed=not ids), "organisation",
                   ids=tuple(ids), addresses=tuple(addresses))


def read_birth(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month, day from `1984`, `03.1984`, `07.03.1984`, `1984-03-07`, `7 марта 1984` or nothing.

    Raises: UsageError
    """
    text = _numbered(_BORN.sub("", text.strip()))
    if not text:
        return None, None, None
    if _YEAR.match(text):
        return _in_range(int(text), None, None)
    for form in _DATES:
        found = form.match(text)
        if found:
            parts = found.groupdict()
            return _in_range(int(parts["y"]), int(parts["m"]), int(parts["d"]) if "d" in parts else None)
    raise _bad_birth()


def _numbered(text: str) -> str:
    """`7 марта 1984` as `7.3.1984`; anything else as it is."""
    found = _WORDED.match(text)
    month = next((number for number, words in enumerate(_MONTHS, 1)
                  if found and any(word.startswith(found[2].lower()) for word in words.split())), None)
    if not found or month is None:
        return text
    return f"{found[1]}.{month}.{found[3]}" if found[1] else f"{month}.{found[3]}"


def _in_range(year: int, month: int | None, day: int | None) -> tuple[int | None, int | None, int | None]:
    if not 1850 <= year <= 2100:
        raise _bad_birth()
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:  # 31.02: a slip that may hide a wrong year, too
        raise _bad_birth() from error
    return year, month, day


def _bad_birth() -> UsageError:
    return UsageError(
        Text("The birth year or date cannot be read.", "Год или дата рождения не читается."),
        Text("Write it as 1984, 07.03.1984 or 1984-03-07, or leave it empty.",
             "Напишите 1984, 07.03.1984 или 1984-03-07 либо оставьте пустым."),
    )


def _checked(names: list[str], *, needed: bool = True) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    if needed and not any(char.isalnum() for name in kept for char in name):
        raise UsageError(Text("There is no name to look for.", "Нет имени, которое нужно искать."))
    if len(kept) > MOST_NAMES or any(len(name) > LONGEST_NAME for name in kept):
        raise UsageError(
            Text(f"A subject may have {MOST_NAMES} names of {LONGEST_NAME} characters at most.",
                 f"Можно указать не больше {MOST_NAMES} имён, каждое до {LONGEST_NAME} знаков."),
            Text("Is this perhaps another kind of file?", "Возможно, это файл другого рода?"),
        )
    return kept


def read_json(value: object) -> Subject:
    """A subject from a JSON object (or a bare string: a person's name).

    Keys: `name` or `names`, `kind`, `birth_year` or `born`, `ids`, `addresses`, `sex`,
    `region`; any other key is refused, so that a misspelt one is not silently ignored.
    Raises: UsageError
    """
    if isinstance(value, str):
        return read_line(value)
    if not isinstance(value, Mapping):
        raise _bad_json()
    known = {"name", "names", "kind", "birth_year", "born", "ids", "addresses", "sex", "region"}
    if not value.keys() <= known or value.get("kind", "person") not in ("person", "organisation"):
        raise _bad_json()
    names = [*_strings(value, "name"), *_strings(value, "names")]
    if value.get("kind") == "organisation":
        return organisation_of([*names, *_strings(value, "ids"), *_strings(value, "addresses")])
    year, month, day = read_birth(str(value.get("born") or value.get("birth_year") or ""))
    sexes: dict[str, Literal["f", "m", ""]] = {"f": "f", "m": "m", "": ""}
    sex = str(value.get("sex") or "")
    if sex not in sexes:
        raise _bad_json()
    region = value.get("region") or ""
    return Subject(_checked(_split(names)), "person", year, month, day, sexes[sex],
                   str(region))


def _strings(value: Mapping[str, Any], key: str) -> list[str]:
    found = value.get(key) or []
    found = [found] if isinstance(found, str) else found
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise _bad_json()
    return found


def _bad_json() -> UsageError:
    return UsageError(
        Text("A subject in JSON cannot be read.", "Описание в JSON не читается."),
        Text('Write it as {"name": "...", "birth_year": 1984}; docs/json.md has every key.',
             'Напишите так: {"name": "...", "birth_year": 1984}; все ключи описаны в docs/json.md.'),
    )


def read_file(text: str, *, organisation: bool = False) -> list[tuple[int, Subject]]:
    """Subjects of a file: a JSON list or object, JSON lines, or one subject a line.

    Empty lines and lines that begin with `#` are passed over.
    Returns: the line each came from (its position, for a JSON list), counted from 1.
    Raises: UsageError, naming the line.
    """
    text = text.removeprefix("\ufeff")
    whole = _whole_json(text)
    if whole is not None:
        return [(i, _at(i, read_json, item)) for i, item in enumerate(whole, 1)]
    subjects = []
    for i, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.lstrip().startswith("{"):
            subjects.append((i, _at(i, _json_line, line)))
        else:
            subjects.append((i, _at(i, lambda x: read_line(x, organisation=organisation), line)))
    return subjects


def _whole_json(text: str) -> list[object] | None:
    if text.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict) and isinstance(value.get("subjects"), list):
        value = value["subjects"]
    return value if isinstance(value, list) else [value]


def _json_line(line: str) -> Subject:
    try:
        return read_json(json.loads(line))
    except (ValueError, RecursionError) as error:
        raise _bad_json() from error


def _at(line: int, read: Any, value: Any) -> Subject:
    """Read one subject; a refusal says in which line, never what stands there."""
    try:
        subject: Subject = read(value)
    except UsageError as error:
        raise UsageError(
            Text(f"Line {line}: {error.problem.en}", f"Строка {line}: {error.problem.ru}"), error.fix
        ) from None
    return subject
