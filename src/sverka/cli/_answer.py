"""An answer on the terminal: each subject, then what was looked in and what could not be."""

from __future__ import annotations

from collections.abc import Sequence

from ..check import ListState, Standing, texts
from ..check.answer import Card, say, say_lists, say_warnings
from ..errors import Lang
from ..model import ClosedList
from ._terminal import bold, clean, table, wrap


def show_answer(standings: Sequence[Standing], lists: Sequence[ListState],
                closed: Sequence[ClosedList], lang: Lang, *, hint: bool = True) -> None:
    """Print the answer for every subject, then the lists once.

    Args: hint: after a match, name the command that says what it means in law.
    """
    for standing in standings:
        _show_subject(standing, lang)
    show_lists(lists, closed, lang)
    if hint and any(standing.findings for standing in standings):
        print("\n" + wrap(texts.MEANING.say(lang)))


def _show_subject(standing: Standing, lang: Lang) -> None:
    said = say(standing, lang)
    print(bold(wrap(clean(standing.subject.names[0] if standing.subject.names else ""))))
    print(wrap(said.opening, "  "))
    print(wrap(said.caution, "  "))
    if said.note:
        print(wrap(said.note, "  "))
    for number, card in enumerate(said.cards, 1):
        print()
        print(_card(card, number))
    for left_out in (said.more, said.faint):
        if left_out:
            print("\n" + wrap(left_out, "  "))
    print()


def _card(card: Card, number: int) -> str:
    lead = f"  {number}. "
    title = bold(wrap(clean(card.title), lead, " " * len(lead)))
    return title + "\n" + table(((label, clean(text)) for label, text in card.rows), " " * (len(lead) + 2))


def show_lists(lists: Sequence[ListState], closed: Sequence[ClosedList], lang: Lang) -> None:
    """Print the lists with their dates, a warning if any is old, and what cannot be checked."""
    print(texts.LISTS_HEADING.say(lang) + ":")
    for line in say_lists(lists, lang):
        print(wrap(line, "  ", "    "))
    warnings = say_warnings(lists, lang)
    if warnings:
        print()
        print(bold(texts.OLD_HEADING.say(lang)))
        for line in warnings:
            print(wrap(line, "  ", "    "))
        print(wrap(texts.OLD_FIX.say(lang), "  "))
    if closed:
        print()
        print(texts.CLOSED_HEADING.say(lang) + ":")
        for item in closed:
            print(wrap(item.title.say(lang), "  ", "    "))
        print(wrap(texts.CLOSED_MORE.say(lang), "  "))
