"""The boundary that the page and other tools share: JSON in, JSON out.

A request is an object with `op` and, for most, `today` (ISO date) and `lang` (en or ru):

    check          subjects: [...], faint, limit        as `sverka check --json`
    lists                                               lists and what is not covered
    show           list, number                         listings with their history
    browse         list, text, removed, start, count    listings by official name
    spellings      name                                 how a name may be spelt
    law_questions, law_answers                          see `check.meaning` and `sverka.law`

A refusal is `{"error": {"kind", "problem", "fix", "exit_status"}}`; nothing raises.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from ..bundle import Bundle
from ..errors import Lang, SverkaError, Text, UsageError
from ..names import spellings
from .browse import browse
from .plain import Plain, plain_answer, plain_closed, plain_list, plain_listing
from .standing import LIMIT, MOST, check, list_states
from .subjects import LONGEST_NAME, read_json

MOST_SUBJECTS = 10_000

_opened: list[Bundle] = []


def open_bundle(data: bytes | memoryview) -> str:
    """Open and verify a bundle; it answers every later request of this process.

    Returns: a refusal as JSON, or `{"sha256", "lists"}`. A refused bundle replaces nothing.
    """
    try:
        bundle = Bundle(data)
        bundle.verify()
    except SverkaError as error:
        return _refusal(error, "en")
    _opened[:] = [bundle]
    return _dump({"sha256": bundle.sha256, "lists": [facts.id for facts in bundle.facts]})


def check_json(request: str) -> str:
    """Answer one request; see the module for the forms."""
    lang: Lang = "en"
    try:
        asked = _read(request)
        lang = "ru" if asked.get("lang") == "ru" else "en"
        operation = _OPERATIONS.get(str(asked.get("op")))
        if operation is None:
            raise _bad_request("op")
        if not _opened:
            raise UsageError(Text("No lists are loaded.", "Списки не загружены."))
        return _dump(operation(_opened[0], asked, lang))
    except SverkaError as error:
        return _refusal(error, lang)


def _read(request: str) -> Plain:
    try:
        asked = json.loads(request)
    except (ValueError, RecursionError) as error:
        raise _bad_request("JSON") from error
    if not isinstance(asked, dict):
        raise _bad_request("JSON")
    return asked


def _bad_request(what: str) -> UsageError:
    return UsageError(Text(f"The request cannot be read ({what}).", f"Запрос не читается ({what})."))


def _refusal(error: SverkaError, lang: Lang) -> str:
    return _dump({"error": {"kind": type(error).__name__, "problem": error.problem.say(lang),
                            "fix": error.fix.say(lang), "exit_status": error.exit_status}})


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _today(asked: Plain) -> date:
    try:
        return date.fromisoformat(asked["today"])
    except (KeyError, TypeError, ValueError) as error:
        raise _bad_request("today") from error


def _check(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    subjects = asked.get("subjects")
    if not isinstance(subjects, list) or not 1 <= len(subjects) <= MOST_SUBJECTS:
        raise _bad_request("subjects")
    today = _today(asked)
    faint, limit = bool(asked.get("faint")), asked.get("limit", LIMIT)
    if type(limit) is not int or not 1 <= limit <= MOST:
        raise _bad_request("limit")
    standings = [check(bundle, read_json(subject), today=today, faint=faint, limit=limit)
                 for subject in subjects]
    return plain_answer(bundle, standings, list_states(bundle, today), today, lang)


def _lists(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    states = list_states(bundle, _today(asked))
    return {"lists": [plain_list(state, lang) for state in states],
            "not_covered": [plain_closed(closed, lang) for closed in bundle.closed]}


def _show(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    states = {str(state.facts.id): state for state in list_states(bundle, _today(asked))}
    list_id, number = str(asked.get("list")), str(asked.get("number"))
    if list_id not in states:
        raise _bad_request("list")
    found = [bundle.listings[i] for i in bundle.find(list_id, number)]
    return {"listings": [plain_listing(listing, states[list_id], lang) for listing in found]}


def _browse(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    start, count = asked.get("start", 0), asked.get("count", 50)
    if type(start) is not int or type(count) is not int or start < 0 or not 0 < count <= 1000:
        raise _bad_request("start, count")
    return browse(bundle, list_id=str(asked.get("list") or ""), text=str(asked.get("text") or ""),
                  start=start, count=count)


def _spellings(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    name = asked.get("name")
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise _bad_request("name")
    return {"spellings": spellings(name)}


def _law_questions(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    from .meaning import law_questions  # noqa: PLC0415 (a check alone does without the law part)

    return law_questions(bundle, asked)


def _law_answers(bundle: Bundle, asked: Plain, lang: Lang) -> Plain:
    from .meaning import law_answers  # noqa: PLC0415 (as above)

    return law_answers(bundle, asked)


_OPERATIONS: dict[str, Callable[[Bundle, Plain, Lang], Any]] = {
    "check": _check, "lists": _lists, "show": _show, "browse": _browse, "spellings": _spellings,
    "law_questions": _law_questions, "law_answers": _law_answers,
}
