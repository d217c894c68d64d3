"""From a listing or a tie, as a person or the lists name it, to the statuses rules speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..errors import Text, UsageError
from ..model import Entry
from .evaluate import Tie
from .pack import Pack, Status

_DAY = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")


def status_of(pack: Pack, name: str) -> Status:
    """A status by its id, or by a tie's short word where only one list is meant.

    Raises: UsageError if the pack knows no such status, or several.
    """
    found = statuses_of(pack, name)
    if len(found) == 1:
        return found[0]
    known = ", ".join(sorted(status.id for status in found))
    raise UsageError(
        Text(
            "One of the statuses named fits several lists.",
            "Один из названных статусов подходит к нескольким перечням.",
        ),
        Text(f"Say which: {known}.", f"Укажите какой: {known}."),
    )


def statuses_of(pack: Pack, name: str) -> tuple[Status, ...]:
    """All statuses that an id or a tie's short word may mean, one or more.

    Raises: UsageError if the pack knows none.
    """
    if name in pack.statuses:
        return (pack.statuses[name],)
    found = tuple(status for status in pack.statuses.values() if name and status.tie == name)
    if not found:
        raise UsageError(
            Text("One of the statuses named is not known.", "Один из названных статусов неизвестен."),
            Text("`sverka law --statuses` lists them.", "Все статусы: `sverka law --statuses`."),
        )
    return found


def for_tie(  # noqa: PLR0913 (a tie and its two dates)
    pack: Pack, word: str, list_id: str, *, label: str = "", act_on: str = "", listed_on: str = ""
) -> Tie:
    """A tie such as `donated` to something on a list.

    Raises: UsageError if no rule speaks of such a tie to such a list.
    """
    for status in pack.statuses.values():
        if status.tie == word and (list_id in status.lists or not status.lists):
            return Tie(status.id, label, act_on, listed_on)
    return Tie(status_of(pack, word).id, label, act_on, listed_on)


def for_listing(pack: Pack, entry: Entry) -> tuple[str, ...]:
    """Statuses that being this entry gives; `former_...` ones if the list says it was taken off.

    Ties have no place here: a person who is listed is not thereby a donor.
    """
    kind = "person" if entry.kind == "person" else "organisation"
    gone = entry.removed_on is not None
    return tuple(
        status.id
        for status in pack.statuses.values()
        if status.group == ("former" if gone else "listing")
        and entry.list_id in status.lists
        and status.kind in ("", kind)
    )


def listed_span(entry: Entry) -> str:
    """When an organisation was listed, as `Tie.listed_on`: from the first decision to the entry.

    Which of the days counts is not settled for undesirable organisations, and a ban by a
    court takes effect before the list shows it, so a day between them decides nothing.
    """
    days = [day for day in (entry.listed_on, entry.published_on) if day]
    for decision in entry.decisions:
        days.extend(found for found in map(_day, _DAY.findall(decision)) if found)
    if not days:
        return ""
    first, last = min(days), max(days)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def known_from(entries: Iterable[Entry], today: date) -> dict[str, str]:
    """Answers that the dates of a person's own listings already give, so that they need not be asked.

    `status_this_year`: on the register of foreign agents on some day of this calendar year.
    """
    agents = [entry for entry in entries if entry.list_id == "ru-foreign-agents" and entry.kind == "person"]
    if not agents:
        return {}
    ended = [entry.removed_on for entry in agents]
    this_year = any(day is None or day.year >= today.year for day in ended)
    return {"status_this_year": "yes" if this_year else "no"}


def _day(found: tuple[str, str, str]) -> date | None:
    try:
        return date(int(found[2]), int(found[1]), int(found[0]))
    except ValueError:
        return None


def words(pack: Pack, groups: Iterable[str] = ("listing", "former", "tie", "life")) -> tuple[Status, ...]:
    """The statuses to offer, in the pack's order."""
    wanted = set(groups)
    return tuple(status for status in pack.statuses.values() if status.group in wanted)
