"""What follows from a match: listings of the bundle handed on to `sverka.law`.

A request may name listings (`"listings": [{"list", "key"}]`) beside the statuses and ties
that `law` itself understands; each becomes the statuses that being listed there gives.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from .. import law
from ..bundle import Bundle
from ..errors import Text, UsageError
from ..model import Listing

Plain = dict[str, Any]


@lru_cache(maxsize=2)
def open_pack(bundle: Bundle) -> law.Pack:
    """The rules of a bundle, read once.

    Raises: UsageError if it holds none.
    """
    if not bundle.rules_json:
        raise UsageError(
            Text("This file of lists holds no rules on what a listing means.",
                 "В этом файле со списками нет правил о последствиях."),
            Text("Newer lists bring them: sverka update FOLDER",
                 "Они есть в более новых списках: sverka update ПАПКА"),
        )
    return law.Pack.from_json(bundle.rules_json)


def statuses(bundle: Bundle, listing: Listing) -> tuple[str, ...]:
    """The statuses that being this listing gives; none if the bundle holds no rules."""
    return law.for_listing(open_pack(bundle), listing.entry) if bundle.rules_json else ()


def law_questions(bundle: Bundle, asked: Plain) -> Plain:
    """Questions whose answers can change something; see `law.questions_json`.

    Where listings of organisations are named, the choices are the ties one may have to them.
    """
    reply = law.questions_json(open_pack(bundle), _with_statuses(bundle, asked))
    lists = {listing.entry.list_id for listing in _organisations(_listings(bundle, asked))}
    if lists:
        reply["choices"] = [row for row in reply["choices"]
                            if row["group"] == "tie" and lists & set(row["lists"])]
    return reply


def law_answers(bundle: Bundle, asked: Plain) -> Plain:
    """What follows; see `law.answers_json`."""
    return law.answers_json(open_pack(bundle), _with_statuses(bundle, asked))


def _listings(bundle: Bundle, asked: Plain) -> list[Listing]:
    rows = asked.get("listings") or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(Text("The listings cannot be read.", "Перечень записей не читается."))
    return [bundle.listings[position] for row in rows
            for position in bundle.find(str(row.get("list")), str(row.get("key")))]


def _organisations(listings: list[Listing]) -> list[Listing]:
    return [listing for listing in listings if listing.entry.kind == "organisation"]


def _with_statuses(bundle: Bundle, asked: Plain) -> Plain:
    """Listings as statuses; a tie named beside a listed organisation is a tie to that one, with its dates."""
    listings = _listings(bundle, asked)
    ties, named = list(asked.get("ties") or []), list(asked.get("statuses") or [])
    for status in law.words(open_pack(bundle), ("tie",)):
        to = [each.entry for each in _organisations(listings) if each.entry.list_id in status.lists]
        if status.id in named and to:
            named.remove(status.id)
            ties += [{"status": status.id, "label": entry.official_name, "listed_on": law.listed_span(entry)}
                     for entry in to]
    tied = bool(ties)  # then the person is not the organisation itself
    found = [name for listing in listings for name in statuses(bundle, listing)
             if listing.entry.kind == "person" or not tied]
    known = law.known_from((listing.entry for listing in listings), _today(asked))
    return asked | {"statuses": list(dict.fromkeys([*named, *found])), "ties": ties, "known": known}


def _today(asked: Plain) -> date:
    try:
        return date.fromisoformat(asked["today"])
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(Text("The request names no day.", "В запросе нет даты.")) from error
