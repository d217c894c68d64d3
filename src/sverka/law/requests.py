"""The law part of the one boundary: plain JSON in, plain JSON out.

A request: `{"lang", "today", "state"?, "statuses": [id...], "ties": [{"kind", "list" or "status",
"label"?, "act_on"?, "listed_on"?}...], "answers": {key: "yes|no|unknown|DATE"}, "known"?, "everything"?}`.
`known` holds answers that nobody had to be asked for; they do not count as questions.
Nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..errors import Lang, Text, UsageError
from .ask import MOST_QUESTIONS, questions
from .evaluate import Result, Tie, evaluate
from .pack import Pack
from .plain import plain
from .render import structure
from .spans import span_or_none
from .ties import for_tie, status_of, words

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asking:
    """A request, checked. `given`: how many answers the person gave, `known` ones not counted."""

    lang: Lang
    today: date
    state: str
    statuses: tuple[str | Tie, ...]
    answers: Mapping[str, str]
    given: int


def questions_json(pack: Pack, request: Mapping[str, Any]) -> Json:
    """The questions still worth asking, and the statuses and ties to choose from.

    Returns `{"questions": [{"key", "kind", "ask", "about", "gravity", "rules"}...], "choices":
    [{"id", "group", "tie", "lists", "label"}...]}`. Eight questions at most in one sitting,
    those already answered ("unknown" too) counted.

    Raises: UsageError if the request makes no sense.
    """
    asking = _read(pack, request)
    room = MOST_QUESTIONS - asking.given
    asks = questions(pack, asking.today, asking.answers, asking.statuses, limit=room, state=asking.state)
    return {
        "questions": [
            {
                "key": ask.key,
                "kind": ask.question.kind,
                "ask": ask.question.ask.say(asking.lang),
                "about": ask.about,
                "gravity": ask.gravity,
                "rules": list(ask.rules),
            }
            for ask in asks
        ],
        "choices": [
            {
                "id": status.id,
                "group": status.group,
                "tie": status.tie,
                "lists": list(status.lists),
                "state": status.state,
                "label": status.label.say(asking.lang),
            }
            for status in words(pack)
        ],
        "as_of": pack.as_of.isoformat(),
    }


def answers_json(pack: Pack, request: Mapping[str, Any]) -> Json:
    """What follows: `render.structure`, with the same as plain text under `text`.

    Raises: UsageError if the request makes no sense.
    """
    asking = _read(pack, request)
    result = evaluate(pack, asking.today, asking.answers, asking.statuses, state=asking.state)
    return render(result, asking.lang, everything=bool(request.get("everything")))


def render(
    result: Result, lang: Lang, *, everything: bool = False, width: int = 88, sources: bool = True
) -> Json:
    """A result for people and programs: `structure` and its plain text under `text`."""
    answer = structure(result, lang, everything=everything)
    return {**answer, "text": plain(answer, lang, width=width, sources=sources)}


def _read(pack: Pack, request: Mapping[str, Any]) -> Asking:
    try:
        today = date.fromisoformat(request["today"])
        ties = [_tie(pack, row) for row in request.get("ties") or ()]
        statuses = [status_of(pack, str(name)).id for name in request.get("statuses") or ()]
        raw = dict(request.get("answers") or {})
        known = dict(request.get("known") or {})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            Text(
                "The request about consequences is not well formed.",
                "Запрос о последствиях составлен неверно.",
            ),
            Text(
                "It needs today's date, and statuses, ties and answers by their ids.",
                "Нужны сегодняшняя дата и статусы, связи и ответы по их обозначениям.",
            ),
        ) from error
    lang: Lang = "ru" if request.get("lang", "ru") == "ru" else "en"
    answers = {str(key): _answer(pack, str(key), str(value)) for key, value in {**known, **raw}.items()}
    return Asking(lang, today, str(request.get("state") or ""), (*statuses, *ties), answers, len(raw))


def is_date(text: str) -> bool:
    """Whether a date can be read: a year, a month, a day, or `first/last`."""
    return span_or_none(text) is not None


def _tie(pack: Pack, row: Mapping[str, Any]) -> Tie:
    dates = {name: _date(str(row.get(name) or "")) for name in ("act_on", "listed_on")}
    label = str(row.get("label") or "")
    if row.get("status"):
        return Tie(status_of(pack, str(row["status"])).id, label, **dates)
    return for_tie(pack, str(row["kind"]), str(row.get("list") or ""), label=label, **dates)


def _answer(pack: Pack, key: str, value: str) -> str:
    question = pack.questions.get(key.rpartition(":")[2])
    if question is None:
        raise UsageError(
            Text(
                "An answer is given to a question that does not exist.", "Дан ответ на несуществующий вопрос."
            ),
            Text(
                "`sverka law --questions` lists the questions.", "Список вопросов: `sverka law --questions`."
            ),
        )
    if value == "unknown" or (question.kind == "yes_no" and value in ("yes", "no")):
        return value
    if question.kind == "date":
        return _date(value)
    raise UsageError(
        Text("A yes/no question has another answer.", "На вопрос «да/нет» дан иной ответ."),
        Text("Answer yes, no or unknown.", "Ответьте yes, no или unknown."),
    )


def _date(value: str) -> str:
    if value and span_or_none(value) is None:
        raise UsageError(
            Text("A date cannot be read.", "Дата не читается."),
            Text("Write 2021, 2021-08 or 2021-08-04.", "Пишите 2021, 2021-08 или 2021-08-04."),
        )
    return value
