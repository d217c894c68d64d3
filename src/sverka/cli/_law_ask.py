"""The conversation of `sverka law`: what concerns you, which organisation, then the questions."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from .. import law
from ..errors import Lang, SverkaError, Text
from ..model import Listing, Subject
from ._lists import open_lists
from ._terminal import wrap

Plain = dict[str, Any]

PRIVATE = Text(
    "Nothing you type is stored or sent. Enter means “I don't know”; Ctrl-C stops.",
    "Ничего из набранного не сохраняется и не отправляется. Enter — «не знаю», Ctrl-C — прервать.",
)
CHOOSE = Text(
    "What concerns you? Numbers, with blanks between (Enter: nothing of this): ",
    "Что вас касается? Номера через пробел (Enter — ничего из этого): ",
)
WHICH = Text(
    "{what}. Name of the organisation (Enter to leave it out): ",
    "{what}. Название организации (Enter — не указывать): ",
)
IS_IT = Text("Is it this one: {name}, listed {day}? [y/N] ", "Это она: {name}, внесена {day}? [д/Н] ")
NOT_FOUND = Text(
    "Not found among the listed organisations here; you will be asked for the date.",
    "Среди организаций в перечнях не нашлась; дату спросим.",
)
YES_NO = Text(" [y/n/Enter] ", " [д/н/Enter] ")
DATE = Text(" (2021, 2021-08 or 2021-08-04) ", " (2021, 2021-08 или 2021-08-04) ")
BAD_DATE = Text(
    "Write 2021, 2021-08 or 2021-08-04, or press Enter.",
    "Напишите 2021, 2021-08 или 2021-08-04 либо нажмите Enter.",
)
GROUPS = {
    "listing": Text("A list", "Перечень"),
    "former": Text("Taken off a list", "Исключение из перечня"),
    "tie": Text("A tie to a listed organisation", "Связь с организацией из перечня"),
    "life": Text("Other", "Другое"),
}
_YES, _NO = ("y", "yes", "д", "да"), ("n", "no", "н", "нет")
MOST_CANDIDATES = 3  # after three wrong ones it is not in the lists


def converse(pack: law.Pack, request: Plain, bundle: str | None, *, choose: bool = False) -> Plain:
    """Fill a request at the terminal: statuses if `choose`, then ties, then the questions.

    Args: bundle: file of lists to look organisations up in; None for the installed one.
    """
    lang: Lang = request["lang"]
    _say(PRIVATE.say(lang) + "\n")
    chosen = _choose(pack, lang) if choose else [law.status_of(pack, name) for name in request["statuses"]]
    ties = [status for status in chosen if status.group == "tie" and status.lists]
    request["statuses"] = [status.id for status in chosen if status not in ties]
    request["ties"] = [_tie(status, bundle, request) for status in ties]
    return _ask_all(pack, request)


def _ask_all(pack: law.Pack, request: Plain) -> Plain:
    while asks := law.questions_json(pack, request)["questions"]:
        request["answers"][asks[0]["key"]] = _answer(asks[0], request["lang"])
    return request


def converse_ties(pack: law.Pack, listings: Sequence[Listing], request: Plain) -> Plain:
    """Which ties there are to listed organisations already found, then the questions about them."""
    lists = {listing.entry.list_id for listing in listings}
    offered = [status for status in law.words(pack, ("tie",)) if lists & set(status.lists)]
    if not offered:
        return request
    _say(PRIVATE.say(request["lang"]) + "\n")
    for status in _pick(offered, request["lang"]):
        entry = next(listing.entry for listing in listings if listing.entry.list_id in status.lists)
        tie = {"status": status.id, "label": entry.official_name, "listed_on": law.listed_span(entry)}
        request["ties"].append(tie)
    return _ask_all(pack, request) if request["ties"] else request


def settle(candidates: Sequence[law.Status], lang: Lang) -> Sequence[law.Status]:
    """Which of the statuses one word may mean; asked only if there are several."""
    return candidates if len(candidates) == 1 else _pick(candidates, lang)


def _choose(pack: law.Pack, lang: Lang) -> list[law.Status]:
    return _pick(law.words(pack), lang)


def _pick(offered: Sequence[law.Status], lang: Lang) -> list[law.Status]:
    group = ""
    for number, status in enumerate(offered, 1):
        if status.group != group:
            group = status.group
            _say(GROUPS[group].say(lang))
        _say(wrap(f"{number:3}  {status.label.say(lang)}", "", "     "))
    picked = [int(word) for word in _line(CHOOSE.say(lang)).replace(",", " ").split() if word.isdecimal()]
    return [offered[number - 1] for number in dict.fromkeys(picked) if 1 <= number <= len(offered)]


def _tie(status: law.Status, bundle: str | None, request: Plain) -> Plain:
    """One tie: which organisation, and its listing date if the lists here know it."""
    lang: Lang = request["lang"]
    tie: Plain = {"status": status.id}
    name = _line(WHICH.say(lang).format(what=_capital(status.label.say(lang))))
    if not name:
        return tie
    tie["label"] = name
    for listing in _candidates(name, status, bundle, date.fromisoformat(request["today"])):
        listed = law.listed_span(listing.entry)
        shown = IS_IT.say(lang).format(name=listing.entry.official_name, day=law.say_date(listed).say(lang))
        if _line(shown).lower() in _YES:
            return tie | {"label": listing.entry.official_name, "listed_on": listed}
    _say(NOT_FOUND.say(lang))
    return tie


def _candidates(name: str, status: law.Status, bundle: str | None, today: date) -> Iterator[Listing]:
    from ..check import check  # noqa: PLC0415 (reads the index; most conversations do not need it)

    try:
        lists = open_lists(bundle)
        standing = check(lists, Subject((name,), "organisation"), today=today)
    except SverkaError:
        if bundle:
            raise
        return
    found = [each.listing for each in standing.findings if each.listing.entry.list_id in status.lists]
    yield from found[:MOST_CANDIDATES]


def _answer(ask: Plain, lang: Lang) -> str:
    about = f" ({ask['about']})" if ask["about"] else ""
    while True:
        if ask["kind"] == "date":
            typed = _line(wrap(ask["ask"] + about) + DATE.say(lang))
            if not typed:
                return "unknown"
            if law.is_date(typed):
                return typed
            _say(BAD_DATE.say(lang))
            continue
        typed = _line(wrap(ask["ask"] + about) + YES_NO.say(lang)).lower()
        if typed in _YES or typed in _NO:
            return "yes" if typed in _YES else "no"
        if not typed:
            return "unknown"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _line(prompt: str) -> str:
    """One line, without a line-editing library and so without a history."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()
