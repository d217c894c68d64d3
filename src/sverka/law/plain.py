"""The answer as plain text, for a terminal or a file; made from `render.structure`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import Lang, Text
from . import wording

Json = dict[str, Any]


def plain(answer: Json, lang: Lang, *, width: int = 88, sources: bool = True) -> str:
    """Lay out an answer of `render.structure`.

    Args:
        width: columns, 40 or more. sources: print the citations.
    """
    return "\n".join(line.rstrip() for line in _lines(answer, lang, max(width, 40), sources)) + "\n"


def _lines(answer: Json, lang: Lang, width: int, sources: bool) -> Iterator[str]:
    for notice in answer["notice"]:
        yield from _wrap(notice, width)
    what = "; ".join(answer["about"]) or wording.NO_STATUS.say(lang)
    yield ""
    yield from _wrap(wording.YOU_NAMED.say(lang).format(what=what), width)
    yield ""
    sections = [(group["title"], group["effects"]) for group in answer["groups"]]
    sections += [
        (title.say(lang), answer[key])
        for title, key in ((wording.BILLS, "bills"), (wording.EVERYBODY, "everybody"))
        if answer[key]
    ]
    if not sections:
        yield from _wrap(wording.NOTHING.say(lang), width)
        yield ""
    for title, effects in sections:
        yield from _heading(title, width)
        for effect in effects:
            yield from _effect(effect, lang, width, sources)
    yield from _denied(answer, lang, width)
    yield from _tail(answer, lang, width, sources)


def _effect(effect: Json, lang: Lang, width: int, sources: bool) -> Iterator[str]:
    mark = effect["state_text"]
    if effect["norm_state"] not in ("in_force", "bill", "adopted_not_confirmed"):
        mark += f": {effect['norm_text']}"
    yield from _wrap(f"* [{mark}] {effect['text']}", width, "  ")
    if effect["stale"]:
        yield from _wrap(effect["stale"], width, "    ", "    ")
    if effect["ties"]:
        yield from _field(wording.ABOUT, effect["ties"], lang, width)
    yield from _wrap("; ".join([effect["article"], *effect["dates"]]), width, "    ", "    ")
    yield from _field(wording.BECAUSE, effect["because"], lang, width)
    change = wording.DEPENDS if effect["state"] == "cannot_tell" else wording.CHANGES
    yield from _field(change, effect["would_change"], lang, width)
    yield from _field(wording.SURE, [effect["certainty_text"]], lang, width)
    yield from _field(wording.OPEN, effect["open_points"], lang, width)
    yield from _field(wording.CONFLICT, effect["conflicts"], lang, width)
    if sources:
        yield from _field(wording.SOURCES, [_source(source) for source in effect["sources"]], lang, width)
    yield ""


def _source(source: Json) -> str:
    parts = [f"{source['publisher']}, {source['published']}"]
    if source["url"]:
        parts.append(f"<{source['url']}>")
    if source["caution"]:
        parts.append(f"({source['caution']})")
    return " ".join(parts)


def _denied(answer: Json, lang: Lang, width: int) -> Iterator[str]:
    if answer["not_by_answers"]:
        yield from _heading(wording.NOT_BY_ANSWERS.say(lang), width)
        for effect in answer["not_by_answers"]:
            yield from _wrap(f"* {effect['article']}: {effect['text']}", width, "  ")
            yield from _field(wording.BECAUSE, effect["because"], lang, width)
            yield from _field(wording.CHANGES, effect["would_change"], lang, width)
        yield ""
    if answer["not_in_force"]:
        yield from _heading(wording.NOT_IN_FORCE.say(lang), width)
        for row in answer["not_in_force"]:
            yield from _wrap(f"* {row['article']} ({row['id']}); {'; '.join(row['dates'])}", width, "  ")
        yield ""
    if answer["withheld"]:
        yield from _heading(wording.WITHHELD.say(lang), width)
        for row in answer["withheld"]:
            yield from _wrap(f"* {row['line']}", width, "  ")
        yield ""


def _tail(answer: Json, lang: Lang, width: int, sources: bool) -> Iterator[str]:
    if answer["open_questions"]:
        yield from _wrap(wording.LEFT_OPEN.say(lang).format(count=answer["open_questions"]), width)
        yield ""
    if answer["unknowable"]["lists"]:
        yield from _heading(wording.UNKNOWABLE.say(lang), width)
        yield from _wrap(answer["unknowable"]["lead"], width)
        for row in answer["unknowable"]["lists"]:
            day = row["reported_on"] or wording.UNDATED.say(lang)
            yield from _wrap(f"* {row['title']}. {row['reported']} ({row['source']}, {day})", width, "  ")
        yield ""
    yield from _heading(wording.HELP_TITLE.say(lang), width)
    for row in answer["help"]["organisations"]:
        caution = f" ({row['caution']})" if row["caution"] else ""
        yield from _wrap(f"* {row['name']}, {row['address']}: {row['about']}{caution}", width, "  ")
    yield from _wrap(answer["help"]["caution"], width)
    if sources:
        yield ""
        yield from _wrap(answer["sources_caution"], width)


def _heading(title: str, width: int) -> Iterator[str]:
    yield from _wrap(title.upper(), width)
    yield ""


def _field(name: Text, values: Iterable[str], lang: Lang, width: int) -> Iterator[str]:
    joined = "; ".join(value.rstrip(".") if value.endswith(".") else value for value in values)
    if joined:
        stop = "" if joined.endswith("?") else "."
        yield from _wrap(f"{name.say(lang)}: {joined}{stop}", width, "      ", "    ")


def _wrap(text: str, width: int, later: str = "", first: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
