"""What is known of each list, read from the facts file beside its parser."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from ..errors import Text, UsageError
from ..model import ClosedList, ListFacts, ListId

FILES: dict[str, str] = {
    "ru-foreign-agents": "foreign_agents",
    "ru-undesirable": "undesirable",
    "ru-extremist-materials": "extremist_materials",
    "ru-extremist-organisations": "extremist_organisations",
    "ru-terrorist-organisations": "terrorist_organisations",
    "ru-rosfinmonitoring": "rosfinmonitoring",
}
"""List id -> stem of its module and facts file."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a sound file of a list looks like; the guards refuse what lies outside.

    Attributes:
        max_rows: no file of this list is longer.
        sizes: `(day, rows)` known from earlier states. Entries of a `never_shrinks` list stay
            after their exclusion, so a later state with fewer rows is not whole.
        growth_a_year: rows may grow by this share a year, plus `slack_rows`.
        lost_rows, lost_share: rows that may vanish between two states: the larger of both.
        new_removals, removals_a_year: removals that may appear: the number, plus the share a year.
        lost_removals: entries that may lose their removal date.
        contiguous: whether the numbers run 1, 2, 3 without a hole; the forms it holds for.
        shares: field -> lowest and highest share of filled rows in any state.
        drift: field -> how far that share may fall and rise between two states.
        first: words by which the list's own oldest entries are known, so that another list's
            file under this list's name is seen; at least one must occur in `official_name`.
        same_rows: forms that count rows alike; row jumps are measured only within them.
    """

    max_rows: int
    sizes: tuple[tuple[date, int], ...]
    never_shrinks: bool
    growth_a_year: float
    slack_rows: int
    lost_rows: int
    lost_share: float
    new_removals: int
    removals_a_year: float
    lost_removals: int
    contiguous: tuple[str, ...]
    shares: Mapping[str, tuple[float, float]]
    drift: Mapping[str, tuple[float, float]]
    first: tuple[str, ...]
    same_rows: tuple[str, ...]


def list_ids() -> tuple[str, ...]:
    """The lists that can be read, in the order they are shown."""
    return tuple(FILES)


def facts(list_id: str) -> ListFacts:
    """Title, keeper, law, address, cadence and known gaps of one list.

    Raises: UsageError naming the known lists when `list_id` is none of them.
    """
    raw = _load(list_id)
    return ListFacts(
        id=ListId(list_id),
        state=raw["state"],
        title=_text(raw["title"]),
        keeper=_text(raw["keeper"]),
        legal_basis=tuple(raw["legal_basis"]),
        address=raw["address"],
        cadence_days=raw["cadence_days"],
        gaps=tuple(_text(gap) for gap in raw["gaps"]),
    )


def bounds(list_id: str) -> Bounds:
    """The stated bounds of one list."""
    raw = _load(list_id)["bounds"]
    return Bounds(
        max_rows=raw["max_rows"],
        sizes=tuple((day, rows) for day, rows in raw.get("sizes", [])),
        never_shrinks=raw.get("never_shrinks", False),
        growth_a_year=raw["growth_a_year"],
        slack_rows=raw["slack_rows"],
        lost_rows=raw["lost_rows"],
        lost_share=raw["lost_share"],
        new_removals=raw["new_removals"],
        removals_a_year=raw["removals_a_year"],
        lost_removals=raw["lost_removals"],
        contiguous=tuple(raw.get("contiguous", [])),
        shares={field: (low, high) for field, (low, high) in raw.get("shares", {}).items()},
        drift={field: (fall, rise) for field, (fall, rise) in raw.get("drift", {}).items()},
        first=tuple(raw.get("first", [])),
        same_rows=tuple(raw.get("same_rows", [])),
    )


@cache
def closed_lists() -> tuple[ClosedList, ...]:
    """Lists that exist, or are reported to, and cannot be checked here."""
    raw = tomllib.loads(_read("closed.toml"))
    return tuple(
        ClosedList(
            id=item["id"],
            title=_text(item["title"]),
            keeper=_text(item["keeper"]),
            reported=_text(item["reported"]),
            source=item["source"],
            reported_on=item.get("reported_on", ""),
        )
        for item in raw["list"]
    )


@cache
def _load(list_id: str) -> dict[str, Any]:
    if list_id not in FILES:
        known = ", ".join(FILES)
        raise UsageError(
            Text(f"There is no list “{list_id}”.", f"Списка «{list_id}» нет."),
            Text(f"Known lists: {known}.", f"Известные списки: {known}."),
        )
    return tomllib.loads(_read(FILES[list_id] + ".toml"))


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _text(pair: Mapping[str, str]) -> Text:
    return Text(pair["en"], pair["ru"])
