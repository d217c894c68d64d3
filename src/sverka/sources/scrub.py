"""What a list publishes of people and this project does not keep.

Some lists write into the name itself when and where people were born, where they live, and
once their passport numbers. A year of birth stays; the rest ends here.
"""

from __future__ import annotations

import re

from .cells import fold

_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DAY = rf"(?:\d{{1,2}}[.,]\s?\d{{1,2}}[.,]\s?(?:\d{{4}})|\d{{1,2}} (?:{_MONTHS}) \d{{4}})"
_YEAR = re.compile(r"\d{4}")
_MARK = r"(?:г\.?\s?р\b\.?|(?:года?|г\.)\s+рождения|рождения)"
_BORN = re.compile(
    rf"[,\s]{{0,3}}(?:родивш\w+(?: в)?|урожен\w+)[,\s]*(?P<after>{_DAY})"
    rf"(?:\s*{_MARK})?(?:\s*(?:года\b|г\.(?!\s?[А-ЯЁ])))?"
    rf"|[,\s]{{0,3}}(?P<before>{_DAY})\s*{_MARK}",
    re.IGNORECASE)
_PASSPORT = re.compile(r"\(?,?\s*паспорт[^),;]*\)?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"[,\s]{0,3}(?:расположенн\w+|находящ\w+|проживающ\w+|зарегистрированн\w+)?"
    r"[^,;()«»]{0,200}\bпо адресу:? .*$"
    r"|[,\s]{0,3}(?:проживающ\w+|зарегистрированн\w+ по месту).*$", re.IGNORECASE)
_AT_ADDRESS = re.compile(r"по адресу|проживающ|по месту", re.IGNORECASE)
_SNILS = re.compile(r"\b\d{3}-\d{3}-\d{3}[ -]\d{2}\b")
_PHONE_OR_MAIL = re.compile(
    r"\b[\w.+-]{1,64}@[\w-]{1,64}\.\w{1,20}\b"
    r"|(?<!\d)(?:\+7|8)[\s(-]{0,3}\d{3}[\s)-]{0,3}\d{3}[\s-]{0,3}\d{2}[\s-]{0,3}\d{2}(?!\d)")


def scrub(text: str) -> str:
    """A name cell without passports, pension numbers, home addresses, telephones, e-mail.

    >>> scrub("Группа Ивина, расположенная в доме по адресу: г. Казань, ул. Лесная, д. 1")
    'Группа Ивина'
    """
    text = _PASSPORT.sub("", fold(text))
    text = _SNILS.sub("", text)
    text = _PHONE_OR_MAIL.sub("", text)
    # Searched for only where it can be: the pattern looks back over what stands before.
    if _AT_ADDRESS.search(text):
        text = _ADDRESS.sub("", text)
    return fold(text).strip(" ,")


def years_only(text: str) -> str:
    """A text in which every birth date is its year in brackets; other dates stay.

    >>> years_only("Ивин Иван, родившийся 01.02.1985 г.р.")
    'Ивин Иван (1985)'
    """
    return fold(_BORN.sub(lambda found: f" ({_year(found['after'] or found['before'])})", fold(text)))


def _year(day: str) -> str:
    return str(_YEAR.findall(day)[-1])
