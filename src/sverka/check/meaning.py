"""What follows from a match: listings of the bundle handed on to `sverka.law`.

A request may name listings (`"listings": [{"list", "key"}]`) beside the statuses and ties
that `law` itself understands; each becomes the statuses that being listed there gives.
"""

from __future__ import annotations

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
    """Questions whose answers can change something; see `law.questions_json`."""
    return law.questions_json(open_pack(bundle), _with_statuses(bundle, asked))


def law_answers(bundle: Bundle, asked: Plain) -> Plain:
    """What follows; see `law.answers_json`."""
    return law.answers_json(open_pack(bundle), _with_statuses(bundle, asked))


def _with_statuses(bundle: Bundle, asked: Plain) -> Plain:
    rows = asked.get("listings") or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(Text("The listings cannot be read.", "Перечень записей не читается."))
    found = [status for row in rows for position in bundle.find(str(row.get("list")), str(row.get("key")))
             for status in statuses(bundle, bundle.listings[position])]
    named = asked.get("statuses") or []
    return asked | {"statuses": list(dict.fromkeys([*named, *found]))}
